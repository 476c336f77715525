package vn.nentang.shell.command;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vn.nentang.Application;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/** The web pages over this machine's data, until the process is asked to end. */
final class Serving implements AutoCloseable {

    private static final int USUAL_PORT = 8080;
    private static final int PORTS_TRIED = 20;
    private static final int PORT_MAX = 65_535;

    private final ConfigurableApplicationContext context;
    private final Store store;
    private final Ending ending;

    private Serving(ConfigurableApplicationContext context, Store store, Ending ending) {
        this.context = context;
        this.store = store;
        this.ending = ending;
    }

    /** Opens the store and reads the rules beside each other, and beside all of the program that can start without them. */
    static Serving start(StoreSettings settings, int port) {
        var ending = new Ending();
        var rules = Beside.start("rules", () -> DataOptions.rulesBeside(settings));
        var store = Beside.start("store", () -> migrated(settings));
        try {
            var context = Application.startWithPages(store::get, rules::get, Map.of("server.port", port));
            return new Serving(context, store.get(), ending);
        } catch (RuntimeException | Error e) {
            // The pages fail with a store or rules that do, in words of their own.
            try (ending;
                    var _ = store.get()) {
                rules.get();
                throw e;
            }
        }
    }

    private static Store migrated(StoreSettings settings) {
        var store = Store.openAsServer(settings);
        try {
            Migrations.run(store);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Refuses, as wrong use, a number that is no port. */
    static void checkPort(CommandSpec spec, int port) {
        if (port < 0 || port > PORT_MAX) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--port: từ 0 đến %d, không phải %d. / --port: from 0 to %d, not %d."
                            .formatted(PORT_MAX, port, PORT_MAX, port));
        }
    }

    /** The first port from 8080 on which nothing listens; after twenty tries, any. */
    static int freePort() {
        return IntStream.range(USUAL_PORT, USUAL_PORT + PORTS_TRIED)
                .filter(Serving::isFree)
                .findFirst()
                .orElse(0);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return "http://127.0.0.1:%d/".formatted(server.getPort());
    }

    /** Asks for the page to sign in, as a browser does first. */
    void openFirstPage() throws IOException {
        try (var page = URI.create(address() + "sign-in").toURL().openStream()) {
            page.transferTo(OutputStream.nullOutputStream());
        }
    }

    void awaitEnd() throws InterruptedException {
        ending.await();
    }

    @Override
    public void close() {
        try (ending;
                store) {
            context.close();
        }
    }
}
