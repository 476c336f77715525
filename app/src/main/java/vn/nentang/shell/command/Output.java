package vn.nentang.shell.command;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import vn.nentang.shell.MachineJson;

/** What commands print. */
final class Output {

    private Output() {}

    static PrintWriter of(CommandSpec spec) {
        return spec.commandLine().getOut();
    }

    static void json(CommandSpec spec, Object value) {
        of(spec).println(MachineJson.write(value));
    }

    /** The value for machines, or the sentence for people. */
    static void either(CommandSpec spec, boolean json, Object value, String sentence) {
        if (json) {
            json(spec, value);
        } else {
            of(spec).println(sentence);
        }
    }
}
