package vn.nentang.statistics.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows counted in one pass, held against rows looked at one by one. */
final class RowsTests {

    private static final int MANY = 3_000;
    private static final int DAYS = 60;
    private static final char NOBODY_YET = 1;

    /** Few words are counted in fields of one number, which would run over with many rows alike; many words in tables. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 10, 30, 200})
    void each_word_is_counted_as_often_as_rows_with_it_hold_on_the_day(int sorts) {
        var rows = rows(sorts, new Random(sorts));
        for (char day = NOBODY_YET; day <= DAYS; day++) {
            var counts = new long[sorts];
            rows.count(day, rows.columns().words[Columns.STANDING], counts);
            var on = day;
            assertThat(counts)
                    .as("day %d", (int) day)
                    .isEqualTo(IntStream.range(0, sorts)
                            .mapToLong(word -> heldAndAre(rows, on, word, Columns.STANDING))
                            .toArray());
            assertThat(rows.count(day)).isEqualTo((int) IntStream.range(0, rows.count())
                    .filter(row -> holds(rows, row, on))
                    .count());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 12})
    void each_pair_of_words_is_counted_as_often_as_rows_with_it_hold_on_the_day(int sorts) {
        var rows = rows(sorts, new Random(sorts));
        var words = rows.columns().words;
        for (char day = NOBODY_YET; day <= DAYS; day++) {
            var on = day;
            var counts = new long[sorts * sorts];
            rows.count(day, words[Columns.STANDING], words[Columns.SEX], sorts, counts);
            for (int pair = 0; pair < counts.length; pair++) {
                var first = pair / sorts;
                var other = pair % sorts;
                assertThat(counts[pair])
                        .isEqualTo(IntStream.range(0, rows.count())
                                .filter(row -> holds(rows, row, on)
                                        && word(rows, row, Columns.STANDING) == first
                                        && word(rows, row, Columns.SEX) == other)
                                .count());
            }
        }
    }

    private static long heldAndAre(Rows rows, char day, int word, int column) {
        return IntStream.range(0, rows.count())
                .filter(row -> holds(rows, row, day) && word(rows, row, column) == word)
                .count();
    }

    private static int word(Rows rows, int row, int column) {
        return rows.columns().words[column][rows.start() + row] & 0xff;
    }

    private static boolean holds(Rows rows, int row, char day) {
        var at = rows.start() + row;
        return rows.columns().from[at] <= day && day < rows.columns().until[at];
    }

    /** The first and the last rows of the columns are those of others; most are alike and go on for ever. */
    private static Rows rows(int sorts, Random lot) {
        var columns = Columns.of(MANY);
        for (int i = 0; i < MANY; i++) {
            columns.from[i] = (char) (NOBODY_YET + 1 + lot.nextInt(DAYS));
            columns.until[i] = lot.nextBoolean() ? Days.NEVER : (char) (columns.from[i] + 1 + lot.nextInt(DAYS));
            columns.words[Columns.STANDING][i] = word(sorts, lot);
            columns.words[Columns.SEX][i] = word(sorts, lot);
        }
        return new Rows(columns, 3, MANY - 10);
    }

    private static byte word(int sorts, Random lot) {
        return (byte) (lot.nextInt(4) > 0 ? sorts - 1 : lot.nextInt(sorts));
    }
}
