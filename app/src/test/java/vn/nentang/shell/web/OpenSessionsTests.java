package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.nentang.access.HandSetClock;

/** Sessions end. */
final class OpenSessionsTests {

    private static final UUID AN = new UUID(1, 1);
    private static final UUID BINH = new UUID(1, 2);

    private final HandSetClock clock = new HandSetClock();
    private final OpenSessions sessions = new OpenSessions(30, 12, clock);

    private HttpSession begun(OpenSessions all, UUID account) {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", "x".repeat(5_000));
        all.begin(request, account);
        return Objects.requireNonNull(request.getSession());
    }

    @Test
    void a_session_ends_half_an_hour_after_it_was_used_last() {
        var session = begun(sessions, AN);
        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(sessions.goesOn(session)).as("just before").isTrue();
        clock.advance(Duration.ofMinutes(30));
        assertThat(sessions.goesOn(session)).as("on the minute").isFalse();
        assertThat(sessions.of(AN)).isEmpty();
    }

    @Test
    void a_session_ends_twelve_hours_after_it_began_however_busy_it_is() {
        var session = begun(sessions, AN);
        for (var minutes = 20; minutes < 12 * 60; minutes += 20) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(sessions.goesOn(session)).as("after %d minutes", minutes).isTrue();
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.goesOn(session)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "-3, 5", "5, 5", "60, 60", "120, 120", "100000, 120"})
    void the_length_that_is_set_stays_within_bounds(int set, int minutes) {
        var bounded = new OpenSessions(set, 24, clock);
        var session = begun(bounded, AN);
        clock.advance(Duration.ofMinutes(minutes).minusMillis(1));
        assertThat(bounded.goesOn(session)).isTrue();
        clock.advance(Duration.ofMinutes(minutes));
        assertThat(bounded.goesOn(session)).isFalse();
    }

    @Test
    void ones_own_sessions_are_ended_and_nobody_elses() {
        var here = begun(sessions, AN);
        var there = begun(sessions, AN);
        var binhs = begun(sessions, BINH);
        sessions.end(BINH, sessions.current(here).orElseThrow());
        assertThat(sessions.goesOn(here)).as("by somebody else").isTrue();

        sessions.endOthers(AN, sessions.current(here).orElseThrow());

        assertThat(sessions.goesOn(here)).isTrue();
        assertThat(sessions.goesOn(there)).isFalse();
        assertThat(sessions.goesOn(binhs)).isTrue();
        assertThat(sessions.of(AN))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.browser()).hasSize(200));
    }

    @Test
    void a_session_nobody_began_does_not_go_on() {
        assertThat(sessions.goesOn(null)).isFalse();
        assertThat(sessions.goesOn(new MockHttpServletRequest().getSession())).isFalse();
    }
}
