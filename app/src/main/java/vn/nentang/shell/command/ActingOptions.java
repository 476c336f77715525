package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Where the data lie and on whose authority a command works. Without an account it works as the keeper of the machine, who
 * holds the data folder and with it everything in it; with one, as far as the posts of its owner reach and no further.
 */
final class ActingOptions extends DataOptions {

    @Option(
            names = "--as",
            paramLabel = "LOGIN",
            description = "Làm với quyền của tài khoản này. / Works with this account's authority.")
    private @Nullable String login;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Tệp có mật khẩu ở dòng đầu; không có thì hỏi. / Holds the password; asked for without it.")
    private @Nullable Path passwordFile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The account the command works as; empty for the keeper of the machine. */
    Optional<String> login() {
        return Optional.ofNullable(login);
    }

    /** As the matrix names it: {@code org tree}. */
    String commandName() {
        return command.qualifiedName(" ").replaceFirst("^nentang ", "");
    }

    String password() {
        if (passwordFile != null) {
            return firstLine(passwordFile);
        }
        var console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            throw new ParameterException(command.commandLine(), "--as: không có bàn phím. / no terminal.");
        }
        var typed = console.readPassword("Mật khẩu / Password: ");
        return typed == null ? "" : new String(typed);
    }

    private String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException _) {
            throw new ParameterException(
                    command.commandLine(), "--password-file: không đọc được / cannot be read: " + file);
        }
    }
}
