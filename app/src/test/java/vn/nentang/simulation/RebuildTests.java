package vn.nentang.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.NewEntry;
import vn.nentang.ledger.Stage;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;

/** Registers thrown away and made again are those that the acts left behind. */
final class RebuildTests {

    private static final int STEPS = 150;

    private static World lived(long seed) {
        var world = new World();
        var history = new History(seed, world);
        for (int step = 0; step < STEPS; step++) {
            history.step();
        }
        return world;
    }

    /** Rows that are gone, wrong, and of nobody. */
    private static void spoil(World world) {
        world.base.tamper("DELETE FROM register.organization WHERE name LIKE '%a%'");
        world.base.tamper("UPDATE register.membership SET suspended = NOT suspended");
        world.base.tamper("DELETE FROM register.person_anomaly");
        world.base.tamper("DELETE FROM register.cursor");
        world.base.tamper("INSERT INTO register.person (person_id, valid, full_name, given_name, facts)"
                + " VALUES (gen_random_uuid(), '[2020-01-01,)', 'Không Ai', 'Ai', '{}')");
        world.base.tamper("INSERT INTO register.organization (organization_id, valid, name, type)"
                + " VALUES (gen_random_uuid(), '[2020-01-01,)', 'Không Có', 'cell')");
    }

    private static List<String> indexes(World world) {
        return world.base.sql.sql("""
                SELECT indexdef FROM pg_indexes WHERE schemaname = 'register'
                UNION ALL
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                 WHERE connamespace = 'register'::regnamespace
                ORDER BY 1
                """).query((row, _) -> row.getString(1)).list();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_was_spoilt_is_again_what_the_ledger_says(long seed) {
        try (var world = lived(seed)) {
            var before = world.digests();
            var indexes = indexes(world);
            spoil(world);
            assertThat(world.digests()).isNotEqualTo(before);

            world.base.rebuild.run((_, _, _) -> {});

            assertThat(world.digests()).isEqualTo(before);
            assertThat(indexes(world)).isEqualTo(indexes);
        }
    }

    @Test
    void an_entry_that_is_mended_under_another_person_changes_both() {
        try (var world = new World()) {
            var acts = new Acts(world);
            var wrong = new PersonId(new UUID(7, 1));
            var right = new PersonId(new UUID(7, 2));
            var first = Acts.recorded(record(world, registered(wrong, "Lò Văn Nhầm", null)));
            record(world, registered(right, "Lò Văn Đúng", first));
            acts.person(new Fact(Fact.FULL_NAME, "Quàng Thị Khác"));
            var before = world.digests();
            assertThat(persons(world)).containsExactly("Lò Văn Đúng", "Quàng Thị Khác");

            assertThat(world.base.rebuild.run((_, _, _) -> {})).isEqualTo(3);

            assertThat(world.digests()).isEqualTo(before);
        }
    }

    private static List<String> persons(World world) {
        return world.base
                .sql
                .sql("SELECT full_name FROM register.person ORDER BY full_name COLLATE \"vi-VN-x-icu\"")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Answer record(World world, NewEntry entry) {
        return world.base.ledger.carryOut(TestLedger.command("one"), () -> Decision.record(entry));
    }

    private static NewEntry registered(PersonId person, String name, @Nullable EntryRef corrects) {
        var event = new MembershipEvent.PersonRegistered(person, List.of(new Fact(Fact.FULL_NAME, name)));
        return new NewEntry(event, Acts.day("2024-01-01"), Paper.UNKNOWN, corrects);
    }

    @Test
    void until_the_exchange_everybody_sees_the_old_rows() {
        try (var world = lived(6)) {
            spoil(world);
            var spoilt = world.digests();
            var stages = new TreeSet<Stage>();
            var seen = new ArrayList<Object>();

            world.base.rebuild.run((stage, _, _) -> {
                stages.add(stage);
                if (stage != Stage.FOLDING) {
                    seen.add(otherwise(world));
                }
            });

            assertThat(stages).containsExactly(Stage.FOLDING, Stage.WRITING, Stage.EXCHANGING);
            assertThat(seen).isNotEmpty().allMatch(spoilt::equals);
            assertThat(world.digests()).isNotEqualTo(spoilt);
        }
    }

    /** As somebody else sees them: the rebuild's own thread has the rebuild's connection. */
    private static Object otherwise(World world) {
        return CompletableFuture.supplyAsync(world::digests).join();
    }

    @Test
    void a_rebuild_that_fails_at_the_last_step_leaves_the_old_rows() {
        try (var world = lived(7)) {
            spoil(world);
            var spoilt = world.digests();
            var indexes = indexes(world);

            assertThatThrownBy(() -> world.base.rebuild.run((stage, _, _) -> failAt(stage)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken off");

            assertThat(world.digests()).isEqualTo(spoilt);
            assertThat(indexes(world)).isEqualTo(indexes);
            assertThat(world.base.rebuild.run((_, _, _) -> {})).isPositive();
        }
    }

    private static void failAt(Stage stage) {
        if (stage == Stage.EXCHANGING) {
            throw new IllegalStateException("broken off");
        }
    }

    @Test
    void an_empty_ledger_has_empty_registers() {
        try (var world = new World()) {
            spoil(world);

            assertThat(world.base.rebuild.run((_, _, _) -> {})).isZero();

            assertThat(Set.copyOf(world.digests().values())).containsExactly("0:");
        }
    }
}
