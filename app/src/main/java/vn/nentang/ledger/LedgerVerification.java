package vn.nentang.ledger;

import java.util.ArrayList;
import java.util.List;
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
        var walk = new ChainWalk();
        var of = entries.count();
        entries.forEachInChainOrder(entry -> {
            walk.visit(entry);
            progress.reached(walk.count(), of);
        });
        var findings = new ArrayList<>(walk.findings());
        findings.addAll(cutOff(walk));
        findings.addAll(misfiled());
        return new Report(walk.count(), heads(walk), findings);
    }

    private static List<NodeHead> heads(ChainWalk walk) {
        return walk.heads().values().stream()
                .map(head -> new NodeHead(head.node(), head.sequence(), head.hash()))
                .toList();
    }

    /** The registers remember the last entry of each node: an end that was cut off shows against them. */
    List<Finding> cutOff(ChainWalk walk) {
        var findings = new ArrayList<Finding>();
        for (var seen : seenByRegisters()) {
            var last = Optional.ofNullable(walk.heads().get(seen.node()))
                    .map(EntryTable.Head::sequence)
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
}
