package vn.nentang.review.years;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;
import static vn.nentang.simulation.Acts.refusals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.TestLedger;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.Classification;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.ReviewEvent.MemberClassified;
import vn.nentang.review.ReviewEvent.OrganizationClassified;
import vn.nentang.review.ReviewEvent.Outcome;
import vn.nentang.review.ReviewEvent.UnitTitleRecorded;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

final class SeveralYearsTests {

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final OrganizationId body = acts.found("Đảng bộ xã Mẫu", "grassroots-body", null, "2010-01-01");
    private final OrganizationId cell = acts.found("Chi bộ bản Mẫu", "cell", body, "2010-01-01");
    private final Streaks streaks = new Streaks(world.organizations, World.RULEBOOK, world.base.sql);
    private final Consequences consequences = new Consequences(World.RULEBOOK, streaks, world.base.sql);
    private final UnitTitles titles = new UnitTitles(world.reviewDesk, World.RULEBOOK, world.base.sql);
    private final ReviewResults results = new ReviewResults(world.base.sql, new ReviewYears(World.RULEBOOK));
    private final WhatIf whatIf = new WhatIf(results, world.base.ledger, World.RULEBOOK);

    @AfterEach
    void close() {
        world.close();
    }

    private static Outcome outcome(int year, String level, JudgedFact... facts) {
        return new Outcome(regime(year), level, null, level, null, List.of(facts));
    }

    private static String regime(int year) {
        return World.RULEBOOK.findRegime(day(year + "-12-31")).map(RegimeOn::id).orElseThrow();
    }

    private void decide(ReviewEvent event) {
        recorded(world.reviewDesk.recordAll(
                TestLedger.command(event), List.of(new Decided(event, day(event.year() + "-12-20"), Acts.PAPER))));
    }

    private void organization(OrganizationId id, int first, String... levels) {
        IntStream.range(0, levels.length)
                .forEach(i -> decide(new OrganizationClassified(id, first + i, outcome(first + i, levels[i]))));
    }

    private void member(PersonId person, int first, String... levels) {
        IntStream.range(0, levels.length)
                .forEach(i -> decide(
                        new MemberClassified(person, first + i, cell, "non-leader", outcome(first + i, levels[i]))));
    }

    private Streaks.Line line(OrganizationId id, int year) {
        return streaks.of(body, year).lines().stream()
                .filter(one -> one.organization().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test // 06-HD/TW 2025-06-09, mục 19; 132-QĐ/TW, 124-QĐ/TW, 366-QĐ/TW
    void years_in_a_row_are_counted_across_regimes_from_the_decisions_that_stand() {
        organization(cell, 2021, "HTT", "HTXS", "HTXS", "HTXS", "HTXS");

        assertThat(line(cell, 2025).good().length()).isEqualTo(5);
        assertThat(line(cell, 2025).top().length()).isEqualTo(4);
        assertThat(line(cell, 2025).top().since()).isEqualTo(2022);
        assertThat(line(cell, 2023).good().length()).isEqualTo(3);
        assertThat(streaks.of(body, 2025).notes()).extracting(Changes.Note::to).containsExactly("QD124", "QD366");
    }

    @Test
    void who_takes_over_another_begins_anew_and_is_told_what_the_other_had() {
        organization(cell, 2021, "HTT", "HTXS", "HTXS");
        var heir = acts.found("Chi bộ Mẫu mới", "cell", body, "2024-02-01");
        acts.act(new OrganizationEvent.Ended(cell, "Sáp nhập", List.of(heir)), "2024-02-01");
        organization(heir, 2024, "HTXS", "HTT");

        var line = line(heir, 2025);
        assertThat(line.good()).isEqualTo(new Streak(2, 2024, new Streak.End(Streak.Why.FOUNDED, 2023, null)));
        assertThat(line.predecessors()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Chi bộ bản Mẫu");
            assertThat(one.endedOn()).isEqualTo(day("2024-02-01"));
            assertThat(one.good().length()).isEqualTo(3);
            assertThat(one.top().length()).isEqualTo(2);
        });
    }

    @Test // 24-QĐ/TW 2021-07-30
    void who_did_not_complete_two_years_in_a_row_is_listed_for_screening() {
        var twice = acts.member("Lò Văn A", cell, "2010-01-01");
        var once = acts.member("Lò Văn B", cell, "2010-01-01");
        var recovered = acts.member("Lò Văn C", cell, "2010-01-01");
        member(twice, 2024, "KHT", "KHT");
        member(once, 2024, "HTT", "KHT");
        member(recovered, 2023, "KHT", "KHT", "HTN");

        var table = consequences.of(body, List.of(cell), 2025);

        assertThat(table.screened()).singleElement().satisfies(one -> {
            assertThat(one.member().person()).isEqualTo(twice);
            assertThat(one.failed().length()).isEqualTo(2);
        });
        assertThat(table.screening())
                .isNotNull()
                .satisfies(rule -> assertThat(rule.needsCaution()).isTrue());
        assertThat(consequences.of(body, List.of(cell), 2024).screened())
                .extracting(one -> one.member().person())
                .containsExactly(recovered);
    }

    @Test // 06-HD/TW 2025-06-09, mục 19; 56-HD/VPTW 2015
    void five_years_on_the_top_level_reach_every_reward_with_its_money() {
        var five = acts.member("Lò Văn A", cell, "2010-01-01");
        var four = acts.member("Lò Văn B", cell, "2010-01-01");
        member(five, 2021, "HTXS", "HTXS", "HTXS", "HTXS", "HTXS");
        member(four, 2022, "HTXS", "HTXS", "HTXS", "HTXS");
        organization(cell, 2021, "HTXS", "HTXS", "HTXS", "HTXS", "HTXS");
        organization(body, 2025, "HTXS");

        var table = consequences.of(body, List.of(cell), 2025);

        assertThat(table.members()).hasSize(2);
        assertThat(table.members().getFirst().rewards())
                .extracting(Rewards.Reward::code)
                .containsExactly("member-year", "member-years-upper", "member-years-province");
        assertThat(table.members().getFirst().rewards().stream().map(SeveralYearsTests::dong))
                .containsExactly(new BigDecimal("702000"), new BigDecimal("2340000"), new BigDecimal("3510000"));
        assertThat(table.members().getLast().rewards())
                .extracting(Rewards.Reward::code)
                .containsExactly("member-year");
        assertThat(table.organizations())
                .flatExtracting(SeveralYearsTests::codes)
                .containsExactly("grassroots-year", "cell-year", "cell-years-upper", "cell-years-province");
    }

    private static List<String> codes(Consequences.OrganizationProposal one) {
        return one.rewards().stream().map(Rewards.Reward::code).toList();
    }

    private static @Nullable BigDecimal dong(Rewards.Reward reward) {
        var money = reward.money();
        return money == null ? null : money.dong();
    }

    @Test // 45-HD/BTCTW 2025-11-21, mục 1.3
    void the_record_for_appointments_shows_three_years_and_the_gaps_in_them() {
        var person = acts.member("Lò Văn A", cell, "2010-01-01");
        member(person, 2022, "KHT", "HTT");
        member(person, 2025, "HTXS");

        var last = consequences.lastYears(List.of(cell), 2025, 0, 10);

        assertThat(last.years()).containsExactly(2025, 2024, 2023);
        assertThat(last.lines()).singleElement().satisfies(one -> {
            assertThat(one.results()).extracting(YearResult::year).containsExactly(2025, 2023);
            assertThat(one.in(2024)).isEmpty();
        });
        assertThat(consequences.lastYears(List.of(cell), 2025, 1, 10).lines()).isEmpty();
        assertThat(consequences.members(List.of(cell), 2025)).isEqualTo(Map.of(cell, 1));
    }

    @Test
    void a_target_is_reached_exactly_and_never_by_rounding() {
        for (var i = 0; i < 20; i++) {
            var person = acts.member("Lò Văn " + (char) ('A' + i), cell, "2010-01-01");
            member(person, 2025, i == 0 ? "HTN" : "HTT");
        }
        var reports = new ReviewReports(world.organizations, results, World.RULEBOOK);
        var targets = new Targets(World.RULEBOOK);
        var report = reports.of(body, 2025).orElseThrow();

        assertThat(targets.members(report)).hasValueSatisfying(target -> {
            assertThat(target.share()).isEqualTo(new ReviewReport.Share(19, 20));
            assertThat(target.isReached()).isTrue();
        });
        member(acts.member("Lò Văn Út", cell, "2010-01-01"), 2025, "HTN");
        var later = reports.of(body, 2025).orElseThrow();
        assertThat(targets.members(later))
                .hasValueSatisfying(target -> assertThat(target.isReached()).isFalse());
        assertThat(targets.organizations(later))
                .hasValueSatisfying(target -> assertThat(target.isReached()).isFalse());
    }

    @Test // 79/CT-BQP 2022-07-22
    void the_title_of_a_unit_stands_beside_the_level_and_contradictions_are_told() {
        organization(cell, 2025, "HTXS");
        organization(body, 2025, "KHT");
        title(cell, "not-reached");
        title(body, "exemplary");

        assertThat(titles.find(cell, 2025).orElseThrow().contradiction())
                .isNotNull()
                .satisfies(one -> assertThat(one.code()).isEqualTo("top-without-title"))
                .satisfies(one -> assertThat(one.source().mark().needsCaution()).isTrue());
        assertThat(titles.find(body, 2025).orElseThrow().contradiction())
                .isNotNull()
                .satisfies(one -> assertThat(one.code()).isEqualTo("lowest-with-exemplary"));

        title(cell, "strong");
        assertThat(titles.find(cell, 2025)).hasValueSatisfying(one -> {
            assertThat(one.title()).isEqualTo("strong");
            assertThat(one.contradiction()).isNull();
            assertThat(one.level()).isEqualTo("HTXS");
        });
        assertThat(results.organizations(2025, List.of(cell)).getFirst().level())
                .isEqualTo("HTXS");
    }

    private void title(OrganizationId id, String title) {
        var event = new UnitTitleRecorded(id, 2025, title);
        recorded(titles.record(TestLedger.command(event), event, day("2025-12-22"), Acts.PAPER));
    }

    @Test // 79/CT-BQP 2022-07-22: there was no exemplary unit before
    void a_title_must_be_one_of_its_year_and_rest_on_a_paper() {
        var early = new UnitTitleRecorded(cell, 2021, "exemplary");
        var bare = new UnitTitleRecorded(cell, 2025, "strong");

        assertThat(refusals(titles.record(TestLedger.command("a"), early, day("2021-12-22"), Acts.PAPER)))
                .containsExactly("unit-title-unknown");
        assertThat(refusals(titles.record(TestLedger.command("b"), bare, day("2025-12-22"), Paper.UNKNOWN)))
                .containsExactly("unit-title-without-paper");
        assertThat(titles.of(2021)).extracting(code -> code.code()).containsExactly("strong", "not-reached");
    }

    private static JudgedFact fact(String name, Object value) {
        return new JudgedFact(name, String.valueOf(value));
    }

    @Test // 21-HD/BTCTW 2019-10-18, 124-QĐ/TW Điều 12
    void facts_of_one_regime_are_judged_under_the_next_where_they_mean_the_same() {
        var person = acts.member("Lò Văn A", cell, "2010-01-01");
        var sick = acts.member("Lò Văn B", cell, "2010-01-01");
        decide(new MemberClassified(person, 2022, cell, "non-leader", graded("HTT", "XUAT_SAC", "TOT", 0)));
        decide(new MemberClassified(sick, 2022, cell, "non-leader", graded("HTN", "TOT", "TRUNG_BINH", 4)));

        var tried = whatIf.of(List.of(cell), 2022, "QD124").orElseThrow();

        assertThat(tried.decided()).isEqualTo(Map.of("HTT", 1, "HTN", 1));
        assertThat(tried.tried()).isEqualTo(Map.of("HTXS", 1, "HTT", 1));
        assertThat(tried.missing()).isEmpty();
        assertThat(tried.differing()).hasSize(2);
    }

    private static Outcome graded(String level, String tasks, String other, int sickMonths) {
        return outcome(
                2022,
                level,
                fact("lowestTaskGrade", tasks),
                fact("lowestOtherGrade", other),
                fact("quantifiedProducts", false),
                fact("tasksDonePct", 100),
                fact("sickMonths", sickMonths),
                fact("disciplined", false),
                fact("admittedTooRecently", false));
    }

    @Test // 366-QĐ/TW Điều 11
    void what_the_other_regime_asks_for_and_nobody_recorded_is_named_and_not_guessed() {
        var person = acts.member("Lò Văn A", cell, "2010-01-01");
        var exempt = acts.member("Lò Văn B", cell, "2010-01-01");
        decide(new MemberClassified(
                person,
                2024,
                cell,
                "leader",
                outcome(
                        2024,
                        "HTT",
                        fact("lowestGrade", "TOT"),
                        fact("lowestTaskGrade", "TOT"),
                        fact("disciplined", true))));
        decide(new MemberClassified(
                exempt,
                2024,
                cell,
                "non-leader",
                new Outcome("QD124", null, "exempt", null, null, List.of(fact("exempt", true)))));

        var tried = whatIf.of(List.of(cell), 2024, "QD366").orElseThrow();

        assertThat(tried.tried()).isEqualTo(Map.of("exempt", 1));
        assertThat(tried.differing()).singleElement().satisfies(line -> {
            assertThat(line.other()).isInstanceOf(Classification.Undecided.class);
            assertThat(line.missing()).contains("score", "tasksDonePct", "disciplinedForDuty");
        });
        assertThat(tried.missing()).containsEntry("score", 1);
        assertThat(whatIf.of(List.of(cell), 2024, "TSVM")).isEmpty();
    }
}
