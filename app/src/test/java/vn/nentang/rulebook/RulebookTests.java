package vn.nentang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.kernel.Mark;

final class RulebookTests {

    private static final Rulebook RULES = Rulebook.load();

    @Test
    void the_index_names_every_rule_file() throws IOException {
        var folder = Path.of("src/main/resources/rulebook");
        try (var files = Files.walk(folder)) {
            var found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
            assertThat(Files.readAllLines(folder.resolve("index.txt"))).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @Test // Điều lệ Đảng, Điều 5
    void a_ruling_carries_its_value_and_its_article() {
        var ruling = RULES.on(LocalDate.of(2024, 6, 1)).ruling("probation.length");

        assertThat(ruling.period()).isEqualTo(Period.ofMonths(12));
        assertThat(ruling.source().instrument()).isEqualTo("Điều lệ Đảng 2011");
        assertThat(ruling.source().article()).isEqualTo("Điều 5");
        assertThat(ruling.needsCaution()).isFalse();
    }

    @Test
    void asking_before_the_first_date_is_an_error_with_a_name() {
        assertThatThrownBy(() -> RULES.on(LocalDate.of(1951, 2, 18)).ruling("admission.age-min"))
                .isInstanceOf(NothingInForce.class)
                .hasMessageContaining("admission.age-min")
                .hasMessageContaining("1951-02-18");
        assertThat(RULES.on(LocalDate.of(1951, 2, 19))
                        .ruling("admission.age-min")
                        .wholeNumber())
                .isEqualTo(18);
    }

    @Test // 124-QĐ/TW: no such rule was found
    void a_rule_that_ended_is_not_in_force_any_more() {
        assertThat(RULES.on(LocalDate.of(2023, 10, 3))
                        .ruling("review.exclusion.organization-under")
                        .wholeNumber())
                .isEqualTo(6);
        assertThat(RULES.on(LocalDate.of(2023, 10, 4)).findRuling("review.exclusion.organization-under"))
                .isEmpty();
        assertThatThrownBy(() -> RULES.on(LocalDate.of(2024, 1, 1)).ruling("review.exclusion.organization-under"))
                .isInstanceOf(NothingInForce.class);
    }

    @ParameterizedTest
    @CsvSource({
        // the day before, the day of, the day after each change
        "2018-03-07, 0.15, 20-HD/BTCTW 2008-10-10, DRAFT",
        "2018-03-08, 0.20, 132-QĐ/TW 2018-03-08, DRAFT",
        "2019-10-17, 0.20, 132-QĐ/TW 2018-03-08, DRAFT",
        "2019-10-18, 0.20, 21-HD/BTCTW 2019-10-18, VERIFIED",
        "2023-10-03, 0.20, 21-HD/BTCTW 2019-10-18, VERIFIED",
        "2023-10-04, 0.20, 124-QĐ/TW 2023-10-04, SECONDHAND",
        "2025-08-29, 0.20, 124-QĐ/TW 2023-10-04, SECONDHAND",
        "2025-08-30, 0.20, 366-QĐ/TW 2025-08-30, VERIFIED",
        "2025-08-31, 0.20, 366-QĐ/TW 2025-08-30, VERIFIED",
    })
    void the_cap_of_members_follows_the_regulation_of_the_day(
            LocalDate date, String value, String instrument, Mark mark) {
        var ruling = RULES.on(date).ruling("review.cap.member-limit");

        assertThat(ruling.number()).isEqualByComparingTo(value);
        assertThat(ruling.source().instrument()).isEqualTo(instrument);
        assertThat(ruling.source().mark()).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({
        "2008-10-09,",
        "2008-10-10, TSVM",
        "2018-03-07, TSVM",
        "2018-03-08, QD132",
        "2023-10-03, QD132",
        "2023-10-04, QD124",
        "2025-08-29, QD124",
        "2025-08-30, QD366",
        "2026-11-21, QD366",
    })
    void each_day_has_at_most_one_review_regime(LocalDate date, String regime) {
        assertThat(RULES.findRegime(date).map(on -> on.id()).orElse(null)).isEqualTo(regime);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-12-31, 16-HD/BTCTW 2018-09-24", "2019-10-17, 16-HD/BTCTW 2018-09-24",
                "2019-10-18, 21-HD/BTCTW 2019-10-18",
        "2023-12-31, 25-HD/BTCTW 2023-11-10", "2025-10-31, 43-HD/BTCTW 2025-10-31", "2025-10-30,",
    })
    void the_guidance_of_a_regime_changes_within_its_life(LocalDate date, String guidance) {
        var instrument = RULES.findRegime(date).flatMap(on -> on.guidance()).map(citation -> citation.instrument());

        assertThat(instrument.orElse(null)).isEqualTo(guidance);
    }

    @Test // HD 25 (2023) and HD 43 (2025): the letters A and B changed places
    void a_form_is_known_by_guidance_and_letter() {
        assertThat(formKinds(LocalDate.of(2024, 12, 31), "02A")).containsExactly("non-leader");
        assertThat(formKinds(LocalDate.of(2025, 12, 31), "2A")).containsExactly("leader");
    }

    private static Set<String> formKinds(LocalDate date, String letter) {
        return RULES.findRegime(date).orElseThrow().forms().stream()
                .filter(form -> form.letter().equals(letter))
                .findFirst()
                .map(form -> form.kinds())
                .orElseThrow();
    }

    @Test
    void four_papers_share_the_number_01_hd_tw() {
        var dates = RULES.instruments().stream()
                .filter(instrument -> instrument.number().equals("01-HD/TW"))
                .map(instrument -> instrument.signedOn().toString());

        assertThat(dates).containsExactly("2012-01-05", "2016-09-20", "2021-09-28", "2026-05-19");
    }

    @Test
    void the_chain_of_the_charter_regulations_has_one_link_a_day() {
        var chain = List.of("45-QĐ/TW", "29-QĐ/TW", "24-QĐ/TW", "232-QĐ/TW", "294-QĐ/TW", "20-QĐ/TW", "208-QĐ/TW");
        for (var day = LocalDate.of(2012, 1, 1); day.isBefore(LocalDate.of(2026, 11, 21)); day = day.plusDays(1)) {
            var on = day;
            assertThat(RULES.instruments().stream()
                            .filter(instrument -> chain.contains(instrument.number()) && instrument.holdsOn(on)))
                    .as("on %s", on)
                    .hasSize(1);
        }
    }

    @Test
    void an_unconfirmed_day_says_so() {
        var from = RULES.findInstrument("20-QĐ/TW 2026-04-08").orElseThrow().from();

        assertThat(from).isEqualTo(UncertainDay.parse("2026-04-08?"));
        assertThat(from).hasToString("2026-04-08?");
    }

    @Test // 208-QĐ/TW
    void the_type_of_an_organization_may_be_used_only_on_its_days() {
        var types = RULES.codeList("organization-type");

        assertThat(types.find("district", LocalDate.of(2025, 6, 30))).isPresent();
        assertThat(types.find("district", LocalDate.of(2025, 7, 1))).isEmpty();
        assertThat(types.find("commune", LocalDate.of(2026, 7, 25))
                        .orElseThrow()
                        .with())
                .containsEntry("level", "upper-grassroots");
        assertThat(types.find("commune", LocalDate.of(2026, 7, 26))
                        .orElseThrow()
                        .with())
                .containsEntry("level", "grassroots");
    }

    @Test
    void the_member_form_uses_the_codes_of_1979() {
        var peoples = RULES.codeList("ethnic-group");

        assertThat(peoples.codes()).hasSize(56);
        assertThat(peoples.find("01", LocalDate.of(2025, 1, 1))
                        .orElseThrow()
                        .label()
                        .vi())
                .isEqualTo("Kinh");
        assertThat(peoples.codes().stream()
                        .filter(code -> "true".equals(code.with().get("minority"))))
                .hasSize(53);
    }

    @Test
    void every_field_of_the_member_form_names_a_known_code_list() {
        var named = RULES.codeList("person-fields").codes().stream()
                .flatMap(field -> field.with().entrySet().stream())
                .filter(fact -> fact.getKey().equals("codes"))
                .map(fact -> fact.getValue())
                .toList();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(list -> assertThat(RULES.codeList(list).codes()).isNotEmpty());
    }

    @Test
    void deadlines_of_the_regime_are_days_of_the_year() {
        var on = RULES.findRegime(LocalDate.of(2025, 12, 31)).orElseThrow();

        assertThat(on.regime().deadlines())
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(RULES.on(on.date()).ruling(key).monthDay()).isInstanceOf(MonthDay.class));
    }

    @Test
    void an_unknown_name_is_an_error_with_a_name() {
        assertThatThrownBy(() -> RULES.on(LocalDate.of(2025, 1, 1)).ruling("no.such"))
                .isInstanceOf(UnknownRule.class)
                .hasMessageContaining("no.such");
    }
}
