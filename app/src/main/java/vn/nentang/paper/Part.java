package vn.nentang.paper;

import java.util.List;

/** One piece of a paper's body. */
public sealed interface Part {

    /** How a paragraph is set. */
    enum Manner {
        BODY,
        HEADING,
        CENTRED,
        NOTE
    }

    record Paragraph(String text, Manner manner) implements Part {}

    /** A named value; where the value is empty, dots to the end of the line leave room to write. */
    record Field(String label, String value) implements Part {}

    /** Dotted lines to write on. */
    record Lines(int number) implements Part {}

    /** Boxes to tick, below one another. */
    record Boxes(List<Box> boxes) implements Part {
        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    record Box(String label, boolean isTicked) {}

    /** What follows stands on a new page. */
    record NewPage() implements Part {}

    /** A table whose head is repeated on each page and whose rows stay whole. */
    record Table(List<Column> columns, List<Row> rows) implements Part {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (var row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("A row of %d cells in a table of %d columns: %s"
                            .formatted(row.cells().size(), columns.size(), row.cells()));
                }
            }
        }

        /** Points of its letters. */
        int size() {
            return columns.size() > MANY ? SMALL : USUAL;
        }

        private static final int MANY = 8;
        private static final int USUAL = 12;
        private static final int SMALL = 10;
    }

    /**
     * A column of a table.
     *
     * @param weight of its width among all columns
     */
    record Column(String head, int weight, Align align) {}

    /** Where a cell's text stands. */
    enum Align {
        LEFT,
        CENTRE
    }

    record Row(List<String> cells, boolean isBold) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(String... cells) {
            return new Row(List.of(cells), false);
        }
    }
}
