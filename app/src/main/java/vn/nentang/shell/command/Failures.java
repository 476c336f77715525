package vn.nentang.shell.command;

import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.nentang.ledger.LedgerDamaged;
import vn.nentang.rulebook.NothingInForce;
import vn.nentang.rulebook.UnknownRule;
import vn.nentang.store.StoreUnavailable;

/** Turns known failures into one sentence and an exit code; what is not known keeps its trace. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        var sentence = sentence(failure);
        if (sentence == null) {
            throw failure;
        }
        command.getErr().println(command.getColorScheme().errorText(sentence));
        return switch (failure) {
            case Refusing _, NothingInForce _, UnknownRule _ -> Exit.REFUSED;
            case NoSuchFileException _ -> Exit.WRONG_USE;
            default -> Exit.BROKEN;
        };
    }

    private static @Nullable String sentence(Exception failure) {
        return switch (failure) {
            case Refusing refusing -> refusing.getMessage();
            case StoreUnavailable store -> store.vietnamese() + " / " + store.english();
            case LedgerDamaged damaged -> damaged.getMessage();
            case NothingInForce nothing -> nothing.getMessage();
            case UnknownRule unknown -> unknown.getMessage();
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
}
