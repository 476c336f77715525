package vn.nentang.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Timeline;
import vn.nentang.ledger.Entry;

/**
 * One organisation over time: a pure fold of its entries. What cannot be reconciled is kept as an anomaly and changes
 * nothing else.
 */
record OrganizationState(
        OrganizationId id,
        @Nullable LocalDate foundedOn,
        @Nullable LocalDate endedOn,
        Timeline<String> names,
        Timeline<String> types,
        Timeline<Optional<String>> codes,
        Timeline<Optional<OrganizationId>> parents,
        List<Anomaly> anomalies) {

    /** An entry that does not fit the others. */
    record Anomaly(String code, String entry) {}

    static OrganizationState unknown(OrganizationId id) {
        return new OrganizationState(
                id, null, null, Timeline.empty(), Timeline.empty(), Timeline.empty(), Timeline.empty(), List.of());
    }

    static OrganizationState fold(OrganizationId id, List<Entry<OrganizationEvent>> entries) {
        var state = unknown(id);
        for (var entry : entries) {
            state = state.evolve(entry);
        }
        return state;
    }

    /** The state right after a founding that is not in the ledger yet. */
    static OrganizationState foundedAs(OrganizationEvent.Founded founded, LocalDate on) {
        return unknown(founded.organization()).founded(founded, on);
    }

    OrganizationState evolve(Entry<OrganizationEvent> entry) {
        if (!entry.event().organization().equals(id)) {
            return this; // Filed here because this organisation succeeds the one that ended.
        }
        var on = entry.effectiveOn();
        return switch (entry.event()) {
            case OrganizationEvent.Founded founded when foundedOn == null -> founded(founded, on);
            case OrganizationEvent.Founded _ ->
                with(new Anomaly("founded-twice", entry.ref().toString()));
            case OrganizationEvent.Renamed(var _, var name) ->
                inForce(entry).copy(names.with(on, name), types, codes, parents);
            case OrganizationEvent.Recoded(var _, var code) ->
                inForce(entry).copy(names, types, codes.with(on, Optional.ofNullable(code)), parents);
            case OrganizationEvent.Retyped(var _, var type) ->
                inForce(entry).copy(names, types.with(on, type), codes, parents);
            case OrganizationEvent.Moved(var _, var parent) ->
                inForce(entry).copy(names, types, codes, parents.with(on, Optional.of(parent)));
            case OrganizationEvent.Ended _ when endedOn == null && foundedOn != null -> ended(on);
            case OrganizationEvent.Ended _ ->
                with(new Anomaly("ended-out-of-place", entry.ref().toString()));
        };
    }

    private OrganizationState founded(OrganizationEvent.Founded founded, LocalDate on) {
        return new OrganizationState(
                id,
                on,
                endedOn,
                names.with(on, founded.name()),
                types.with(on, founded.type()),
                codes.with(on, Optional.ofNullable(founded.code())),
                parents.with(on, Optional.ofNullable(founded.parent())),
                anomalies);
    }

    private OrganizationState ended(LocalDate on) {
        return new OrganizationState(id, foundedOn, on, names, types, codes, parents, anomalies);
    }

    /** This state, with an anomaly added when the entry lies outside the organisation's life. */
    private OrganizationState inForce(Entry<OrganizationEvent> entry) {
        return isInForce(entry.effectiveOn())
                ? this
                : with(new Anomaly("outside-lifetime", entry.ref().toString()));
    }

    private OrganizationState copy(
            Timeline<String> newNames,
            Timeline<String> newTypes,
            Timeline<Optional<String>> newCodes,
            Timeline<Optional<OrganizationId>> newParents) {
        return new OrganizationState(id, foundedOn, endedOn, newNames, newTypes, newCodes, newParents, anomalies);
    }

    private OrganizationState with(Anomaly anomaly) {
        var more = new ArrayList<>(anomalies);
        more.add(anomaly);
        return new OrganizationState(id, foundedOn, endedOn, names, types, codes, parents, List.copyOf(more));
    }

    boolean isInForce(LocalDate date) {
        return foundedOn != null && !date.isBefore(foundedOn) && (endedOn == null || date.isBefore(endedOn));
    }

    /** The periods in which nothing about it changed, from founding to end. */
    List<Period> periods() {
        if (foundedOn == null) {
            return List.of();
        }
        var starts = new TreeSet<LocalDate>();
        starts.add(foundedOn);
        starts.addAll(names.byStart().keySet());
        starts.addAll(types.byStart().keySet());
        starts.addAll(codes.byStart().keySet());
        starts.addAll(parents.byStart().keySet());
        return starts.stream()
                .filter(this::isInForce)
                .map(from -> period(from, starts.higher(from)))
                .toList();
    }

    private Period period(LocalDate from, @Nullable LocalDate next) {
        var until = endedOn != null && (next == null || endedOn.isBefore(next)) ? endedOn : next;
        return new Period(
                new DateRange(from, until),
                names.on(from).orElseThrow(),
                types.on(from).orElseThrow(),
                codes.on(from).flatMap(c -> c).orElse(null),
                parents.on(from).flatMap(p -> p).orElse(null));
    }

    record Period(
            DateRange during,
            String name,
            String type,
            @Nullable String code,
            @Nullable OrganizationId parent) {}
}
