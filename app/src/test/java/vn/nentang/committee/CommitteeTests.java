package vn.nentang.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nentang.simulation.Acts.PAPER;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;
import static vn.nentang.simulation.Acts.refusals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nentang.access.HeldPost;
import vn.nentang.committee.CommitteeEvent.ChargeGiven;
import vn.nentang.committee.CommitteeEvent.PostLeft;
import vn.nentang.committee.CommitteeEvent.PostTaken;
import vn.nentang.committee.CommitteeEvent.Seats;
import vn.nentang.committee.CommitteeEvent.TermExtended;
import vn.nentang.committee.CommitteeEvent.TermOpened;
import vn.nentang.committee.CommitteeEvent.WorkingRulesAdopted;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;
import vn.nentang.store.Reach;

final class CommitteeTests {

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final OrganizationId body = acts.found("Đảng bộ xã Huổi Lếch", "grassroots-body", null, "2015-01-01");
    private final OrganizationId cell = acts.found("Chi bộ bản Nậm Mỳ", "cell", body, "2015-01-01");
    private final PersonId lo = acts.member("Lò Thị Mai", cell, "2016-01-01");
    private final PersonId vi = acts.member("Vì Văn Pâng", cell, "2016-01-01");

    @AfterEach
    void close() {
        world.close();
    }

    private EntryRef open(OrganizationId organization, String on, String ends) {
        return acts.act(new TermOpened(organization, "2020–2025", day(ends), Seats.NOT_FIXED, "congress"), on);
    }

    private EntryRef take(PersonId person, String post, String on) {
        return acts.act(new PostTaken(cell, person, post, "elected", null), on);
    }

    private Committee read(String on) {
        return Objects.requireNonNull(
                world.committees.of(List.of(cell), day(on)).get(cell));
    }

    private List<String> held(PersonId person, String on) {
        return world.postsHeld.of(person, day(on)).stream().map(HeldPost::post).toList();
    }

    @Test // Điều lệ Đảng, Điều 13: a committee works from its election to the next congress
    void elective_posts_end_when_the_next_term_opens_and_the_others_stay() {
        open(cell, "2020-05-10", "2022-11-10");
        take(lo, "secretary", "2020-05-10");
        take(vi, "committee-member", "2020-05-10");
        acts.act(new PostTaken(cell, vi, "account-administrator", "assigned", null), "2021-01-01");
        open(cell, "2022-11-05", "2025-05-05");
        take(lo, "secretary", "2022-11-05");

        assertThat(held(lo, "2020-05-09")).isEmpty();
        assertThat(held(lo, "2022-11-04")).containsExactly("secretary");
        assertThat(held(lo, "2022-11-05")).containsExactly("secretary");
        assertThat(held(vi, "2022-11-04")).containsExactly("account-administrator", "committee-member");
        assertThat(held(vi, "2022-11-05")).containsExactly("account-administrator");
        assertThat(world.committees.servedBy(lo))
                .extracting(Committees.Served::since, Committees.Served::until)
                .containsExactly(tuple(day("2022-11-05"), null), tuple(day("2020-05-10"), day("2022-11-05")));
    }

    @Test
    void a_term_recorded_late_ends_what_was_taken_before_its_day_only() {
        take(lo, "secretary", "2020-05-10");
        acts.act(new PostLeft(cell, lo, "secretary", "released"), "2022-11-05");
        take(lo, "committee-member", "2022-11-05");
        take(vi, "secretary", "2022-11-05");
        open(cell, "2022-11-05", "2025-05-05");

        assertThat(held(vi, "2022-11-05")).containsExactly("secretary");
        assertThat(held(lo, "2022-11-05")).containsExactly("committee-member");
    }

    private List<Finding> moved(OrganizationId organization, String on) {
        var of = world.organizations.find(organization, day(on)).orElseThrow();
        return new Strengthening(world.committees, world.rosters, World.RULEBOOK)
                .shortfalls(List.of(of), day(on), 0).stream()
                        .flatMap(line -> line.findings().stream())
                        .filter(f -> f.kind() == Finding.Kind.HOLDER_MOVED_AWAY)
                        .toList();
    }

    @Test
    void who_keeps_a_post_after_moving_to_a_roll_outside_is_told_from_the_day_of_the_move() {
        var other = acts.found("Chi bộ bản Huổi Cọ", "cell", body, "2015-01-01");
        take(lo, "secretary", "2020-05-10");
        acts.act(new PostTaken(body, lo, "committee-member", "elected", null), "2020-05-10");
        acts.act(new MembershipEvent.Transferred(lo, other), "2024-03-01");

        assertThat(moved(cell, "2024-02-29")).isEmpty();
        assertThat(moved(cell, "2024-03-01"))
                .extracting(Finding::facts)
                .containsExactly(Map.of("name", "Lò Thị Mai", "since", "2024-03-01"));
        assertThat(moved(cell, "2025-03-01")).as("still").hasSize(1);
        assertThat(moved(cell, "2024-03-01"))
                .extracting(Finding::citation)
                .as("a check of our own")
                .containsOnlyNulls();
        assertThat(moved(body, "2024-03-01"))
                .as("the other cell is of the same body")
                .isEmpty();
    }

    @Test
    void whoever_gave_the_post_back_or_came_back_is_not_told_as_moved() {
        var other = acts.found("Chi bộ bản Huổi Cọ", "cell", body, "2015-01-01");
        take(lo, "secretary", "2020-05-10");
        take(vi, "committee-member", "2020-05-10");
        acts.act(new MembershipEvent.Transferred(lo, other), "2024-03-01");
        acts.act(new MembershipEvent.Transferred(vi, other), "2024-03-01");
        acts.act(new PostLeft(cell, lo, "secretary", "transferred"), "2024-04-01");
        acts.act(new MembershipEvent.Transferred(vi, cell), "2024-05-01");

        assertThat(moved(cell, "2024-03-31")).hasSize(2);
        assertThat(moved(cell, "2024-04-01"))
                .extracting(f -> f.facts().get("name"))
                .containsExactly("Vì Văn Pâng");
        assertThat(moved(cell, "2024-05-01")).isEmpty();
    }

    @Test
    void whoever_was_sent_to_a_post_from_elsewhere_or_is_away_for_a_time_is_not_told_as_moved() {
        var other = acts.found("Chi bộ bản Huổi Cọ", "cell", body, "2015-01-01");
        var sent = acts.member("Hờ A Páo", other, "2016-01-01");
        acts.act(new PostTaken(cell, sent, "secretary", "appointed", null), "2020-05-10");
        take(vi, "committee-member", "2020-05-10");
        acts.act(new MembershipEvent.TemporaryActivityStarted(vi, other, null), "2024-03-01");

        assertThat(moved(cell, "2024-06-01")).isEmpty();
    }

    @Test
    void who_moves_to_another_commune_is_told_in_both_committees_left_behind() {
        var far = acts.found("Đảng bộ xã Nậm Kè", "grassroots-body", null, "2015-01-01");
        var there = acts.found("Chi bộ bản Nậm Kè", "cell", far, "2015-01-01");
        take(lo, "secretary", "2020-05-10");
        acts.act(new PostTaken(body, lo, "committee-member", "elected", null), "2020-05-10");
        acts.act(new MembershipEvent.Transferred(lo, there), "2024-03-01");

        assertThat(List.of(cell, body))
                .allSatisfy(of -> assertThat(moved(of, "2024-02-29")).isEmpty())
                .allSatisfy(of -> assertThat(moved(of, "2024-03-01")).hasSize(1));
        Reach.over(List.of(body.value()), List.of(body.value()), null).begin();
        try {
            assertThat(moved(body, "2024-03-01"))
                    .as("to a reader who may not see the other commune")
                    .hasSize(1);
        } finally {
            Reach.end();
        }
    }

    @Test // 294-QĐ/TW, mục 16.4
    void a_retirement_ends_a_post_from_the_day_in_the_notice() {
        open(cell, "2025-07-01", "2027-12-31");
        take(lo, "secretary", "2025-07-01");
        acts.act(new PostLeft(cell, lo, "secretary", "retired"), "2026-03-01");

        assertThat(held(lo, "2026-02-28")).containsExactly("secretary");
        assertThat(held(lo, "2026-03-01")).isEmpty();
    }

    @Test
    void whoever_left_departed_or_is_suspended_holds_nothing_while_it_lasts() {
        var ly = acts.member("Lý A Dơ", cell, "2016-01-01");
        take(lo, "committee-member", "2020-05-10");
        take(vi, "committee-member", "2020-05-10");
        take(ly, "committee-member", "2020-05-10");
        acts.act(new MembershipEvent.Left(lo, "died"), "2021-01-01");
        acts.act(new MembershipEvent.Departed(vi, "other-province", null), "2021-01-01");
        acts.act(new MembershipEvent.Suspended(ly, null), "2021-01-01");
        acts.act(new MembershipEvent.Reinstated(ly), "2021-04-01");

        assertThat(List.of(lo, vi, ly))
                .allSatisfy(p -> assertThat(held(p, "2020-12-31")).containsExactly("committee-member"));
        assertThat(List.of(lo, vi, ly))
                .allSatisfy(p -> assertThat(held(p, "2021-01-01")).isEmpty());
        assertThat(held(ly, "2021-04-01")).containsExactly("committee-member");
    }

    @Test
    void a_post_in_an_organization_that_is_not_in_force_gives_nothing() {
        var other = acts.found("Chi bộ bản khác", "cell", body, "2015-01-01");
        acts.act(new PostTaken(other, lo, "secretary", "appointed", null), "2020-01-01");
        acts.act(new OrganizationEvent.Ended(other, "Sáp nhập", List.of(cell)), "2021-01-01");

        assertThat(held(lo, "2020-12-31")).containsExactly("secretary");
        assertThat(held(lo, "2021-01-01")).isEmpty();
    }

    @Test // 332-QĐ/TW: a provincial secretary is appointed over a body on whose rolls he is not
    void somebody_on_no_roll_here_may_be_appointed_but_not_elected() {
        var outside = acts.person(new Fact(Fact.FULL_NAME, "Cầm Văn Thêm"));

        assertThat(refusals(acts.propose(new PostTaken(body, outside, "secretary", "elected", null), "2020-01-01")))
                .containsExactly("post-elected-from-outside");
        acts.act(new PostTaken(body, outside, "secretary", "appointed", null), "2020-01-01");
        assertThat(world.postsHeld.of(outside, day("2020-01-01"))).containsExactly(new HeldPost(body, "secretary"));
    }

    @Test // Điều lệ Đảng, Điều 3
    void a_probationary_member_takes_no_elective_post() {
        var young = acts.person(new Fact(Fact.FULL_NAME, "Mùa A Sình"));
        acts.act(new MembershipEvent.Admitted(young, cell, PartialDate.parse("2020-01-01")), "2020-01-01");

        var answer = acts.propose(new PostTaken(cell, young, "committee-member", "elected", null), "2020-06-01");
        assertThat(refusals(answer)).containsExactly("post-needs-full-member");
        acts.act(new PostTaken(cell, young, "office-clerk", "assigned", null), "2020-06-01");
        acts.act(new MembershipEvent.Recognised(young, PartialDate.parse("2021-01-01")), "2021-01-01");
        take(young, "committee-member", "2021-01-01");
    }

    @Test
    void a_committee_can_be_read_on_any_date_and_as_it_was_believed() {
        acts.act(
                new TermOpened(cell, "2020–2022", day("2022-11-10"), new Seats(3, null, 1, null), "congress"),
                "2020-05-10");
        var wrong = take(vi, "secretary", "2020-05-10");
        world.base.advance(Duration.ofDays(1));
        var before = world.base.time();
        world.base.advance(Duration.ofDays(1));
        recorded(world.committeeDesk.propose(
                TestLedger.command("mend"),
                new PostTaken(cell, lo, "secretary", "elected", null),
                day("2020-05-10"),
                PAPER,
                wrong));
        acts.act(new TermExtended(cell, day("2023-05-10")), "2022-09-01");
        acts.act(new ChargeGiven(cell, lo, "Phụ trách chung"), "2020-06-01");
        acts.act(new WorkingRulesAdopted(cell, "Quy chế làm việc của chi bộ"), "2020-07-01");

        var known = world.committees.of(cell, day("2020-12-31"), null);
        assertThat(known.holders()).extracting(Committee.Holder::person).containsExactly(lo);
        assertThat(known.term()).extracting(Committee.Term::endsOn).isEqualTo(day("2022-11-10"));
        assertThat(known.seats(Body.COMMITTEE)).contains(3);
        assertThat(known.charges()).extracting(Committee.Charge::charge).containsExactly("Phụ trách chung");
        assertThat(known.rules()).extracting(r -> r.paper().number()).isEqualTo(PAPER.number());
        assertThat(read("2022-12-31").term()).extracting(Committee.Term::endsOn).isEqualTo(day("2023-05-10"));
        assertThat(world.committees.of(cell, day("2020-12-31"), before).holders())
                .extracting(Committee.Holder::person)
                .containsExactly(vi);
        assertThat(world.committees.of(cell, day("2020-05-09"), null).term()).isNull();
    }

    @Test
    void the_register_answers_what_the_ledger_answers_also_after_a_rebuild() {
        open(cell, "2020-05-10", "2022-11-10");
        take(lo, "secretary", "2020-05-10");
        acts.act(new ChargeGiven(cell, lo, "Phụ trách chung"), "2020-06-01");
        open(cell, "2022-11-05", "2025-05-05");
        var live = world.digests();

        for (var on : List.of("2020-05-09", "2020-05-10", "2022-11-04", "2022-11-05", "2026-01-01")) {
            var folded = world.committees.of(cell, day(on), null);
            var read = read(on);
            assertThat(read.holders()).as(on).isEqualTo(folded.holders());
            assertThat(read.charges()).as(on).isEqualTo(folded.charges());
            assertThat(read.term()).as(on).isEqualTo(folded.term());
        }
        world.base.rebuild.run((_, _, _) -> {});
        assertThat(world.digests()).isEqualTo(live);
    }

    @Test
    void a_charge_ends_with_the_last_post() {
        take(lo, "secretary", "2020-05-10");
        acts.act(new ChargeGiven(cell, lo, "Phụ trách chung"), "2020-06-01");
        acts.act(new PostLeft(cell, lo, "secretary", "released"), "2021-06-01");

        assertThat(world.committees.of(cell, day("2021-05-31"), null).charges()).hasSize(1);
        assertThat(world.committees.of(cell, day("2021-06-01"), null).charges()).isEmpty();
    }

    @Test
    void what_contradicts_after_a_late_arrival_is_kept_as_such() {
        var taken = take(lo, "secretary", "2020-05-10");
        acts.act(new PostLeft(cell, lo, "secretary", "released"), "2021-06-01");
        recorded(world.committeeDesk.withdraw(TestLedger.command("w"), taken, "Ghi nhầm người"));

        assertThat(world.committees.contradictions())
                .extracting(Committees.Contradiction::organization, Committees.Contradiction::code)
                .containsExactly(tuple(cell, "post-not-held"));
    }

    @Test
    void working_rules_need_their_paper() {
        var act = new WorkingRulesAdopted(cell, "Quy chế làm việc");
        var answer = world.committeeDesk.propose(TestLedger.command(act), act, day("2021-01-01"), Paper.UNKNOWN, null);
        assertThat(refusals(answer)).containsExactly("working-rules-without-paper");
    }
}
