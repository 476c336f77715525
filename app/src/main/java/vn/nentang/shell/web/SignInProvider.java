package vn.nentang.shell.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.nentang.access.Accounts;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.SignInAttempts;

/** Login and password against the accounts, with patience for those who guess. */
final class SignInProvider implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final SecondFactors factors;
    private final Clock clock;

    SignInProvider(Accounts accounts, SignInAttempts attempts, SecondFactors factors, Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.factors = factors;
        this.clock = clock;
    }

    /** The password is right, and a code is asked for before anybody is signed in. */
    static final class SecondFactorNeeded extends InsufficientAuthenticationException {

        private static final long serialVersionUID = 1L;

        private final SignedIn who;
        private final Instant at;

        SecondFactorNeeded(SignedIn who, Instant at) {
            super("a second factor is needed");
            this.who = who;
            this.at = at;
        }

        SignedIn who() {
            return who;
        }

        Instant at() {
            return at;
        }
    }

    /** The password is right, and an administrator has locked the account. */
    static final class Closed extends LockedException {

        private static final long serialVersionUID = 1L;

        Closed() {
            super("locked by an administrator");
        }
    }

    /** The next try is not looked at before this has passed. */
    static final class MustWait extends LockedException {

        private static final long serialVersionUID = 1L;

        private final Duration wait;

        MustWait(Duration wait) {
            super("too many wrong tries");
            this.wait = wait;
        }

        Duration duration() {
            return wait;
        }
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var attempt = new SignInAttempts.Try(given.getName(), address(given));
        var wait = attempts.wait(attempt);
        if (!wait.isZero()) {
            throw new MustWait(wait);
        }
        var account = accounts.verify(given.getName(), String.valueOf(given.getCredentials()));
        if (account.isEmpty()) {
            attempts.failed(attempt);
            throw new BadCredentialsException("wrong login or password");
        }
        if (accounts.isLocked(account.get().id())) {
            throw new Closed();
        }
        if (factors.isOn(account.get().id())) {
            throw new SecondFactorNeeded(SignedIn.as(account.get()), clock.instant());
        }
        attempts.succeeded(attempt);
        return UsernamePasswordAuthenticationToken.authenticated(SignedIn.as(account.get()), null, List.of());
    }

    private static String address(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
