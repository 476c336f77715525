package vn.nentang.shell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nentang.Application;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.update.RuleUpdates;
import vn.nentang.store.StoreSettings;

/** Where this machine's data lie. */
class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Thư mục dữ liệu; mặc định var/data, nếu chưa có thì var/demo. / The data folder.")
    private @Nullable Path folder;

    StoreSettings settings() {
        return StoreSettings.from(System.getenv(), folder());
    }

    StoreSettings settingsIn(String name) {
        return StoreSettings.from(System.getenv(), named().orElseGet(() -> under(name)));
    }

    /** Whether no data was ever kept here: the folder is missing and no database is named. */
    boolean isNew() {
        return settings() instanceof StoreSettings.Embedded(var place) && !Files.isDirectory(place);
    }

    /** The rules of this machine and the packages they come from. */
    RuleUpdates ruleUpdates() {
        return RuleUpdates.in(folder(), Application.VERSION);
    }

    /** The rules in force, for commands that need nothing else of the data folder. */
    static Rulebook usualRules() {
        return rulesIn(
                Optional.ofNullable(System.getenv("NENTANG_DATA")).map(Path::of).orElseGet(DataOptions::usual));
    }

    /** The rules in force beside these data. */
    static Rulebook rulesBeside(StoreSettings settings) {
        return settings instanceof StoreSettings.Embedded(var place) ? rulesIn(place) : usualRules();
    }

    private static Rulebook rulesIn(Path place) {
        return RuleUpdates.in(place, Application.VERSION).inForce();
    }

    private Path folder() {
        return named().orElseGet(DataOptions::usual);
    }

    private Optional<Path> named() {
        return Optional.ofNullable(folder)
                .or(() -> Optional.ofNullable(System.getenv("NENTANG_DATA")).map(Path::of));
    }

    private static Path usual() {
        var own = under("data");
        return Files.isDirectory(own) || !Files.isDirectory(under("demo")) ? own : under("demo");
    }

    /** Where files beside the data lie: in its folder, or in the usual one where a database elsewhere holds the data. */
    static Path folder(StoreSettings settings, String usual) {
        return settings instanceof StoreSettings.Embedded(var folder) ? folder : under(usual);
    }

    static Path under(String name) {
        Map<String, String> environment = System.getenv();
        return Path.of(environment.getOrDefault("NENTANG_HOME", "."))
                .resolve("var")
                .resolve(name);
    }
}
