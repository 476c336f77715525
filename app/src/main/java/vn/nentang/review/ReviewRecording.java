package vn.nentang.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.review.workbook.MemberLine;
import vn.nentang.review.workbook.ReviewSheetResult;

/**
 * Takes over a checked review workbook: finds each member on the rolls at the end of the year and records what the
 * competent level decides. Where it says nothing, that is the level the facts allow.
 */
@Component
public final class ReviewRecording {

    private final ReviewDesk desk;
    private final Rosters rosters;
    private final Organizations organizations;

    public ReviewRecording(ReviewDesk desk, Rosters rosters, Organizations organizations) {
        this.desk = desk;
        this.rosters = rosters;
        this.organizations = organizations;
    }

    /** A level the competent body chose for one line. The reason is needed where the facts do not allow that level. */
    public record Choice(String level, @Nullable String because) {}

    /** A line of the workbook and the member it speaks of; null where nobody, or more than one, fits. */
    public record Matched(MemberLine line, @Nullable RosterLine member) {}

    /** Finds each line's member: by card number, or by name in the cell of that name. No member is found by two lines. */
    public List<Matched> match(ReviewSheetResult result, OrganizationId under) {
        var lastDay = ReviewDesk.lastDayOf(result.year());
        var subtree = organizations.treeOn(lastDay).subtree(under);
        var people = rosters.of(subtree.stream().map(Organization::id).toList(), lastDay);
        return new Matching(people, subtree).of(result.members());
    }

    /** Lines and the people of a roll. A line whose card number is another than a member's is not that member's. */
    private static final class Matching {

        private final List<RosterLine> people;
        private final Map<OrganizationId, String> cellNames = new HashMap<>();

        Matching(List<RosterLine> people, List<Organization> cells) {
            this.people = people;
            cells.forEach(o -> cellNames.put(o.id(), VietnameseText.folded(o.name())));
        }

        List<Matched> of(List<MemberLine> lines) {
            var found = new ArrayList<Matched>();
            var times = new HashMap<PersonId, Integer>();
            for (var line : lines) {
                var member = only(byCard(line)).or(() -> only(byName(line))).orElse(null);
                found.add(new Matched(line, member));
                if (member != null) {
                    times.merge(member.person(), 1, Integer::sum);
                }
            }
            return found.stream()
                    .map(m -> isShared(m, times) ? new Matched(m.line(), null) : m)
                    .toList();
        }

        private static boolean isShared(Matched matched, Map<PersonId, Integer> times) {
            return matched.member() != null
                    && times.getOrDefault(matched.member().person(), 0) > 1;
        }

        private static Optional<RosterLine> only(List<RosterLine> found) {
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        }

        private List<RosterLine> byCard(MemberLine line) {
            return people.stream()
                    .filter(p -> line.cardNumber() != null && line.cardNumber().equals(p.cardNumber()))
                    .toList();
        }

        private List<RosterLine> byName(MemberLine line) {
            var name = VietnameseText.folded(line.fullName());
            var cell = VietnameseText.folded(line.cell());
            return people.stream()
                    .filter(p -> VietnameseText.folded(p.fullName()).equals(name))
                    .filter(p -> cell.equals(cellNames.get(p.cell())))
                    .filter(p -> line.birth() == null || line.birth().equals(p.birth()))
                    .filter(p -> line.cardNumber() == null
                            || p.cardNumber() == null
                            || line.cardNumber().equals(p.cardNumber()))
                    .toList();
        }
    }

    /**
     * Records the whole workbook, all or none.
     *
     * @param choices by number of the line's row, where the competent level decides otherwise or the text leaves a gap
     */
    public Answer record(
            Command command,
            ReviewSheetResult result,
            OrganizationId under,
            Map<Integer, Choice> choices,
            LocalDate decidedOn,
            Paper paper) {
        var refusals = new ArrayList<Refusal>();
        var decisions = new ArrayList<Decided>();
        for (var matched : match(result, under)) {
            var outcome =
                    outcome(result, matched.line(), choices.get(matched.line().row()));
            var member = matched.member();
            if (member == null) {
                refusals.add(about("line-matches-nobody", matched.line()));
            } else if (outcome.isEmpty()) {
                refusals.add(about("line-needs-a-decision", matched.line()));
            } else {
                var event = new ReviewEvent.MemberClassified(
                        member.person(),
                        result.year(),
                        member.cell(),
                        matched.line().kind(),
                        outcome.get());
                decisions.add(new Decided(event, decidedOn, paper));
            }
        }
        return refusals.isEmpty() ? desk.recordAll(command, decisions) : new Answer.Refused(refusals);
    }

    private static Refusal about(String code, MemberLine line) {
        return Refusal.of(code, Map.of("row", String.valueOf(line.row()), "name", line.fullName()));
    }

    private static Optional<ReviewEvent.Outcome> outcome(
            ReviewSheetResult result, MemberLine line, @Nullable Choice choice) {
        var regime = result.regime().id();
        var facts = facts(line);
        var allowed = line.classification() instanceof Classification.Level level ? level.code() : null;
        if (choice != null) {
            return Optional.of(new ReviewEvent.Outcome(regime, choice.level(), null, allowed, choice.because(), facts));
        }
        return switch (line.classification()) {
            case Classification.Level level ->
                Optional.of(new ReviewEvent.Outcome(regime, level.code(), null, level.code(), null, facts));
            case Classification.NotClassified not ->
                Optional.of(new ReviewEvent.Outcome(regime, null, not.reason(), null, null, facts));
            case Classification.NoLevelMatches _, Classification.Undecided _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** The facts that the conditions looked at, each once. */
    private static List<ReviewEvent.JudgedFact> facts(MemberLine line) {
        var facts = new TreeMap<String, String>();
        Optional.ofNullable(line.classification()).stream()
                .flatMap(c -> c.conditions().stream())
                .forEach(c -> c.values().forEach((name, value) -> facts.put(name, String.valueOf(value))));
        return facts.entrySet().stream()
                .map(e -> new ReviewEvent.JudgedFact(e.getKey(), e.getValue()))
                .toList();
    }
}
