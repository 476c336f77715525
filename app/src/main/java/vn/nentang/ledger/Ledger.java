package vn.nentang.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.store.Reach;

/**
 * The one way in. Acts are recorded one at a time in the order they are decided; the registers move in the same
 * transaction, so that whoever is answered sees what was recorded.
 */
@Component
public final class Ledger {

    private static final int REASON_CHARS_MAX = 1_000;

    private final EntryTable entries;
    private final Registers registers;
    private final EventTypes types;
    private final TransactionOperations transactions;
    private final Clock clock;

    public Ledger(
            JdbcOperations jdbc,
            Registers registers,
            EventTypes types,
            TransactionOperations transactions,
            Clock clock) {
        this.entries = new EntryTable(jdbc, types);
        this.registers = registers;
        this.types = types;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Decides and records. The decision is asked for only after every earlier act is in the registers and no other can
     * come between. A command sent twice is recorded once and answered the same; another request under the same id is
     * refused.
     */
    public Answer carryOut(Command command, Supplier<Decision<NewEntry>> decision) {
        return carryOut(command, decision, (_, _) -> {});
    }

    /** The same for a command that records much: tells how many of those concerned are in the registers. */
    public Answer carryOut(Command command, Supplier<Decision<NewEntry>> decision, HowFar progress) {
        return Reach.whole(() -> transactions.execute(_ -> {
            entries.lock();
            return entries.answerTo(command.id())
                    .map(known -> repeated(command, known))
                    .orElseGet(() -> decided(command, decision.get(), progress));
        }));
    }

    private Answer repeated(Command command, EntryTable.Known known) {
        return known.request().equals(Chain.digest(command))
                ? new Answer.Recorded(known.entries())
                : new Answer.Refused(List.of(Refusal.of(
                        "command-id-reused", Map.of("command", command.id().toString()))));
    }

    private Answer decided(Command command, Decision<NewEntry> decision, HowFar progress) {
        return switch (decision) {
            case Decision.Refused<NewEntry> refused -> new Answer.Refused(refused.reasons());
            case Decision.Recorded<NewEntry> recorded -> record(command, recorded.events(), progress);
        };
    }

    private Answer record(Command command, List<NewEntry> news, HowFar progress) {
        var head = entries.head();
        var recordedAt = latest(clock.instant().truncatedTo(ChronoUnit.MICROS), head.recordedAt());
        var sealed = new Chain(types, head).seal(new Recording(command, recordedAt, news));
        entries.insert(sealed);
        registers.takeIn(sealed, progress);
        return new Answer.Recorded(sealed.stream().map(SealedEntry::ref).toList());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Takes in entries from elsewhere, in any order; those already here are passed over.
     *
     * @throws LedgerDamaged when one does not match its own hash, or another stands under its name
     */
    void receive(List<SealedEntry> arrived) {
        transactions.executeWithoutResult(_ -> {
            entries.lock();
            var missing = entries.notYetHere(arrived);
            entries.insert(missing);
            registers.takeIn(missing, (_, _) -> {});
        });
    }

    /** What stands for one subject, as known now. */
    public SubjectHistory history(String subject) {
        return entries.histories(List.of(subject), null).getFirst();
    }

    /** What stood for each subject as known at an instant; null means now. */
    public List<SubjectHistory> histories(Collection<String> subjects, @Nullable Instant knownAt) {
        return entries.histories(subjects, knownAt);
    }

    /** Every subject of a kind that had an entry by an instant; null means now. */
    public List<String> subjects(String kind, @Nullable Instant knownAt) {
        return entries.subjects(kind, knownAt);
    }

    /** Every subject of a kind that shares an entry with one of these, recorded by an instant; null means now. */
    public List<String> subjectsBeside(Collection<String> others, String kind, @Nullable Instant knownAt) {
        return entries.subjectsBeside(others, kind, knownAt);
    }

    /** Everything ever said about a subject, replaced and withdrawn entries included. */
    public EverSaid everSaid(String subject) {
        return entries.everSaid(List.of(subject), Long.MAX_VALUE).getFirst();
    }

    public Optional<Entry<?>> find(EntryRef ref) {
        return entries.find(ref).map(e -> e.open(types));
    }

    /** The entries one command recorded, in the order it recorded them. */
    public List<Entry<?>> recordedBy(UUID command) {
        return entries.recordedBy(command);
    }

    /** A request to take an entry back, filed under the entry's own subjects and effective on its own day. */
    public NewEntry withdrawal(Entry<?> of, String reason) {
        return new NewEntry(new Withdrawn(of.subjects(), reason), of.effectiveOn(), Paper.UNKNOWN, of.ref());
    }

    /**
     * Takes an entry back. Refused when it does not stand, when the reason is empty or too long, or when the module it
     * belongs to has reasons against.
     *
     * @param against what the module says about the entry, asked only when it stands
     */
    public Answer withdraw(Command command, EntryRef ref, String reason, Function<Entry<?>, List<Refusal>> against) {
        return carryOut(command, () -> {
            if (reason.isBlank() || reason.length() > REASON_CHARS_MAX) {
                return refused("reason-length", Map.of("max", String.valueOf(REASON_CHARS_MAX)));
            }
            var entry = standing(ref);
            if (entry.isEmpty()) {
                return refused("entry-does-not-stand", Map.of("entry", ref.toString()));
            }
            return Decision.of(against.apply(entry.get()), withdrawal(entry.get(), reason));
        });
    }

    private static Decision<NewEntry> refused(String code, Map<String, String> facts) {
        return new Decision.Refused<>(List.of(Refusal.of(code, facts)));
    }

    /** An entry, unless it is unknown, was replaced or taken back, or is itself a withdrawal. */
    private Optional<Entry<?>> standing(EntryRef ref) {
        return find(ref)
                .filter(e -> e.subjects().stream()
                        .anyMatch(s -> history(s).entries().stream()
                                .anyMatch(standing -> standing.ref().equals(ref))));
    }

    public long size() {
        return entries.count();
    }

    /** This installation's name in entry references; given when first asked for, and kept from then on. */
    public String node() {
        return Objects.requireNonNull(transactions.execute(_ -> entries.node()));
    }
}
