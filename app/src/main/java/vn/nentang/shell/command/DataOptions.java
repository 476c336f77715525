package vn.nentang.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nentang.store.StoreSettings;

/** Where this machine's data lie. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Thư mục dữ liệu; mặc định var/data, nếu chưa có thì var/demo. / The data folder.")
    private @Nullable Path folder;

    StoreSettings settings() {
        return StoreSettings.from(System.getenv(), folder());
    }

    StoreSettings settingsIn(String name) {
        return StoreSettings.from(System.getenv(), folder == null ? under(name) : folder);
    }

    private Path folder() {
        return Optional.ofNullable(folder)
                .or(() -> Optional.ofNullable(System.getenv("NENTANG_DATA")).map(Path::of))
                .orElseGet(DataOptions::usual);
    }

    private static Path usual() {
        var own = under("data");
        return Files.isDirectory(own) || !Files.isDirectory(under("demo")) ? own : under("demo");
    }

    static Path under(String name) {
        Map<String, String> environment = System.getenv();
        return Path.of(environment.getOrDefault("NENTANG_HOME", "."))
                .resolve("var")
                .resolve(name);
    }
}
