package vn.nentang.ledger;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the schema {@code ledger}. Nothing else writes them. */
final class EntryTable {

    private static final long LOCK = 0x4e54_4c45_4447L;
    private static final int SUBJECTS_AT_ONCE = 2_000;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int LOTS_WAITING_MAX = 4;

    private static final String INSERT = """
            INSERT INTO ledger.entry (node, sequence, type, effective_on, recorded_at, author,
                                      paper_number, paper_date, paper_issuer, paper_signer, subjects,
                                      corrects_node, corrects_sequence, command_id, request_digest, body,
                                      previous_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_SUBJECTS = """
            INSERT INTO ledger.entry_subject (subject, position)
            SELECT subject, position
              FROM ledger.entry, unnest(subjects) AS subject
             WHERE position > :after
               AND position <= :last
            """;

    /** All entries of a subject and, whatever those are filed under, the ones that mend one of them. */
    private static final String ABOUT = """
            WITH RECURSIVE about AS (
                SELECT s.subject AS filed_under, e.*
                  FROM ledger.entry_subject s
                  JOIN ledger.entry e USING (position)
                 WHERE s.subject = ANY (:subjects)
                   AND e.recorded_at <= :known_at
                   AND e.position <= :last
                UNION
                SELECT about.filed_under, mending.*
                  FROM about
                 CROSS JOIN LATERAL (
                    SELECT *
                      FROM ledger.entry
                     WHERE corrects_node = about.node
                       AND corrects_sequence = about.sequence
                       AND recorded_at <= :known_at
                       AND position <= :last
                    OFFSET 0) AS mending
            )
            SELECT * FROM about
            """;

    private final JdbcOperations jdbc;
    private final JdbcClient sql;
    private final EventTypes types;

    EntryTable(JdbcOperations jdbc, EventTypes types) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
        this.types = types;
    }

    record Known(String request, List<EntryRef> entries) {}

    /** The newest entry of this node, or what stands in its place before the first. */
    record Head(String node, long sequence, String hash, Instant recordedAt) {

        static Head before(String node) {
            return new Head(node, 0, SealedEntry.NO_PREVIOUS, Instant.EPOCH);
        }

        Head followedBy(SealedEntry next) {
            return new Head(node, next.ref().sequence(), next.hash(), next.recordedAt());
        }
    }

    /** One writer at a time, until the transaction ends: the chain and the registers' order rest on it. */
    void lock() {
        sql.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .single();
    }

    String node() {
        return sql.sql("SELECT name FROM ledger.node")
                .query(String.class)
                .optional()
                .orElseGet(this::nameThisNode);
    }

    private String nameThisNode() {
        var name = "n" + UUID.randomUUID().toString().substring(0, 8);
        sql.sql("INSERT INTO ledger.node (name) VALUES (:name) ON CONFLICT DO NOTHING")
                .param("name", name)
                .update();
        return sql.sql("SELECT name FROM ledger.node").query(String.class).single();
    }

    Head head() {
        return head(node());
    }

    Head head(String node) {
        return sql.sql("SELECT * FROM ledger.entry WHERE node = :node ORDER BY sequence DESC LIMIT 1")
                .param("node", node)
                .query(SealedEntry::row)
                .optional()
                .map(e -> new Head(node, e.ref().sequence(), e.hash(), e.recordedAt()))
                .orElseGet(() -> Head.before(node));
    }

    Optional<Known> answerTo(UUID command) {
        var entries = sealedBy(command);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Known(
                        entries.getFirst().request(),
                        entries.stream().map(SealedEntry::ref).toList()));
    }

    private List<SealedEntry> sealedBy(UUID command) {
        return sql.sql("SELECT * FROM ledger.entry WHERE command_id = :command ORDER BY node, sequence")
                .param("command", command)
                .query(SealedEntry::row)
                .list();
    }

    List<Entry<?>> recordedBy(UUID command) {
        return open(sealedBy(command));
    }

    Optional<SealedEntry> find(EntryRef ref) {
        return sql.sql("SELECT * FROM ledger.entry WHERE node = :node AND sequence = :sequence")
                .param("node", ref.node())
                .param("sequence", ref.sequence())
                .query(SealedEntry::row)
                .optional();
    }

    void insert(List<SealedEntry> sealed) {
        if (sealed.isEmpty()) {
            return;
        }
        var before = lastPosition();
        jdbc.batchUpdate(INSERT, sealed, ROWS_AT_ONCE, EntryTable::bind);
        sql.sql(INSERT_SUBJECTS)
                .param("after", before)
                .param("last", lastPosition())
                .update();
    }

    long lastPosition() {
        return sql.sql("SELECT coalesce(max(position), 0) FROM ledger.entry")
                .query(Long.class)
                .single();
    }

    /** Place and seal of the entries at some places, the last first; nothing for places no entry has. */
    String seals(Collection<Long> places) {
        return sql
                .sql("SELECT position, hash FROM ledger.entry WHERE position = ANY (:places) ORDER BY position DESC")
                .param("places", places.toArray(Long[]::new))
                .query((row, _) -> row.getLong("position") + " " + row.getString("hash"))
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private static void bind(PreparedStatement row, SealedEntry e) throws SQLException {
        var corrects = e.corrects();
        var paper = e.paper();
        var values = new @Nullable Object[] {
            e.ref().node(),
            e.ref().sequence(),
            e.type(),
            e.effectiveOn(),
            e.recordedAt().atOffset(ZoneOffset.UTC),
            e.author(),
            paper.number(),
            paper.date(),
            paper.issuer(),
            paper.signer(),
            textArray(row, e.subjects()),
            corrects == null ? null : corrects.node(),
            corrects == null ? null : corrects.sequence(),
            e.command(),
            e.request(),
            e.event(),
            e.previous(),
            e.hash()
        };
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }

    private static Array textArray(PreparedStatement row, List<String> texts) throws SQLException {
        return row.getConnection().createArrayOf("text", texts.toArray());
    }

    /** Of these, the ones that some entry up to a position is filed under. */
    List<String> filedUpTo(long position, Collection<String> subjects) {
        return sql.sql("""
                        SELECT DISTINCT subject
                          FROM ledger.entry_subject
                         WHERE subject = ANY (:subjects)
                           AND position <= :position
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("position", position)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Those of the arrived that are not here yet; refuses altered ones and different ones under a known name. */
    List<SealedEntry> notYetHere(List<SealedEntry> arrived) {
        var here = hashes(arrived);
        var missing = new TreeMap<EntryRef, SealedEntry>();
        for (var entry : arrived) {
            if (!entry.isIntact()) {
                throw new LedgerDamaged("The entry %s does not match its hash.".formatted(entry.ref()));
            }
            var known = here.putIfAbsent(entry.ref(), entry.hash());
            if (known == null) {
                missing.put(entry.ref(), entry);
            } else if (!known.equals(entry.hash())) {
                throw new LedgerDamaged("Two different entries are named %s.".formatted(entry.ref()));
            }
        }
        return List.copyOf(missing.values());
    }

    /** The hashes of the entries that are here among those of these names. */
    private Map<EntryRef, String> hashes(List<SealedEntry> named) {
        var hashes = new HashMap<EntryRef, String>();
        named.stream()
                .collect(Collectors.groupingBy(e -> e.ref().node()))
                .forEach((node, entries) -> sql.sql("""
                        SELECT sequence, hash FROM ledger.entry WHERE node = :node AND sequence = ANY (:sequences)
                        """)
                        .param("node", node)
                        .param(
                                "sequences",
                                entries.stream().map(e -> e.ref().sequence()).toArray(Long[]::new))
                        .query(row -> {
                            hashes.put(new EntryRef(node, row.getLong("sequence")), row.getString("hash"));
                        }));
        return hashes;
    }

    List<SubjectHistory> histories(Collection<String> subjects, @Nullable Instant knownAt) {
        var result = new ArrayList<SubjectHistory>();
        var all = List.copyOf(subjects);
        for (int i = 0; i < all.size(); i += SUBJECTS_AT_ONCE) {
            var some = all.subList(i, Math.min(all.size(), i + SUBJECTS_AT_ONCE));
            var entries = about(some, knownAt, Long.MAX_VALUE);
            some.forEach(s -> result.add(Standing.of(s, entries.getOrDefault(s, List.of()))));
        }
        return result;
    }

    List<EverSaid> everSaid(Collection<String> subjects, long last) {
        var all = List.copyOf(subjects);
        var result = new ArrayList<EverSaid>(all.size());
        for (int i = 0; i < all.size(); i += SUBJECTS_AT_ONCE) {
            var some = all.subList(i, Math.min(all.size(), i + SUBJECTS_AT_ONCE));
            var entries = about(some, null, last);
            some.forEach(s -> result.add(new EverSaid(s, entries.getOrDefault(s, List.of()))));
        }
        return result;
    }

    private Map<String, List<Entry<?>>> about(List<String> subjects, @Nullable Instant knownAt, long last) {
        var found = new HashMap<String, List<Entry<?>>>();
        sql.sql(ABOUT)
                .param("subjects", subjects.toArray(String[]::new))
                .param("known_at", (knownAt == null ? END_OF_TIME : knownAt).atOffset(ZoneOffset.UTC))
                .param("last", last)
                .query(row -> {
                    Entry<?> entry = SealedEntry.row(row, 0).open(types);
                    found.computeIfAbsent(row.getString("filed_under"), _ -> new ArrayList<>())
                            .add(entry);
                });
        return found;
    }

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    List<String> subjects(String kind, @Nullable Instant knownAt) {
        return sql.sql("""
                        SELECT DISTINCT s.subject
                          FROM ledger.entry_subject s
                          JOIN ledger.entry e USING (position)
                         WHERE s.subject LIKE :kind
                           AND e.recorded_at <= :known_at
                         ORDER BY s.subject
                        """)
                .param("kind", kind + ":%")
                .param("known_at", (knownAt == null ? END_OF_TIME : knownAt).atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<String> subjectsBeside(Collection<String> others, String kind, @Nullable Instant knownAt) {
        return sql.sql("""
                        SELECT DISTINCT beside
                          FROM ledger.entry_subject s
                          JOIN ledger.entry e USING (position)
                         CROSS JOIN unnest(e.subjects) AS beside
                         WHERE s.subject = ANY (:others)
                           AND beside LIKE :kind
                           AND e.recorded_at <= :known_at
                         ORDER BY beside
                        """)
                .param("others", others.toArray(String[]::new))
                .param("kind", kind + ":%")
                .param("known_at", (knownAt == null ? END_OF_TIME : knownAt).atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /**
     * The subjects of what arrived after one place and up to another, and of what those entries mend, found one by one: of a
     * large ledger the planner would rather read all.
     */
    List<String> arrived(long after, long last) {
        return sql.sql("""
                        WITH RECURSIVE told AS (
                            SELECT subjects, corrects_node, corrects_sequence
                              FROM ledger.entry
                             WHERE position > :after AND position <= :last
                            UNION
                            SELECT mended.subjects, mended.corrects_node, mended.corrects_sequence
                              FROM told
                             CROSS JOIN LATERAL (
                                SELECT *
                                  FROM ledger.entry
                                 WHERE node = told.corrects_node
                                   AND sequence = told.corrects_sequence
                                OFFSET 0) AS mended
                        )
                        SELECT DISTINCT subject FROM told, unnest(subjects) AS subject ORDER BY subject
                        """)
                .param("after", after)
                .param("last", last)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Subjects of these kinds with an entry that is mended by one which is not filed under them. */
    List<String> mendedFromElsewhere(List<String> kinds) {
        return sql.sql("""
                        SELECT DISTINCT subject
                          FROM ledger.entry mending
                          JOIN ledger.entry mended
                            ON mended.node = mending.corrects_node AND mended.sequence = mending.corrects_sequence
                         CROSS JOIN unnest(mended.subjects) AS subject
                         WHERE mending.corrects_node IS NOT NULL
                           AND split_part(subject, ':', 1) = ANY (:kinds)
                           AND NOT subject = ANY (mending.subjects)
                        """)
                .param("kinds", kinds.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    long count() {
        return sql.sql("SELECT count(*) FROM ledger.entry").query(Long.class).single();
    }

    /** Every entry, node by node in sequence. Read it inside a transaction and close it. */
    Stream<SealedEntry> inChainOrder() {
        return sql
                .sql("SELECT * FROM ledger.entry ORDER BY node, sequence")
                .withFetchSize(ROWS_AT_ONCE)
                .query(SealedEntry::row)
                .stream();
    }

    /** The same one after the other; the next ones are read while these are worked on, on a thread that keeps the order. */
    void forEachInChainOrder(Consumer<SealedEntry> taker) {
        try (var all = inChainOrder();
                var working = new InTurn("ledger-walk", LOTS_WAITING_MAX)) {
            var lot = new ArrayList<SealedEntry>();
            for (var next = all.iterator(); next.hasNext(); ) {
                lot.add(next.next());
                if (lot.size() == ROWS_AT_ONCE || !next.hasNext()) {
                    var some = List.copyOf(lot);
                    working.hand(() -> some.forEach(taker));
                    lot.clear();
                }
            }
            working.await();
        }
    }

    List<String> nodes() {
        return sql.sql("SELECT DISTINCT node FROM ledger.entry ORDER BY node")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<Entry<?>> open(List<SealedEntry> sealed) {
        var opened = new ArrayList<Entry<?>>(sealed.size());
        sealed.forEach(e -> opened.add(e.open(types)));
        return opened;
    }
}
