package vn.nentang.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.access.ReadingEvent.ReadingsSealed;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.NewEntry;
import vn.nentang.store.Reach;

/** The log of who read which file. It only grows, and the ledger seals it. */
@Component
public final class Readings {

    public static final int PURPOSE_CHARS_MAX = 200;

    /** Readers of the log get the latest of these; the log itself keeps all. */
    public static final int SHOWN_MAX = 500;

    private static final long LOCK = 0x52454144L;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Clock clock;

    public Readings(JdbcClient sql, TransactionOperations transactions, Ledger ledger, Clock clock) {
        this.sql = sql;
        this.transactions = new WholeTransactions(transactions);
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Notes that somebody is about to read; to be called before anything is shown, so that what is not noted is not read.
     * Reading the own file is nobody's business and is not noted.
     */
    public void note(Viewer reader, Right through, PersonId person, String what, String purpose) {
        if (reader.isSelf(person)) {
            return;
        }
        var post = reader.postGiving(through);
        transactions.executeWithoutResult(_ -> {
            sql.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query()
                    .listOfRows();
            var last = last();
            insert(new Reading(
                            last.map(Reading::number).orElse(0L) + 1,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            reader.account().login(),
                            reader.person(),
                            post.map(HeldPost::post).orElse(""),
                            post.map(HeldPost::organization).orElse(null),
                            person,
                            what,
                            purpose.substring(0, Math.min(purpose.length(), PURPOSE_CHARS_MAX)),
                            last.map(Reading::hash).orElse(Reading.NO_PREVIOUS),
                            "")
                    .sealed());
        });
    }

    private Optional<Reading> last() {
        return sql.sql("SELECT * FROM access.reading ORDER BY number DESC LIMIT 1")
                .query(Readings::row)
                .optional();
    }

    private void insert(Reading reading) {
        sql.sql("""
                INSERT INTO access.reading (number, read_at, account, reader_id, post, over_id, person_id, what, purpose,
                                            previous_hash, hash)
                VALUES (:number, :at, :account, :reader, :post, :over, :person, :what, :purpose, :previous, :hash)
                """)
                .param("number", reading.number())
                .param("at", reading.at().atOffset(ZoneOffset.UTC))
                .param("account", reading.account())
                .param(
                        "reader",
                        reading.reader() == null ? null : reading.reader().value(),
                        Types.OTHER)
                .param("post", reading.post())
                .param("over", reading.over() == null ? null : reading.over().value(), Types.OTHER)
                .param("person", reading.person().value())
                .param("what", reading.what())
                .param("purpose", reading.purpose())
                .param("previous", reading.previous())
                .param("hash", reading.hash())
                .update();
    }

    /** Who read one person's file, latest first, {@link #SHOWN_MAX} at most. */
    public List<Reading> of(PersonId person) {
        return Reach.whole(
                () -> sql.sql("SELECT * FROM access.reading WHERE person_id = :person ORDER BY number DESC LIMIT :most")
                        .param("person", person.value())
                        .param("most", SHOWN_MAX)
                        .query(Readings::row)
                        .list());
    }

    /** Who read the files of those who are on these rolls on a day, latest first, {@link #SHOWN_MAX} at most. */
    public List<Reading> of(Collection<OrganizationId> rolls, LocalDate on) {
        return Reach.whole(() -> sql.sql("""
                        SELECT * FROM access.reading
                         WHERE person_id IN (SELECT person_id FROM register.membership
                                              WHERE valid @> :on AND cell_id = ANY (:rolls))
                         ORDER BY number DESC LIMIT :most
                        """)
                .param("on", on)
                .param("rolls", rolls.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .param("most", SHOWN_MAX)
                .query(Readings::row)
                .list());
    }

    /** Has the ledger seal the end of the log, unless it did already. */
    public void seal() {
        Reach.whole(this::last)
                .filter(last -> seals().stream().noneMatch(s -> s.through() == last.number()))
                .ifPresent(this::seal);
    }

    private void seal(Reading last) {
        var event = new ReadingsSealed(ledger.node(), last.number(), last.hash());
        var on = LocalDate.ofInstant(clock.instant(), clock.getZone());
        ledger.carryOut(
                new Command(UUID.randomUUID(), "system", event),
                () -> new Decision.Recorded<>(List.of(NewEntry.of(event, on, Paper.UNKNOWN))));
    }

    private List<ReadingsSealed> seals() {
        return Reach.whole(
                () -> ledger.history(ReadingsSealed.subjectOf(ledger.node())).of(ReadingsSealed.class).stream()
                        .map(Entry::event)
                        .toList());
    }

    /**
     * What the log says of itself.
     *
     * @param sealedThrough the last reading the ledger sealed; 0 for none
     * @param findings numbers of readings that were altered, are missing or are not what the ledger sealed
     */
    public record Report(long readings, long sealedThrough, List<Long> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    /** Reads the whole log and holds it against the ledger's seals. */
    public Report verify() {
        return transactions.execute(_ -> readAll());
    }

    private Report readAll() {
        var walk = new Walk(seals());
        try (var all = sql.sql("SELECT * FROM access.reading ORDER BY number").query(Readings::row).stream()) {
            all.forEach(walk::visit);
        }
        return walk.report();
    }

    /** Holds each reading against the one before and the ledger. */
    private static final class Walk {

        private final Map<Long, ReadingsSealed> seals;
        private final List<Long> findings = new ArrayList<>();
        private long number;
        private long count;
        private String hash = Reading.NO_PREVIOUS;

        Walk(List<ReadingsSealed> seals) {
            this.seals =
                    seals.stream().collect(Collectors.toMap(ReadingsSealed::through, Function.identity(), (a, _) -> a));
        }

        void visit(Reading reading) {
            for (long lost = number + 1; lost < reading.number(); lost++) {
                findings.add(lost);
            }
            var seal = seals.get(reading.number());
            var follows = number + 1 != reading.number() || reading.previous().equals(hash);
            if (!reading.isIntact() || !follows || (seal != null && !seal.hash().equals(reading.hash()))) {
                findings.add(reading.number());
            }
            number = reading.number();
            hash = reading.hash();
            count++;
        }

        Report report() {
            var sealed = seals.keySet().stream().mapToLong(n -> n).max().orElse(0);
            for (long lost = number + 1; lost <= sealed; lost++) {
                findings.add(lost);
            }
            return new Report(count, sealed, findings);
        }
    }

    private static Reading row(ResultSet row, int number) throws SQLException {
        return new Reading(
                row.getLong("number"),
                instant(row),
                row.getString("account"),
                uuid(row, "reader_id").map(PersonId::new).orElse(null),
                row.getString("post"),
                uuid(row, "over_id").map(OrganizationId::new).orElse(null),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("what"),
                row.getString("purpose"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("read_at", OffsetDateTime.class).toInstant();
    }

    private static Optional<UUID> uuid(ResultSet row, String column) throws SQLException {
        @Nullable UUID value = row.getObject(column, UUID.class);
        return Optional.ofNullable(value);
    }
}
