package vn.nentang.sheet;

import java.io.IOException;

/** The content cannot be read to its end; becomes {@link RefusalReason#CORRUPTED_FILE}. */
final class BrokenFile extends IOException {

    private static final long serialVersionUID = 1L;

    private final String vi;

    BrokenFile(String vi, String en) {
        super(en);
        this.vi = vi;
    }

    String vi() {
        return vi;
    }
}
