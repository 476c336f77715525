package vn.nentang.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Mark;

/**
 * Everything a page or a command shows of one rule on one day: its value, where it stands, since when, what it replaced and
 * what rests on it.
 *
 * @param key of a parameter, of a condition ({@code QD366.htt.score}), of a regime, or of an instrument
 * @param value as text; for a condition its expression
 * @param until the first day on which another value holds, or none; null while it holds
 * @param replaced the value before; null for the first
 * @param history all values, oldest first; empty for anything but a parameter
 * @param usedBy the rules of this program that rest on it
 * @param caution whether a result that rests on it must say that the text itself was not read
 */
public record RuleView(
        String key,
        Kind kind,
        LocalDate on,
        Label title,
        @Nullable Label unit,
        String value,
        LocalDate since,
        @Nullable LocalDate until,
        Source source,
        @Nullable Label note,
        @Nullable Earlier replaced,
        List<Earlier> history,
        List<Parameter.Use> usedBy,
        boolean caution) {

    public RuleView {
        history = List.copyOf(history);
        usedBy = List.copyOf(usedBy);
    }

    RuleView restingOn(List<Parameter.Use> uses) {
        return new RuleView(
                key, kind, on, title, unit, value, since, until, source, note, replaced, history, uses, caution);
    }

    /** What kind of rule it is. */
    public enum Kind {
        PARAMETER,
        CONDITION,
        REGIME,
        INSTRUMENT
    }

    /**
     * Where a rule stands.
     *
     * @param instrument number and date
     * @param title what the instrument is about
     */
    public record Source(
            String instrument, Label title, String issuer, String article, Mark mark, LocalDate checkedOn) {}

    /**
     * A value of another time.
     *
     * @param value null where the rule had ended
     */
    public record Earlier(
            @Nullable String value,
            LocalDate from,
            @Nullable LocalDate until,
            Source source) {}
}
