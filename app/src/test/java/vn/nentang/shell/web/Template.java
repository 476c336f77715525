package vn.nentang.shell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A template's text without what jte and HTML mean by it. */
final class Template {

    private static final Pattern DIRECTIVE_LINE = Pattern.compile("(?m)^\\s*(@import|@param|!\\{).*$");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private Template() {}

    /** Words that would be printed as they stand. */
    static List<String> bareWords(String template) {
        var text = DIRECTIVE_LINE.matcher(template).replaceAll("");
        text = TAG.matcher(withoutCode(text)).replaceAll(" ");
        var words = new ArrayList<String>();
        WORD.matcher(text).results().forEach(m -> words.add(m.group()));
        return words;
    }

    /** Leaves out ${…} and @name(…) with everything between their brackets, and the names of blocks. */
    private static String withoutCode(String text) {
        var kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (text.startsWith("${", i)) {
                i = end(text, i + 1, '{', '}');
            } else if (c == '@' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1))) {
                i = afterDirective(text, i + 1);
            } else {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** A template call's content lies between back-quotes inside its brackets; it is text, so only the head is left out. */
    private static int afterDirective(String text, int from) {
        int i = from;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        if (i >= text.length() || text.charAt(i) != '(') {
            return i - 1;
        }
        var content = text.indexOf("@`", i);
        var end = end(text, i, '(', ')');
        return content >= 0 && content < end ? content + 1 : end;
    }

    private static int end(String text, int open, char left, char right) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == left) {
                depth++;
            } else if (c == right && --depth == 0) {
                return i;
            }
        }
        return text.length() - 1;
    }
}
