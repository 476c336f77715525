package vn.nentang.shell.web.act;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.membership.Act;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.membership.People;
import vn.nentang.membership.People.MemberFile;
import vn.nentang.membership.Proposals;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.Recording;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Secrets;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.act.MemberForms.Whose;
import vn.nentang.shell.web.history.History;
import vn.nentang.shell.web.history.ToldAct;
import vn.nentang.shell.web.membership.MemberTellings;
import vn.nentang.shell.web.membership.TwoPersons;

/**
 * Records what was decided about a member, mends it and takes it back. Who keeps the member's file today may: the acts of all
 * its years travel with it.
 */
@WebFace
final class MemberActController {

    private final People people;
    private final MembershipDesk desk;
    private final Rulebook rulebook;
    private final MemberTellings tellings;
    private final Secrets secrets;
    private final Proposals proposals;
    private final AuthorityMatrix matrix;
    private final TwoPersons two;

    MemberActController(
            People people,
            MembershipDesk desk,
            Proposals proposals,
            AuthorityMatrix matrix,
            TwoPersons two,
            Rulebook rulebook,
            MemberTellings tellings,
            Secrets secrets) {
        this.proposals = proposals;
        this.matrix = matrix;
        this.two = two;
        this.people = people;
        this.desk = desk;
        this.rulebook = rulebook;
        this.tellings = tellings;
        this.secrets = secrets;
    }

    /** A member whose file the reader keeps, as of the day of the page. */
    private record Kept(MemberFile file, MemberForms forms, Viewer viewer, AsOf asOf, Texts texts) {

        Sheet.About about() {
            var cell = file.cell();
            var path = cell == null ? List.<Organization>of() : viewer.scope().path(cell, asOf.date());
            return new Sheet.About(file.fullName(), path, own());
        }

        String own() {
            return "/members/" + file.person();
        }

        Whose whose() {
            return new Whose(file.person(), List.of());
        }
    }

    private Kept kept(PersonId id, Viewer viewer, AsOf asOf, Texts texts) {
        OutOfReach.unless(people.keeper(id, asOf.today())
                .filter(cell -> viewer.scope().keeps(cell, asOf.today()))
                .isPresent());
        var file = OutOfReach.require(people.open(id, asOf.date(), null));
        return new Kept(file, new MemberForms(questions(id, viewer, asOf)), viewer, asOf, texts);
    }

    /** The boxes of the file that the reader may see. */
    private FileQuestions questions(PersonId id, Viewer viewer, AsOf asOf) {
        var open = secrets.groupsOpenTo(viewer, id, asOf);
        return new FileQuestions(rulebook, asOf.date(), open::contains);
    }

    private Sheet.Filling filling(Kept kept) {
        return new Sheet.Filling(
                kept.viewer(), rulebook, kept.texts(), kept.asOf().date());
    }

    @GetMapping("/members/{id}/acts")
    Reply choose(@PathVariable PersonId id, Viewer viewer, AsOf asOf, Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var ground = filling(kept).ground(Head.DAY, Typed.NOTHING);
        var choices = kept.forms().offered(kept.file().situation()).stream()
                .filter(form -> !form.questions().contains(MemberForms.CELL)
                        || ground.hasPlaceBeside(
                                MemberForms.CELL.box(), kept.file().cell()))
                .map(form -> choice(form, kept))
                .toList();
        var about = kept.about();
        return Reply.show(new ChoicePage(texts.of("acts.title"), about.name(), about.path(), about.back(), choices));
    }

    private static ChoicePage.Choice choice(ActForm<?, ?> form, Kept kept) {
        var key = "acts.member." + form.code();
        var hint = kept.texts().has(key + ".hint") ? kept.texts().of(key + ".hint") : "";
        return new ChoicePage.Choice(kept.texts().of(key), hint, kept.own() + "/acts/" + form.code());
    }

    @GetMapping("/members/{id}/acts/{code}")
    Reply form(@PathVariable PersonId id, @PathVariable String code, Viewer viewer, AsOf asOf, Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var form = OutOfReach.require(kept.forms().named(code));
        var known = MemberForms.showsFile(form) ? kept.forms().known(kept.file().facts()) : Typed.NOTHING;
        noteIfFileIsShown(form, kept);
        var sheet = sheet(form, kept, kept.own() + "/acts/" + code, null, Typed.NOTHING);
        return (matrix.needsTwo(code).isPresent() ? sheet.asking() : sheet).show(known, filling(kept));
    }

    @PostMapping("/members/{id}/acts/{code}")
    Reply record(
            @PathVariable PersonId id,
            @PathVariable String code,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var form = OutOfReach.require(kept.forms().named(code));
        if (matrix.needsTwo(code).isPresent()) {
            return ask(form, kept, command, typed);
        }
        return sheet(form, kept, kept.own() + "/acts/" + code, null, Typed.NOTHING)
                .send(
                        command,
                        Typed.sent(typed),
                        filling(kept),
                        answers -> propose(form, kept.whose(), answers, viewer, null),
                        recorded -> after(kept, recorded));
    }

    /** What the rules have one propose and another decide waits for the decision. */
    private Reply ask(ActForm<Whose, ?> form, Kept kept, UUID command, Map<String, String> typed) {
        var id = Recording.idFrom(command);
        return sheet(form, kept, kept.own() + "/acts/" + form.code(), null, Typed.NOTHING)
                .asking()
                .send(
                        command,
                        Typed.sent(typed),
                        filling(kept),
                        answers -> ask(id, form, kept, answers),
                        _ -> "/proposals/" + id);
    }

    private Answer ask(UUID id, ActForm<Whose, ?> form, Kept kept, Answers answers) {
        var event = (MembershipEvent) form.building().build(kept.whose(), answers);
        var act = new Act(event, answers.on(), answers.paper());
        var cell = people.keeper(kept.file().person(), kept.asOf().today()).orElseThrow();
        var request = new Recording(event, answers.on(), answers.paper(), null);
        var command = new Command(answers.command(), kept.viewer().account().login(), request);
        return proposals.propose(command, id, cell, form.code(), List.of(act));
    }

    private Sheet sheet(ActForm<Whose, ?> form, Kept kept, String action, @Nullable ToldAct wrong, Typed recorded) {
        var groups = MemberForms.showsFile(form)
                ? questions(kept.file().person(), kept.viewer(), kept.asOf()).groups(kept.texts())
                : List.of(new Sheet.Group("", false, form.questions()));
        return new Sheet(
                form.code(),
                kept.texts().of("acts.member." + form.code()),
                kept.about(),
                action,
                form.partialDay(),
                groups,
                wrong,
                recorded);
    }

    private <E extends MembershipEvent> Answer propose(
            ActForm<Whose, E> form, Whose whose, Answers answers, Viewer viewer, @Nullable EntryRef corrects) {
        var act = form.building().build(whose, answers);
        var request = new Recording(act, answers.on(), answers.paper(), corrects);
        var command = new Command(answers.command(), viewer.account().login(), request);
        return desk.propose(command, act, answers.on(), answers.paper(), corrects);
    }

    private static String after(Kept kept, Answer.Recorded recorded) {
        return kept.own() + "?recorded=" + recorded.entries().getFirst();
    }

    /** An entry about the member that a form or a withdrawal is about, and that the viewer may mend. */
    private Entry<?> entry(Kept kept, String named) {
        var entry = OutOfReach.require(kept.file().timeline().stream()
                .<Entry<?>>map(People.TimelineLine::entry)
                .filter(e -> e.ref().toString().equals(named) && e.event() instanceof MembershipEvent)
                .findFirst());
        two.require(
                kept.viewer(), kept.file().person(), entry.event(), kept.asOf().today());
        return entry;
    }

    private ToldAct told(Kept kept, Entry<?> entry) {
        var telling = tellings.plain(kept.file().person(), kept.viewer(), entry.effectiveOn(), kept.texts());
        return new History(telling, kept.asOf().today())
                .of(List.of(new History.Line(entry, true)))
                .getFirst();
    }

    @GetMapping("/members/{id}/entries/{named}/mend")
    Reply mendForm(@PathVariable PersonId id, @PathVariable String named, Viewer viewer, AsOf asOf, Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var entry = entry(kept, named);
        var form = OutOfReach.require(kept.forms().mending(entry.event()));
        var recorded = recordedBy(entry, form, kept);
        noteIfFileIsShown(form, kept);
        return sheet(form, kept, mendPath(kept, entry), told(kept, entry), recorded)
                .show(recorded, filling(kept));
    }

    private static String mendPath(Kept kept, Entry<?> entry) {
        return "%s/entries/%s/mend".formatted(kept.own(), entry.ref());
    }

    /** What the form would have held when the entry was recorded; the file as it was known on the day of the entry. */
    private Typed recordedBy(Entry<?> entry, ActForm<Whose, ?> form, Kept kept) {
        var head = Typed.NOTHING.with(Head.DAY, entry.effectiveOn()).and(Head.of(entry.paper()));
        var own = head.and(form.answersOf(entry.event()).orElseThrow());
        if (!MemberForms.showsFile(form)) {
            return own;
        }
        var then = people.open(kept.file().person(), entry.effectiveOn(), null).orElseThrow();
        return own.and(kept.forms().known(then.facts()));
    }

    /** A form that holds the file is a reading of it. */
    private void noteIfFileIsShown(ActForm<?, ?> form, Kept kept) {
        if (MemberForms.showsFile(form)) {
            secrets.openForm(kept.viewer(), kept.file().person(), kept.file().facts(), kept.asOf());
        }
    }

    @PostMapping("/members/{id}/entries/{named}/mend")
    Reply mend(
            @PathVariable PersonId id,
            @PathVariable String named,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var entry = entry(kept, named);
        var form = OutOfReach.require(kept.forms().mending(entry.event()));
        var whose = new Whose(id, MemberForms.factsOf(entry.event()));
        return sheet(form, kept, mendPath(kept, entry), told(kept, entry), recordedBy(entry, form, kept))
                .send(
                        command,
                        Typed.sent(typed),
                        filling(kept),
                        answers -> mended(form, whose, answers, viewer, entry),
                        recorded -> after(kept, recorded));
    }

    private Answer mended(
            ActForm<Whose, ? extends MembershipEvent> form,
            Whose whose,
            Answers answers,
            Viewer viewer,
            Entry<?> entry) {
        var against = two.against(entry.event(), form.building().build(whose, answers));
        return against.isEmpty() ? propose(form, whose, answers, viewer, entry.ref()) : new Answer.Refused(against);
    }

    @GetMapping("/members/{id}/entries/{named}/withdraw")
    Reply withdrawForm(@PathVariable PersonId id, @PathVariable String named, Viewer viewer, AsOf asOf, Texts texts) {
        return withdrawal(kept(id, viewer, asOf, texts), named).show();
    }

    @PostMapping("/members/{id}/entries/{named}/withdraw")
    Reply withdraw(
            @PathVariable PersonId id,
            @PathVariable String named,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        return withdrawal(kept, named)
                .send(command, viewer.account().login(), reason, desk::withdraw, _ -> afterWithdrawing(kept));
    }

    private Withdrawal withdrawal(Kept kept, String named) {
        var entry = entry(kept, named);
        var action = "%s/entries/%s/withdraw".formatted(kept.own(), entry.ref());
        return new Withdrawal(kept.about(), action, told(kept, entry));
    }

    /** With the registration the whole person is gone, and with a roll whoever kept the file may be. */
    private String afterWithdrawing(Kept kept) {
        var today = kept.asOf().today();
        var person = kept.file().person();
        var isKept = people.keeper(person, today)
                .filter(cell -> kept.viewer().scope().keeps(cell, today))
                .isPresent();
        return isKept && people.open(person, today, null).isPresent() ? kept.own() : "/organizations";
    }
}
