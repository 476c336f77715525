package vn.nentang.shell.web.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Account;
import vn.nentang.access.Accounts;
import vn.nentang.access.Resets;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.SignInAttempts;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.People;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;
import vn.nentang.store.Reach;

/**
 * The accounts of those whose files are kept within reach: locked, opened, and reset by two. Technical accounts belong to
 * nobody and are within nobody's reach; the command line keeps them.
 */
@WebFace
final class AccountsController {

    private final Accounts accounts;
    private final Resets resets;
    private final SecondFactors factors;
    private final SignInAttempts attempts;
    private final People people;
    private final Clock clock;

    AccountsController(
            Accounts accounts,
            Resets resets,
            SecondFactors factors,
            SignInAttempts attempts,
            People people,
            Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.factors = factors;
        this.attempts = attempts;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    Reply all(Viewer viewer) {
        return Reply.show(new AccountsPage(accounts.list().stream()
                .filter(account -> isWithinReach(account, viewer))
                .map(this::line)
                .toList()));
    }

    /** Who manages accounts reads nobody's file: where a person's file is kept is asked here to decide, not to show. */
    private boolean isWithinReach(Account account, Viewer viewer) {
        return Reach.whole(() -> Optional.ofNullable(account.person())
                .flatMap(person -> people.keeper(person, today()))
                .filter(cell -> viewer.scope().keeps(cell, today()))
                .isPresent());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private AccountsPage.Line line(Account account) {
        return new AccountsPage.Line(
                account,
                Reach.whole(() -> accounts.viewer(account, today()).posts()).stream()
                        .map(Viewer.Post::title)
                        .distinct()
                        .toList(),
                accounts.isLocked(account.id()),
                resets.of(account.id()).stream().anyMatch(Resets.Reset::waits));
    }

    @GetMapping("/accounts/{id}")
    Reply one(@PathVariable UUID id, Viewer viewer) {
        return Reply.show(page(within(id, viewer), viewer, List.of()));
    }

    private Account within(UUID id, Viewer viewer) {
        return OutOfReach.require(accounts.find(id).filter(account -> isWithinReach(account, viewer)));
    }

    private AccountPage page(Account account, Viewer viewer, List<Refusal> refusals) {
        return new AccountPage(
                line(account),
                attempts.hasClosed(account.login()),
                factors.isOn(account.id()),
                resets.of(account.id()),
                viewer.account().id(),
                refusals);
    }

    @PostMapping("/accounts/{id}/lock")
    Reply lock(@PathVariable UUID id, Viewer viewer) {
        var account = within(id, viewer);
        if (account.id().equals(viewer.account().id())) {
            return Reply.refused(page(account, viewer, List.of(Refusal.of("lock-of-oneself", Map.of()))));
        }
        accounts.lock(account.id(), viewer.account().login());
        return Reply.goTo("/accounts/" + id);
    }

    @PostMapping("/accounts/{id}/unlock")
    Reply unlock(@PathVariable UUID id, Viewer viewer) {
        var account = within(id, viewer);
        accounts.unlock(account.id());
        attempts.open(account.login());
        return Reply.goTo("/accounts/" + id);
    }

    @PostMapping("/accounts/{id}/reset")
    Reply ask(@PathVariable UUID id, Viewer viewer) {
        var account = within(id, viewer);
        return switch (resets.ask(account.id(), viewer.account().id())) {
            case Decision.Refused<UUID>(var reasons) -> Reply.refused(page(account, viewer, reasons));
            case Decision.Recorded<UUID> _ -> Reply.goTo("/accounts/" + id);
        };
    }

    @PostMapping("/accounts/{id}/reset/drop")
    Reply drop(@PathVariable UUID id, Viewer viewer) {
        resets.drop(within(id, viewer).id());
        return Reply.goTo("/accounts/" + id);
    }

    /** The code is in this answer alone: loading the page again does not bring it back. */
    @PostMapping("/accounts/{id}/reset/confirm")
    Reply confirm(@PathVariable UUID id, @RequestParam UUID reset, Viewer viewer) {
        var account = within(id, viewer);
        return switch (resets.confirm(reset, account.id(), viewer.account().id())) {
            case Decision.Refused<String>(var reasons) -> Reply.refused(page(account, viewer, reasons));
            case Decision.Recorded<String>(var codes) -> Reply.show(new ResetCodePage(account, codes.getFirst()));
        };
    }
}
