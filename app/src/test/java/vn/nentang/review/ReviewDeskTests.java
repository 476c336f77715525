package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nentang.review.Reviewing.differs;
import static vn.nentang.review.Reviewing.level;
import static vn.nentang.review.Reviewing.notClassified;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;
import static vn.nentang.simulation.Acts.refusals;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.TestLedger;
import vn.nentang.review.ReviewEvent.CapRaised;
import vn.nentang.review.ReviewEvent.Count;
import vn.nentang.review.ReviewEvent.MemberClassified;
import vn.nentang.review.ReviewEvent.OrganizationClassified;
import vn.nentang.review.ReviewEvent.Outcome;
import vn.nentang.review.ReviewEvent.SummaryRecorded;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

final class ReviewDeskTests {

    private static final Rulebook RULES = Rulebook.load();
    private static final ReviewYears YEARS = new ReviewYears(RULES);
    private static final PersonId WHO = new PersonId(new UUID(0, 1));
    private static final OrganizationId CELL = new OrganizationId(new UUID(0, 2));
    private static final Paper PAPER = Acts.PAPER;

    /** One row: what is decided, by which paper, whether a decision stands already, and the codes of the refusals. */
    record Asked(ReviewEvent event, Paper paper, boolean decidedBefore, List<String> refused) {

        static Asked of(ReviewEvent event, Paper paper, String... refused) {
            return new Asked(event, paper, false, List.of(refused));
        }

        static Asked again(ReviewEvent event, String... refused) {
            return new Asked(event, PAPER, true, List.of(refused));
        }

        @Override
        public String toString() {
            return "%s %s: %s".formatted(event, decidedBefore ? "again" : "", refused);
        }
    }

    private static MemberClassified member(int year, Outcome outcome) {
        return new MemberClassified(WHO, year, CELL, "non-leader", outcome);
    }

    /** Each next row mends one defect of the row before. */
    static Stream<Asked> members() {
        return Stream.of(
                Asked.of(member(2024, differs("no-such-level", null)), Paper.UNKNOWN, "regime-not-in-force"),
                Asked.of(
                        member(2025, differs("no-such-level", null)),
                        Paper.UNKNOWN,
                        "level-unknown",
                        "level-differs-without-reason",
                        "level-differs-without-paper"),
                Asked.of(
                        member(2025, differs("HTXS", null)),
                        Paper.UNKNOWN,
                        "level-differs-without-reason",
                        "level-differs-without-paper"),
                Asked.of(
                        member(2025, differs("HTXS", " ")),
                        Paper.UNKNOWN,
                        "reason-length",
                        "level-differs-without-paper"),
                Asked.of(
                        member(2025, differs("HTXS", "x".repeat(4_001))),
                        Paper.UNKNOWN,
                        "reason-length",
                        "level-differs-without-paper"),
                Asked.of(
                        member(2025, differs("HTXS", "x".repeat(4_000))), Paper.UNKNOWN, "level-differs-without-paper"),
                Asked.of(member(2025, differs("HTXS", "Thành tích đột xuất")), PAPER),
                Asked.of(member(2025, level("QD366", "HTXS")), Paper.UNKNOWN),
                Asked.again(member(2025, level("QD366", "HTXS")), "decided-again-without-reason"),
                Asked.again(member(2025, differs("HTT", "Xét lại sau khiếu nại"))),
                Asked.of(member(2025, notClassified("QD366", "bored")), PAPER, "not-classified-reason-unknown"),
                Asked.of(member(2025, notClassified("QD366", "exempt")), PAPER));
    }

    static Stream<Asked> organizations() {
        return Stream.of(
                Asked.of(organization(2022, level("QD124", "HTT")), PAPER, "regime-not-in-force"),
                Asked.of(organization(2022, level("QD132", "TSVM")), PAPER, "level-unknown"),
                Asked.of(organization(2022, level("QD132", "HTT")), PAPER),
                Asked.of(
                        organization(2025, new Outcome("QD366", "KHT", null, "HTN", null, List.of())),
                        PAPER,
                        "level-differs-without-reason"));
    }

    private static OrganizationClassified organization(int year, Outcome outcome) {
        return new OrganizationClassified(CELL, year, outcome);
    }

    static Stream<Asked> caps() {
        return Stream.of(
                Asked.of(raised(2024, "0.25"), Paper.UNKNOWN, "cap-cannot-be-raised", "cap-raised-without-paper"),
                Asked.of(
                        new ReviewEvent.CapMeasuredOfBoth(CELL, 2025, "Hướng dẫn của tỉnh"),
                        Paper.UNKNOWN,
                        "cap-measured-without-paper"),
                Asked.of(raised(2025, "0.26"), Paper.UNKNOWN, "cap-above-raised-limit", "cap-raised-without-paper"),
                Asked.of(raised(2025, "0"), PAPER, "cap-above-raised-limit"),
                Asked.of(raised(2025, "0.25"), Paper.UNKNOWN, "cap-raised-without-paper"),
                Asked.of(raised(2025, "0.25"), PAPER));
    }

    private static CapRaised raised(int year, String limit) {
        return new CapRaised(CELL, year, new BigDecimal(limit), "Kết quả nổi trội");
    }

    static Stream<Asked> summaries() {
        return Stream.of(
                Asked.of(summary("QD132", 121, 121), PAPER, "regime-not-in-force", "summary-does-not-add-up"),
                Asked.of(summary("TSVM", 121, 1), PAPER, "summary-does-not-add-up"),
                Asked.of(summary("TSVM", 120, 121), PAPER, "summary-does-not-add-up"),
                Asked.of(summary("TSVM", 120, -1), PAPER, "summary-does-not-add-up"),
                Asked.of(summary("TSVM", 120, 120), PAPER));
    }

    private static SummaryRecorded summary(String regime, int assessed, int number) {
        return new SummaryRecorded(
                CELL, 2016, "members", regime, 120, assessed, List.of(new Count("HTXS", number)), null);
    }

    @ParameterizedTest
    @MethodSource({"members", "organizations", "caps", "summaries"})
    // 366-QĐ/TW 2025-08-30 Điều 11 khoản 1 (1.5), Điều 12; our own rules in docs/reference/refusals.md
    void a_decision_is_refused_for_all_its_reasons_most_serious_first(Asked asked) {
        var rules = RULES.on(YEARS.lastDayOf(asked.event().year()));

        assertThat(ReviewRules.against(asked.event(), asked.paper(), rules, asked.decidedBefore()))
                .extracting(Refusal::code)
                .containsExactlyElementsOf(asked.refused());
    }

    /** The regime of the year's last day counts, on both sides of each change. */
    @ParameterizedTest
    @CsvSource({"2017, TSVM", "2018, QD132", "2022, QD132", "2023, QD124", "2024, QD124", "2025, QD366", "2026, QD366"})
    void a_year_is_judged_by_the_regime_of_its_last_day(int year, String regime) {
        assertThat(RULES.on(YEARS.lastDayOf(year)).findRegime().orElseThrow().id())
                .isEqualTo(regime);
    }

    @Test
    void an_outcome_is_a_level_or_a_reason_never_both_or_none() {
        assertThatThrownBy(() -> new Outcome("QD366", "HTT", "exempt", null, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Outcome("QD366", null, null, null, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_later_decision_needs_a_reason_and_replaces_the_earlier_one() {
        try (var world = new World()) {
            var acts = new Acts(world);
            var reviewing = new Reviewing(world);
            var cell = acts.found("Chi bộ 1", "cell", null, "2020-01-01");
            var who = acts.member("Lò Văn An", cell, "2020-01-01");
            recorded(reviewing.member(who, 2025, cell, "non-leader", level("QD366", "HTXS")));

            assertThat(refusals(reviewing.member(who, 2025, cell, "non-leader", level("QD366", "HTT"))))
                    .containsExactly("decided-again-without-reason");
            recorded(reviewing.member(who, 2025, cell, "non-leader", differs("HTN", "Có đơn tố cáo đúng")));
            recorded(reviewing.member(who, 2024, cell, null, level("QD124", "HTT")));

            assertThat(reviewing.results().members(2025, List.of(cell)))
                    .extracting(ReviewResults.MemberResult::level, ReviewResults.MemberResult::because)
                    .containsExactly(tuple("HTN", "Có đơn tố cáo đúng"));
            assertThat(reviewing.results().years()).containsExactly(2025, 2024);
        }
    }

    @Test
    void a_list_of_decisions_is_recorded_whole_or_not_at_all_and_names_nobody_twice() {
        try (var world = new World()) {
            var acts = new Acts(world);
            var cell = acts.found("Chi bộ 1", "cell", null, "2020-01-01");
            var who = acts.member("Lò Văn An", cell, "2020-01-01");
            var event = new MemberClassified(who, 2025, cell, null, level("QD366", "HTT"));
            var decided = new Decided(event, day("2025-12-20"), PAPER);
            var size = world.base.ledger.size();

            assertThat(refusals(world.reviewDesk.recordAll(TestLedger.command("x"), List.of(decided, decided))))
                    .containsExactly("decided-again-without-reason");
            assertThat(world.base.ledger.size()).isEqualTo(size);
        }
    }
}
