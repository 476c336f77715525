package vn.nentang.statistics.census;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Member-periods as columns, those of many cells behind each other in the order of the tree, so that a large organisation is
 * one run through memory. Two bytes for a day or a person's number on the page, four for a second, one for a word. Written
 * once.
 */
final class Columns {

    static final int BIRTH = 0;
    static final int ADMITTED = 1;
    static final int OCCUPATION = 2;
    static final int CHARS = 3;

    static final int STANDING = 0;
    static final int SEX = 1;
    static final int ETHNIC_GROUP = 2;
    static final int RELIGION = 3;
    static final int GENERAL_EDUCATION = 4;
    static final int PROFESSIONAL_QUALIFICATION = 5;
    static final int POLITICAL_THEORY = 6;
    static final int BYTES = 7;

    static final Columns NONE = new Columns(0, new int[0]);

    private static final int BYTES_OF_A_ROW = (3 + CHARS) * Character.BYTES + 2 * Integer.BYTES + BYTES;

    /** What the object and the heads of its arrays take. */
    private static final int HEADS = 384;

    final char[] from;
    final char[] until;
    final char[] person;
    final int[] knownFrom;
    final int[] known;
    final char[][] chars;
    final byte[][] words;

    private static final int YEARS_KEPT = 2;

    /** The level of each row for one year, as of a place in the ledger and for all pictures behind it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record OfYear(int year, long entries, byte[] levels) {}

    private final int[] cells;
    private volatile List<OfYear> years = List.of();

    /** For rows that are not counted run by run. */
    static Columns of(int rows) {
        return rows == 0 ? NONE : new Columns(rows, new int[0]);
    }

    /** @param cells whose rows are to be written here, by their numbers */
    Columns(int rows, int[] cells) {
        this.cells = cells;
        from = new char[rows];
        until = new char[rows];
        person = new char[rows];
        knownFrom = new int[rows];
        known = new int[rows];
        chars = new char[CHARS][rows];
        words = new byte[BYTES][rows];
    }

    int size() {
        return from.length;
    }

    /**
     * The levels of a year, row by row; made when first asked for, and kept for the years asked for last. A page that still
     * lies here has the levels it had when they were made; for an older picture than that they are made apart.
     */
    byte[] levels(int year, Picture picture) {
        return kept(year, picture.entries()).orElseGet(() -> {
            var made = new OfYear(year, picture.entries(), made(year, picture));
            keep(made);
            return made.levels();
        });
    }

    private Optional<byte[]> kept(int year, long entries) {
        return years.stream()
                .filter(one -> one.year() == year && one.entries() <= entries)
                .map(OfYear::levels)
                .findFirst();
    }

    private synchronized void keep(OfYear made) {
        if (years.stream().noneMatch(one -> one.year() == made.year())) {
            years = Stream.concat(Stream.of(made), years.stream())
                    .limit(YEARS_KEPT)
                    .toList();
        }
    }

    private byte[] made(int year, Picture picture) {
        var levels = new byte[size()];
        IntStream.of(cells).parallel().forEach(cell -> {
            var page = picture.pages().get(cell);
            var rows = page == null ? Rows.NONE : page.standing();
            for (int row = 0; rows.columns() == this && row < rows.count(); row++) {
                levels[rows.start() + row] = (byte) page.level(rows.person(row), year, Days.NOW, picture.pages());
            }
        });
        return levels;
    }

    /** What it takes, the levels kept by row included. */
    long bytes() {
        return this == NONE ? 0 : HEADS + 4L * cells.length + (long) (BYTES_OF_A_ROW + years.size()) * size();
    }

    /** Writes stretches of rows behind each other, column by column. */
    static void write(List<Rows> stretches, Packed.Out out) throws IOException {
        writeChars(stretches, of -> of.from, out);
        writeChars(stretches, of -> of.until, out);
        writeChars(stretches, of -> of.person, out);
        writeInts(stretches, of -> of.knownFrom, out);
        writeInts(stretches, of -> of.known, out);
        for (int c = 0; c < CHARS; c++) {
            var column = c;
            writeChars(stretches, of -> of.chars[column], out);
        }
        for (int b = 0; b < BYTES; b++) {
            for (var rows : stretches) {
                out.put(rows.columns().words[b], rows.start(), rows.count());
            }
        }
    }

    private static void writeChars(List<Rows> stretches, Function<Columns, char[]> column, Packed.Out out)
            throws IOException {
        for (var rows : stretches) {
            out.put(column.apply(rows.columns()), rows.start(), rows.count());
        }
    }

    private static void writeInts(List<Rows> stretches, Function<Columns, int[]> column, Packed.Out out)
            throws IOException {
        for (var rows : stretches) {
            out.put(column.apply(rows.columns()), rows.start(), rows.count());
        }
    }

    void readFrom(Packed.In in) throws IOException {
        in.fill(from);
        in.fill(until);
        in.fill(person);
        in.fill(knownFrom);
        in.fill(known);
        for (var column : chars) {
            in.fill(column);
        }
        for (var column : words) {
            in.fill(column);
        }
    }

    /** Takes over a row of others. */
    void set(int at, Columns of, int row) {
        from[at] = of.from[row];
        until[at] = of.until[row];
        person[at] = of.person[row];
        knownFrom[at] = of.knownFrom[row];
        known[at] = of.known[row];
        for (int c = 0; c < CHARS; c++) {
            chars[c][at] = of.chars[c][row];
        }
        for (int b = 0; b < BYTES; b++) {
            words[b][at] = of.words[b][row];
        }
    }

    void set(int at, int number, Beliefs.Belief<Traits> belief) {
        var of = belief.value();
        from[at] = belief.from();
        until[at] = belief.until();
        person[at] = (char) number;
        knownFrom[at] = belief.knownFrom();
        known[at] = belief.known();
        chars[BIRTH][at] = of.birth();
        chars[ADMITTED][at] = of.admitted();
        chars[OCCUPATION][at] = of.occupation();
        words[STANDING][at] = of.standing();
        words[SEX][at] = of.sex();
        words[ETHNIC_GROUP][at] = of.ethnicGroup();
        words[RELIGION][at] = of.religion();
        words[GENERAL_EDUCATION][at] = of.generalEducation();
        words[PROFESSIONAL_QUALIFICATION][at] = of.qualification();
        words[POLITICAL_THEORY][at] = of.politicalTheory();
    }
}
