package vn.nentang.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Timeline;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;

/**
 * One organisation's committee over time: a pure fold of its entries. A term that opens ends the elective posts taken
 * before its day, however late either was recorded. What cannot be reconciled is kept as an anomaly and changes nothing
 * else.
 */
record CommitteeState(
        OrganizationId id,
        Timeline<Term> terms,
        List<Holding> holdings,
        List<Charge> charges,
        Timeline<WorkingRules> rules,
        List<Held> elections,
        List<Anomaly> anomalies) {

    /** An entry that does not fit the others. */
    record Anomaly(String code, String entry) {}

    /** A term as it was meant to last from some day on. */
    record Term(
            String name, LocalDate openedOn, LocalDate endsOn, CommitteeEvent.Seats seats, String way, EntryRef entry) {

        Term until(LocalDate day) {
            return new Term(name, openedOn, day, seats, way, entry);
        }
    }

    /**
     * Days on which somebody held a post.
     *
     * @param reason code of the list {@code post-end}; null while it is held, and where a term ended it
     */
    record Holding(
            PersonId person,
            String post,
            String way,
            DateRange during,
            @Nullable String reason,
            @Nullable UUID election,
            EntryRef entry) {

        Holding until(LocalDate day, @Nullable String because) {
            return new Holding(person, post, way, new DateRange(during.from(), day), because, election, entry);
        }
    }

    record Charge(PersonId person, String charge, DateRange during, EntryRef entry) {}

    record WorkingRules(String title, Paper paper, LocalDate adoptedOn, EntryRef entry) {}

    record Held(UUID election, LocalDate on, Election held, List<PersonId> elected, EntryRef entry) {}

    /** @param elective codes of the posts that end with a term */
    static CommitteeState fold(OrganizationId id, Collection<Entry<CommitteeEvent>> entries, Set<String> elective) {
        return new Folding(id, elective).of(entries);
    }

    Optional<Term> term(LocalDate on) {
        return terms.on(on);
    }

    Stream<Holding> holdings(LocalDate on) {
        return holdings.stream().filter(h -> h.during().contains(on));
    }

    boolean holds(PersonId person, String post, LocalDate on) {
        return holdings(on).anyMatch(h -> h.person().equals(person) && h.post().equals(post));
    }

    Stream<Charge> charges(LocalDate on) {
        return charges.stream().filter(c -> c.during().contains(on));
    }

    /** Reads the entries once, in fold order. */
    private static final class Folding {

        private final OrganizationId id;
        private final Set<String> elective;
        private final TreeMap<LocalDate, Term> terms = new TreeMap<>();
        private final List<Holding> holdings = new ArrayList<>();
        private final List<Charge> charges = new ArrayList<>();
        private final TreeMap<LocalDate, WorkingRules> rules = new TreeMap<>();
        private final List<Held> elections = new ArrayList<>();
        private final List<Anomaly> anomalies = new ArrayList<>();

        Folding(OrganizationId id, Set<String> elective) {
            this.id = id;
            this.elective = elective;
        }

        CommitteeState of(Collection<Entry<CommitteeEvent>> entries) {
            entries.stream().sorted(TERM_FIRST).forEach(this::evolve);
            charges.replaceAll(this::whileInPost);
            holdings.removeIf(h -> h.during().isEmpty());
            charges.removeIf(c -> c.during().isEmpty());
            return new CommitteeState(
                    id,
                    new Timeline<>(terms),
                    List.copyOf(holdings),
                    List.copyOf(charges),
                    new Timeline<>(rules),
                    List.copyOf(elections),
                    List.copyOf(anomalies));
        }

        /** On the day of a congress the new term comes first, in whatever order the papers arrived. */
        private static final Comparator<Entry<CommitteeEvent>> TERM_FIRST =
                Comparator.<Entry<CommitteeEvent>, LocalDate>comparing(Entry::effectiveOn)
                        .thenComparing(e -> !(e.event() instanceof CommitteeEvent.TermOpened));

        private void evolve(Entry<CommitteeEvent> entry) {
            switch (entry.event()) {
                case CommitteeEvent.TermOpened act -> opened(entry, act);
                case CommitteeEvent.TermExtended act -> extended(entry, act);
                case CommitteeEvent.PostTaken act -> taken(entry, act);
                case CommitteeEvent.PostLeft act -> left(entry, act);
                case CommitteeEvent.WorkingRulesAdopted act ->
                    rules.put(
                            entry.effectiveOn(),
                            new WorkingRules(act.title(), entry.paper(), entry.effectiveOn(), entry.ref()));
                case CommitteeEvent.ChargeGiven act -> charged(entry, act);
                case CommitteeEvent.ChargeEnded act -> discharged(entry, act);
                case CommitteeEvent.ElectionCounted act ->
                    elections.add(
                            new Held(act.election(), entry.effectiveOn(), act.held(), act.elected(), entry.ref()));
            }
        }

        private void opened(Entry<CommitteeEvent> entry, CommitteeEvent.TermOpened act) {
            var on = entry.effectiveOn();
            var known = terms.get(on);
            if (known != null && known.openedOn().equals(on)) {
                note("term-opened-twice", entry);
            }
            terms.put(on, new Term(act.name(), on, act.endsOn(), act.seats(), act.way(), entry.ref()));
            holdings.replaceAll(h -> endsWithTerm(h, on) ? h.until(on, null) : h);
        }

        private boolean endsWithTerm(Holding holding, LocalDate on) {
            return elective.contains(holding.post())
                    && holding.during().from().isBefore(on)
                    && holding.during().contains(on);
        }

        private void extended(Entry<CommitteeEvent> entry, CommitteeEvent.TermExtended act) {
            var running = terms.floorEntry(entry.effectiveOn());
            if (running == null) {
                note("term-missing", entry);
            } else {
                terms.put(entry.effectiveOn(), running.getValue().until(act.endsOn()));
            }
        }

        private void taken(Entry<CommitteeEvent> entry, CommitteeEvent.PostTaken act) {
            var on = entry.effectiveOn();
            if (find(act.person(), act.post(), on).isPresent()) {
                note("post-taken-twice", entry);
                return;
            }
            holdings.add(new Holding(
                    act.person(), act.post(), act.way(), new DateRange(on, null), null, act.election(), entry.ref()));
        }

        private void left(Entry<CommitteeEvent> entry, CommitteeEvent.PostLeft act) {
            var on = entry.effectiveOn();
            find(act.person(), act.post(), on)
                    .ifPresentOrElse(
                            h -> holdings.set(holdings.indexOf(h), h.until(on, act.reason())),
                            () -> note("post-not-held", entry));
        }

        private Optional<Holding> find(PersonId person, String post, LocalDate on) {
            return holdings.stream()
                    .filter(h -> h.person().equals(person) && h.post().equals(post))
                    .filter(h -> h.during().contains(on))
                    .findFirst();
        }

        private void charged(Entry<CommitteeEvent> entry, CommitteeEvent.ChargeGiven act) {
            var on = entry.effectiveOn();
            if (findCharge(act.person(), act.charge(), on).isPresent()) {
                note("charge-given-twice", entry);
                return;
            }
            charges.add(new Charge(act.person(), act.charge(), new DateRange(on, null), entry.ref()));
        }

        private void discharged(Entry<CommitteeEvent> entry, CommitteeEvent.ChargeEnded act) {
            var on = entry.effectiveOn();
            findCharge(act.person(), act.charge(), on)
                    .ifPresentOrElse(
                            c -> charges.set(
                                    charges.indexOf(c),
                                    new Charge(
                                            c.person(),
                                            c.charge(),
                                            new DateRange(c.during().from(), on),
                                            c.entry())),
                            () -> note("charge-not-given", entry));
        }

        private Optional<Charge> findCharge(PersonId person, String charge, LocalDate on) {
            return charges.stream()
                    .filter(c -> c.person().equals(person) && c.charge().equals(charge))
                    .filter(c -> c.during().contains(on))
                    .findFirst();
        }

        /** A charge ends at the latest when its bearer holds no post here any more. */
        private Charge whileInPost(Charge charge) {
            var last = charge.during().from();
            var holding = longest(charge.person(), last);
            while (holding.isPresent()) {
                var until = holding.get().during().until();
                if (until == null
                        || (charge.during().until() != null
                                && !until.isBefore(charge.during().until()))) {
                    return charge;
                }
                last = until;
                holding = longest(charge.person(), last);
            }
            return new Charge(
                    charge.person(),
                    charge.charge(),
                    new DateRange(charge.during().from(), last),
                    charge.entry());
        }

        private Optional<Holding> longest(PersonId person, LocalDate on) {
            return holdings.stream()
                    .filter(h -> h.person().equals(person) && h.during().contains(on))
                    .max(Comparator.comparing(
                            h -> h.during().until(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())));
        }

        private void note(String code, Entry<CommitteeEvent> entry) {
            anomalies.add(new Anomaly(code, entry.ref().toString()));
        }
    }
}
