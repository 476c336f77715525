package vn.nentang.shell.web.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Accounts;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.Act;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.membership.People;
import vn.nentang.membership.ProposalEvent.ProposalDecided;
import vn.nentang.membership.Proposals;
import vn.nentang.membership.Proposals.Proposal;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.Recording;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.membership.MemberTellings;

/** What cells propose and the competent committee decides. */
@WebFace
final class ProposalController {

    private final Proposals proposals;
    private final People people;
    private final Accounts accounts;
    private final AuthorityMatrix matrix;
    private final Rulebook rulebook;
    private final MemberTellings tellings;

    ProposalController(
            Proposals proposals,
            People people,
            Accounts accounts,
            AuthorityMatrix matrix,
            Rulebook rulebook,
            MemberTellings tellings) {
        this.proposals = proposals;
        this.people = people;
        this.accounts = accounts;
        this.matrix = matrix;
        this.rulebook = rulebook;
        this.tellings = tellings;
    }

    @GetMapping("/proposals")
    Reply list(Viewer viewer, AsOf asOf, Texts texts) {
        var rows = proposals.open(viewer.scope().cells(asOf.today())).stream()
                .map(proposal -> new ProposalsPage.Row(
                        proposal,
                        title(proposal, texts),
                        name(proposal, asOf),
                        viewer.scope().nameOf(proposal.cell(), asOf.today())))
                .toList();
        return Reply.show(new ProposalsPage(rows));
    }

    /** A proposal to admit somebody may be the first to tell the name. */
    private String name(Proposal proposal, AsOf asOf) {
        var known = people.names(List.of(proposal.person()), asOf.today());
        return Optional.ofNullable(known.get(proposal.person()))
                .or(() -> proposals.acts(proposal.id()).stream()
                        .flatMap(ProposalController::facts)
                        .filter(fact -> fact.field().equals(Fact.FULL_NAME))
                        .map(fact -> String.valueOf(fact.value()))
                        .findFirst())
                .orElse("");
    }

    private static Stream<Fact> facts(Act act) {
        return act.event() instanceof MembershipEvent.PersonRegistered registered
                ? registered.facts().stream()
                : Stream.empty();
    }

    private static String title(Proposal proposal, Texts texts) {
        var code = proposal.code();
        return texts.of(code.startsWith("new.") ? "acts." + code : "acts.member." + code);
    }

    private Proposal within(UUID id, Viewer viewer, AsOf asOf) {
        return OutOfReach.require(proposals.find(id).filter(p -> viewer.scope().keeps(p.cell(), asOf.today())));
    }

    @GetMapping("/proposals/{id}")
    Reply show(@PathVariable UUID id, Viewer viewer, AsOf asOf, Texts texts) {
        var proposal = within(id, viewer, asOf);
        return Reply.show(page(proposal, form(proposal, viewer, asOf, texts), List.of(), viewer, asOf, texts));
    }

    private Sheet sheet(Proposal proposal, Viewer viewer, AsOf asOf, Texts texts) {
        var about =
                new Sheet.About(name(proposal, asOf), viewer.scope().path(proposal.cell(), asOf.today()), "/proposals");
        return new Sheet(
                "decide",
                title(proposal, texts),
                about,
                "/proposals/" + proposal.id(),
                false,
                List.of(new Sheet.Group("", false, List.of())),
                null,
                Typed.NOTHING);
    }

    private Sheet.Filling filling(Viewer viewer, AsOf asOf, Texts texts) {
        return new Sheet.Filling(viewer, rulebook, texts, asOf.today());
    }

    private FormPage form(Proposal proposal, Viewer viewer, AsOf asOf, Texts texts) {
        return sheet(proposal, viewer, asOf, texts).blank(filling(viewer, asOf, texts));
    }

    private ProposalPage page(
            Proposal proposal, FormPage form, List<Refusal> refusals, Viewer viewer, AsOf asOf, Texts texts) {
        var own = proposal.by().equals(viewer.account().login());
        var decides = proposal.isOpen() && !own && viewer.may(Right.MEMBER_DECIDE, proposal.cell(), asOf.today());
        var acts = proposals.acts(proposal.id());
        return new ProposalPage(
                proposal,
                form,
                refusals,
                viewer.scope().nameOf(proposal.cell(), asOf.today()),
                accounts.find(proposal.by()).map(a -> a.displayName()).orElse(proposal.by()),
                acts.stream().map(act -> sentence(act, proposal, viewer, texts)).toList(),
                acts.getLast(),
                decides,
                matrix.giving(List.of(Right.MEMBER_DECIDE)).stream()
                        .map(AuthorityMatrix.Post::title)
                        .toList(),
                matrix.needsTwo(proposal.code())
                        .map(AuthorityMatrix.TwoPerson::source)
                        .orElse(null));
    }

    private String sentence(Act act, Proposal proposal, Viewer viewer, Texts texts) {
        return tellings.sentence(act, proposal.person(), viewer, texts);
    }

    @PostMapping("/proposals/{id}")
    Reply decide(
            @PathVariable UUID id,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var proposal = within(id, viewer, asOf);
        return sheet(proposal, viewer, asOf, texts)
                .send(
                        command,
                        Typed.sent(typed),
                        filling(viewer, asOf, texts),
                        answers -> decided(proposal, answers, viewer),
                        recorded -> "/members/%s?recorded=%s"
                                .formatted(proposal.person(), recorded.entries().getFirst()),
                        form -> Reply.refused(page(proposal, form, form.refusals(), viewer, asOf, texts)));
    }

    private Answer decided(Proposal proposal, Answers answers, Viewer viewer) {
        var event = new ProposalDecided(proposal.id(), proposal.person());
        var request = new Recording(event, answers.on(), answers.paper(), null);
        var command = new Command(answers.command(), viewer.account().login(), request);
        return proposals.decide(command, proposal.id(), answers.on(), answers.paper());
    }

    @PostMapping("/proposals/{id}/return")
    Reply giveBack(
            @PathVariable UUID id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var proposal = within(id, viewer, asOf);
        var request = new Command(command, viewer.account().login(), Map.of("return", id, "reason", reason.strip()));
        return switch (proposals.giveBack(request, id, reason, asOf.today())) {
            case Answer.Recorded _ -> Reply.goTo("/proposals");
            case Answer.Refused(var reasons) ->
                Reply.refused(page(proposal, form(proposal, viewer, asOf, texts), reasons, viewer, asOf, texts));
        };
    }
}
