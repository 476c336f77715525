package vn.nentang.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.committee.Committee;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;

/**
 * A random history from one seed runs through the real modules; after every step what may never happen is looked for.
 * Each seed checks every prefix of its history, so that the step named in a failure ends the shortest failing one.
 */
final class SimulationTests {

    private static final int STEPS = Integer.getInteger("simulation.steps", 90);
    private static final String SEEDS = System.getProperty("simulation.seeds", "");
    private static final Set<Class<?>> RECORDED = new HashSet<>();
    private static final Path REFUSALS = Path.of("..", "docs", "reference", "refusals.md");

    static LongStream seeds() {
        return SEEDS.isEmpty()
                ? LongStream.rangeClosed(1, 20)
                : Arrays.stream(SEEDS.split(",")).mapToLong(Long::parseLong);
    }

    /** Of the usual seeds together; one seed alone may miss a kind. */
    @AfterAll
    static void every_kind_of_act_about_a_committee_was_recorded() {
        if (SEEDS.isEmpty()) {
            assertThat(RECORDED).contains(CommitteeEvent.class.getPermittedSubclasses());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_that_may_never_happen_happens(long seed) throws IOException {
        var documented = documentedRefusals();
        try (var here = new World();
                var there = new World()) {
            var history = new History(seed, here);
            for (int step = 1; step <= STEPS; step++) {
                var name = "./dev sim %d, step %d".formatted(seed, step);
                var before = here.base.hashes();
                var earlier = history.last();
                var sent = history.step();

                assertThat(here.base.hashes().stream().limit(before.size()).toList())
                        .as("%s: nothing recorded disappears", name)
                        .isEqualTo(before);
                if (earlier != null && sent.command().equals(earlier.command())) {
                    assertRepeated(name, earlier, sent, before, here);
                }
                if (sent.answer() instanceof Answer.Recorded(var entries)) {
                    entries.forEach(entry -> RECORDED.add(
                            here.base.ledger.find(entry).orElseThrow().event().getClass()));
                }
                if (sent.answer() instanceof Answer.Refused(var reasons)) {
                    assertExplained(name, reasons, documented);
                }
                assertFoldIsRegister(name, here, new Random(seed * STEPS + step));
            }
            assertThat(here.base.hashes())
                    .as("./dev sim %d: acts were recorded", seed)
                    .hasSizeGreaterThan(STEPS / 10);
            assertRebuildIsLive(seed, here);
            assertArrivalOrderDoesNotMatter(seed, here, there);
        }
    }

    private static void assertRepeated(
            String name, History.Sent earlier, History.Sent again, List<String> before, World world) {
        if (earlier.answer() instanceof Answer.Recorded) {
            assertThat(again.answer())
                    .as("%s: sent twice, answered the same", name)
                    .isEqualTo(earlier.answer());
            assertThat(world.base.hashes())
                    .as("%s: sent twice, recorded once", name)
                    .isEqualTo(before);
        }
    }

    private static void assertExplained(String name, List<Refusal> reasons, Set<String> documented) {
        assertThat(reasons).as("%s: a refusal has reasons", name).isNotEmpty();
        for (var reason : reasons) {
            assertThat(reason.citation() != null || documented.contains(reason.code()))
                    .as("%s: %s has an article or a documented reason", name, reason.code())
                    .isTrue();
        }
    }

    /** The registers answer by SQL what the ledger answers by folding; on random days, the first and the last. */
    private static void assertFoldIsRegister(String name, World world, Random random) {
        var now = world.base.time();
        for (int i = 0; i < 3; i++) {
            var on = LocalDate.of(2017, 6, 1).plusDays(random.nextInt(3_600));
            assertThat(world.organizations.treeOn(on).all())
                    .as("%s: the tree on %s", name, on)
                    .containsExactlyInAnyOrderElementsOf(
                            world.organizations.treeOn(on, now).all().toList());
            var cells = world.everywhere(on);
            assertThat(world.rosters.of(cells, on))
                    .as("%s: the rolls on %s", name, on)
                    .containsExactlyInAnyOrderElementsOf(world.rosters.of(cells, on, now));
            world.committees
                    .of(cells, on)
                    .forEach((id, committee) ->
                            assertSame("%s: the committee of %s on %s".formatted(name, id, on), committee, world, now));
        }
    }

    private static void assertSame(String name, Committee registered, World world, Instant now) {
        var folded = world.committees.of(registered.organization(), registered.on(), now);
        assertThat(registered.term()).as(name).isEqualTo(folded.term());
        assertThat(registered.rules())
                .as(name)
                .usingRecursiveComparison()
                .ignoringFields("paper.issuer", "paper.signer") // Not kept in the register.
                .isEqualTo(folded.rules());
        assertThat(registered.holders()).as(name).containsExactlyInAnyOrderElementsOf(folded.holders());
        assertThat(registered.charges()).as(name).containsExactlyInAnyOrderElementsOf(folded.charges());
    }

    private static void assertRebuildIsLive(long seed, World world) {
        var live = world.digests();
        world.base.rebuild.run((_, _, _) -> {});
        assertThat(world.digests())
                .as("./dev sim %d: rebuild equals live", seed)
                .isEqualTo(live);
        assertThat(world.base.verification.verify().findings())
                .as("./dev sim %d: the chain holds", seed)
                .isEmpty();
    }

    private static void assertArrivalOrderDoesNotMatter(long seed, World here, World there) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < here.base.hashes().size(); i++) {
            order.add(i);
            if (i % 3 == 0) {
                order.add(i);
            }
        }
        Collections.shuffle(order, new Random(seed));
        here.base.sendTo(there.base, order, 7);
        assertThat(there.digests())
                .as("./dev sim %d: any order of arrival, and duplicates, give the same state", seed)
                .isEqualTo(here.digests());
    }

    private static Set<String> documentedRefusals() throws IOException {
        return Pattern.compile("^\\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(REFUSALS))
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toSet());
    }
}
