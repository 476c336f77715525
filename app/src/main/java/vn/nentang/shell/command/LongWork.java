package vn.nentang.shell.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A work of minutes: it shows a bar, and whoever breaks it off (Ctrl-C, SIGTERM) is told in one sentence what stands. The
 * process then ends with the code of its signal, 130 or 143.
 */
final class LongWork implements AutoCloseable {

    /** Once the pools are closed, the statement at work ends; so long the sentence waits for it. */
    private static final Duration ENDING_MAX = Duration.ofSeconds(20);

    private static final String FINISHED = "Việc đã xong trước khi dừng. / It was finished before it stopped.";

    private static volatile boolean brokenOff;

    private final PrintWriter err;
    private final String standing;
    private final ProgressBar bar;
    private final Thread hook = Thread.ofPlatform().name("work-broken-off").unstarted(this::tell);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean finished;

    private LongWork(PrintWriter err, String standing) {
        this.err = err;
        this.standing = standing;
        this.bar = new ProgressBar(err);
    }

    /** @param standing what stands when it is broken off, in both languages */
    static LongWork begin(CommandSpec spec, String standing) {
        var work = new LongWork(spec.commandLine().getErr(), standing);
        Runtime.getRuntime().addShutdownHook(work.hook);
        return work;
    }

    /** Whether a work was broken off: what fails from then on fails for that reason alone. */
    static boolean isBrokenOff() {
        return brokenOff;
    }

    /** What is done and may fail. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Does what has to be done; when this returns it stands. */
    <T, E extends Exception> T finish(Work<T, E> work) throws E {
        var result = work.run();
        finished = true;
        return result;
    }

    void reached(String words, long done, long of) {
        bar.reached(words, done, of);
    }

    private void tell() {
        brokenOff = true;
        try {
            ended.await(ENDING_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bar.close();
        err.println(finished ? FINISHED : standing);
        err.flush();
    }

    @Override
    public void close() {
        ended.countDown();
        bar.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook at work.
        }
    }
}
