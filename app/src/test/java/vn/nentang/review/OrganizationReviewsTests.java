package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nentang.review.Reviewing.level;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;
import static vn.nentang.simulation.Acts.refusals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.TestLedger;
import vn.nentang.review.OrganizationReviews.Decision;
import vn.nentang.review.OrganizationReviews.Wanted;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

final class OrganizationReviewsTests {

    private static final Map<String, String> GRADES = Map.of(
            "lowestTaskGrade", "Xuất sắc",
            "lowestOtherGrade", "Tốt",
            "outstandingExample", "có",
            "targetsDonePct", "100 %",
            "partyBuildingGrade", "Tốt");

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final Reviewing reviewing = new Reviewing(world);
    private final OrganizationId body = acts.found("Đảng bộ xã Mẫu", "grassroots-body", null, "2015-01-01");
    private final OrganizationId cell = acts.found("Chi bộ bản Mẫu", "cell", body, "2015-01-01");
    private final OrganizationReviews reviews = new OrganizationReviews(
            world.organizations, reviewing.results(), world.reviewDesk, world.base.ledger, World.RULEBOOK);

    @AfterEach
    void close() {
        world.close();
    }

    /** Ten members of the cell with these levels for the year. */
    private void members(int year, String regime, String... levels) {
        var people = new ArrayList<PersonId>();
        for (var i = 0; i < levels.length; i++) {
            people.add(acts.member("Lò Văn " + (char) ('A' + i), cell, "2016-01-01"));
        }
        for (var i = 0; i < levels.length; i++) {
            recorded(reviewing.member(people.get(i), year, cell, null, level(regime, levels[i])));
        }
    }

    private String allowed(int year, Map<String, String> facts) {
        var subject = reviews.find(cell, year).orElseThrow();
        return OrganizationReviews.judge(subject, facts).computed().orElse("");
    }

    @Test // 21-HD/BTCTW 2019-10-18, phần II.B mục 1.3: 80 % of the members good or better, none not completed
    void the_shares_of_a_cell_come_from_the_results_of_its_members() {
        members(2022, "QD132", "HTXS", "HTT", "HTT", "HTT", "HTN");
        assertThat(reviews.find(cell, 2022).orElseThrow().computed())
                .isEqualTo(Map.of("belowAssessed", "5", "belowHtnUp", "5", "belowHttUp", "4", "belowKht", "0"));
        assertThat(allowed(2022, GRADES)).isEqualTo("HTXS");
    }

    @Test // 21-HD/BTCTW 2019-10-18, phần II.B mục 1.3
    void one_member_more_below_good_costs_the_top_level() {
        members(2022, "QD132", "HTXS", "HTT", "HTT", "HTN", "HTN");
        assertThat(allowed(2022, GRADES)).isEqualTo("HTT");
    }

    @Test // 21-HD/BTCTW 2019-10-18, phần II.B mục 1.3: more than 20 % not completed
    void a_cell_with_too_many_members_not_completed_did_not_complete() {
        members(2022, "QD132", "HTT", "HTT", "KHT", "KHT", "HTN");
        assertThat(allowed(2022, GRADES)).isEqualTo("KHT");
    }

    @Test // 21-HD/BTCTW 2019-10-18, phần II.B mục 1.3
    void the_shares_of_a_body_come_from_the_organisations_below() {
        recorded(reviewing.organization(cell, 2022, level("QD132", "HTT")));
        var second = acts.found("Chi bộ bản Hai", "cell", body, "2016-01-01");

        var subject = reviews.find(body, 2022).orElseThrow();
        assertThat(subject.computed()).containsEntry("belowAssessed", "1").containsEntry("belowHttUp", "1");
        assertThat(subject.below().undecided()).isEqualTo(1);
        assertThat(reviews.below(body, 2022))
                .extracting(one -> one.organization().id())
                .containsExactlyInAnyOrder(cell, second);
    }

    @Test // 21-HD/BTCTW 2019-10-18, phần II.6: six months
    void an_organisation_founded_too_recently_is_not_classified() {
        var late = acts.found("Chi bộ mới", "cell", body, "2022-07-01");
        var sooner = acts.found("Chi bộ khác", "cell", body, "2022-06-30");
        assertThat(reviews.find(late, 2022).orElseThrow().computed()).containsEntry("newOrganization", "true");
        assertThat(reviews.find(sooner, 2022).orElseThrow().computed()).doesNotContainKey("newOrganization");
        assertThat(reviews.find(late, 2021)).isEmpty();
    }

    private static Wanted wanted(Map<String, String> facts, String outcome, @Nullable String because, Paper paper) {
        return new Wanted(facts, outcome, because, day("2025-12-25"), paper);
    }

    private static Map<String, String> facts(String... more) {
        var facts = new HashMap<>(Map.of(
                "scoreG1",
                "28",
                "scoreG2",
                "63,5",
                "tasksDonePct",
                "100",
                "tasksOnTimePct",
                "100 %",
                "qualityOk",
                "x"));
        facts.put("tasksExceedingPct", "30");
        for (var i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return facts;
    }

    @Test // 366-QĐ/TW 2025-08-30, Điều 10, Điều 11 khoản 1 (1.1)
    void the_total_is_the_sum_of_the_parts_and_no_part_is_above_its_maximum() {
        assertThat(allowed(2025, facts())).isEqualTo("HTXS");
        assertThat(allowed(2025, facts("tasksExceedingPct", "29,9"))).isEmpty();
        assertThat(allowed(2025, facts("scoreG1", "30", "scoreG2", "59,9"))).isEqualTo("HTT");
        var subject = reviews.find(cell, 2025).orElseThrow();
        assertThat(OrganizationReviews.judge(subject, facts("scoreG1", "30,5")).unreadable())
                .containsExactly("scoreG1");
    }

    @Test // 366-QĐ/TW 2025-08-30, Điều 11: the competent level decides with reasons and answers for it
    void another_level_than_the_facts_allow_needs_a_reason_and_a_paper() {
        var subject = reviews.find(cell, 2025).orElseThrow();
        var size = world.base.ledger.size();

        assertThat(refusals(reviews.record(TestLedger.command("a"), subject, wanted(facts(), "HTT", null, Acts.PAPER))))
                .containsExactly("organization-decided-without-reason");
        assertThat(refusals(reviews.record(
                        TestLedger.command("b"), subject, wanted(facts(), "HTT", "giữ tỷ lệ", Paper.UNKNOWN))))
                .containsExactly("level-differs-without-paper");
        assertThat(refusals(reviews.record(
                        TestLedger.command("c"),
                        subject,
                        wanted(facts("tasksExceedingPct", "nhiều"), "HTT", null, Acts.PAPER))))
                .containsExactly("fact-unreadable");
        assertThat(world.base.ledger.size()).isEqualTo(size);

        recorded(reviews.record(TestLedger.command("d"), subject, wanted(facts(), "HTT", "giữ tỷ lệ", Acts.PAPER)));
        var standing = reviews.find(cell, 2025).orElseThrow();
        assertThat(standing.decided())
                .returns("HTT", d -> d == null ? null : d.level())
                .returns("HTXS", d -> d == null ? null : d.allowed());
        assertThat(standing.entered()).containsEntry("score", "91.5").containsEntry("qualityOk", "true");
    }

    @Test
    void all_organisations_of_a_list_are_recorded_or_none() {
        var other = acts.found("Chi bộ bản Hai", "cell", body, "2016-01-01");
        var size = world.base.ledger.size();
        var good = new Decision(reviews.find(cell, 2025).orElseThrow(), wanted(facts(), "HTXS", null, Acts.PAPER));
        var bad = new Decision(reviews.find(other, 2025).orElseThrow(), wanted(facts(), "HTN", null, Acts.PAPER));

        assertThat(refusals(reviews.recordAll(TestLedger.command("all"), List.of(good, bad))))
                .containsExactly("organization-decided-without-reason");
        assertThat(world.base.ledger.size()).isEqualTo(size);
        var command = TestLedger.command("good");
        recorded(reviews.recordAll(command, List.of(good)));
        recorded(reviews.recordAll(command, List.of(good)));
        assertThat(world.base.ledger.size()).isEqualTo(size + 1);
        assertThat(refusals(reviews.recordAll(command, List.of(bad)))).containsExactly("command-id-reused");
    }
}
