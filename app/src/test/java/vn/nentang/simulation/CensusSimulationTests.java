package vn.nentang.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Standing;
import vn.nentang.organization.Standpoint;
import vn.nentang.review.ReviewEvent;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.Census;
import vn.nentang.statistics.census.Counted;
import vn.nentang.statistics.census.Dimension;
import vn.nentang.statistics.census.Figures;
import vn.nentang.statistics.census.Question;

/** The census counts whom the rosters list: on any day, as known at any time, after every act, whatever arrived when. */
final class CensusSimulationTests {

    private static final int STEPS = 90;
    private static final int STEPS_OF_A_RUN = 12;
    private static final int LEVEL_YEAR = 2024;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void counts_after_every_act_and_restart_whom_the_rosters_list(long seed, @TempDir Path folder) {
        try (var here = new World();
                var there = new World()) {
            var history = new History(seed, here);
            var random = new Random(seed);
            var census = census(here, folder);
            for (int step = 1; step <= STEPS; step++) {
                history.step();
                if (step % STEPS_OF_A_RUN == 0) {
                    census.destroy();
                    census = census(here, folder);
                }
                assertCounts("seed %d, step %d".formatted(seed, step), census, here, random);
            }
            assertArrivalOrderDoesNotMatter(seed, here, there, random);
        }
    }

    private static Census census(World of, Path folder) {
        return new Census(of.base.arrivals, World.RULEBOOK, Optional.of(folder));
    }

    /** Half a history may tell of people without a name, whom lists leave out: until all is there, a new census is asked. */
    private static void assertArrivalOrderDoesNotMatter(long seed, World here, World there, Random random) {
        var census = new Census(there.base.arrivals, World.RULEBOOK);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < here.base.hashes().size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int sent = 0; sent < order.size(); sent += 9) {
            here.base.sendTo(there.base, order.subList(sent, Math.min(order.size(), sent + 9)), 4);
            var question = question(there, random, sent % 2 == 0 ? null : instant(there, random));
            assertThat(byStanding(census, question))
                    .as("seed %d, %d sent in any order: %s", seed, sent, question)
                    .isEqualTo(byStanding(new Census(there.base.arrivals, World.RULEBOOK), question));
        }
        assertCounts("seed %d, sent in any order".formatted(seed), census, there, random);
    }

    private static Map<List<String>, Long> byStanding(Census census, Question question) {
        return counts(census, question, Attribute.STANDING, Attribute.SEX);
    }

    private static Question question(World world, Random random, @Nullable Instant knownAt) {
        var on = LocalDate.of(2017, 6, 1).plusDays(random.nextInt(3_600));
        var all = world.base.ledger.subjects("organization", knownAt);
        var top = all.isEmpty() ? new OrganizationId(new UUID(1, 1)) : id(all.get(random.nextInt(all.size())));
        return new Question(top, on, on, knownAt, List.of());
    }

    private static OrganizationId id(String subject) {
        return OrganizationId.of(subject.substring("organization:".length()));
    }

    private static void assertCounts(String name, Census census, World world, Random random) {
        for (int i = 0; i < 4; i++) {
            var question = question(world, random, i % 2 == 0 ? null : instant(world, random));
            var listed = world.rosters.of(below(question, world), question.on(), question.knownAt()).stream()
                    .filter(line -> line.standing() != Standing.TEMPORARY)
                    .toList();
            assertSame(name + ": " + question, census, question, listed, world);
        }
    }

    /** Those below on the day, those that had ended below who took them over. */
    private static Set<OrganizationId> below(Question question, World world) {
        var above = new HashMap<OrganizationId, OrganizationId>();
        var subjects = world.base.ledger.subjects("organization", question.knownAt());
        for (var history : world.base.ledger.histories(subjects, question.knownAt())) {
            Standpoint.of(history).stream()
                    .filter(place -> place.during().contains(question.treeOn()) && place.above() != null)
                    .forEach(place -> above.put(id(history.subject()), place.above()));
        }
        var found = new HashSet<>(Set.of(question.organization()));
        for (int before = 0; before < found.size(); ) {
            before = found.size();
            above.forEach((one, its) -> {
                if (found.contains(its)) {
                    found.add(one);
                }
            });
        }
        return found;
    }

    /** What is recorded within the second asked about counts as known. */
    private static @Nullable Instant instant(World world, Random random) {
        var now = world.base.time();
        return now.minus(random.nextInt(20_000), ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusNanos(999_999_000);
    }

    private static void assertSame(
            String said, Census census, Question question, List<RosterLine> listed, World world) {
        assertThat(counts(census, question, Attribute.STANDING, Attribute.SEX))
                .as(said)
                .isEqualTo(listed.stream()
                        .collect(Collectors.groupingBy(
                                line -> List.of(line.standing().code(), Objects.requireNonNullElse(line.sex(), "")),
                                Collectors.counting())));
        assertThat(levels(census, question))
                .as(said)
                .isEqualTo(listed.stream()
                        .collect(Collectors.groupingBy(
                                line -> level(line.person(), question.knownAt(), world), Collectors.counting())));
        assertThat(people(census, question))
                .as(said)
                .containsExactlyInAnyOrderElementsOf(
                        listed.stream().map(RosterLine::person).toList());
    }

    private static Map<List<String>, Long> counts(Census census, Question question, Attribute one, Attribute other) {
        return byValues(census.answer(with(question, List.of(Dimension.of(one), Dimension.of(other)))));
    }

    private static Map<String, Long> levels(Census census, Question question) {
        return byValues(census.answer(with(question, List.of(new Dimension(Attribute.LEVEL, LEVEL_YEAR)))))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(e -> e.getKey().getFirst(), Map.Entry::getValue));
    }

    private static String level(PersonId person, @Nullable Instant knownAt, World world) {
        var level = "";
        for (var entry : world.base
                .ledger
                .histories(List.of(person.subject()), knownAt)
                .getFirst()
                .entries()) {
            if (entry.event() instanceof ReviewEvent.MemberClassified one && one.year() == LEVEL_YEAR) {
                var outcome = one.outcome();
                level = outcome.level() != null ? outcome.level() : Objects.requireNonNull(outcome.notClassified());
            }
        }
        return level;
    }

    private static Question with(Question question, List<Dimension> by) {
        return new Question(question.organization(), question.on(), question.treeOn(), question.knownAt(), by);
    }

    private static Map<List<String>, Long> byValues(Figures figures) {
        var counts = figures.counts().stream().collect(Collectors.toMap(Figures.Count::values, Figures.Count::members));
        assertThat(counts.values().stream().mapToLong(n -> n).sum()).isEqualTo(figures.members());
        return counts;
    }

    /** Two at a time. */
    private static List<PersonId> people(Census census, Question question) {
        var found = new ArrayList<PersonId>();
        Counted.OnRoll after = null;
        do {
            var page = census.people(question, List.of(), after, 2);
            page.members().forEach(one -> found.add(one.person()));
            after = page.last();
        } while (after != null);
        return found;
    }
}
