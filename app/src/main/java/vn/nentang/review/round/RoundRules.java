package vn.nentang.review.round;

import static vn.nentang.review.round.RefusalWords.name;
import static vn.nentang.review.round.RefusalWords.refusal;
import static vn.nentang.review.round.RefusalWords.unlessSaid;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.DossierAppraised;
import vn.nentang.review.round.RoundEvent.DossierReturned;
import vn.nentang.review.round.RoundEvent.DossierSubmitted;
import vn.nentang.review.round.RoundEvent.MemberNotified;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.ObjectionAnswered;
import vn.nentang.review.round.RoundEvent.ObjectionMade;
import vn.nentang.review.round.RoundEvent.OrganizationSelfReviewed;
import vn.nentang.review.round.RoundEvent.RemarkRecorded;
import vn.nentang.review.round.RoundEvent.ReportSent;
import vn.nentang.review.round.RoundEvent.ResultsPublished;
import vn.nentang.review.round.RoundEvent.RoundOpened;
import vn.nentang.review.round.RoundEvent.ScoreSheetSet;

/**
 * What may happen in a round, and in which order: a collective before its members, members and cells before the
 * organisation, the lower level before the upper one. Pure.
 */
final class RoundRules {

    private RoundRules() {}

    /** Every reason against an event, most serious first. */
    static List<Refusal> against(RoundEvent event, LocalDate on, Place place) {
        return switch (event) {
            case RoundOpened e -> OpeningRules.opening(e, place);
            case ScoreSheetSet e -> OpeningRules.sheet(e, place);
            default -> inRound(event, on, place);
        };
    }

    private static List<Refusal> inRound(RoundEvent event, LocalDate on, Place place) {
        if (place.round() == null) {
            return List.of(refusal("round-not-open", place));
        }
        var stageOn = place.dossier().stageOn();
        if (stageOn != null && on.isBefore(stageOn)) {
            return List.of(
                    Refusal.of("round-day-before-stage", Map.of("on", on.toString(), "stage", stageOn.toString())));
        }
        return switch (event) {
            case OrganizationSelfReviewed e -> PaperRules.ownReview(e, place);
            case MemberSelfReviewed e -> PaperRules.selfReview(e, place);
            case RemarkRecorded e -> PaperRules.remark(e, place);
            case CellMet e -> MeetingRules.meeting(e, place);
            case DossierSubmitted _ -> OrderRules.submission(place);
            case DossierReturned e -> OrderRules.returning(e, place);
            case DossierAppraised e -> OrderRules.appraisal(e, place);
            case MemberNotified e -> decidedOf(e.person(), "notice-before-decision", place);
            case ObjectionMade e -> objection(e, place);
            case ObjectionAnswered e -> answer(e, place);
            case ResultsPublished e -> PublicationRules.publication(e, on, place);
            case ReportSent _ -> OrderRules.report(place);
            case RoundOpened _, ScoreSheetSet _ -> List.of();
        };
    }

    /** The level in whose name something was done is not the author's to act for (43-HD/BTCTW mục 3). */
    static Refusal notCompetent(Organization committee, Place place) {
        return new Refusal("not-competent", Map.of("organization", committee.name()), place.competenceSource());
    }

    /** What a member handed in under the own name is corrected by the meeting, never written over. */
    static Refusal notTheirWord(PersonId person, Place place) {
        return Refusal.of("self-review-is-the-members-own", Map.of("name", name(person, place)));
    }

    private static List<Refusal> decidedOf(PersonId person, String code, Place place) {
        return place.outcomes().containsKey(person) ? List.of() : List.of(refusal(code, place));
    }

    private static List<Refusal> objection(ObjectionMade event, Place place) {
        if (place.dossier().file(event.person()).notified() == null) {
            return List.of(refusal("objection-before-notice", place));
        }
        return unlessSaid(event.text());
    }

    private static List<Refusal> answer(ObjectionAnswered event, Place place) {
        var file = place.dossier().file(event.person());
        if (file.objection() == null || file.answer() != null) {
            return List.of(refusal("no-objection-to-answer", place));
        }
        return unlessSaid(event.text());
    }
}
