package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.rulebook.Rulebook;

final class CapTests {

    private static final Rulebook RULES = Rulebook.load();

    @ParameterizedTest // 366-QĐ/TW Điều 11 khoản 1 (1.5)
    @CsvSource({
        "0.20, 9, 1", "0.20, 17, 2", "0.20, 23, 3", "0.20, 46, 7", "0.20, 50, 8", "0.20, 51, 8", "0.20, 142, 23",
        "0.25, 9, 1", "0.25, 17, 3", "0.25, 23, 4", "0.25, 46, 9", "0.25, 50, 10", "0.25, 51, 10", "0.25, 142, 28",
        "0.20, 0, 0", "0.20, 5, 0", "0.20, 6, 1", "0.20, 11, 1", "0.20, 12, 2",
    })
    void of_n_similar_subjects_so_many_may_stand_on_the_top_level(BigDecimal share, int n, int allowed) {
        assertThat(Cap.allowed(share, n)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        // exactly a fifth, one more, and both denominators
        "2024-12-31, 20, 100, false, 0.2000, 0.1667, 0",
        "2024-12-31, 21, 100, true, 0.2100, 0.1736, 1",
        "2025-12-31, 36, 157, true, 0.2293, 0.1865, 4",
        "2025-12-31, 9, 37, true, 0.2432, 0.1957, 2",
        "2025-12-31, 3, 0, true,, 1.0000, 3",
        "2025-12-31, 0, 0, false,,, 0",
    })
    void the_top_level_is_measured_against_the_level_below(
            LocalDate date, int top, int base, boolean exceeded, BigDecimal ratio, BigDecimal ofBoth, int excess) {
        var cap = cap(date, top, base);

        assertThat(cap.isExceeded()).isEqualTo(exceeded);
        assertThat(cap.ratio().orElse(null)).isEqualTo(ratio);
        assertThat(cap.ratioOfBoth().orElse(null)).isEqualTo(ofBoth);
        assertThat(cap.excess()).isEqualTo(excess);
    }

    @Test // 366-QĐ/TW Điều 11 khoản 1 (1.5): the raised share is new in 2025
    void the_raised_share_exists_only_from_2025() {
        assertThat(cap(LocalDate.of(2024, 12, 31), 36, 157).isExceededAtRaised())
                .isEmpty();
        assertThat(cap(LocalDate.of(2025, 12, 31), 36, 157).isExceededAtRaised())
                .contains(false);
        assertThat(cap(LocalDate.of(2025, 12, 31), 40, 157).isExceededAtRaised())
                .contains(true);
    }

    private static Cap cap(LocalDate date, int top, int base) {
        var regime = RULES.findRegime(date).orElseThrow();
        return Cap.of(regime.cap("non-leader").orElseThrow(), RULES.on(date), top, base)
                .orElseThrow();
    }
}
