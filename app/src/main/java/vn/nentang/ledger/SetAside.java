package vn.nentang.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys and indexes of some empty tables, dropped before many rows come in and made again afterwards: sorting once costs far
 * less than finding each row's place. Checks of single rows stay in force throughout.
 */
final class SetAside {

    private static final String KEYS = """
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS leave,
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                          pg_get_constraintdef(oid)) AS come_back
              FROM pg_constraint
             WHERE conrelid = ANY (:tables::regclass[])
               AND contype IN ('p', 'u', 'x', 'f')
             ORDER BY contype = 'f' DESC, conrelid, conname
            """;
    private static final String INDEXES = """
            SELECT 'DROP INDEX ' || indexrelid::regclass AS leave,
                   pg_get_indexdef(indexrelid) AS come_back
              FROM pg_index
             WHERE indrelid = ANY (:tables::regclass[])
               AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
             ORDER BY indexrelid
            """;
    private static final String FOR_SORTING = "SET LOCAL maintenance_work_mem = '256MB'";

    private final JdbcClient sql;
    private final List<String> tables;
    private final List<Part> parts = new ArrayList<>();

    /** Statements, as the database itself words them. */
    private record Part(String leave, String comeBack) {}

    private SetAside(JdbcClient sql, List<String> tables) {
        this.sql = sql;
        this.tables = tables;
    }

    /** @param tables with their schemas; their owner asks */
    static SetAside of(JdbcClient sql, List<String> tables) {
        var aside = new SetAside(sql, List.copyOf(tables));
        aside.parts.addAll(aside.read(KEYS));
        aside.parts.addAll(aside.read(INDEXES));
        aside.parts.forEach(p -> sql.sql(p.leave()).update());
        return aside;
    }

    private List<Part> read(String query) {
        return sql.sql(query)
                .param("tables", tables.toArray(String[]::new))
                .query((row, _) -> new Part(row.getString("leave"), row.getString("come_back")))
                .list();
    }

    /** Last set aside, first back: a reference needs the key it refers to. Ends with fresh statistics for the planner. */
    void putBack() {
        sql.sql(FOR_SORTING).update();
        parts.reversed().forEach(p -> sql.sql(p.comeBack()).update());
        analyze(sql, tables);
    }

    /** What the planner knows of tables into which many rows came; their owner asks. */
    static void analyze(JdbcClient sql, List<String> tables) {
        tables.forEach(t -> sql.sql("ANALYZE " + t).update());
    }
}
