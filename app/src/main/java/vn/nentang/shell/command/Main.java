package vn.nentang.shell.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The one entry: every face of the program is a command. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(RootCommand.commandLine(args).setOut(out).setErr(err).execute(args));
    }
}
