package vn.nentang.review.round;

import static vn.nentang.review.round.RefusalWords.TEXT_CHARS_MAX;
import static vn.nentang.review.round.RefusalWords.cited;
import static vn.nentang.review.round.RefusalWords.isEmptyOrLong;
import static vn.nentang.review.round.RefusalWords.levelUnknown;
import static vn.nentang.review.round.RefusalWords.name;
import static vn.nentang.review.round.RefusalWords.names;
import static vn.nentang.review.round.RefusalWords.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.RosterLine;
import vn.nentang.review.Classification;
import vn.nentang.review.round.RoundEvent.Attendance;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.Line;
import vn.nentang.review.round.RoundEvent.Proposal;

/** What a cell that meets on the year may say: who votes, how many, what is proposed. Pure. */
final class MeetingRules {

    private MeetingRules() {}

    static List<Refusal> meeting(CellMet event, Place place) {
        var closed = PaperRules.closed(place);
        if (!closed.isEmpty()) {
            return closed;
        }
        if (!place.isCell()) {
            return List.of(refusal("no-cell-meets", place));
        }
        if (place.dossier().own() == null) {
            return List.of(cited("collective-before-members", Place.COLLECTIVE_FIRST, Map.of(), place));
        }
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(attendance(event.attendance(), place));
        refusals.addAll(notMet(event, place));
        event.lines().forEach(line -> refusals.addAll(line(line, event.attendance(), place)));
        refusals.addAll(
                votes(event.own(), event.attendance(), place.organization().name()));
        refusals.addAll(proposal(
                event.own(),
                place.kind(),
                place.organization().name(),
                place.judge(place.kind(), Dossier.corrected(place.dossier().ownSaid(), event.own())),
                place));
        return refusals;
    }

    private static List<Refusal> attendance(Attendance attendance, Place place) {
        var isWrong = attendance.base() != place.base()
                || attendance.present() < 1
                || attendance.present() > attendance.base();
        return isWrong
                ? List.of(Refusal.of(
                        "attendance-does-not-fit",
                        Map.of("base", String.valueOf(place.base()), "present", String.valueOf(attendance.present()))))
                : List.of();
    }

    /** Everyone on the roll is spoken of, and nobody else. */
    private static List<Refusal> notMet(CellMet event, Place place) {
        var met = event.lines().stream().map(Line::person).collect(Collectors.toSet());
        var missing = place.roll().values().stream()
                .filter(line -> !met.contains(line.person()))
                .map(RosterLine::fullName)
                .toList();
        if (!missing.isEmpty() || met.size() != event.lines().size()) {
            return List.of(Refusal.of("meeting-incomplete", Map.of("names", names(missing))));
        }
        return place.roll().keySet().containsAll(met) ? List.of() : List.of(refusal("member-not-on-roll", place));
    }

    private static List<Refusal> line(Line line, Attendance attendance, Place place) {
        var person = line.person();
        var said = line.proposal();
        if (!place.roll().containsKey(person)) {
            return List.of();
        }
        var name = name(person, place);
        var kind = place.kindOf(person);
        var isLevel =
                place.regime().ladder(kind).stream().anyMatch(l -> l.code().equals(said.outcome()));
        if (isLevel && place.dossier().file(person).selfReview() == null) {
            return List.of(cited("member-not-self-reviewed", Place.SELF_REVIEW_FIRST, Map.of("name", name), place));
        }
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(PaperRules.facts(said.facts(), kind, name, place));
        refusals.addAll(votes(said, attendance, name));
        if (refusals.isEmpty()) {
            var facts = Dossier.corrected(place.dossier().said(person), said);
            facts.putAll(place.known(person));
            refusals.addAll(proposal(said, kind, name, place.judge(kind, facts), place));
        }
        return refusals;
    }

    private static List<Refusal> votes(Proposal proposal, Attendance attendance, String name) {
        var sum = proposal.votes().stream().mapToInt(RoundEvent.Votes::number).sum() + proposal.invalid();
        var isNegative = proposal.invalid() < 0 || proposal.votes().stream().anyMatch(v -> v.number() < 0);
        return isNegative || sum > attendance.present()
                ? List.of(Refusal.of(
                        "votes-do-not-add-up",
                        Map.of(
                                "name",
                                name,
                                "votes",
                                String.valueOf(sum),
                                "present",
                                String.valueOf(attendance.present()))))
                : List.of();
    }

    /** A code of a level or of a reason; what the facts do not allow needs a reason in words. */
    private static List<Refusal> proposal(
            Proposal proposal, String kind, String name, Classification allowed, Place place) {
        if (!isOutcome(proposal.outcome(), kind, place)) {
            return List.of(levelUnknown(proposal.outcome(), kind, place));
        }
        var isOwn = computed(allowed).filter(proposal.outcome()::equals).isEmpty();
        return isOwn && isEmptyOrLong(proposal.because(), TEXT_CHARS_MAX)
                ? List.of(Refusal.of("proposal-without-reason", Map.of("name", name)))
                : List.of();
    }

    static boolean isOutcome(String code, String kind, Place place) {
        return place.regime().ladder(kind).stream()
                        .anyMatch(level -> level.code().equals(code))
                || place.reasons().contains(code);
    }

    static Optional<String> computed(Classification classification) {
        return switch (classification) {
            case Classification.Level(var code, var _, var _) -> Optional.of(code);
            case Classification.NotClassified(var reason, var _, var _) -> Optional.of(reason);
            case Classification.NoLevelMatches _, Classification.Undecided _ -> Optional.empty();
        };
    }
}
