package vn.nentang.paper;

import java.text.Normalizer;
import vn.nentang.paper.OfficialPaper.Side;
import vn.nentang.paper.PaperFormat.Element;

/** Measures of one paper's page that both kinds of file share. Lengths are millimetres unless they say otherwise. */
record Page(PaperFormat format, Side side) {

    static final double POINTS_PER_MM = 72 / 25.4;

    private static final int SHORT_EDGE = 210;
    private static final int LONG_EDGE = 297;

    /** Of the head's two columns: the issuer's share. */
    static final int LEFT_SHARE = 45;

    /** What dots leave free at the end of a line, so that a slightly wider typeface does not break it. */
    private static final double SLACK = 6;

    int width() {
        return side == Side.UPRIGHT ? SHORT_EDGE : LONG_EDGE;
    }

    int height() {
        return side == Side.UPRIGHT ? LONG_EDGE : SHORT_EDGE;
    }

    int textWidth() {
        return width() - format.margins().left() - format.margins().right();
    }

    double textWidthPoints() {
        return textWidth() * POINTS_PER_MM;
    }

    /** The width of the heading's rule in points: as long as its words. */
    double ruleWidth() {
        return Typeface.BOLD.width(format.heading(), format.size(Element.HEADING));
    }

    /** Dots from the end of a text to the end of its line. */
    String dotsAfter(String text, double indent) {
        return dots(textWidthPoints() - indent - Typeface.REGULAR.width(text, format.size(Element.BODY)));
    }

    String dots(double width) {
        var dot = Typeface.REGULAR.width(".", format.size(Element.BODY));
        return ".".repeat(Math.max(0, (int) ((width - SLACK) / dot)));
    }

    double firstLinePoints() {
        return format.firstLine() * POINTS_PER_MM;
    }

    /** Composed, without signs that no file of ours may hold. */
    static String clean(String text) {
        var clean = Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(Page::mayStand)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return clean.toString();
    }

    /** What XML 1.0 allows, without the marks that turn the direction of a line. */
    private static boolean mayStand(int sign) {
        var isText = sign == '\t' || (sign >= 0x20 && sign <= 0xD7FF) || (sign >= 0xE000 && sign <= 0xFFFD);
        var turns = (sign >= 0x202A && sign <= 0x202E) || (sign >= 0x2066 && sign <= 0x2069);
        return (isText && !turns) || sign >= 0x10000;
    }
}
