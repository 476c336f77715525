package vn.nentang.review.round;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.EventCatalogue;
import vn.nentang.ledger.EventType;

/** Stored names of the events of a round. A name is never changed; a new shape gets a new version. */
@Component
public final class RoundEvents implements EventCatalogue {

    /** Where the papers of one organisation and year are filed. */
    static final String DOSSIER = "dossier";

    /** Where a committee's round of a year is filed. */
    static final String ROUND = "round";

    @Override
    public List<EventType<?>> types() {
        return List.of(
                type("review.round-opened.v1", RoundEvent.RoundOpened.class, ROUND, _ -> Stream.empty()),
                type("review.score-sheet-set.v1", RoundEvent.ScoreSheetSet.class, ROUND, _ -> Stream.empty()),
                type("review.report-sent.v1", RoundEvent.ReportSent.class, ROUND, _ -> Stream.empty()),
                type(
                        "review.organization-self-reviewed.v1",
                        RoundEvent.OrganizationSelfReviewed.class,
                        DOSSIER,
                        _ -> Stream.empty()),
                ofMember("review.member-self-reviewed.v1", RoundEvent.MemberSelfReviewed.class),
                ofMember("review.remark-recorded.v1", RoundEvent.RemarkRecorded.class),
                type(
                        "review.cell-met.v1",
                        RoundEvent.CellMet.class,
                        DOSSIER,
                        e -> e.lines().stream().map(RoundEvent.Line::person)),
                type("review.dossier-submitted.v1", RoundEvent.DossierSubmitted.class, DOSSIER, _ -> Stream.empty()),
                type("review.dossier-returned.v1", RoundEvent.DossierReturned.class, DOSSIER, _ -> Stream.empty()),
                type(
                        "review.dossier-appraised.v1",
                        RoundEvent.DossierAppraised.class,
                        DOSSIER,
                        e -> e.changes().stream().flatMap(change -> Stream.ofNullable(change.person()))),
                ofMember("review.member-notified.v1", RoundEvent.MemberNotified.class),
                type(
                        "review.results-published.v1",
                        RoundEvent.ResultsPublished.class,
                        DOSSIER,
                        e -> e.members().stream().map(RoundEvent.PublishedLevel::person)),
                ofMember("review.objection-made.v1", RoundEvent.ObjectionMade.class),
                ofMember("review.objection-answered.v1", RoundEvent.ObjectionAnswered.class));
    }

    static String dossierOf(OrganizationId organization, int year) {
        return "%s:%d:%s".formatted(DOSSIER, year, organization);
    }

    static String roundOf(OrganizationId organization, int year) {
        return "%s:%d:%s".formatted(ROUND, year, organization);
    }

    private static <E extends RoundEvent.OfMember> EventType<E> ofMember(String name, Class<E> event) {
        return type(name, event, DOSSIER, e -> Stream.of(e.person()));
    }

    /** Filed under the organisation's papers of the year and under every person concerned. */
    private static <E extends RoundEvent> EventType<E> type(
            String name, Class<E> event, String kind, Function<E, Stream<PersonId>> persons) {
        return new EventType<>(
                name,
                event,
                e -> Stream.concat(
                                Stream.of("%s:%d:%s".formatted(kind, e.year(), e.organization())),
                                persons.apply(e).map(PersonId::subject))
                        .toList());
    }
}
