package vn.nentang.shell.web.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.nentang.membership.RosterImports.Imported;
import vn.nentang.shell.web.Page;

/** Rosters that were taken over within reach, and files of this account that wait. */
public record ImportsPage(List<Waiting> waiting, List<Row> imported) implements Page {

    static final int MOST = 200;

    /** Whether there may be more than are shown. */
    public boolean isCut() {
        return imported.size() == MOST;
    }

    public ImportsPage {
        waiting = List.copyOf(waiting);
        imported = List.copyOf(imported);
    }

    public record Waiting(UUID id, String fileName, String underName, LocalDate asOf) {}

    public record Row(Imported list, String underName) {}

    @Override
    public String template() {
        return "intake/imports";
    }
}
