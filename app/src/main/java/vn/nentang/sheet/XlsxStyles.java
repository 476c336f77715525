package vn.nentang.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** What the styles of a workbook say about its cells: how numbers are shown, and in which font. */
final class XlsxStyles {

    /** The look of a cell, as far as it changes what it says. */
    record Look(NumberFormat.Code code, @Nullable String font) {
        static final Look GENERAL = new Look(NumberFormat.Code.GENERAL, null);
    }

    private static final int LOOKS_MAX = 70_000;

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<String> fonts = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private String within = "";

    static XlsxStyles none() {
        return new XlsxStyles();
    }

    static XlsxStyles read(XmlPart part) throws IOException {
        var styles = new XlsxStyles();
        var event = part.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                styles.accept(part);
            }
            event = part.next();
        }
        return styles;
    }

    private void accept(XmlPart part) throws TooLarge {
        switch (part.name()) {
            case "fonts", "cellXfs", "cellStyleXfs", "dxfs" -> within = part.name();
            case "numFmt" -> acceptCode(part);
            case "font" -> acceptFont();
            case "name", "rFont" -> acceptFontName(part);
            case "xf" -> acceptLook(part);
            default -> {}
        }
        if (looks.size() > LOOKS_MAX || fonts.size() > LOOKS_MAX || codes.size() > LOOKS_MAX) {
            throw new TooLarge("Quá nhiều kiểu ô.", "Too many cell styles.");
        }
    }

    private void acceptCode(XmlPart part) {
        var code = part.attribute("formatCode");
        if (code != null && !within.equals("dxfs")) {
            codes.put(part.number("numFmtId", -1), code);
        }
    }

    private void acceptFont() {
        if (within.equals("fonts")) {
            fonts.add("");
        }
    }

    private void acceptFontName(XmlPart part) {
        var name = part.attribute("val");
        if (within.equals("fonts") && name != null && !fonts.isEmpty()) {
            fonts.set(fonts.size() - 1, name);
        }
    }

    private void acceptLook(XmlPart part) {
        if (!within.equals("cellXfs")) {
            return;
        }
        var format = part.number("numFmtId", 0);
        var font = part.number("fontId", -1);
        looks.add(new Look(
                NumberFormat.of(format, codes.get(format)), font >= 0 && font < fonts.size() ? fonts.get(font) : null));
    }

    Look look(int index) {
        return index >= 0 && index < looks.size() ? looks.get(index) : Look.GENERAL;
    }
}
