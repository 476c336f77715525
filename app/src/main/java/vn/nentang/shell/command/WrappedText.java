package vn.nentang.shell.command;

import java.io.PrintWriter;
import java.util.regex.Pattern;

/** Sentences printed in lines that fit a window of 96 columns; what follows the first line stands under its text. */
final class WrappedText {

    private static final int COLUMNS = 96;
    private static final Pattern WORDS = Pattern.compile(" +");

    private final PrintWriter out;

    WrappedText(PrintWriter out) {
        this.out = out;
    }

    void line() {
        out.println();
    }

    /** The first line begins with the mark, all others as far in. */
    void line(String mark, String text) {
        var line = new StringBuilder(mark);
        var indent = " ".repeat(mark.length());
        for (var word : WORDS.splitAsStream(text.strip()).toList()) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > COLUMNS) {
                out.println(line);
                line = new StringBuilder(indent);
            }
            if (line.length() > indent.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        out.println(line.toString().stripTrailing());
    }
}
