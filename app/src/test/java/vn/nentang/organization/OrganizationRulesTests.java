package vn.nentang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.organization.OrganizationEvent.Ended;
import vn.nentang.organization.OrganizationEvent.Founded;
import vn.nentang.organization.OrganizationEvent.Moved;
import vn.nentang.organization.OrganizationEvent.Recoded;
import vn.nentang.organization.OrganizationEvent.Renamed;
import vn.nentang.organization.OrganizationEvent.Retyped;
import vn.nentang.organization.OrganizationRules.Surroundings;

/** What may be recorded of an organisation, and what a list of acts makes of it; no database. */
final class OrganizationRulesTests {

    private static final OrganizationId CELL = id(1);
    private static final OrganizationId BODY = id(2);
    private static final OrganizationId OTHER = id(3);
    private static final LocalDate FOUNDED = day("2020-01-01");
    private static final LocalDate ENDED = day("2025-07-01");
    private static final LocalDate ON = day("2023-05-19");
    private static final Set<String> TYPES = Set.of("cell", "grassroots-body");

    private static final Surroundings ORDERLY = new Surroundings(TYPES, null, false, null, false, false);
    private static final Surroundings BELOW_A_BODY = new Surroundings(TYPES, body(), false, null, false, false);

    private static OrganizationId id(long number) {
        return new OrganizationId(new UUID(0, number));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static OrganizationState body() {
        return OrganizationState.foundedAs(new Founded(BODY, "grassroots-body", "Đảng bộ", null, null), FOUNDED);
    }

    private static OrganizationState cell() {
        return OrganizationState.foundedAs(new Founded(CELL, "cell", "Chi bộ 1", "01", BODY), FOUNDED);
    }

    private static OrganizationState endedCell() {
        return fold(
                act(FOUNDED, new Founded(CELL, "cell", "Chi bộ 1", "01", BODY)),
                act(ENDED, new Ended(CELL, "Sáp nhập", List.of(OTHER))));
    }

    /** One row: what is asked, of what, in which surroundings, and the codes of every reason against, in their order. */
    record Asked(
            OrganizationEvent act, LocalDate on, OrganizationState state, Surroundings around, List<String> refused) {

        static Asked of(OrganizationEvent act, OrganizationState state, Surroundings around, String... refused) {
            return new Asked(act, ON, state, around, List.of(refused));
        }

        @Override
        public String toString() {
            return "%s %s: %s".formatted(on, act, refused);
        }
    }

    /** Each next row mends one defect of the row before, so that the table also proves the order of the reasons. */
    static Stream<Asked> foundings() {
        var tooLong = "x".repeat(OrganizationRules.NAME_CHARS_MAX + 1);
        var longest = "x".repeat(OrganizationRules.NAME_CHARS_MAX);
        var longCode = "1".repeat(OrganizationRules.CODE_CHARS_MAX + 1);
        var longestCode = "1".repeat(OrganizationRules.CODE_CHARS_MAX);
        var fresh = OrganizationState.unknown(CELL);
        var taken = new Surroundings(TYPES, body(), false, OTHER, false, false);
        return Stream.of(
                Asked.of(
                        founding("no-such-type", " ", " ", BODY),
                        cell(),
                        ORDERLY,
                        "organization-already-founded",
                        "parent-not-in-force",
                        "organization-name-length",
                        "organization-type-unknown",
                        "organization-code-length"),
                Asked.of(
                        founding("no-such-type", " ", " ", BODY),
                        fresh,
                        ORDERLY,
                        "parent-not-in-force",
                        "organization-name-length",
                        "organization-type-unknown",
                        "organization-code-length"),
                Asked.of(
                        founding("no-such-type", " ", " ", BODY),
                        fresh,
                        BELOW_A_BODY,
                        "organization-name-length",
                        "organization-type-unknown",
                        "organization-code-length"),
                Asked.of(
                        founding("no-such-type", tooLong, " ", BODY),
                        fresh,
                        BELOW_A_BODY,
                        "organization-name-length",
                        "organization-type-unknown",
                        "organization-code-length"),
                Asked.of(
                        founding("no-such-type", longest, " ", BODY),
                        fresh,
                        BELOW_A_BODY,
                        "organization-type-unknown",
                        "organization-code-length"),
                Asked.of(founding("cell", longest, " ", BODY), fresh, BELOW_A_BODY, "organization-code-length"),
                Asked.of(founding("cell", longest, longCode, BODY), fresh, BELOW_A_BODY, "organization-code-length"),
                Asked.of(founding("cell", longest, longestCode, BODY), fresh, taken, "organization-code-taken"),
                Asked.of(founding("cell", longest, longestCode, BODY), fresh, BELOW_A_BODY),
                Asked.of(founding("cell", "Chi bộ 1", null, null), fresh, ORDERLY));
    }

    private static Founded founding(String type, String name, @Nullable String code, @Nullable OrganizationId parent) {
        return new Founded(CELL, type, name, code, parent);
    }

    static Stream<Asked> changes() {
        var unknown = OrganizationState.unknown(CELL);
        var below = new Surroundings(TYPES, body(), true, null, false, false);
        var full = new Surroundings(TYPES, null, false, null, true, true);
        var withMembers = new Surroundings(TYPES, null, false, null, false, true);
        var taken = new Surroundings(TYPES, null, false, OTHER, false, false);
        return Stream.of(
                Asked.of(
                        new Renamed(CELL, ""),
                        unknown,
                        ORDERLY,
                        "organization-not-in-force",
                        "organization-name-length"),
                Asked.of(new Renamed(CELL, ""), cell(), ORDERLY, "organization-name-length"),
                Asked.of(new Renamed(CELL, "Chi bộ 2"), cell(), ORDERLY),
                Asked.of(new Retyped(CELL, "district"), cell(), ORDERLY, "organization-type-unknown"),
                Asked.of(new Retyped(CELL, "cell"), cell(), ORDERLY),
                Asked.of(new Recoded(CELL, "02"), cell(), taken, "organization-code-taken"),
                Asked.of(new Recoded(CELL, "02"), cell(), ORDERLY),
                Asked.of(new Recoded(CELL, null), cell(), taken),
                Asked.of(new Moved(CELL, BODY), unknown, ORDERLY, "organization-not-in-force", "parent-not-in-force"),
                Asked.of(new Moved(CELL, BODY), cell(), ORDERLY, "parent-not-in-force"),
                Asked.of(new Moved(CELL, BODY), cell(), below, "parent-is-below"),
                Asked.of(new Moved(CELL, CELL), cell(), BELOW_A_BODY, "parent-is-below"),
                Asked.of(new Moved(CELL, BODY), cell(), BELOW_A_BODY),
                Asked.of(
                        new Ended(CELL, "Giải thể", List.of()),
                        cell(),
                        full,
                        "organization-has-organizations-below",
                        "organization-has-members"),
                Asked.of(new Ended(CELL, "Giải thể", List.of()), cell(), withMembers, "organization-has-members"),
                Asked.of(new Ended(CELL, "Giải thể", List.of()), cell(), ORDERLY));
    }

    /** Before, on and after the first and the last day. */
    static Stream<Asked> dates() {
        var rename = new Renamed(CELL, "Chi bộ 2");
        var move = new Moved(OTHER, CELL);
        return Stream.of(
                new Asked(rename, FOUNDED.minusDays(1), endedCell(), ORDERLY, List.of("organization-not-in-force")),
                new Asked(rename, FOUNDED, endedCell(), ORDERLY, List.of()),
                new Asked(rename, ENDED.minusDays(1), endedCell(), ORDERLY, List.of()),
                new Asked(rename, ENDED, endedCell(), ORDERLY, List.of("organization-not-in-force")),
                new Asked(move, FOUNDED.minusDays(1), other(), below(endedCell()), List.of("parent-not-in-force")),
                new Asked(move, FOUNDED, other(), below(endedCell()), List.of()),
                new Asked(move, ENDED.minusDays(1), other(), below(endedCell()), List.of()),
                new Asked(move, ENDED, other(), below(endedCell()), List.of("parent-not-in-force")));
    }

    private static OrganizationState other() {
        return OrganizationState.foundedAs(new Founded(OTHER, "cell", "Chi bộ 3", null, null), FOUNDED.minusYears(9));
    }

    private static Surroundings below(OrganizationState parent) {
        return new Surroundings(TYPES, parent, false, null, false, false);
    }

    @ParameterizedTest
    @MethodSource({"foundings", "changes", "dates"}) // no article: our own rules, docs/reference/refusals.md
    void an_act_is_refused_for_all_its_reasons_most_serious_first(Asked asked) {
        assertThat(OrganizationRules.against(asked.act(), asked.on(), asked.state(), asked.around()))
                .extracting(Refusal::code)
                .containsExactlyElementsOf(asked.refused());
    }

    private static Entry<OrganizationEvent> act(LocalDate on, OrganizationEvent event) {
        return new Entry<>(
                new EntryRef("here", on.toEpochDay()),
                "",
                event,
                on,
                Instant.EPOCH,
                "",
                Paper.UNKNOWN,
                List.of(),
                null);
    }

    @SafeVarargs
    private static OrganizationState fold(Entry<OrganizationEvent>... entries) {
        return OrganizationState.fold(CELL, Arrays.stream(entries).toList());
    }

    @Test
    void every_change_opens_a_period_and_the_end_closes_the_last() {
        var state = fold(
                act(FOUNDED, new Founded(CELL, "cell", "Chi bộ 1", "01", BODY)),
                act(day("2021-02-03"), new Renamed(CELL, "Chi bộ Một")),
                act(day("2022-02-03"), new Recoded(CELL, null)),
                act(day("2023-02-03"), new Moved(CELL, OTHER)),
                act(day("2024-02-03"), new Retyped(CELL, "grassroots-body")),
                act(ENDED, new Ended(CELL, "Sáp nhập", List.of(OTHER))));

        assertThat(state.anomalies()).isEmpty();
        assertThat(state.periods())
                .containsExactly(
                        period("2020-01-01", "2021-02-03", "Chi bộ 1", "cell", "01", BODY),
                        period("2021-02-03", "2022-02-03", "Chi bộ Một", "cell", "01", BODY),
                        period("2022-02-03", "2023-02-03", "Chi bộ Một", "cell", null, BODY),
                        period("2023-02-03", "2024-02-03", "Chi bộ Một", "cell", null, OTHER),
                        period("2024-02-03", "2025-07-01", "Chi bộ Một", "grassroots-body", null, OTHER));
    }

    private static OrganizationState.Period period(
            String from, String until, String name, String type, @Nullable String code, OrganizationId parent) {
        return new OrganizationState.Period(new DateRange(day(from), day(until)), name, type, code, parent);
    }

    @Test
    void an_act_learned_late_takes_its_place_among_the_others() {
        var entries = new ArrayList<>(List.of(
                act(FOUNDED, new Founded(CELL, "cell", "Chi bộ 1", null, null)),
                act(day("2024-01-01"), new Renamed(CELL, "Chi bộ Ba")),
                act(day("2022-01-01"), new Renamed(CELL, "Chi bộ Hai"))));
        entries.sort(Entry.FOLD_ORDER);

        assertThat(OrganizationState.fold(CELL, entries).periods())
                .extracting(OrganizationState.Period::name)
                .containsExactly("Chi bộ 1", "Chi bộ Hai", "Chi bộ Ba");
    }

    @Test
    void an_organisation_without_code_or_parent_has_one_open_period() {
        var state = fold(act(FOUNDED, new Founded(CELL, "cell", "Chi bộ 1", null, null)));

        assertThat(state.periods())
                .containsExactly(
                        new OrganizationState.Period(new DateRange(FOUNDED, null), "Chi bộ 1", "cell", null, null));
        assertThat(state.codes().on(FOUNDED)).contains(Optional.empty());
    }

    @Test
    void what_does_not_fit_is_kept_as_an_anomaly_and_changes_nothing_else() {
        var founding = act(FOUNDED, new Founded(CELL, "cell", "Chi bộ 1", null, null));
        var again = act(day("2021-01-01"), new Founded(CELL, "cell", "Chi bộ khác", null, null));
        var early = act(day("2019-01-01"), new Renamed(CELL, "Trước khi lập"));
        var end = act(ENDED, new Ended(CELL, "Giải thể", List.of()));
        var endAgain = act(ENDED.plusDays(1), new Ended(CELL, "Giải thể", List.of()));

        var state = fold(early, founding, again, end, endAgain);

        assertThat(state.anomalies())
                .extracting(OrganizationState.Anomaly::code)
                .containsExactly("outside-lifetime", "founded-twice", "ended-out-of-place");
        assertThat(state.periods()).extracting(OrganizationState.Period::name).containsExactly("Chi bộ 1");
        assertThat(state.endedOn()).isEqualTo(ENDED);
    }

    @Test
    void the_end_of_another_organisation_changes_nothing_of_its_successor() {
        var state = fold(
                act(FOUNDED, new Founded(CELL, "cell", "Chi bộ 1", null, null)),
                act(ENDED, new Ended(OTHER, "Sáp nhập", List.of(CELL))));

        assertThat(state.isInForce(ENDED)).isTrue();
        assertThat(state.anomalies()).isEmpty();
    }
}
