package vn.nentang.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;
import vn.nentang.review.ReviewReport.GroupCap;
import vn.nentang.review.ReviewReport.NamedLevel;
import vn.nentang.review.ReviewReport.Row;
import vn.nentang.review.ReviewResults.MemberCount;
import vn.nentang.review.ReviewResults.OrganizationResult;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;

/** Makes the yearly summary of an organisation, on the tree and by the regime of the year's last day. */
@Component
public final class ReviewReports {

    private static final String MEMBER = "member";
    private static final String ORGANIZATION = "organization";

    private final Organizations organizations;
    private final ReviewResults results;
    private final Rulebook rulebook;
    private final ReviewYears years;

    public ReviewReports(Organizations organizations, ReviewResults results, Rulebook rulebook) {
        this.organizations = organizations;
        this.results = results;
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
    }

    /** Empty when the organisation was not in force on the last day of the year. */
    public Optional<ReviewReport> of(OrganizationId organization, int year) {
        var tree = organizations.treeAround(organization, years.lastDayOf(year));
        return tree.find(organization)
                .map(top -> new Making(tree, top, year, read(tree, top, year), rulebook.on(years.lastDayOf(year)))
                        .report());
    }

    /** The same with nothing counted and nothing below: its regime, its levels and what they are called. */
    public Optional<ReviewReport> uncounted(OrganizationId organization, int year) {
        var rules = rulebook.on(years.lastDayOf(year));
        return organizations
                .treeAround(organization, rules.date())
                .find(organization)
                .map(top -> {
                    var nothing = new Row(top, Tally.EMPTY, Tally.EMPTY, Tally.EMPTY, null);
                    return Making.report(rules, year, List.of(), nothing, _ -> List.of(), _ -> List.of());
                });
    }

    /** What members may come out at by the regime of a year, and what of it counts as good; nothing for a year without a regime. */
    public record Grades(Set<String> all, Set<String> good) {
        public Grades {
            all = Set.copyOf(all);
            good = Set.copyOf(good);
        }
    }

    public Grades memberGrades(int year) {
        return rulebook.on(years.lastDayOf(year))
                .findRegime()
                .map(regime -> new Grades(
                        Making.levels(regime, MEMBER).stream()
                                .map(NamedLevel::code)
                                .collect(Collectors.toSet()),
                        Making.good(regime, MEMBER)))
                .orElseGet(() -> new Grades(Set.of(), Set.of()));
    }

    private Figures read(OrganizationTree tree, Organization top, int year) {
        var ids = tree.subtree(top.id()).stream().map(Organization::id).toList();
        return new Figures(
                results.memberCounts(year, ids), results.organizations(year, ids), results.capTerms(year, top.id()));
    }

    /** What a report counts: of everything at or below the organisation reported on, and perhaps of more. */
    public static final class Figures {

        private final Map<OrganizationId, List<MemberCount>> members;
        private final Map<OrganizationId, OrganizationResult> organizations;
        private final CapTerms terms;

        public Figures(Collection<MemberCount> members, Collection<OrganizationResult> organizations, CapTerms terms) {
            this.members = members.stream().collect(Collectors.groupingBy(MemberCount::cell));
            this.organizations = organizations.stream()
                    .collect(Collectors.toMap(OrganizationResult::organization, Function.identity()));
            this.terms = terms;
        }
    }

    /**
     * The same from figures at hand, decided or only tried.
     *
     * @param rules of the year's last day, as is the tree
     */
    public static Optional<ReviewReport> of(
            OrganizationTree tree, OrganizationId organization, int year, Figures figures, RulesOn rules) {
        return tree.find(organization).map(top -> new Making(tree, top, year, figures, rules).report());
    }

    /** One report while it is made: everything below is walked once for each level it stands at. */
    private static final class Making {

        private final OrganizationTree tree;
        private final Organization top;
        private final int year;
        private final Figures figures;
        private final RulesOn rules;
        private final OrganizationTypes types;
        private final List<MemberCount> memberCounts;

        Making(OrganizationTree tree, Organization top, int year, Figures figures, RulesOn rules) {
            this.tree = tree;
            this.top = top;
            this.year = year;
            this.figures = figures;
            this.rules = rules;
            this.types = new OrganizationTypes(rules);
            this.memberCounts = counts(tree.subtree(top.id()));
        }

        private List<MemberCount> counts(List<Organization> of) {
            return of.stream()
                    .flatMap(o -> figures.members.getOrDefault(o.id(), List.of()).stream())
                    .toList();
        }

        ReviewReport report() {
            var rows = tree.below(top.id()).stream().map(this::row).toList();
            return report(rules, year, rows, row(top), this::caps, this::organizationCaps);
        }

        static ReviewReport report(
                RulesOn rules,
                int year,
                List<Row> rows,
                Row total,
                Function<RegimeOn, List<GroupCap>> caps,
                Function<RegimeOn, List<GroupCap>> organizationCaps) {
            return rules.findRegime()
                    .map(regime -> new ReviewReport(
                            total.organization(),
                            year,
                            rules.date(),
                            regime.id(),
                            regime.regime().source(),
                            levels(regime, MEMBER),
                            levels(regime, ORGANIZATION),
                            good(regime, MEMBER),
                            good(regime, ORGANIZATION),
                            rows,
                            total,
                            caps.apply(regime),
                            organizationCaps.apply(regime)))
                    .orElseGet(() -> ReviewReport.withoutRules(total.organization(), year, rules.date(), rows, total));
        }

        private Row row(Organization organization) {
            var below = tree.subtree(organization.id());
            return new Row(
                    organization,
                    organizationTally(below, types::isGrassroots),
                    organizationTally(below, o -> types.isCell(o) && !types.isGrassroots(o)),
                    memberTally(counts(below)),
                    Optional.ofNullable(figures.organizations.get(organization.id()))
                            .map(OrganizationResult::level)
                            .orElse(null));
        }

        private Tally organizationTally(List<Organization> below, Predicate<Organization> counted) {
            var numbers = new Tally.Counting();
            below.stream().filter(counted).forEach(organization -> {
                var result = figures.organizations.get(organization.id());
                numbers.add(result == null ? null : result.level(), result == null ? null : result.notClassified(), 1);
            });
            return numbers.tally();
        }

        private static Tally memberTally(List<MemberCount> counts) {
            var numbers = new Tally.Counting();
            counts.forEach(count -> numbers.add(count.level(), count.notClassified(), count.number()));
            return numbers.tally();
        }

        private List<GroupCap> caps(RegimeOn regime) {
            var rule = kinds(regime, MEMBER).stream()
                    .flatMap(kind -> regime.cap(kind).stream())
                    .findFirst();
            var terms = figures.terms;
            var all = new ArrayList<GroupCap>();
            rule.flatMap(r -> cap(r, _ -> true)).ifPresent(c -> all.add(new GroupCap("", c, terms)));
            rule.ifPresent(r -> groups().forEach(group -> cap(r, count -> group.equals(count.group()))
                    .ifPresent(c -> all.add(new GroupCap(group, c, terms)))));
            return all;
        }

        /** Organisations of one kind are held against each other, within the organisation reported on. */
        private List<GroupCap> organizationCaps(RegimeOn regime) {
            var total = row(top);
            var terms = figures.terms;
            var all = new ArrayList<GroupCap>();
            kinds(regime, ORGANIZATION).stream()
                    .flatMap(kind -> regime.cap(kind).stream())
                    .findFirst()
                    .ifPresent(rule -> Map.of("grassroots", total.grassroots(), "cells", total.cells())
                            .forEach((group, tally) -> Cap.of(rule, rules, tally.at(rule.top()), tally.at(rule.base()))
                                    .filter(_ -> tally.classified() > 0)
                                    .ifPresent(cap -> all.add(new GroupCap(group, cap, terms)))));
            all.sort(Comparator.comparing(GroupCap::group).reversed());
            return all;
        }

        private Collection<String> groups() {
            var groups = new TreeMap<String, Boolean>();
            memberCounts.stream().filter(c -> c.group() != null).forEach(c -> groups.put(c.group(), true));
            return groups.keySet();
        }

        private Optional<Cap> cap(ReviewRegime.Cap rule, Predicate<MemberCount> counted) {
            return Cap.of(rule, rules, count(rule.top(), counted), count(rule.base(), counted));
        }

        private int count(String level, Predicate<MemberCount> counted) {
            return memberCounts.stream()
                    .filter(counted)
                    .filter(c -> level.equals(c.level()))
                    .mapToInt(MemberCount::number)
                    .sum();
        }

        private static List<String> kinds(RegimeOn regime, String object) {
            return regime.regime().subjects().stream()
                    .filter(s -> s.object().equals(object))
                    .map(ReviewRegime.SubjectKind::kind)
                    .toList();
        }

        private static List<NamedLevel> levels(RegimeOn regime, String object) {
            return kinds(regime, object).stream()
                    .flatMap(kind -> regime.ladder(kind).stream())
                    .map(level -> new NamedLevel(level.code(), level.label()))
                    .distinct()
                    .toList();
        }

        /** The levels from the top down to the one the cap is measured against, which is the good one in every regime. */
        private static Set<String> good(RegimeOn regime, String object) {
            var good = new LinkedHashSet<String>();
            for (var kind : kinds(regime, object)) {
                var base = regime.cap(kind).map(ReviewRegime.Cap::base).orElse("");
                var ladder = regime.ladder(kind).stream()
                        .map(ReviewRegime.Level::code)
                        .toList();
                good.addAll(ladder.subList(0, ladder.indexOf(base) + 1));
            }
            return good;
        }
    }
}
