package vn.nentang.statistics.census;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PersonId;

/**
 * Everything the census knows about one cell, by its places in a block: who ever stood on its roll, when and with what traits,
 * and their levels. Never changed once made: an act makes a new page. A person keeps the number given on a page, also on the
 * next one of the cell, so that other pages can name it.
 *
 * @param rowsAt where the rows that stand begin
 * @param asideAt where those set aside begin
 * @param idsAt where the ids of the persons begin
 * @param levelsAt where the levels begin
 */
record CellPage(Block block, int rowsAt, int rows, int asideAt, int rowsAside, int idsAt, int levelsAt) {

    /** What the object takes. */
    static final int BYTES = 40;

    private static final int PERSONS_MOST = Character.MAX_VALUE;

    Rows standing() {
        return new Rows(block.standing(), rowsAt, rows);
    }

    Rows aside() {
        return new Rows(block.aside(), asideAt, rowsAside);
    }

    private Levels levels() {
        return new Levels(block.levels(), levelsAt);
    }

    /**
     * The level of a person for a year, by its number; they stand on the page of the last cell only.
     *
     * @param pages by the number of the cell
     */
    int level(int person, int year, int second, List<@Nullable CellPage> pages) {
        return levels().level(person, year, second, pages);
    }

    PersonId person(int number) {
        return block.ids().get(idsAt + number, 1).getFirst();
    }

    /** The number of a person on this page; -1 for one who is not on it. */
    int number(PersonId person) {
        return persons().indexOf(person);
    }

    private List<PersonId> persons() {
        return block.ids().get(idsAt, levels().persons());
    }

    void writeTo(Packed.Out out) throws IOException {
        out.put(rows);
        out.put(rowsAside);
        out.put(levels().packed());
        out.put(block.ids().packed(idsAt, levels().persons()));
    }

    /** A page being written. */
    static final class Draft {

        private final List<@Nullable PersonId> persons = new ArrayList<>(0);
        private final RowsDraft standing = new RowsDraft();
        private final RowsDraft aside = new RowsDraft();
        private final Levels.Draft levels = new Levels.Draft();
        private int gone;

        /** A new page. */
        Draft() {}

        /** A page without what it says of some persons, who are to be added anew; all others keep their numbers. */
        Draft(CellPage page, Set<PersonId> but) {
            var present = present(page);
            var ids = page.persons();
            for (int number = 0; number < ids.size(); number++) {
                var stays = present.get(number) && !but.contains(ids.get(number));
                present.set(number, stays);
                persons.add(stays ? ids.get(number) : null);
                gone += stays ? 0 : 1;
            }
            standing.addAll(page.standing(), present::get);
            aside.addAll(page.aside(), present::get);
            levels.addAll(page.levels(), present::get);
        }

        /** Who has a number has rows, else the number is free. */
        private static BitSet present(CellPage page) {
            var present = new BitSet();
            for (var rows : List.of(page.standing(), page.aside())) {
                for (int row = 0; row < rows.count(); row++) {
                    present.set(rows.person(row));
                }
            }
            return present;
        }

        /**
         * Adds a person who is not on the page.
         *
         * @param here what was ever believed of days on this cell's roll
         * @param decided what was ever decided of years, wherever
         * @return the number the person has on this page
         */
        int add(PersonId person, Beliefs<Traits> here, Beliefs<YearLevel> decided) {
            var number = add(person, here);
            decided.standing()
                    .forEach(one ->
                            levels.add(number, one.value().year(), one.value().code(), one.knownFrom()));
            decided.aside()
                    .forEach(one -> levels.addAside(
                            number, one.value().year(), one.value().code(), one.knownFrom(), one.known()));
            return number;
        }

        /**
         * Adds a person who is not on the page.
         *
         * @param there where the levels stand
         */
        void add(PersonId person, Beliefs<Traits> here, Levels.Place there) {
            levels.addElsewhere(add(person, here), there);
        }

        private int add(PersonId person, Beliefs<Traits> here) {
            var number = number(person);
            here.standing().forEach(one -> standing.add(number, one));
            here.aside().forEach(one -> aside.add(number, one));
            return number;
        }

        private int number(PersonId person) {
            if (gone > 0) {
                gone--;
                var free = persons.indexOf(null);
                persons.set(free, person);
                return free;
            }
            if (persons.size() == PERSONS_MOST) {
                throw new IllegalStateException("More than %d persons on one cell's roll".formatted(PERSONS_MOST));
            }
            persons.add(person);
            return persons.size() - 1;
        }

        int rows() {
            return standing.count();
        }

        int rowsAside() {
            return aside.count();
        }

        boolean isEmpty() {
            return gone == persons.size();
        }

        byte[] levels() {
            return isEmpty() ? new byte[0] : levels.packed(persons.size());
        }

        /** Writes all but the levels, which are written. */
        CellPage writtenInto(Block block, int at, int atAside, int atLevels) {
            standing.writeInto(block.standing(), at);
            aside.writeInto(block.aside(), atAside);
            return new CellPage(
                    block, at, rows(), atAside, rowsAside(), block.ids().add(persons), atLevels);
        }
    }
}
