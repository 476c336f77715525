package vn.nentang.sheet;

import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * A text with the font of its first part, where it names one.
 *
 * @param font null where the cell's own font holds
 */
record XlsxText(String text, @Nullable String font) {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Reads the {@code t} parts up to the end of the element the part stands at; phonetic hints are left out. */
    static XlsxText read(XmlPart part, int charsMax) throws IOException {
        var reading = new Gathering(charsMax);
        var depth = 1;
        while (depth > 0) {
            var event = part.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    reading.start(part);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    reading.end(part);
                }
                case XMLStreamConstants.END_DOCUMENT -> depth = 0;
                default -> reading.text(part, event);
            }
        }
        return new XlsxText(unescaped(reading.text.toString()), reading.font);
    }

    private static String unescaped(String text) {
        return text.contains("_x") ? ESCAPE.matcher(text).replaceAll(XlsxText::letter) : text;
    }

    private static String letter(MatchResult escape) {
        return Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16)));
    }

    /** The text so far. */
    private static final class Gathering {
        private final StringBuilder text = new StringBuilder();
        private final int charsMax;
        private @Nullable String font;
        private boolean inText;
        private boolean inHint;

        Gathering(int charsMax) {
            this.charsMax = charsMax;
        }

        void start(XmlPart part) {
            switch (part.name()) {
                case "t" -> inText = !inHint;
                case "rPh" -> inHint = true;
                case "rFont" -> font = font == null && text.isEmpty() ? part.attribute("val") : font;
                default -> {}
            }
        }

        void end(XmlPart part) {
            switch (part.name()) {
                case "t" -> inText = false;
                case "rPh" -> inHint = false;
                default -> {}
            }
        }

        void text(XmlPart part, int event) throws IOException {
            var isText = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (!inText || !isText) {
                return;
            }
            text.append(part.text());
            if (text.length() > charsMax) {
                throw new TooLarge("Một ô có quá nhiều chữ.", "A cell holds too much text.");
            }
        }
    }
}
