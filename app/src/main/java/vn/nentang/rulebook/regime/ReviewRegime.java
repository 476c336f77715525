package vn.nentang.rulebook.regime;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.Mark;
import vn.nentang.rulebook.Label;

/**
 * One regulation on yearly review and classification, with its guidances, as data. What changed within its life carries
 * its own days; {@link RegimeOn} shows what held on one of them.
 *
 * @param source the regulation itself
 * @param scales words in rising order that facts may take
 * @param facts what conditions may look at, by name
 */
public record ReviewRegime(
        String id,
        Label title,
        Purpose purpose,
        Citation source,
        DateRange during,
        List<Guidance> guidance,
        List<String> periods,
        List<Scale> scales,
        List<SubjectKind> subjects,
        List<LevelLadder> ladders,
        List<Criterion> criteria,
        Map<String, Fact> facts,
        List<Exclusion> exclusions,
        List<LevelRule> rules,
        List<Discretion> discretion,
        List<Cap> caps,
        List<Provision> provisions,
        List<String> deadlines,
        List<Form> forms,
        List<Decider> deciders) {

    /** Whether the conditions are known, or only results of its time can be recorded. */
    public enum Purpose {
        CLASSIFY,
        RECORD;

        static final Map<String, Purpose> BY_CODE = Map.of("classify", CLASSIFY, "record", RECORD);

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A guidance and the days it holds. */
    public record Guidance(Citation source, DateRange during) {}

    /**
     * A kind of subject that is classified.
     *
     * @param object what kind of thing it is: member, organisation, collective
     * @param names other ways sheets write it
     */
    public record SubjectKind(String kind, String object, Label label, List<String> names, Citation source) {
        public SubjectKind {
            names = List.copyOf(names);
        }
    }

    /** The levels of some kinds of subject, highest first. */
    public record LevelLadder(Set<String> kinds, List<Level> descending) {}

    /**
     * A level a subject can be given.
     *
     * @param names other ways sheets write it
     * @param within the level it is a chosen part of; null for an ordinary level
     */
    public record Level(
            String code,
            Label label,
            List<String> names,
            @Nullable String within) {
        public Level {
            names = List.copyOf(names);
        }
    }

    /**
     * A group of criteria.
     *
     * @param fact the fact that carries its points or grade; null where it has none
     * @param max the most points it gives; null in regimes that grade
     */
    public record Criterion(
            String group,
            Set<String> kinds,
            Label label,
            @Nullable String fact,
            @Nullable BigDecimal max,
            List<String> parts,
            Citation source) {}

    /**
     * Who is not classified.
     *
     * @param parameter key of the parameter that measures it; null where it needs none
     */
    public record Exclusion(
            String reason,
            Set<String> kinds,
            Condition condition,
            @Nullable String parameter,
            DateRange during) {}

    /** Where the competent level may choose otherwise than the facts alone, with its reasons. */
    public record Discretion(Set<String> kinds, Set<String> grounds, Condition condition, DateRange during) {}

    /**
     * How many may stand on the top level.
     *
     * @param limit key of the parameter with the share
     * @param raised key of the parameter with the raised share; null where there is none
     * @param groupBy the likenesses by which subjects are grouped
     */
    public record Cap(
            Set<String> kinds,
            String top,
            String base,
            String limit,
            @Nullable String raised,
            @Nullable Label raisedWhen,
            List<Label> groupBy,
            Citation source,
            DateRange during) {}

    /**
     * A rule people follow and the program shows: a special case, a step, an order.
     *
     * @param topic special-case, order-of-review, order-of-classification, procedure, principle
     * @param when the facts of a subject it is shown for; null where it holds for all
     */
    public record Provision(
            String topic,
            String code,
            Set<String> kinds,
            @Nullable Expression when,
            Label sentence,
            Citation source,
            DateRange during) {}

    /** A form; its letter means something else under another guidance. */
    public record Form(String letter, Label title, Set<String> kinds, Citation source, DateRange during) {}

    /** Who assesses, proposes and decides for one kind of organisation. */
    public record Decider(
            String organization,
            Label label,
            Label assesses,
            @Nullable Label proposes,
            Label decides,
            Citation source) {}

    /** How sure the regulation's own wording is; single conditions carry marks of their own. */
    public Mark mark() {
        return source.mark();
    }

    /** Whether a cap, an exclusion or a deadline of it is measured by the parameter. */
    public boolean names(String parameter) {
        return deadlines.contains(parameter)
                || caps.stream().anyMatch(cap -> cap.limit().equals(parameter) || parameter.equals(cap.raised()))
                || exclusions.stream().anyMatch(exclusion -> parameter.equals(exclusion.parameter()));
    }

    /** Whether the regime, a guidance of it, or one of its rules stands in the instrument. */
    public boolean cites(String instrument) {
        var guidances = guidance.stream().map(Guidance::source);
        var conditions =
                rules.stream().flatMap(rule -> rule.conditions().stream()).map(Condition::source);
        return Stream.concat(Stream.of(source), Stream.concat(guidances, conditions))
                .anyMatch(citation -> citation.instrument().equals(instrument));
    }
}
