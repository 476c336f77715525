package vn.nentang.sheet;

import java.io.IOException;

/** A bound of {@link Limits} was reached; becomes {@link RefusalReason#UNPACKS_TOO_LARGE}. */
final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final String vi;

    TooLarge(String vi, String en) {
        super(en);
        this.vi = vi;
    }

    String vi() {
        return vi;
    }
}
