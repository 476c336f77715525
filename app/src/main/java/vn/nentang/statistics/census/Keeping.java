package vn.nentang.statistics.census;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.nentang.ledger.Arrivals;
import vn.nentang.review.years.OrganizationRows;

/**
 * When the picture is written to its file: after the ledger was read as a whole, when much came since, and at the end; never
 * while somebody waits for an answer. What cannot be written is read again from the ledger next time.
 */
final class Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final long MANY = 20_000;
    private static final long SOME = 1_000;
    private static final long NEVER = -1;

    private final @Nullable PictureFile file;
    private final Arrivals arrivals;
    private final Vocabulary words;
    private final AtomicLong keptUpTo = new AtomicLong(NEVER);
    private final AtomicReference<@Nullable Thread> writing = new AtomicReference<>();

    /** @param file null to keep nothing */
    Keeping(@Nullable PictureFile file, Arrivals arrivals, Vocabulary words) {
        this.file = file;
        this.arrivals = arrivals;
        this.words = words;
    }

    /** The picture of an earlier run, where there is one of this ledger. */
    Optional<Picture> found(OrganizationRows rules) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            var picture = file.read(arrivals::seals, words, rules);
            picture.ifPresent(one -> keptUpTo.set(one.entries()));
            return picture;
        } catch (IOException e) {
            LOG.warn("The census kept in a file could not be read; the ledger is read instead", e);
            return Optional.empty();
        }
    }

    /** Begins to write where it is time to, and waits for nothing. */
    void after(Picture now) {
        if (isBehind(now, MANY) && writing.get() == null) {
            var thread = Thread.ofPlatform().daemon().name("census-file").unstarted(() -> {
                write(now);
                writing.set(null);
            });
            if (writing.compareAndSet(null, thread)) {
                thread.start();
            }
        }
    }

    private boolean isBehind(Picture now, long entries) {
        var kept = keptUpTo.get();
        return file != null && now.entries() > 0 && (kept == NEVER || now.entries() - kept >= entries);
    }

    /** Writes what is worth it, and waits until it is done. */
    void end(@Nullable Picture last) {
        try {
            var begun = writing.get();
            if (begun != null) {
                begun.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        if (last != null && isBehind(last, SOME)) {
            write(last);
        }
    }

    private void write(Picture now) {
        if (file == null) {
            return;
        }
        try {
            file.write(now, words, arrivals.seals(now.entries()));
            keptUpTo.set(now.entries());
        } catch (IOException | UncheckedIOException | DataAccessException | TransactionException e) {
            LOG.warn("The census could not be kept in its file", e);
        }
    }
}
