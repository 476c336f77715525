package vn.nentang.statistics.census;

import java.util.function.IntPredicate;

/** Rows being gathered. */
final class RowsDraft {

    private Columns columns = Columns.NONE;
    private int count;

    int count() {
        return count;
    }

    /** Adds a belief about a person with this number on the page. */
    void add(int person, Beliefs.Belief<Traits> belief) {
        room();
        columns.set(count++, person, belief);
    }

    /** Takes over the rows of those who stay, by their numbers. */
    void addAll(Rows rows, IntPredicate stays) {
        for (int row = 0; row < rows.count(); row++) {
            if (stays.test(rows.person(row))) {
                room();
                columns.set(count++, rows.columns(), rows.start() + row);
            }
        }
    }

    private void room() {
        if (count == columns.size()) {
            var before = columns;
            columns = Columns.of(Math.max(8, count + (count >> 1)));
            writeInto(columns, 0, before);
        }
    }

    void writeInto(Columns into, int at) {
        writeInto(into, at, columns);
    }

    private void writeInto(Columns into, int at, Columns from) {
        for (int row = 0; row < count; row++) {
            into.set(at + row, from, row);
        }
    }
}
