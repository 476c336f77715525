package vn.nentang.review.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.DecisionOrder;
import vn.nentang.review.ReviewEvent;

/** In a year in which a round is open, nothing is decided before its papers came up. Other years are recorded as they were. */
@Component
final class RoundOrder implements DecisionOrder {

    private final Places places;
    private final Authors authors;

    RoundOrder(Places places, Authors authors) {
        this.places = places;
        this.authors = authors;
    }

    /** What some decisions of one year say about one organisation and its members. */
    private static final class Taken {
        private final Map<PersonId, String> members = new LinkedHashMap<>();
        private boolean onItself;
        private boolean movesCap;

        private boolean decides() {
            return onItself || !members.isEmpty();
        }
    }

    @Override
    public List<Refusal> against(String author, List<ReviewEvent> decisions) {
        var byYear = new LinkedHashMap<Integer, Map<OrganizationId, Taken>>();
        decisions.forEach(decision -> note(decision, byYear));
        var refusals = new ArrayList<Refusal>();
        byYear.forEach((year, taken) -> {
            if (places.hasRounds(year)) {
                refusals.addAll(against(author, year, taken));
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
            case ReviewEvent.CapRaised e -> taken.computeIfAbsent(e.organization(), _ -> new Taken()).movesCap = true;
            case ReviewEvent.CapMeasuredOfBoth e ->
                taken.computeIfAbsent(e.organization(), _ -> new Taken()).movesCap = true;
            case ReviewEvent.SummaryRecorded _,
                    ReviewEvent.PublishedResultRecorded _,
                    ReviewEvent.UnitTitleRecorded _ -> {
                // Tells of other years; waits for nothing.
            }
        }
    }

    private List<Refusal> against(String author, int year, Map<OrganizationId, Taken> taken) {
        var own = askedOnce(authors.committeesOf(author));
        return places.of(taken.keySet(), year).stream()
                .filter(place -> place.round() != null)
                .flatMap(place -> {
                    var about = Objects.requireNonNull(
                            taken.get(place.organization().id()));
                    return against(about, place, own).stream();
                })
                .toList();
    }

    /** Most cells of a list are decided by the same committee. */
    private static Predicate<OrganizationId> askedOnce(Predicate<OrganizationId> own) {
        var answers = new HashMap<OrganizationId, Boolean>();
        return committee -> answers.computeIfAbsent(committee, own::test);
    }

    private static List<Refusal> against(Taken taken, Place place, Predicate<OrganizationId> own) {
        var levels = new ArrayList<Organization>();
        if (taken.movesCap) {
            levels.add(place.organization());
        }
        if (taken.decides()) {
            levels.add(place.competent());
        }
        var refusals = levels.stream()
                .filter(level -> !own.test(level.id()))
                .map(level -> RoundRules.notCompetent(level, place))
                .toList();
        return refusals.isEmpty() && taken.decides()
                ? OrderRules.againstDeciding(taken.onItself, place.withDecided(taken.members))
                : refusals;
    }
}
