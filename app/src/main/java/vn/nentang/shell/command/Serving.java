package vn.nentang.shell.command;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vn.nentang.Application;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Store;

/** The web pages over an open store, until the process is asked to end. */
final class Serving implements AutoCloseable {

    private static final int USUAL_PORT = 8080;
    private static final int PORTS_TRIED = 20;
    private static final int PORT_MAX = 65_535;

    private final ConfigurableApplicationContext context;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Serving(ConfigurableApplicationContext context) {
        this.context = context;
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                ended.countDown();
            }
        });
    }

    static Serving start(Store store, Rulebook rules, int port) {
        return new Serving(Application.startWithPages(store, rules, Map.of("server.port", port)));
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
        ended.await();
    }

    @Override
    public void close() {
        context.close();
    }
}
