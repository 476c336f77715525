package vn.nentang.shell.web.review;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.nentang.shell.web.SentFile;
import vn.nentang.shell.web.WaitingFiles;

/** Review workbooks that were checked and wait for the decisions. */
@Component
@ConditionalOnWebApplication
final class WaitingWorkbooks extends WaitingFiles<WaitingWorkbooks.Workbook> {

    WaitingWorkbooks(Clock clock) {
        super(clock);
    }

    /** One workbook, and the year it reviews. */
    record Workbook(UUID id, UUID sender, SentFile file, int year, Instant until) implements Waiting {}
}
