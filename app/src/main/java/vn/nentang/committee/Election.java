package vn.nentang.committee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PersonId;

/**
 * One vote as the counting board counted it. Stored as part of an event: fields are added by a new version only.
 *
 * @param body code of the list {@code election-body}
 * @param meeting code of the list {@code election-meeting}
 * @param seats how many are to be elected
 * @param place where; null when not told
 * @param board the counting board, its head first
 * @param chair who chaired; null when not told
 */
public record Election(
        String body,
        String meeting,
        int seats,
        Attendance attendance,
        Ballots ballots,
        List<Candidate> candidates,
        @Nullable String place,
        List<String> board,
        @Nullable String chair) {

    public Election {
        candidates = List.copyOf(candidates);
        board = List.copyOf(board);
    }

    /**
     * Full members, delegates or committee members by how they count; probationary members have no vote and are not in it.
     *
     * @param summoned all who were to come
     * @param present those with a vote who took part
     * @param temporaryElsewhere official members on temporary activity elsewhere
     * @param exemptAbsent exempt from activity and absent
     * @param suspended suspended, prosecuted or detained
     * @param absentWithReason absent throughout with a reason that was accepted
     */
    public record Attendance(
            int summoned, int present, int temporaryElsewhere, int exemptAbsent, int suspended, int absentWithReason) {}

    /** Ballots by what became of them. */
    public record Ballots(int issued, int returned, int valid, int invalid) {}

    /**
     * One name on the list.
     *
     * @param source code of the list {@code candidate-source}: who put it forward
     * @param agreed those attending who agreed to the name; null where it was not asked
     * @param agree ballots for; with surplus, those that left the name uncrossed
     * @param disagree ballots against; with surplus, those that crossed it out
     * @param voided ballots of which this line alone is void; none in a list with surplus
     */
    public record Candidate(
            PersonId person, String source, @Nullable Integer agreed, int agree, int disagree, int voided) {}

    /** Candidates beyond the seats. */
    public int surplus() {
        return candidates.size() - seats;
    }

    /** Whether names are crossed out; otherwise each line is answered with agree or disagree. */
    public boolean hasSurplus() {
        return surplus() > 0;
    }
}
