package vn.nentang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.kernel.Mark;

final class RuleViewTests {

    private static final Rulebook RULES = Rulebook.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test // 366-QĐ/TW Điều 11 khoản 1 (1.5)
    void a_parameter_shows_what_it_replaced_and_what_rests_on_it() {
        var view = RULES.on(TODAY).view("review.cap.member-limit");

        assertThat(view.value()).isEqualTo("0.20");
        assertThat(view.since()).isEqualTo("2025-08-30");
        assertThat(view.source().instrument()).isEqualTo("366-QĐ/TW 2025-08-30");
        assertThat(view.source().mark()).isEqualTo(Mark.VERIFIED);
        assertThat(view.replaced()).isNotNull().satisfies(before -> {
            assertThat(before.source().instrument()).isEqualTo("124-QĐ/TW 2023-10-04");
            assertThat(before.until()).isEqualTo("2025-08-30");
        });
        assertThat(view.history()).hasSize(5);
        assertThat(view.usedBy())
                .extracting(Parameter.Use::rule)
                .contains("review.cap", "QD366", "QD124", "QD132", "TSVM");
    }

    @Test
    void a_draft_rule_asks_for_caution() {
        assertThat(RULES.on(LocalDate.of(2015, 12, 31))
                        .view("review.cap.member-limit")
                        .caution())
                .isTrue();
        assertThat(RULES.on(TODAY).view("review.cap.member-limit").caution()).isFalse();
    }

    @Test // 366-QĐ/TW Điều 11 khoản 2
    void a_condition_of_a_regime_is_a_rule_like_any_other() {
        var view = RULES.on(TODAY).view("QD366.htt.score");

        assertThat(view.kind()).isEqualTo(RuleView.Kind.CONDITION);
        assertThat(view.value()).isEqualTo("score >= 70 && score < 90");
        assertThat(view.source().article()).isEqualTo("Điều 11 khoản 2");
        assertThatThrownBy(() -> RULES.on(LocalDate.of(2024, 1, 1)).view("QD366.htt.score"))
                .isInstanceOf(NothingInForce.class);
    }

    @Test
    void an_instrument_shows_what_rests_on_it() {
        var view = RULES.on(TODAY).view("43-HD/BTCTW 2025-10-31");

        assertThat(view.usedBy()).extracting(Parameter.Use::rule).contains("QD366", "review.deadline.finish");
        assertThat(view.source().issuer()).isEqualTo("Ban Tổ chức Trung ương");
    }

    @Test
    void every_parameter_and_instrument_can_be_shown() {
        assertThat(RULES.instruments())
                .allSatisfy(one -> assertThat(RULES.on(TODAY).view(one.key())).isNotNull());
        assertThat(RULES.parameters()).allSatisfy(one -> {
            var first = one.values().byStart().firstKey();
            assertThat(RULES.on(first).view(one.key()).since()).isEqualTo(first);
        });
    }

    @Test
    void a_view_is_plain_json() {
        var json = JsonMapper.shared().valueToTree(RULES.on(TODAY).view("probation.length"));

        assertThat(json.path("value").asString()).isEqualTo("12");
        assertThat(json.path("since").asString()).isEqualTo("2011-01-19");
        assertThat(json.path("source").path("article").asString()).isEqualTo("Điều 5");
    }
}
