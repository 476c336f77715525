package vn.nentang.shell.web.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Command;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.review.Cap;
import vn.nentang.review.CapTerms;
import vn.nentang.review.Classification;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewDesk;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.round.Dossier;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.Places;
import vn.nentang.review.round.Round;
import vn.nentang.review.round.RoundEvent.Group;
import vn.nentang.review.round.Waiting;
import vn.nentang.review.round.Waiting.Proposed;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.Reasons;
import vn.nentang.shell.web.review.TypedFields;

/** The committee's decisions on members: everything that came up, by group and cell, with live caps. */
@WebFace
final class DecisionsController {

    private static final int ROWS_MAX = 300;
    private static final int REASON_CHARS_MAX = 4_000;

    private final Desk desk;
    private final Waiting waiting;
    private final ReviewDesk reviews;
    private final ReviewResults results;
    private final Rosters rosters;
    private final Places places;

    DecisionsController(
            Desk desk, Waiting waiting, ReviewDesk reviews, ReviewResults results, Rosters rosters, Places places) {
        this.places = places;
        this.desk = desk;
        this.waiting = waiting;
        this.reviews = reviews;
        this.results = results;
        this.rosters = rosters;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/decisions")
    Reply show(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam Map<String, String> asked,
            Viewer viewer,
            Texts texts) {
        var showing = new Showing(desk.place(id, year, viewer), new TypedFields(asked, texts), viewer, texts);
        return Reply.show(showing.page(null, List.of(), false));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/decisions")
    Reply send(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var typed = new TypedFields(form, texts);
        var showing = new Showing(desk.place(id, year, viewer), typed, viewer, texts);
        var act = form.getOrDefault("act", "record");
        if (!act.equals("record")) {
            return Reply.show(showing.page(command, List.of(), act.equals("live")));
        }
        var on = typed.day("on", LocalDate.of(year, 1, 1), asOf.today());
        var decisions = on.map(day -> showing.decisions(day)).orElse(List.of());
        if (!typed.isSound()) {
            return Reply.refused(showing.page(command, List.of(), false));
        }
        var request = new Command(command, viewer.account().login(), decisions);
        return Reply.to(
                reviews.recordAll(request, decisions),
                showing.own(),
                reasons -> showing.page(command, reasons.stream().distinct().toList(), false));
    }

    /** One page of decisions as it is shown. */
    private final class Showing {

        private final Place place;
        private final TypedFields typed;
        private final Viewer viewer;
        private final Texts texts;
        private final LocalDate day;
        private final List<Organization> cells;
        private final List<Proposed> people;
        private final Map<Standing, RosterLine> roll = new HashMap<>();
        private final Reasons reasons;
        private final Map<String, String> words = new HashMap<>();

        Showing(Place place, TypedFields typed, Viewer viewer, Texts texts) {
            this.place = place;
            this.typed = typed;
            this.viewer = viewer;
            this.texts = texts;
            this.day = place.rules().date();
            this.reasons = new Reasons(place.regime().regime(), texts);
            this.cells = viewer.scope().subtree(place.organization().id(), day);
            var arrived = arrived();
            this.people = waiting.proposed(place.year(), arrived, day).stream()
                    .filter(this::isMeant)
                    .toList();
            rosters.ofEach(arrived, day).values().stream()
                    .flatMap(List::stream)
                    .forEach(line -> roll.put(new Standing(line.cell(), line.person()), line));
        }

        /** A member of one cell may be the guest of another, and is judged in each as there. */
        private record Standing(OrganizationId cell, PersonId person) {}

        /** Cells whose papers came up to a level the reader decides for, and wait for nobody in between; of those chosen. */
        private List<OrganizationId> arrived() {
            var chosen = typed.of("cell");
            var ids = cells.stream()
                    .map(Organization::id)
                    .filter(id -> chosen.isEmpty() || id.toString().equals(chosen))
                    .toList();
            var progress = waiting.progress(place.year(), ids);
            var ways = places.ways(place.year(), ids);
            return ids.stream()
                    .filter(id -> hasArrived(Objects.requireNonNull(progress.get(id)), ways.get(id)))
                    .toList();
        }

        private boolean hasArrived(Waiting.Progress progress, Places.@Nullable Way way) {
            return way != null
                    && progress.stage() == Dossier.Stage.SUBMITTED
                    && way.appraisers().stream()
                            .allMatch(o -> progress.appraisers().contains(o.id()))
                    && viewer.scope().covers(way.competent().id(), day);
        }

        private boolean isMeant(Proposed one) {
            var group = typed.of("group");
            return (group.isEmpty() || group.equals(one.group())) && (typed.has("all") || one.outcome() == null);
        }

        String own() {
            return "/reviews/%d/organizations/%s/decisions?group=%s&cell=%s"
                    .formatted(place.year(), place.organization().id(), typed.of("group"), typed.of("cell"));
        }

        private List<Proposed> shown() {
            return people.stream().limit(ROWS_MAX).toList();
        }

        private static String field(Proposed one) {
            return one.person() + ".";
        }

        private Classification judge(Proposed one) {
            var facts = new HashMap<>(one.facts());
            var line = roll.get(new Standing(one.cell(), one.person()));
            if (line != null) {
                facts.putAll(place.known(line));
            }
            return place.judge(kind(one), facts);
        }

        private String kind(Proposed one) {
            return Objects.requireNonNullElse(
                    one.kind(), place.memberKinds().getLast().kind());
        }

        /** As chosen; before the form was sent, what is proposed, or else what the facts lead to. */
        private String chosen(Proposed one) {
            return typed.of("command").isEmpty()
                    ? Optional.ofNullable(one.outcome())
                            .or(() -> Optional.ofNullable(one.proposed()))
                            .orElse("")
                    : typed.of(field(one) + "level");
        }

        // ---------------------------------------------------------------------------------- to be recorded

        List<Decided> decisions(LocalDate on) {
            var paper = typed.paper("paper");
            var decisions = new ArrayList<Decided>();
            Stream.concat(raise().stream(), measure().stream())
                    .forEach(event -> decisions.add(new Decided(event, on, paper)));
            shown().stream()
                    .filter(one -> !chosen(one).isEmpty() && !chosen(one).equals(one.outcome()))
                    .map(one -> new Decided(decision(one), on, paper))
                    .forEach(decisions::add);
            if (decisions.isEmpty()) {
                typed.refuse("on", texts.of("round.nothing-chosen"));
            }
            return decisions;
        }

        private Optional<ReviewEvent> raise() {
            var because = typed.text("raise", REASON_CHARS_MAX);
            return because == null
                    ? Optional.empty()
                    : rule().flatMap(rule -> Optional.ofNullable(rule.raised()))
                            .flatMap(key -> place.rules().findRuling(key))
                            .map(limit -> new ReviewEvent.CapRaised(
                                    place.organization().id(), place.year(), limit.number(), because));
        }

        private Optional<ReviewEvent> measure() {
            return Optional.ofNullable(typed.text("both", REASON_CHARS_MAX))
                    .map(because -> new ReviewEvent.CapMeasuredOfBoth(
                            place.organization().id(), place.year(), because));
        }

        private ReviewEvent decision(Proposed one) {
            var classification = judge(one);
            var allowed = classification instanceof Classification.Level level ? level.code() : null;
            var code = chosen(one);
            var isLevel = place.regime().ladder(kind(one)).stream()
                    .anyMatch(level -> level.code().equals(code));
            var outcome = new ReviewEvent.Outcome(
                    place.regime().id(),
                    isLevel ? code : null,
                    isLevel ? null : code,
                    allowed,
                    because(one, classification),
                    ReviewEvent.JudgedFact.of(classification));
            return new ReviewEvent.MemberClassified(one.person(), place.year(), one.cell(), one.group(), outcome);
        }

        /** The committee's own reason; where it follows the proposal, the proposal's. */
        private @Nullable String because(Proposed one, Classification classification) {
            var own = typed.text(field(one) + "because", REASON_CHARS_MAX);
            var differs =
                    Desk.computed(classification).filter(chosen(one)::equals).isEmpty();
            return own != null || !differs || !chosen(one).equals(one.proposed()) ? own : one.because();
        }

        // ---------------------------------------------------------------------------------- to be shown

        DecisionsPage page(@Nullable UUID command, List<Refusal> problems, boolean live) {
            return new DecisionsPage(
                    place,
                    desk.path(place, viewer),
                    live ? List.of() : shown().stream().map(this::row).toList(),
                    people.size(),
                    groups(),
                    typed.of("group"),
                    cells.stream()
                            .filter(o -> !o.id().equals(place.organization().id()) || cells.size() == 1)
                            .map(o -> new DecisionsPage.Choice(o.id().toString(), o.name()))
                            .toList(),
                    typed.of("cell"),
                    typed.has("all"),
                    caps(),
                    options(place.regime().ladder(place.memberKinds().getFirst().kind()).stream()
                            .map(ReviewRegime.Level::code)
                            .toList()),
                    options(List.copyOf(place.reasons())),
                    rule().filter(rule -> rule.raised() != null).isPresent(),
                    recordedTerms().raised(),
                    recordedTerms().ofBoth(),
                    command == null ? null : command.toString(),
                    typed,
                    problems,
                    live);
        }

        private List<DecisionsPage.Choice> groups() {
            return round().stream()
                    .flatMap(round -> round.groups().stream())
                    .map(group -> new DecisionsPage.Choice(group.code(), group.name()))
                    .toList();
        }

        private Optional<Round> round() {
            return place.findRound();
        }

        private List<FactFields.Option> options(List<String> codes) {
            return codes.stream()
                    .map(code -> new FactFields.Option(code, word(code)))
                    .toList();
        }

        private String word(String code) {
            return words.computeIfAbsent(code, one -> desk.word(place, "member", one, texts));
        }

        private DecisionsPage.Row row(Proposed one) {
            var classification = judge(one);
            var chosen = chosen(one);
            return new DecisionsPage.Row(
                    field(one),
                    one.fullName(),
                    viewer.scope().nameOf(one.cell(), day),
                    round().flatMap(r -> r.group(Desk.orEmpty(one.group())))
                            .map(Group::name)
                            .orElse(""),
                    one.votes().stream()
                            .map(votes -> "%s %d".formatted(votes.level(), votes.number()))
                            .collect(Collectors.joining(", ")),
                    word(Desk.orEmpty(one.proposed())),
                    typed.of("command").isEmpty() ? Desk.orEmpty(one.because()) : typed.of(field(one) + "because"),
                    reasons.outcome(classification),
                    chosen,
                    word(Desk.orEmpty(one.outcome())),
                    Desk.computed(classification).filter(chosen::equals).isEmpty(),
                    "/reviews/%d/organizations/%s/dossier/members/%s/why"
                            .formatted(place.year(), one.cell(), one.person()));
        }

        /** What is decided elsewhere in the round, and what this page would add. */
        private List<DecisionsPage.GroupCap> caps() {
            var rule = rule();
            var ids = cells.stream().map(Organization::id).toList();
            var decided = waiting.decidedByGroup(place.year(), ids);
            var recorded = recordedTerms();
            var terms = new CapTerms(recorded.raised() || typed.has("raise"), recorded.ofBoth() || typed.has("both"));
            return rule.stream()
                    .flatMap(r -> round().stream()
                            .flatMap(round -> round.groups().stream())
                            .flatMap(group -> cap(r, group, decided, terms).stream()))
                    .toList();
        }

        private Optional<DecisionsPage.GroupCap> cap(
                ReviewRegime.Cap rule, Group group, Map<String, Map<String, Integer>> decided, CapTerms terms) {
            var counted = new LinkedHashMap<>(decided.getOrDefault(group.code(), Map.of()));
            for (var one : shown()) {
                if (group.code().equals(one.group())) {
                    count(one.outcome(), -1, counted);
                    count(chosen(one), 1, counted);
                }
            }
            return Cap.of(
                            rule,
                            place.rules(),
                            counted.getOrDefault(rule.top(), 0),
                            counted.getOrDefault(rule.base(), 0))
                    .map(cap -> new DecisionsPage.GroupCap(
                            group.name(), new ReviewReport.GroupCap(group.code(), cap, terms)));
        }

        private static void count(@Nullable String level, int number, Map<String, Integer> counted) {
            if (level != null && !level.isEmpty()) {
                counted.merge(level, number, Integer::sum);
            }
        }

        private Optional<ReviewRegime.Cap> rule() {
            return place.regime().cap(place.memberKinds().getFirst().kind());
        }

        private CapTerms recordedTerms() {
            return results.capTerms(place.year(), place.organization().id());
        }
    }
}
