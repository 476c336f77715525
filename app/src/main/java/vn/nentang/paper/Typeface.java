package vn.nentang.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The typeface that stands in for Times New Roman: letters of the same widths, every Vietnamese sign. */
final class Typeface {

    static final Typeface REGULAR = new Typeface("Regular");
    static final Typeface BOLD = new Typeface("Bold");
    static final Typeface ITALIC = new Typeface("Italic");

    private static final int SIGNS = 0x10000;

    private final String file;
    private final int unitsPerEm;

    /** Of the signs of the basic plane; others count as wide as the missing sign. */
    private final short[] advances = new short[SIGNS];

    private Typeface(String name) {
        this.file = "/paper/LiberationSerif-" + name + ".ttf";
        try (var in = open();
                var font = new TTFParser(true).parse(new RandomAccessReadBuffer(in.readAllBytes()))) {
            this.unitsPerEm = font.getUnitsPerEm();
            var signs = font.getUnicodeCmapLookup();
            for (int sign = 0; sign < SIGNS; sign++) {
                advances[sign] = (short) font.getAdvanceWidth(signs.getGlyphId(sign));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() {
        return Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file);
    }

    /** How wide a line of text is, in points. */
    double width(String text, double size) {
        return text.codePoints().map(sign -> advances[sign < SIGNS ? sign : 0]).sum() * size / unitsPerEm;
    }
}
