package vn.nentang.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.round.Dossier;
import vn.nentang.review.round.Places;
import vn.nentang.review.round.Waiting;

/** What the review round of a year asks of whoever reads. Nothing in a year in which none is open. */
@Component
public final class RoundDuties {

    private final Places places;
    private final Waiting waiting;
    private final ReviewResults results;
    private final ReviewYears years;
    private final People people;

    RoundDuties(Places places, Waiting waiting, ReviewResults results, ReviewYears years, People people) {
        this.places = places;
        this.waiting = waiting;
        this.results = results;
        this.years = years;
        this.people = people;
    }

    /** The last day for the own self-review, while it is missing. */
    public Optional<LocalDate> ownReviewDue(PersonId person, int year) {
        if (!places.hasRounds(year)) {
            return Optional.empty();
        }
        return people.cellsOf(person, years.lastDayOf(year)).stream()
                .flatMap(cell -> places.find(cell, year).stream())
                .filter(place -> place.roll().containsKey(person) && place.isReviewed(person))
                .filter(place -> place.dossier().file(person).selfReview() == null)
                .flatMap(place -> place.findRound().stream())
                .map(round -> round.deadlines().selfReview())
                .findFirst();
    }

    /** How many of some organisations handed in their papers and have no level yet. */
    public int handedIn(int year, List<OrganizationId> organizations) {
        if (!places.hasRounds(year)) {
            return 0;
        }
        var progress = waiting.progress(year, organizations);
        var handedIn = organizations.stream()
                .filter(id -> Objects.requireNonNull(progress.get(id)).stage() == Dossier.Stage.SUBMITTED)
                .toList();
        return handedIn.size() - results.organizations(year, handedIn).size();
    }

    /** The last day on which an organisation hands in its papers, while it has not. */
    public Optional<LocalDate> papersDue(int year, OrganizationId organization) {
        if (!places.hasRounds(year)) {
            return Optional.empty();
        }
        var progress = Objects.requireNonNull(
                waiting.progress(year, List.of(organization)).get(organization));
        return progress.stage() == Dossier.Stage.SUBMITTED
                ? Optional.empty()
                : places.round(organization, year)
                        .map(round -> round.deadlines().submission());
    }
}
