package vn.nentang.shell.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.nentang.ledger.LedgerDamaged;
import vn.nentang.ledger.UnknownEventType;
import vn.nentang.rulebook.NothingInForce;
import vn.nentang.rulebook.UnknownRule;
import vn.nentang.rulebook.source.RefusedSource;
import vn.nentang.rulebook.update.RulesUnusable;
import vn.nentang.shell.MachineJson;
import vn.nentang.shell.Reference;
import vn.nentang.store.StoreUnavailable;

/**
 * Turns known failures into one sentence and an exit code. What is not known becomes a reference, and nothing else: the
 * trace lies under that reference in a file that only this machine's user may read.
 */
final class Failures implements IExecutionExceptionHandler {

    private final Path log;
    private final Clock clock;

    /** @param log where traces go; made when it is needed */
    Failures(Path log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (LongWork.isBrokenOff()) {
            return Exit.BROKEN;
        }
        var sentence = sentence(failure);
        if (sentence == null) {
            return unknown(failure, command);
        }
        command.getErr().println(command.getColorScheme().errorText(sentence));
        return switch (failure) {
            case Refusing _, NothingInForce _, UnknownRule _, RefusedSource _ -> Exit.REFUSED;
            case NoSuchFileException _ -> Exit.WRONG_USE;
            default -> Exit.BROKEN;
        };
    }

    private static @Nullable String sentence(Exception failure) {
        return switch (failure) {
            case Refusing refusing -> refusing.getMessage();
            case StoreUnavailable store -> store.vietnamese() + " / " + store.english();
            case LedgerDamaged damaged -> damaged.getMessage();
            case UnknownEventType unknown -> unknown.getMessage();
            case NothingInForce nothing -> nothing.getMessage();
            case UnknownRule unknown -> unknown.getMessage();
            case RefusedSource refused -> refused.getMessage();
            case RulesUnusable unusable -> unusable.getMessage();
            case NoSuchFileException missing -> "Không có tệp này. / No such file: " + missing.getMessage();
            default -> portInUse(failure);
        };
    }

    private static @Nullable String portInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return "Cổng %d đang được chương trình khác dùng; hãy chọn cổng khác bằng --port. / Port %d is in use; choose another with --port."
                        .formatted(inUse.getPort(), inUse.getPort());
            }
        }
        return null;
    }

    /** What one who asked for JSON gets instead of an answer. */
    record Broken(String outcome, String reference) {}

    private int unknown(Exception failure, CommandLine command) {
        var reference = Reference.made();
        var kept = keep(reference, failure);
        if (wantsJson(command)) {
            command.getOut().println(MachineJson.write(new Broken("broken", reference)));
        }
        command.getErr()
                .println(command.getColorScheme()
                        .errorText(
                                "Có lỗi trong chương trình. Mã để báo lỗi: %s%s / The program failed. Reference: %s%s"
                                        .formatted(
                                                reference,
                                                kept ? "; chi tiết trong " + log + "." : ".",
                                                reference,
                                                kept ? "; details in " + log + "." : ".")));
        return Exit.BROKEN;
    }

    private static boolean wantsJson(CommandLine command) {
        var parsed = command.getParseResult();
        return parsed != null && parsed.hasMatchedOption("--json");
    }

    private boolean keep(String reference, Exception failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            if (!Files.exists(log)) {
                Files.createFile(
                        log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            var entry = "%s %s %s%n".formatted(clock.instant(), reference, text);
            Files.writeString(log, entry, StandardOpenOption.APPEND);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
