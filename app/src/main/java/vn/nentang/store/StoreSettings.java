package vn.nentang.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.store.StoreUnavailable.Reason;

/**
 * Which database: the embedded one in a folder, or an external PostgreSQL 18. Passwords come from the environment, from a
 * file named there, or from the usual {@code .pgpass}; never from a command line or an address.
 */
public sealed interface StoreSettings {

    /** The one setting that chooses: absent for embedded, {@code jdbc:postgresql://…} for external. */
    String DATABASE_URL = "NENTANG_DATABASE_URL";

    /** PostgreSQL started by us, its files in this folder. */
    record Embedded(Path dataFolder) implements StoreSettings {}

    /**
     * A PostgreSQL 18 run by somebody else.
     *
     * @param jdbcUrl one or several hosts, as the driver takes it, without user and password
     * @param owner owns the schemas and runs migrations
     * @param app owns nothing; used by the application
     */
    record External(String jdbcUrl, Login owner, Login app) implements StoreSettings {}

    /**
     * A role and its password.
     *
     * @param password null to leave it to the driver's {@code .pgpass}
     */
    record Login(String user, @Nullable String password) {

        /** Without the password: this text may reach a log. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * Reads the settings from the environment; the embedded database in the given folder when nothing is set.
     *
     * @throws StoreUnavailable when the address is not one of PostgreSQL, or carries a user or password
     */
    static StoreSettings from(Map<String, String> environment, Path defaultFolder) {
        var url = environment.getOrDefault(DATABASE_URL, "").strip();
        return url.isEmpty() ? new Embedded(defaultFolder) : external(url, environment);
    }

    private static External external(String url, Map<String, String> environment) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StoreUnavailable(Reason.SETTING_WRONG, DATABASE_URL + " ≠ jdbc:postgresql://host:port/database");
        }
        if (url.matches("(?i).*[?&](user|password)=.*|.*//[^/?]*@.*")) {
            throw new StoreUnavailable(
                    Reason.SETTING_WRONG,
                    DATABASE_URL
                            + " (user, password → NENTANG_DATABASE_OWNER_USER, NENTANG_DATABASE_OWNER_PASSWORD_FILE,"
                            + " NENTANG_DATABASE_APP_USER, NENTANG_DATABASE_APP_PASSWORD_FILE)");
        }
        return new External(
                url,
                login("NENTANG_DATABASE_OWNER", Role.OWNER, environment),
                login("NENTANG_DATABASE_APP", Role.APP, environment));
    }

    private static Login login(String prefix, Role role, Map<String, String> environment) {
        var file = environment.get(prefix + "_PASSWORD_FILE");
        var password = file == null ? environment.get(prefix + "_PASSWORD") : firstLine(Path.of(file));
        return new Login(environment.getOrDefault(prefix + "_USER", role.user()), password);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new StoreUnavailable(Reason.SETTING_WRONG, file + ": " + e, e);
        }
    }
}
