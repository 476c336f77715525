package vn.nentang.statistics.census;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param members how many in all; the sum of the counts
 * @param counts one for each combination that occurs
 * @param entries how far the ledger had been read: its last committed entry when the question was asked, or a later one
 */
public record Figures(long members, List<Count> counts, long entries) {

    public Figures {
        counts = List.copyOf(counts);
    }

    /**
     * Members who have these values in common.
     *
     * @param values one for each attribute asked for: a code of its list, a word of free text, years; empty where unknown
     */
    public record Count(List<String> values, long members) {
        public Count {
            values = List.copyOf(values);
        }
    }
}
