package vn.nentang.store;

import java.sql.Connection;
import java.sql.SQLException;
import vn.nentang.store.StoreUnavailable.Reason;

/** What only the superuser can lay, once, before the first migration. Safe to repeat after a crash in the middle. */
final class Foundation {

    private static final String COLLATION_VERSIONS = """
            SELECT collversion, pg_collation_actual_version(oid)
              FROM pg_collation
             WHERE collname = 'vi-VN-x-icu'
            """;

    private static final String EXTENSIONS = """
            CREATE EXTENSION IF NOT EXISTS btree_gist;
            CREATE EXTENSION IF NOT EXISTS unaccent;
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            GRANT USAGE ON SCHEMA public TO nentang_owner, nentang_app, nentang_reader;
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            """;

    private Foundation() {}

    /** Indexes are sorted by the ICU that built them; under another one they would answer wrongly without a word. */
    static void requireSameCollations(Connection admin, DataFolder data) throws SQLException {
        try (var statement = admin.createStatement();
                var found = statement.executeQuery(COLLATION_VERSIONS)) {
            if (!found.next() || !String.valueOf(found.getString(1)).equals(found.getString(2))) {
                throw new StoreUnavailable(Reason.OTHER_BUILD, data.root() + " (ICU vi-VN)");
            }
        }
    }

    /** The passwords are our own and hold no quote. */
    static void lay(Connection admin, Secrets secrets) throws SQLException {
        for (var role : new Role[] {Role.OWNER, Role.APP}) {
            if (!exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.user())) {
                run(admin, "CREATE ROLE " + role.user() + " LOGIN PASSWORD '" + secrets.of(role) + "'");
            }
        }
        if (!exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = ?", Role.READER.user())) {
            run(admin, "CREATE ROLE " + Role.READER.user() + " NOLOGIN");
        }
        run(admin, "GRANT %s TO %s WITH INHERIT FALSE, SET TRUE".formatted(Role.READER.user(), Role.APP.user()));
        if (!exists(admin, "SELECT 1 FROM pg_database WHERE datname = ?", EmbeddedCluster.DATABASE)) {
            run(admin, "CREATE DATABASE " + EmbeddedCluster.DATABASE + " OWNER " + Role.OWNER.user());
        }
        openTo(admin, EmbeddedCluster.DATABASE);
        run(admin, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
    }

    /** Only our two roles may connect. */
    static void openTo(Connection admin, String database) throws SQLException {
        run(admin, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        run(admin, "GRANT CONNECT ON DATABASE " + database + " TO " + Role.APP.user());
    }

    static void layInside(Connection admin) throws SQLException {
        run(admin, EXTENSIONS);
    }

    static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
