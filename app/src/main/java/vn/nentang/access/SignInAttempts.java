package vn.nentang.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.store.Reach;

/**
 * Slows guessing down, also over a restart. After five wrong tries for one account from one address, or thirty from one
 * address other than this machine's own, each further try must wait, twice as long every time, fifteen minutes at most. After twenty wrong tries in a row
 * for one account, wherever they came from, the account is closed for half an hour after the last of them, or until an
 * administrator opens it. Tries are forgotten after a day; a name nobody has is treated like one that somebody has.
 */
@Component
public final class SignInAttempts {

    private static final int FREE_FOR_BOTH = 5;
    private static final int FREE_FROM_ADDRESS = 30;
    private static final int FREE_FOR_ACCOUNT = 20;
    private static final int NAMES_MAX = 10_000;
    private static final int CHARS_MAX = 100;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration WAIT_MAX = Duration.ofMinutes(15);
    private static final Duration CLOSED_FOR = Duration.ofMinutes(30);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final int DOUBLINGS_MAX = 10;
    private static final List<String> LOOPBACK = List.of("::1", "0:0:0:0:0:0:0:1");

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;

    public SignInAttempts(JdbcClient sql, TransactionOperations transactions, Clock clock) {
        this.sql = sql;
        this.transactions = new WholeTransactions(transactions);
        this.clock = clock;
    }

    private record Wrong(int times, Instant last) {}

    /** Where a try comes from, and for which account; both are cut where they are too long to be one. */
    public record Try(String login, String address) {

        public Try {
            login = cut(login.strip().toLowerCase(Locale.ROOT));
            address = cut(address);
        }

        private static String cut(String text) {
            return text.substring(0, Math.min(CHARS_MAX, text.length())).replace("\0", "");
        }

        private Counter both() {
            return new Counter("both " + address + " " + login, FREE_FOR_BOTH, false);
        }

        private Counter account() {
            return new Counter("account " + login, FREE_FOR_ACCOUNT, true);
        }

        /** This machine's own address stands for everybody who comes through a proxy: it is no address to slow down. */
        private boolean isOwnMachine() {
            return address.isEmpty() || address.startsWith("127.") || LOOPBACK.contains(address);
        }

        private List<Counter> counters() {
            return isOwnMachine()
                    ? List.of(both(), account())
                    : List.of(both(), new Counter("address " + address, FREE_FROM_ADDRESS, false), account());
        }
    }

    /**
     * @param free wrong tries before the first wait
     * @param closes whether the wait is always the whole one
     */
    private record Counter(String name, int free, boolean closes) {

        Duration wait(int times) {
            if (times < free) {
                return Duration.ZERO;
            }
            var wait = FIRST_WAIT.multipliedBy(1L << Math.min(times - free, DOUBLINGS_MAX));
            return closes ? CLOSED_FOR : wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
        }
    }

    /** How long this try must still wait; zero when it may go on. */
    public Duration wait(Try attempt) {
        return attempt.counters().stream()
                .map(this::remaining)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Whether wrong tries have closed an account for now. */
    public boolean hasClosed(String login) {
        return !remaining(new Try(login, "").account()).isZero();
    }

    private Duration remaining(Counter counter) {
        return known(counter)
                .map(wrong -> Duration.between(clock.instant(), wrong.last().plus(counter.wait(wrong.times()))))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    private Optional<Wrong> known(Counter counter) {
        return Reach.whole(() -> sql.sql(
                        "SELECT times, last_at FROM access.wrong_try WHERE name = :name AND last_at > :since")
                .param("name", counter.name())
                .param("since", since())
                .query((row, _) -> new Wrong(
                        row.getInt("times"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .optional());
    }

    private OffsetDateTime since() {
        return clock.instant().minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC);
    }

    public void failed(Try attempt) {
        transactions.executeWithoutResult(_ -> {
            attempt.counters().forEach(counter -> count(counter.name()));
            forget();
            sql.sql("UPDATE access.account SET failed_since = failed_since + 1 WHERE login = :login")
                    .param("login", attempt.login())
                    .update();
        });
    }

    private void count(String name) {
        sql.sql("""
                INSERT INTO access.wrong_try AS known (name, times, last_at) VALUES (:name, 1, :now)
                ON CONFLICT (name) DO UPDATE
                   SET times = CASE WHEN known.last_at > :since THEN known.times + 1 ELSE 1 END,
                       last_at = excluded.last_at
                """)
                .param("name", name)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("since", since())
                .update();
    }

    /** What is a day old, and the oldest of too many: strangers must not fill the disk. */
    private void forget() {
        sql.sql("DELETE FROM access.wrong_try WHERE last_at <= :since")
                .param("since", since())
                .update();
        sql.sql("""
                DELETE FROM access.wrong_try
                 WHERE name IN (SELECT name FROM access.wrong_try ORDER BY last_at DESC OFFSET :max)
                """).param("max", NAMES_MAX).update();
    }

    /** A right password ends the row of wrong tries for the account; the address keeps its count. */
    public void succeeded(Try attempt) {
        forget(List.of(attempt.both().name(), attempt.account().name()));
    }

    /** An administrator opens an account that wrong tries had closed. */
    public void open(String login) {
        forget(List.of(new Try(login, "").account().name()));
    }

    private void forget(List<String> names) {
        transactions.executeWithoutResult(_ -> sql.sql("DELETE FROM access.wrong_try WHERE name IN (:names)")
                .param("names", names)
                .update());
    }
}
