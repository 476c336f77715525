package vn.nentang.shell.web.review;

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
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.nentang.access.Account;
import vn.nentang.shell.web.SentFile;

/**
 * Review workbooks that were checked and wait for the decisions: on this machine's disk, for the account that sent them,
 * for a day at most, sixteen at most. They are gone when the program ends. Thread safe.
 */
@Component
@ConditionalOnWebApplication
final class WaitingWorkbooks implements DisposableBean {

    private static final int FILES_MAX = 16;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock;
    private final Map<UUID, Waiting> files = new LinkedHashMap<>();

    WaitingWorkbooks(Clock clock) {
        this.clock = clock;
    }

    /**
     * One workbook.
     *
     * @param id of the command that will record it
     * @param sender the account that sent it, and alone may see it
     */
    record Waiting(UUID id, UUID sender, SentFile file, int year, Instant until) {}

    synchronized Waiting keep(SentFile file, int year, Account account) {
        var waiting = new Waiting(
                UUID.randomUUID(), account.id(), file, year, clock.instant().plus(KEPT));
        dropWhere(w -> w.until().isBefore(clock.instant()));
        while (files.size() >= FILES_MAX) {
            drop(files.keySet().iterator().next());
        }
        files.put(waiting.id(), waiting);
        return waiting;
    }

    synchronized Optional<Waiting> find(UUID id, Account account) {
        return of(account).stream().filter(w -> w.id().equals(id)).findFirst();
    }

    /** Latest first. */
    synchronized List<Waiting> of(Account account) {
        return files.values().stream()
                .filter(w -> w.sender().equals(account.id()) && w.until().isAfter(clock.instant()))
                .toList()
                .reversed();
    }

    synchronized void drop(UUID id) {
        dropWhere(w -> w.id().equals(id));
    }

    private void dropWhere(Predicate<Waiting> which) {
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
    public synchronized void destroy() {
        dropWhere(_ -> true);
    }
}
