package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.nentang.access.Account;
import vn.nentang.access.Accounts;
import vn.nentang.access.SignInAttempts;

/** Asks whoever is signed in for the own password once more. Guessing here is slowed down and counted as at the door. */
@Component
@ConditionalOnWebApplication
public final class OwnPassword {

    private final Accounts accounts;
    private final SignInAttempts attempts;

    OwnPassword(Accounts accounts, SignInAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    /** False as well, without looking, while further tries must wait. */
    public boolean isRight(Account account, String password, HttpServletRequest request) {
        var attempt = new SignInAttempts.Try(account.login(), request.getRemoteAddr());
        if (!attempts.wait(attempt).isZero()) {
            return false;
        }
        var isRight = accounts.verify(account.login(), password).isPresent();
        if (!isRight) {
            attempts.failed(attempt);
        }
        return isRight;
    }
}
