package vn.nentang.review.round;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.RosterLine;
import vn.nentang.organization.Organization;
import vn.nentang.review.Classification;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.RoundEvent.Attendance;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.Change;
import vn.nentang.review.round.RoundEvent.DossierAppraised;
import vn.nentang.review.round.RoundEvent.DossierReturned;
import vn.nentang.review.round.RoundEvent.DossierSubmitted;
import vn.nentang.review.round.RoundEvent.Item;
import vn.nentang.review.round.RoundEvent.Line;
import vn.nentang.review.round.RoundEvent.MemberNotified;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.ObjectionAnswered;
import vn.nentang.review.round.RoundEvent.ObjectionMade;
import vn.nentang.review.round.RoundEvent.OrganizationSelfReviewed;
import vn.nentang.review.round.RoundEvent.Proposal;
import vn.nentang.review.round.RoundEvent.RemarkRecorded;
import vn.nentang.review.round.RoundEvent.ReportSent;
import vn.nentang.review.round.RoundEvent.RoundOpened;
import vn.nentang.review.round.RoundEvent.ScoreSheetSet;
import vn.nentang.review.round.RoundEvent.SelfReview;
import vn.nentang.review.workbook.FactWords;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * What may happen in a round, and in which order: a collective before its members, members and cells before the
 * organisation, the lower level before the upper one. Pure.
 */
final class RoundRules {

    static final int TEXT_CHARS_MAX = 4_000;
    private static final int NAME_CHARS_MAX = 200;
    private static final int GROUPS_MAX = 50;
    private static final int ITEMS_MAX = 100;
    private static final int PASSAGES_MAX = 30;
    private static final int NAMES_SHOWN_MAX = 5;
    private static final String FINISH = "review.deadline.finish";
    private static final String SPECIAL_UNITS = "review.deadline.special-units";

    private RoundRules() {}

    /** Every reason against an event, most serious first. */
    static List<Refusal> against(RoundEvent event, LocalDate on, Place place) {
        return switch (event) {
            case RoundOpened e -> opening(e, place);
            case ScoreSheetSet e -> sheet(e, place);
            default -> inRound(event, on, place);
        };
    }

    private static List<Refusal> inRound(RoundEvent event, LocalDate on, Place place) {
        if (place.round() == null) {
            return List.of(refusal("round-not-open", place));
        }
        var stageOn = place.dossier().stageOn();
        if (stageOn != null && on.isBefore(stageOn)) {
            return List.of(
                    Refusal.of("round-day-before-stage", Map.of("on", on.toString(), "stage", stageOn.toString())));
        }
        return switch (event) {
            case OrganizationSelfReviewed e -> ownReview(e, place);
            case MemberSelfReviewed e -> selfReview(e, place);
            case RemarkRecorded e -> remark(e, place);
            case CellMet e -> meeting(e, place);
            case DossierSubmitted _ -> submission(place);
            case DossierReturned e -> returning(e, place);
            case DossierAppraised e -> appraisal(e, place);
            case MemberNotified e -> decidedOf(e.person(), "notice-before-decision", place);
            case ObjectionMade e -> objection(e, place);
            case ObjectionAnswered e -> answer(e, place);
            case ReportSent _ -> report(place);
            case RoundOpened _, ScoreSheetSet _ -> List.of();
        };
    }

    // ------------------------------------------------------------------------------------------------ opening

    private static List<Refusal> opening(RoundOpened event, Place place) {
        var refusals = new ArrayList<Refusal>();
        if (place.findRound()
                .filter(round -> !round.organization().equals(event.organization()))
                .isPresent()) {
            refusals.add(refusal("round-open-above", place));
        }
        if (!event.regime().equals(place.regime().id())
                || place.regime().regime().purpose() != ReviewRegime.Purpose.CLASSIFY) {
            refusals.add(Refusal.of(
                    "regime-not-in-force",
                    Map.of("regime", event.regime(), "on", place.rules().date().toString())));
        }
        refusals.addAll(groups(event, place));
        refusals.addAll(deadlines(event, place));
        return refusals;
    }

    private static List<Refusal> groups(RoundOpened event, Place place) {
        var refusals = new ArrayList<Refusal>();
        var codes = new HashSet<String>();
        for (var group : event.groups()) {
            if (!codes.add(group.code()) || isEmptyOrLong(group.name(), NAME_CHARS_MAX)) {
                refusals.add(Refusal.of("round-group-unclear", Map.of("group", group.code())));
            }
        }
        if (event.groups().size() > GROUPS_MAX) {
            refusals.add(Refusal.of("round-groups-too-many", Map.of("max", String.valueOf(GROUPS_MAX))));
        }
        place.memberKinds().stream()
                .filter(kind ->
                        event.groups().stream().noneMatch(group -> group.kinds().contains(kind.kind())))
                .forEach(kind -> refusals.add(Refusal.of(
                        "round-kind-without-group", Map.of("kind", kind.label().vi()))));
        return refusals;
    }

    private static List<Refusal> deadlines(RoundOpened event, Place place) {
        var days = event.deadlines();
        if (days.submission().isBefore(days.selfReview()) || days.decision().isBefore(days.submission())) {
            return List.of(Refusal.of("round-deadlines-out-of-order", Map.of()));
        }
        var latest = place.rules()
                .findRuling(SPECIAL_UNITS)
                .map(ruling -> Map.entry(ruling.monthDay().atYear(event.year() + 1), ruling.source()))
                .or(() -> place.rules()
                        .findRuling(FINISH)
                        .map(ruling -> Map.entry(ruling.monthDay().atYear(event.year()), ruling.source())));
        return latest.filter(last -> !days.decision().isBefore(last.getKey()))
                .map(last -> List.of(new Refusal(
                        "round-deadline-too-late",
                        Map.of(
                                "day",
                                days.decision().toString(),
                                "before",
                                last.getKey().toString()),
                        last.getValue())))
                .orElse(List.of());
    }

    /** The lines of each group of criteria give as many points as the regulation gives the group. */
    private static List<Refusal> sheet(ScoreSheetSet event, Place place) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        event.items().forEach(item -> sums.merge(item.group(), item.max(), BigDecimal::add));
        var refusals = new ArrayList<Refusal>();
        if (event.items().size() > ITEMS_MAX
                || event.items().stream().anyMatch(RoundRules::isUnclear)
                || event.items().stream().map(Item::code).distinct().count()
                        < event.items().size()) {
            refusals.add(Refusal.of("score-sheet-unclear", Map.of("max", String.valueOf(ITEMS_MAX))));
        }
        for (var criterion : place.regime().criteria(event.kind())) {
            var max = criterion.max();
            var sum = sums.getOrDefault(criterion.group(), BigDecimal.ZERO);
            if (max != null && sum.compareTo(max) != 0) {
                refusals.add(new Refusal(
                        "score-sheet-does-not-add-up",
                        Map.of("group", criterion.label().vi(), "sum", sum.toPlainString(), "max", max.toPlainString()),
                        criterion.source()));
            }
        }
        return refusals;
    }

    private static boolean isUnclear(Item item) {
        return item.code().isBlank()
                || isEmptyOrLong(item.title(), NAME_CHARS_MAX)
                || item.max().signum() <= 0;
    }

    // ------------------------------------------------------------------------------------------------ self-reviews

    private static List<Refusal> ownReview(OrganizationSelfReviewed event, Place place) {
        var closed = closed(place);
        return closed.isEmpty()
                ? content(event.review(), place.kind(), place.organization().name(), place)
                : closed;
    }

    private static List<Refusal> selfReview(MemberSelfReviewed event, Place place) {
        var against = onRoll(event.person(), place);
        if (!against.isEmpty()) {
            return against;
        }
        var name = name(event.person(), place);
        var isKind = place.memberKinds().stream().anyMatch(kind -> kind.kind().equals(event.kind()));
        var group = place.findRound().flatMap(round -> round.group(event.group()));
        if (!isKind || group.filter(g -> g.kinds().contains(event.kind())).isEmpty()) {
            return List.of(Refusal.of("self-review-group-wrong", Map.of("name", name, "group", event.group())));
        }
        return content(event.review(), event.kind(), name, place);
    }

    /** An open dossier, and a member of it. */
    private static List<Refusal> onRoll(PersonId person, Place place) {
        var closed = closed(place);
        return !closed.isEmpty() || place.roll().containsKey(person)
                ? closed
                : List.of(refusal("member-not-on-roll", place));
    }

    private static List<Refusal> closed(Place place) {
        return place.dossier().isSubmitted() ? List.of(refusal("dossier-is-submitted", place)) : List.of();
    }

    private static List<Refusal> content(SelfReview review, String kind, String name, Place place) {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(facts(review.facts(), kind, name, place));
        refusals.addAll(points(review, kind, name, place));
        var isLong = review.passages().size() > PASSAGES_MAX
                || review.passages().stream().anyMatch(p -> p.text().length() > TEXT_CHARS_MAX);
        if (isLong) {
            refusals.add(
                    Refusal.of("self-review-too-long", Map.of("name", name, "max", String.valueOf(TEXT_CHARS_MAX))));
        }
        var level = review.level();
        if (level != null
                && place.regime().ladder(kind).stream().noneMatch(l -> l.code().equals(level))) {
            refusals.add(levelUnknown(level, kind, place));
        }
        return refusals;
    }

    private static Refusal levelUnknown(String level, String kind, Place place) {
        var allowed = place.regime().ladder(kind).stream()
                .map(ReviewRegime.Level::code)
                .collect(Collectors.joining(", "));
        return Refusal.of("level-unknown", Map.of("level", level, "allowed", allowed));
    }

    /** Known facts only, in the words of the regime, and no more points than a group gives. */
    static List<Refusal> facts(List<JudgedFact> facts, String kind, String name, Place place) {
        var words = new FactWords(place.regime(), kind);
        var refusals = new ArrayList<Refusal>();
        for (var fact : facts) {
            var known = place.regime().regime().facts().get(fact.name());
            var read = Optional.ofNullable(known).flatMap(f -> words.read(Facts.NONE, f, fact.value()));
            if (read.isEmpty() || exceeds(read.get().values().get(fact.name()), fact.name(), kind, place)) {
                refusals.add(Refusal.of(
                        "fact-unreadable",
                        Map.of(
                                "organization",
                                name,
                                "fact",
                                known == null ? fact.name() : known.label().vi(),
                                "given",
                                fact.value())));
            }
        }
        return refusals;
    }

    private static boolean exceeds(@Nullable Object value, String fact, String kind, Place place) {
        return value instanceof BigDecimal points
                && (points.signum() < 0
                        || place.regime().criteria(kind).stream()
                                .filter(criterion -> fact.equals(criterion.fact()))
                                .flatMap(criterion -> Stream.ofNullable(criterion.max()))
                                .anyMatch(max -> points.compareTo(max) > 0));
    }

    private static List<Refusal> points(SelfReview review, String kind, String name, Place place) {
        var items =
                place.sheets().getOrDefault(kind, List.of()).stream().collect(Collectors.toMap(Item::code, Item::max));
        return review.points().stream()
                .filter(given -> given.points().signum() < 0
                        || given.points()
                                        .compareTo(Objects.requireNonNullElse(
                                                items.get(given.item()), BigDecimal.valueOf(-1)))
                                > 0)
                .map(given -> Refusal.of(
                        "points-above-sheet",
                        Map.of(
                                "name",
                                name,
                                "item",
                                given.item(),
                                "points",
                                given.points().toPlainString())))
                .toList();
    }

    private static List<Refusal> remark(RemarkRecorded event, Place place) {
        var refusals = new ArrayList<>(onRoll(event.person(), place));
        var sources = place.rules().rulebook().codeList("remark-source");
        if (sources.find(event.source(), place.rules().date()).isEmpty()) {
            refusals.add(Refusal.of("remark-source-unknown", Map.of("source", event.source())));
        }
        if (isEmptyOrLong(event.text(), TEXT_CHARS_MAX)) {
            refusals.add(Refusal.of("reason-length", Map.of("max", String.valueOf(TEXT_CHARS_MAX))));
        }
        return refusals;
    }

    // ------------------------------------------------------------------------------------------------ the meeting

    private static List<Refusal> meeting(CellMet event, Place place) {
        var closed = closed(place);
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
        refusals.addAll(facts(said.facts(), kind, name, place));
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

    private static boolean isOutcome(String code, String kind, Place place) {
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

    // ------------------------------------------------------------------------------------------------ upward

    private static List<Refusal> submission(Place place) {
        var closed = closed(place);
        if (!closed.isEmpty()) {
            return closed;
        }
        var refusals = new ArrayList<Refusal>();
        if (place.dossier().own() == null) {
            refusals.add(refusal("organization-not-self-reviewed", place));
        }
        refusals.addAll(place.isCell() ? cellNotReady(place) : belowNotDecided(place));
        return refusals;
    }

    private static List<Refusal> cellNotReady(Place place) {
        if (place.dossier().meeting() == null) {
            return List.of(refusal("cell-has-not-met", place));
        }
        var met = place.dossier().met();
        var missing = place.roll().values().stream()
                .filter(line -> !met.contains(line.person()))
                .map(RosterLine::fullName)
                .toList();
        var refusals = new ArrayList<Refusal>();
        if (!missing.isEmpty()) {
            refusals.add(Refusal.of("meeting-incomplete", Map.of("names", names(missing))));
        }
        var unremarked = place.missingRemarks().keySet();
        if (!unremarked.isEmpty()) {
            var source = place.rules().findRuling("review.remark.residence").map(r -> r.source());
            refusals.add(new Refusal(
                    "remarks-missing",
                    Map.of(
                            "names",
                            names(unremarked.stream().map(p -> name(p, place)).toList())),
                    source.orElse(null)));
        }
        return refusals;
    }

    /** Parts before the whole: every organisation below is decided first. */
    private static List<Refusal> belowNotDecided(Place place) {
        var waiting = place.undecided().stream().map(Organization::name).toList();
        return waiting.isEmpty()
                ? List.of()
                : List.of(cited("below-not-decided", Place.PARTS_FIRST, Map.of("names", names(waiting)), place));
    }

    private static List<Refusal> returning(DossierReturned event, Place place) {
        if (!place.dossier().isSubmitted()) {
            return List.of(refusal("dossier-not-submitted", place));
        }
        if (place.outcome() != null || !place.outcomes().isEmpty()) {
            return List.of(refusal("dossier-is-decided", place));
        }
        return isEmptyOrLong(event.because(), TEXT_CHARS_MAX)
                ? List.of(Refusal.of("reason-length", Map.of("max", String.valueOf(TEXT_CHARS_MAX))))
                : List.of();
    }

    private static List<Refusal> appraisal(DossierAppraised event, Place place) {
        if (!place.dossier().isSubmitted()) {
            return List.of(refusal("dossier-not-submitted", place));
        }
        var isNext = place.appraisers().stream()
                .map(Organization::id)
                .filter(id -> !place.dossier().appraisers().contains(id))
                .findFirst()
                .filter(event.by()::equals)
                .isPresent();
        if (!isNext) {
            return List.of(refusal("not-the-next-to-appraise", place));
        }
        return event.changes().stream()
                .flatMap(change -> change(change, place).stream())
                .toList();
    }

    private static List<Refusal> change(Change change, Place place) {
        var person = change.person();
        var kind = person == null ? place.kind() : place.kindOf(person);
        var name = person == null ? place.organization().name() : name(person, place);
        if (!isOutcome(change.outcome(), kind, place)) {
            return List.of(levelUnknown(change.outcome(), kind, place));
        }
        return isEmptyOrLong(change.because(), TEXT_CHARS_MAX)
                ? List.of(Refusal.of("proposal-without-reason", Map.of("name", name)))
                : List.of();
    }

    /** The level in whose name something was done is not the author's to act for (43-HD/BTCTW mục 3). */
    static Refusal notCompetent(Organization committee, Place place) {
        return new Refusal("not-competent", Map.of("organization", committee.name()), place.competenceSource());
    }

    /** What a member handed in under the own name is corrected by the meeting, never written over. */
    static Refusal notTheirWord(PersonId person, Place place) {
        return Refusal.of("self-review-is-the-members-own", Map.of("name", name(person, place)));
    }

    /** Whether a decision on a member or on the organisation may be taken: its papers came up the whole way. */
    static List<Refusal> againstDeciding(boolean onItself, Place place) {
        if (!place.dossier().isSubmitted()) {
            return List.of(cited("dossier-not-submitted", Place.LOWER_FIRST, about(place), place));
        }
        var appraised = place.dossier().appraisers();
        var waiting = place.appraisers().stream()
                .filter(o -> !appraised.contains(o.id()))
                .map(Organization::name)
                .toList();
        if (!waiting.isEmpty()) {
            return List.of(cited("not-appraised-yet", Place.LOWER_FIRST, Map.of("names", names(waiting)), place));
        }
        return onItself ? partsNotDecided(place) : List.of();
    }

    private static List<Refusal> partsNotDecided(Place place) {
        if (!place.isCell()) {
            return belowNotDecided(place);
        }
        var waiting = place.roll().values().stream()
                .filter(line -> !place.outcomes().containsKey(line.person()))
                .map(RosterLine::fullName)
                .toList();
        return waiting.isEmpty()
                ? List.of()
                : List.of(cited("members-not-decided", Place.PARTS_FIRST, Map.of("names", names(waiting)), place));
    }

    // ------------------------------------------------------------------------------------------------ afterwards

    private static List<Refusal> decidedOf(PersonId person, String code, Place place) {
        return place.outcomes().containsKey(person) ? List.of() : List.of(refusal(code, place));
    }

    private static List<Refusal> objection(ObjectionMade event, Place place) {
        if (place.dossier().file(event.person()).notified() == null) {
            return List.of(refusal("objection-before-notice", place));
        }
        return isEmptyOrLong(event.text(), TEXT_CHARS_MAX)
                ? List.of(Refusal.of("reason-length", Map.of("max", String.valueOf(TEXT_CHARS_MAX))))
                : List.of();
    }

    private static List<Refusal> answer(ObjectionAnswered event, Place place) {
        var file = place.dossier().file(event.person());
        if (file.objection() == null || file.answer() != null) {
            return List.of(refusal("no-objection-to-answer", place));
        }
        return isEmptyOrLong(event.text(), TEXT_CHARS_MAX)
                ? List.of(Refusal.of("reason-length", Map.of("max", String.valueOf(TEXT_CHARS_MAX))))
                : List.of();
    }

    private static List<Refusal> report(Place place) {
        return place.isCell() ? List.of(refusal("no-report-of-a-cell", place)) : belowNotDecided(place);
    }

    // ------------------------------------------------------------------------------------------------ words

    private static String name(PersonId person, Place place) {
        return Optional.ofNullable(place.roll().get(person))
                .map(RosterLine::fullName)
                .orElse("");
    }

    private static String names(Collection<String> all) {
        var shown = all.stream().limit(NAMES_SHOWN_MAX).collect(Collectors.joining(", "));
        return all.size() > NAMES_SHOWN_MAX ? "%s … (%d)".formatted(shown, all.size()) : shown;
    }

    private static boolean isEmptyOrLong(@Nullable String text, int max) {
        return text == null || text.isBlank() || text.length() > max;
    }

    private static Map<String, String> about(Place place) {
        return Map.of("organization", place.organization().name(), "year", String.valueOf(place.year()));
    }

    private static Refusal refusal(String code, Place place) {
        return Refusal.of(code, about(place));
    }

    private static Refusal cited(String code, String provision, Map<String, String> facts, Place place) {
        @Nullable Citation source = place.provision(provision);
        return new Refusal(code, facts, source);
    }
}
