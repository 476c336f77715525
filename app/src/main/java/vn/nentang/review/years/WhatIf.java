package vn.nentang.review.years;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.Ledger;
import vn.nentang.review.Classification;
import vn.nentang.review.Classifier;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewEvent.MemberClassified;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewResults.MemberResult;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.store.Reach;

/**
 * Judges the facts of one year under the regime of another, side by side. It changes nothing and recommends nothing; where
 * the other regime asks for something that was not recorded, it says what.
 */
@Component
public final class WhatIf {

    private final ReviewResults results;
    private final Ledger ledger;
    private final Rulebook rulebook;
    private final ReviewYears years;

    public WhatIf(ReviewResults results, Ledger ledger, Rulebook rulebook) {
        this.results = results;
        this.ledger = ledger;
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
    }

    /**
     * One member.
     *
     * @param decided code of the level or reason that stands
     * @param other what the other regime allows on the facts; null where the member could not be judged at all
     * @param missing names of facts the other regime asks for and nobody recorded, where they decide
     */
    public record Line(
            PersonId person,
            String fullName,
            OrganizationId cell,
            String decided,
            @Nullable Classification other,
            List<String> missing) {
        public Line {
            missing = List.copyOf(missing);
        }

        /** The code the other regime leads to; empty where it leads to none. */
        public Optional<String> outcome() {
            return switch (other) {
                case Classification.Level(var code, var _, var _) -> Optional.of(code);
                case Classification.NotClassified(var reason, var _, var _) -> Optional.of(reason);
                case Classification.NoLevelMatches _, Classification.Undecided _ -> Optional.empty();
                case null -> Optional.empty();
            };
        }

        public boolean isSame() {
            return outcome().filter(decided::equals).isPresent();
        }
    }

    /**
     * All members of some cells in a year.
     *
     * @param own id of the regime they were judged under
     * @param other the regime that is tried, on a day on which it was in force
     * @param decided code, and how many
     * @param tried code, and how many; what is missing or matches no level has no code
     * @param missing fact, and of how many it is missing
     * @param unmatched how many fit no level of the other regime
     */
    public record Comparison(
            int year,
            String own,
            RegimeOn other,
            List<Line> lines,
            Map<String, Integer> decided,
            Map<String, Integer> tried,
            Map<String, Integer> missing,
            int unmatched) {
        public Comparison {
            lines = List.copyOf(lines);
        }

        /** Those who would come out otherwise, or of whom it cannot be told. */
        public List<Line> differing() {
            return lines.stream().filter(line -> !line.isSame()).toList();
        }
    }

    /** The regimes that can be tried: those whose conditions the rulebook knows, oldest first. */
    public List<ReviewRegime> regimes() {
        return rulebook.regimes().stream()
                .filter(regime -> regime.purpose() == ReviewRegime.Purpose.CLASSIFY)
                .sorted((one, two) -> one.during().from().compareTo(two.during().from()))
                .toList();
    }

    /** Empty for a year without a regime, and for a regime that cannot be tried. */
    public Optional<Comparison> of(Collection<OrganizationId> cells, int year, String regime) {
        var own = rulebook.findRegime(years.lastDayOf(year)).map(RegimeOn::regime);
        var other = regimes().stream().filter(one -> one.id().equals(regime)).findFirst();
        return own.flatMap(from -> other.map(to -> new Trying(from, to, year).comparison(cells)));
    }

    private final class Trying {

        private final FactBridge bridge;
        private final ReviewRegime from;
        private final RegimeOn to;
        private final int year;

        Trying(ReviewRegime from, ReviewRegime to, int year) {
            this.bridge = new FactBridge(rulebook, from, to);
            this.from = from;
            this.to = new RegimeOn(to, dayOf(to, years.lastDayOf(year)));
            this.year = year;
        }

        Comparison comparison(Collection<OrganizationId> cells) {
            var members = results.members(year, cells).stream()
                    .filter(member -> member.entry() != null)
                    .toList();
            var decisions = decisions(members);
            var lines = members.stream()
                    .map(member -> line(member, Optional.ofNullable(decisions.get(member.person()))))
                    .toList();
            return new Comparison(
                    year,
                    from.id(),
                    to,
                    lines,
                    counts(lines.stream().map(Line::decided).toList()),
                    counts(lines.stream()
                            .flatMap(line -> line.outcome().stream())
                            .toList()),
                    counts(lines.stream()
                            .flatMap(line -> line.missing().stream())
                            .toList()),
                    (int) lines.stream()
                            .filter(line -> line.other() instanceof Classification.NoLevelMatches)
                            .count());
        }

        private Line line(MemberResult member, Optional<MemberClassified> decision) {
            var group = decision.map(MemberClassified::group).orElse(null);
            var kind = Optional.ofNullable(group).flatMap(bridge::kind);
            var facts = decision.map(made -> recorded(made.outcome())).orElse(Map.of());
            var other = kind.map(as -> Classifier.classify(to, as, bridge.facts(as, facts)))
                    .orElse(null);
            return new Line(
                    member.person(),
                    member.fullName(),
                    member.cell(),
                    Objects.requireNonNullElse(member.level() == null ? member.notClassified() : member.level(), ""),
                    other,
                    other instanceof Classification.Undecided(var missing, var _)
                            ? missing.stream().sorted().toList()
                            : List.of());
        }

        /** The decision that stands for each, read from the ledger in one go. */
        private Map<PersonId, MemberClassified> decisions(List<MemberResult> members) {
            var subjects = members.stream().map(one -> one.person().subject()).toList();
            var byPerson = new HashMap<PersonId, MemberClassified>();
            var histories = Reach.whole(() -> ledger.histories(subjects, null));
            histories.stream()
                    .flatMap(history -> history.of(ReviewEvent.class).stream())
                    .map(Entry::event)
                    .forEach(event -> {
                        if (event instanceof MemberClassified made && made.year() == year) {
                            byPerson.put(made.person(), made);
                        }
                    });
            return byPerson;
        }
    }

    private static Map<String, String> recorded(ReviewEvent.Outcome outcome) {
        return outcome.facts().stream()
                .collect(Collectors.toMap(
                        ReviewEvent.JudgedFact::name, ReviewEvent.JudgedFact::value, (first, _) -> first));
    }

    /** A day on which the regime was in force: the year's own day where it was, else its last day or its first. */
    private static LocalDate dayOf(ReviewRegime regime, LocalDate day) {
        var during = regime.during();
        if (during.contains(day)) {
            return day;
        }
        var until = during.until();
        return until != null && !day.isBefore(until) ? until.minusDays(1) : yearEnd(during.from(), until);
    }

    /** The regime as it stood when it first judged a year. */
    private static LocalDate yearEnd(LocalDate from, @Nullable LocalDate until) {
        var end = LocalDate.of(from.getYear(), 12, 31);
        return until != null && !end.isBefore(until) ? until.minusDays(1) : end;
    }

    private static Map<String, Integer> counts(List<String> codes) {
        var counts = new TreeMap<String, Integer>();
        codes.forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts;
    }
}
