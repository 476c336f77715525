package vn.nentang.statistics.census;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The levels of the persons of one page, year by year, as bytes among those of other pages. A level takes four bits, on a page
 * with numbers beyond 15 eight. Members of a cell are mostly decided at once, so that one second is kept for a year, and those
 * that differ apart: mostly of the years a person spent elsewhere, a row of seconds behind each other. Of a person whose levels
 * stand on another page it is said where. Never changed once made.
 *
 * <p>The bytes: what is counted below, who has levels elsewhere and where, the levels, the usual seconds, who has other seconds
 * for which years, what was set aside, and the other seconds.
 */
record Levels(ByteBuffer of, int at) {

    private static final int ELSEWHERE = Character.BYTES;
    private static final int FIRST_YEAR = 2 * Character.BYTES;
    private static final int YEARS = 3 * Character.BYTES;
    private static final int BITS = 4 * Character.BYTES;
    private static final int RUNS = BITS + 1;
    private static final int ASIDE = RUNS + Integer.BYTES;
    private static final int HEAD = ASIDE + Integer.BYTES;

    private static final int BYTES_OF_ELSEWHERE = 2 * Character.BYTES + Integer.BYTES;
    private static final int BYTES_OF_RUN = Character.BYTES + 2;
    private static final int BYTES_OF_ASIDE = Long.BYTES + Integer.BYTES;

    private static final int FEW_BITS = 4;
    private static final int BEFORE_FIRST_YEAR = 1900;

    /**
     * What is, or was at a second, the level of a person for a year, by its number; 0 for none.
     *
     * @param pages by the number of the cell
     */
    int level(int person, int year, int second, List<@Nullable CellPage> pages) {
        var rank = rank(person);
        if (isElsewhere(rank, person)) {
            var there = elsewhere(rank);
            var page = pages.get(there.cell());
            return page == null ? 0 : page.level(there.person(), year, second, pages);
        }
        var code = year < firstYear() || year >= firstYear() + years() ? 0 : code(person - rank, year);
        return second == Days.NOW || (code != 0 && known(person, year) <= second)
                ? code
                : asideCode(person, year, second);
    }

    /** How many persons the page has numbers for. */
    int persons() {
        return of.getChar(at);
    }

    private int countElsewhere() {
        return of.getChar(at + ELSEWHERE);
    }

    private int firstYear() {
        return of.getChar(at + FIRST_YEAR);
    }

    private int years() {
        return of.getChar(at + YEARS);
    }

    private int bits() {
        return of.get(at + BITS);
    }

    private int runs() {
        return of.getInt(at + RUNS);
    }

    private int countAside() {
        return of.getInt(at + ASIDE);
    }

    private int codesAt() {
        return at + HEAD + BYTES_OF_ELSEWHERE * countElsewhere();
    }

    private int usualAt() {
        return codesAt() + bytesOfCodes((persons() - countElsewhere()) * years(), bits());
    }

    private int runsAt() {
        return usualAt() + Integer.BYTES * years();
    }

    private int asideAt() {
        return runsAt() + BYTES_OF_RUN * runs();
    }

    private int secondsAt() {
        return asideAt() + BYTES_OF_ASIDE * countAside();
    }

    /** As they lie. */
    byte[] packed() {
        var end = secondsAt();
        for (int run = runsAt(); run < asideAt(); run += BYTES_OF_RUN) {
            end += Integer.BYTES * (last(run) - first(run) + 1);
        }
        var packed = new byte[end - at];
        of.get(at, packed);
        return packed;
    }

    /** How many with levels elsewhere have a smaller number. */
    private int rank(int person) {
        int rank = 0;
        while (rank < countElsewhere() && of.getChar(elsewhereAt(rank)) < person) {
            rank++;
        }
        return rank;
    }

    private boolean isElsewhere(int rank, int person) {
        return rank < countElsewhere() && of.getChar(elsewhereAt(rank)) == person;
    }

    private int elsewhereAt(int rank) {
        return at + HEAD + BYTES_OF_ELSEWHERE * rank;
    }

    private Place elsewhere(int rank) {
        var from = elsewhereAt(rank);
        return new Place(of.getInt(from + 2 * Character.BYTES), of.getChar(from + Character.BYTES));
    }

    private int code(int line, int year) {
        var place = line * years() + year - firstYear();
        return bits() == FEW_BITS
                ? (of.get(codesAt() + place / 2) >> (place % 2 * FEW_BITS)) & 0xf
                : of.get(codesAt() + place) & 0xff;
    }

    private static int bytesOfCodes(int codes, int bits) {
        return bits == FEW_BITS ? (codes + 1) / 2 : codes;
    }

    private int known(int person, int year) {
        var offset = year - firstYear();
        var seconds = secondsAt();
        for (int run = runsAt(); run < asideAt(); run += BYTES_OF_RUN) {
            if (of.getChar(run) == person && first(run) <= offset && offset <= last(run)) {
                return of.getInt(seconds + Integer.BYTES * (offset - first(run)));
            }
            seconds += Integer.BYTES * (last(run) - first(run) + 1);
        }
        return of.getInt(usualAt() + Integer.BYTES * offset);
    }

    private int first(int run) {
        return of.get(run + Character.BYTES) & 0xff;
    }

    private int last(int run) {
        return of.get(run + Character.BYTES + 1) & 0xff;
    }

    private int asideCode(int person, int year, int second) {
        for (int one = asideAt(); one < secondsAt(); one += BYTES_OF_ASIDE) {
            var packed = of.getLong(one);
            if (isOf(packed, person, year) && known(packed) <= second && second < of.getInt(one + Long.BYTES)) {
                return code(packed);
            }
        }
        return 0;
    }

    /** A level in eight bytes: person, year, code, and the second from which it is known. */
    private static long asLong(int person, int year, int code, int known) {
        return ((long) person << 48) | ((long) (year - BEFORE_FIRST_YEAR) << 40) | ((long) code << 32) | known;
    }

    private static boolean isOf(long packed, int person, int year) {
        return packed >>> 40 == (((long) person << 8) | (year - BEFORE_FIRST_YEAR));
    }

    private static int person(long packed) {
        return (int) (packed >>> 48);
    }

    private static int year(long packed) {
        return (int) ((packed >>> 40) & 0xff) + BEFORE_FIRST_YEAR;
    }

    private static int code(long packed) {
        return (int) ((packed >>> 32) & 0xff);
    }

    private static int known(long packed) {
        return (int) packed;
    }

    /** A person by the number of a cell and that on its page. */
    record Place(int cell, int person) {}

    /** Levels being gathered. */
    static final class Draft {

        private record Elsewhere(int person, Place place) {}

        private final List<Elsewhere> elsewhere = new ArrayList<>(0);
        private int count;
        private long[] standing = new long[0];
        private int asideCount;
        private long[] aside = new long[0];
        private int[] asideUntil = new int[0];

        /** The levels of a person stand on another page. */
        void addElsewhere(int person, Place place) {
            elsewhere.add(new Elsewhere(person, place));
        }

        void add(int person, int year, int code, int known) {
            if (count == standing.length) {
                standing = Arrays.copyOf(standing, Math.max(8, count + (count >> 1)));
            }
            standing[count++] = asLong(person, year, code, known);
        }

        void addAside(int person, int year, int code, int known, int until) {
            if (asideCount == aside.length) {
                aside = Arrays.copyOf(aside, Math.max(2, asideCount * 2));
                asideUntil = Arrays.copyOf(asideUntil, aside.length);
            }
            aside[asideCount] = asLong(person, year, code, known);
            asideUntil[asideCount++] = until;
        }

        /** Takes over those of a finished page of persons who stay. */
        void addAll(Levels levels, IntPredicate stays) {
            IntStream.range(0, levels.persons()).filter(stays).forEach(person -> {
                var rank = levels.rank(person);
                if (levels.isElsewhere(rank, person)) {
                    addElsewhere(person, levels.elsewhere(rank));
                } else {
                    addAll(levels, person, person - rank);
                }
            });
            for (int one = levels.asideAt(); one < levels.secondsAt(); one += BYTES_OF_ASIDE) {
                var packed = levels.of.getLong(one);
                if (stays.test(person(packed))) {
                    var until = levels.of.getInt(one + Long.BYTES);
                    addAside(person(packed), year(packed), code(packed), known(packed), until);
                }
            }
        }

        private void addAll(Levels levels, int person, int line) {
            for (int year = levels.firstYear(); year < levels.firstYear() + levels.years(); year++) {
                var code = levels.code(line, year);
                if (code != 0) {
                    add(person, year, code, levels.known(person, year));
                }
            }
        }

        /** @param persons how many numbers the page has given */
        byte[] packed(int persons) {
            var all = Arrays.copyOf(standing, count);
            Arrays.sort(all);
            elsewhere.sort(Comparator.comparingInt(Elsewhere::person));
            var first = years(all).min().orElse(BEFORE_FIRST_YEAR);
            var years = count == 0 ? 0 : years(all).max().orElse(first) - first + 1;
            var bits = Arrays.stream(all).allMatch(one -> code(one) < 1 << FEW_BITS) ? FEW_BITS : Byte.SIZE;
            var usual = usual(all, first, years);
            var odd = Arrays.stream(all)
                    .filter(one -> known(one) != usual[year(one) - first])
                    .toArray();
            var runs = runs(odd);
            var codes = codes(all, persons, first, years, bits);
            var out = ByteBuffer.allocate(HEAD
                    + BYTES_OF_ELSEWHERE * elsewhere.size()
                    + codes.length
                    + Integer.BYTES * years
                    + BYTES_OF_RUN * runs.size()
                    + BYTES_OF_ASIDE * asideCount
                    + Integer.BYTES * odd.length);
            out.putChar((char) persons).putChar((char) elsewhere.size());
            out.putChar((char) first).putChar((char) years).put((byte) bits);
            out.putInt(runs.size()).putInt(asideCount);
            elsewhere.forEach(one -> out.putChar((char) one.person())
                    .putChar((char) one.place().person())
                    .putInt(one.place().cell()));
            out.put(codes);
            Arrays.stream(usual).forEach(out::putInt);
            runs.forEach(run -> out.putChar((char) person(odd[run.from()]))
                    .put((byte) (year(odd[run.from()]) - first))
                    .put((byte) (year(odd[run.to()]) - first)));
            for (int i = 0; i < asideCount; i++) {
                out.putLong(aside[i]).putInt(asideUntil[i]);
            }
            Arrays.stream(odd).forEach(one -> out.putInt(known(one)));
            return out.array();
        }

        private byte[] codes(long[] all, int persons, int first, int years, int bits) {
            var codes = new byte[bytesOfCodes((persons - elsewhere.size()) * years, bits)];
            var lines = lines(persons);
            for (var one : all) {
                var place = lines[person(one)] * years + year(one) - first;
                if (bits == FEW_BITS) {
                    codes[place / 2] |= (byte) (code(one) << (place % 2 * FEW_BITS));
                } else {
                    codes[place] = (byte) code(one);
                }
            }
            return codes;
        }

        /** Of each person the place among those whose levels stand here. */
        private int[] lines(int persons) {
            var lines = new int[persons];
            int rank = 0;
            for (int person = 0; person < persons; person++) {
                lines[person] = person - rank;
                rank += rank < elsewhere.size() && elsewhere.get(rank).person() == person ? 1 : 0;
            }
            return lines;
        }

        /** Levels of one person for years behind each other, by their places. */
        private record Run(int from, int to) {}

        /** @param sorted by person and year */
        private static List<Run> runs(long[] sorted) {
            var runs = new ArrayList<Run>();
            for (int from = 0, to = 0; from < sorted.length; from = ++to) {
                while (to + 1 < sorted.length && isFollowedBy(sorted[to], sorted[to + 1])) {
                    to++;
                }
                runs.add(new Run(from, to));
            }
            return runs;
        }

        private static boolean isFollowedBy(long one, long next) {
            return person(one) == person(next) && year(one) + 1 == year(next);
        }

        private static IntStream years(long[] all) {
            return Arrays.stream(all).mapToInt(Levels::year);
        }

        /** The second most levels of each year are known from. */
        private static int[] usual(long[] all, int first, int years) {
            var usual = new int[years];
            for (int y = 0; y < years; y++) {
                var year = first + y;
                var counts = new HashMap<Integer, Integer>();
                Arrays.stream(all)
                        .filter(one -> year(one) == year)
                        .forEach(one -> counts.merge(known(one), 1, Integer::sum));
                usual[y] = counts.entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(0);
            }
            return usual;
        }
    }
}
