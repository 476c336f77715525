package vn.nentang.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.nentang.paper.OfficialPaper.Signature;

/** Lays a paper out as PDF. The page is built as a tree, never as text, so that no sign in a name is taken for markup. */
final class PdfPaper {

    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final OfficialPaper paper;
    private final Page page;
    private final Document document = document();

    PdfPaper(OfficialPaper paper) {
        this.paper = paper;
        this.page = new Page(paper.format(), paper.side());
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() throws IOException {
        build();
        try (var pdf = new PDDocument()) {
            render(pdf);
            pdf.setDocumentInformation(information());
            pdf.setDocumentId(paper.date().toEpochDay());
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private void render(PDDocument pdf) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(pdf);
        builder.withW3cDocument(document, null);
        builder.usePdfUaAccessibility(true);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useFont(Typeface.REGULAR::open, "Paper", NORMAL, FontStyle.NORMAL, true);
        builder.useFont(Typeface.BOLD::open, "Paper", BOLD, FontStyle.NORMAL, true);
        builder.useFont(Typeface.ITALIC::open, "Paper", NORMAL, FontStyle.ITALIC, true);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        }
    }

    private PDDocumentInformation information() {
        var information = new PDDocumentInformation();
        information.setTitle(title());
        information.setProducer("Nền Tảng");
        information.setCreationDate(day());
        information.setModificationDate(day());
        return information;
    }

    private Calendar day() {
        var day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        day.setTimeInMillis(
                paper.date().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return day;
    }

    private String title() {
        return Page.clean(
                paper.title().type() + " " + String.join(" ", paper.title().extract()));
    }

    // ------------------------------------------------------------------------------------------ the tree

    private void build() {
        var html = document.createElement("html");
        html.setAttribute("lang", "vi");
        document.appendChild(html);
        var head = add(html, "head", "");
        text(head, "title", "", title());
        var subject = add(head, "meta", "");
        subject.setAttribute("name", "subject");
        subject.setAttribute("content", title());
        var description = add(head, "meta", "");
        description.setAttribute("name", "description");
        description.setAttribute("content", title());
        add(head, "style", "").setTextContent(styles());
        var body = add(html, "body", "");
        head(body);
        title(body);
        paper.body().forEach(part -> part(body, part));
        signatures(body);
        if (!paper.annex().isEmpty()) {
            part(body, new Part.NewPage());
            paper.annex().forEach(part -> part(body, part));
        }
    }

    private static Element add(Element to, String name, String kind) {
        var element = to.getOwnerDocument().createElement(name);
        if (!kind.isEmpty()) {
            element.setAttribute("class", kind);
        }
        to.appendChild(element);
        return element;
    }

    private static Element text(Element to, String name, String kind, String text) {
        var element = add(to, name, kind);
        element.appendChild(to.getOwnerDocument().createTextNode(Page.clean(text)));
        return element;
    }

    private static void unlessEmpty(Element to, String kind, String text) {
        if (!text.isEmpty()) {
            text(to, "p", kind, text);
        }
    }

    private void head(Element body) {
        var head = paper.head();
        unlessEmpty(body, "form", head.form());
        var row = add(add(body, "table", "head"), "tr", "");
        var left = add(row, "td", "left");
        unlessEmpty(left, "above", head.above());
        text(left, "p", "issuer", head.issuer());
        text(left, "p", "above", "*");
        unlessEmpty(left, "number", head.number());
        var right = add(row, "td", "right");
        text(add(right, "p", "heading"), "span", "", paper.format().heading());
        text(right, "p", "date", head.placeAndDate());
    }

    private void title(Element body) {
        text(body, "h1", "", paper.title().type());
        paper.title().extract().forEach(line -> text(body, "p", "extract", line));
        text(body, "p", "five", "-----");
    }

    private void part(Element body, Part part) {
        switch (part) {
            case Part.Paragraph(var text, var manner) -> text(body, "p", kind(manner), text);
            case Part.Field(var label, var value) -> field(body, label, value);
            case Part.Lines(var number) -> {
                for (int line = 0; line < number; line++) {
                    text(body, "p", "dots", page.dots(page.textWidthPoints()));
                }
            }
            case Part.Boxes(var boxes) -> boxes.forEach(box -> box(body, box));
            case Part.NewPage _ -> add(body, "div", "new-page");
            case Part.Table table -> table(body, table);
        }
    }

    private static String kind(Part.Manner manner) {
        return switch (manner) {
            case BODY -> "body";
            case HEADING -> "headed";
            case CENTRED -> "centred";
            case NOTE -> "note";
        };
    }

    private void field(Element body, String label, String value) {
        var start = "- " + label + ": ";
        text(body, "p", "field", start + (value.isEmpty() ? page.dotsAfter(start, page.firstLinePoints()) : value));
    }

    private static void box(Element body, Part.Box box) {
        var line = add(body, "p", "tick");
        text(line, "span", "box", box.isTicked() ? "x" : "\u00a0");
        line.appendChild(body.getOwnerDocument().createTextNode("  " + Page.clean(box.label())));
    }

    private void table(Element body, Part.Table part) {
        var table = add(body, "table", "grid");
        table.setAttribute("style", "font-size: " + part.size() + "pt");
        var weights = part.columns().stream().mapToInt(Part.Column::weight).sum();
        var columns = add(table, "colgroup", "");
        for (var column : part.columns()) {
            add(columns, "col", "").setAttribute("style", "width: %.2f%%".formatted(100.0 * column.weight() / weights));
        }
        var head = add(add(table, "thead", ""), "tr", "");
        part.columns().forEach(column -> text(head, "th", "", column.head()));
        var rows = add(table, "tbody", "");
        part.rows().forEach(row -> row(add(rows, "tr", ""), row, part.columns()));
    }

    private static void row(Element line, Part.Row row, List<Part.Column> columns) {
        for (int c = 0; c < columns.size(); c++) {
            var align = columns.get(c).align().name().toLowerCase(Locale.ROOT);
            text(line, "td", row.isBold() ? align + " bold" : align, row.cells().get(c));
        }
    }

    private void signatures(Element body) {
        if (paper.left() == null && paper.right() == null) {
            return;
        }
        var row = add(add(body, "table", "signatures"), "tr", "");
        var left = add(row, "td", "half");
        sign(left, paper.left());
        if (!paper.recipients().isEmpty()) {
            recipients(left);
        }
        sign(add(row, "td", "half"), paper.right());
    }

    private static void sign(Element cell, @Nullable Signature signature) {
        if (signature != null) {
            text(cell, "p", "capacity", signature.capacity());
            unlessEmpty(cell, "post", signature.post());
            unlessEmpty(cell, "sign-here", signature.note());
            text(cell, "p", "signer", signature.name());
        }
    }

    private void recipients(Element cell) {
        text(add(cell, "p", "to"), "span", "", "Nơi nhận:");
        var last = paper.recipients().size() - 1;
        for (int i = 0; i <= last; i++) {
            text(cell, "p", "each", "- " + paper.recipients().get(i) + (i == last ? "." : ","));
        }
    }

    // ------------------------------------------------------------------------------------------ how it looks

    private String styles() {
        var styles = STYLES;
        for (var value : values().entrySet()) {
            styles = styles.replace("{" + value.getKey() + "}", value.getValue());
        }
        return styles;
    }

    private Map<String, String> values() {
        var format = paper.format();
        var margins = format.margins();
        var values = new LinkedHashMap<String, String>();
        values.put("width", String.valueOf(page.width()));
        values.put("height", String.valueOf(page.height()));
        values.put(
                "margins",
                "%dmm %dmm %dmm %dmm".formatted(margins.top(), margins.right(), margins.bottom(), margins.left()));
        values.put("indent", String.valueOf(format.firstLine()));
        values.put("spacing", String.valueOf(format.lineSpacing()));
        values.put("left", String.valueOf(Page.LEFT_SHARE));
        values.put("right", String.valueOf(100 - Page.LEFT_SHARE));
        format.sizes().forEach((element, size) -> values.put(element.name().toLowerCase(Locale.ROOT), size + "pt"));
        return values;
    }

    private static final String STYLES = """
            @page { size: {width}mm {height}mm; margin: {margins};
                    @top-center { content: counter(page); font-family: Paper; font-size: {body}; } }
            @page :first { @top-center { content: none; } }
            body { font-family: Paper; font-size: {body}; margin: 0; }
            p { margin: 0; }
            table { border-collapse: collapse; width: 100%; }
            td { vertical-align: top; }
            .form { text-align: right; font-weight: bold; font-size: {note}; margin-bottom: 4pt; }
            .head td { padding: 0; text-align: center; }
            .head .left { width: {left}%; padding-right: 6pt; }
            .head .right { width: {right}%; }
            .above { font-size: {above}; }
            .issuer { font-size: {issuer}; font-weight: bold; }
            .number { font-size: {number}; }
            .heading { font-size: {heading}; font-weight: bold; white-space: nowrap; }
            .heading span { border-bottom: 0.75pt solid #000; padding-bottom: 1pt; }
            .date { font-size: {date}; font-style: italic; margin-top: 8pt; }
            h1 { font-size: {type}; font-weight: bold; text-align: center; margin: 20pt 0 0 0; }
            .extract { font-size: {extract}; font-weight: bold; text-align: center; }
            .five { text-align: center; margin-bottom: 6pt; }
            .body, .field { text-indent: {indent}mm; line-height: {spacing}pt; margin-top: 4pt; text-align: justify; }
            p.headed { text-indent: {indent}mm; line-height: {spacing}pt; margin-top: 6pt; font-weight: bold; page-break-after: avoid; }
            .centred { text-align: center; line-height: {spacing}pt; margin-top: 4pt; font-weight: bold; page-break-after: avoid; }
            .note { font-size: {note}; font-style: italic; margin-top: 6pt; text-align: justify; }
            .dots { line-height: {spacing}pt; margin-top: 4pt; white-space: nowrap; }
            .tick { text-indent: {indent}mm; line-height: {spacing}pt; margin-top: 4pt; }
            .box { border: 0.75pt solid #000; font-size: 10pt; padding: 0 3pt; }
            .new-page { page-break-before: always; }
            .grid { -fs-table-paginate: paginate; table-layout: fixed; margin: 8pt 0; }
            .grid th, .grid td { border: 0.75pt solid #000; padding: 2pt 3pt; word-wrap: break-word; }
            .grid th { font-weight: bold; text-align: center; vertical-align: middle; }
            .grid tr { page-break-inside: avoid; }
            .left { text-align: left; }
            .centre { text-align: center; }
            .bold { font-weight: bold; }
            .signatures { margin-top: 14pt; page-break-inside: avoid; page-break-before: avoid; }
            .half { width: 50%; padding: 0; }
            .capacity { font-weight: bold; text-align: center; }
            .post, .sign-here, .signer { text-align: center; }
            .sign-here { font-size: {note}; font-style: italic; }
            .signer { margin-top: 62pt; font-weight: bold; }
            .to span { text-decoration: underline; }
            .each { font-size: {note}; }
            """;
}
