package vn.nentang.review.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.NewEntry;
import vn.nentang.organization.Organization;
import vn.nentang.review.ExceededCaps;

/** Records what happens in a round, or refuses it with every reason. */
@Component
public final class RoundDesk {

    private final Ledger ledger;
    private final Places places;
    private final Authors authors;
    private final ExceededCaps caps;

    public RoundDesk(Ledger ledger, Places places, Authors authors, ExceededCaps caps) {
        this.caps = caps;
        this.ledger = ledger;
        this.places = places;
        this.authors = authors;
    }

    /** Records one event, on a day, by a paper. */
    public Answer propose(Command command, RoundEvent event, LocalDate on, Paper paper) {
        return proposeAll(command, List.of(event), on, paper);
    }

    /** Records events about papers of one year, all or none; each is judged by what stood before all. */
    public Answer proposeAll(Command command, List<? extends RoundEvent> events, LocalDate on, Paper paper) {
        return ledger.carryOut(command, () -> {
            var around = around(events);
            var refusals = new ArrayList<Refusal>();
            for (var event : events) {
                refusals.addAll(against(command.author(), event, on, around.get(event.organization())));
            }
            return refusals.isEmpty()
                    ? new Decision.Recorded<>(events.stream()
                            .map(event -> NewEntry.of(event, on, paper))
                            .toList())
                    : new Decision.Refused<>(refusals.stream().distinct().toList());
        });
    }

    private Map<OrganizationId, Place> around(List<? extends RoundEvent> events) {
        var about = events.stream().map(RoundEvent::organization).distinct().toList();
        return places.of(about, events.getFirst().year()).stream()
                .collect(Collectors.toMap(place -> place.organization().id(), place -> place));
    }

    private List<Refusal> against(String author, RoundEvent event, LocalDate on, @Nullable Place place) {
        if (place == null) {
            return List.of(Refusal.of("not-reviewed-in-year", Map.of("year", String.valueOf(event.year()))));
        }
        return Stream.of(
                        againstAuthor(author, event, place),
                        RoundRules.against(event, on, place),
                        event instanceof RoundEvent.ReportSent ? exceeded(place) : List.<Refusal>of())
                .flatMap(List::stream)
                .toList();
    }

    private List<Refusal> exceeded(Place place) {
        return caps.of(place.organization().id(), place.year()).stream()
                .map(one -> OrderRules.exceeded(one, place))
                .toList();
    }

    /** Takes the papers that members brought from another cell into this one's, as they are. */
    public Answer takeOver(Command command, Place place, LocalDate on) {
        var brought = places.handedInElsewhere(place).entrySet().stream()
                .flatMap(file -> brought(file.getKey(), file.getValue(), place))
                .toList();
        return brought.isEmpty() ? new Answer.Recorded(List.of()) : proposeAll(command, brought, on, Paper.UNKNOWN);
    }

    private static Stream<RoundEvent> brought(PersonId person, Dossier.File file, Place place) {
        var cell = place.organization().id();
        var said = file.findSelfReview()
                .map(made -> made.event())
                .<RoundEvent>map(e -> new RoundEvent.MemberSelfReviewed(
                        cell, place.year(), person, e.kind(), group(e, place), e.review()));
        var remarks = file.remarks().values().stream()
                .map(made -> made.event())
                .<RoundEvent>map(e ->
                        new RoundEvent.RemarkRecorded(cell, place.year(), person, e.source(), e.isGiven(), e.text()));
        return Stream.concat(said.stream(), remarks);
    }

    /** The group of before where this round has it, or else the first for the kind. */
    private static String group(RoundEvent.MemberSelfReviewed said, Place place) {
        var groups = place.findRound()
                .map(round -> round.groupsOf(said.kind()).stream()
                        .map(RoundEvent.Group::code)
                        .toList())
                .orElse(List.of());
        return groups.contains(said.group()) || groups.isEmpty() ? said.group() : groups.getFirst();
    }

    /** Whether a member handed in the own self-review by the own account; then nobody else writes over it. */
    public boolean isOwnWord(Place place, PersonId person) {
        return place.dossier()
                .file(person)
                .findSelfReview()
                .flatMap(made -> authors.personOf(made.author()))
                .filter(person::equals)
                .isPresent();
    }

    /** Who gives papers back, appraises them or answers an objection acts for a level; a member's word is the member's. */
    private List<Refusal> againstAuthor(String author, RoundEvent event, Place place) {
        return switch (event) {
            case RoundEvent.DossierReturned _, RoundEvent.ObjectionAnswered _, RoundEvent.ResultsPublished _ ->
                actingFor(place.competent(), author, place);
            case RoundEvent.DossierAppraised e ->
                place.appraisers().stream()
                        .filter(one -> one.id().equals(e.by()))
                        .flatMap(one -> actingFor(one, author, place).stream())
                        .toList();
            case RoundEvent.MemberSelfReviewed e
            when isOwnWord(place, e.person()) && !authors.personOf(author).equals(Optional.of(e.person())) ->
                List.of(RoundRules.notTheirWord(e.person(), place));
            default -> List.of();
        };
    }

    private List<Refusal> actingFor(Organization committee, String author, Place place) {
        return authors.committeesOf(author).test(committee.id())
                ? List.of()
                : List.of(RoundRules.notCompetent(committee, place));
    }
}
