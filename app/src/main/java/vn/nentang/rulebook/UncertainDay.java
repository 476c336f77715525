package vn.nentang.rulebook;

import vn.nentang.kernel.PartialDate;

/**
 * A day as far as the sources give it.
 *
 * @param sure false where the sources leave a doubt, written with {@code ?} in the files
 */
public record UncertainDay(PartialDate day, boolean sure) {

    /** Reads {@code 2025-08-30}, {@code 2026-04}, {@code 2026-04-08?}. */
    public static UncertainDay parse(String text) {
        var sure = !text.endsWith("?");
        return new UncertainDay(PartialDate.parse(sure ? text : text.substring(0, text.length() - 1)), sure);
    }

    @Override
    public String toString() {
        return sure ? day.toString() : day + "?";
    }
}
