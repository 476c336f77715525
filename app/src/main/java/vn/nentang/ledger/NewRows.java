package vn.nentang.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * New rows for some register tables, kept in tables of this session that nobody else sees and that write no log, until they
 * take the place of the old ones.
 */
final class NewRows {

    private static final String REGISTER = "register.";
    private static final String OWN = "pg_temp.";
    private static final String COLUMNS = """
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
              FROM pg_attribute
             WHERE attrelid = :table::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            """;

    private final JdbcClient sql;
    private final List<Rows> tables = new ArrayList<>();

    /** A table's name, and its columns but for those the database computes. */
    private record Rows(String table, String columns) {}

    private NewRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param tables of the schema {@code register} */
    static NewRows of(JdbcClient sql, List<String> tables) {
        var fresh = new NewRows(sql);
        tables.forEach(fresh::lay);
        return fresh;
    }

    private void lay(String table) {
        var rows = new Rows(
                table,
                sql.sql(COLUMNS)
                        .param("table", REGISTER + table)
                        .query(String.class)
                        .single());
        sql.sql("CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s FROM %s%s WITH NO DATA"
                        .formatted(table, rows.columns(), REGISTER, table))
                .update();
        tables.add(rows);
    }

    /** Sends what is meant for the registers to the tables beside them. */
    CopySink into(CopySink sink) {
        return (into, rows) -> sink.copy(OWN + into.substring(REGISTER.length()), rows);
    }

    /** The old rows go and the new ones stand in their place, with keys, indexes and fresh statistics. */
    void exchange() {
        var names = tables.stream().map(t -> REGISTER + t.table()).toList();
        var aside = SetAside.of(sql, names);
        names.forEach(t -> sql.sql("TRUNCATE " + t).update());
        tables.forEach(t -> sql.sql("INSERT INTO %s%s (%s) SELECT %s FROM %s%s"
                        .formatted(REGISTER, t.table(), t.columns(), t.columns(), OWN, t.table()))
                .update());
        aside.putBack();
    }
}
