package vn.nentang.demo.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.NewEntry;
import vn.nentang.ledger.Recording;
import vn.nentang.membership.Act;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewEvent;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.simulation.World;

/** What is loaded in bulk is lawful: the desks accept every act of it, in the order in which it was recorded. */
final class NationReplayTests {

    /** With names given again by the ledger it is replayed into. */
    private final Map<EntryRef, EntryRef> names = new HashMap<>();

    private record Told(Recording recording, EntryRef first) {}

    @Test
    void every_desk_accepts_every_act_and_gives_the_same_registers() {
        var nation = Nation.of(NationData.MEMBERS_LEAST, 3, Rulebook.load());
        try (var replayed = new World();
                var loaded = new World()) {
            told(nation).forEach(t -> replay(t, replayed));
            loaded.base.bulk.load(nation.parcels(), (_, _, _) -> {});

            assertThat(replayed.base.ledger.size()).isEqualTo(loaded.base.ledger.size());
            for (var table : List.of("person", "membership", "organization", "organization_above")) {
                assertThat(replayed.base.registers.digest(table))
                        .as(table)
                        .isEqualTo(loaded.base.registers.digest(table));
            }
        }
    }

    private static List<Told> told(Nation nation) {
        var all = new ArrayList<Told>();
        nation.parcels().forEachRemaining(parcel -> {
            var sequence = 1L;
            for (var recording : parcel.recordings()) {
                all.add(new Told(recording, new EntryRef(parcel.node(), sequence)));
                sequence += recording.entries().size();
            }
        });
        all.sort(Comparator.comparing(t -> t.recording().recordedAt()));
        return all;
    }

    private void replay(Told told, World world) {
        var recording = told.recording();
        world.base.setTime(recording.recordedAt());
        var answer = answer(recording, world);
        assertThat(answer).as("%s", recording).isInstanceOf(Answer.Recorded.class);
        var entries = ((Answer.Recorded) answer).entries();
        for (int i = 0; i < entries.size(); i++) {
            var made = new EntryRef(told.first().node(), told.first().sequence() + i);
            names.put(made, entries.get(i));
        }
    }

    private Answer answer(Recording recording, World world) {
        var first = recording.entries().getFirst();
        return switch (first.event()) {
            case OrganizationEvent act -> {
                assertThat(recording.entries()).hasSize(1);
                yield world.organizationDesk.propose(
                        recording.command(), act, first.effectiveOn(), first.paper(), null);
            }
            case MembershipEvent act
            when first.corrects() != null ->
                world.membershipDesk.propose(
                        recording.command(), act, first.effectiveOn(), first.paper(), renamed(first.corrects()));
            case MembershipEvent _ ->
                world.membershipDesk.proposeAll(
                        recording.command(),
                        recording.entries().stream().map(NationReplayTests::act).toList());
            case ReviewEvent _ ->
                world.reviewDesk.recordAll(
                        recording.command(),
                        recording.entries().stream()
                                .map(NationReplayTests::decided)
                                .toList());
            default -> throw new AssertionError(first);
        };
    }

    private EntryRef renamed(@Nullable EntryRef made) {
        return Objects.requireNonNull(names.get(made));
    }

    private static Act act(NewEntry entry) {
        return new Act((MembershipEvent) entry.event(), entry.effectiveOn(), entry.paper());
    }

    private static Decided decided(NewEntry entry) {
        return new Decided((ReviewEvent) entry.event(), entry.effectiveOn(), entry.paper());
    }
}
