package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Account;
import vn.nentang.access.Accounts;
import vn.nentang.access.PasskeyChallenge;
import vn.nentang.access.Passkeys;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.SignInAttempts;

/**
 * The second step of signing in. Between the two steps nobody is signed in: the session only remembers, for five minutes,
 * whose password was right.
 */
@WebFace
final class SecondStepController {

    private static final String HALF = SecondStepController.class.getName() + ".half";
    private static final String CHALLENGE = SecondStepController.class.getName() + ".challenge";
    private static final String TOKEN =
            "org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN";
    private static final Duration HALF_HOLDS = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final PasskeySites sites;
    private final SignInAttempts attempts;
    private final Entrance entrance;
    private final Clock clock;

    SecondStepController(
            Accounts accounts,
            SecondFactors factors,
            Passkeys passkeys,
            PasskeySites sites,
            SignInAttempts attempts,
            Entrance entrance,
            Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.sites = sites;
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
        return half(request)
                .map(who -> Reply.show(page("", 0, who.account(), request)))
                .orElseGet(() -> Reply.goTo("/sign-in?ended"));
    }

    /** Each page asks a new question; the one before it is not answered any more. */
    private SecondStepPage page(String state, long waitSeconds, UUID account, HttpServletRequest request) {
        var challenge = sites.of(request).map(passkeys::challenge);
        var question = challenge.flatMap(asked -> passkeys.ask(account, asked));
        request.getSession().setAttribute(CHALLENGE, question.isPresent() ? challenge.orElse(null) : null);
        var elsewhere = question.isPresent()
                ? List.<String>of()
                : passkeys.of(account).stream()
                        .map(Passkeys.Passkey::domain)
                        .distinct()
                        .toList();
        return new SecondStepPage(state, waitSeconds, factors.hasTelephone(account), question.orElse(null), elsewhere);
    }

    @PostMapping("/sign-in/second")
    Reply enter(@RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
        return judged(
                request,
                response,
                account -> factors.take(account, code) ? Passkeys.Taken.RIGHT : Passkeys.Taken.WRONG,
                "wrong");
    }

    @PostMapping("/sign-in/second/passkey")
    Reply enterByPasskey(@RequestParam String credential, HttpServletRequest request, HttpServletResponse response) {
        return judged(request, response, account -> answered(account, credential, request), "wrong-passkey");
    }

    private Passkeys.Taken answered(UUID account, String credential, HttpServletRequest request) {
        return request.getSession().getAttribute(CHALLENGE) instanceof PasskeyChallenge challenge
                ? passkeys.take(account, challenge, credential)
                : Passkeys.Taken.LATE;
    }

    /** Whatever is tried here waits and counts alike. */
    private Reply judged(
            HttpServletRequest request,
            HttpServletResponse response,
            Function<UUID, Passkeys.Taken> judge,
            String ifWrong) {
        var account = half(request).flatMap(this::unchanged);
        if (account.isEmpty()) {
            return Reply.goTo("/sign-in?ended");
        }
        var id = account.get().id();
        var attempt = new SignInAttempts.Try(account.get().login(), request.getRemoteAddr());
        var wait = attempts.wait(attempt);
        if (!wait.isZero()) {
            return Reply.refused(page("wait", wait.toSeconds() + 1, id, request));
        }
        return switch (judge.apply(id)) {
            case LATE -> Reply.refused(page("late", 0, id, request));
            case WRONG -> {
                attempts.failed(attempt);
                yield Reply.refused(page(ifWrong, 0, id, request));
            }
            case RIGHT -> {
                attempts.succeeded(attempt);
                yield signIn(account.get(), request, response);
            }
        };
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
        request.getSession().removeAttribute(CHALLENGE);
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
