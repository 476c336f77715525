package vn.nentang.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import vn.nentang.store.StoreSettings.External;
import vn.nentang.store.StoreSettings.Login;
import vn.nentang.store.StoreUnavailable.Reason;

/** A PostgreSQL that others run: checked before use, never changed beyond its schemas. */
final class ExternalDatabase {

    private static final int VERSION_MIN = 180_000;
    private static final String CONNECT_SECONDS_MAX = "10";
    private static final String SILENCE_SECONDS_MAX = "900";

    private static final String FACTS = """
            SELECT current_setting('server_version_num')::int,
                   current_setting('server_encoding'),
                   current_setting('server_version'),
                   EXISTS (SELECT FROM pg_collation WHERE collname = 'vi-VN-x-icu'),
                   EXISTS (SELECT FROM pg_roles
                            WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)),
                   EXISTS (SELECT FROM pg_database
                            WHERE datname = current_database() AND pg_has_role(current_user, datdba, 'MEMBER')),
                   'Z' < 'a',
                   EXISTS (SELECT FROM pg_roles
                            WHERE rolname = 'nentang_reader' AND NOT rolsuper AND NOT rolbypassrls
                              AND pg_has_role(current_user, oid, 'SET'))
            """;

    private static final String MISSING_EXTENSIONS = """
            SELECT name
              FROM unnest(ARRAY['btree_gist', 'unaccent', 'pg_trgm']) AS name
             WHERE name NOT IN (SELECT extname FROM pg_extension)
            """;

    private ExternalDatabase() {}

    /** Connections of the two roles. */
    record Sources(DataSource owner, DataSource app) {}

    static Sources checked(External settings) {
        var owner = source(settings.jdbcUrl(), settings.owner());
        var app = source(settings.jdbcUrl(), settings.app());
        try (var asOwner = owner.getConnection();
                var asApp = app.getConnection()) {
            check(asOwner, settings.owner(), false);
            check(asApp, settings.app(), true);
            addExtensions(asOwner);
            return new Sources(owner, app);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** What the address says itself stands above these. */
    private static DataSource source(String url, Login login) {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        if (login.password() != null) {
            properties.setProperty("password", login.password());
        }
        properties.setProperty("connectTimeout", CONNECT_SECONDS_MAX);
        properties.setProperty("socketTimeout", SILENCE_SECONDS_MAX);
        properties.setProperty("tcpKeepAlive", "true");
        // What the server says of a failed statement may hold the values of the row.
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("ApplicationName", "nentang");
        properties.setProperty("reWriteBatchedInserts", "true");
        return new RoleSource(() -> DriverManager.getConnection(url, properties));
    }

    private static void check(Connection connection, Login login, boolean mustBePlain) throws SQLException {
        try (var statement = connection.createStatement();
                var facts = statement.executeQuery(FACTS)) {
            facts.next();
            require(facts.getInt(1) >= VERSION_MIN, "PostgreSQL " + facts.getString(3) + " < 18");
            require(facts.getString(2).equals("UTF8"), "encoding " + facts.getString(2) + " ≠ UTF8");
            require(facts.getBoolean(4), "COLLATE \"vi-VN-x-icu\"");
            require(facts.getBoolean(7), "collation ≠ C");
            if (mustBePlain) {
                require(!facts.getBoolean(5), login.user() + ": SUPERUSER, BYPASSRLS, CREATEROLE, CREATEDB");
                require(!facts.getBoolean(6), login.user() + ": owner");
                require(facts.getBoolean(8), "GRANT nentang_reader TO " + login.user());
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new StoreUnavailable(Reason.NOT_PREPARED, otherwise);
        }
    }

    /** All three are trusted: whoever may create in the database may add them. */
    private static void addExtensions(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var missing = statement.executeQuery(MISSING_EXTENSIONS)) {
            while (missing.next()) {
                Foundation.run(owner, "CREATE EXTENSION IF NOT EXISTS " + missing.getString(1));
            }
        }
    }

    private static StoreUnavailable refused(SQLException e) {
        return StoreUnavailable.from(e)
                .orElseGet(() -> new StoreUnavailable(Reason.NOT_PREPARED, String.valueOf(e.getMessage()), e));
    }
}
