package vn.nentang.paper;

import java.io.IOException;

/** Papers as files: equal papers give equal bytes. */
public final class PaperFiles {

    private PaperFiles() {}

    /** A Word file to be opened, filled and printed in an office. */
    public static byte[] docx(OfficialPaper paper) throws IOException {
        return new DocxPaper(paper).bytes();
    }

    /** A tagged PDF with its typefaces inside. */
    public static byte[] pdf(OfficialPaper paper) throws IOException {
        return new PdfPaper(paper).bytes();
    }
}
