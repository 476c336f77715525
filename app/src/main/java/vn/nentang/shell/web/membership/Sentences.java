package vn.nentang.shell.web.membership;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Scope;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.membership.Act;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.membership.ProposalEvent;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.round.RoundEvent;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.committee.CommitteeWords;

/** One sentence for what an entry says. */
final class Sentences {

    private final PersonId person;
    private final CommitteeWords committees;
    private final Scope scope;
    private final Labels labels;
    private final Texts texts;

    Sentences(PersonId person, Scope scope, CommitteeWords committees, Labels labels, Texts texts) {
        this.person = person;
        this.committees = committees;
        this.scope = scope;
        this.labels = labels;
        this.texts = texts;
    }

    String of(Entry<?> entry) {
        if (entry.event() instanceof CommitteeEvent event) {
            var organization = name(event.organization(), entry.effectiveOn());
            return committees.ofPerson(event, person, entry.effectiveOn(), organization, texts);
        }
        if (entry.event() instanceof ReviewEvent review) {
            return review(review, entry.effectiveOn());
        }
        if (entry.event() instanceof ProposalEvent proposal) {
            return proposal(proposal);
        }
        if (entry.event() instanceof RoundEvent round) {
            return texts.of("act.round." + ofRound(round), String.valueOf(round.year()));
        }
        return entry.event() instanceof MembershipEvent event
                ? membership(event, entry.effectiveOn())
                : texts.of("act.other", entry.type());
    }

    String of(Act act) {
        return membership(act.event(), act.on());
    }

    private static String ofRound(RoundEvent event) {
        return switch (event) {
            case RoundEvent.MemberSelfReviewed _ -> "self-reviewed";
            case RoundEvent.RemarkRecorded _ -> "remark";
            case RoundEvent.CellMet _ -> "met";
            case RoundEvent.DossierAppraised _ -> "appraised";
            case RoundEvent.MemberNotified _ -> "notified";
            case RoundEvent.ResultsPublished _ -> "published";
            case RoundEvent.ObjectionMade _ -> "objected";
            case RoundEvent.ObjectionAnswered _ -> "answered";
            case RoundEvent.RoundOpened _,
                    RoundEvent.ScoreSheetSet _,
                    RoundEvent.OrganizationSelfReviewed _,
                    RoundEvent.DossierSubmitted _,
                    RoundEvent.DossierReturned _,
                    RoundEvent.ReportSent _ -> "other";
        };
    }

    private String proposal(ProposalEvent event) {
        return switch (event) {
            case ProposalEvent.ActsProposed(var _, var _, var _, var code, var _) ->
                texts.of("act.proposed", texts.of(code.startsWith("new.") ? "acts." + code : "acts.member." + code));
            case ProposalEvent.ProposalDecided _ -> texts.of("act.proposal-decided");
            case ProposalEvent.ProposalReturned(var _, var _, var reason) -> texts.of("act.proposal-returned", reason);
        };
    }

    private String review(ReviewEvent event, LocalDate on) {
        return switch (event) {
            case ReviewEvent.MemberClassified e -> outcome("member", e.year(), e.outcome(), on);
            case ReviewEvent.OrganizationClassified e -> outcome("organization", e.year(), e.outcome(), on);
            case ReviewEvent.CapRaised e ->
                texts.of(
                        "act.review-cap",
                        String.valueOf(e.year()),
                        texts.decimal(e.limit().movePointRight(2).stripTrailingZeros()),
                        e.because());
            case ReviewEvent.CapMeasuredOfBoth e ->
                texts.of("act.review-cap-both", String.valueOf(e.year()), e.because());
            case ReviewEvent.UnitTitleRecorded e ->
                texts.of("act.unit-title", String.valueOf(e.year()), labels.of("unit-title", e.title(), on, texts));
            case ReviewEvent.PublishedResultRecorded e ->
                texts.of("act.review-summary", String.valueOf(e.year()), texts.of("review.about." + e.about()));
            case ReviewEvent.SummaryRecorded e ->
                texts.of("act.review-summary", String.valueOf(e.year()), texts.of("review.about." + e.about()));
        };
    }

    /** The level or why there is none, and where it is not what the facts allow, what they allow and the reason. */
    private String outcome(String object, int year, ReviewEvent.Outcome outcome, LocalDate on) {
        var allowed = outcome.allowed();
        var level = outcome.level();
        var differs = allowed != null && !allowed.equals(level);
        var said = level == null
                ? texts.of("act.review-none", String.valueOf(year), word(object, outcome, outcome.notClassified(), on))
                : texts.of("act.review-level", String.valueOf(year), word(object, outcome, level, on));
        var otherwise = differs ? texts.of("act.review-allowed", word(object, outcome, allowed, on)) : "";
        var because = outcome.because() == null ? "" : texts.of("act.review-because", outcome.because());
        return said + otherwise + because;
    }

    private String word(String object, ReviewEvent.Outcome outcome, @Nullable String code, LocalDate on) {
        return code == null ? "" : labels.outcome(outcome.regime(), object, code, on, texts);
    }

    private String membership(MembershipEvent event, LocalDate on) {
        return switch (event) {
            case MembershipEvent.PersonRegistered _ -> texts.of("act.registered");
            case MembershipEvent.FactsRecorded _ -> texts.of("act.facts");
            case MembershipEvent.Admitted(var _, var cell, var day) ->
                say("act.admitted", name(cell, on), texts.date(day));
            case MembershipEvent.Recognised(var _, var day) -> say("act.recognised", "", texts.date(day));
            case MembershipEvent.Enrolled(var _, var cell, var _) -> say("act.enrolled", name(cell, on), "");
            case MembershipEvent.Arrived(var _, var cell, var origin, var from) ->
                say("act.arrived", name(cell, on), place(origin, from, on));
            case MembershipEvent.Transferred(var _, var to) -> say("act.transferred", name(to, on), "");
            case MembershipEvent.Departed(var _, var destination, var to) ->
                say("act.departed", "", place(destination, to, on));
            case MembershipEvent.Exempted _ -> texts.of("act.exempted");
            case MembershipEvent.Resumed _ -> texts.of("act.resumed");
            case MembershipEvent.Suspended(var _, var until) -> say("act.suspended", "", texts.date(until));
            case MembershipEvent.Reinstated _ -> texts.of("act.reinstated");
            case MembershipEvent.TemporaryActivityStarted(var _, var cell, var place) ->
                say("act.temporary", cell == null ? text(place) : name(cell, on), "");
            case MembershipEvent.TemporaryActivityEnded _ -> texts.of("act.temporary-ended");
            case MembershipEvent.Left(var _, var cause) ->
                say("act.left", "", labels.of("leave-cause", cause, on, texts));
            case MembershipEvent.Restored(var _, var cell) -> say("act.restored", name(cell, on), "");
        };
    }

    /** The words for one part, the other or both; keys ending in {@code -where}, {@code -what}, {@code -both} or bare. */
    private String say(String key, String where, String what) {
        var ending = where.isEmpty() ? (what.isEmpty() ? "" : "-what") : (what.isEmpty() ? "-where" : "-both");
        return texts.named(key + ending, Map.of("where", where, "what", what));
    }

    private String name(@Nullable OrganizationId organization, LocalDate on) {
        return organization == null ? "" : scope.nameOf(organization, on);
    }

    private String place(String kind, @Nullable String name, LocalDate on) {
        var label = labels.of("arrival-origin", kind, on, texts);
        return name == null ? label : name;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
