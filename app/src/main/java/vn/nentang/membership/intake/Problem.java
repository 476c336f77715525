package vn.nentang.membership.intake;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with, or was mended in, one cell.
 *
 * @param column letters of the column; null where no one cell is meant
 * @param field null where no one fact is meant
 * @param given text of the cell as it stood in the file
 * @param vi the whole sentence in Vietnamese: what is wrong and what is allowed
 * @param en the same in English
 */
public record Problem(
        @Nullable String column,
        @Nullable RosterField field,
        String given,
        ProblemCode code,
        Severity severity,
        String vi,
        String en) {

    /** An error keeps the row out until a person decides; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING;

        /** The word used in JSON. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    static Problem of(ProblemCode code, Where where) {
        return of(code, code.severity(), where, "", "");
    }

    static Problem of(ProblemCode code, Severity severity, Where where, String moreVi, String moreEn) {
        return new Problem(
                where.column(),
                where.field(),
                where.given(),
                code,
                severity,
                sentence(where.labelVi(), code.vi(where.given()), moreVi),
                sentence(where.labelEn(), code.en(where.given()), moreEn));
    }

    private static String sentence(String label, String text, String more) {
        return (label.isEmpty() ? text : label + ": " + text) + (more.isEmpty() ? "" : " " + more);
    }

    /** The place of a problem within its row. */
    record Where(@Nullable String column, @Nullable RosterField field, String given) {

        static final Where WHOLE_ROW = new Where(null, null, "");

        String labelVi() {
            return field == null ? "" : column == null ? field.vi() : "Cột %s (%s)".formatted(column, field.vi());
        }

        String labelEn() {
            return field == null ? "" : column == null ? field.en() : "Column %s (%s)".formatted(column, field.en());
        }
    }
}
