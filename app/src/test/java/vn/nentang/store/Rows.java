package vn.nentang.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** A table that only grows, to count what a crash may lose. */
final class Rows {

    private Rows() {}

    static void prepare(Store store) throws SQLException {
        try (var connection = store.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS ledger.row (n bigint PRIMARY KEY, filler text NOT NULL)");
        }
    }

    /** Returns only when the row is committed. */
    static void append(Store store, long n) throws SQLException {
        append(store, n, "x");
    }

    static void append(Store store, long n, String filler) throws SQLException {
        try (var connection = store.app().getConnection();
                var insert = connection.prepareStatement("INSERT INTO ledger.row VALUES (?, ?)")) {
            insert.setLong(1, n);
            insert.setString(2, filler);
            insert.executeUpdate();
            connection.commit();
        }
    }

    static Set<Long> all(Store store) throws SQLException {
        var all = new HashSet<Long>();
        try (var connection = store.app().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT n FROM ledger.row")) {
            while (found.next()) {
                all.add(found.getLong(1));
            }
        }
        return all;
    }
}
