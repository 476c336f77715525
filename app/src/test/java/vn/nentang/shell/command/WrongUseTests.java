package vn.nentang.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WrongUseTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            roster --on 2025-02-30                              ; “2025-02-30” không phải là ngày
            roster --on 2025-02-30                              ; “2025-02-30” is no date
            roster --on 2025-01-01 --known-at yesterday         ; “yesterday” không phải là thời điểm
            roster --on 2025-01-01 --format csv                 ; --format needs --out
            roster --on 2025-01-01 --format doc --out x.doc     ; doc
            run --port 99999                                    ; from 0 to 65535, not 99999
            demo --port -5                                      ; from 0 to 65535, not -5
            rule                                                ; Thiếu lệnh con
            ledger withdraw nothing --because slip              ; An entry is named so
            generate --members 10 --out nowhere                 ; From 50 to
            generate --members 999                              ; From 1
            import roster no-such-file.xlsx --on 2025-12-31     ; Không có tệp này
            """)
    void wrong_use_is_told_with_what_was_given_and_what_is_allowed(String line, String told) {
        var err = new StringWriter();

        var exit = RootCommand.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute(line.strip().split(" ", -1));

        assertThat(exit).isEqualTo(Exit.WRONG_USE);
        assertThat(err.toString()).contains(told);
    }
}
