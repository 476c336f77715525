package vn.nentang.rulebook.source;

/**
 * Why a file was not accepted.
 *
 * @param line counted from 1, as an editor shows it; 0 when the whole file is meant
 * @param key the path of keys the problem is about; empty when there is none
 * @param given what stands there, cut when long
 * @param allowed what may stand there, as a list or a short rule
 */
public record SourceProblem(String file, int line, String key, Fault fault, String given, String allowed) {

    private static final int SHOWN_LENGTH_MAX = 120;

    public SourceProblem {
        given = given.length() <= SHOWN_LENGTH_MAX ? given : given.substring(0, SHOWN_LENGTH_MAX) + "…";
    }

    /** The Vietnamese sentence, then the English one. */
    public String sentence() {
        return "%s / %s".formatted(vietnamese(), english());
    }

    public String vietnamese() {
        return "%s, dòng %d, mục “%s”: %s, đang ghi “%s”; được ghi: %s."
                .formatted(file, line, key, fault.vietnamese(), given, allowed);
    }

    public String english() {
        return "%s, line %d, key “%s”: %s, given “%s”; allowed: %s."
                .formatted(file, line, key, fault.english(), given, allowed);
    }
}
