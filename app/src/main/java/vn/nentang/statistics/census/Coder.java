package vn.nentang.statistics.census;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** One attribute while a question is answered: a small number for each member counted, and the value it stands for. */
sealed interface Coder {

    /**
     * Where the rows lie.
     *
     * @param page null for rows of many cells
     */
    record Place(@Nullable CellPage page, Rows rows, int cell) {}

    /** Fills in the number of each selected row. */
    void codes(Place place, int[] selected, int count, int[] into);

    /** Whether a row among those of so many cells tells it, without its page and cell. */
    default boolean isOfRow(int cells) {
        return true;
    }

    /** The numbers of all rows, where they lie as one byte a row. */
    default byte @Nullable [] bytes(Columns columns) {
        return null;
    }

    /** Greater than every number given. */
    int size();

    String value(int code);

    /** The number of a value; -1 for one that does not occur. */
    default int code(String value) {
        for (int code = 0; code < size(); code++) {
            if (value(code).equals(value)) {
                return code;
            }
        }
        return -1;
    }

    /** No attribute: everybody alike. */
    record All() implements Coder {

        @Override
        public void codes(Place place, int[] selected, int count, int[] into) {
            Arrays.fill(into, 0, count, 0);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public String value(int code) {
            return "";
        }
    }

    /** A word of one byte. */
    record Word(int column, Words words, int size) implements Coder {

        @Override
        public byte[] bytes(Columns columns) {
            return columns.words[column];
        }

        @Override
        public void codes(Place place, int[] selected, int count, int[] into) {
            place.rows().words(column, selected, count, into);
        }

        @Override
        public String value(int code) {
            return words.word(code);
        }
    }

    /** A word of two bytes. */
    record LongWord(int column, Words words, int size) implements Coder {

        @Override
        public void codes(Place place, int[] selected, int count, int[] into) {
            place.rows().chars(column, selected, count, into);
        }

        @Override
        public String value(int code) {
            return words.word(code);
        }
    }

    /** The band a date lies in: one step into a table of all days there are. */
    final class Band implements Coder {

        private final int column;
        private final List<String> bands;
        private final byte[] byDay = new byte[Character.MAX_VALUE + 1];

        /** @param starts the last day that belongs to each band, the youngest band first */
        Band(int column, List<String> bands, List<Character> starts) {
            this.column = column;
            this.bands = List.copyOf(bands);
            for (int i = 0; i < bands.size(); i++) {
                Arrays.fill(byDay, 1, starts.get(i) + 1, (byte) (i + 1));
            }
        }

        @Override
        public void codes(Place place, int[] selected, int count, int[] into) {
            place.rows().chars(column, selected, count, into);
            for (int i = 0; i < count; i++) {
                into[i] = byDay[into[i]];
            }
        }

        @Override
        public int size() {
            return bands.size() + 1;
        }

        @Override
        public String value(int code) {
            return code == 0 ? "" : bands.get(code - 1);
        }
    }

    /** The level of a year: of few cells asked of their pages, of many as one byte a row. */
    final class Level implements Coder {

        private static final int CELLS_WORTH_A_COLUMN = 2_000;

        private final int year;
        private final int second;
        private final Words words;
        private final int size;
        private final Picture picture;
        private final ConcurrentHashMap<Columns, byte[]> columns = new ConcurrentHashMap<>();

        Level(int year, int second, Words words, Picture picture) {
            this.year = year;
            this.second = second;
            this.words = words;
            this.size = words.size();
            this.picture = picture;
        }

        @Override
        public boolean isOfRow(int cells) {
            return second == Days.NOW && cells > CELLS_WORTH_A_COLUMN;
        }

        @Override
        public byte[] bytes(Columns of) {
            var known = columns.get(of);
            if (known != null) {
                return known;
            }
            var levels = of.levels(year, picture);
            columns.put(of, levels);
            return levels;
        }

        @Override
        public void codes(Place place, int[] selected, int count, int[] into) {
            var page = place.page();
            if (page == null) {
                place.rows().bytes(bytes(place.rows().columns()), selected, count, into);
                return;
            }
            for (int i = 0; i < count; i++) {
                into[i] = page.level(place.rows().person(selected[i]), year, second, picture.pages());
            }
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public String value(int code) {
            return words.word(code);
        }
    }

    /** Years in a row of the cell, the same for everybody on it. */
    record CellYears(int year, IntUnaryOperator ofCell) implements Coder {

        private static final int MOST = 128;

        @Override
        public boolean isOfRow(int cells) {
            return false;
        }

        @Override
        public void codes(Place place, int[] selected, int count, int[] into) {
            Arrays.fill(into, 0, count, ofCell.applyAsInt(place.cell()));
        }

        @Override
        public int size() {
            return MOST;
        }

        @Override
        public String value(int code) {
            return String.valueOf(code);
        }
    }
}
