package vn.nentang.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.committee.CommitteeEvent.Seats;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.EntryRef;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Rulebook;

final class CommitteeFindingsTests {

    private static final Rulebook RULES = Rulebook.load();
    private static final OrganizationId ID = new OrganizationId(new UUID(1, 1));
    private static final LocalDate ON = LocalDate.of(2026, 1, 15);
    private static final LocalDate OPENED = LocalDate.of(2025, 7, 20);

    private static Organization organization(String type, String name) {
        return new Organization(ID, name, type, null, null, LocalDate.of(2015, 1, 1));
    }

    /** Holders of posts, each as often as said; no two posts in one hand. */
    private static List<Committee.Holder> holders(Object... postsAndNumbers) {
        var holders = new ArrayList<Committee.Holder>();
        for (int i = 0; i < postsAndNumbers.length; i += 2) {
            for (int n = 0; n < (Integer) postsAndNumbers[i + 1]; n++) {
                var person = new PersonId(new UUID(i + 1, n));
                holders.add(new Committee.Holder(
                        person, (String) postsAndNumbers[i], "elected", OPENED, null, new EntryRef("n", 1)));
            }
        }
        return holders;
    }

    private static Committee committee(LocalDate on, Committee.@Nullable Term term, List<Committee.Holder> holders) {
        return new Committee(ID, on, term, holders, List.of(), null);
    }

    private static Committee.Term term(String ends, Seats seats) {
        return new Committee.Term("2025", OPENED, LocalDate.parse(ends), seats, "congress");
    }

    private static List<String> codes(Committee committee, Organization organization, int members, int days) {
        return CommitteeFindings.of(
                        committee, organization, new CommitteeFindings.Rolls(members, List.of()), days, RULES)
                .stream()
                .map(Finding::code)
                .toList();
    }

    private static List<Committee.Holder> commune(int standing, int members) {
        return holders(
                "secretary",
                1,
                "deputy-secretary",
                2,
                "standing-member",
                standing - 3,
                "committee-member",
                members - standing,
                "inspection-head",
                1,
                "inspection-member",
                2);
    }

    @ParameterizedTest // 45-CT/TW of 2025-04-14: 27 to 33 members, 9 to 11 in the standing committee
    @CsvSource({
        "9, 27, ''",
        "9, 26, small-committee",
        "11, 33, ''",
        "11, 34, large-committee",
        "8, 27, small-standing",
        "12, 33, 'large-standing'"
    })
    void the_sizes_of_a_commune_committee_are_compared_with_the_directive(int standing, int members, String found) {
        var committee = committee(ON, term("2030-06-30", Seats.NOT_FIXED), commune(standing, members));

        assertThat(String.join(" ", codes(committee, organization("commune", "Đảng bộ xã"), 0, 0)))
                .isEqualTo(found);
    }

    @ParameterizedTest // 332-QĐ/TW: 13 to 19, in Hà Nội and Hồ Chí Minh City 15 to 21
    @CsvSource({
        "Đảng bộ Quân sự tỉnh Điện Biên, 12, small-committee",
        "Đảng bộ Quân sự tỉnh Điện Biên, 13, ''",
        "Đảng bộ Quân sự tỉnh Điện Biên, 20, large-committee",
        "Đảng bộ Quân sự Thành phố Hồ Chí Minh, 14, small-committee",
        "Đảng bộ Quân sự Thành phố Hồ Chí Minh, 21, ''"
    })
    void the_military_body_of_a_capital_is_larger(String name, int members, String found) {
        var all = holders("secretary", 1, "committee-member", members - 1, "inspection-head", 1);
        var committee = committee(ON, term("2030-06-30", Seats.NOT_FIXED), all);

        assertThat(String.join(" ", codes(committee, organization("military-province", name), 0, 0)))
                .isEqualTo(found);
    }

    @ParameterizedTest // 29-QĐ/TW, mục 24: from nine full members a cell elects a committee, of seven at most
    @CsvSource({"8, 0, ''", "9, 0, committee-missing", "9, 3, ''", "20, 6, ''", "20, 7, large-committee"})
    void a_cell_of_nine_full_members_has_a_committee_of_at_most_seven(int members, int besides, String found) {
        var all = holders("secretary", 1, "committee-member", besides);
        var committee = committee(ON, term("2027-12-31", Seats.NOT_FIXED), all);

        assertThat(String.join(" ", codes(committee, organization("cell", "Chi bộ"), members, 0)))
                .isEqualTo(found);
    }

    @Test // 29-QĐ/TW, mục 24: below nine, a secretary and one deputy
    void a_small_cell_has_one_deputy() {
        var term = term("2027-12-31", Seats.NOT_FIXED);
        var cell = organization("cell", "Chi bộ");

        assertThat(codes(committee(ON, term, holders("secretary", 1, "deputy-secretary", 1)), cell, 5, 0))
                .isEmpty();
        assertThat(codes(committee(ON, term, holders("secretary", 1, "deputy-secretary", 2)), cell, 5, 0))
                .containsExactly("large-deputies");
    }

    @ParameterizedTest // Điều lệ Đảng, Điều 24 khoản 3
    @CsvSource({
        "2026-01-15, 0, ''",
        "2026-01-14, 0, term-over",
        "2026-01-16, 0, ''",
        "2026-01-16, 1, ''",
        "2026-01-16, 2, term-ending",
        "2026-04-15, 90, ''",
        "2026-04-14, 90, term-ending"
    })
    void a_term_is_over_the_day_after_its_last(String ends, int days, String found) {
        var committee = committee(ON, term(ends, Seats.NOT_FIXED), holders("secretary", 1));

        assertThat(String.join(" ", codes(committee, organization("cell", "Chi bộ"), 5, days)))
                .isEqualTo(found);
    }

    @Test
    void whatever_is_not_on_record_is_missing() {
        assertThat(codes(committee(ON, null, List.of()), organization("grassroots-body", "Đảng bộ"), 0, 0))
                .containsExactly("secretary-missing", "inspection-head-missing", "term-missing");
    }

    @Test // Điều lệ Đảng, Điều 13 and Điều 22 khoản 5
    void a_body_short_of_what_the_congress_fixed_is_told_with_its_numbers() {
        var all = holders("secretary", 1, "deputy-secretary", 1, "committee-member", 8, "inspection-head", 1);
        var committee = committee(ON, term("2030-06-30", new Seats(11, 3, 1, 3)), all);
        var found = CommitteeFindings.of(
                committee,
                organization("grassroots-body", "Đảng bộ"),
                new CommitteeFindings.Rolls(0, List.of()),
                0,
                RULES);

        assertThat(found)
                .extracting(Finding::code)
                .containsExactly("standing-missing", "short-committee", "short-standing", "short-inspection");
        assertThat(found.get(1).facts()).containsEntry("number", "10").containsEntry("fixed", "11");
        assertThat(found).allSatisfy(f -> assertThat(f.citation()).isNotNull());
    }

    @Test // 208-QĐ/TW: a standing committee of at most one third, for terms that open from its day
    void a_standing_committee_above_a_third_is_told_only_where_the_rule_held_when_the_term_opened() {
        var all = holders("secretary", 1, "standing-member", 3, "committee-member", 5, "inspection-head", 1);
        var body = organization("grassroots-body", "Đảng bộ");
        var after = LocalDate.of(2026, 8, 1);
        var late = new Committee.Term("2026", after, LocalDate.of(2031, 1, 1), Seats.NOT_FIXED, "congress");

        assertThat(codes(committee(after, late, all), body, 0, 0)).containsExactly("standing-share");
        assertThat(codes(committee(after, term("2030-06-30", Seats.NOT_FIXED), all), body, 0, 0))
                .isEmpty();
    }

    @ParameterizedTest // 294-QĐ/TW: the pilot of five years; 30 months before it
    @CsvSource({
        "2025-06-30, 2028-06-30, ''",
        "2025-06-30, 2028-07-01, term-long",
        "2025-07-01, 2031-01-01, ''",
        "2025-07-01, 2031-01-02, term-long"
    })
    void a_term_longer_than_its_length_and_the_margin_is_told(LocalDate opened, LocalDate ends, String found) {
        var term = new Committee.Term("x", opened, ends, Seats.NOT_FIXED, "congress");
        var committee = committee(ON, term, holders("secretary", 1));

        assertThat(String.join(" ", codes(committee, organization("cell", "Chi bộ"), 5, 0)))
                .isEqualTo(found);
    }
}
