package vn.nentang.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.ledger.SubjectHistory;

/**
 * Days on which a person stood on the roll of one cell and nothing about the membership or the file changed.
 *
 * @param facts the file, by field of the list {@code person-fields}
 */
public record RollPeriod(
        DateRange during,
        OrganizationId cell,
        Standing standing,
        @Nullable PartialDate admittedOn,
        Map<String, String> facts) {

    public RollPeriod {
        facts = Map.copyOf(facts);
    }

    /** A person's days on rolls by the entries that stand, oldest first; guests are on the roll of their own cell. */
    public static List<RollPeriod> of(SubjectHistory person) {
        var state = MembershipRegister.fold(person);
        var periods = new ArrayList<RollPeriod>();
        for (var span : state.membershipPeriods()) {
            var cell = span.value().cell();
            if (cell != null) {
                var starts = new TreeSet<>(state.facts().byStart().keySet());
                starts.add(span.during().from());
                starts.stream()
                        .filter(span.during()::contains)
                        .map(from -> new DateRange(from, earlier(starts.higher(from), span.during())))
                        .map(days -> new RollPeriod(
                                days,
                                cell,
                                span.value().standing(),
                                span.value().admittedOn(),
                                state.factsOn(days.from())))
                        .forEach(periods::add);
            }
        }
        return periods;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate next, DateRange whole) {
        var until = whole.until();
        return next == null || (until != null && until.isBefore(next)) ? until : next;
    }
}
