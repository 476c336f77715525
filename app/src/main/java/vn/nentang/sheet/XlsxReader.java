package vn.nentang.sheet;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads an .xlsx package part by part. Only cells with a content are kept, so empty formatted rows cost time alone. */
final class XlsxReader implements AutoCloseable {

    private static final int PARTS_MAX = 20_000;
    private static final int SHEETS_MAX = 1_000;
    private static final int START = XMLStreamConstants.START_ELEMENT;
    private static final int END = XMLStreamConstants.END_DOCUMENT;

    private final ZipFile zip;
    private final Budget budget;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    /** A sheet as the workbook lists it. */
    private record Listed(String name, boolean hidden, String relation) {}

    /** Where a part points to. */
    private record Relation(String type, String target) {}

    /** The front page of the package. */
    private record Front(List<Listed> sheets, boolean from1904) {}

    XlsxReader(Path file, Budget budget) throws IOException {
        this.zip = new ZipFile(file.toFile());
        this.budget = budget;
    }

    /** What kind of package it is; null for one that holds no workbook we can read. */
    @Nullable
    Workbook read() throws IOException {
        listParts();
        var main = mainPart();
        if (main == null || parts.get(main) == null || main.endsWith(".bin")) {
            return null;
        }
        var relations = relations(main);
        var front = front(main);
        var texts = sharedTexts(relations);
        var styles = styles(relations);
        var sheets = new ArrayList<Sheet>();
        for (var listed : front.sheets()) {
            var relation = relations.get(listed.relation());
            if (relation != null && relation.type().endsWith("/worksheet")) {
                sheets.add(sheet(listed, relation.target(), new XlsxSheet(budget, texts, styles, front.from1904())));
            }
        }
        return new Workbook(Workbook.Format.XLSX, null, sheets);
    }

    private void listParts() throws IOException {
        if (zip.size() > PARTS_MAX) {
            throw new TooLarge("Tệp nén có quá nhiều phần.", "The package has too many parts.");
        }
        var announced = 0L;
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            parts.put(normal(entry.getName()), entry);
            announced += isRead(normal(entry.getName())) ? Math.max(0, entry.getSize()) : 0;
        }
        budget.announce(announced);
    }

    private static boolean isRead(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private static String normal(String name) {
        var path = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private @Nullable String mainPart() throws IOException {
        var isOther = parts.keySet().stream().anyMatch(p -> p.startsWith("word/") || p.startsWith("ppt/"));
        if (isOther && !parts.containsKey("xl/workbook.xml")) {
            return null;
        }
        if (parts.containsKey("_rels/.rels")) {
            for (var relation : relationsIn("_rels/.rels", "").values()) {
                if (relation.type().endsWith("/officeDocument")
                        && relation.target().contains("workbook")) {
                    return relation.target();
                }
            }
        }
        return parts.containsKey("xl/workbook.xml") ? "xl/workbook.xml" : null;
    }

    private Map<String, Relation> relations(String part) throws IOException {
        var slash = part.lastIndexOf('/');
        var folder = part.substring(0, slash + 1);
        return relationsIn(folder + "_rels/" + part.substring(slash + 1) + ".rels", folder);
    }

    private Map<String, Relation> relationsIn(String part, String folder) throws IOException {
        var relations = new HashMap<String, Relation>();
        if (!parts.containsKey(part)) {
            return relations;
        }
        try (var input = open(part);
                var xml = new XmlPart(input)) {
            while (xml.find("Relationship")) {
                var id = xml.attribute("Id");
                var type = xml.attribute("Type");
                var target = xml.attribute("Target");
                if (id != null && type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    relations.put(id, new Relation(type, resolved(folder, target)));
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/") || target.startsWith("\\")) {
            return normal(target);
        }
        try {
            return normal(Path.of("/" + folder)
                    .resolve(target.replace('\\', '/'))
                    .normalize()
                    .toString());
        } catch (InvalidPathException _) {
            return "";
        }
    }

    private Front front(String main) throws IOException {
        var sheets = new ArrayList<Listed>();
        var from1904 = false;
        try (var input = open(main);
                var xml = new XmlPart(input)) {
            for (var event = xml.next(); event != END; event = xml.next()) {
                if (event == START && xml.name().equals("workbookPr")) {
                    from1904 = xml.flag("date1904");
                }
                if (event == START && xml.name().equals("sheet") && sheets.size() < SHEETS_MAX) {
                    sheets.add(listed(xml));
                }
            }
            input.drain();
        }
        return new Front(sheets, from1904);
    }

    private static Listed listed(XmlPart xml) {
        var name = xml.attribute("name");
        var state = xml.attribute("state");
        var id = xml.attribute("id");
        return new Listed(name == null ? "" : name, state != null && !state.equals("visible"), id == null ? "" : id);
    }

    private List<XlsxText> sharedTexts(Map<String, Relation> relations) throws IOException {
        var part = partOf(relations, "/sharedStrings");
        var texts = new ArrayList<XlsxText>();
        if (part == null) {
            return texts;
        }
        try (var input = open(part);
                var xml = new XmlPart(input)) {
            while (xml.find("si")) {
                var text = XlsxText.read(xml, budget.limits().cellCharsMax());
                texts.add(new XlsxText(budget.spendText(text.text()), text.font()));
                if (texts.size() > budget.limits().cellsMax()) {
                    throw new TooLarge("Quá nhiều chuỗi chữ.", "Too many texts.");
                }
            }
            input.drain();
        }
        return texts;
    }

    private XlsxStyles styles(Map<String, Relation> relations) throws IOException {
        var part = partOf(relations, "/styles");
        if (part == null) {
            return XlsxStyles.none();
        }
        try (var input = open(part);
                var xml = new XmlPart(input)) {
            return XlsxStyles.read(xml);
        }
    }

    private @Nullable String partOf(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Relation::target)
                .filter(parts::containsKey)
                .findFirst()
                .orElse(null);
    }

    private Sheet sheet(Listed listed, String part, XlsxSheet sheet) throws IOException {
        if (!parts.containsKey(part)) {
            throw new BrokenFile(
                    "Thiếu nội dung của sheet “%s”.".formatted(listed.name()),
                    "The content of sheet “%s” is missing.".formatted(listed.name()));
        }
        try (var input = open(part);
                var xml = new XmlPart(input)) {
            var read = sheet.read(xml, listed.name(), listed.hidden());
            input.drain();
            return read;
        }
    }

    private BoundedInput open(String part) throws IOException {
        var entry = parts.get(part);
        if (entry == null) {
            throw new BrokenFile("Thiếu một phần của tệp.", "A part of the file is missing.");
        }
        try {
            return new BoundedInput(zip.getInputStream(entry), budget, entry.getCrc());
        } catch (ZipException _) {
            throw new BrokenFile("Một phần của tệp nén bị hỏng.", "A part of the package is damaged.");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
