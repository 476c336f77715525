package vn.nentang.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;
import vn.nentang.review.ReviewReport.GroupCap;
import vn.nentang.review.ReviewResults.MemberCount;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * The groups of members whose top level exceeds its cap in a year (366-QĐ/TW Điều 11 khoản 1 (1.5)), by what was decided of
 * the caps. A group of a large organisation is held too where every part of it is: what lies below a committee with a decision
 * of its own is measured by that decision, all else by that of the organisation asked for. Caps of organisations are not asked
 * here: nobody records which of them are similar.
 */
@Component
public final class ExceededCaps {

    private static final String MEMBER = "member";

    private final Organizations organizations;
    private final ReviewResults results;
    private final Rulebook rulebook;
    private final ReviewYears years;

    public ExceededCaps(Organizations organizations, ReviewResults results, Rulebook rulebook) {
        this.organizations = organizations;
        this.results = results;
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
    }

    /**
     * One group that exceeds its cap.
     *
     * @param where the organisation below which it is counted
     */
    public record Exceeded(Organization where, GroupCap cap) {}

    /** In the order of the groups' codes; empty while every cap holds, and under a regime without one. */
    public List<Exceeded> of(OrganizationId organization, int year) {
        var rules = rulebook.on(years.lastDayOf(year));
        var tree = organizations.treeOn(years.lastDayOf(year));
        return rules.findRegime()
                .flatMap(regime -> regime.regime().subjects().stream()
                        .filter(subject -> subject.object().equals(MEMBER))
                        .flatMap(subject -> regime.cap(subject.kind()).stream())
                        .findFirst())
                .flatMap(rule ->
                        tree.find(organization).map(top -> new Counting(tree, top, year, rule, rules).exceeded()))
                .orElse(List.of());
    }

    /** The members of one organisation and all below it, counted by group and by the committee whose decision measures them. */
    private final class Counting {

        private final OrganizationTree tree;
        private final Organization top;
        private final ReviewRegime.Cap rule;
        private final RulesOn rules;
        private final Map<OrganizationId, CapTerms> terms;
        private final List<MemberCount> counts;

        Counting(OrganizationTree tree, Organization top, int year, ReviewRegime.Cap rule, RulesOn rules) {
            this.tree = tree;
            this.top = top;
            this.rule = rule;
            this.rules = rules;
            var ids = tree.subtree(top.id()).stream().map(Organization::id).toList();
            this.terms = results.capTerms(year, ids);
            this.counts = results.memberCounts(year, ids);
        }

        List<Exceeded> exceeded() {
            var groups = new TreeSet<String>();
            counts.forEach(count -> groups.add(group(count)));
            return groups.stream()
                    .filter(group -> cap(group, counts, terms(top.id()))
                            .filter(GroupCap::isExceeded)
                            .isPresent())
                    .flatMap(group -> parts().entrySet().stream()
                            .flatMap(part ->
                                    cap(group, part.getValue(), terms(top.id()).and(terms(part.getKey())))
                                            .filter(GroupCap::isExceeded)
                                            .map(cap -> new Exceeded(
                                                    tree.find(part.getKey()).orElse(top), cap))
                                            .stream()))
                    .toList();
        }

        private static String group(MemberCount count) {
            return Objects.requireNonNullElse(count.group(), "");
        }

        private CapTerms terms(OrganizationId committee) {
            return terms.getOrDefault(committee, CapTerms.BY_THE_TEXT);
        }

        /** By the nearest committee above that decided something of the caps. */
        private Map<OrganizationId, List<MemberCount>> parts() {
            var parts = new LinkedHashMap<OrganizationId, List<MemberCount>>();
            for (var count : counts) {
                var committee = tree.path(count.cell()).reversed().stream()
                        .map(Organization::id)
                        .filter(terms::containsKey)
                        .findFirst()
                        .orElse(top.id());
                Objects.requireNonNull(parts.computeIfAbsent(committee, _ -> new ArrayList<>()))
                        .add(count);
            }
            return parts;
        }

        private Optional<GroupCap> cap(String group, List<MemberCount> of, CapTerms by) {
            return Cap.of(rule, rules, number(group, rule.top(), of), number(group, rule.base(), of))
                    .map(cap -> new GroupCap(group, cap, by));
        }

        private static int number(String group, String level, List<MemberCount> of) {
            return of.stream()
                    .filter(count -> group.equals(group(count)) && level.equals(count.level()))
                    .mapToInt(MemberCount::number)
                    .sum();
        }
    }
}
