package vn.nentang.shell.web.act;

import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.organization.Organizations;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.Recording;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.history.History;
import vn.nentang.shell.web.history.ToldAct;
import vn.nentang.shell.web.organization.OrganizationTellings;

/** Records what was decided about an organisation, mends it and takes it back. */
@WebFace
final class OrganizationActController {

    private static final String TOP = "/organizations";

    private final Organizations organizations;
    private final OrganizationDesk desk;
    private final Rulebook rulebook;
    private final OrganizationTellings tellings;

    OrganizationActController(
            Organizations organizations, OrganizationDesk desk, Rulebook rulebook, OrganizationTellings tellings) {
        this.organizations = organizations;
        this.desk = desk;
        this.rulebook = rulebook;
        this.tellings = tellings;
    }

    /** An organisation that is the reader's to record about, as it is on the day of the page or nearest to it. */
    private record Kept(Organization organization, LocalDate day, Viewer viewer, AsOf asOf, Texts texts) {

        Sheet.About about() {
            return new Sheet.About(organization.name(), viewer.scope().path(organization.id(), day), home());
        }

        /** Where the organisation can be seen. */
        String home() {
            return day.equals(asOf.date()) ? own() : own() + "?on=" + day;
        }

        String own() {
            return TOP + "/" + organization.id();
        }
    }

    private Kept kept(OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        OutOfReach.unless(viewer.scope().keeps(id, asOf.today()));
        var day = OutOfReach.require(organizations.lifetime(id)).nearest(asOf.date());
        var organization = OutOfReach.require(organizations.find(id, day));
        return new Kept(organization, day, viewer, asOf, texts);
    }

    private Sheet.Filling filling(Kept kept) {
        return new Sheet.Filling(kept.viewer(), rulebook, kept.texts(), kept.day());
    }

    @GetMapping("/organizations/{id}/acts")
    Reply choose(@PathVariable OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var ground = filling(kept).ground(Head.DAY, Typed.NOTHING);
        var isCell = ground.keepsRoll(kept.organization());
        var choices = new ArrayList<ChoicePage.Choice>();
        if (isCell) {
            choices.add(new ChoicePage.Choice(
                    texts.of("acts.new"), texts.of("acts.new.hint"), kept.own() + "/members/new"));
        }
        OrganizationForms.OFFERED.stream()
                .filter(form -> !isCell || !form.equals(OrganizationForms.FOUND_BELOW))
                .forEach(form -> choices.add(choice(form, kept)));
        var about = kept.about();
        return Reply.show(new ChoicePage(texts.of("acts.title"), about.name(), about.path(), about.back(), choices));
    }

    private static ChoicePage.Choice choice(ActForm<?, ?> form, Kept kept) {
        var key = "acts.organization." + form.code();
        return new ChoicePage.Choice(
                kept.texts().of(key), kept.texts().of(key + ".hint"), kept.own() + "/acts/" + form.code());
    }

    @GetMapping("/organizations/{id}/acts/{code}")
    Reply form(@PathVariable OrganizationId id, @PathVariable String code, Viewer viewer, AsOf asOf, Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var form = OutOfReach.require(OrganizationForms.named(code));
        return sheet(form, kept, kept.own() + "/acts/" + code, null, Typed.NOTHING)
                .show(Typed.NOTHING, filling(kept));
    }

    private static Sheet sheet(ActForm<?, ?> form, Kept kept, String action, @Nullable ToldAct wrong, Typed recorded) {
        return new Sheet(
                form.code(),
                kept.texts().of("acts.organization." + form.code()),
                kept.about(),
                action,
                form.partialDay(),
                List.of(new Sheet.Group("", false, form.questions())),
                wrong,
                recorded);
    }

    @PostMapping("/organizations/{id}/acts/{code}")
    Reply record(
            @PathVariable OrganizationId id,
            @PathVariable String code,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var form = OutOfReach.require(OrganizationForms.named(code));
        var about = form.equals(OrganizationForms.FOUND_BELOW) ? new OrganizationId(Recording.idFrom(command)) : id;
        return sheet(form, kept, kept.own() + "/acts/" + code, null, Typed.NOTHING)
                .send(
                        command,
                        Typed.sent(typed),
                        filling(kept),
                        answers -> propose(form, id, answers, viewer, null),
                        recorded -> page(about, asOf.today(), recorded));
    }

    private <E extends OrganizationEvent> Answer propose(
            ActForm<OrganizationId, E> form,
            OrganizationId about,
            Answers answers,
            Viewer viewer,
            @Nullable EntryRef corrects) {
        var act = form.building().build(about, answers);
        var request = new Recording(act, answers.on(), answers.paper(), corrects);
        var command = new Command(answers.command(), viewer.account().login(), request);
        return desk.propose(command, act, answers.on(), answers.paper(), corrects);
    }

    /** The organisation's own page, on the nearest day on which it is in force. */
    private String page(OrganizationId id, LocalDate today, Answer.Recorded recorded) {
        var entry = recorded.entries().getFirst();
        return organizations
                .lifetime(id)
                .map(life -> life.nearest(today))
                .map(day -> "%s/%s?recorded=%s%s".formatted(TOP, id, entry, day.equals(today) ? "" : "&on=" + day))
                .orElse(TOP);
    }

    /** An entry about the organisation that a form or a withdrawal is about. */
    private Entry<?> entry(Kept kept, String named) {
        var id = kept.organization().id();
        return OutOfReach.require(organizations.history(id).stream()
                .<Entry<?>>map(Organizations.Told::entry)
                .filter(e -> e.ref().toString().equals(named) && isAbout(e, id))
                .findFirst());
    }

    private static boolean isAbout(Entry<?> entry, OrganizationId id) {
        return entry.event() instanceof OrganizationEvent event
                && event.organization().equals(id);
    }

    private ToldAct told(Kept kept, Entry<?> entry) {
        var telling = tellings.of(kept.organization().id(), kept.viewer().scope(), kept.texts(), false);
        return new History(telling, kept.asOf().today())
                .of(List.of(new History.Line(entry, true)))
                .getFirst();
    }

    @GetMapping("/organizations/{id}/entries/{named}/mend")
    Reply mendForm(@PathVariable OrganizationId id, @PathVariable String named, Viewer viewer, AsOf asOf, Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var entry = entry(kept, named);
        var form = OutOfReach.require(OrganizationForms.mending(entry.event()));
        return mendSheet(form, kept, entry).show(recordedBy(entry, form), filling(kept));
    }

    private Sheet mendSheet(ActForm<?, ?> form, Kept kept, Entry<?> entry) {
        var action = "%s/entries/%s/mend".formatted(kept.own(), entry.ref());
        return sheet(form, kept, action, told(kept, entry), recordedBy(entry, form));
    }

    private static Typed recordedBy(Entry<?> entry, ActForm<?, ?> form) {
        return Typed.NOTHING
                .with(Head.DAY, entry.effectiveOn())
                .and(Head.of(entry.paper()))
                .and(form.answersOf(entry.event()).orElseThrow());
    }

    @PostMapping("/organizations/{id}/entries/{named}/mend")
    Reply mend(
            @PathVariable OrganizationId id,
            @PathVariable String named,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        var entry = entry(kept, named);
        var form = OutOfReach.require(OrganizationForms.mending(entry.event()));
        return mendSheet(form, kept, entry)
                .send(
                        command,
                        Typed.sent(typed),
                        filling(kept),
                        answers -> propose(form, id, answers, viewer, entry.ref()),
                        recorded -> page(id, asOf.today(), recorded));
    }

    @GetMapping("/organizations/{id}/entries/{named}/withdraw")
    Reply withdrawForm(
            @PathVariable OrganizationId id, @PathVariable String named, Viewer viewer, AsOf asOf, Texts texts) {
        return withdrawal(kept(id, viewer, asOf, texts), named).show();
    }

    @PostMapping("/organizations/{id}/entries/{named}/withdraw")
    Reply withdraw(
            @PathVariable OrganizationId id,
            @PathVariable String named,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = kept(id, viewer, asOf, texts);
        return withdrawal(kept, named)
                .send(
                        command,
                        viewer.account().login(),
                        reason,
                        desk::withdraw,
                        recorded -> page(id, asOf.today(), recorded));
    }

    private Withdrawal withdrawal(Kept kept, String named) {
        var entry = entry(kept, named);
        var action = "%s/entries/%s/withdraw".formatted(kept.own(), entry.ref());
        return new Withdrawal(kept.about(), action, told(kept, entry));
    }
}
