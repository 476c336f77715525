package vn.nentang.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postgresql.copy.CopyManager;

/**
 * Sends rows to the database on a thread of its own, so that the next ones are made meanwhile. One lot is on its way and no
 * more: memory stays within two lots.
 */
final class Copier implements CopySink, AutoCloseable {

    private final CopyManager copying;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger-copy").factory());
    private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);

    Copier(CopyManager copying) {
        this.copying = copying;
    }

    /** The rows belong to the copier from now on. */
    @Override
    public void copy(String into, CopyRows rows) {
        await();
        if (rows.count() > 0) {
            underWay = CompletableFuture.runAsync(() -> send(into, rows), thread);
        }
    }

    private void send(String into, CopyRows rows) {
        try {
            var copy = copying.copyIn("COPY " + into + " FROM STDIN");
            try {
                copy.writeToCopy(rows.bytes(), 0, rows.length());
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("COPY " + into, e));
        }
    }

    /** Until everything handed over is in the database, and the connection free for other work. */
    void await() {
        try {
            underWay.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
