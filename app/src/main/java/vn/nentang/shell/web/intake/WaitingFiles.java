package vn.nentang.shell.web.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.membership.RosterImports.Checked;
import vn.nentang.shell.web.SentFile;

/**
 * Files that were checked and wait for a decision: on this machine's disk, for the account that sent them, for a day at most,
 * sixteen at most. They are gone when the program ends; nothing of them is recorded until somebody says so. Thread safe.
 */
@Component
@ConditionalOnWebApplication
public final class WaitingFiles implements DisposableBean {

    private static final int FILES_MAX = 16;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock;
    private final Map<UUID, Waiting> files = new LinkedHashMap<>();

    WaitingFiles(Clock clock) {
        this.clock = clock;
    }

    /**
     * One file.
     *
     * @param id of the list it becomes when it is recorded
     * @param sender the account that sent it, and alone may see it
     */
    record Waiting(
            UUID id,
            UUID sender,
            SentFile file,
            OrganizationId under,
            LocalDate asOf,
            Paper paper,
            Checked checked,
            Instant until) {}

    Instant until() {
        return clock.instant().plus(KEPT);
    }

    synchronized void keep(Waiting waiting) {
        dropWhere(w -> w.until().isBefore(clock.instant()) || w.id().equals(waiting.id()));
        while (files.size() >= FILES_MAX) {
            var oldest = files.keySet().iterator().next();
            dropWhere(w -> w.id().equals(oldest));
        }
        files.put(waiting.id(), waiting);
    }

    synchronized Optional<Waiting> find(UUID id, Account account) {
        return Optional.ofNullable(files.get(id))
                .filter(w -> w.sender().equals(account.id()))
                .filter(w -> w.until().isAfter(clock.instant()));
    }

    /** Latest first. */
    synchronized List<Waiting> of(Account account) {
        return files.values().stream()
                .filter(w -> w.sender().equals(account.id()) && w.until().isAfter(clock.instant()))
                .toList()
                .reversed();
    }

    /** How many files of an account wait for its decision. */
    public int waitingFor(Account account) {
        return of(account).size();
    }

    synchronized void drop(UUID id, Account account) {
        dropWhere(w -> w.id().equals(id) && w.sender().equals(account.id()));
    }

    private void dropWhere(Predicate<Waiting> which) {
        var gone = new ArrayList<>(files.values().stream().filter(which).toList());
        gone.forEach(w -> {
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
