package vn.nentang.membership.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.intake.RosterCheck.OtherRow;
import vn.nentang.sheet.HeaderFinder;
import vn.nentang.sheet.Row;
import vn.nentang.sheet.Sheet;
import vn.nentang.sheet.TableHeader;

/** Finds the tables of members in a sheet and sorts their rows. */
final class TableScan {

    private static final int TITLE_ROWS_MAX = 40;
    private static final int SPARSE = 3;

    /** A name of a cell that stands above rows, whether or not such a cell exists. */
    record NamedCell(String given, Optional<String> known) {

        String shown() {
            return known.orElse(given);
        }
    }

    /** A person's row and the cell that a section above it names. */
    record Person(Row row, @Nullable NamedCell section) {}

    /** A table as found. */
    record Found(
            TableHeader<RosterField> header,
            Columns columns,
            FormColumns form,
            @Nullable NamedCell title,
            List<OtherRow> others,
            List<Person> persons,
            Map<Integer, String> spreadCells) {}

    private final Sheet sheet;
    private final CellNames cells;
    private final FormFields known;
    private final List<Found> tables = new ArrayList<>();
    private HeaderFinder<RosterField> finder = RosterWords.finder();
    private @Nullable NamedCell title;

    private TableScan(Sheet sheet, CellNames cells, FormFields known) {
        this.sheet = sheet;
        this.cells = cells;
        this.known = known;
    }

    static List<Found> of(Sheet sheet, CellNames cells, FormFields known) {
        var scan = new TableScan(sheet, cells, known);
        scan.run();
        return scan.tables;
    }

    private void run() {
        var index = nextHeader(0);
        if (index < 0) {
            finder = RosterWords.namelessFinder();
            index = nextHeader(0);
        }
        var others = new ArrayList<OtherRow>();
        for (var above = 0; above < index; above++) {
            others.add(new OtherRow(sheet.rows().get(above).number(), RowKind.TITLE.code()));
        }
        title = titleAbove(index);
        while (index >= 0 && index < sheet.rows().size()) {
            index = table(index, others);
            others = new ArrayList<>();
        }
    }

    private int nextHeader(int from) {
        for (var index = from; index < sheet.rows().size(); index++) {
            if (finder.headerAt(sheet, index).isPresent()) {
                return index;
            }
        }
        return -1;
    }

    private @Nullable NamedCell titleAbove(int header) {
        NamedCell named = null;
        for (var index = Math.max(0, header - TITLE_ROWS_MAX); index < header; index++) {
            for (var cell : sheet.rows().get(index).cells()) {
                var found = cell.isText() ? namedCell(cell.text()) : null;
                named = found != null && (named == null || found.known().isPresent()) ? found : named;
            }
        }
        return named;
    }

    private @Nullable NamedCell namedCell(String text) {
        var known = cells.inSection(text);
        var name = known.or(() -> CellNames.namedIn(text));
        return name.map(given -> new NamedCell(given, known)).orElse(null);
    }

    /** Reads the table whose header stands at that place, up to its end or the next header; gives that place. */
    private int table(int headerIndex, List<OtherRow> others) {
        var header = finder.headerAt(sheet, headerIndex).orElseThrow();
        var index = addHeader(header, headerIndex, others);
        var columns = ColumnSense.settle(sheet, index, header);
        if (!columns.has(RosterField.FULL_NAME) && !columns.has(RosterField.FAMILY_AND_MIDDLE_NAME)) {
            return sheet.rows().size();
        }
        var body = new Body(new RowSense(sheet, columns, cells, counterColumn(header)), others);
        while (index < sheet.rows().size()) {
            var next = finder.headerAt(sheet, index);
            if (next.isPresent() && !next.get().columns().equals(header.columns())) {
                break;
            }
            if (next.isPresent()) {
                index = addHeader(next.get(), index, others);
            } else {
                body.take(sheet.rows().get(index));
                index++;
            }
        }
        var form = FormColumns.of(header.labels(), columns, known);
        tables.add(new Found(
                header, columns, form, title, body.sorted(), body.persons, spreadCells(columns, body.persons)));
        title = body.section == null ? title : body.section;
        return index;
    }

    /** The rows below one header, as they are sorted. */
    private final class Body {
        private final RowSense sense;
        private final List<OtherRow> others;
        private final List<Person> persons = new ArrayList<>();
        private @Nullable NamedCell section;

        Body(RowSense sense, List<OtherRow> others) {
            this.sense = sense;
            this.others = others;
        }

        /** Without sections, a sum below the rows is the sum of all. */
        List<OtherRow> sorted() {
            var hasSections = others.stream().anyMatch(o -> o.kind().equals(RowKind.SECTION.code()));
            return hasSections ? others : others.stream().map(TableScan::ofAll).toList();
        }

        void take(Row row) {
            var kind = sense.kindOf(row);
            if (kind == RowKind.PERSON) {
                persons.add(new Person(row, section));
                return;
            }
            others.add(new OtherRow(row.number(), kind.code()));
            var named = kind == RowKind.SECTION ? namedCell(RowSense.lead(row)) : null;
            section = named == null ? section : named;
        }
    }

    private static OtherRow ofAll(OtherRow other) {
        return other.kind().equals(RowKind.SUBTOTAL.code()) ? new OtherRow(other.row(), RowKind.TOTAL.code()) : other;
    }

    private int addHeader(TableHeader<RosterField> header, int index, List<OtherRow> others) {
        header.rows().forEach(row -> others.add(new OtherRow(row, RowKind.HEADER.code())));
        var after = index + header.rows().size();
        if (header.numberingRow() > 0) {
            others.add(new OtherRow(header.numberingRow(), RowKind.NUMBERING.code()));
            after++;
        }
        return after;
    }

    private static int counterColumn(TableHeader<RosterField> header) {
        return header.labels().entrySet().stream()
                .filter(e -> Words.folded(e.getValue()).matches("s ?tt|tt|so( thu)? ?tt?|so thu tu|no"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
    }

    /** A cell written once for several rows: merged over them, or only in the first of each block. */
    private Map<Integer, String> spreadCells(Columns columns, List<Person> persons) {
        var spread = new HashMap<Integer, String>();
        columns.column(RosterField.CELL).ifPresent(column -> {
            var texts = new TreeMap<Integer, String>();
            persons.forEach(p -> put(texts, p.row(), column));
            var lastRows = lastRowsOfMerges(column);
            var isSparse = texts.size() * SPARSE < persons.size()
                    && texts.containsKey(persons.getFirst().row().number());
            for (var person : persons) {
                var above = texts.floorEntry(person.row().number());
                if (above != null && (isSparse || covers(lastRows, above.getKey(), person.row()))) {
                    spread.put(person.row().number(), above.getValue());
                }
            }
        });
        return spread;
    }

    private Map<Integer, Integer> lastRowsOfMerges(int column) {
        var lastRows = new HashMap<Integer, Integer>();
        sheet.merges().stream()
                .filter(area -> area.firstColumn() == column && area.isTall())
                .forEach(area -> lastRows.put(area.firstRow(), area.lastRow()));
        return lastRows;
    }

    private static boolean covers(Map<Integer, Integer> lastRows, int first, Row row) {
        return lastRows.getOrDefault(first, first) >= row.number();
    }

    private static void put(Map<Integer, String> texts, Row row, int column) {
        if (!row.textAt(column).isBlank()) {
            texts.put(row.number(), row.textAt(column));
        }
    }
}
