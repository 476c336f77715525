package vn.nentang.shell.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import vn.nentang.access.Account;

/** Whom a session belongs to; the account itself is read again for every request. */
record SignedIn(UUID account, String login, Instant passwordSetAt) implements Serializable {

    static SignedIn as(Account account) {
        return new SignedIn(account.id(), account.login(), account.passwordSetAt());
    }
}
