package vn.nentang.shell.web.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.Act;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.membership.People;
import vn.nentang.membership.Proposals;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.Recording;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Opens the file of someone new on a cell's roll, and records how the member came there: all of it or nothing. */
@WebFace
final class NewMemberController {

    private static final Question<PartialDate> ADMITTED_ON = Question.partialDay("admitted");
    private static final Question<PartialDate> ADMITTED_IF_KNOWN = ADMITTED_ON.orNothing();
    private static final Question<PartialDate> RECOGNISED_ON =
            Question.partialDay("recognised").orNothing();

    /** How someone comes onto a roll. */
    private enum Way {
        ADMITTED,
        ARRIVED,
        ENROLLED;

        List<Question<?>> questions() {
            return switch (this) {
                case ADMITTED -> List.of();
                case ARRIVED -> List.of(MemberForms.ORIGIN, MemberForms.FROM, ADMITTED_ON, RECOGNISED_ON);
                case ENROLLED -> List.of(MemberForms.STANDING, ADMITTED_IF_KNOWN, RECOGNISED_ON);
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final People people;
    private final MembershipDesk desk;
    private final Rulebook rulebook;
    private final Proposals proposals;
    private final AuthorityMatrix matrix;

    NewMemberController(
            People people, MembershipDesk desk, Proposals proposals, AuthorityMatrix matrix, Rulebook rulebook) {
        this.people = people;
        this.proposals = proposals;
        this.matrix = matrix;
        this.desk = desk;
        this.rulebook = rulebook;
    }

    /** A cell on whose roll the reader may record. */
    private record Roll(Organization cell, Viewer viewer, AsOf asOf, Texts texts) {

        Sheet.About about() {
            return new Sheet.About(cell.name(), viewer.scope().path(cell.id(), asOf.date()), own() + "/roster");
        }

        String own() {
            return "/organizations/" + cell.id();
        }
    }

    private Roll roll(OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        OutOfReach.unless(viewer.scope().keeps(id, asOf.today()));
        var cell = OutOfReach.require(viewer.scope().find(id, asOf.date()));
        var roll = new Roll(cell, viewer, asOf, texts);
        OutOfReach.unless(filling(roll).ground(Head.DAY, Typed.NOTHING).keepsRoll(cell));
        return roll;
    }

    private Sheet.Filling filling(Roll roll) {
        return new Sheet.Filling(
                roll.viewer(), rulebook, roll.texts(), roll.asOf().date());
    }

    @GetMapping("/organizations/{id}/members/new")
    Reply choose(@PathVariable OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        var roll = roll(id, viewer, asOf, texts);
        var choices = Stream.of(Way.values())
                .map(way -> new ChoicePage.Choice(
                        texts.of("acts.new." + way.code()),
                        texts.of("acts.new." + way.code() + ".hint"),
                        path(roll, way)))
                .toList();
        var about = roll.about();
        return Reply.show(new ChoicePage(texts.of("acts.new"), about.name(), about.path(), about.back(), choices));
    }

    private static String path(Roll roll, Way way) {
        return roll.own() + "/members/new/" + way.code();
    }

    private static Way way(String code) {
        return OutOfReach.require(
                Stream.of(Way.values()).filter(way -> way.code().equals(code)).findFirst());
    }

    @GetMapping("/organizations/{id}/members/new/{code}")
    Reply form(@PathVariable OrganizationId id, @PathVariable String code, Viewer viewer, AsOf asOf, Texts texts) {
        var roll = roll(id, viewer, asOf, texts);
        return sheet(roll, way(code)).show(Typed.NOTHING, filling(roll));
    }

    private Sheet sheet(Roll roll, Way way) {
        var file = file(roll).groups(roll.texts());
        var first = Stream.concat(way.questions().stream(), file.getFirst().questions().stream())
                .toList();
        var groups = new ArrayList<Sheet.Group>();
        groups.add(new Sheet.Group("", false, first));
        groups.addAll(file.subList(1, file.size()));
        var sheet = new Sheet(
                "new." + way.code(),
                roll.texts().of("acts.new." + way.code()),
                roll.about(),
                path(roll, way),
                way == Way.ADMITTED,
                groups,
                null,
                Typed.NOTHING);
        return needsTwo(way) ? sheet.asking() : sheet;
    }

    private FileQuestions file(Roll roll) {
        return new FileQuestions(rulebook, roll.asOf().date());
    }

    @PostMapping("/organizations/{id}/members/new/{code}")
    Reply record(
            @PathVariable OrganizationId id,
            @PathVariable String code,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var roll = roll(id, viewer, asOf, texts);
        var way = way(code);
        var person = new PersonId(Recording.idFrom(command));
        if (needsTwo(way)) {
            var proposal = Recording.idFrom(command);
            return sheet(roll, way)
                    .send(
                            command,
                            Typed.sent(typed),
                            filling(roll),
                            answers -> ask(proposal, acts(way, person, roll, answers), roll, way, answers),
                            _ -> "/proposals/" + proposal);
        }
        return sheet(roll, way)
                .send(
                        command,
                        Typed.sent(typed),
                        filling(roll),
                        answers -> propose(person, acts(way, person, roll, answers), answers, viewer),
                        recorded -> "/members/%s?recorded=%s"
                                .formatted(person, recorded.entries().getLast()));
    }

    private boolean needsTwo(Way way) {
        return matrix.needsTwo("new." + way.code()).isPresent();
    }

    private Answer ask(UUID id, List<Act> acts, Roll roll, Way way, Answers answers) {
        var person = acts.getFirst().event().person();
        if (isSomebodyElse(person, answers)) {
            return new Answer.Refused(List.of(Refusal.of("number-already-on-record", Map.of())));
        }
        var author = roll.viewer().account().login();
        return proposals.propose(
                new Command(answers.command(), author, new Registration(acts)),
                id,
                roll.cell().id(),
                "new." + way.code(),
                acts);
    }

    /** What was asked: two requests under one command id are compared by it. */
    private record Registration(List<Act> acts) {}

    private Answer propose(PersonId person, List<Act> acts, Answers answers, Viewer viewer) {
        if (isSomebodyElse(person, answers)) {
            return new Answer.Refused(List.of(Refusal.of("number-already-on-record", Map.of())));
        }
        var command = new Command(answers.command(), viewer.account().login(), new Registration(acts));
        return desk.proposeAll(command, acts);
    }

    /** Whether the citizen id or the card number is that of another person on record. */
    private boolean isSomebodyElse(PersonId person, Answers answers) {
        var citizenId = answers.find(FileQuestions.CITIZEN_ID).orElse(null);
        var cardNumber = answers.find(FileQuestions.CARD_NUMBER).orElse(null);
        return people.bearersOf(citizenId, cardNumber).stream().anyMatch(p -> !p.equals(person));
    }

    private List<Act> acts(Way way, PersonId person, Roll roll, Answers answers) {
        var acts = new ArrayList<Act>();
        var facts = file(roll).changed(answers);
        acts.add(new Act(new MembershipEvent.PersonRegistered(person, facts), answers.on(), answers.paper()));
        acts.addAll(before(way, person, answers));
        acts.add(new Act(coming(way, person, roll.cell().id(), answers), answers.on(), answers.paper()));
        return acts;
    }

    /** What was decided elsewhere, by papers that are not at hand. */
    private static List<Act> before(Way way, PersonId person, Answers answers) {
        if (way == Way.ADMITTED) {
            return List.of();
        }
        var admitted = answers.find(ADMITTED_IF_KNOWN)
                .map(day -> new Act(new MembershipEvent.Admitted(person, null, day), day.firstDay(), Paper.UNKNOWN));
        var recognised = answers.find(RECOGNISED_ON)
                .map(day -> new Act(new MembershipEvent.Recognised(person, day), day.firstDay(), Paper.UNKNOWN));
        return Stream.concat(admitted.stream(), recognised.stream()).toList();
    }

    private static MembershipEvent coming(Way way, PersonId person, OrganizationId cell, Answers answers) {
        return switch (way) {
            case ADMITTED -> new MembershipEvent.Admitted(person, cell, answers.day());
            case ARRIVED ->
                new MembershipEvent.Arrived(
                        person,
                        cell,
                        answers.of(MemberForms.ORIGIN),
                        answers.find(MemberForms.FROM).orElse(null));
            case ENROLLED -> new MembershipEvent.Enrolled(person, cell, answers.of(MemberForms.STANDING));
        };
    }
}
