package vn.nentang.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after five wrong tries for one account, or thirty from one address, each further try must wait,
 * twice as long every time, fifteen minutes at most. Kept in memory, for the 10,000 names used last; thread safe.
 */
@Component
public final class SignInAttempts {

    private static final int FREE_FOR_ACCOUNT = 5;
    private static final int FREE_FROM_ADDRESS = 30;
    private static final int NAMES_MAX = 10_000;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration WAIT_MAX = Duration.ofMinutes(15);
    private static final int DOUBLINGS_MAX = 10;

    private final Clock clock;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > NAMES_MAX;
        }
    };

    public SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    private record Wrong(int times, Instant last) {}

    /** Where a try comes from, and for which account. */
    public record Try(String login, String address) {

        String accountKey() {
            return "account " + login;
        }

        String addressKey() {
            return "address " + address;
        }
    }

    /** How long this try must still wait; zero when it may go on. */
    public synchronized Duration wait(Try attempt) {
        var account = remaining(attempt.accountKey(), FREE_FOR_ACCOUNT);
        var address = remaining(attempt.addressKey(), FREE_FROM_ADDRESS);
        return account.compareTo(address) > 0 ? account : address;
    }

    private Duration remaining(String key, int free) {
        var known = wrong.get(key);
        if (known == null || known.times() < free) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(known.times() - free, DOUBLINGS_MAX));
        var until = known.last().plus(wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait);
        var left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public synchronized void failed(Try attempt) {
        count(attempt.accountKey());
        count(attempt.addressKey());
    }

    private void count(String key) {
        var now = clock.instant();
        wrong.merge(
                key, new Wrong(1, now), (before, _) -> new Wrong(Math.min(before.times() + 1, Integer.MAX_VALUE - 1), now));
    }

    /** A right password forgives the account; the address keeps its count, since one may know one password of many. */
    public synchronized void succeeded(Try attempt) {
        wrong.remove(attempt.accountKey());
    }
}
