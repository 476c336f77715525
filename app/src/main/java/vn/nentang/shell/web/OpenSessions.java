package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Who is signed in from where. A session ends when nothing was asked for a while, when it has lasted a day's work, when its
 * owner ends it from another one, and when the program ends. Thread safe.
 */
@Component
@ConditionalOnWebApplication
public final class OpenSessions {

    /** Under this name a session keeps what is known of the sign-in before; see {@link vn.nentang.access.Accounts.Before}. */
    public static final String BEFORE = OpenSessions.class.getName() + ".before";

    private static final String ID = OpenSessions.class.getName() + ".id";
    private static final int IDLE_MINUTES_MIN = 5;
    private static final int IDLE_MINUTES_MAX = 120;
    private static final int HOURS_MIN = 1;
    private static final int HOURS_MAX = 24;
    private static final int BROWSER_CHARS_MAX = 200;

    private final Map<UUID, Open> open = new ConcurrentHashMap<>();
    private final Duration idle;
    private final Duration whole;
    private final Clock clock;

    /**
     * Sessions of such lengths.
     *
     * @param idleMinutes without a request; 5 to 120, whatever is set
     * @param hours since signing in; 1 to 24, whatever is set
     */
    public OpenSessions(
            @Value("${nentang.session.idle-minutes:30}") int idleMinutes,
            @Value("${nentang.session.hours:12}") int hours,
            Clock clock) {
        this.idle = Duration.ofMinutes(Math.clamp(idleMinutes, IDLE_MINUTES_MIN, IDLE_MINUTES_MAX));
        this.whole = Duration.ofHours(Math.clamp(hours, HOURS_MIN, HOURS_MAX));
        this.clock = clock;
    }

    /** One of them, as its owner sees it. */
    public record Open(UUID id, UUID account, Instant since, Instant lastAt, String address, String browser) {

        private Open at(Instant moment) {
            return new Open(id, account, since, moment, address, browser);
        }
    }

    /** A session begins. */
    void begin(HttpServletRequest request, UUID account) {
        var now = clock.instant();
        var browser = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        var begun = new Open(
                UUID.randomUUID(),
                account,
                now,
                now,
                request.getRemoteAddr(),
                browser.substring(0, Math.min(BROWSER_CHARS_MAX, browser.length())));
        open.values().removeIf(one -> isOver(one, now));
        open.put(begun.id(), begun);
        request.getSession().setAttribute(ID, begun.id());
        request.getSession().setMaxInactiveInterval((int) idle.toSeconds());
    }

    /** Whether the session goes on; a session that does is used now. */
    boolean goesOn(@Nullable HttpSession session) {
        var now = clock.instant();
        return find(session)
                .map(id -> open.computeIfPresent(id, (_, one) -> isOver(one, now) ? null : one.at(now)))
                .isPresent();
    }

    private boolean isOver(Open one, Instant now) {
        return !now.isBefore(one.lastAt().plus(idle))
                || !now.isBefore(one.since().plus(whole));
    }

    private static Optional<UUID> find(@Nullable HttpSession session) {
        return Optional.ofNullable(session)
                .map(one -> one.getAttribute(ID))
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast);
    }

    /** Those of an account, the one used last first. */
    public List<Open> of(UUID account) {
        var now = clock.instant();
        return open.values().stream()
                .filter(one -> one.account().equals(account) && !isOver(one, now))
                .sorted(Comparator.comparing(Open::lastAt).reversed())
                .toList();
    }

    /** The one a request belongs to. */
    public Optional<UUID> current(HttpSession session) {
        return find(session);
    }

    /** Ends one of an account's own. */
    public void end(UUID account, UUID id) {
        open.computeIfPresent(id, (_, one) -> one.account().equals(account) ? null : one);
    }

    /** Ends all of an account but one. */
    public void endOthers(UUID account, @Nullable UUID but) {
        open.values().removeIf(one -> one.account().equals(account) && !one.id().equals(but));
    }
}
