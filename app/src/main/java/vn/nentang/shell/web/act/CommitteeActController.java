package vn.nentang.shell.web.act;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.committee.Committees;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.Recording;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.committee.CommitteePeople;
import vn.nentang.shell.web.committee.CommitteeTellings;
import vn.nentang.shell.web.history.History;
import vn.nentang.shell.web.history.ToldAct;

/** Records what was decided about a committee, mends it and takes it back. */
@WebFace
final class CommitteeActController {

    private final Organizations organizations;
    private final Committees committees;
    private final CommitteeDesk desk;
    private final CommitteePeople persons;
    private final Rulebook rulebook;
    private final CommitteeTellings tellings;

    CommitteeActController(
            Organizations organizations,
            Committees committees,
            CommitteeDesk desk,
            CommitteePeople persons,
            Rulebook rulebook,
            CommitteeTellings tellings) {
        this.organizations = organizations;
        this.committees = committees;
        this.desk = desk;
        this.persons = persons;
        this.rulebook = rulebook;
        this.tellings = tellings;
    }

    /** An organisation whose committee is the reader's to record about, as it is on the day of the page or nearest to it. */
    private final class Kept {

        private final Organization organization;
        private final Viewer viewer;
        private final AsOf asOf;
        private final Texts texts;
        private final Sheet.Filling filling;
        private final CommitteeForms forms;

        Kept(OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
            OutOfReach.unless(viewer.scope().keeps(id, asOf.today()));
            var day = OutOfReach.require(organizations.lifetime(id)).nearest(asOf.date());
            this.organization = OutOfReach.require(organizations.find(id, day));
            this.viewer = viewer;
            this.asOf = asOf;
            this.texts = texts;
            this.filling = new Sheet.Filling(viewer, rulebook, texts, day);
            this.forms = new CommitteeForms(offered());
        }

        Sheet.About about() {
            var path = viewer.scope().path(organization.id(), filling.usualDay());
            return new Sheet.About(organization.name(), path, home());
        }

        String home() {
            return "/organizations/%s/committee".formatted(organization.id());
        }

        private CommitteeForms.Offered offered() {
            var known = persons.of(organization.id(), viewer.scope(), filling.usualDay());
            return new CommitteeForms.Offered(known.members(), known.holders(), known::find);
        }

        Sheet sheet(ActForm<?, ?> form, String action, @Nullable ToldAct wrong, Typed recorded) {
            return new Sheet(
                    form.code(),
                    texts.of("acts.committee." + form.code()),
                    about(),
                    action,
                    form.partialDay(),
                    List.of(new Sheet.Group("", false, form.questions())),
                    wrong,
                    recorded);
        }

        Entry<?> entry(String named) {
            return OutOfReach.require(committees.history(organization.id()).stream()
                    .<Entry<?>>map(Committees.Told::entry)
                    .filter(e -> e.ref().toString().equals(named) && e.event() instanceof CommitteeEvent)
                    .findFirst());
        }

        ToldAct told(Entry<?> entry) {
            var telling = tellings.of(organization.id(), asOf.today(), texts, false);
            return new History(telling, asOf.today())
                    .of(List.of(new History.Line(entry, true)))
                    .getFirst();
        }

        /** The committee's page, on the day of the page. */
        String next(Answer.Recorded recorded) {
            var on = asOf.isToday() ? "" : "&on=" + asOf.date();
            return "%s?recorded=%s%s".formatted(home(), recorded.entries().getFirst(), on);
        }
    }

    @GetMapping("/organizations/{id}/committee/acts")
    Reply choose(@PathVariable OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        var kept = new Kept(id, viewer, asOf, texts);
        var choices = kept.forms.offered().stream()
                .map(form -> choice("acts.committee." + form.code(), kept.home() + "/acts/" + form.code(), texts))
                .collect(Collectors.toList());
        choices.add(1, choice("acts.committee.election", "/organizations/%s/elections/new".formatted(id), texts));
        var about = kept.about();
        return Reply.show(
                new ChoicePage(texts.of("acts.committee.title"), about.name(), about.path(), about.back(), choices));
    }

    private static ChoicePage.Choice choice(String key, String path, Texts texts) {
        return new ChoicePage.Choice(texts.of(key), texts.of(key + ".hint"), path);
    }

    @GetMapping("/organizations/{id}/committee/acts/{code}")
    Reply form(
            @PathVariable OrganizationId id,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String post,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = new Kept(id, viewer, asOf, texts);
        var form = OutOfReach.require(kept.forms.named(code));
        var known = Typed.sent(Map.of("person", person, "post", post));
        return kept.sheet(form, action(kept, code), null, Typed.NOTHING).show(known, kept.filling);
    }

    private static String action(Kept kept, String code) {
        return "%s/acts/%s".formatted(kept.home(), code);
    }

    @PostMapping("/organizations/{id}/committee/acts/{code}")
    Reply record(
            @PathVariable OrganizationId id,
            @PathVariable String code,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = new Kept(id, viewer, asOf, texts);
        var form = OutOfReach.require(kept.forms.named(code));
        return kept.sheet(form, action(kept, code), null, Typed.NOTHING)
                .send(
                        command,
                        Typed.sent(typed),
                        kept.filling,
                        answers -> propose(form, id, answers, viewer, null),
                        kept::next);
    }

    private <E extends CommitteeEvent> Answer propose(
            ActForm<OrganizationId, E> form,
            OrganizationId about,
            Answers answers,
            Viewer viewer,
            @Nullable EntryRef corrects) {
        var act = form.building().build(about, answers);
        var own = CommitteeDesk.against(act, viewer.person());
        if (!own.isEmpty()) {
            return new Answer.Refused(own);
        }
        var request = new Recording(act, answers.on(), answers.paper(), corrects);
        var command = new Command(answers.command(), viewer.account().login(), request);
        return desk.propose(command, act, answers.on(), answers.paper(), corrects);
    }

    @GetMapping("/organizations/{id}/committee/entries/{named}/mend")
    Reply mendForm(@PathVariable OrganizationId id, @PathVariable String named, Viewer viewer, AsOf asOf, Texts texts) {
        var kept = new Kept(id, viewer, asOf, texts);
        var entry = kept.entry(named);
        var form = OutOfReach.require(kept.forms.mending(entry.event()));
        return mendSheet(form, kept, entry).show(recordedBy(entry, form), kept.filling);
    }

    private static Sheet mendSheet(ActForm<?, ?> form, Kept kept, Entry<?> entry) {
        var action = "%s/entries/%s/mend".formatted(kept.home(), entry.ref());
        return kept.sheet(form, action, kept.told(entry), recordedBy(entry, form));
    }

    private static Typed recordedBy(Entry<?> entry, ActForm<?, ?> form) {
        return Typed.NOTHING
                .with(Head.DAY, entry.effectiveOn())
                .and(Head.of(entry.paper()))
                .and(form.answersOf(entry.event()).orElseThrow());
    }

    @PostMapping("/organizations/{id}/committee/entries/{named}/mend")
    Reply mend(
            @PathVariable OrganizationId id,
            @PathVariable String named,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = new Kept(id, viewer, asOf, texts);
        var entry = kept.entry(named);
        var form = OutOfReach.require(kept.forms.mending(entry.event()));
        return mendSheet(form, kept, entry)
                .send(
                        command,
                        Typed.sent(typed),
                        kept.filling,
                        answers -> propose(form, id, answers, viewer, entry.ref()),
                        kept::next);
    }

    @GetMapping("/organizations/{id}/committee/entries/{named}/withdraw")
    Reply withdrawForm(
            @PathVariable OrganizationId id, @PathVariable String named, Viewer viewer, AsOf asOf, Texts texts) {
        return withdrawal(new Kept(id, viewer, asOf, texts), named).show();
    }

    @PostMapping("/organizations/{id}/committee/entries/{named}/withdraw")
    Reply withdraw(
            @PathVariable OrganizationId id,
            @PathVariable String named,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var kept = new Kept(id, viewer, asOf, texts);
        return withdrawal(kept, named).send(command, viewer.account().login(), reason, desk::withdraw, kept::next);
    }

    private static Withdrawal withdrawal(Kept kept, String named) {
        var entry = kept.entry(named);
        var action = "%s/entries/%s/withdraw".formatted(kept.home(), entry.ref());
        return new Withdrawal(kept.about(), action, kept.told(entry));
    }
}
