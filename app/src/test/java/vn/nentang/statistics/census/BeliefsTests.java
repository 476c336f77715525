package vn.nentang.statistics.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.nentang.statistics.census.Beliefs.Belief;
import vn.nentang.statistics.census.Beliefs.Held;
import vn.nentang.statistics.census.Beliefs.Version;

/** What was believed when, kept in as few rows as will do. */
final class BeliefsTests {

    private static Held<String> held(String value, int from, int until) {
        return new Held<>(value, (char) from, (char) until);
    }

    private static Held<String> held(String value, int from) {
        return held(value, from, Days.NEVER);
    }

    @Test
    void a_period_that_ends_later_stays_one_belief_that_knows_when_its_end_was_learned() {
        var beliefs = Beliefs.of(List.of(
                new Version<>(100, List.of(held("a", 5))), new Version<>(200, List.of(held("a", 5, 9), held("b", 9)))));
        assertThat(beliefs.standing())
                .containsExactly(
                        new Belief<>("a", (char) 5, (char) 9, 100, 200),
                        new Belief<>("b", (char) 9, Days.NEVER, 200, 0));
        assertThat(beliefs.aside()).isEmpty();
    }

    @Test
    void what_is_taken_back_is_set_aside_with_the_seconds_in_which_it_was_believed() {
        var beliefs = Beliefs.of(List.of(new Version<>(100, List.of(held("a", 5))), new Version<>(300, List.of())));
        assertThat(beliefs.standing()).isEmpty();
        assertThat(beliefs.aside()).containsExactly(new Belief<>("a", (char) 5, Days.NEVER, 100, 300));
    }

    @Test
    void an_end_that_is_corrected_was_two_beliefs() {
        var beliefs = Beliefs.of(List.of(
                new Version<>(100, List.of(held("a", 5))),
                new Version<>(200, List.of(held("a", 5, 9))),
                new Version<>(300, List.of(held("a", 5, 8)))));
        assertThat(beliefs.standing()).containsExactly(new Belief<>("a", (char) 5, (char) 8, 300, 0));
        assertThat(beliefs.aside())
                .containsExactly(
                        new Belief<>("a", (char) 5, Days.NEVER, 100, 200),
                        new Belief<>("a", (char) 5, (char) 9, 200, 300));
    }

    @Test
    void two_versions_of_one_second_count_as_the_later() {
        var beliefs = Beliefs.of(
                List.of(new Version<>(100, List.of(held("a", 5))), new Version<>(100, List.of(held("b", 5)))));
        assertThat(beliefs.standing()).containsExactly(new Belief<>("b", (char) 5, Days.NEVER, 100, 0));
        assertThat(beliefs.aside()).isEmpty();
    }

    /** By turns over every day and second, against the versions themselves. */
    @Test
    void every_day_at_every_second_is_as_the_version_of_that_second_had_it() {
        for (long seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var versions = versions(random);
            var beliefs = Beliefs.of(versions);
            for (int second = 0; second < 12; second++) {
                for (int day = 1; day < 14; day++) {
                    assertThat(believed(beliefs, (char) day, second))
                            .as("seed %d, day %d at second %d of %s", seed, day, second, versions)
                            .isEqualTo(told(versions, (char) day, second));
                }
            }
        }
    }

    private static List<Version<String>> versions(Random random) {
        var versions = new ArrayList<Version<String>>();
        for (int second = 1; second < 10; second += 1 + random.nextInt(3)) {
            var held = new ArrayList<Held<String>>();
            var from = 1 + random.nextInt(4);
            for (int i = random.nextInt(4); i > 0; i--) {
                var until = i == 1 && random.nextBoolean() ? Days.NEVER : from + 1 + random.nextInt(4);
                held.add(held(random.nextBoolean() ? "a" : "b", from, until));
                from = until;
            }
            versions.add(new Version<>(second, joined(held)));
        }
        return versions;
    }

    private static List<Held<String>> joined(List<Held<String>> held) {
        var joined = new ArrayList<Held<String>>();
        for (var one : held) {
            if (!joined.isEmpty() && joined.getLast().value().equals(one.value())) {
                var last = joined.removeLast();
                joined.add(new Held<>(one.value(), last.from(), one.until()));
            } else {
                joined.add(one);
            }
        }
        return joined;
    }

    private static Set<String> told(List<Version<String>> versions, char day, int second) {
        var held = versions.stream()
                .filter(version -> version.second() <= second)
                .reduce((_, later) -> later)
                .map(Version::held)
                .orElse(List.of());
        var values = new HashSet<String>();
        held.stream().filter(one -> one.from() <= day && day < one.until()).forEach(one -> values.add(one.value()));
        return values;
    }

    private static Set<String> believed(Beliefs<String> beliefs, char day, int second) {
        var values = new HashSet<String>();
        beliefs.standing().stream()
                .filter(one -> Node.Link.of(0, one, false).holds(day, second))
                .forEach(one -> assertThat(values.add(one.value())).isTrue());
        beliefs.aside().stream()
                .filter(one -> Node.Link.of(0, one, true).holds(day, second))
                .forEach(one -> assertThat(values.add(one.value())).isTrue());
        return values;
    }
}
