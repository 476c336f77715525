package vn.nentang.shell.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.DisposableBean;
import vn.nentang.access.Account;

/**
 * Files that were checked and wait for a decision: on this machine's disk, for the account that sent them, for a day at most,
 * sixteen of a kind at most. They are gone when the program ends; nothing of them is recorded until somebody says so. Thread
 * safe.
 *
 * @param <W> what is known of a file of this kind
 */
public abstract class WaitingFiles<W extends WaitingFiles.Waiting> implements DisposableBean {

    private static final int FILES_MAX = 16;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock;
    private final Map<UUID, W> files = new LinkedHashMap<>();

    protected WaitingFiles(Clock clock) {
        this.clock = clock;
    }

    /** One file. */
    public interface Waiting {

        /** Of the command that will record it. */
        UUID id();

        /** The account that sent it, and alone may see it. */
        UUID sender();

        SentFile file();

        /** When it goes. */
        Instant until();
    }

    /** Until when a file is kept that comes now. */
    public final Instant until() {
        return clock.instant().plus(KEPT);
    }

    /** Keeps a file, in the place of an earlier one of its id; the oldest goes where there are too many. */
    public final synchronized void keep(W waiting) {
        dropWhere(w -> w.until().isBefore(clock.instant()) || w.id().equals(waiting.id()));
        while (files.size() >= FILES_MAX) {
            var oldest = files.keySet().iterator().next();
            dropWhere(w -> w.id().equals(oldest));
        }
        files.put(waiting.id(), waiting);
    }

    public final synchronized Optional<W> find(UUID id, Account account) {
        return of(account).stream().filter(w -> w.id().equals(id)).findFirst();
    }

    /** Latest first. */
    public final synchronized List<W> of(Account account) {
        return files.values().stream()
                .filter(w -> w.sender().equals(account.id()) && w.until().isAfter(clock.instant()))
                .toList()
                .reversed();
    }

    public final synchronized void drop(UUID id, Account account) {
        dropWhere(w -> w.id().equals(id) && w.sender().equals(account.id()));
    }

    private void dropWhere(Predicate<W> which) {
        files.values().stream().filter(which).toList().forEach(w -> {
            files.remove(w.id());
            delete(w.file());
        });
    }

    private static void delete(SentFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final synchronized void destroy() {
        dropWhere(_ -> true);
    }
}
