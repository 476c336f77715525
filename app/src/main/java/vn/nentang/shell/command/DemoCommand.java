package vn.nentang.shell.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nentang.access.Accounts;
import vn.nentang.demo.DemoData;
import vn.nentang.ledger.Ledger;
import vn.nentang.membership.People;
import vn.nentang.rulebook.Rulebook;

/** The server over made-up data, which the first start records. */
@Command(
        name = "demo",
        description = "Chạy với dữ liệu giả định. / Starts with made-up data.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Cổng; mặc định cổng trống đầu tiên từ 8080. / The port; by default the first free one from 8080.")
    private @Nullable Integer port;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (port != null) {
            Serving.checkPort(spec, port);
        }
        var settings = data.settingsIn("demo");
        try (var server = Serving.start(settings, port == null ? Serving.freePort() : port)) {
            load(server);
            var planned = new DemoSignIns(server.part(People.class))
                    .planned(
                            DemoData.places(DemoData.DEMO),
                            DemoData.holders(DemoData.DEMO, server.part(Rulebook.class)));
            var signIns = new SignIns(server.part(Accounts.class), DataOptions.folder(settings, "demo")).ready(planned);
            show(server.address(), signIns);
            server.awaitEnd();
        }
        return Exit.DONE;
    }

    private void load(Serving server) {
        var demo = server.part(DemoData.class);
        if (demo.isLoaded(DemoData.DEMO)) {
            return;
        }
        if (server.part(Ledger.class).size() > 0 && !demo.isBegun(DemoData.DEMO)) {
            throw new Refusing(
                    "Sổ cái ở đây đã có bút toán không phải của bản dùng thử; không ghi dữ liệu giả định vào.",
                    "The ledger here holds entries that are not the demo's; no made-up data was added");
        }
        demo.load(DemoData.DEMO, new ShownProgress(Output.of(spec)));
    }

    private void show(String address, List<SignIns.SignIn> signIns) {
        var out = Output.of(spec);
        out.println();
        out.println("Địa chỉ / Address: " + address);
        SignIns.show(signIns, out);
        out.println("Ctrl-C để dừng. / Ctrl-C ends it.");
        out.flush();
    }
}
