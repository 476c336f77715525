package vn.nentang.statistics.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels packed into bytes say what was put in. */
final class LevelsTests {

    private static final List<@Nullable CellPage> NO_PAGES = List.of();
    private static final int FIRST_YEAR = 2010;
    private static final int YEARS = 12;
    private static final int PERSONS = 40;

    /** Known from a second on; until another, where it was set aside. */
    private record Decided(int person, int year, int code, int known, int until) {

        boolean holds(int aPerson, int aYear, int second) {
            return person == aPerson && year == aYear && known <= second && second < until;
        }
    }

    private static Levels levels(byte[] packed) {
        return new Levels(ByteBuffer.allocate(packed.length + 7).put(7, packed), 7);
    }

    private static byte[] packed(List<Decided> all, int persons) {
        var draft = new Levels.Draft();
        for (var one : all) {
            if (one.until() > Days.NOW - 1) {
                draft.add(one.person(), one.year(), one.code(), one.known());
            } else {
                draft.addAside(one.person(), one.year(), one.code(), one.known(), one.until());
            }
        }
        return draft.packed(persons);
    }

    private static byte[] copy(Levels of, int persons, IntPredicate stays) {
        var draft = new Levels.Draft();
        draft.addAll(of, stays);
        return draft.packed(persons);
    }

    /** Most known from the usual second of their year, some from others; some were another level before. */
    private static List<Decided> random(Random random, int codes) {
        var all = new ArrayList<Decided>();
        for (int person = 0; person < PERSONS; person++) {
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                if (random.nextInt(4) > 0) {
                    var known = random.nextInt(3) > 0 ? year * 10 : year * 10 + random.nextInt(9);
                    all.add(new Decided(person, year, 1 + random.nextInt(codes), known, Integer.MAX_VALUE));
                    if (random.nextInt(5) == 0) {
                        all.add(new Decided(person, year, 1 + random.nextInt(codes), known - 7, known));
                    }
                }
            }
        }
        return all;
    }

    private static int expected(List<Decided> all, int person, int year, int second) {
        return all.stream()
                .filter(one -> second == Days.NOW
                        ? one.until() == Integer.MAX_VALUE && one.person() == person && one.year() == year
                        : one.holds(person, year, second))
                .mapToInt(Decided::code)
                .findFirst()
                .orElse(0);
    }

    private static void assertSays(Levels levels, List<Decided> all) {
        var seconds = new HashSet<>(Set.of(Days.NOW));
        all.forEach(one -> seconds.addAll(List.of(one.known() - 1, one.known(), one.known() + 1)));
        for (int person = 0; person < PERSONS; person++) {
            for (int year = FIRST_YEAR - 1; year <= FIRST_YEAR + YEARS; year++) {
                for (var second : seconds) {
                    assertThat(levels.level(person, year, second, NO_PAGES))
                            .as("person %d, %d, known at %d", person, year, second)
                            .isEqualTo(expected(all, person, year, second));
                }
            }
        }
    }

    /** Fifteen levels take four bits each, more take eight. */
    @ParameterizedTest(name = "{0} different levels")
    @ValueSource(ints = {1, 7, 15, 16, 255})
    void what_was_put_in_is_said_at_every_second(int codes) {
        var random = new Random(codes);
        var all = random(random, codes);
        var packed = packed(all, PERSONS);
        assertSays(levels(packed), all);
        assertThat(levels(packed).packed()).isEqualTo(packed);
        assertThat(copy(levels(packed), PERSONS, _ -> true)).hasSameSizeAs(packed);
        assertSays(levels(copy(levels(packed), PERSONS, _ -> true)), all);
    }

    @Test
    void one_more_level_than_four_bits_hold_makes_them_eight() {
        var few = new Decided(0, FIRST_YEAR, 15, 1, Integer.MAX_VALUE);
        var many = new Decided(0, FIRST_YEAR, 16, 1, Integer.MAX_VALUE);
        assertThat(levels(packed(List.of(few), PERSONS)).level(0, FIRST_YEAR, Days.NOW, NO_PAGES))
                .isEqualTo(15);
        assertThat(levels(packed(List.of(many), PERSONS)).level(0, FIRST_YEAR, Days.NOW, NO_PAGES))
                .isEqualTo(16);
        assertThat(packed(List.of(many), PERSONS).length - packed(List.of(few), PERSONS).length)
                .isEqualTo(PERSONS / 2);
    }

    @Test
    void those_who_go_take_theirs_along_and_those_who_stay_keep_theirs() {
        var all = random(new Random(5), 9);
        IntPredicate stays = person -> person % 3 > 0;
        assertSays(
                levels(copy(levels(packed(all, PERSONS)), PERSONS, stays)),
                all.stream().filter(one -> stays.test(one.person())).toList());
    }

    @Test
    void whose_levels_stand_elsewhere_takes_no_room_among_them() {
        var all = random(new Random(6), 9).stream()
                .filter(one -> one.person() % 4 > 0)
                .sorted(Comparator.comparingInt(Decided::year))
                .toList();
        var draft = new Levels.Draft();
        for (int person = PERSONS - 4; person >= 0; person -= 4) {
            draft.addElsewhere(person, new Levels.Place(0, person));
        }
        draft.addAll(levels(packed(all, PERSONS)), person -> person % 4 > 0);
        var levels = levels(draft.packed(PERSONS));
        for (int person = 0; person < PERSONS; person++) {
            var second = Days.NOW;
            if (person % 4 > 0) {
                assertThat(levels.level(person, FIRST_YEAR, second, NO_PAGES))
                        .isEqualTo(expected(all, person, FIRST_YEAR, second));
            }
        }
    }

    @Test
    void numbers_up_to_the_largest_are_told_apart() {
        var last = Character.MAX_VALUE - 1;
        var all = List.of(
                new Decided(last, FIRST_YEAR, 3, 7, Integer.MAX_VALUE),
                new Decided(last, FIRST_YEAR + 1, 4, 9, Integer.MAX_VALUE),
                new Decided(1 << 15, FIRST_YEAR, 5, 8, Integer.MAX_VALUE),
                new Decided(1, FIRST_YEAR, 6, 8, Integer.MAX_VALUE));
        var levels = levels(packed(all, last + 1));
        for (var one : all) {
            assertThat(levels.level(one.person(), one.year(), one.known(), NO_PAGES))
                    .isEqualTo(one.code());
            assertThat(levels.level(one.person(), one.year(), one.known() - 1, NO_PAGES))
                    .isZero();
        }
    }
}
