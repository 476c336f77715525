package vn.nentang.sheet;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one worksheet part. */
final class XlsxSheet {

    private static final int ROW_MAX = 1_048_576;

    private final Budget budget;
    private final SheetBuilder builder;
    private final List<XlsxText> texts;
    private final XlsxStyles styles;
    private final boolean from1904;
    private int row;
    private int column;

    XlsxSheet(Budget budget, List<XlsxText> texts, XlsxStyles styles, boolean from1904) {
        this.budget = budget;
        this.builder = new SheetBuilder(budget);
        this.texts = texts;
        this.styles = styles;
        this.from1904 = from1904;
    }

    Sheet read(XmlPart part, String name, boolean hidden) throws IOException {
        var event = part.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(part);
            } else if (event == XMLStreamConstants.END_ELEMENT && part.name().equals("row")) {
                builder.endRow();
            }
            event = part.next();
        }
        return builder.build(name, hidden);
    }

    private void start(XmlPart part) throws IOException {
        switch (part.name()) {
            case "row" -> startRow(part);
            case "c" -> cell(part);
            case "mergeCell" -> merge(part);
            default -> {}
        }
    }

    private void startRow(XmlPart part) throws IOException {
        row = part.number("r", row + 1);
        column = -1;
        if (row < 1 || row > ROW_MAX) {
            throw new BrokenFile("Số dòng không hợp lệ.", "A row number is not valid.");
        }
        builder.startRow(row, part.flag("hidden"));
    }

    /** The parts of a cell, as they come. */
    private static final class Content {
        private String value = "";
        private boolean hasValue;
        private @Nullable String formula;
        private @Nullable XlsxText inline;
    }

    private void cell(XmlPart part) throws IOException {
        var reference = part.attribute("r");
        column = reference == null ? column + 1 : columnOf(reference);
        var type = part.attribute("t");
        var look = styles.look(part.number("s", 0));
        var content = content(part);
        if (content.inline != null) {
            var font = content.inline.font() == null ? look.font() : content.inline.font();
            builder.text(column, content.inline.text(), font, content.formula);
        } else if (content.hasValue) {
            value(type == null ? "n" : type, content, look);
        } else if (content.formula != null && !"str".equals(type)) {
            builder.other(column, Cell.Kind.NO_VALUE, "", content.formula);
        }
    }

    private Content content(XmlPart part) throws IOException {
        var content = new Content();
        var event = part.next();
        while (!(event == XMLStreamConstants.END_ELEMENT && part.name().equals("c"))) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                take(part, content);
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new BrokenFile("Một ô không kết thúc.", "A cell does not end.");
            }
            event = part.next();
        }
        return content;
    }

    private void take(XmlPart part, Content content) throws IOException {
        switch (part.name()) {
            case "v" -> {
                content.value = plain(part);
                content.hasValue = !content.value.isEmpty();
            }
            case "f" -> content.formula = "=" + plain(part);
            case "is" -> content.inline = XlsxText.read(part, budget.limits().cellCharsMax());
            default -> {}
        }
    }

    private String plain(XmlPart part) throws IOException {
        var text = new StringBuilder();
        var event = part.next();
        while (event != XMLStreamConstants.END_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.COMMENT) {
                text.append(part.text());
            }
            if (text.length() > budget.limits().cellCharsMax()) {
                throw new TooLarge("Một ô có quá nhiều chữ.", "A cell holds too much text.");
            }
            event = part.next();
        }
        return text.toString();
    }

    private void value(String type, Content content, XlsxStyles.Look look) throws IOException {
        switch (type) {
            case "s" -> shared(content, look);
            case "str" -> builder.text(column, content.value, look.font(), content.formula);
            case "inlineStr" -> builder.text(column, content.value, look.font(), content.formula);
            case "b" -> builder.other(column, Cell.Kind.BOOLEAN, truth(content.value), content.formula);
            case "e" -> builder.other(column, Cell.Kind.ERROR, content.value, content.formula);
            case "d" -> day(content);
            default -> number(content, look);
        }
    }

    private static String truth(String value) {
        return value.equals("1") ? "TRUE" : "FALSE";
    }

    private void shared(Content content, XlsxStyles.Look look) throws IOException {
        var index = (int) parsed(content.value);
        if (index < 0 || index >= texts.size()) {
            throw new BrokenFile("Một ô trỏ tới chữ không có trong tệp.", "A cell points to a text that is missing.");
        }
        var text = texts.get(index);
        builder.text(column, text.text(), text.font() == null ? look.font() : text.font(), content.formula);
    }

    private void day(Content content) throws IOException {
        var iso = content.value.length() >= 10 ? content.value.substring(0, 10) : content.value;
        try {
            var day = LocalDate.parse(iso);
            var text = budget.spendCell(column, iso);
            builder.add(new Cell(column, Cell.Kind.DATE, text, text, day, content.formula, Script.UNICODE));
        } catch (DateTimeException _) {
            builder.text(column, content.value, null, content.formula);
        }
    }

    private void number(Content content, XlsxStyles.Look look) throws IOException {
        builder.number(column, parsed(content.value), look.code(), from1904, content.formula);
    }

    private static double parsed(String value) throws BrokenFile {
        try {
            return Double.parseDouble(value.strip());
        } catch (NumberFormatException _) {
            throw new BrokenFile("Một ô số không phải là số.", "A number cell holds no number.");
        }
    }

    private void merge(XmlPart part) throws IOException {
        var reference = part.attribute("ref");
        if (reference == null) {
            return;
        }
        var ends = reference.split(":", 2);
        var last = ends[ends.length - 1];
        builder.merge(new Sheet.Area(rowOf(ends[0]), columnOf(ends[0]), rowOf(last), columnOf(last)));
    }

    private static int columnOf(String reference) throws BrokenFile {
        var column = 0;
        for (var i = 0; i < reference.length() && column < 1 << 20; i++) {
            var letter = Character.toUpperCase(reference.charAt(i));
            if (letter >= 'A' && letter <= 'Z') {
                column = column * 26 + letter - 'A' + 1;
            }
        }
        if (column == 0) {
            throw new BrokenFile("Địa chỉ ô không hợp lệ.", "A cell reference is not valid.");
        }
        return column - 1;
    }

    private static int rowOf(String reference) {
        var row = 0;
        for (var i = 0; i < reference.length() && row <= ROW_MAX; i++) {
            var digit = reference.charAt(i);
            row = digit >= '0' && digit <= '9' ? row * 10 + digit - '0' : row;
        }
        return row;
    }
}
