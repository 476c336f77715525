package vn.nentang.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the whole chain and names every entry that was altered, is missing, or stands out of order. */
@Component
public final class LedgerVerification {

    private final EntryTable entries;
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    public LedgerVerification(JdbcOperations jdbc, EventTypes types, TransactionOperations transactions) {
        this.entries = new EntryTable(jdbc, types);
        this.sql = JdbcClient.create(jdbc);
        this.transactions = transactions;
    }

    /** What is wrong with an entry. */
    public enum Fault {
        /** Its content no longer gives its hash. */
        ALTERED,
        /** There is no entry of that number although a later one exists, or the registers have seen it. */
        MISSING,
        /** Its content is intact, but the entry before it is not the one it was chained to. */
        OUT_OF_ORDER,
        /** It was recorded earlier than the entry before it. */
        RECORDED_BEFORE_PREVIOUS,
        /** The index of subjects does not list it as the entry itself does. */
        MISFILED
    }

    public record Finding(EntryRef entry, Fault fault) {}

    /** The last entry of a node: written down elsewhere, it shows later whether the end was cut off. */
    public record NodeHead(String node, long sequence, String hash) {}

    public record Report(long entries, List<NodeHead> heads, List<Finding> findings) {

        public Report {
            heads = List.copyOf(heads);
            findings = List.copyOf(findings);
        }

        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    public Report verify() {
        return verify((_, _) -> {});
    }

    /** The same, and tells how many entries are read. */
    public Report verify(HowFar progress) {
        var report = transactions.execute(_ -> readAll(progress));
        if (report == null) {
            throw new IllegalStateException("A transaction always answers.");
        }
        return report;
    }

    private Report readAll(HowFar progress) {
        var walk = new Walk();
        var of = entries.count();
        entries.forEachInChainOrder(entry -> {
            walk.visit(entry);
            progress.reached(walk.count, of);
        });
        var findings = new ArrayList<>(walk.findings);
        findings.addAll(cutOff(walk.heads));
        findings.addAll(misfiled());
        return new Report(walk.count, List.copyOf(walk.heads.values()), findings);
    }

    /** The registers remember the last entry of each node: an end that was cut off shows against them. */
    private List<Finding> cutOff(Map<String, NodeHead> heads) {
        var findings = new ArrayList<Finding>();
        for (var seen : seenByRegisters()) {
            var last = Optional.ofNullable(heads.get(seen.node()))
                    .map(NodeHead::sequence)
                    .orElse(0L);
            for (long lost = last + 1; lost <= seen.sequence(); lost++) {
                findings.add(new Finding(new EntryRef(seen.node(), lost), Fault.MISSING));
            }
        }
        return findings;
    }

    private List<NodeHead> seenByRegisters() {
        return sql.sql("SELECT node, sequence, hash FROM register.cursor ORDER BY node")
                .query((row, _) -> new NodeHead(row.getString("node"), row.getLong("sequence"), row.getString("hash")))
                .list();
    }

    private List<Finding> misfiled() {
        return sql.sql("""
                        SELECT e.node, e.sequence
                          FROM ledger.entry e
                          LEFT JOIN (SELECT position, array_agg(subject ORDER BY subject) AS filed
                                       FROM ledger.entry_subject
                                      GROUP BY position) AS index USING (position)
                         WHERE index.filed IS DISTINCT FROM (SELECT array_agg(x ORDER BY x) FROM unnest(e.subjects) x)
                         ORDER BY e.node, e.sequence
                        """)
                .query((row, _) ->
                        new Finding(new EntryRef(row.getString("node"), row.getLong("sequence")), Fault.MISFILED))
                .list();
    }

    /** Walks node by node; each entry is held against the one before it. */
    private static final class Walk {

        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, NodeHead> heads = new HashMap<>();
        private Instant previousAt = Instant.MIN;
        private long count;

        void visit(SealedEntry entry) {
            var ref = entry.ref();
            var before = heads.getOrDefault(ref.node(), new NodeHead(ref.node(), 0, SealedEntry.NO_PREVIOUS));
            for (long lost = before.sequence() + 1; lost < ref.sequence(); lost++) {
                findings.add(new Finding(new EntryRef(ref.node(), lost), Fault.MISSING));
            }
            check(entry, before);
            heads.put(ref.node(), new NodeHead(ref.node(), ref.sequence(), entry.hash()));
            previousAt = entry.recordedAt();
            count++;
        }

        private void check(SealedEntry entry, NodeHead before) {
            var follows = before.sequence() + 1 == entry.ref().sequence();
            if (!entry.isIntact()) {
                findings.add(new Finding(entry.ref(), Fault.ALTERED));
            } else if (follows && !entry.previous().equals(before.hash())) {
                findings.add(new Finding(entry.ref(), Fault.OUT_OF_ORDER));
            } else if (before.sequence() > 0 && entry.recordedAt().isBefore(previousAt)) {
                findings.add(new Finding(entry.ref(), Fault.RECORDED_BEFORE_PREVIOUS));
            }
        }
    }
}
