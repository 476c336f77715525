package vn.nentang.shell.command;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import vn.nentang.demo.nation.NationData;
import vn.nentang.ledger.BulkLoad;

/** How far a long load has come: one line that is written over on a terminal, a line every ten seconds elsewhere. */
final class ProgressBar implements NationData.Progress {

    private static final int WIDTH = 30;
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean isTerminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private final long started = System.nanoTime();
    private long shown = started - ELSEWHERE.toNanos();
    private BulkLoad.Stage stage = BulkLoad.Stage.ENTRIES;

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void reached(BulkLoad.Stage now, long done, int communes, int of) {
        var pause = isTerminal ? ON_TERMINAL : ELSEWHERE;
        if (now == stage && System.nanoTime() - shown < pause.toNanos()) {
            return;
        }
        stage = now;
        shown = System.nanoTime();
        show(line(done, communes, of));
    }

    private String line(long done, int communes, int of) {
        var seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        var time = "%d:%02d".formatted(seconds / 60, seconds % 60);
        return switch (stage) {
            case ENTRIES ->
                "%s %,d / %,d xã, %,d bút toán / communes, entries  %s"
                        .formatted(bar(communes, of), communes, of, done, time);
            case INDEXES -> "%s lập chỉ mục / making the indexes  %s".formatted(bar(1, 1), time);
            case REGISTERS -> "%s %,d tổ chức đảng / Party organisations  %s".formatted(bar(1, 1), done, time);
        };
    }

    private static String bar(int done, int of) {
        var full = of == 0 ? 0 : (int) ((long) WIDTH * done / of);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    private void show(String line) {
        if (isTerminal) {
            out.printf("\r%-100s", line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the line as it is and begins another one. */
    void end() {
        if (isTerminal) {
            out.println();
            out.flush();
        }
    }
}
