package vn.nentang.statistics.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.years.Ladder;
import vn.nentang.review.years.OrganizationRows;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.statistics.census.Beliefs.Belief;

/** Pictures made one from the other. */
final class DraftTests {

    private static final Rulebook RULEBOOK = Rulebook.load();
    private static final int CELLS = 60;
    private static final int MEMBERS = 20;
    private static final char DAY = 100;
    private static final int MANY = 2_500;
    private static final int YEAR = 2024;

    private final Vocabulary words = new Vocabulary();
    private final OrganizationRows rows = new OrganizationRows(RULEBOOK);

    private static OrganizationId cell(int number) {
        return new OrganizationId(new UUID(1, number));
    }

    private static Told.Member member(int number, int cell, int standing) {
        var traits = new Traits(
                (byte) standing, (byte) 0, (char) 0, (char) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (char)
                        0);
        var here = new Beliefs<>(List.of(new Belief<>(traits, (char) 1, Days.NEVER, 1, 0)), List.<Belief<Traits>>of());
        return new Told.Member(
                new PersonId(new UUID(2, number)), Map.of(cell(cell), here), new Beliefs<>(List.of(), List.of()));
    }

    private Picture first() {
        var draft = new Draft(Picture.none(Ids.in(Optional.empty())), words, rows);
        for (int i = 0; i < CELLS * MEMBERS; i++) {
            draft.putIn(member(i, i / MEMBERS, 0));
        }
        return draft.finished(1);
    }

    private static int number(Picture picture, int cell) {
        return Objects.requireNonNull(picture.numbers().get(cell(cell)));
    }

    private static long count(Picture picture, int standing) {
        var cells = new ArrayList<Integer>();
        for (int i = 0; i < CELLS; i++) {
            cells.add(number(picture, i));
        }
        var scan = new Scan(
                picture,
                DAY,
                Days.NOW,
                cells.stream().mapToInt(Integer::intValue).toArray(),
                new Coder.Word(Columns.STANDING, new Words(255), 3),
                new Coder.All());
        var found = new long[3];
        scan.count().each((first, _, members) -> found[first] += members);
        return found[standing];
    }

    @Test
    void pages_written_at_once_lie_behind_each_other() {
        var picture = first();
        var cells = picture.numbers().values().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        assertThat(Runs.of(picture, cells).rows().stream().filter(run -> run.count() > 0))
                .hasSize(1);
        assertThat(count(picture, 0)).isEqualTo((long) CELLS * MEMBERS);
    }

    @Test
    void whoever_changes_counts_anew_and_an_older_picture_stays_as_it_was() {
        var before = first();
        var draft = new Draft(before, words, rows);
        draft.takeOut(member(7, 0, 0));
        draft.putIn(member(7, 3, 1));
        var after = draft.finished(2);
        assertThat(count(after, 0)).isEqualTo((long) CELLS * MEMBERS - 1);
        assertThat(count(after, 1)).isEqualTo(1);
        assertThat(count(before, 0)).isEqualTo((long) CELLS * MEMBERS);
        assertThat(count(before, 1)).isZero();
    }

    /** Written anew, a page leaves its old rows lying; at last all are written once more. */
    @Test
    void after_many_changes_the_pages_lie_behind_each_other_again_and_count_the_same() {
        var picture = first();
        var rewritten = 0;
        for (int change = 0; change < 400; change++) {
            var number = change * 31 % (CELLS * MEMBERS);
            var draft = new Draft(picture, words, rows);
            draft.takeOut(member(number, number / MEMBERS, 0));
            draft.putIn(member(number, number / MEMBERS, 1));
            var next = draft.finished(change + 2);
            rewritten += next.written().lying() == 0 ? 1 : 0;
            picture = next;
        }
        assertThat(rewritten).isBetween(1, 10);
        assertThat(count(picture, 1)).isEqualTo(400);
        assertThat(count(picture, 0)).isEqualTo((long) CELLS * MEMBERS - 400);
    }

    /** On the roll of one cell until a day behind the one counted, then on that of the next, with one level. */
    private static Told.Member classified(int number, int level) {
        var traits = member(number, number, 0).rolls().get(cell(number));
        var one = Objects.requireNonNull(traits).standing().getFirst();
        var early = new Belief<>(one.value(), one.from(), (char) 200, 1, 0);
        var late = new Belief<>(one.value(), (char) 200, Days.NEVER, 1, 0);
        var decided = new Belief<>(new YearLevel(YEAR, level), (char) 1, Days.NEVER, 1, 0);
        return new Told.Member(
                new PersonId(new UUID(2, number)),
                Map.of(
                        cell(number),
                        new Beliefs<>(List.of(early), List.of()),
                        cell(number + 1),
                        new Beliefs<>(List.of(late), List.of())),
                new Beliefs<>(List.of(decided), List.of()));
    }

    private static List<Long> levels(Picture picture) {
        var words = new Words(255);
        words.number("one");
        words.number("two");
        var cells = picture.numbers().values().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        var scan = new Scan(
                picture, DAY, Days.NOW, cells, new Coder.Level(YEAR, Days.NOW, words, picture), new Coder.All());
        var found = new Long[] {0L, 0L, 0L};
        scan.count().each((first, _, members) -> found[first] += members);
        return List.of(found);
    }

    /** Of so many cells the levels of a year lie beside the rows. */
    @Test
    void levels_in_many_cells_are_those_of_each_picture_also_where_they_stand_on_another_page() {
        var draft = new Draft(Picture.none(Ids.in(Optional.empty())), words, rows);
        for (int i = 0; i < MANY; i++) {
            draft.putIn(classified(i, 1));
        }
        var before = draft.finished(1);
        assertThat(levels(before)).containsExactly(0L, (long) MANY, 0L);
        var next = new Draft(before, words, rows);
        next.takeOut(classified(7, 1));
        next.putIn(classified(7, 2));
        var after = next.finished(2);
        assertThat(levels(after)).containsExactly(0L, MANY - 1L, 1L);
        assertThat(levels(before)).containsExactly(0L, (long) MANY, 0L);
        var another = new Draft(before, words, rows);
        another.takeOut(classified(8, 1));
        assertThat(levels(another.finished(3))).containsExactly(0L, MANY - 1L, 0L);
    }

    /** Whoever comes to a cell in a later part has it written anew; behind the last part all are. */
    @Test
    void what_is_read_in_parts_counts_as_what_is_read_at_once_and_leaves_nothing_lying() {
        var draft = new Draft(Picture.none(Ids.in(Optional.empty())), words, rows);
        for (int i = 0; i < MANY; i++) {
            draft.putIn(classified(i, 1 + i % 2));
            draft = i % 100 == 0 ? draft.goingOn() : draft;
        }
        var picture = draft.finished(1);
        assertThat(levels(picture)).containsExactly(0L, MANY / 2L, MANY / 2L);
        assertThat(picture.periods()).isEqualTo(2L * MANY);
        assertThat(picture.written()).isEqualTo(new Picture.Written(2L * MANY, 0));
        assertThat(picture.entries()).isEqualTo(1);
    }

    @Test
    void a_draft_that_is_given_up_leaves_no_trace() {
        var before = first();
        var draft = new Draft(before, words, rows);
        draft.putIn(member(9_999, 77, 2));
        assertThat(before.numbers()).doesNotContainKey(cell(77));
        var other = new Draft(before, words, rows);
        other.putIn(member(9_998, 78, 2));
        var after = other.finished(2);
        assertThat(after.tree().node(number(after, 78)).id()).isEqualTo(cell(78));
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(2, number));
    }

    private static List<PersonId> people(Picture picture, int cell) {
        var page = Objects.requireNonNull(picture.pages().get(number(picture, cell)));
        return IntStream.range(0, page.rows())
                .mapToObj(row -> page.person(page.standing().person(row)))
                .toList();
    }

    /** So that other pages that name one of them need not be written anew. */
    @Test
    void who_stays_keeps_the_number_and_who_comes_takes_one_that_is_free() {
        var before = first();
        var draft = new Draft(before, words, rows);
        draft.takeOut(member(1, 0, 0));
        draft.takeOut(member(2, 0, 0));
        var without = draft.finished(2);
        var page = Objects.requireNonNull(without.pages().get(number(without, 0)));
        assertThat(page.number(person(0))).isZero();
        assertThat(page.number(person(3))).isEqualTo(3);
        assertThat(page.number(person(1))).isEqualTo(-1);
        var next = new Draft(without, words, rows);
        next.putIn(member(9_999, 0, 0));
        var after = next.finished(3);
        var nextPage = Objects.requireNonNull(after.pages().get(number(after, 0)));
        assertThat(nextPage.number(person(9_999))).isEqualTo(1);
        assertThat(nextPage.number(person(19))).isEqualTo(19);
        assertThat(people(after, 0))
                .hasSize(MEMBERS - 1)
                .contains(person(9_999))
                .doesNotContain(person(1), person(2));
    }

    @Test
    void a_page_nobody_is_on_any_more_is_none() {
        var draft = new Draft(first(), words, rows);
        for (int i = 0; i < MEMBERS; i++) {
            draft.takeOut(member(i, 0, 0));
        }
        var after = draft.finished(2);
        assertThat(after.pages().get(number(after, 0))).isNull();
        assertThat(count(after, 0)).isEqualTo((CELLS - 1L) * MEMBERS);
    }

    /** Also after all pages were written once more, with their ids in another file. */
    @Test
    void an_older_picture_goes_on_naming_its_people() {
        var before = first();
        var picture = before;
        for (int change = 0; change < 200; change++) {
            var draft = new Draft(picture, words, rows);
            draft.takeOut(member(change, change / MEMBERS, 0));
            draft.putIn(member(change, CELLS - 1, 1));
            picture = draft.finished(change + 2);
        }
        assertThat(picture.ids()).isNotSameAs(before.ids());
        assertThat(people(before, 3))
                .containsExactlyElementsOf(
                        IntStream.range(60, 80).mapToObj(DraftTests::person).toList());
        assertThat(people(picture, CELLS - 1))
                .containsExactlyInAnyOrderElementsOf(IntStream.concat(
                                IntStream.range(0, 200), IntStream.range((CELLS - 1) * MEMBERS, CELLS * MEMBERS))
                        .mapToObj(DraftTests::person)
                        .toList());
        assertThat(people(picture, 20))
                .containsExactlyElementsOf(
                        IntStream.range(400, 420).mapToObj(DraftTests::person).toList());
    }

    /** An organisation on the best level for some years. */
    private Told.Place excellent(int cell, int... years) {
        var regime = RULEBOOK.findRegime("QD124").orElseThrow();
        var best = Ladder.of(regime, Ladder.ORGANIZATION).descending().getFirst();
        var outcome = new ReviewEvent.Outcome("QD124", best, null, best, null, List.of());
        var decided = IntStream.of(years)
                .mapToObj(year -> words.level(new ReviewEvent.OrganizationClassified(cell(cell), year, outcome))
                        .orElseThrow())
                .map(level -> new Belief<>(level, (char) 1, Days.NEVER, 1, 0))
                .toList();
        return new Told.Place(cell(cell), new Beliefs<>(List.of(), List.of()), new Beliefs<>(decided, List.of()));
    }

    /** Of so many cells each is counted at once. */
    @Test
    void rows_of_years_of_many_cells_count_those_on_the_roll_of_each() {
        var draft = new Draft(Picture.none(Ids.in(Optional.empty())), words, rows);
        IntStream.range(0, MANY).forEach(i -> draft.putIn(classified(i, 1)));
        IntStream.range(0, 100).forEach(i -> draft.putIn(excellent(i, YEAR - 1, YEAR)));
        IntStream.range(100, 300).forEach(i -> draft.putIn(excellent(i, YEAR)));
        IntStream.range(300, 400).forEach(i -> draft.putIn(excellent(i, YEAR - 1)));
        var picture = draft.finished(1);
        var cells = picture.numbers().values().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        assertThat(streaks(picture, cells)).isEqualTo(Map.of(2, 100L, 1, 200L, 0, MANY - 300L));
        assertThat(streaks(picture, Arrays.copyOf(cells, 150))).isEqualTo(Map.of(2, 100L, 1, 50L));
    }

    private Map<Integer, Long> streaks(Picture picture, int[] cells) {
        var coder = new Coder.CellYears(
                YEAR, cell -> picture.tree().node(cell).results().yearsInARow(YEAR, Days.NOW, words, rows));
        var found = new HashMap<Integer, Long>();
        new Scan(picture, DAY, Days.NOW, cells, coder, new Coder.All())
                .count()
                .each((years, _, members) -> found.merge(years, members, Long::sum));
        return found;
    }
}
