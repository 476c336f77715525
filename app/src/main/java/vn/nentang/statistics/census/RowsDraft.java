package vn.nentang.statistics.census;

/** Rows being gathered. */
final class RowsDraft {

    private Columns columns = Rows.NONE.columns();
    private int count;

    int count() {
        return count;
    }

    /** Adds a belief about a person with this number on the page. */
    void add(int person, Beliefs.Belief<Traits> belief) {
        room();
        columns.set(count++, person, belief);
    }

    /** Takes over the rows of a finished page, persons by their new numbers; those with a negative number are left. */
    void addAll(Rows rows, int[] newNumbers) {
        for (int row = 0; row < rows.count(); row++) {
            var person = newNumbers[rows.person(row)];
            if (person >= 0) {
                room();
                columns.set(count++, rows.columns(), rows.start() + row, person);
            }
        }
    }

    private void room() {
        if (count == columns.size()) {
            var before = columns;
            columns = new Columns(Math.max(8, count + (count >> 1)));
            copy(before, columns, 0);
        }
    }

    private void copy(Columns of, Columns into, int at) {
        for (int row = 0; row < count; row++) {
            into.set(at + row, of, row, of.person[row]);
        }
    }

    Rows writtenInto(Columns into, int at) {
        if (count == 0) {
            return Rows.NONE;
        }
        copy(columns, into, at);
        return new Rows(into, at, count);
    }
}
