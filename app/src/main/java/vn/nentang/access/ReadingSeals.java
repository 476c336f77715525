package vn.nentang.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Seals the log of readings every five minutes while the server runs, and once more when it stops. */
@Component
@ConditionalOnWebApplication
final class ReadingSeals implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingSeals.class);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Readings readings;
    private @Nullable Thread running;

    ReadingSeals(Readings readings) {
        this.readings = readings;
    }

    @Override
    public synchronized void start() {
        running = Thread.ofVirtual().name("reading-seals").start(this::sealNowAndThen);
    }

    private void sealNowAndThen() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                seal();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be sealed now is sealed next time; the readings themselves are safe. */
    private void seal() {
        try {
            readings.seal();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The log of readings could not be sealed", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.interrupt();
            running = null;
            seal();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
