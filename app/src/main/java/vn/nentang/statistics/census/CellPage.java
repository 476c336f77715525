package vn.nentang.statistics.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.nentang.kernel.PersonId;

/**
 * Everything the census knows about one cell: who ever stood on its roll, when and with what traits, and their levels. Never
 * changed once made: an act makes a new page.
 */
final class CellPage {

    static final CellPage EMPTY = new CellPage(new long[0], Rows.NONE, Rows.NONE, Levels.NONE);

    private static final int PERSONS_MOST = Character.MAX_VALUE;

    private final long[] persons;
    private final Rows standing;
    private final Rows aside;
    private final Levels levels;

    private CellPage(long[] persons, Rows standing, Rows aside, Levels levels) {
        this.persons = persons;
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

    Levels levels() {
        return levels;
    }

    PersonId person(int number) {
        return new PersonId(new UUID(persons[2 * number], persons[2 * number + 1]));
    }

    /** The number of a person on this page; -1 for one who is not on it. */
    int number(PersonId person) {
        for (int i = 0; i < persons.length / 2; i++) {
            if (person(i).equals(person)) {
                return i;
            }
        }
        return -1;
    }

    int rows() {
        return standing.count();
    }

    boolean isEmpty() {
        return persons.length == 0;
    }

    /** Arrays with their heads. */
    long bytes() {
        return 8L * persons.length + standing.bytes() + aside.bytes() + levels.bytes() + 200;
    }

    /** A page being written. */
    static final class Draft {

        private final List<PersonId> persons = new ArrayList<>(0);
        private final Rows.Draft standing = new Rows.Draft();
        private final Rows.Draft aside = new Rows.Draft();
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
            var number = persons.size();
            if (number == PERSONS_MOST) {
                throw new IllegalStateException("More than %d persons on one cell's roll".formatted(PERSONS_MOST));
            }
            persons.add(person);
            here.standing().forEach(one -> standing.add(number, one));
            here.aside().forEach(one -> aside.add(number, one));
            decided.standing()
                    .forEach(one ->
                            levels.add(number, one.value().year(), one.value().code(), one.knownFrom()));
            decided.aside()
                    .forEach(one -> levels.addAside(
                            number, one.value().year(), one.value().code(), one.knownFrom(), one.known()));
        }

        CellPage finished() {
            if (persons.isEmpty()) {
                return EMPTY;
            }
            var ids = new long[2 * persons.size()];
            for (int i = 0; i < persons.size(); i++) {
                ids[2 * i] = persons.get(i).value().getMostSignificantBits();
                ids[2 * i + 1] = persons.get(i).value().getLeastSignificantBits();
            }
            return new CellPage(ids, standing.finished(), aside.finished(), levels.finished(persons.size()));
        }
    }
}
