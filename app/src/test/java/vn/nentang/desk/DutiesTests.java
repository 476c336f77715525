package vn.nentang.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.committee.Strengthening;
import vn.nentang.membership.People;
import vn.nentang.simulation.World;

final class DutiesTests {

    private final World world = new World();
    private final Duties duties = new Duties(
            World.RULEBOOK,
            new People(world.base.sql, world.base.ledger),
            new Strengthening(world.committees, world.rosters, World.RULEBOOK));

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest // 43-HD/BTCTW 2025-10-31 mục 4: finished before 31 December
    @CsvSource({"2026-09-30, false", "2026-10-01, true", "2026-12-31, true", "2027-01-01, false"})
    void the_review_of_a_year_stands_on_the_desk_in_the_quarter_of_its_deadline(LocalDate on, boolean shown) {
        assertThat(duties.reviewDue(on).isPresent()).isEqualTo(shown);
    }

    @Test // 43-HD/BTCTW 2025-10-31 mục 4
    void the_duty_names_the_year_and_the_day() {
        assertThat(duties.reviewDue(LocalDate.of(2026, 11, 22)))
                .contains(new Duties.ReviewDue(2026, LocalDate.of(2026, 12, 31)));
    }

    @Test
    void before_the_first_rule_there_is_no_deadline() {
        assertThat(duties.reviewDue(LocalDate.of(2010, 12, 1))).isEmpty();
    }
}
