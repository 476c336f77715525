package vn.nentang.shell.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;

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

    @Override
    public Integer call() throws InterruptedException {
        Serving.checkPort(spec, port);
        var settings = data.settingsIn("data");
        var rules = DataOptions.rulesBeside(settings);
        try (var store = Store.openAsServer(settings)) {
            Migrations.run(store);
            try (var server = Serving.start(store, rules, port)) {
                Output.of(spec).println("Địa chỉ / Address: " + server.address());
                Output.of(spec).flush();
                server.awaitEnd();
            }
        }
        return Exit.DONE;
    }
}
