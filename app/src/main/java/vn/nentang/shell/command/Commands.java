package vn.nentang.shell.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Command;

/** Requests to the desks from the command line, and what they answer. */
final class Commands {

    private Commands() {}

    /** A fresh id unless one is given, so that a request can be sent again. */
    static Command of(OpenApplication app, @Nullable UUID id, Object request) {
        return new Command(id == null ? UUID.randomUUID() : id, app.author(), request);
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Prints every reason with its article; exit code 3. */
    static int refuse(CommandSpec spec, List<Refusal> reasons, boolean json) {
        if (json) {
            Output.json(spec, new RefusedJson("refused", reasons));
        } else {
            reasons.forEach(r -> spec.commandLine().getErr().println(sentence(r)));
        }
        return Exit.REFUSED;
    }

    /** A refused command as machines read it. */
    record RefusedJson(String outcome, List<Refusal> reasons) {}

    private static String sentence(Refusal refusal) {
        var vietnamese = filled(ResourceBundle.getBundle("messages", Locale.of("vi")), refusal);
        var english = filled(ResourceBundle.getBundle("messages", Locale.ENGLISH), refusal);
        var source = refusal.citation() == null ? "" : " (" + refusal.citation() + ")";
        return "[%s] %s / %s%s".formatted(refusal.code(), vietnamese, english, source);
    }

    private static String filled(ResourceBundle sentences, Refusal refusal) {
        var sentence = sentences.getString("refusal." + refusal.code());
        for (var fact : refusal.facts().entrySet()) {
            sentence = sentence.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return sentence;
    }
}
