package vn.nentang.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.refusals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.MembershipEvent.Admitted;
import vn.nentang.membership.MembershipEvent.Enrolled;
import vn.nentang.membership.MembershipEvent.Exempted;
import vn.nentang.membership.MembershipEvent.FactsRecorded;
import vn.nentang.membership.MembershipEvent.Left;
import vn.nentang.membership.MembershipEvent.PersonRegistered;
import vn.nentang.membership.MembershipEvent.Recognised;
import vn.nentang.membership.MembershipEvent.Reinstated;
import vn.nentang.membership.MembershipEvent.Suspended;
import vn.nentang.membership.MembershipEvent.TemporaryActivityStarted;
import vn.nentang.membership.MembershipEvent.Transferred;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;
import vn.nentang.store.Reach;

final class MembershipTests {

    private static final String FOUNDED = "2015-01-01";

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final People people = new People(world.base.sql, world.base.ledger);
    private final OrganizationId body = acts.found("Đảng bộ", "grassroots-body", null, FOUNDED);
    private final OrganizationId one = acts.found("Chi bộ 1", "cell", body, FOUNDED);
    private final OrganizationId two = acts.found("Chi bộ 2", "cell", body, FOUNDED);

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> roster(OrganizationId cell, String on) {
        return world.rosters.of(List.of(cell), day(on)).stream()
                .map(line -> line.fullName() + " " + line.standing().code())
                .toList();
    }

    @Test
    void a_roster_shows_who_was_there_on_any_date() {
        var an = acts.member("Lò Văn An", one, "2020-01-01");
        var binh = acts.person(new Fact(Fact.FULL_NAME, "Quàng Thị Bình"));
        acts.act(new Admitted(binh, one, PartialDate.parse("2021-05-19")), "2021-05-19");
        acts.act(new Recognised(binh, PartialDate.parse("2022-05-19")), "2022-05-19");
        acts.act(new Transferred(an, two), "2023-03-01");
        acts.act(new TemporaryActivityStarted(binh, two, null), "2023-06-01");
        acts.act(new Left(an, "died"), "2024-02-02");

        assertThat(roster(one, "2019-12-31")).isEmpty();
        assertThat(roster(one, "2021-05-18")).containsExactly("Lò Văn An full");
        assertThat(roster(one, "2021-05-19")).containsExactly("Lò Văn An full", "Quàng Thị Bình probationary");
        assertThat(roster(one, "2023-02-28")).containsExactly("Lò Văn An full", "Quàng Thị Bình full");
        assertThat(roster(one, "2023-03-01")).containsExactly("Quàng Thị Bình full");
        assertThat(roster(two, "2023-03-01")).containsExactly("Lò Văn An full");
        assertThat(roster(one, "2023-06-01")).containsExactly("Quàng Thị Bình temporary-elsewhere");
        assertThat(roster(two, "2023-06-01")).containsExactly("Lò Văn An full", "Quàng Thị Bình temporary");
        assertThat(roster(two, "2024-02-02")).containsExactly("Quàng Thị Bình temporary");
        assertThat(world.rosters.counts(List.of(one, two), day("2023-06-01")))
                .containsExactlyInAnyOrder(new Rosters.CellCount(one, 1, 0), new Rosters.CellCount(two, 1, 0));
    }

    @Test
    void what_was_believed_before_a_correction_can_be_read_later() {
        var person = acts.person(new Fact(Fact.FULL_NAME, "Giàng A Chú"));
        var wrong = acts.act(new Enrolled(person, one, "full"), "2020-01-01");
        world.base.advance(Duration.ofDays(10));
        var before = world.base.time();
        world.base.advance(Duration.ofDays(10));
        acts.correct(wrong, new Enrolled(person, two, "probationary"), "2020-02-01");

        assertThat(world.rosters.of(List.of(one, two), day("2022-01-01"), before))
                .extracting(RosterLine::cell, RosterLine::standing)
                .containsExactly(tuple(one, Standing.FULL));
        assertThat(world.rosters.of(List.of(one, two), day("2022-01-01"), null))
                .extracting(RosterLine::cell, RosterLine::standing)
                .containsExactly(tuple(two, Standing.PROBATIONARY));
        assertThat(roster(two, "2020-01-31")).isEmpty();
        assertThat(people.open(person, day("2022-01-01"), null).orElseThrow().timeline())
                .extracting(line -> line.entry().ref().equals(wrong), People.TimelineLine::stands)
                .containsExactly(tuple(false, true), tuple(true, false), tuple(false, true));
        assertThat(people.open(person, day("2022-01-01"), before).orElseThrow().timeline())
                .allMatch(People.TimelineLine::stands)
                .hasSize(2);
    }

    @Test
    void a_person_is_found_without_accents_case_tone_placement_or_the_whole_name() {
        acts.member("Nguyễn Thị Hòa", one, "2020-01-01");
        acts.member("Đặng Hoà Bình", two, "2020-01-01");
        acts.member("Lò Văn Thoại", two, "2020-01-01");
        acts.member("100%_Tên", two, "2020-01-01");

        assertThat(found("hòa"))
                .as("who is called so comes first")
                .containsExactly("Nguyễn Thị Hòa", "Đặng Hoà Bình", "Lò Văn Thoại");
        assertThat(found("hoà")).isEqualTo(found("hòa"));
        assertThat(found("HOA")).isEqualTo(found("hòa"));
        assertThat(found("thi hoa")).containsExactly("Nguyễn Thị Hòa");
        assertThat(found("dang  hoà b")).containsExactly("Đặng Hoà Bình");
        assertThat(found("%")).containsExactly("100%_Tên");
        assertThat(found("hòa thị")).isEmpty();
        assertThat(found(" ")).isEmpty();
        assertThat(found("hoa", "2020-01-01", one)).hasSize(1);
        assertThat(found("hoa", "2019-12-31", one, two)).isEmpty();
    }

    private List<String> found(String words) {
        return found(words, "2020-01-01", one, two);
    }

    /** As a reader whose reach these cells are. */
    private List<String> found(String words, String on, OrganizationId... cells) {
        var reach = List.of(cells);
        Reach.over(reach.stream().map(OrganizationId::value).toList(), List.of(), null)
                .begin();
        try {
            return people.search(words, day(on), null, reach::contains).found().stream()
                    .map(People.Found::fullName)
                    .toList();
        } finally {
            Reach.end();
        }
    }

    @Test
    void a_person_is_found_under_each_name_on_its_days_however_long_and_many_they_are() {
        var person = acts.member("Lò Thị Mai", one, "2020-01-01");
        acts.act(recorded(person, Fact.FULL_NAME, "Quàng Thị Mai"), "2021-01-01");

        assertThat(found("lo thi", "2020-12-31", one)).containsExactly("Lò Thị Mai");
        assertThat(found("quang", "2020-12-31", one)).isEmpty();
        assertThat(found("quang", "2021-01-01", one)).containsExactly("Quàng Thị Mai");
        assertThat(found("lo thi", "2021-01-01", one)).isEmpty();

        for (var year = 2022; year < 2028; year++) {
            acts.act(recorded(person, Fact.FULL_NAME, "%d ".formatted(year) + "Lường ".repeat(15)), year + "-01-01");
        }
        assertThat(found("quang", "2021-12-31", one)).containsExactly("Quàng Thị Mai");
        assertThat(found("2027 luong luong", "2027-01-01", one)).hasSize(1);
        assertThat(found("quang", "2027-01-01", one)).isEmpty();
    }

    @Test
    void a_person_is_found_by_the_number_of_the_card_or_of_the_citizen() {
        var person = acts.person(
                new Fact(Fact.FULL_NAME, "Ý"),
                new Fact(Fact.CITIZEN_ID, "011162000001"),
                new Fact(Fact.CARD_NUMBER, "011000000002"));
        acts.act(new Enrolled(person, one, null), "2020-01-01");

        assertThat(found(" 011162000001 ")).containsExactly("Ý");
        assertThat(found("011000000002")).containsExactly("Ý");
        assertThat(found("01116200000")).isEmpty();
    }

    @Test
    void rosters_and_searches_stand_in_vietnamese_order_of_names() {
        var names = List.of(
                "Giàng A An",
                "Lê Bình An",
                "Lò Ánh",
                "Trần Ăn",
                "Lý Ân",
                "Lê Dũng",
                "Lê Dương",
                "Đinh Đào",
                "Lò Văn Én");
        var shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.forEach(name -> acts.member(name, one, "2020-01-01"));
        var today = world.rosters.of(List.of(one), day("2021-01-01"));

        assertThat(today).extracting(RosterLine::fullName).containsExactlyElementsOf(names);
        assertThat(world.rosters.of(List.of(one), day("2021-01-01"), world.base.time()))
                .isEqualTo(today);
        assertThat(found("l")).containsExactly("Lê Bình An", "Lò Ánh", "Lý Ân", "Lê Dũng", "Lê Dương", "Lò Văn Én");
    }

    @Test
    void a_file_shows_the_facts_of_the_date() {
        var person = acts.person(
                new Fact(Fact.FULL_NAME, "Vàng Thị Mỷ"), new Fact(Fact.BIRTH, "1985"), new Fact(Fact.SEX, "female"));
        acts.act(new Enrolled(person, one, "full"), "2020-01-01");
        acts.act(
                new FactsRecorded(
                        person, List.of(new Fact("occupation", "Giáo viên"), new Fact(Fact.BIRTH, "1985-04-03"))),
                "2021-01-01");

        var early = people.open(person, day("2020-06-01"), null).orElseThrow();
        var late = people.open(person, day("2021-01-01"), null).orElseThrow();
        assertThat(early.facts()).isEqualTo(Map.of("full-name", "Vàng Thị Mỷ", "birth-date", "1985", "sex", "female"));
        assertThat(late.facts()).containsEntry("occupation", "Giáo viên").containsEntry("birth-date", "1985-04-03");
        assertThat(late.standing()).isEqualTo(Standing.FULL);
        assertThat(people.cellOf(person, day("2021-01-01"))).contains(one);
        assertThat(people.open(new PersonId(new UUID(0, 0)), day("2021-01-01"), null))
                .isEmpty();
    }

    @Test // lists of form 2-HSĐV and 1-BTCTW
    void code_lists_refuse_unknown_codes() {
        var person = acts.member("Ý", one, "2020-01-01");

        assertThat(refusals(acts.propose(recorded(person, Fact.ETHNICITY, "Thái"), "2021-01-01")))
                .containsExactly("value-not-in-list");
        assertThat(refusals(acts.propose(recorded(person, "religion", "không"), "2021-01-01")))
                .containsExactly("value-not-in-list");
        assertThat(refusals(acts.propose(new Left(person, "bored"), "2021-01-01")))
                .containsExactly("value-not-in-list");
        acts.act(recorded(person, Fact.ETHNICITY, "03"), "2021-01-01");
    }

    private static FactsRecorded recorded(PersonId person, String field, String value) {
        return new FactsRecorded(person, List.of(new Fact(field, value)));
    }

    @Test
    void nobody_comes_onto_the_roll_of_a_cell_that_has_ended_or_is_not_founded() {
        acts.act(new OrganizationEvent.Ended(two, "Giải thể", List.of()), "2022-01-01");
        var person = acts.member("Ý", one, "2020-01-01");

        for (var on : List.of("2014-12-31", "2022-01-01")) {
            assertThat(refusals(acts.propose(new Enrolled(person, two, "full"), on)))
                    .containsExactly("cell-not-in-force");
        }
        assertThat(refusals(acts.propose(new Enrolled(person, body, "full"), "2021-01-01")))
                .as("a body keeps no roll")
                .containsExactly("cell-not-in-force");
        acts.act(new Transferred(person, two), "2021-12-31");
    }

    @Test
    void acts_proposed_together_are_recorded_together_and_see_each_other() {
        var person = acts.person(new Fact(Fact.FULL_NAME, "Ý"));
        var admission =
                new Act(new Admitted(person, one, PartialDate.parse("2021-05-19")), day("2021-05-19"), Acts.PAPER);
        var early = new Act(new Recognised(person, PartialDate.parse("2022-05-18")), day("2022-05-18"), Acts.PAPER);
        var timely = new Act(new Recognised(person, PartialDate.parse("2022-05-19")), day("2022-05-19"), Acts.PAPER);
        var before = world.base.ledger.size();

        assertThat(refusals(world.membershipDesk.proposeAll(TestLedger.command("1"), List.of(admission, early))))
                .containsExactly("recognised-too-early");
        assertThat(world.base.ledger.size()).isEqualTo(before);
        assertThat(world.membershipDesk.proposeAll(TestLedger.command("2"), List.of(admission, timely)))
                .isInstanceOf(Answer.Recorded.class);
        assertThat(roster(one, "2022-05-19")).containsExactly("Ý full");
    }

    @Test
    void what_does_not_stand_is_not_mended_again() {
        var cell = acts.found("Chi bộ bản 1", "cell", null, "2019-01-01");
        var person = acts.member("Lò Văn An", cell, "2020-01-01");
        var exempted = acts.act(new Exempted(person), "2021-01-01");
        acts.correct(exempted, new Exempted(person), "2021-02-01");
        var second = world.membershipDesk.propose(
                TestLedger.command("again"), new Exempted(person), day("2021-03-01"), Paper.UNKNOWN, exempted);
        assertThat(refusals(second)).containsExactly("entry-does-not-stand");
    }

    @Test
    void an_act_is_taken_back_once_and_a_registration_only_alone() {
        var cell = acts.found("Chi bộ bản 1", "cell", null, "2019-01-01");
        var person = acts.person(new Fact(Fact.FULL_NAME, "Lò Văn An"));
        var registered =
                world.base.ledger.history(person.subject()).entries().getFirst().ref();
        var enrolled = acts.act(new Enrolled(person, cell, "full"), "2020-01-01");

        assertThat(refusals(withdraw(registered, "nhầm người"))).containsExactly("person-has-other-acts");
        assertThat(refusals(withdraw(enrolled, " "))).containsExactly("reason-length");
        assertThat(withdraw(enrolled, "nhầm chi bộ")).isInstanceOf(Answer.Recorded.class);
        assertThat(refusals(withdraw(enrolled, "nhầm chi bộ"))).containsExactly("entry-does-not-stand");
        assertThat(people.keeper(person, day("2020-01-01"))).contains(cell);
        assertThat(withdraw(registered, "nhầm người")).isInstanceOf(Answer.Recorded.class);
        assertThat(people.open(person, day("2020-01-01"), null)).isEmpty();
    }

    private Answer withdraw(EntryRef entry, String reason) {
        return world.membershipDesk.withdraw(TestLedger.command(entry + reason), entry, reason);
    }

    @Test
    void a_registration_can_be_mended_after_the_file_grew() {
        var person = acts.person(new Fact(Fact.FULL_NAME, "Lò Văn An"));
        var registered =
                world.base.ledger.history(person.subject()).entries().getFirst().ref();
        acts.act(recorded(person, Fact.BIRTH, "1980"), "2020-01-01");
        acts.correct(
                registered, new PersonRegistered(person, List.of(new Fact(Fact.FULL_NAME, "Lò Văn Ân"))), "2015-01-01");
        assertThat(people.open(person, day("2021-01-01"), null).orElseThrow().facts())
                .containsEntry(Fact.FULL_NAME, "Lò Văn Ân")
                .containsEntry(Fact.BIRTH, "1980");
    }

    @Test
    void the_cell_that_keeps_a_file_stays_known_after_leaving_and_before_arriving() {
        var one = acts.found("Chi bộ bản 1", "cell", null, "2019-01-01");
        var two = acts.found("Chi bộ bản 2", "cell", null, "2019-01-01");
        var person = acts.member("Lò Văn An", one, "2020-01-01");
        acts.act(new Transferred(person, two), "2021-01-01");
        acts.act(new Left(person, "died"), "2022-01-01");

        assertThat(people.keeper(person, day("2019-06-01"))).contains(one);
        assertThat(people.keeper(person, day("2020-12-31"))).contains(one);
        assertThat(people.keeper(person, day("2021-01-01"))).contains(two);
        assertThat(people.keeper(person, day("2025-01-01"))).contains(two);
        assertThat(people.cellsOf(person, day("2025-01-01"))).containsExactly(two);
    }

    @Test
    void a_suspension_tells_its_last_day_until_it_is_lifted() {
        var cell = acts.found("Chi bộ bản 1", "cell", null, "2019-01-01");
        var person = acts.member("Lò Văn An", cell, "2020-01-01");
        acts.act(new Suspended(person, day("2021-03-31")), "2021-01-01");
        acts.act(new Reinstated(person), "2021-05-01");

        assertThat(people.suspendedUntil(List.of(person), day("2021-04-30")))
                .containsExactly(Map.entry(person, day("2021-03-31")));
        assertThat(people.suspendedUntil(List.of(person), day("2021-05-01"))).isEmpty();
        assertThat(people.suspendedUntil(List.of(), day("2021-05-01"))).isEmpty();
    }

    @Test
    void a_contradiction_that_a_withdrawal_leaves_behind_is_listed_with_its_entry() {
        var cell = acts.found("Chi bộ bản 1", "cell", null, "2019-01-01");
        var person = acts.person(new Fact(Fact.FULL_NAME, "Lò Văn An"));
        var enrolled = acts.act(new Enrolled(person, cell, "probationary"), "2020-01-01");
        var recognised = acts.act(new Recognised(person, PartialDate.of(day("2021-01-01"))), "2021-01-01");
        assertThat(people.contradictions(day("2025-01-01"))).isEmpty();

        withdraw(enrolled, "nhầm chi bộ");
        assertThat(people.contradictions(day("2025-01-01")))
                .containsExactly(new People.Contradiction(
                        person, "Lò Văn An", cell, "recognised-without-probation", recognised));
        assertThat(people.open(person, day("2025-01-01"), null).orElseThrow().anomalies())
                .containsExactly(new People.Anomaly("recognised-without-probation", recognised));
    }
}
