package vn.nentang.shell.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The server over this machine's data, until it is asked to end. */
@Command(
        name = "run",
        description = "Chạy trên dữ liệu của máy này. / Starts on this machine's data.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Cổng. / The port.")
    private int port;

    @Option(
            names = "--once",
            description = "Mở trang đầu một lần rồi dừng, để chuẩn bị khởi động nhanh."
                    + " / Opens the first page once and ends, to prepare fast starts.")
    private boolean once;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Serving.checkPort(spec, port);
        try (var server = Serving.start(data.settingsIn("data"), port)) {
            Output.of(spec).println("Địa chỉ / Address: " + server.address());
            Output.of(spec).flush();
            if (once) {
                server.openFirstPage();
            } else {
                server.awaitEnd();
            }
        }
        return Exit.DONE;
    }
}
