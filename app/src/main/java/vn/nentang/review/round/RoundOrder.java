package vn.nentang.review.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.review.DecisionOrder;
import vn.nentang.review.ReviewEvent;

/** In a year in which a round is open, nothing is decided before its papers came up. Other years are recorded as they were. */
@Component
final class RoundOrder implements DecisionOrder {

    private final Places places;

    RoundOrder(Places places) {
        this.places = places;
    }

    /** What some decisions of one year say about one organisation and its members. */
    private static final class Taken {
        private final Map<PersonId, String> members = new LinkedHashMap<>();
        private boolean onItself;
    }

    @Override
    public List<Refusal> against(List<ReviewEvent> decisions) {
        var byYear = new LinkedHashMap<Integer, Map<OrganizationId, Taken>>();
        decisions.forEach(decision -> note(decision, byYear));
        var refusals = new ArrayList<Refusal>();
        byYear.forEach((year, taken) -> {
            if (places.hasRounds(year)) {
                refusals.addAll(against(year, taken));
            }
        });
        return refusals;
    }

    private static void note(ReviewEvent decision, Map<Integer, Map<OrganizationId, Taken>> byYear) {
        var taken = byYear.computeIfAbsent(decision.year(), _ -> new LinkedHashMap<>());
        switch (decision) {
            case ReviewEvent.MemberClassified e ->
                taken.computeIfAbsent(e.cell(), _ -> new Taken())
                        .members
                        .put(
                                e.person(),
                                Objects.requireNonNull(
                                        e.outcome().level() == null
                                                ? e.outcome().notClassified()
                                                : e.outcome().level()));
            case ReviewEvent.OrganizationClassified e ->
                taken.computeIfAbsent(e.organization(), _ -> new Taken()).onItself = true;
            case ReviewEvent.CapRaised _,
                    ReviewEvent.SummaryRecorded _,
                    ReviewEvent.PublishedResultRecorded _,
                    ReviewEvent.UnitTitleRecorded _ -> {
                // Raises a limit or tells of other years; waits for nothing.
            }
        }
    }

    private List<Refusal> against(int year, Map<OrganizationId, Taken> taken) {
        return places.of(taken.keySet(), year).stream()
                .flatMap(place -> {
                    var about = Objects.requireNonNull(
                            taken.get(place.organization().id()));
                    return RoundRules.againstDeciding(about.onItself, place.withDecided(about.members)).stream();
                })
                .toList();
    }
}
