package vn.nentang.shell.web.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.RosterImports.Imported;
import vn.nentang.shell.web.Page;

/** One roster: while it waits, with everything that is wrong in it; or taken over. */
public sealed interface ImportPage extends Page {

    @Override
    default String template() {
        return switch (this) {
            case Waits _ -> "intake/waits";
            case Refused _ -> "intake/refused";
            case Done _ -> "intake/done";
        };
    }

    /**
     * A checked file.
     *
     * @param boxes titles of the boxes of the member's form that further columns fill
     * @param refusals why recording was refused; empty before it was tried
     * @param problems of this page, errors and notes in the order of the rows
     */
    record Waits(
            UUID id,
            String fileName,
            String underName,
            LocalDate asOf,
            Instant until,
            int rows,
            int good,
            int notes,
            List<String> boxes,
            List<Refusal> refusals,
            List<Problem> problems,
            int page,
            int pages)
            implements ImportPage {

        public Waits {
            boxes = List.copyOf(boxes);
            refusals = List.copyOf(refusals);
            problems = List.copyOf(problems);
        }

        public boolean isReady() {
            return good == rows;
        }
    }

    /** One thing in one cell. */
    record Problem(
            @Nullable String sheet,
            int row,
            String fullName,
            @Nullable String column,
            String given,
            String why,
            boolean isError) {}

    /** A file of which nothing can be taken. */
    record Refused(UUID id, String fileName, String why) implements ImportPage {}

    /** A list that was taken over, perhaps taken back since. */
    record Done(Imported list, String underName, List<Refusal> refusals) implements ImportPage {
        public Done {
            refusals = List.copyOf(refusals);
        }
    }
}
