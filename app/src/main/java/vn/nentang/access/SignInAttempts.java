package vn.nentang.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after five wrong tries for one account from one address, thirty from one address or a hundred for one
 * account, each further try must wait, twice as long every time, fifteen minutes at most. Kept in memory, for the names
 * used last, 10,000 at most; thread safe.
 */
@Component
public final class SignInAttempts {

    private static final int FREE_FOR_BOTH = 5;
    private static final int FREE_FROM_ADDRESS = 30;
    private static final int FREE_FOR_ACCOUNT = 100;
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

        private List<Counter> counters() {
            return List.of(
                    new Counter("both " + address + " " + login, FREE_FOR_BOTH),
                    new Counter("address " + address, FREE_FROM_ADDRESS),
                    new Counter("account " + login, FREE_FOR_ACCOUNT));
        }
    }

    /** @param free wrong tries before the first wait */
    private record Counter(String name, int free) {}

    /** How long this try must still wait; zero when it may go on. */
    public synchronized Duration wait(Try attempt) {
        return attempt.counters().stream()
                .map(this::remaining)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration remaining(Counter counter) {
        var known = wrong.get(counter.name());
        if (known == null || known.times() < counter.free()) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(known.times() - counter.free(), DOUBLINGS_MAX));
        var until = known.last().plus(wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait);
        var left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public synchronized void failed(Try attempt) {
        attempt.counters().forEach(counter -> count(counter.name()));
    }

    private void count(String name) {
        var now = clock.instant();
        wrong.merge(name, new Wrong(1, now), (before, _) -> new Wrong(before.times() + 1, now));
    }

    /** A right password forgives the account where it was typed; the address keeps its count. */
    public synchronized void succeeded(Try attempt) {
        wrong.remove(attempt.counters().getFirst().name());
    }

    /** How many names are remembered. */
    synchronized int names() {
        return wrong.size();
    }
}
