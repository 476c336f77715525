package vn.nentang.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.membership.Membership.Grade;
import vn.nentang.membership.MembershipEvent.Admitted;
import vn.nentang.membership.MembershipEvent.Arrived;
import vn.nentang.membership.MembershipEvent.Departed;
import vn.nentang.membership.MembershipEvent.Enrolled;
import vn.nentang.membership.MembershipEvent.Exempted;
import vn.nentang.membership.MembershipEvent.FactsRecorded;
import vn.nentang.membership.MembershipEvent.Left;
import vn.nentang.membership.MembershipEvent.PersonRegistered;
import vn.nentang.membership.MembershipEvent.Recognised;
import vn.nentang.membership.MembershipEvent.Reinstated;
import vn.nentang.membership.MembershipEvent.Restored;
import vn.nentang.membership.MembershipEvent.Resumed;
import vn.nentang.membership.MembershipEvent.Suspended;
import vn.nentang.membership.MembershipEvent.TemporaryActivityEnded;
import vn.nentang.membership.MembershipEvent.TemporaryActivityStarted;
import vn.nentang.membership.MembershipEvent.Transferred;
import vn.nentang.rulebook.Rulebook;

/** What may be recorded of a person in Party life, and what a list of acts makes of it; no database. */
final class MembershipRulesTests {

    private static final Rulebook RULES = Rulebook.load();
    private static final PersonId WHO = new PersonId(new UUID(0, 1));
    private static final OrganizationId CELL = new OrganizationId(new UUID(0, 2));
    private static final OrganizationId OTHER = new OrganizationId(new UUID(0, 3));
    private static final LocalDate ON = LocalDate.of(2024, 5, 19);
    private static final LocalDate BEFORE = LocalDate.of(2020, 1, 1);

    private static PartialDate date(String iso) {
        return PartialDate.parse(iso);
    }

    private static Entry<MembershipEvent> act(LocalDate on, MembershipEvent event) {
        var ref = new EntryRef("here", 1 + on.toEpochDay());
        return new Entry<>(ref, "", event, on, Instant.EPOCH, "", Paper.UNKNOWN, List.of(), null);
    }

    /** The person of these acts, one on each following day. */
    private static MembershipState after(MembershipEvent... acts) {
        var entries = new ArrayList<Entry<MembershipEvent>>();
        for (var event : acts) {
            entries.add(act(BEFORE.plusDays(entries.size()), event));
        }
        return MembershipState.fold(WHO, entries);
    }

    private static final PersonRegistered REGISTERED = new PersonRegistered(
            WHO, List.of(new Fact(Fact.FULL_NAME, "Lò Thị Ánh"), new Fact(Fact.BIRTH, "1990-02-03")));
    private static final Enrolled FULL = new Enrolled(WHO, CELL, "full");
    private static final MembershipState NOBODY = after();
    private static final MembershipState KNOWN = after(REGISTERED);
    private static final MembershipState MEMBER = after(REGISTERED, FULL);

    /** One row: what is asked, of whom, and the codes of every reason against, in their order. */
    record Asked(MembershipEvent act, MembershipState state, boolean cellOpen, List<String> refused) {

        static Asked of(MembershipEvent act, MembershipState state, String... refused) {
            return new Asked(act, state, true, List.of(refused));
        }

        static Asked closed(MembershipEvent act, MembershipState state, String... refused) {
            return new Asked(act, state, false, List.of(refused));
        }

        @Override
        public String toString() {
            return act + " " + refused;
        }
    }

    /** Each next row mends one defect of the row before, so that the table also proves the order of the reasons. */
    static Stream<Asked> files() {
        return Stream.of(
                Asked.of(registered(), KNOWN, "person-already-registered", "name-missing"),
                Asked.of(registered(), NOBODY, "name-missing"),
                Asked.of(registered(new Fact(Fact.FULL_NAME, null)), NOBODY, "name-missing", "name-missing"),
                Asked.of(registered(new Fact(Fact.FULL_NAME, " ")), NOBODY, "value-length"),
                Asked.of(registered(new Fact(Fact.FULL_NAME, "Đinh Ý")), NOBODY),
                Asked.of(recorded("shoe-size", "41"), NOBODY, "person-unknown", "field-unknown"),
                Asked.of(recorded("shoe-size", "41"), KNOWN, "field-unknown"),
                Asked.of(recorded("native-place", "x".repeat(4_001)), KNOWN, "value-length"),
                Asked.of(recorded("native-place", "x".repeat(4_000)), KNOWN),
                Asked.of(recorded(Fact.BIRTH, "31/02/1962"), KNOWN, "value-not-a-date"),
                Asked.of(recorded(Fact.BIRTH, "1962-02-31"), KNOWN, "value-not-a-date"),
                Asked.of(recorded(Fact.BIRTH, "1962-02"), KNOWN),
                Asked.of(recorded(Fact.SEX, "x"), KNOWN, "value-not-in-list"),
                Asked.of(recorded(Fact.SEX, "female"), KNOWN),
                Asked.of(recorded(Fact.ETHNICITY, "99"), KNOWN, "value-not-in-list"),
                Asked.of(recorded(Fact.ETHNICITY, "25"), KNOWN),
                Asked.of(recorded(Fact.FULL_NAME, null), KNOWN, "name-missing"),
                Asked.of(recorded("native-place", null), KNOWN));
    }

    private static PersonRegistered registered(Fact... facts) {
        return new PersonRegistered(WHO, List.of(facts));
    }

    private static FactsRecorded recorded(String field, @Nullable String value) {
        return new FactsRecorded(WHO, List.of(new Fact(field, value)));
    }

    static Stream<Asked> lives() {
        var tooYoung = new Admitted(WHO, CELL, date("2008-02-02"));
        var admission = new Admitted(WHO, CELL, date("2008-02-03"));
        var probationer = after(REGISTERED, admission);
        var exempt = after(REGISTERED, FULL, new Exempted(WHO));
        var suspended = after(REGISTERED, FULL, new Suspended(WHO, null));
        var visiting = after(REGISTERED, FULL, new TemporaryActivityStarted(WHO, OTHER, null));
        var gone = after(REGISTERED, FULL, new Departed(WHO, "other-province", null));
        var left = after(REGISTERED, FULL, new Left(WHO, "deleted"));
        return Stream.of(
                Asked.closed(tooYoung, NOBODY, "person-unknown", "cell-not-in-force"),
                Asked.closed(tooYoung, MEMBER, "cell-not-in-force", "already-member", "admitted-too-young"),
                Asked.of(tooYoung, MEMBER, "already-member", "admitted-too-young"),
                Asked.of(tooYoung, KNOWN, "admitted-too-young"),
                Asked.of(admission, KNOWN),
                Asked.of(admission, left),
                Asked.of(new Recognised(WHO, date("2009-02-02")), KNOWN, "not-probationary"),
                Asked.of(new Recognised(WHO, date("2009-02-02")), MEMBER, "not-probationary"),
                Asked.of(new Recognised(WHO, date("2009-02-02")), probationer, "recognised-too-early"),
                Asked.of(new Recognised(WHO, date("2009-02-03")), probationer),
                Asked.closed(FULL, MEMBER, "cell-not-in-force", "already-on-this-roll"),
                Asked.of(FULL, MEMBER, "already-on-this-roll"),
                Asked.of(new Enrolled(WHO, OTHER, null), MEMBER),
                Asked.of(new Arrived(WHO, OTHER, "other-province", null), MEMBER, "already-on-a-roll"),
                Asked.of(new Arrived(WHO, OTHER, "other-province", null), gone),
                Asked.closed(new Transferred(WHO, CELL), gone, "cell-not-in-force", "not-on-any-roll"),
                Asked.of(new Transferred(WHO, CELL), gone, "not-on-any-roll"),
                Asked.of(new Transferred(WHO, CELL), MEMBER, "already-on-this-roll"),
                Asked.of(new Transferred(WHO, OTHER), MEMBER),
                Asked.of(new Departed(WHO, "other-province", null), gone, "not-on-any-roll"),
                Asked.of(new Departed(WHO, "other-province", null), MEMBER),
                Asked.of(new Exempted(WHO), gone, "not-on-any-roll"),
                Asked.of(new Exempted(WHO), exempt, "already-exempt"),
                Asked.of(new Exempted(WHO), MEMBER),
                Asked.of(new Resumed(WHO), MEMBER, "not-exempt"),
                Asked.of(new Resumed(WHO), exempt),
                Asked.of(new Suspended(WHO, null), gone, "not-on-any-roll"),
                Asked.of(new Suspended(WHO, null), suspended, "already-suspended"),
                Asked.of(new Suspended(WHO, null), MEMBER),
                Asked.of(new Reinstated(WHO), MEMBER, "not-suspended"),
                Asked.of(new Reinstated(WHO), suspended),
                Asked.of(visit(null, null), MEMBER, "temporary-activity-needs-another-place"),
                Asked.of(visit(CELL, null), MEMBER, "temporary-activity-needs-another-place"),
                Asked.of(visit(OTHER, null), MEMBER),
                Asked.of(visit(null, "Hà Nội"), MEMBER),
                Asked.of(new TemporaryActivityEnded(WHO), MEMBER, "not-in-temporary-activity"),
                Asked.of(new TemporaryActivityEnded(WHO), visiting),
                Asked.of(new Left(WHO, "bored"), KNOWN, "not-a-member", "value-not-in-list"),
                Asked.of(new Left(WHO, "bored"), MEMBER, "value-not-in-list"),
                Asked.of(new Left(WHO, "died"), MEMBER),
                Asked.of(new Restored(WHO, CELL), MEMBER, "not-left"),
                Asked.closed(new Restored(WHO, CELL), left, "cell-not-in-force"),
                Asked.of(new Restored(WHO, CELL), left));
    }

    private static TemporaryActivityStarted visit(@Nullable OrganizationId cell, @Nullable String place) {
        return new TemporaryActivityStarted(WHO, cell, place);
    }

    @ParameterizedTest
    @MethodSource({"files", "lives"}) // Điều lệ Đảng 2011 Điều 5; our own rules in docs/reference/refusals.md
    void an_act_is_refused_for_all_its_reasons_most_serious_first(Asked asked) {
        var around = new MembershipRules.Surroundings(RULES.on(ON), asked.cellOpen());

        assertThat(MembershipRules.against(asked.act(), ON, asked.state(), around))
                .extracting(Refusal::code)
                .containsExactlyElementsOf(asked.refused());
    }

    /** Before, on and after the day; a date known by year or month alone gets the benefit of the doubt. */
    @ParameterizedTest(name = "born {0}, admitted {1}: refused {2}")
    @CsvSource({
        "2006-05-20, 2024-05-19, true",
        "2006-05-19, 2024-05-19, false",
        "2006-05-18, 2024-05-19, false",
        "2006-06, 2024-05-19, true",
        "2006-05, 2024-05-19, false",
        "2007, 2024-05-19, true",
        "2006, 2024-05-19, false",
        "2006-05-20, 2024-05, false",
        "2006-06-01, 2024-05, true",
        "2006-12-31, 2024, false",
        "2007-01-01, 2024, true",
        "2004-02-29, 2022-02-27, true",
        "2004-02-29, 2022-02-28, false"
    }) // 24-QĐ/TW 2021-07-30 mục 1.1.1
    void nobody_is_admitted_before_the_eighteenth_birthday(String born, String admitted, boolean refused) {
        var person = after(registered(new Fact(Fact.FULL_NAME, "Ý"), new Fact(Fact.BIRTH, born)));
        var around = new MembershipRules.Surroundings(RULES.on(ON), true);

        var reasons = MembershipRules.against(new Admitted(WHO, CELL, date(admitted)), ON, person, around);

        assertThat(reasons).extracting(Refusal::code).isEqualTo(refused ? List.of("admitted-too-young") : List.of());
        assertThat(reasons).allSatisfy(r -> {
            assertThat(r.citation()).hasToString("mục 1.1.1, 24-QĐ/TW 2021-07-30");
            assertThat(r.facts()).isEqualTo(Map.of("birth", born, "required", "18"));
        });
    }

    @ParameterizedTest(name = "admitted {0}, recognised {1}: refused {2}")
    @CsvSource({
        "2023-05-19, 2024-05-18, true",
        "2023-05-19, 2024-05-19, false",
        "2023-05-19, 2024-05-20, false",
        "2023-05-19, 2024-04, true",
        "2023-05-19, 2024-05, false",
        "2023-05-19, 2024, false",
        "2023-05, 2024-04-30, true",
        "2023-05, 2024-05-01, false",
        "2023, 2023-12-31, true",
        "2023, 2024-01-01, false",
        "2024-02-29, 2025-02-27, true",
        "2024-02-29, 2025-02-28, false",
        "1986-12-17, 1987-01-05, false",
        "1986-12-18, 1987-01-05, true"
    }) // Điều lệ Đảng 2011 Điều 5; before 1986 other lengths, not known
    void nobody_is_recognised_before_twelve_months_of_probation(String admitted, String recognised, boolean refused) {
        var on = date(recognised).lastDay();
        var person = MembershipState.fold(
                WHO,
                List.of(
                        act(date(admitted).firstDay().minusDays(1), REGISTERED),
                        act(date(admitted).firstDay(), new Admitted(WHO, CELL, date(admitted)))));
        var around = new MembershipRules.Surroundings(RULES.on(on), true);

        var reasons = MembershipRules.against(new Recognised(WHO, date(recognised)), on, person, around);

        assertThat(reasons).extracting(Refusal::code).isEqualTo(refused ? List.of("recognised-too-early") : List.of());
        assertThat(reasons)
                .allMatch(r -> r.citation() != null && "12".equals(r.facts().get("required")));
    }

    @Test // Điều lệ Đảng 2011 Điều 5
    void probation_and_recognition_follow_each_other() {
        var state =
                after(REGISTERED, new Admitted(WHO, CELL, date("2008-05")), new Recognised(WHO, date("2009-05-19")));

        assertThat(state.anomalies()).isEmpty();
        assertThat(state.memberships().byStart().values())
                .extracting(Membership::grade)
                .containsExactly(Grade.PROBATIONARY, Grade.FULL);
        assertThat(state.now(ON).admittedOn()).isEqualTo(date("2008-05"));
        assertThat(state.now(ON).recognisedOn()).isEqualTo(date("2009-05-19"));
        assertThat(state.now(ON).cell()).isEqualTo(CELL);
        assertThat(state.now(BEFORE)).isEqualTo(Membership.NONE);
    }

    /** The standing that is printed after the last of these acts. */
    record Shown(Standing standing, MembershipState state) {}

    static Stream<Shown> standings() {
        var exempt = new Exempted(WHO);
        var suspended = new Suspended(WHO, null);
        var away = visit(null, "Hà Nội");
        return Stream.of(
                new Shown(Standing.UNKNOWN, after(REGISTERED, new Enrolled(WHO, CELL, null))),
                new Shown(Standing.PROBATIONARY, after(REGISTERED, new Enrolled(WHO, CELL, "probationary"))),
                new Shown(Standing.FULL, after(REGISTERED, FULL)),
                new Shown(Standing.TEMPORARY_ELSEWHERE, after(REGISTERED, FULL, away)),
                new Shown(Standing.FULL, after(REGISTERED, FULL, away, new TemporaryActivityEnded(WHO))),
                new Shown(Standing.EXEMPT, after(REGISTERED, FULL, away, exempt)),
                new Shown(Standing.FULL, after(REGISTERED, FULL, exempt, new Resumed(WHO))),
                new Shown(Standing.SUSPENDED, after(REGISTERED, FULL, exempt, suspended)),
                new Shown(Standing.EXEMPT, after(REGISTERED, FULL, exempt, suspended, new Reinstated(WHO))),
                new Shown(Standing.FULL, after(REGISTERED, FULL, new Transferred(WHO, OTHER))));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void the_most_restrictive_standing_is_shown(Shown shown) {
        assertThat(shown.state().now(ON).standing()).isEqualTo(shown.standing());
    }

    @Test
    void who_left_is_on_no_roll_and_keeps_the_days_of_admission() {
        var state = after(
                REGISTERED,
                new Admitted(WHO, CELL, date("2008")),
                new Recognised(WHO, date("2009")),
                new Left(WHO, "deleted"));

        assertThat(state.now(ON))
                .isEqualTo(new Membership(
                        Grade.NONE, null, false, false, null, null, null, date("2008"), date("2009"), "deleted"));
    }

    @Test
    void who_is_restored_has_the_grade_from_before() {
        var full = after(
                REGISTERED,
                new Admitted(WHO, CELL, date("2008")),
                new Recognised(WHO, date("2009")),
                new Left(WHO, "expelled"),
                new Restored(WHO, OTHER));
        var probationary = after(
                REGISTERED, new Admitted(WHO, CELL, date("2008")), new Left(WHO, "deleted"), new Restored(WHO, CELL));
        var listed = after(REGISTERED, FULL, new Left(WHO, "expelled"), new Restored(WHO, OTHER));

        assertThat(full.now(ON).grade()).isEqualTo(Grade.FULL);
        assertThat(full.now(ON).cell()).isEqualTo(OTHER);
        assertThat(full.now(ON).leftBy()).isNull();
        assertThat(probationary.now(ON).grade()).isEqualTo(Grade.PROBATIONARY);
        assertThat(listed.now(ON).grade()).isEqualTo(Grade.FULL);
    }

    @Test
    void an_admission_after_leaving_starts_a_new_probation() {
        var state =
                after(REGISTERED, FULL, new Left(WHO, "left-on-request"), new Admitted(WHO, OTHER, date("2022-03-04")));

        assertThat(state.anomalies()).isEmpty();
        assertThat(state.now(ON).standing()).isEqualTo(Standing.PROBATIONARY);
        assertThat(state.now(ON).recognisedOn()).isNull();
        assertThat(state.now(ON).leftBy()).isNull();
    }

    @Test
    void an_act_learned_late_takes_its_place_among_the_others() {
        var late = new ArrayList<>(List.of(
                act(BEFORE, REGISTERED),
                act(BEFORE, FULL),
                act(ON, recorded(Fact.FULL_NAME, "Lò Thị Ánh Hai")),
                act(ON.minusYears(1), recorded("occupation", "Giáo viên"))));
        late.sort(Entry.FOLD_ORDER);
        var state = MembershipState.fold(WHO, late);

        assertThat(state.fact("occupation", ON)).contains("Giáo viên");
        assertThat(state.fact(Fact.FULL_NAME, ON.minusDays(1))).contains("Lò Thị Ánh");
        assertThat(state.fact(Fact.FULL_NAME, ON)).contains("Lò Thị Ánh Hai");
    }

    @Test
    void a_file_is_true_before_it_was_learned_and_a_field_can_be_emptied() {
        var state = after(REGISTERED, recorded(Fact.BIRTH, null));

        assertThat(state.fact(Fact.FULL_NAME, LocalDate.of(1995, 1, 1))).contains("Lò Thị Ánh");
        assertThat(state.fact(Fact.BIRTH, BEFORE)).contains("1990-02-03");
        assertThat(state.fact(Fact.BIRTH, ON)).isEmpty();
        assertThat(state.birth()).isEmpty();
        assertThat(state.filePeriods())
                .extracting(MembershipState.Period::from, MembershipState.Period::until)
                .containsExactly(tuple(null, BEFORE.plusDays(1)), tuple(BEFORE.plusDays(1), null));
    }

    @Test
    void what_does_not_fit_is_kept_as_an_anomaly() {
        var state = after(
                new Recognised(WHO, date("2010")),
                new Admitted(WHO, CELL, date("2011")),
                new Left(WHO, "died"),
                new Transferred(WHO, OTHER),
                new Departed(WHO, "other-province", null),
                new Departed(WHO, "other-province", null));

        assertThat(state.anomalies())
                .extracting(MembershipState.Anomaly::code)
                .containsExactly(
                        "recognised-without-probation", "admitted-while-member", "not-on-any-roll", "not-on-any-roll");
    }
}
