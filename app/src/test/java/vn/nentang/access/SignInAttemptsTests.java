package vn.nentang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nentang.store.Store;
import vn.nentang.store.TestStore;

/** Guessing slows down; people who mistype do not notice. */
final class SignInAttemptsTests {

    private static final SignInAttempts.Try AN_AT_HOME = new SignInAttempts.Try("an", "10.0.0.1");
    private static final SignInAttempts.Try AN_ELSEWHERE = new SignInAttempts.Try("an", "10.0.0.2");
    private static final SignInAttempts.Try BINH_AT_HOME = new SignInAttempts.Try("binh", "10.0.0.1");

    private final Store store = TestStore.fresh();
    private final HandSetClock clock = new HandSetClock();
    private final SignInAttempts attempts = afterARestart();

    private SignInAttempts afterARestart() {
        return new SignInAttempts(
                JdbcClient.create(store.app()),
                new TransactionTemplate(new JdbcTransactionManager(store.app())),
                clock);
    }

    @AfterEach
    void close() {
        store.close();
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
        fail(AN_AT_HOME, 13);
        assertThat(attempts.wait(AN_AT_HOME)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void waiting_is_over_when_the_time_has_passed() {
        fail(AN_AT_HOME, 5);
        clock.advance(Duration.ofMillis(4_999));
        assertThat(attempts.wait(AN_AT_HOME)).isPositive();
        clock.advance(Duration.ofMillis(1));
        assertThat(attempts.wait(AN_AT_HOME)).isZero();
    }

    @Test
    void a_restart_forgets_nothing() {
        fail(AN_AT_HOME, 7);

        assertThat(afterARestart().wait(AN_AT_HOME)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void guessing_at_home_does_not_keep_the_same_account_out_elsewhere() {
        fail(AN_AT_HOME, 19);
        assertThat(attempts.wait(AN_ELSEWHERE)).isZero();
    }

    @Test
    void twenty_wrong_tries_in_a_row_close_the_account_everywhere_for_half_an_hour_and_no_longer() {
        fail(AN_AT_HOME, 20);
        assertThat(attempts.wait(AN_ELSEWHERE)).isEqualTo(Duration.ofMinutes(30));
        assertThat(attempts.hasClosed("an")).isTrue();

        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(attempts.wait(AN_ELSEWHERE)).isPositive();
        clock.advance(Duration.ofMillis(1));
        assertThat(attempts.wait(AN_ELSEWHERE)).isZero();
        assertThat(attempts.hasClosed("an")).isFalse();
    }

    @Test
    void an_administrator_opens_what_wrong_tries_have_closed() {
        fail(AN_AT_HOME, 20);
        attempts.open("an");

        assertThat(attempts.wait(AN_ELSEWHERE)).isZero();
        assertThat(attempts.wait(AN_AT_HOME)).as("where the guesses came from").isPositive();
    }

    @Test
    void a_right_password_ends_the_row() {
        fail(AN_AT_HOME, 19);
        attempts.succeeded(AN_AT_HOME);
        fail(AN_AT_HOME, 1);

        assertThat(attempts.wait(AN_AT_HOME)).isZero();
        assertThat(attempts.hasClosed("an")).isFalse();
    }

    @Test
    void wrong_tries_are_forgotten_a_day_after_the_last() {
        fail(AN_AT_HOME, 19);
        clock.advance(Duration.ofHours(24).minusMillis(1));
        fail(AN_AT_HOME, 1);
        assertThat(attempts.hasClosed("an")).as("within the day").isTrue();

        clock.advance(Duration.ofHours(24));
        fail(AN_AT_HOME, 1);
        assertThat(attempts.hasClosed("an")).as("after the day").isFalse();
    }

    @Test
    void guessing_many_accounts_from_one_address_slows_the_address_down() {
        for (int i = 0; i < 30; i++) {
            fail(new SignInAttempts.Try("ten" + i, "10.0.0.1"), 1);
        }
        assertThat(attempts.wait(BINH_AT_HOME)).isEqualTo(Duration.ofSeconds(5));
        assertThat(attempts.wait(AN_ELSEWHERE)).isZero();
    }

    @Test
    void the_own_machines_address_stands_for_everybody_behind_a_proxy_and_is_not_slowed_down() {
        for (int i = 0; i < 60; i++) {
            fail(new SignInAttempts.Try("ten" + i, i % 2 == 0 ? "127.0.0.1" : "0:0:0:0:0:0:0:1"), 1);
        }
        assertThat(attempts.wait(new SignInAttempts.Try("an", "127.0.0.1"))).isZero();
        assertThat(attempts.wait(new SignInAttempts.Try("an", "0:0:0:0:0:0:0:1")))
                .isZero();
        fail(new SignInAttempts.Try("an", "127.0.0.1"), 5);
        assertThat(attempts.wait(new SignInAttempts.Try("an", "127.0.0.1"))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_name_without_an_end_or_with_a_zero_in_it_is_counted_like_any_other() {
        var odd = new SignInAttempts.Try("a\0".repeat(5_000), "x".repeat(5_000));
        fail(odd, 5);

        assertThat(attempts.wait(odd)).isEqualTo(Duration.ofSeconds(5));
    }
}
