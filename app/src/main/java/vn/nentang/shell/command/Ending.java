package vn.nentang.shell.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a process that is asked to end (SIGTERM, Ctrl-C) tells its server, and waits for: that the server has closed what it had
 * opened. Holds from the moment it is made, so also for a server that is still starting.
 */
final class Ending implements AutoCloseable {

    private static final Duration CLOSING_MAX = Duration.ofSeconds(40);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Ending() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("server-end").unstarted(this::end));
    }

    private void end() {
        asked.countDown();
        try {
            closed.await(CLOSING_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the process is asked to end. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Everything is closed: the process need not wait. */
    @Override
    public void close() {
        closed.countDown();
    }
}
