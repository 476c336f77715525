package vn.nentang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.refusals;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nentang.access.Scope;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

final class OrganizationTests {

    private final World world = new World();
    private final Acts acts = new Acts(world);

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> treeOn(String date) {
        var tree = world.organizations.treeOn(day(date));
        return tree.tops().stream()
                .flatMap(top -> tree.subtree(top.id()).stream())
                .map(o -> "  ".repeat(tree.path(o.id()).size() - 1) + o.name())
                .toList();
    }

    @Test
    void a_merger_shows_on_each_date_what_stood_then() {
        var province = acts.found("Đảng bộ tỉnh", "province", null, "2019-01-01");
        var district = acts.found("Đảng bộ huyện Mường Chà", "district", province, "2019-01-01");
        var one = acts.found("Đảng bộ xã Hừa Ngài", "commune", district, "2019-01-01");
        var other = acts.found("Đảng bộ xã Pa Ham", "commune", district, "2019-01-01");
        var cell1 = acts.found("Chi bộ bản 2", "subordinate-cell", one, "2019-01-01");
        var cell2 = acts.found("Chi bộ bản 10", "subordinate-cell", one, "2019-01-01");
        var cell3 = acts.found("Chi bộ bản Đề Pua", "subordinate-cell", other, "2019-01-01");
        var merged = acts.found("Đảng bộ xã Pa Ham mới", "commune", province, "2025-07-01");
        for (var cell : List.of(cell1, cell2, cell3)) {
            acts.act(new OrganizationEvent.Moved(cell, merged), "2025-07-01");
        }
        acts.act(new OrganizationEvent.Ended(one, "Sáp nhập", List.of(merged)), "2025-07-01");
        acts.act(new OrganizationEvent.Ended(other, "Sáp nhập", List.of(merged)), "2025-07-01");
        acts.act(new OrganizationEvent.Ended(district, "Kết thúc hoạt động", List.of()), "2025-07-01");
        acts.act(new OrganizationEvent.Renamed(merged, "Đảng bộ xã Pa Ham"), "2026-01-01");

        assertThat(treeOn("2018-12-31")).isEmpty();
        assertThat(treeOn("2025-06-30"))
                .containsExactly(
                        "Đảng bộ tỉnh",
                        "  Đảng bộ huyện Mường Chà",
                        "    Đảng bộ xã Hừa Ngài",
                        "      Chi bộ bản 2",
                        "      Chi bộ bản 10",
                        "    Đảng bộ xã Pa Ham",
                        "      Chi bộ bản Đề Pua");
        assertThat(treeOn("2025-07-01"))
                .containsExactly(
                        "Đảng bộ tỉnh",
                        "  Đảng bộ xã Pa Ham mới",
                        "    Chi bộ bản 2",
                        "    Chi bộ bản 10",
                        "    Chi bộ bản Đề Pua");
        assertThat(treeOn("2026-01-01")).contains("  Đảng bộ xã Pa Ham").doesNotContain("  Đảng bộ xã Pa Ham mới");
        assertThat(world.organizations.inForce(
                        List.of(one, merged, cell1, new OrganizationId(UUID.randomUUID())), List.of("commune")))
                .containsEntry(one, List.of(new DateRange(day("2019-01-01"), day("2025-07-01"))))
                .containsOnlyKeys(one, merged);
    }

    @Test
    void whoever_ended_stands_below_the_first_successor_and_without_one_where_it_stood_last() {
        var province = acts.found("Đảng bộ tỉnh", "province", null, "2019-01-01");
        var district = acts.found("Đảng bộ huyện", "district", province, "2019-01-01");
        var one = acts.found("Đảng bộ xã Hừa Ngài", "commune", district, "2019-01-01");
        var merged = acts.found("Đảng bộ xã Pa Ham", "commune", province, "2025-07-01");
        var other = acts.found("Đảng bộ xã Na Sang", "commune", province, "2025-07-01");
        acts.act(new OrganizationEvent.Ended(one, "Chia tách", List.of(merged, other)), "2025-07-01");
        acts.act(new OrganizationEvent.Ended(district, "Kết thúc hoạt động", List.of()), "2025-07-01");

        assertThat(places(one))
                .containsExactly(
                        new Standpoint(new DateRange(day("2019-01-01"), day("2025-07-01")), district),
                        new Standpoint(new DateRange(day("2025-07-01"), null), merged));
        assertThat(places(district))
                .as("nobody took it over")
                .containsExactly(
                        new Standpoint(new DateRange(day("2019-01-01"), day("2025-07-01")), province),
                        new Standpoint(new DateRange(day("2025-07-01"), null), province));
        assertThat(places(province)).containsExactly(new Standpoint(new DateRange(day("2019-01-01"), null), null));
    }

    private List<Standpoint> places(OrganizationId organization) {
        return Standpoint.of(world.base.ledger.history(organization.subject()));
    }

    @Test
    void a_tree_asked_for_again_shows_what_was_recorded_meanwhile_and_nothing_that_was_given_up() {
        var body = acts.found("Đảng bộ xã", "grassroots-body", null, "2020-01-01");
        assertThat(treeOn("2022-01-01")).containsExactly("Đảng bộ xã");
        world.base.transactions.executeWithoutResult(given -> {
            acts.act(new OrganizationEvent.Renamed(body, "Đảng bộ phường"), "2021-01-01");
            assertThat(treeOn("2022-01-01")).as("in its own transaction").containsExactly("Đảng bộ phường");
            given.setRollbackOnly();
        });
        assertThat(treeOn("2022-01-01")).containsExactly("Đảng bộ xã");
        acts.found("Chi bộ bản 1", "subordinate-cell", body, "2021-06-01");
        assertThat(treeOn("2022-01-01")).containsExactly("Đảng bộ xã", "  Chi bộ bản 1");
        assertThat(treeOn("2021-01-01")).containsExactly("Đảng bộ xã");
    }

    /** Also where the tree of the day is at hand, and where too many stand below to be read alone. */
    @Test
    void around_an_organisation_stands_below_it_what_stands_there_in_the_whole_tree() {
        var body = acts.found("Đảng bộ xã", "grassroots-body", null, "2020-01-01");
        var part = acts.found("Đảng bộ bộ phận", "section-body", body, "2020-01-01");
        var cell = acts.found("Chi bộ bản 1", "subordinate-cell", part, "2021-01-01");
        var other = acts.found("Chi bộ bản 2", "subordinate-cell", body, "2021-01-01");
        acts.act(new OrganizationEvent.Moved(cell, body), "2022-01-01");
        acts.act(new OrganizationEvent.Ended(part, "Kết thúc hoạt động", List.of(body)), "2022-01-01");

        for (var date : List.of(day("2019-12-31"), day("2020-01-01"), day("2021-01-01"), day("2022-01-01"))) {
            var whole = world.organizations.treeOn(date);
            for (var top : List.of(body, part, cell, other)) {
                var asked = new Organizations(world.base.sql, world.base.ledger, world.base.arrivals);
                assertThat(asked.treeAround(top, date).subtree(top)).isEqualTo(whole.subtree(top));
                assertThat(world.organizations.treeAround(top, date)).isSameAs(whole);
            }
        }
        for (int i = 0; i < 1_000; i++) {
            acts.found("Chi bộ " + i, "subordinate-cell", body, "2023-01-01");
        }
        assertThat(world.organizations.treeAround(body, day("2023-01-01")).below(body))
                .hasSize(1_002);
    }

    @Test
    void what_was_believed_of_the_tree_can_be_read_later() {
        var body = acts.found("Đảng bộ xã", "grassroots-body", null, "2020-01-01");
        world.base.advance(Duration.ofDays(1));
        var before = world.base.time();
        world.base.advance(Duration.ofDays(1));
        acts.act(new OrganizationEvent.Renamed(body, "Đảng bộ phường"), "2021-01-01");

        assertThat(world.organizations.treeOn(day("2022-01-01"), before).all())
                .extracting(Organization::name, Organization::since)
                .containsExactly(tuple("Đảng bộ xã", day("2020-01-01")));
        assertThat(world.organizations.treeOn(day("2022-01-01")).all())
                .extracting(Organization::name, Organization::since)
                .containsExactly(tuple("Đảng bộ phường", day("2021-01-01")));
        assertThat(world.organizations.periods(body))
                .extracting(Organization::name)
                .containsExactly("Đảng bộ xã", "Đảng bộ phường");
    }

    @Test
    void an_organisation_is_found_by_id_code_or_name_without_accents_case_or_tone_placement() {
        var body = acts.found("Đảng bộ xã Hòa Bình", "grassroots-body", "11.02", null, "2020-01-01");

        for (var word : List.of("11.02", body.toString(), "đảng bộ xã hoà bình", "DANG BO  XA HOA BINH")) {
            assertThat(world.organizations.named(word, day("2020-01-01")))
                    .as(word)
                    .extracting(Organization::id)
                    .containsExactly(body);
        }
        assertThat(world.organizations.named("11.02", day("2019-12-31"))).isEmpty();
        assertThat(world.organizations.named("Hòa Bình", day("2020-01-01"))).isEmpty();
    }

    @Test
    void an_organisation_in_use_is_not_ended_and_no_ring_is_made() {
        var body = acts.found("Đảng bộ", "grassroots-body", "1", null, "2020-01-01");
        var cell = acts.found("Chi bộ", "cell", "2", body, "2020-01-01");
        var member = acts.member("Lò Văn An", cell, "2020-01-01");

        assertThat(refusals(acts.propose(new OrganizationEvent.Ended(body, "Giải thể", List.of()), "2021-01-01")))
                .containsExactly("organization-has-organizations-below");
        assertThat(refusals(acts.propose(new OrganizationEvent.Ended(cell, "Giải thể", List.of()), "2021-01-01")))
                .containsExactly("organization-has-members");
        assertThat(refusals(acts.propose(new OrganizationEvent.Moved(body, cell), "2021-01-01")))
                .containsExactly("parent-is-below");
        assertThat(refusals(acts.propose(new OrganizationEvent.Recoded(cell, "1"), "2021-01-01")))
                .containsExactly("organization-code-taken");
        acts.act(new MembershipEvent.Left(member, "died"), "2020-12-31");
        acts.act(new OrganizationEvent.Ended(cell, "Giải thể", List.of()), "2021-01-01");
        acts.act(new OrganizationEvent.Ended(body, "Giải thể", List.of()), "2021-01-01");
        assertThat(treeOn("2021-01-01")).isEmpty();
    }

    @Test // the list organization-type by date: 294-QĐ/TW 2025-05-26, 208-QĐ/TW 2026-07-26
    void a_type_is_founded_only_while_it_is_in_force() {
        var district = new OrganizationEvent.Founded(
                new OrganizationId(UUID.randomUUID()), "district", "Đảng bộ huyện", null, null);

        assertThat(refusals(acts.propose(district, "2025-07-01"))).containsExactly("organization-type-unknown");
        acts.act(district, "2025-06-30");
    }

    @Test
    void a_list_of_organisations_is_founded_whole_or_not_at_all() {
        var top = new OrganizationEvent.Founded(
                new OrganizationId(UUID.randomUUID()), "grassroots-body", "Đảng bộ", "1", null);
        var below = new OrganizationEvent.Founded(
                new OrganizationId(UUID.randomUUID()), "cell", "Chi bộ", "2", top.organization());
        var sameCode = new OrganizationEvent.Founded(
                new OrganizationId(UUID.randomUUID()), "cell", "Chi bộ khác", "2", top.organization());
        var day = day("2024-01-01");

        assertThat(refusals(world.organizationDesk.foundAll(
                        TestLedger.command("1"), List.of(top, below, sameCode), day, Acts.PAPER)))
                .containsExactly("organization-code-taken");
        assertThat(world.base.ledger.size()).isZero();
        assertThat(refusals(
                        world.organizationDesk.foundAll(TestLedger.command("2"), List.of(below, top), day, Acts.PAPER)))
                .containsExactly("parent-not-in-force");
        assertThat(world.organizationDesk.foundAll(TestLedger.command("3"), List.of(top, below), day, Acts.PAPER))
                .isInstanceOf(Answer.Recorded.class);
        assertThat(treeOn("2024-01-01")).containsExactly("Đảng bộ", "  Chi bộ");
    }

    @Test
    void a_founding_is_taken_back_only_while_nothing_rests_on_it() {
        var body = acts.found("Đảng bộ xã", "grassroots-body", null, "2019-01-01");
        var cell = acts.found("Chi bộ bản 1", "cell", body, "2019-01-01");
        var person = acts.member("Lò Văn An", cell, "2020-01-01");
        assertThat(refusals(withdraw(founding(body)))).containsExactly("organization-is-needed");
        assertThat(refusals(withdraw(founding(cell)))).containsExactly("organization-is-needed");
        var renamed = acts.act(new OrganizationEvent.Renamed(cell, "Chi bộ bản Một"), "2021-01-01");
        assertThat(refusals(withdraw(founding(cell)))).containsExactly("organization-has-other-acts");
        assertThat(withdraw(renamed)).isInstanceOf(Answer.Recorded.class);
        assertThat(refusals(withdraw(renamed))).containsExactly("entry-does-not-stand");

        var enrolled =
                world.base.ledger.history(person.subject()).entries().getLast().ref();
        world.membershipDesk.withdraw(TestLedger.command(enrolled), enrolled, "nhầm");
        assertThat(withdraw(founding(cell))).isInstanceOf(Answer.Recorded.class);
        assertThat(treeOn("2025-01-01")).containsExactly("Đảng bộ xã");
    }

    private EntryRef founding(OrganizationId id) {
        return world.base.ledger.history(id.subject()).entries().getFirst().ref();
    }

    private Answer withdraw(EntryRef entry) {
        return world.organizationDesk.withdraw(TestLedger.command("withdraw " + entry), entry, "nhầm");
    }

    @Test
    void what_was_replaced_is_not_mended_again() {
        var cell = acts.found("Chi bộ bản 1", "cell", null, "2019-01-01");
        var renamed = acts.act(new OrganizationEvent.Renamed(cell, "Chi bộ Một"), "2021-01-01");
        var right = new OrganizationEvent.Renamed(cell, "Chi bộ bản Một");
        assertThat(mend(renamed, right)).isInstanceOf(Answer.Recorded.class);
        assertThat(refusals(mend(renamed, new OrganizationEvent.Renamed(cell, "Chi bộ 1"))))
                .containsExactly("entry-does-not-stand");
        assertThat(treeOn("2021-01-01")).containsExactly("Chi bộ bản Một");
        assertThat(world.organizations.history(cell))
                .extracting(told -> told.entry().event(), Organizations.Told::stands)
                .contains(tuple(right, true), tuple(new OrganizationEvent.Renamed(cell, "Chi bộ Một"), false));
    }

    private Answer mend(EntryRef wrong, OrganizationEvent right) {
        return world.organizationDesk.propose(
                TestLedger.command(right), right, day("2021-01-01"), Paper.UNKNOWN, wrong);
    }

    @Test
    void a_reach_keeps_what_ended_or_is_still_to_be_founded() {
        var body = acts.found("Đảng bộ xã", "grassroots-body", null, "2019-01-01");
        var other = acts.found("Đảng bộ xã khác", "grassroots-body", null, "2019-01-01");
        var cell = acts.found("Chi bộ bản 1", "cell", body, "2019-01-01");
        acts.act(new OrganizationEvent.Moved(cell, other), "2021-01-01");
        acts.act(new OrganizationEvent.Ended(cell, "Sáp nhập", List.of()), "2023-01-01");
        var scope = new Scope(List.of(other), world.organizations);

        assertThat(scope.keeps(cell, day("2018-01-01"))).isFalse();
        assertThat(scope.keeps(cell, day("2020-12-31"))).isFalse();
        assertThat(scope.keeps(cell, day("2021-01-01"))).isTrue();
        assertThat(scope.keeps(cell, day("2025-01-01"))).isTrue();
        assertThat(scope.keeps(body, day("2025-01-01"))).isFalse();
        assertThat(scope.keeps(new OrganizationId(UUID.randomUUID()), day("2025-01-01")))
                .isFalse();
        assertThat(world.organizations.lifetime(cell)).contains(new DateRange(day("2019-01-01"), day("2023-01-01")));
        assertThat(world.organizations.lifetime(body)).contains(new DateRange(day("2019-01-01"), null));
    }

    @Test
    void a_contradiction_that_a_correction_leaves_behind_is_listed() {
        var cell = acts.found("Chi bộ bản 1", "cell", null, "2019-01-01");
        var renamed = acts.act(new OrganizationEvent.Renamed(cell, "Chi bộ Một"), "2020-01-01");
        assertThat(world.organizations.contradictions()).isEmpty();
        var later = new OrganizationEvent.Founded(cell, "cell", "Chi bộ bản 1", null, null);
        world.organizationDesk.propose(
                TestLedger.command(later), later, day("2021-01-01"), Paper.UNKNOWN, founding(cell));
        assertThat(world.organizations.contradictions())
                .extracting(
                        Organizations.Contradiction::organization,
                        Organizations.Contradiction::code,
                        Organizations.Contradiction::entry)
                .containsExactly(tuple(cell, "outside-lifetime", renamed));
    }
}
