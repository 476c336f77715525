package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Account;
import vn.nentang.access.Accounts;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.SignInAttempts;

/**
 * The second step of signing in. Between the two steps nobody is signed in: the session only remembers, for five minutes,
 * whose password was right.
 */
@WebFace
final class SecondStepController {

    private static final String HALF = SecondStepController.class.getName() + ".half";
    private static final String TOKEN =
            "org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN";
    private static final Duration HALF_HOLDS = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignInAttempts attempts;
    private final Entrance entrance;
    private final Clock clock;

    SecondStepController(
            Accounts accounts, SecondFactors factors, SignInAttempts attempts, Entrance entrance, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.attempts = attempts;
        this.entrance = entrance;
        this.clock = clock;
    }

    /** Whose password was right, and when. */
    private record Half(SignedIn who, Instant at) implements Serializable {}

    /** The password was right: remembers that, and nothing more. */
    static void remember(HttpServletRequest request, SignedIn who, Instant at) {
        request.getSession().setAttribute(HALF, new Half(who, at));
    }

    @GetMapping("/sign-in/second")
    Reply show(HttpServletRequest request) {
        return half(request).isEmpty() ? Reply.goTo("/sign-in?ended") : Reply.show(new SecondStepPage("", 0));
    }

    @PostMapping("/sign-in/second")
    Reply enter(@RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
        var account = half(request).flatMap(this::unchanged);
        if (account.isEmpty()) {
            return Reply.goTo("/sign-in?ended");
        }
        var attempt = new SignInAttempts.Try(account.get().login(), request.getRemoteAddr());
        var wait = attempts.wait(attempt);
        if (!wait.isZero()) {
            return Reply.refused(new SecondStepPage("wait", wait.toSeconds() + 1));
        }
        if (!factors.take(account.get().id(), code)) {
            attempts.failed(attempt);
            return Reply.refused(new SecondStepPage("wrong", 0));
        }
        attempts.succeeded(attempt);
        return signIn(account.get(), request, response);
    }

    private Optional<SignedIn> half(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(HALF))
                .map(Half.class::cast)
                .filter(half -> clock.instant().isBefore(half.at().plus(HALF_HOLDS)))
                .map(Half::who);
    }

    private Optional<Account> unchanged(SignedIn who) {
        return accounts.findOpen(who.account())
                .filter(account -> account.passwordSetAt().equals(who.passwordSetAt()));
    }

    private Reply signIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().removeAttribute(HALF);
        request.getSession().removeAttribute(TOKEN);
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(SignedIn.as(account), null, List.of()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return Reply.goTo(entrance.enter(account.id(), request, response));
    }
}
