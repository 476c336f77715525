package vn.nentang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OneTimeCodeTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest // RFC 6238, appendix B: the last six digits of its eight
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long seconds, String code) {
        assertThat(OneTimeCode.at(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true", "60, true", "89, true", "119, true", "120, false"})
    void a_code_is_taken_in_its_own_step_and_the_ones_beside_it(long seconds, boolean taken) {
        var code = OneTimeCode.at(SECRET, Instant.ofEpochSecond(3_000_060));

        var step = OneTimeCode.step(SECRET, code, Instant.ofEpochSecond(3_000_000 + seconds));

        assertThat(step.isPresent()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "-12345", "１２３４５６", "12 34 5"})
    void what_is_no_code_is_never_right(String typed) {
        assertThat(OneTimeCode.step(SECRET, typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void spaces_in_a_code_do_not_matter() {
        assertThat(OneTimeCode.step(SECRET, " 287 082 ", Instant.ofEpochSecond(59)))
                .hasValue(1);
    }

    @ParameterizedTest // RFC 4648, section 10: lengths that need no filling
    @CsvSource({"fooba, MZXW6YTB", "12345678901234567890, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"})
    void a_secret_in_letters_is_that_of_the_standard(String bytes, String letters) {
        assertThat(OneTimeCode.inLetters(bytes.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(letters);
    }

    @Test
    void every_secret_is_another() {
        assertThat(OneTimeCode.secret()).hasSize(20).isNotEqualTo(OneTimeCode.secret());
    }
}
