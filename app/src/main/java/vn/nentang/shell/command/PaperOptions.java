package vn.nentang.shell.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nentang.kernel.Paper;

/** The paper behind an act; any part may be unknown. */
final class PaperOptions {

    @Option(names = "--paper-number", paramLabel = "NO", description = "Số văn bản. / Number of the paper.")
    private @Nullable String number;

    @Option(names = "--paper-date", paramLabel = "DATE", description = "Ngày văn bản. / Day of the paper.")
    private @Nullable LocalDate date;

    @Option(names = "--issuer", paramLabel = "BODY", description = "Cơ quan ban hành. / Who issued it.")
    private @Nullable String issuer;

    @Option(names = "--signer", paramLabel = "NAME", description = "Người ký. / Who signed it.")
    private @Nullable String signer;

    Paper paper() {
        return new Paper(number, date, issuer, signer);
    }
}
