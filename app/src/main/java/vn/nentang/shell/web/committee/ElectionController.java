package vn.nentang.shell.web.committee;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.committee.Committee;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.Committees;
import vn.nentang.committee.Election;
import vn.nentang.committee.ElectionCount;
import vn.nentang.committee.ElectionMinutes;
import vn.nentang.committee.ElectionMinutesFile;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.People;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.paper.PaperFiles;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.Ruling;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Download;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Entering an election, counting it as it is typed, recording it; and the election as it stands, with its minutes. */
@WebFace
final class ElectionController {

    private static final String REPORT_WITHIN = "election.report-within";

    private final Organizations organizations;
    private final Committees committees;
    private final CommitteeDesk desk;
    private final People people;
    private final CommitteePeople persons;
    private final CommitteeWords words;
    private final Rulebook rulebook;

    ElectionController(
            Organizations organizations,
            Committees committees,
            CommitteeDesk desk,
            People people,
            CommitteePeople persons,
            CommitteeWords words,
            Rulebook rulebook) {
        this.organizations = organizations;
        this.committees = committees;
        this.desk = desk;
        this.people = people;
        this.persons = persons;
        this.words = words;
        this.rulebook = rulebook;
    }

    /** Where an election is entered, and for whom. */
    private record Entering(Organization organization, LocalDate day, Viewer viewer, Texts texts) {

        String action() {
            return "/organizations/%s/elections/new".formatted(organization.id());
        }
    }

    private Entering entering(OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        OutOfReach.unless(viewer.scope().keeps(id, asOf.today()));
        var day = OutOfReach.require(organizations.lifetime(id)).nearest(asOf.date());
        return new Entering(OutOfReach.require(organizations.find(id, day)), day, viewer, texts);
    }

    private ElectionFields fields(Entering entering, Map<String, String> typed) {
        var known = persons.of(entering.organization().id(), entering.viewer().scope(), entering.day());
        return new ElectionFields(typed, known, rulebook, entering.texts(), entering.day());
    }

    @GetMapping("/organizations/{id}/elections/new")
    Reply form(@PathVariable OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        var entering = entering(id, viewer, asOf, texts);
        var fields = fields(entering, Map.of());
        return Reply.show(page(entering, fields, UUID.randomUUID(), null, List.of()));
    }

    /** @param what {@code count} counts and records nothing, {@code more} adds rows, {@code record} records */
    @PostMapping("/organizations/{id}/elections/new")
    Reply send(
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam(name = "do", defaultValue = "count") String what,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var entering = entering(id, viewer, asOf, texts);
        var fields = fields(entering, typed);
        if (what.equals("more")) {
            fields.addRows();
            return Reply.show(page(entering, fields, command, null, List.of()));
        }
        var held = fields.read();
        if (held.isEmpty()) {
            return Reply.refused(page(entering, fields, command, null, List.of()));
        }
        return what.equals("record")
                ? record(entering, fields, held.get(), command)
                : Reply.show(page(entering, fields, command, held.get(), List.of()));
    }

    /** What was asked: two requests under one command id are compared by it. */
    private record Request(OrganizationId organization, Election held, LocalDate on, Paper paper) {}

    private Reply record(Entering entering, ElectionFields fields, Election held, UUID id) {
        var request = new Request(entering.organization().id(), held, fields.day(), fields.paper());
        var command = new Command(id, entering.viewer().account().login(), request);
        var answer = desk.recordElection(command, request.organization(), held, request.on(), request.paper());
        return switch (answer) {
            case Answer.Refused(var reasons) -> Reply.refused(page(entering, fields, id, held, reasons));
            case Answer.Recorded(var entries) ->
                Reply.goTo("/organizations/%s/elections/%s?on=%s"
                        .formatted(request.organization(), entries.getFirst(), request.on()));
        };
    }

    private ElectionFormPage page(
            Entering entering, ElectionFields fields, UUID command, @Nullable Election held, List<Refusal> refusals) {
        return new ElectionFormPage(
                entering.organization(),
                entering.viewer().scope().path(entering.organization().id(), entering.day()),
                entering.action(),
                command,
                fields.rows(),
                fields.general(),
                fields.attendance(),
                fields.ballots(),
                fields.candidateRows(),
                fields.ending(),
                fields.isSound(),
                held == null ? null : shown(held, fields.day(), entering.texts()),
                refusals);
    }

    private CountShown shown(Election held, LocalDate on, Texts texts) {
        var count = ElectionCount.of(held, on, rulebook);
        var names = names(held, on);
        return new CountShown(
                count.base().stream()
                        .map(line -> new CountShown.BaseLine(
                                "election.who." + line.who().code(), line.number(), line.counts(), line.citation()))
                        .toList(),
                count.total(),
                count.needed(),
                citation("election.win-share", on),
                held.seats(),
                held.candidates().size(),
                count.surplusMax(),
                count.outcomes().stream().map(o -> line(o, count, names, texts)).toList(),
                count.tied().stream().map(p -> names.getOrDefault(p, "")).toList(),
                count.openSeats(),
                count.notices().stream()
                        .map(n -> new CountShown.Note(words.notice(n, texts), n.citation()))
                        .toList(),
                count.problems());
    }

    private Map<PersonId, String> names(Election held, LocalDate on) {
        return people.names(
                held.candidates().stream().map(Election.Candidate::person).toList(), on);
    }

    private CountShown.Line line(
            ElectionCount.Outcome outcome, ElectionCount count, Map<PersonId, String> names, Texts texts) {
        var candidate = outcome.candidate();
        return new CountShown.Line(
                candidate.person(),
                names.getOrDefault(candidate.person(), ""),
                candidate.agree(),
                candidate.disagree(),
                candidate.voided(),
                outcome.fate().code(),
                words.fate(outcome, count, texts),
                outcome.citation());
    }

    private @Nullable Citation citation(String key, LocalDate on) {
        return rulebook.on(on).findRuling(key).map(Ruling::source).orElse(null);
    }

    /** An election that stands and the organisation as it was on its day. */
    private record Stood(Organization organization, Committees.ElectionHeld election) {}

    private Stood stood(OrganizationId id, String named) {
        var election = OutOfReach.require(committees.elections(id).stream()
                .filter(e -> e.recorded().ref().toString().equals(named))
                .findFirst());
        return new Stood(OutOfReach.require(organizations.find(id, election.on())), election);
    }

    @GetMapping("/organizations/{id}/elections/{named}")
    Reply one(@PathVariable OrganizationId id, @PathVariable String named, Viewer viewer, AsOf asOf, Texts texts) {
        var stood = stood(id, named);
        var on = stood.election().on();
        var report = rulebook.on(on).findRuling(REPORT_WITHIN);
        return Reply.show(new ElectionPage(
                stood.organization(),
                viewer.scope().path(id, asOf.date()),
                stood.election(),
                words.body(stood.election().held().body(), id, on, texts),
                words.word("election-meeting", stood.election().held().meeting(), on, texts),
                shown(stood.election().held(), on, texts),
                report.map(Ruling::wholeNumber).orElse(null),
                report.map(Ruling::source).orElse(null),
                viewer.may(Right.COMMITTEE_RECORD, id, asOf.today()),
                viewer.may(Right.MEMBER_READ, id, asOf.today())));
    }

    private ElectionMinutes minutes(Stood stood) {
        var on = stood.election().on();
        var above = Optional.ofNullable(stood.organization().parent())
                .flatMap(parent -> organizations.find(parent, on))
                .map(Organization::name)
                .orElse("");
        var term = Optional.ofNullable(
                        committees.of(stood.organization().id(), on, null).term())
                .map(Committee.Term::name)
                .orElse("");
        var around = new ElectionMinutes.Around(
                stood.organization(), above, term, names(stood.election().held(), on), rulebook);
        return ElectionMinutes.of(stood.election().held(), on, around);
    }

    @GetMapping("/organizations/{id}/elections/{named}/minutes")
    Reply printed(@PathVariable OrganizationId id, @PathVariable String named, Viewer viewer, AsOf asOf) {
        var back = "/organizations/%s/elections/%s".formatted(id, named);
        return Reply.show(new MinutesPage(viewer.scope().path(id, asOf.date()), back, minutes(stood(id, named))));
    }

    @GetMapping("/organizations/{id}/elections/{named}/minutes.docx")
    ResponseEntity<byte[]> word(@PathVariable OrganizationId id, @PathVariable String named) throws IOException {
        var stood = stood(id, named);
        return Download.of(Download.Kind.DOCX, name(stood), PaperFiles.docx(ElectionMinutesFile.paper(minutes(stood))));
    }

    @GetMapping("/organizations/{id}/elections/{named}/minutes.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable OrganizationId id, @PathVariable String named) throws IOException {
        var stood = stood(id, named);
        return Download.of(Download.Kind.PDF, name(stood), PaperFiles.pdf(ElectionMinutesFile.paper(minutes(stood))));
    }

    private static String name(Stood stood) {
        return "Biên bản kiểm phiếu %s %s"
                .formatted(stood.organization().name(), stood.election().on());
    }
}
