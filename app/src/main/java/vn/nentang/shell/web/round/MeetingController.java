package vn.nentang.shell.web.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.RosterLine;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent.Attendance;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.Line;
import vn.nentang.review.round.RoundEvent.Proposal;
import vn.nentang.review.round.RoundEvent.Votes;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.Reasons;
import vn.nentang.shell.web.review.TypedFields;

/** The cell's meeting, entered in one sitting: attendance, ballots counted, proposals, on the members and on the cell. */
@WebFace
final class MeetingController {

    private static final String OWN = "own.";
    private static final String CORRECTED = "corrected";
    private static final int REASON_CHARS_MAX = 4_000;
    private static final int NAME_CHARS_MAX = 200;
    private static final int COUNT_CHARS_MAX = 5;

    private final Desk desk;

    MeetingController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/dossier/meeting")
    Reply show(@PathVariable int year, @PathVariable OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        var place = desk.place(id, year, viewer);
        var typed = new TypedFields(recorded(place, asOf, texts), texts);
        return Reply.show(new Showing(place, typed, viewer, texts).page(null, List.of()));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/dossier/meeting")
    Reply send(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        var typed = new TypedFields(form, texts);
        var showing = new Showing(place, typed, viewer, texts);
        var on = typed.day("on", LocalDate.of(year, 1, 1), asOf.today());
        if (!typed.of("correct").isEmpty()) {
            return Reply.show(showing.page(command, List.of()));
        }
        var met = meeting(place, typed, texts);
        if (!typed.isSound() || on.isEmpty()) {
            return Reply.refused(showing.page(command, List.of()));
        }
        return Reply.to(
                desk.record(command, List.of(met), on.get(), typed.paper("paper"), viewer),
                Desk.path(place),
                reasons -> showing.page(command, reasons));
    }

    // ------------------------------------------------------------------------------------------ what was typed

    private static CellMet meeting(Place place, TypedFields typed, Texts texts) {
        var attendance = new Attendance(
                place.base(),
                count("present", typed, texts),
                Desk.orEmpty(typed.text("chair", NAME_CHARS_MAX)),
                Desk.orEmpty(typed.text("secretary", NAME_CHARS_MAX)));
        var lines = place.roll().values().stream()
                .map(line -> new Line(line.person(), ofMember(line, place, typed, texts)))
                .toList();
        var own = proposal(ownSubject(place), place, typed, texts);
        return new CellMet(place.organization().id(), place.year(), attendance, lines, own);
    }

    private static Proposal ofMember(RosterLine line, Place place, TypedFields typed, Texts texts) {
        return proposal(subject(line.person(), place), place, typed, texts);
    }

    /**
     * Who is voted on.
     *
     * @param prefix what the names of its fields begin with
     * @param said facts of the self-review
     */
    private record Subject(String prefix, String kind, Map<String, String> said) {}

    private static Subject subject(PersonId person, Place place) {
        return new Subject(prefix(person), place.kindOf(person), place.dossier().said(person));
    }

    private static Subject ownSubject(Place place) {
        return new Subject(OWN, place.kind(), place.dossier().ownSaid());
    }

    private static Proposal proposal(Subject subject, Place place, TypedFields typed, Texts texts) {
        var prefix = subject.prefix();
        var votes = new ArrayList<Votes>();
        for (var level : Desk.levels(place, subject.kind())) {
            var field = prefix + "votes." + level;
            if (typed.has(field)) {
                votes.add(new Votes(level, count(field, typed, texts)));
            }
        }
        var outcome = typed.of(prefix + "outcome");
        if (outcome.isBlank()) {
            typed.refuse(prefix + "outcome", texts.of("decision.no-level"));
        }
        var invalid = typed.has(prefix + "invalid") ? count(prefix + "invalid", typed, texts) : 0;
        var facts = corrections(subject, place, typed, texts);
        return new Proposal(facts, votes, invalid, outcome, typed.text(prefix + "because", REASON_CHARS_MAX));
    }

    /** What the meeting found otherwise than the self-review says; its fields are shown only where somebody asked for them. */
    private static List<JudgedFact> corrections(Subject subject, Place place, TypedFields typed, Texts texts) {
        return new FactFields(place, subject.kind(), subject.prefix(), texts)
                .readFacts(typed, List.of()).stream()
                        .filter(fact -> !fact.value().equals(subject.said().get(fact.name())))
                        .toList();
    }

    private static int count(String field, TypedFields typed, Texts texts) {
        var text = Desk.orEmpty(typed.text(field, COUNT_CHARS_MAX));
        if (!text.matches("\\d{1,5}")) {
            typed.refuse(field, texts.of("round.no-count"));
            return 0;
        }
        return Integer.parseInt(text);
    }

    private static String prefix(PersonId person) {
        return person + ".";
    }

    // ------------------------------------------------------------------------------------------ what is recorded

    /** The form as it was recorded last; before that the day, and for each what the facts allow. */
    private static Map<String, String> recorded(Place place, AsOf asOf, Texts texts) {
        var fields = new HashMap<String, String>();
        var met = place.dossier().meeting();
        fields.put("on", texts.date(met == null ? asOf.today() : met.on()));
        if (met != null) {
            fields.put("present", String.valueOf(met.event().attendance().present()));
            fields.put("chair", met.event().attendance().chair());
            fields.put("secretary", met.event().attendance().secretary());
            put(OWN, met.event().own(), fields);
            met.event().lines().forEach(line -> put(prefix(line.person()), line.proposal(), fields));
        }
        place.roll()
                .keySet()
                .forEach(person -> Desk.computed(place.judge(person))
                        .ifPresent(code -> fields.putIfAbsent(prefix(person) + "outcome", code)));
        Desk.computed(place.judgeOwn()).ifPresent(code -> fields.putIfAbsent(OWN + "outcome", code));
        return fields;
    }

    private static void put(String prefix, Proposal proposal, Map<String, String> fields) {
        fields.put(prefix + "outcome", proposal.outcome());
        fields.put(prefix + "because", Desk.orEmpty(proposal.because()));
        fields.put(prefix + "invalid", String.valueOf(proposal.invalid()));
        if (!proposal.facts().isEmpty()) {
            fields.put(prefix + CORRECTED, "true");
        }
        proposal.facts().forEach(fact -> fields.put(prefix + "fact." + fact.name(), fact.value()));
        proposal.votes()
                .forEach(votes -> fields.put(prefix + "votes." + votes.level(), String.valueOf(votes.number())));
    }

    /** One form as it is shown. */
    private final class Showing {

        private final Place place;
        private final TypedFields typed;
        private final Viewer viewer;
        private final Texts texts;

        Showing(Place place, TypedFields typed, Viewer viewer, Texts texts) {
            this.place = place;
            this.typed = typed;
            this.viewer = viewer;
            this.texts = texts;
        }

        MeetingPage page(@Nullable UUID command, List<Refusal> problems) {
            return new MeetingPage(
                    place,
                    desk.path(place, viewer),
                    desk.choices(place, texts),
                    place.roll().values().stream().map(this::row).toList(),
                    ownRow(),
                    place.provision("collective-first"),
                    place.dossier().meeting() == null
                            ? null
                            : place.dossier().meeting().on(),
                    command == null ? null : command.toString(),
                    typed,
                    problems);
        }

        private MeetingPage.Row row(RosterLine line) {
            var person = line.person();
            var asked = place.dossier()
                    .file(person)
                    .findSelfReview()
                    .map(made -> Desk.orEmpty(made.event().review().level()))
                    .orElse("");
            return row(
                    subject(person, place),
                    line.fullName(),
                    desk.word(place, "member", asked, texts),
                    place.known(person),
                    place.isReviewed(person));
        }

        private MeetingPage.Row ownRow() {
            var own = place.dossier().own();
            var asked = own == null ? "" : Desk.orEmpty(own.event().review().level());
            return row(
                    ownSubject(place),
                    place.organization().name(),
                    desk.word(place, "organization", asked, texts),
                    Map.of(),
                    true);
        }

        private MeetingPage.Row row(
                Subject subject, String name, String asked, Map<String, String> known, boolean votes) {
            var prefix = subject.prefix();
            var facts = new LinkedHashMap<>(subject.said());
            corrections(subject, place, typed, texts).forEach(fact -> facts.put(fact.name(), fact.value()));
            var judged = new HashMap<>(facts);
            judged.putAll(known);
            return new MeetingPage.Row(
                    prefix,
                    name,
                    asked,
                    new Reasons(place.regime().regime(), texts).outcome(place.judge(subject.kind(), judged)),
                    typed.of(prefix + "outcome"),
                    typed.of(prefix + "because"),
                    votes,
                    isCorrected(prefix) ? fields(subject, facts) : List.of());
        }

        private boolean isCorrected(String prefix) {
            return typed.of("correct").equals(prefix) || typed.has(prefix + CORRECTED);
        }

        private List<FactFields.Field> fields(Subject subject, Map<String, String> facts) {
            return new FactFields(place, subject.kind(), subject.prefix(), texts)
                    .corrections(facts).stream()
                            .map(field -> field.with(typed.or(field.name(), field.value())))
                            .toList();
        }
    }
}
