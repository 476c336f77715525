package vn.nentang.sheet;

import java.util.regex.Pattern;

/** Text that stays text when a spreadsheet program opens it. */
public final class SafeText {

    private static final Pattern COMMAND =
            Pattern.compile("\\s*(?:[=@]\\s*[\\p{L}(\"'+\\-{\\[\\d$!#].*|[+\\-][^\\n]*[(|!].*)", Pattern.DOTALL);

    /** The signs, their wide forms, and the white space that some programs skip before them. */
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private static final String WHITE = "\t\n\r";

    private SafeText() {}

    /** Whether the text begins as a formula or command would, so that a program could run it. */
    public static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && text.charAt(0) < 'A' && COMMAND.matcher(text).matches();
    }

    /**
     * The text for a cell of any file we write: with an apostrophe before every first character that a spreadsheet
     * program could take for the start of a formula, and without control characters that files cannot hold.
     */
    public static String forCell(String text) {
        var clean = withoutControls(text);
        if (clean.length() < 2 || STARTS.indexOf(clean.charAt(0)) < 0) {
            return clean;
        }
        return "'" + clean;
    }

    private static String withoutControls(String text) {
        var clean = new StringBuilder(text.length());
        text.chars().filter(c -> c < ' ' ? WHITE.indexOf(c) >= 0 : c < 0xFFFE).forEach(c -> clean.append((char) c));
        return clean.toString();
    }
}
