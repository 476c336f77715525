package vn.nentang.sheet;

/**
 * How much of a file is read before it is refused. Every bound is on what is really read, not on what the file claims.
 *
 * @param fileBytesMax size on disk
 * @param unpackedBytesMax all parts of a workbook together, unpacked
 * @param cellsMax cells with a content, all sheets together
 * @param textCharsMax characters of all different texts together
 * @param cellCharsMax characters of one cell
 * @param columnsMax the last column that may hold a content
 * @param rowsMax rows with a content, all sheets together
 * @param seconds time for the whole reading
 */
public record Limits(
        long fileBytesMax,
        long unpackedBytesMax,
        int cellsMax,
        long textCharsMax,
        int cellCharsMax,
        int columnsMax,
        int rowsMax,
        int seconds) {

    /** Bounds that keep the reading of one file within a heap of 512 MB. */
    public static Limits standard() {
        return new Limits(100L << 20, 640L << 20, 2_500_000, 48L << 20, 100_000, 16_384, 400_000, 60);
    }
}
