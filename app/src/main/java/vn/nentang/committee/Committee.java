package vn.nentang.committee;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.EntryRef;

/**
 * The committee of one organisation on one day.
 *
 * @param term null where no term is on record
 * @param holders in the order of the list {@code post}
 * @param rules the working rules in force; null where none are on record
 */
public record Committee(
        OrganizationId organization,
        LocalDate on,
        @Nullable Term term,
        List<Holder> holders,
        List<Charge> charges,
        @Nullable WorkingRules rules) {

    public Committee {
        holders = List.copyOf(holders);
        charges = List.copyOf(charges);
    }

    /**
     * A term.
     *
     * @param endsOn the last day, extensions known by the day included
     * @param way code of the list {@code term-way}
     */
    public record Term(String name, LocalDate openedOn, LocalDate endsOn, CommitteeEvent.Seats seats, String way) {

        public boolean isOver(LocalDate day) {
            return day.isAfter(endsOn);
        }
    }

    /**
     * Somebody in a post.
     *
     * @param way code of the list {@code post-way}
     * @param election the election that gave it; null where it was not counted here
     */
    public record Holder(
            PersonId person,
            String post,
            String way,
            LocalDate since,
            @Nullable UUID election,
            EntryRef entry) {}

    /** What somebody is charged with, in words. */
    public record Charge(PersonId person, String charge, LocalDate since, EntryRef entry) {}

    /** Working rules and the paper that carries them. */
    public record WorkingRules(String title, Paper paper, LocalDate adoptedOn, EntryRef entry) {}

    static Committee of(CommitteeState state, LocalDate on, Posts posts) {
        return new Committee(
                state.id(),
                on,
                state.term(on).map(Committee::term).orElse(null),
                state.holdings(on)
                        .map(h -> new Holder(
                                h.person(), h.post(), h.way(), h.during().from(), h.election(), h.entry()))
                        .sorted(order(posts))
                        .toList(),
                state.charges(on)
                        .map(c -> new Charge(c.person(), c.charge(), c.during().from(), c.entry()))
                        .toList(),
                state.rules()
                        .on(on)
                        .map(r -> new WorkingRules(r.title(), r.paper(), r.adoptedOn(), r.entry()))
                        .orElse(null));
    }

    static Comparator<Holder> order(Posts posts) {
        return Comparator.<Holder>comparingInt(h -> posts.rank(h.post())).thenComparing(Holder::since);
    }

    private static Term term(CommitteeState.Term term) {
        return new Term(term.name(), term.openedOn(), term.endsOn(), term.seats(), term.way());
    }

    /** How many persons hold any of these posts. */
    long filled(Set<String> posts) {
        return holders.stream()
                .filter(h -> posts.contains(h.post()))
                .map(Holder::person)
                .distinct()
                .count();
    }

    boolean hasHolder(String post) {
        return holders.stream().anyMatch(h -> h.post().equals(post));
    }

    /** Seats of a body that the congress fixed; empty where it fixed none. */
    public Optional<Integer> seats(Body body) {
        return Optional.ofNullable(term).map(t -> body.of(t.seats()));
    }
}
