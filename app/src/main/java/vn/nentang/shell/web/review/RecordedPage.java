package vn.nentang.shell.web.review;

import java.time.LocalDate;
import vn.nentang.kernel.Paper;
import vn.nentang.shell.web.Page;

/** What became of a recording: how many decisions of which year, by which paper. */
public record RecordedPage(int year, int decisions, LocalDate on, Paper paper) implements Page {

    @Override
    public String template() {
        return "review/recorded";
    }
}
