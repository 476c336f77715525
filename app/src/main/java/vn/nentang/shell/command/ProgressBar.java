package vn.nentang.shell.command;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a long work has come: one line that is written over on a terminal, a line every ten seconds elsewhere. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean isTerminal = isTerminal();
    private final long started = System.nanoTime();
    private long shown = started;
    private @Nullable String stage;
    private boolean isOpen;

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    /** There is no console at all where neither end is one, whatever the compiler's check says. */
    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /**
     * Shows where the work is, unless it showed something a moment ago.
     *
     * @param words what is being done; other words are shown at once on a terminal
     * @param of how many there will be; 0 when nobody knows
     */
    synchronized void reached(String words, long done, long of) {
        var pause = isTerminal ? ON_TERMINAL : ELSEWHERE;
        var sinceShown = System.nanoTime() - shown;
        if (sinceShown >= pause.toNanos() || (isTerminal && !words.equals(stage))) {
            stage = words;
            shown = System.nanoTime();
            show("%s %s %s  %s".formatted(bar(done, of), counted(done, of), words, time()));
        }
    }

    private static String counted(long done, long of) {
        return of > 0 ? "%,d / %,d".formatted(done, of) : "%,d".formatted(done);
    }

    private String time() {
        var seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private static String bar(long done, long of) {
        var full = of == 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / of);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    private void show(String line) {
        if (isTerminal) {
            out.printf("\r%-100s", line);
            isOpen = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the line as it is and begins another one. */
    @Override
    public synchronized void close() {
        if (isOpen) {
            out.println();
            out.flush();
            isOpen = false;
        }
    }
}
