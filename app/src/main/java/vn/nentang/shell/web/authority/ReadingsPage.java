package vn.nentang.shell.web.authority;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Reading;
import vn.nentang.access.Readings;
import vn.nentang.kernel.PersonId;
import vn.nentang.shell.web.Page;

/**
 * Who read which file, latest first.
 *
 * @param person whose file, where it is about one; null for all within reach
 */
public record ReadingsPage(@Nullable PersonId person, String name, List<Row> rows) implements Page {

    public ReadingsPage {
        rows = List.copyOf(rows);
    }

    /**
     * One reading in words.
     *
     * @param post and organisation through which it was allowed; empty where none was needed
     */
    public record Row(Reading reading, String person, String reader, String post, String what) {}

    /** Whether there may be more than are shown. */
    public boolean isCut() {
        return rows.size() >= Readings.SHOWN_MAX;
    }

    @Override
    public String template() {
        return "authority/readings";
    }
}
