package vn.nentang.sheet;

/** What became of reading a file: a workbook, or one reason why nothing of the file is taken over. */
public sealed interface Reading {

    record Read(Workbook workbook) implements Reading {}

    /**
     * The file is not taken over.
     *
     * @param vi what was seen in this file, in Vietnamese; empty where the reason says all
     * @param en the same in English
     */
    record Refused(RefusalReason reason, String vi, String en) implements Reading {}
}
