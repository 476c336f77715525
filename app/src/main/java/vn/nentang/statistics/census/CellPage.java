package vn.nentang.statistics.census;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PersonId;

/**
 * Everything the census knows about one cell: who ever stood on its roll, when and with what traits, and their levels. Never
 * changed once made: an act makes a new page.
 */
final class CellPage {

    static final CellPage EMPTY = new CellPage(new long[0], new int[0], Rows.NONE, Rows.NONE, Levels.NONE);

    private static final int HERE = -1;

    /** What the objects and arrays of a page take beside what is in them. */
    private static final int HEADS = 200;

    private static final int PERSONS_MOST = Character.MAX_VALUE;

    private final long[] persons;
    private final int[] levelsAt;
    private final Rows standing;
    private final Rows aside;
    private final Levels levels;

    private CellPage(long[] persons, int[] levelsAt, Rows standing, Rows aside, Levels levels) {
        this.persons = persons;
        this.levelsAt = levelsAt;
        this.standing = standing;
        this.aside = aside;
        this.levels = levels;
    }

    Rows standing() {
        return standing;
    }

    Rows aside() {
        return aside;
    }

    /**
     * The level of a person for a year, by its number; they stand on the page of the last cell only.
     *
     * @param pages by the number of the cell
     */
    int level(int person, int year, int second, List<@Nullable CellPage> pages) {
        if (levelsAt.length == 0 || levelsAt[person] == HERE) {
            return levels.code(person, year, second);
        }
        var last = pages.get(levelsAt[person]);
        var number = last == null ? HERE : last.number(persons[2 * person], persons[2 * person + 1]);
        return last == null || number == HERE ? 0 : last.levels.code(number, year, second);
    }

    PersonId person(int number) {
        return new PersonId(new UUID(persons[2 * number], persons[2 * number + 1]));
    }

    /** The number of a person on this page; -1 for one who is not on it. */
    int number(PersonId person) {
        return number(person.value().getMostSignificantBits(), person.value().getLeastSignificantBits());
    }

    private int number(long most, long least) {
        for (int i = 0; i < persons.length; i += 2) {
            if (persons[i] == most && persons[i + 1] == least) {
                return i / 2;
            }
        }
        return HERE;
    }

    int rows() {
        return standing.count();
    }

    boolean isEmpty() {
        return persons.length == 0;
    }

    /** Arrays with their heads. */
    long bytes() {
        return 8L * persons.length
                + 4L * levelsAt.length
                + (long) Columns.BYTES_OF_A_ROW * (standing.count() + aside.count())
                + levels.bytes()
                + HEADS;
    }

    void writeTo(Packed.Out out) throws IOException {
        out.put(persons);
        out.put(levelsAt);
        out.put(standing.count());
        out.put(aside.count());
        levels.writeTo(out);
    }

    /**
     * A page out of a file, but for its rows.
     *
     * @param standing how many rows stand
     * @param aside how many were set aside
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and shared with the page
    record Part(long[] persons, int[] levelsAt, int standing, int aside, Levels levels) {

        static Part read(Packed.In in) throws IOException {
            return new Part(in.longNumbers(), in.numbers(), in.number(), in.number(), Levels.read(in));
        }

        CellPage with(Rows standingRows, Rows asideRows) {
            return persons.length == 0 ? EMPTY : new CellPage(persons, levelsAt, standingRows, asideRows, levels);
        }
    }

    /** A page being written. */
    static final class Draft {

        private final List<PersonId> persons = new ArrayList<>(0);
        private final List<Integer> levelsAt = new ArrayList<>(0);
        private final RowsDraft standing = new RowsDraft();
        private final RowsDraft aside = new RowsDraft();
        private final Levels.Draft levels = new Levels.Draft();

        /** A new page. */
        Draft() {}

        /** A page without what it says of some persons, who are to be added anew. */
        Draft(CellPage page, Set<PersonId> but) {
            var numbers = new int[page.persons.length / 2];
            for (int i = 0; i < numbers.length; i++) {
                var person = page.person(i);
                numbers[i] = but.contains(person) ? -1 : persons.size();
                if (numbers[i] >= 0) {
                    persons.add(person);
                    levelsAt.add(page.levelsAt.length == 0 ? HERE : page.levelsAt[i]);
                }
            }
            standing.addAll(page.standing, numbers);
            aside.addAll(page.aside, numbers);
            levels.addAll(page.levels, numbers);
        }

        /**
         * Adds a person who is not on the page.
         *
         * @param here what was ever believed of days on this cell's roll
         * @param decided what was ever decided of years, wherever
         */
        void add(PersonId person, Beliefs<Traits> here, Beliefs<YearLevel> decided) {
            var number = add(person, here, HERE);
            decided.standing()
                    .forEach(one ->
                            levels.add(number, one.value().year(), one.value().code(), one.knownFrom()));
            decided.aside()
                    .forEach(one -> levels.addAside(
                            number, one.value().year(), one.value().code(), one.knownFrom(), one.known()));
        }

        /**
         * Adds a person who is not on the page.
         *
         * @param levels the number of the cell on whose page the levels stand
         */
        int add(PersonId person, Beliefs<Traits> here, int levels) {
            var number = persons.size();
            if (number == PERSONS_MOST) {
                throw new IllegalStateException("More than %d persons on one cell's roll".formatted(PERSONS_MOST));
            }
            persons.add(person);
            levelsAt.add(levels);
            here.standing().forEach(one -> standing.add(number, one));
            here.aside().forEach(one -> aside.add(number, one));
            return number;
        }

        int rows() {
            return standing.count();
        }

        /** @param into where the rows that stand are written, from a place on */
        CellPage finished(Columns into, int at) {
            if (persons.isEmpty()) {
                return EMPTY;
            }
            var ids = new long[2 * persons.size()];
            for (int i = 0; i < persons.size(); i++) {
                ids[2 * i] = persons.get(i).value().getMostSignificantBits();
                ids[2 * i + 1] = persons.get(i).value().getLeastSignificantBits();
            }
            var others = levelsAt.stream().mapToInt(Integer::intValue).toArray();
            return new CellPage(
                    ids,
                    Arrays.stream(others).allMatch(one -> one == HERE) ? EMPTY.levelsAt : others,
                    standing.writtenInto(into, at),
                    aside.writtenInto(aside.count() == 0 ? into : new Columns(aside.count()), 0),
                    levels.finished(persons.size()));
        }
    }
}
