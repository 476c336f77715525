package vn.nentang.review;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.LedgerEvent;

/** What the competent level decided in a yearly review (kiểm điểm, đánh giá, xếp loại). */
public sealed interface ReviewEvent extends LedgerEvent {

    int year();

    /**
     * What was decided of one subject. Exactly one of level and reason is set.
     *
     * @param regime id of the review regime it was judged by
     * @param level code of the level decided; null when not classified
     * @param notClassified code of the reason why not; null when classified
     * @param allowed code of the highest level the facts allow; null when none matches or it was not computed
     * @param because why the competent level decided otherwise than the facts allow; null where it did not
     * @param facts what was judged, by name
     */
    record Outcome(
            String regime,
            @Nullable String level,
            @Nullable String notClassified,
            @Nullable String allowed,
            @Nullable String because,
            List<JudgedFact> facts) {

        public Outcome {
            facts = List.copyOf(facts);
            if ((level == null) == (notClassified == null)) {
                throw new IllegalArgumentException("An outcome is a level or a reason why there is none, not both.");
            }
        }
    }

    /** One fact as it was judged: the rule's name of it, and its value as text. */
    record JudgedFact(String name, String value) {

        /** Those that the conditions of a classification looked at, each once. */
        public static List<JudgedFact> of(Classification classification) {
            return JudgedFacts.of(classification);
        }
    }

    /**
     * A member was classified, or found not to be classified, for a year.
     *
     * @param cell the cell where the member was reviewed
     * @param group the group of similar position for the cap; null where the regime knows none
     */
    record MemberClassified(
            PersonId person,
            int year,
            OrganizationId cell,
            @Nullable String group,
            Outcome outcome) implements ReviewEvent {}

    /** An organisation was classified, or found not to be classified, for a year. */
    record OrganizationClassified(OrganizationId organization, int year, Outcome outcome) implements ReviewEvent {}

    /** The competent level raised the cap of the top level for an organisation with outstanding results. */
    record CapRaised(OrganizationId organization, int year, BigDecimal limit, String because) implements ReviewEvent {}

    /**
     * The competent level has the caps of an organisation measured against the top level and the one below it together,
     * where the words of the regulation measure against the lower one alone.
     */
    record CapMeasuredOfBoth(OrganizationId organization, int year, String because) implements ReviewEvent {}

    /**
     * Results of a year before this ledger, as a total only.
     *
     * @param about what was counted: {@code members}, {@code cells}, {@code grassroots}
     * @param counts code of a level or of a reason, and how many
     */
    record SummaryRecorded(
            OrganizationId organization,
            int year,
            String about,
            String regime,
            int total,
            int assessed,
            List<Count> counts,
            @Nullable String note)
            implements ReviewEvent {
        public SummaryRecorded {
            counts = List.copyOf(counts);
        }
    }

    record Count(String code, int number) {}

    /**
     * Results of a year as a place published them: what was printed, with what does not add up in it. Never mixed with
     * what this ledger computes.
     *
     * @param about what was counted: {@code members}, {@code cells}, {@code grassroots}
     * @param source the name of the entry in the list it was taken from
     * @param total how many there were; null where it was not published
     * @param assessed how many were assessed; null where it cannot be known
     * @param counts code of a level, and how many
     * @param notAssessed code of a reason, and how many
     * @param percents code of a level, and the percentage as it was printed
     * @param flags what does not add up, or a reader must know
     */
    record PublishedResultRecorded(
            OrganizationId organization,
            int year,
            String about,
            String regime,
            String source,
            @Nullable Integer total,
            @Nullable Integer assessed,
            List<Count> counts,
            List<Count> notAssessed,
            List<PrintedShare> percents,
            List<Noted> flags,
            @Nullable String note)
            implements ReviewEvent {
        public PublishedResultRecorded {
            counts = List.copyOf(counts);
            notAssessed = List.copyOf(notAssessed);
            percents = List.copyOf(percents);
            flags = List.copyOf(flags);
        }
    }

    /**
     * The title a military unit achieved in a year, beside the level of its Party organisation.
     *
     * @param organization the Party organisation of the unit
     * @param title code of the list {@code unit-title}
     */
    record UnitTitleRecorded(OrganizationId organization, int year, String title) implements ReviewEvent {}

    /** A percentage as it was printed. */
    record PrintedShare(String code, BigDecimal percent) {}

    /** Something noted about published figures, and the numbers it is about. */
    record Noted(String code, List<JudgedFact> facts) {
        public Noted {
            facts = List.copyOf(facts);
        }
    }
}
