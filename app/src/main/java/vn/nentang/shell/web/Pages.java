package vn.nentang.shell.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a long list a page stands; pages count from 1 and hold a hundred rows. */
public record Pages(int page, int last) {

    private static final int ROWS = 100;

    /** The wanted page of a list, or the nearest there is. */
    public static Pages of(int wanted, int rows) {
        var last = Math.max(1, Math.ceilDiv(rows, ROWS));
        return new Pages(Math.clamp(wanted, 1, last), last);
    }

    /** Index of the first row of the page. */
    public int from() {
        return (page - 1) * ROWS;
    }

    /** How many rows a page holds. */
    public int rows() {
        return ROWS;
    }

    /** The rows of the page. */
    public <T> List<T> cut(List<T> all) {
        return all.subList(Math.min(from(), all.size()), Math.min(all.size(), from() + ROWS));
    }

    public @Nullable Integer previous() {
        return page > 1 ? page - 1 : null;
    }

    public @Nullable Integer next() {
        return page < last ? page + 1 : null;
    }
}
