package vn.nentang.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.committee.Election.Attendance;
import vn.nentang.committee.Election.Ballots;
import vn.nentang.committee.Election.Candidate;
import vn.nentang.committee.ElectionCount.BaseLine;
import vn.nentang.committee.ElectionCount.Fate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.rulebook.Rulebook;

final class ElectionCountTests {

    private static final Rulebook RULES = Rulebook.load();
    private static final LocalDate ON = LocalDate.of(2025, 8, 20);
    private static final Attendance ALL_OF_20 = new Attendance(20, 20, 0, 0, 0, 0);

    private static PersonId person(int number) {
        return new PersonId(new UUID(7, number));
    }

    /** A list with surplus: whoever is not chosen is crossed out. */
    private static Election chosen(int seats, Attendance attendance, int valid, int... votes) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < votes.length; i++) {
            candidates.add(new Candidate(person(i + 1), "convener", null, votes[i], valid - votes[i], 0));
        }
        return election("committee", "members-congress", seats, attendance, valid, candidates);
    }

    private static Election election(
            String body, String meeting, int seats, Attendance attendance, int valid, List<Candidate> candidates) {
        var ballots = new Ballots(valid, valid, valid, 0);
        return new Election(body, meeting, seats, attendance, ballots, candidates, null, List.of(), null);
    }

    private static ElectionCount count(Election election) {
        return ElectionCount.of(election, ON, RULES);
    }

    private static List<String> codes(ElectionCount count) {
        return count.problems().stream().map(Refusal::code).toList();
    }

    private static List<Fate> fates(ElectionCount count) {
        return count.outcomes().stream().map(ElectionCount.Outcome::fate).toList();
    }

    private static Attendance attendance(int temporary, int exempt, int suspended, int excused) {
        return new Attendance(20, 20 - temporary - exempt - suspended - excused, temporary, exempt, suspended, excused);
    }

    @ParameterizedTest // 24-QĐ/TW and 294-QĐ/TW, mục 9.3: who counts, by the kind of meeting
    @CsvSource({
        "members-congress, 20, 0, 0, 0, 0, 20",
        "members-congress, 20, 1, 0, 0, 0, 19",
        "members-congress, 20, 0, 2, 0, 0, 18",
        "members-congress, 20, 0, 0, 1, 0, 19",
        "members-congress, 20, 0, 0, 0, 3, 17",
        "members-congress, 20, 1, 2, 1, 3, 13",
        "delegates-congress, 20, 1, 2, 1, 3, 17",
        "committee-meeting, 20, 1, 2, 1, 3, 20",
        "cell-meeting, 20, 0, 0, 0, 3, 20",
        "cell-meeting, 20, 1, 2, 1, 3, 16",
    })
    void the_base_depends_on_the_kind_of_meeting(
            String meeting, int summoned, int temporary, int exempt, int suspended, int excused, int base) {
        var held = election(
                "secretary-seat",
                meeting,
                1,
                attendance(temporary, exempt, suspended, excused),
                10,
                List.of(new Candidate(person(1), "convener", null, 10, 0, 0)));

        assertThat(count(held).total()).isEqualTo(base);
        assertThat(count(held).base().getFirst().number()).isEqualTo(summoned);
        assertThat(count(held).base())
                .extracting(BaseLine::citation)
                .allSatisfy(
                        c -> assertThat(Objects.requireNonNull(c).instrument()).startsWith("294-QĐ/TW"));
    }

    @Test // 294-QĐ/TW, mục 9.3: the example used in training
    void of_20_members_with_3_away_on_duty_an_ordinary_meeting_counts_20() {
        var held = election(
                "secretary-seat",
                "cell-meeting",
                1,
                attendance(0, 0, 0, 3),
                17,
                List.of(new Candidate(person(1), "convener", null, 10, 7, 0)));

        assertThat(count(held).total()).isEqualTo(20);
        assertThat(count(held).needed()).isEqualTo(11);
        assertThat(fates(count(held))).containsExactly(Fate.BELOW);
    }

    @ParameterizedTest // 190-QĐ/TW, Điều 30
    @CsvSource({"20, 10, BELOW", "20, 11, ELECTED", "21, 10, BELOW", "21, 11, ELECTED", "1, 1, ELECTED", "3, 2, ELECTED"
    })
    void more_than_half_is_needed_and_exactly_half_is_not_enough(int base, int votes, Fate fate) {
        var held = election(
                "secretary-seat",
                "members-congress",
                1,
                new Attendance(base, base, 0, 0, 0, 0),
                base,
                List.of(new Candidate(person(1), "convener", null, votes, base - votes, 0)));

        assertThat(fates(count(held))).containsExactly(fate);
        assertThat(count(held).outcomes().getFirst().citation()).hasToString("Điều 30, 190-QĐ/TW 2024-10-10");
    }

    @ParameterizedTest // 190-QĐ/TW, Điều 30: who is elected has more than half, so that as many must be there
    @CsvSource({"20, 10, true", "20, 11, false", "21, 10, true", "21, 11, false", "1, 1, false"})
    void fewer_present_than_the_votes_that_are_needed_gets_a_notice(int summoned, int present, boolean told) {
        var held = election(
                "secretary-seat",
                "cell-meeting",
                1,
                new Attendance(summoned, present, 0, 0, 0, 0),
                present,
                List.of(new Candidate(person(1), "convener", null, present, 0, 0)));
        var count = count(held);

        assertThat(codes(count)).isEmpty();
        assertThat(count.notices().stream().filter(n -> n.caution() == ElectionCount.Caution.FEW_PRESENT))
                .hasSize(told ? 1 : 0)
                .allSatisfy(n -> assertThat(n.facts()).containsEntry("needed", String.valueOf(count.needed())))
                .allSatisfy(n -> assertThat(n.citation()).hasToString("Điều 30, 190-QĐ/TW 2024-10-10"));
        assertThat(fates(count)).containsExactly(told ? Fate.BELOW : Fate.ELECTED);
    }

    @ParameterizedTest // 220-QĐ/TW (2009), 244-QĐ/TW (2014), 190-QĐ/TW (2024)
    @CsvSource({
        "2009-04-16,",
        "2009-04-17, 220-QĐ/TW 2009-04-17",
        "2014-06-08, 220-QĐ/TW 2009-04-17",
    })
    void before_the_first_rule_nothing_is_computed_and_the_paper_in_force_is_named(
            LocalDate on, @Nullable String paper) {
        var count = ElectionCount.of(chosen(3, ALL_OF_20, 20, 20, 19, 18), on, RULES);

        assertThat(codes(count)).containsExactly("election-rules-unknown");
        assertThat(count.outcomes()).isEmpty();
        assertThat(count.problems().getFirst().facts()).containsEntry("first", "2014-06-09");
        var cited = count.problems().getFirst().citation();
        assertThat(cited == null ? null : cited.instrument()).isEqualTo(paper);
    }

    @ParameterizedTest
    @CsvSource({
        "2014-06-09, 244-QĐ/TW 2014-06-09",
        "2024-10-09, 244-QĐ/TW 2014-06-09",
        "2024-10-10, 190-QĐ/TW 2024-10-10"
    })
    void an_election_is_judged_by_the_regulation_of_its_day(LocalDate on, String instrument) {
        var outcome = ElectionCount.of(chosen(3, ALL_OF_20, 20, 20, 19, 18), on, RULES)
                .outcomes()
                .getFirst();

        assertThat(outcome.citation()).extracting(c -> c.instrument()).isEqualTo(instrument);
    }

    @Test // 190-QĐ/TW, Điều 30
    void of_more_than_the_seats_the_highest_votes_win() {
        var count = count(chosen(5, ALL_OF_20, 20, 12, 20, 15, 18, 16, 19));

        assertThat(codes(count)).isEmpty();
        assertThat(count.elected()).containsExactly(person(2), person(6), person(4), person(5), person(3));
        assertThat(fates(count)).last().isEqualTo(Fate.OUTVOTED);
        assertThat(count.openSeats()).isZero();
    }

    @Test
    void a_tie_at_the_last_seat_is_named_and_nobody_of_it_is_chosen() {
        var count = count(chosen(5, ALL_OF_20, 20, 19, 18, 17, 16, 15, 15));

        assertThat(codes(count)).isEmpty();
        assertThat(count.elected()).containsExactly(person(1), person(2), person(3), person(4));
        assertThat(count.tied()).containsExactly(person(5), person(6));
        assertThat(count.openSeats()).isEqualTo(1);
    }

    @Test
    void equal_votes_within_the_seats_are_no_tie() {
        var count = count(chosen(5, ALL_OF_20, 20, 19, 19, 18, 18, 18, 12));

        assertThat(count.tied()).isEmpty();
        assertThat(count.elected()).hasSize(5);
    }

    @Test
    void equal_votes_of_those_who_did_not_pass_are_no_tie() {
        var count = count(chosen(5, ALL_OF_20, 20, 19, 19, 18, 18, 10, 10));

        assertThat(count.tied()).isEmpty();
        assertThat(count.elected()).hasSize(4);
        assertThat(count.openSeats()).isEqualTo(1);
    }

    @ParameterizedTest // 190-QĐ/TW, Điều 14: at most 30 %, one where that is less than one
    @CsvSource({"10, 13, ''", "10, 14, surplus-too-large", "3, 4, ''", "3, 5, surplus-too-large", "7, 9, ''", "1, 2, ''"
    })
    void the_surplus_is_at_most_30_percent_of_the_seats(int seats, int candidates, String refused) {
        var votes = new int[candidates];
        for (int i = 0; i < candidates; i++) {
            votes[i] = i < seats ? 20 : 0;
        }
        var count = count(chosen(seats, ALL_OF_20, 20, votes));

        assertThat(String.join(" ", codes(count))).isEqualTo(refused);
    }

    @Test // 190-QĐ/TW, Điều 14
    void a_committee_elected_without_surplus_gets_a_notice_not_a_refusal() {
        var count = count(chosen(3, ALL_OF_20, 20, 20, 20, 20));

        assertThat(codes(count)).isEmpty();
        assertThat(count.notices())
                .extracting(ElectionCount.Notice::caution)
                .containsExactly(ElectionCount.Caution.SURPLUS_MISSING);
        assertThat(count(chosen(3, ALL_OF_20, 20, 20, 20, 15, 5)).notices())
                .extracting(ElectionCount.Notice::caution)
                .containsExactly(ElectionCount.Caution.SURPLUS_BY_ONE);
    }

    @ParameterizedTest // 190-QĐ/TW, Điều 14: more than 30 % of those attending
    @CsvSource({
        "convener, , ''",
        "nominated, 6, candidate-without-agreement",
        "nominated, 7, ''",
        "self, , candidate-without-agreement",
        "self, 21, candidate-without-agreement"
    })
    void an_outsider_needs_more_than_30_percent_of_those_attending(
            String source, @Nullable Integer agreed, String refused) {
        var held = election(
                "secretary-seat",
                "members-congress",
                1,
                ALL_OF_20,
                20,
                List.of(new Candidate(person(1), source, agreed, 20, 0, 0)));

        assertThat(String.join(" ", codes(count(held)))).isEqualTo(refused);
    }

    @Test // 190-QĐ/TW, Điều 15
    void without_surplus_a_line_marked_twice_or_not_at_all_is_void_alone() {
        var held = election(
                "inspection-committee",
                "committee-meeting",
                2,
                ALL_OF_20,
                20,
                List.of(
                        new Candidate(person(1), "convener", null, 18, 0, 2),
                        new Candidate(person(2), "convener", null, 20, 0, 0)));

        assertThat(codes(count(held))).isEmpty();
        assertThat(count(held).elected()).containsExactly(person(2), person(1));
    }

    /** A count with one defect, and the code it is refused with. */
    record Defect(String code, Election held) {

        @Override
        public String toString() {
            return code;
        }
    }

    private static Election held(Attendance attendance, Ballots ballots, Candidate... candidates) {
        return new Election(
                "secretary-seat",
                "members-congress",
                1,
                attendance,
                ballots,
                List.of(candidates),
                null,
                List.of(),
                null);
    }

    private static Candidate one(int agree, int disagree, int voided) {
        return new Candidate(person(1), "convener", null, agree, disagree, voided);
    }

    static Stream<Defect> defects() {
        var good = new Ballots(20, 20, 20, 0);
        return Stream.of(
                new Defect(
                        "attendance-does-not-add-up",
                        held(new Attendance(20, 20, 1, 0, 0, 0), new Ballots(19, 19, 19, 0), one(19, 0, 0))),
                new Defect(
                        "attendance-does-not-add-up", held(new Attendance(20, 20, -1, 0, 0, 0), good, one(20, 0, 0))),
                new Defect("ballots-do-not-add-up", held(ALL_OF_20, new Ballots(18, 19, 19, 0), one(19, 0, 0))),
                new Defect("ballots-do-not-add-up", held(ALL_OF_20, new Ballots(20, 20, 18, 1), one(18, 0, 0))),
                new Defect("more-ballots-than-voters", held(ALL_OF_20, new Ballots(21, 20, 20, 0), one(20, 0, 0))),
                new Defect("candidate-votes-do-not-add-up", held(ALL_OF_20, good, one(15, 4, 0))),
                new Defect("candidate-votes-do-not-add-up", held(ALL_OF_20, good, one(21, -1, 0))),
                new Defect("candidate-twice", held(ALL_OF_20, good, one(10, 10, 0), one(9, 11, 0))),
                new Defect(
                        "void-line-with-surplus",
                        held(ALL_OF_20, good, one(10, 9, 1), new Candidate(person(2), "convener", null, 9, 11, 0))),
                new Defect(
                        "more-votes-than-seats-allow",
                        held(ALL_OF_20, good, one(11, 9, 0), new Candidate(person(2), "convener", null, 10, 10, 0))),
                new Defect("election-list-and-seats", held(ALL_OF_20, good)),
                new Defect(
                        "value-not-in-list",
                        held(ALL_OF_20, good, new Candidate(person(1), "somebody", 20, 20, 0, 0))));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void what_does_not_add_up_is_refused(Defect defect) {
        assertThat(codes(count(defect.held()))).containsExactly(defect.code());
    }

    @Test
    void everything_that_does_not_add_up_is_told_at_once() {
        var count = count(held(new Attendance(20, 19, 2, 0, 0, 0), new Ballots(22, 21, 20, 0), one(15, 4, 0)));

        assertThat(codes(count))
                .containsExactly(
                        "attendance-does-not-add-up",
                        "ballots-do-not-add-up",
                        "more-ballots-than-voters",
                        "candidate-votes-do-not-add-up");
    }

    @Test // 190-QĐ/TW, Điều 14: a draft rule says so
    void a_result_that_rests_on_memory_carries_the_mark() {
        var notice = count(chosen(3, ALL_OF_20, 20, 20, 20, 15, 5)).notices().getFirst();

        assertThat(Objects.requireNonNull(notice.citation()).mark().needsCaution())
                .isTrue();
    }
}
