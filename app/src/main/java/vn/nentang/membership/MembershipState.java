package vn.nentang.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Timeline;
import vn.nentang.ledger.Entry;

/** One person over time: a pure fold of the entries that stand. What does not fit is kept as an anomaly. */
record MembershipState(
        PersonId id,
        Timeline<SortedMap<String, String>> facts,
        Timeline<Membership> memberships,
        boolean registered,
        List<Anomaly> anomalies) {

    /** An entry that does not fit the others. */
    record Anomaly(String code, String entry) {}

    static MembershipState fold(PersonId id, List<Entry<MembershipEvent>> entries) {
        var state = new MembershipState(id, Timeline.empty(), Timeline.empty(), false, List.of());
        for (var entry : entries) {
            state = state.evolve(entry);
        }
        return state;
    }

    private MembershipState evolve(Entry<MembershipEvent> entry) {
        var on = entry.effectiveOn();
        return switch (entry.event()) {
            case MembershipEvent.PersonRegistered act ->
                withFacts(on, act.facts()).asRegistered();
            case MembershipEvent.FactsRecorded recorded -> withFacts(on, recorded.facts());
            case MembershipEvent.Admitted admitted -> admitted(entry, admitted);
            case MembershipEvent.Recognised recognised -> recognised(entry, recognised);
            case MembershipEvent.Enrolled enrolled ->
                with(on, now(on).at(enrolled.cell()).listedAs(enrolled.standing()));
            case MembershipEvent.Arrived arrived -> with(on, now(on).at(arrived.cell()));
            case MembershipEvent.Transferred transferred -> onRoll(entry).with(on, now(on).at(transferred.to()));
            case MembershipEvent.Departed _ -> onRoll(entry).with(on, now(on).gone());
            case MembershipEvent.Exempted _ -> with(on, now(on).exempted(true));
            case MembershipEvent.Resumed _ -> with(on, now(on).exempted(false));
            case MembershipEvent.Suspended suspended -> with(on, now(on).suspended(suspended.until()));
            case MembershipEvent.Reinstated _ -> with(on, now(on).reinstated());
            case MembershipEvent.TemporaryActivityStarted t -> with(on, now(on).visiting(t.cell(), t.place()));
            case MembershipEvent.TemporaryActivityEnded _ -> with(on, now(on).visiting(null, null));
            case MembershipEvent.Left left -> with(on, now(on).ended(left.cause()));
            case MembershipEvent.Restored restored -> with(on, now(on).restored(restored.cell(), gradeBefore(on)));
        };
    }

    private MembershipState admitted(Entry<MembershipEvent> entry, MembershipEvent.Admitted admitted) {
        var before = now(entry.effectiveOn());
        var state = before.grade() == Membership.Grade.NONE ? this : with(anomaly("admitted-while-member", entry));
        return state.with(entry.effectiveOn(), before.admitted(admitted.on(), admitted.cell()));
    }

    private MembershipState recognised(Entry<MembershipEvent> entry, MembershipEvent.Recognised recognised) {
        var before = now(entry.effectiveOn());
        var state = before.grade() == Membership.Grade.PROBATIONARY
                ? this
                : with(anomaly("recognised-without-probation", entry));
        return state.with(entry.effectiveOn(), before.recognised(recognised.on()));
    }

    /** The grade a person had when membership ended; known from the recognition, or from the last list that told it. */
    private Membership.Grade gradeBefore(LocalDate on) {
        return now(on).recognisedOn() != null
                ? Membership.Grade.FULL
                : memberships.byStart().headMap(on, true).descendingMap().values().stream()
                        .map(Membership::grade)
                        .filter(grade -> grade != Membership.Grade.NONE)
                        .findFirst()
                        .orElse(Membership.Grade.PROBATIONARY);
    }

    private MembershipState onRoll(Entry<MembershipEvent> entry) {
        return now(entry.effectiveOn()).cell() == null ? with(anomaly("not-on-any-roll", entry)) : this;
    }

    private static Anomaly anomaly(String code, Entry<MembershipEvent> entry) {
        return new Anomaly(code, entry.ref().toString());
    }

    Membership now(LocalDate date) {
        return memberships.on(date).orElse(Membership.NONE);
    }

    private MembershipState withFacts(LocalDate on, List<Fact> changed) {
        var all = new TreeMap<>(facts.on(on).orElse(Collections.emptySortedMap()));
        for (var fact : changed) {
            if (fact.value() == null) {
                all.remove(fact.field());
            } else {
                all.put(fact.field(), fact.value());
            }
        }
        return new MembershipState(id, facts.with(on, all), memberships, registered, anomalies);
    }

    private MembershipState asRegistered() {
        return new MembershipState(id, facts, memberships, true, anomalies);
    }

    private MembershipState with(LocalDate on, Membership membership) {
        return new MembershipState(id, facts, memberships.with(on, membership), registered, anomalies);
    }

    private MembershipState with(Anomaly anomaly) {
        var more = new ArrayList<>(anomalies);
        more.add(anomaly);
        return new MembershipState(id, facts, memberships, registered, List.copyOf(more));
    }

    /** What is known of the file on a date; before the first entry, what was known first. */
    Map<String, String> factsOn(LocalDate date) {
        return facts.on(date)
                .or(() -> facts.byStart().values().stream().findFirst())
                .orElse(Collections.emptySortedMap());
    }

    Optional<String> fact(String field, LocalDate date) {
        return Optional.ofNullable(factsOn(date).get(field));
    }

    /** Birth as known last. */
    Optional<PartialDate> birth() {
        return facts.last().map(f -> f.get(Fact.BIRTH)).map(PartialDate::parse);
    }

    /** Periods of the file; the first reaches back without limit, because a name was true before we learned it. */
    List<Period<SortedMap<String, String>>> filePeriods() {
        var spans = facts.spans();
        return Stream.iterate(0, i -> i < spans.size(), i -> i + 1)
                .map(i -> new Period<>(
                        i == 0 ? null : spans.get(i).during().from(),
                        spans.get(i).during().until(),
                        spans.get(i).value()))
                .toList();
    }

    record Period<T>(@Nullable LocalDate from, @Nullable LocalDate until, T value) {}

    /** Periods in which there was something to say about membership. */
    List<Timeline.Span<Membership>> membershipPeriods() {
        return memberships.spans().stream()
                .filter(s -> !s.value().equals(Membership.NONE))
                .toList();
    }
}
