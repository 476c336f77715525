package vn.nentang.shell;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.nentang.access.Account;
import vn.nentang.access.Accounts;
import vn.nentang.access.Right;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.review.round.Authors;

/** An account decides for the committees over which a post of today gives the right; an author without account is the keeper. */
@Component
final class AccountAuthors implements Authors {

    private final Accounts accounts;
    private final Clock clock;

    AccountAuthors(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Predicate<OrganizationId> committeesOf(String author) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return accounts.find(author)
                .map(account -> accounts.viewer(account, today))
                .<Predicate<OrganizationId>>map(
                        viewer -> committee -> viewer.may(Right.REVIEW_DECIDE, committee, today))
                .orElse(_ -> true);
    }

    @Override
    public Optional<PersonId> personOf(String author) {
        return accounts.find(author).map(Account::person);
    }
}
