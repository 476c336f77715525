package vn.nentang.statistics.census;

import java.util.List;
import java.util.stream.Stream;
import vn.nentang.review.years.OrganizationRows;

/** What was decided of one organisation, year by year, and how many years in a row it was on a good level or better. */
final class Results {

    static final Results NONE = new Results(new Beliefs<>(List.of(), List.of()), 0, new byte[0]);

    private final Beliefs<YearLevel> decided;
    private final int firstYear;
    private final byte[] good;

    private Results(Beliefs<YearLevel> decided, int firstYear, byte[] good) {
        this.decided = decided;
        this.firstYear = firstYear;
        this.good = good;
    }

    static Results of(Beliefs<YearLevel> decided, Vocabulary words, OrganizationRows rows) {
        if (decided.standing().isEmpty()) {
            return decided.aside().isEmpty() ? NONE : new Results(decided, 0, new byte[0]);
        }
        var years =
                decided.standing().stream().mapToInt(one -> one.value().year()).summaryStatistics();
        var good = new byte[years.getMax() - years.getMin() + 1];
        var known = decided.standing().stream()
                .map(one -> words.result(one.value()))
                .toList();
        for (int i = 0; i < good.length; i++) {
            good[i] = (byte) Math.min(Byte.MAX_VALUE, rows.good(known, Integer.MIN_VALUE, years.getMin() + i));
        }
        return new Results(decided, years.getMin(), good);
    }

    Beliefs<YearLevel> decided() {
        return decided;
    }

    /** Up to and with a year; 0 where the year itself does not count. */
    int yearsInARow(int year, int second, Vocabulary words, OrganizationRows rows) {
        if (second != Days.NOW) {
            return yearsInARowThen(year, second, words, rows);
        }
        return yearsInARow(year);
    }

    /** The same as known now. */
    byte yearsInARow(int year) {
        var offset = year - firstYear;
        return offset < 0 || offset >= good.length ? 0 : good[offset];
    }

    private int yearsInARowThen(int year, int second, Vocabulary words, OrganizationRows rows) {
        var standing = decided.standing().stream().filter(one -> one.knownFrom() <= second);
        var aside = decided.aside().stream().filter(one -> one.knownFrom() <= second && second < one.known());
        var known = Stream.concat(standing, aside)
                .map(one -> words.result(one.value()))
                .toList();
        return rows.good(known, Integer.MIN_VALUE, year);
    }
}
