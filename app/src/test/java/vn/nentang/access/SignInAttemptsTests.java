package vn.nentang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Guessing slows down; people who mistype do not notice. */
final class SignInAttemptsTests {

    private static final SignInAttempts.Try AN_AT_HOME = new SignInAttempts.Try("an", "10.0.0.1");
    private static final SignInAttempts.Try AN_ELSEWHERE = new SignInAttempts.Try("an", "10.0.0.2");
    private static final SignInAttempts.Try BINH_AT_HOME = new SignInAttempts.Try("binh", "10.0.0.1");

    private final HandSetClock clock = new HandSetClock();
    private final SignInAttempts attempts = new SignInAttempts(clock);

    /** Stands still until a test moves it. */
    private static final class HandSetClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void fail(SignInAttempts.Try attempt, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(attempt);
        }
    }

    @Test
    void the_first_five_wrong_tries_cost_nothing() {
        fail(AN_AT_HOME, 4);
        assertThat(attempts.wait(AN_AT_HOME)).isZero();
        fail(AN_AT_HOME, 1);
        assertThat(attempts.wait(AN_AT_HOME)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void each_further_try_waits_twice_as_long_up_to_a_quarter_of_an_hour() {
        fail(AN_AT_HOME, 6);
        assertThat(attempts.wait(AN_AT_HOME)).isEqualTo(Duration.ofSeconds(10));
        fail(AN_AT_HOME, 200);
        assertThat(attempts.wait(AN_AT_HOME)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void waiting_is_over_when_the_time_has_passed() {
        fail(AN_AT_HOME, 5);
        clock.now = clock.now.plusSeconds(5);
        assertThat(attempts.wait(AN_AT_HOME)).isZero();
    }

    @Test
    void somebody_elses_guessing_does_not_keep_the_owner_out() {
        fail(AN_AT_HOME, 29);
        assertThat(attempts.wait(AN_ELSEWHERE)).isZero();
    }

    @Test
    void thirty_wrong_tries_from_one_address_slow_all_its_accounts() {
        fail(AN_AT_HOME, 30);
        assertThat(attempts.wait(BINH_AT_HOME)).isPositive();
    }

    @Test
    void a_hundred_wrong_tries_slow_the_account_everywhere() {
        fail(AN_AT_HOME, 100);
        assertThat(attempts.wait(AN_ELSEWHERE)).isPositive();
    }

    @Test
    void the_right_password_forgives() {
        fail(AN_AT_HOME, 5);
        attempts.succeeded(AN_AT_HOME);
        assertThat(attempts.wait(AN_AT_HOME)).isZero();
    }

    @Test
    void strangers_without_end_do_not_fill_the_memory() {
        for (int i = 0; i < 20_000; i++) {
            attempts.failed(new SignInAttempts.Try("name" + i, "10.0.0." + i));
        }
        fail(AN_AT_HOME, 5);
        assertThat(attempts.wait(AN_AT_HOME)).isPositive();
        assertThat(attempts.names()).isLessThanOrEqualTo(10_000);
    }
}
