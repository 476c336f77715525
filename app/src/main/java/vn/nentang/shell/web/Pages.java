package vn.nentang.shell.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in a long list a page stands; pages count from 1.
 *
 * @param rows how many a page holds
 */
public record Pages(int page, int last, int rows) {

    private static final int ROWS = 100;

    /** The wanted page of a list by hundreds, or the nearest there is. */
    public static Pages of(int wanted, int rows) {
        return of(wanted, rows, ROWS);
    }

    /** The wanted page of a list, or the nearest there is. */
    public static Pages of(int wanted, int rows, int each) {
        var last = Math.max(1, Math.ceilDiv(rows, each));
        return new Pages(Math.clamp(wanted, 1, last), last, each);
    }

    /** Index of the first row of the page. */
    public int from() {
        return (page - 1) * rows;
    }

    /** The rows of the page. */
    public <T> List<T> cut(List<T> all) {
        return all.subList(Math.min(from(), all.size()), Math.min(all.size(), from() + rows));
    }

    public @Nullable Integer previous() {
        return page > 1 ? page - 1 : null;
    }

    public @Nullable Integer next() {
        return page < last ? page + 1 : null;
    }
}
