package vn.nentang.shell.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import vn.nentang.access.Accounts;
import vn.nentang.access.SignInAttempts;

/** Login and password against the accounts, with patience for those who guess. */
final class SignInProvider implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInAttempts attempts;

    SignInProvider(Accounts accounts, SignInAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
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
        var attempt = new SignInAttempts.Try(given.getName().strip().toLowerCase(Locale.ROOT), address(given));
        var wait = attempts.wait(attempt);
        if (!wait.isZero()) {
            throw new MustWait(wait);
        }
        var account = accounts.verify(given.getName(), String.valueOf(given.getCredentials()));
        if (account.isEmpty()) {
            attempts.failed(attempt);
            throw new BadCredentialsException("wrong login or password");
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
