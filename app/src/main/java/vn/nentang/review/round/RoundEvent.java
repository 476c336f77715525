package vn.nentang.review.round;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.review.ReviewEvent.JudgedFact;

/** What happens in a review round before and after the competent level decides; the decision is a {@code ReviewEvent}. */
public sealed interface RoundEvent extends LedgerEvent {

    /** The organisation it is about: whose round, whose dossier, whose sheet. */
    OrganizationId organization();

    int year();

    /** An event about one member of a cell. */
    sealed interface OfMember extends RoundEvent {
        PersonId person();
    }

    /**
     * A competent committee opened the round of a year for itself and all below it, or set it anew.
     *
     * @param groups groups of similar position for the cap, each of some kinds of member
     */
    record RoundOpened(OrganizationId organization, int year, String regime, List<Group> groups, Deadlines deadlines)
            implements RoundEvent {
        public RoundOpened {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Members of similar position, role, function and task, who share one cap.
     *
     * @param kinds the kinds of member of the regime that may stand in it
     */
    record Group(String code, String name, List<String> kinds) {
        public Group {
            kinds = List.copyOf(kinds);
        }
    }

    /** The last days of each part of a round, each on or after the one before. */
    record Deadlines(LocalDate selfReview, LocalDate submission, LocalDate decision) {}

    /**
     * An upper committee split the points of the regulation's groups of criteria, for one kind of subject, from a year on
     * until it sets another sheet.
     */
    record ScoreSheetSet(OrganizationId organization, int year, String kind, List<Item> items) implements RoundEvent {
        public ScoreSheetSet {
            items = List.copyOf(items);
        }
    }

    /**
     * One line of a score sheet.
     *
     * @param group the group of criteria of the regulation it belongs to
     */
    record Item(String code, String group, String title, BigDecimal max) {}

    /** Points given for one line of the score sheet. */
    record Points(String item, BigDecimal points) {}

    /** One part of a self-review in words. */
    record Passage(String part, String text) {}

    /**
     * What a member or a collective says of the own year.
     *
     * @param facts by the names of the regime, as text
     * @param points by line of the score sheet; empty where there is none
     * @param level the level asked for; null where the writer leaves it open
     */
    record SelfReview(
            List<JudgedFact> facts,
            List<Points> points,
            List<Passage> passages,
            @Nullable String level) {
        public SelfReview {
            facts = List.copyOf(facts);
            points = List.copyOf(points);
            passages = List.copyOf(passages);
        }
    }

    /** The organisation's committee reported on its own year (form 01). */
    record OrganizationSelfReviewed(OrganizationId organization, int year, SelfReview review) implements RoundEvent {}

    /**
     * A member handed in the self-review (forms 2A, 2B, 2C), or the cell entered it from paper.
     *
     * @param group code of a group of the round
     */
    record MemberSelfReviewed(
            OrganizationId organization, int year, PersonId person, String kind, String group, SelfReview review)
            implements OfMember {}

    /**
     * Another cell's remark on a member, or why there is none.
     *
     * @param source code: of the residence, of temporary activity, of the earlier unit
     * @param isGiven false where the text says why no remark is asked for
     */
    record RemarkRecorded(
            OrganizationId organization, int year, PersonId person, String source, boolean isGiven, String text)
            implements OfMember {}

    /**
     * The cell met on its members and on itself.
     *
     * @param lines one for each member
     * @param own the vote on the cell's own level
     */
    record CellMet(OrganizationId organization, int year, Attendance attendance, List<Line> lines, Proposal own)
            implements RoundEvent {
        public CellMet {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Who could vote and who came. Probationary members have no vote.
     *
     * @param base full members whom the count is measured against, present or not
     * @param present full members present
     */
    record Attendance(int base, int present, String chair, String secretary) {}

    /** What the meeting proposes of one member. */
    record Line(PersonId person, Proposal proposal) {}

    /**
     * What a meeting proposes.
     *
     * @param facts corrected by the meeting, by name; empty where it left what was said
     * @param invalid votes that name no level, or several
     * @param outcome code of a level, or of a reason why there is none
     * @param because needed where the facts allow something else
     */
    record Proposal(
            List<JudgedFact> facts,
            List<Votes> votes,
            int invalid,
            String outcome,
            @Nullable String because) {
        public Proposal {
            facts = List.copyOf(facts);
            votes = List.copyOf(votes);
        }
    }

    /** How many voted for a level. */
    record Votes(String level, int number) {}

    /** The dossier went to the level above. */
    record DossierSubmitted(OrganizationId organization, int year) implements RoundEvent {}

    /** The level above gave the dossier back, with a reason. */
    record DossierReturned(OrganizationId organization, int year, OrganizationId by, String because)
            implements RoundEvent {}

    /**
     * A level between the cell and the one that decides appraised the dossier and passed it on.
     *
     * @param changes where it proposes otherwise than it was proposed
     */
    record DossierAppraised(OrganizationId organization, int year, OrganizationId by, List<Change> changes)
            implements RoundEvent {
        public DossierAppraised {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Another proposal, and why.
     *
     * @param person null for the organisation itself
     */
    record Change(@Nullable PersonId person, String outcome, String because) {}

    /** The decided level was told to the member. */
    record MemberNotified(OrganizationId organization, int year, PersonId person) implements OfMember {}

    /**
     * The competent level made public what it decided of an organisation and its members (366-QĐ/TW Điều 15). A later
     * publication takes the place of an earlier one.
     *
     * @param by the committee that decided
     * @param manner code of the list {@code publication-manner}
     * @param where at which meeting, on which board, in words
     * @param outcome code of the organisation's own level, or of the reason why there is none; null where only members are
     *     decided so far
     */
    record ResultsPublished(
            OrganizationId organization,
            int year,
            OrganizationId by,
            String manner,
            String where,
            @Nullable String outcome,
            List<PublishedLevel> members)
            implements RoundEvent {
        public ResultsPublished {
            members = List.copyOf(members);
        }

        /** What was made public of a member; empty for whoever is not in it. */
        public Optional<PublishedLevel> of(PersonId person) {
            return members.stream()
                    .filter(level -> level.person().equals(person))
                    .findFirst();
        }
    }

    /** A member's level as it was made public: its code, or that of the reason why there is none. */
    record PublishedLevel(PersonId person, String outcome) {}

    /** The member does not agree with the level and says why. */
    record ObjectionMade(OrganizationId organization, int year, PersonId person, String text) implements OfMember {}

    /**
     * The body that decided answered an objection. Another level is a decision of its own (form 03).
     *
     * @param isUpheld whether the objection was found right
     */
    record ObjectionAnswered(OrganizationId organization, int year, PersonId person, boolean isUpheld, String text)
            implements OfMember {}

    /**
     * The report of the year went to the level above, with its figures as they stood.
     *
     * @param figures what was counted: {@code members.HTXS}, {@code cells.total}
     */
    record ReportSent(OrganizationId organization, int year, List<Figure> figures) implements RoundEvent {
        public ReportSent {
            figures = List.copyOf(figures);
        }
    }

    record Figure(String name, int number) {}
}
