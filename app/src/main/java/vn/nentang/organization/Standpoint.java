package vn.nentang.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.SubjectHistory;

/**
 * What an organisation stands below during some days: its parent while it lives; after its end whoever took it over, first
 * named first, and where nobody did, what it stood below last. So every organisation that ever was has one place on every
 * day's tree from its founding on, and no member counted under it is lost after a merger.
 *
 * @param above null for the top of what this ledger covers
 */
public record Standpoint(DateRange during, @Nullable OrganizationId above) {

    /** The places of one organisation by the entries that stand, oldest first. */
    public static List<Standpoint> of(SubjectHistory organization) {
        var state = OrganizationRegister.fold(organization);
        var places = new ArrayList<Standpoint>();
        for (var period : state.periods()) {
            var last = places.isEmpty() ? null : places.getLast();
            if (last != null && Objects.equals(last.above(), period.parent())) {
                places.removeLast();
                places.add(new Standpoint(
                        new DateRange(last.during().from(), period.during().until()), last.above()));
            } else {
                places.add(new Standpoint(period.during(), period.parent()));
            }
        }
        var ended = state.endedOn();
        if (ended != null && !places.isEmpty()) {
            places.add(new Standpoint(new DateRange(ended, null), successor(organization, state.id(), ended, places)));
        }
        return places;
    }

    private static @Nullable OrganizationId successor(
            SubjectHistory organization, OrganizationId id, LocalDate ended, List<Standpoint> places) {
        return organization.of(OrganizationEvent.class).stream()
                .filter(entry -> entry.effectiveOn().equals(ended))
                .map(entry -> entry.event())
                .filter(event -> event instanceof OrganizationEvent.Ended
                        && event.organization().equals(id))
                .flatMap(event -> ((OrganizationEvent.Ended) event).successors().stream())
                .findFirst()
                .orElse(places.getLast().above());
    }
}
