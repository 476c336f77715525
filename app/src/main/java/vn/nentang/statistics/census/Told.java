package vn.nentang.statistics.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.EverSaid;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.SubjectHistory;
import vn.nentang.ledger.Withdrawn;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.membership.RollPeriod;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.organization.Standpoint;
import vn.nentang.review.ReviewEvent;

/** Turns what the ledger ever said about a subject into beliefs. Pure but for the numbers of words met for the first time. */
final class Told {

    private final Vocabulary words;

    Told(Vocabulary words) {
        this.words = words;
    }

    /** A person's days on rolls by cell, and the levels of all years. */
    record Member(PersonId person, Map<OrganizationId, Beliefs<Traits>> rolls, Beliefs<YearLevel> levels) {

        /** The cell of the last days; where no days stand, of the last that were believed. */
        OrganizationId lastCell() {
            return rolls.entrySet().stream()
                    .max(Comparator.comparingInt(one -> last(one.getValue())))
                    .orElseThrow()
                    .getKey();
        }

        /** Days on the roll of a cell the member was on. */
        Beliefs<Traits> on(OrganizationId cell) {
            return Objects.requireNonNull(rolls.get(cell));
        }

        private static int last(Beliefs<Traits> here) {
            return here.standing().stream().mapToInt(Beliefs.Belief::from).max().orElse(0);
        }
    }

    /** An organisation's places in the tree, and its own levels. */
    record Place(OrganizationId organization, Beliefs<Above> above, Beliefs<YearLevel> levels) {}

    /** What an organisation stands below; nothing for the top. */
    record Above(@Nullable OrganizationId organization) {}

    private record OnRoll(OrganizationId cell, Traits traits) {}

    Member member(EverSaid said) {
        var rolls = Beliefs.of(versions(said, MembershipEvent.class, this::onRolls));
        var byCell = new LinkedHashMap<OrganizationId, Beliefs<Traits>>();
        cells(rolls).forEach(cell -> byCell.put(cell, of(cell, rolls)));
        return new Member(PersonId.of(id(said.subject())), byCell, levels(said));
    }

    private static List<OrganizationId> cells(Beliefs<OnRoll> rolls) {
        return Stream.concat(rolls.standing().stream(), rolls.aside().stream())
                .map(one -> one.value().cell())
                .distinct()
                .toList();
    }

    private static Beliefs<Traits> of(OrganizationId cell, Beliefs<OnRoll> rolls) {
        return new Beliefs<>(of(cell, rolls.standing()), of(cell, rolls.aside()));
    }

    private static List<Beliefs.Belief<Traits>> of(OrganizationId cell, List<Beliefs.Belief<OnRoll>> rolls) {
        return rolls.stream()
                .filter(one -> one.value().cell().equals(cell))
                .map(one -> new Beliefs.Belief<>(
                        one.value().traits(), one.from(), one.until(), one.knownFrom(), one.known()))
                .toList();
    }

    private List<Beliefs.Held<OnRoll>> onRolls(SubjectHistory history) {
        var held = new ArrayList<Beliefs.Held<OnRoll>>();
        for (var period : RollPeriod.of(history)) {
            var one = new Beliefs.Held<>(
                    new OnRoll(period.cell(), words.traits(period)),
                    Days.of(period.during().from()),
                    Days.until(period.during().until()));
            addOrJoin(one, held);
        }
        return held;
    }

    /** Facts that are not counted leave no trace: a period goes on where nothing that is counted changed. */
    private static <V> void addOrJoin(Beliefs.Held<V> one, List<Beliefs.Held<V>> held) {
        var last = held.isEmpty() ? null : held.getLast();
        if (last != null && last.until() == one.from() && last.value().equals(one.value())) {
            held.set(held.size() - 1, new Beliefs.Held<>(last.value(), last.from(), one.until()));
        } else if (one.from() < one.until()) {
            held.add(one);
        }
    }

    Place place(EverSaid said) {
        return new Place(
                OrganizationId.of(id(said.subject())),
                Beliefs.of(versions(said, OrganizationEvent.class, Told::places)),
                levels(said));
    }

    private static List<Beliefs.Held<Above>> places(SubjectHistory history) {
        var held = new ArrayList<Beliefs.Held<Above>>();
        Standpoint.of(history)
                .forEach(place -> addOrJoin(
                        new Beliefs.Held<>(
                                new Above(place.above()),
                                Days.of(place.during().from()),
                                Days.until(place.during().until())),
                        held));
        return held;
    }

    private Beliefs<YearLevel> levels(EverSaid said) {
        return Beliefs.of(versions(said, ReviewEvent.class, this::decided));
    }

    private List<Beliefs.Held<YearLevel>> decided(SubjectHistory history) {
        var byYear = new TreeMap<Integer, YearLevel>();
        for (var entry : history.of(ReviewEvent.class)) {
            words.level(entry.event()).ifPresent(level -> byYear.put(level.year(), level));
        }
        return byYear.values().stream()
                .map(level -> new Beliefs.Held<>(level, (char) 1, Days.NEVER))
                .toList();
    }

    /** What held as known from each instant on at which something of one module, or a withdrawal, was recorded. */
    private static <V> List<Beliefs.Version<V>> versions(
            EverSaid said, Class<? extends LedgerEvent> module, Function<SubjectHistory, List<Beliefs.Held<V>>> held) {
        return said.entries().stream()
                .filter(e -> module.isInstance(e.event()) || e.event() instanceof Withdrawn)
                .map(e -> e.recordedAt())
                .distinct()
                .sorted()
                .map(instant -> new Beliefs.Version<>(Days.second(instant), held.apply(said.knownAt(instant))))
                .toList();
    }

    private static String id(String subject) {
        return subject.substring(subject.indexOf(':') + 1);
    }
}
