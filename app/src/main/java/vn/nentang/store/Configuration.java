package vn.nentang.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.nentang.store.StoreUnavailable.Reason;

/** The server's settings, written anew at each start; an administrator's own stand in {@code local.conf}. */
final class Configuration {

    /** Durability stands last, so that local.conf cannot switch it off. */
    private static final String SERVER = """
            # Written by Nền Tảng at each start. Put settings of your own into local.conf beside this file.
            listen_addresses = '127.0.0.1'
            port = PORT
            unix_socket_directories = ''
            max_connections = 60
            shared_buffers = PAGES_KEPTMB
            work_mem = 16MB
            maintenance_work_mem = 128MB
            effective_cache_size = MEMORYMB
            max_wal_size = 1GB
            min_wal_size = 80MB
            random_page_cost = 1.5
            checkpoint_completion_target = 0.9
            password_encryption = 'scram-sha-256'
            datestyle = 'iso, dmy'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            lc_monetary = 'C'
            lc_numeric = 'C'
            lc_time = 'C'
            default_text_search_config = 'pg_catalog.simple'
            autovacuum_naptime = 10s
            log_checkpoints = off
            log_line_prefix = '%m [%p] %q%a '
            cluster_name = 'nentang'
            include_if_exists = 'local.conf'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = logical
            """;

    private static final String ACCESS = """
            # Written by Nền Tảng at each start: loopback and a password, nothing else.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private Configuration() {}

    static void write(Path cluster) {
        try {
            var memory = DatabaseMemory.of(cluster.resolve("base"));
            var settings = SERVER.replace("PORT", Integer.toString(freePort()))
                    .replace("PAGES_KEPT", Long.toString(memory.own()))
                    .replace("MEMORY", Long.toString(memory.withTheSystems()));
            DurableFile.write(cluster.resolve("postgresql.conf"), settings.getBytes(StandardCharsets.UTF_8));
            DurableFile.write(cluster.resolve("pg_hba.conf"), ACCESS.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw StoreUnavailable.writing(cluster, e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StoreUnavailable(Reason.NOT_STARTED, "127.0.0.1: " + e, e);
        }
    }
}
