package vn.nentang.shell.web.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.membership.RosterImports.Checked;
import vn.nentang.shell.web.SentFile;
import vn.nentang.shell.web.WaitingFiles;

/** Rosters that were checked and wait to be recorded. */
@Component
@ConditionalOnWebApplication
public final class WaitingRosters extends WaitingFiles<WaitingRosters.Roster> {

    WaitingRosters(Clock clock) {
        super(clock);
    }

    /**
     * One roster.
     *
     * @param id of the list it becomes when it is recorded
     */
    public record Roster(
            UUID id,
            UUID sender,
            SentFile file,
            OrganizationId under,
            LocalDate asOf,
            Paper paper,
            Checked checked,
            Instant until)
            implements Waiting {}
}
