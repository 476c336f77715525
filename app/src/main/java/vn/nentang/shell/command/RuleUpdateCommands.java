package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.Application;
import vn.nentang.kernel.Decision;
import vn.nentang.rulebook.Edition;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.update.RuleKey;
import vn.nentang.rulebook.update.RuleUpdates;

/** Signed packages of rules: making keys and packages, trusting keys, taking packages in and back. */
final class RuleUpdateCommands {

    private RuleUpdateCommands() {}

    /** Which rules, as machines read it. */
    record Shown(
            int edition,
            @Nullable LocalDate madeOn,
            Label note,
            @Nullable String signer) {
        static Shown of(Edition edition) {
            return new Shown(
                    edition.number(), edition.madeOn(), edition.note(), edition.isShipped() ? null : edition.signer());
        }

        String sentence() {
            return "%d  %s / %s  %s  %s"
                    .formatted(
                            edition, note.vi(), note.en(), madeOn == null ? "" : madeOn, signer == null ? "" : signer)
                    .strip();
        }
    }

    private static int shown(CommandSpec spec, boolean json, Decision<Edition> answer, String done) {
        return switch (answer) {
            case Decision.Refused<Edition>(var reasons) -> Commands.refuse(spec, reasons, json);
            case Decision.Recorded<Edition>(var editions) -> {
                var shown = Shown.of(editions.getFirst());
                Output.either(spec, json, shown, shown.sentence() + System.lineSeparator() + done);
                yield Exit.DONE;
            }
        };
    }

    @Command(
            name = "update",
            description = "Nhận một bộ quy định đã ký. / Takes in a signed package of rules.",
            mixinStandardHelpOptions = true)
    static final class Update implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Parameters(paramLabel = "FILE", description = "Tệp của bộ quy định. / The package.")
        private Path file;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            var answer = data.ruleUpdates().install(file);
            return shown(
                    spec,
                    json,
                    answer,
                    "Áp dụng từ lần khởi động sau. / In force from the next start of the server on.");
        }
    }

    @Command(
            name = "revert",
            description = "Bỏ bộ quy định nhận sau cùng. / Takes the last package back.",
            mixinStandardHelpOptions = true)
    static final class Revert implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            return shown(
                    spec,
                    json,
                    data.ruleUpdates().takeBack(),
                    "Bộ này áp dụng từ lần khởi động sau. / In force from the next start of the server on.");
        }
    }

    @Command(
            name = "packages",
            description = "Các bộ quy định đang có; bộ cuối đang áp dụng. / What stands; the last is in force.",
            mixinStandardHelpOptions = true)
    static final class Packages implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            var standing = data.ruleUpdates().standing().stream().map(Shown::of).toList();
            var sentences = standing.stream().map(Shown::sentence).toList();
            Output.either(spec, json, standing, String.join(System.lineSeparator(), sentences));
            return Exit.DONE;
        }
    }

    @Command(
            name = "trust",
            description = "Tin một khóa ký quy định. / Trusts a key that signs rules.",
            mixinStandardHelpOptions = true)
    static final class Trust implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private DataOptions data;

        @Parameters(paramLabel = "KEYFILE", description = "Tệp khóa công khai (.pub). / The public key.")
        private Path file;

        @Option(
                names = "--fingerprint",
                paramLabel = "HEX",
                description = "Dấu của khóa như người giữ khóa đọc cho. / As the key's owner read it out.")
        private @Nullable String fingerprint;

        @Option(names = "--remove", description = "Thôi tin khóa này. / Trusts it no more.")
        private boolean remove;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            var updates = data.ruleUpdates();
            var compared = Optional.ofNullable(fingerprint);
            var key = RuleKey.publicKey(
                    Files.size(file) < 4_000 ? Files.readString(file, StandardCharsets.US_ASCII) : "");
            var answer = remove && key.isPresent()
                    ? updates.distrust(RuleKey.fingerprint(key.get()))
                    : updates.trust(file, compared);
            return switch (answer) {
                case Decision.Refused<RuleUpdates.Key>(var reasons) -> Commands.refuse(spec, reasons, json);
                case Decision.Recorded<RuleUpdates.Key>(var keys) -> {
                    Output.either(spec, json, keys.getFirst(), keys.getFirst().fingerprint());
                    yield Exit.DONE;
                }
            };
        }
    }

    @Command(
            name = "keygen",
            description = "Làm một cặp khóa ký quy định. / Makes a pair of keys for signing rules.",
            mixinStandardHelpOptions = true)
    static final class Keygen implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "KEYFILE", description = "Tệp sẽ giữ khóa bí mật. / Where the private key goes.")
        private Path file;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** Where the keys are. */
        record Made(String privateKey, String publicKey, String fingerprint) {}

        @Override
        public Integer call() throws IOException {
            var open = file.resolveSibling(file.getFileName() + ".pub");
            if (Files.exists(file) || Files.exists(open)) {
                throw new Refusing(
                        "Đã có tệp này; khóa cũ không bị ghi đè.", "The file is there already; no key is overwritten");
            }
            var pair = RuleKey.generate();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, pair.privateText());
            Files.writeString(open, pair.publicText());
            var print = RuleKey.publicKey(pair.publicText())
                    .map(RuleKey::fingerprint)
                    .orElseThrow();
            Output.either(
                    spec,
                    json,
                    new Made(file.toString(), open.toString(), print),
                    "%s%n%s%n%s".formatted(file, open, print));
            return Exit.DONE;
        }
    }

    @Command(
            name = "package",
            description = "Đóng và ký một bộ quy định. / Makes and signs a package of rules.",
            mixinStandardHelpOptions = true)
    static final class Pack implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(
                index = "0",
                paramLabel = "FOLDER",
                description = "instruments/, parameters/, codes/, review/ như trong chương trình. / As in the program.")
        private Path folder;

        @Option(
                names = "--key",
                paramLabel = "KEYFILE",
                required = true,
                description = "Khóa bí mật. / The private key.")
        private Path key;

        @Option(
                names = "--edition",
                paramLabel = "N",
                required = true,
                description = "Số của bộ, lớn hơn bộ trước. / Its number, above the one before.")
        private int edition;

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "Tệp sẽ ghi. / What is written.")
        private Path out;

        @Option(
                names = "--note",
                paramLabel = "TEXT",
                required = true,
                description = "Nội dung bằng tiếng Việt. / In Vietnamese.")
        private String note;

        @Option(
                names = "--note-en",
                paramLabel = "TEXT",
                required = true,
                description = "Bằng tiếng Anh. / In English.")
        private String noteInEnglish;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** What was written. */
        record Written(String file, int edition) {}

        @Override
        public Integer call() throws IOException {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Không có thư mục này: %s. / No such folder: %s.".formatted(folder, folder));
            }
            var made = RuleUpdates.in(folder, Application.VERSION)
                    .sign(
                            folder,
                            edition,
                            Commands.today(Application.CLOCK),
                            new Label(note, noteInEnglish),
                            Files.readString(key, StandardCharsets.US_ASCII));
            return switch (made) {
                case Decision.Refused<byte[]>(var reasons) -> Commands.refuse(spec, reasons, json);
                case Decision.Recorded<byte[]>(var bytes) -> written(bytes);
            };
        }

        private int written(List<byte[]> bytes) throws IOException {
            Files.write(out, bytes.getFirst());
            Output.either(spec, json, new Written(out.toString(), edition), out.toString());
            return Exit.DONE;
        }
    }
}
