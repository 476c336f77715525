package vn.nentang.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entries that go into the ledger by COPY. Positions are given here, so that entries and the index of their subjects go
 * without asking back.
 */
final class CopiedEntries {

    private static final String ENTRY = "ledger.entry";
    private static final String SUBJECT = "ledger.entry_subject";
    private static final String ENTRIES = ENTRY
            + " (position, node, sequence, type, effective_on, recorded_at, author,"
            + " paper_number, paper_date, paper_issuer, paper_signer, subjects, corrects_node, corrects_sequence,"
            + " command_id, request_digest, body, previous_hash, hash)";
    private static final String SUBJECTS = SUBJECT + " (subject, position)";

    private final JdbcClient sql;
    private final Copier copier;
    private final List<String> tables;
    private final long before;
    private final @Nullable SetAside aside;
    private long taken;

    /**
     * Beside existing entries keys and indexes stay; those of an empty ledger are set aside.
     *
     * @param before the last position before these
     * @param filledBeside tables whose rows are copied meanwhile, with their schemas
     */
    CopiedEntries(JdbcClient sql, Copier copier, long before, List<String> filledBeside) {
        this.sql = sql;
        this.copier = copier;
        this.before = before;
        this.tables =
                Stream.concat(Stream.of(ENTRY, SUBJECT), filledBeside.stream()).toList();
        this.aside = before == 0 ? SetAside.of(sql, tables) : null;
    }

    /** How many so far. */
    long taken() {
        return taken;
    }

    void append(List<SealedEntry> some) {
        var rows = new CopyRows();
        var subjects = new CopyRows();
        for (var entry : some) {
            var position = before + ++taken;
            add(rows, position, entry);
            entry.subjects().forEach(s -> subjects.add(s, position));
        }
        copier.copy(ENTRIES, rows);
        copier.copy(SUBJECTS, subjects);
    }

    private static void add(CopyRows rows, long position, SealedEntry e) {
        var paper = e.paper();
        var corrects = e.corrects();
        rows.add(
                position,
                e.ref().node(),
                e.ref().sequence(),
                e.type(),
                e.effectiveOn(),
                e.recordedAt(),
                e.author(),
                paper.number(),
                paper.date(),
                paper.issuer(),
                paper.signer(),
                e.subjects(),
                corrects == null ? null : corrects.node(),
                corrects == null ? null : corrects.sequence(),
                e.command(),
                e.request(),
                e.event(),
                e.previous(),
                e.hash());
    }

    /** After the last one: what was set aside comes back, and the next act gets the next position. */
    void finish() {
        copier.await();
        if (aside != null) {
            aside.putBack();
        } else {
            SetAside.analyze(sql, tables);
        }
        sql.sql("SELECT setval(pg_get_serial_sequence('ledger.entry', 'position'), greatest(:last, 1), :last > 0)")
                .param("last", before + taken)
                .query((_, _) -> true)
                .single();
    }
}
