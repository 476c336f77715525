package vn.nentang.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.rulebook.Rulebook;

/**
 * What an election amounts to by the rules of its day: who counts, how many votes are needed, who is elected, each with its
 * article; and everything that does not add up. Pure.
 *
 * @param base how many count, line by line
 * @param needed the least whole number of votes that is more than the share the rule asks for
 * @param surplusMax the most candidates beyond the seats
 * @param outcomes one for each candidate, by votes
 * @param openSeats seats that nobody won
 * @param problems why it cannot be recorded
 * @param notices what does not stand against it and a reader must know
 */
public record ElectionCount(
        List<BaseLine> base,
        int needed,
        int surplusMax,
        List<Outcome> outcomes,
        int openSeats,
        List<Refusal> problems,
        List<Notice> notices) {

    /** More candidates than any list has. */
    public static final int CANDIDATES_MAX = 200;

    /** More voters than any meeting has. */
    public static final int VOTERS_MAX = 10_000;

    public ElectionCount {
        base = List.copyOf(base);
        outcomes = List.copyOf(outcomes);
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    /** Why somebody is or is not among those who count. */
    public enum Who {
        SUMMONED,
        TEMPORARY_ELSEWHERE,
        EXEMPT_ABSENT,
        SUSPENDED,
        ABSENT_WITH_REASON,
        TOTAL;

        /** The key of its label. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A line of the reckoning of who counts.
     *
     * @param number how many
     * @param counts taken from the sum, or left in it though they were absent
     */
    public record BaseLine(
            Who who, int number, boolean counts, @Nullable Citation citation) {}

    /** What became of a candidate. */
    public enum Fate {
        ELECTED,
        /** Passed, but others had more votes for the seats there are. */
        OUTVOTED,
        /** Passed with the same votes as others for the last seats: voted again. */
        TIED,
        /** Not more than the share that is needed. */
        BELOW;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A candidate, what became of the candidacy, and by which article. */
    public record Outcome(
            Election.Candidate candidate,
            Fate fate,
            @Nullable Citation citation) {}

    /** What does not stand against an election and a reader must know. */
    public enum Caution {
        /** Fewer took part than the votes it takes to be elected, so that nobody can be. */
        FEW_PRESENT,
        /** One candidate more than the share allows, which a small election may have. */
        SURPLUS_BY_ONE,
        /** The list has no more candidates than seats where it should. */
        SURPLUS_MISSING;

        /** The key of its sentence. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Something a reader must know, with the numbers its sentence names and the article. */
    public record Notice(
            Caution caution,
            Map<String, String> facts,
            @Nullable Citation citation) {
        public Notice {
            facts = Map.copyOf(facts);
        }
    }

    /** How many count in the end. */
    public int total() {
        return base.isEmpty() ? 0 : base.getLast().number();
    }

    /** The elected by votes, most first. */
    public List<PersonId> elected() {
        return persons(Fate.ELECTED);
    }

    /** Those with equal votes for the last seats, none of whom is chosen. */
    public List<PersonId> tied() {
        return persons(Fate.TIED);
    }

    private List<PersonId> persons(Fate fate) {
        return outcomes.stream()
                .filter(o -> o.fate() == fate)
                .map(o -> o.candidate().person())
                .toList();
    }

    /** Counts by the rules of the day of the election. */
    public static ElectionCount of(Election held, LocalDate on, Rulebook rulebook) {
        return new CountingBoard(held, rulebook.on(on)).count();
    }
}
