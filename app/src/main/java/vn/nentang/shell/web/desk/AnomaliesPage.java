package vn.nentang.shell.web.desk;

import java.util.List;
import vn.nentang.shell.web.Page;

/** What is recorded and contradicts. */
public record AnomaliesPage(List<Row> rows) implements Page {

    public AnomaliesPage {
        rows = List.copyOf(rows);
    }

    /**
     * One contradiction.
     *
     * @param name of the person or organisation
     * @param path of the line in its history
     */
    public record Row(String name, String path, String sentence) {}

    @Override
    public String template() {
        return "anomalies";
    }
}
