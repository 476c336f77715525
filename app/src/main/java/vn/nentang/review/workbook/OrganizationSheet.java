package vn.nentang.review.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.sheet.HeaderFinder;
import vn.nentang.sheet.HeaderWords;
import vn.nentang.sheet.Limits;
import vn.nentang.sheet.Reading;
import vn.nentang.sheet.RefusalReason;
import vn.nentang.sheet.Row;
import vn.nentang.sheet.Sheet;
import vn.nentang.sheet.SheetReader;
import vn.nentang.sheet.TableHeader;

/**
 * A sheet with one organisation a row: its name or code, the level decided, a reason, and any facts in columns headed by
 * the words of a regulation. Found by the meaning of its header.
 */
public final class OrganizationSheet {

    private enum Column {
        NUMBER,
        ORGANIZATION,
        CODE,
        LEVEL,
        BECAUSE
    }

    private static final HeaderWords<Column> WORDS = HeaderWords.<Column>builder()
            .when("^(stt|tt|so tt|so thu tu|thu tu)$", Column.NUMBER)
            .when("^(ma|ma so|ma to chuc|ma chi bo|ma đang bo)( .*)?$", Column.CODE)
            .when(
                    "^(ten )?(to chuc|chi bo|đang bo|đon vi|tccsđ)( (đang|co so|truc thuoc|chi bo).*)?$",
                    Column.ORGANIZATION)
            .when("^(ly do|ghi chu ly do|giai trinh)( .*)?$", Column.BECAUSE)
            .when(
                    "^(muc|muc (xep loai|chat luong|quyet đinh|đat).*|(xep loai|quyet đinh|ket qua xep loai).*)$",
                    Column.LEVEL)
            .build();

    private static final HeaderFinder<Column> FINDER = new HeaderFinder<>(
            WORDS,
            columns -> columns.contains(Column.LEVEL)
                    && (columns.contains(Column.ORGANIZATION) || columns.contains(Column.CODE)));

    private OrganizationSheet() {}

    /**
     * One organisation's row.
     *
     * @param name name or code as written
     * @param level the level as written; empty where none is
     * @param because empty where no reason is given
     * @param others what stands in the other columns, by header
     */
    public record Line(int row, String name, String level, String because, Map<String, String> others) {

        /** What the other columns say of the facts asked for, by name; a column is a fact's when headed by its words. */
        public Map<String, String> facts(List<Fact> asked) {
            var facts = new LinkedHashMap<String, String>();
            others.forEach((header, text) -> asked.stream()
                    .filter(fact -> Words.of(fact.label().vi()).equals(Words.of(header)))
                    .findFirst()
                    .ifPresent(fact -> facts.put(fact.name(), text)));
            return facts;
        }

        /** Headers of other columns that name none of the facts. */
        public List<String> unknownHeaders(List<Fact> asked) {
            return others.keySet().stream()
                    .filter(header -> asked.stream()
                            .noneMatch(fact -> Words.of(fact.label().vi()).equals(Words.of(header))))
                    .toList();
        }
    }

    /** What became of a reading. */
    public sealed interface Outcome {

        /** Every row with an organisation in it. */
        record Read(List<Line> lines) implements Outcome {
            public Read {
                lines = List.copyOf(lines);
            }
        }

        /** Nothing can be said of this file. */
        record Refused(String reason, Label sentence) implements Outcome {}
    }

    /**
     * Reads a file of any kind offices keep.
     *
     * @throws IOException when the file is not there or the disk fails; never for what the file holds
     */
    public static Outcome read(Path file) throws IOException {
        return switch (SheetReader.read(file, Limits.standard())) {
            case Reading.Refused(var reason, var vi, var en) -> refused(reason, vi, en);
            case Reading.Read(var workbook) -> {
                var lines = workbook.sheets().stream()
                        .flatMap(sheet -> FINDER.find(sheet, 0).stream().flatMap(header -> lines(sheet, header)))
                        .toList();
                yield lines.isEmpty() ? refused(RefusalReason.NO_DATA_ROWS, "", "") : new Outcome.Read(lines);
            }
        };
    }

    private static Outcome refused(RefusalReason reason, String vi, String en) {
        return new Outcome.Refused(
                reason.code(),
                new Label(
                        "%s %s".formatted(reason.vi(), vi).strip(),
                        "%s %s".formatted(reason.en(), en).strip()));
    }

    private static Stream<Line> lines(Sheet sheet, TableHeader<Column> header) {
        var lines = new ArrayList<Line>();
        for (var row : sheet.rows()) {
            var isBelow = row.number() > header.lastRow() && row.number() != header.numberingRow();
            if (isBelow && !HeaderFinder.isNumbering(row)) {
                line(row, header).ifPresent(lines::add);
            }
        }
        return lines.stream();
    }

    private static Optional<Line> line(Row row, TableHeader<Column> header) {
        var code = text(row, header, Column.CODE);
        var name = code.isEmpty() ? text(row, header, Column.ORGANIZATION) : code;
        var level = text(row, header, Column.LEVEL);
        var others = new LinkedHashMap<String, String>();
        header.labels().forEach((column, label) -> {
            var text = VietnameseText.tidy(row.textAt(column));
            if (!header.columns().containsKey(column) && !text.isEmpty()) {
                others.put(label, text);
            }
        });
        return name.isEmpty() || (level.isEmpty() && others.isEmpty())
                ? Optional.empty()
                : Optional.of(new Line(row.number(), name, level, text(row, header, Column.BECAUSE), others));
    }

    private static String text(Row row, TableHeader<Column> header, Column column) {
        return header.column(column)
                .map(at -> VietnameseText.tidy(row.textAt(at)))
                .orElse("");
    }
}
