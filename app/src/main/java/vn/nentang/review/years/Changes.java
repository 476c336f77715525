package vn.nentang.review.years;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nentang.kernel.Citation;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;

/** The changes of regime, and what compares across them; from the list {@code review-comparable}. */
public final class Changes {

    private static final String LIST = "review-comparable";
    private static final String BREAKS = "no";

    private final CodeList list;
    private final Map<String, CodeList.Code> byNewRegime = new LinkedHashMap<>();

    public Changes(Rulebook rulebook) {
        this(rulebook.codeList(LIST));
    }

    Changes(CodeList list) {
        this.list = list;
        list.codes().forEach(code -> byNewRegime.put(code.code(), code));
    }

    /** What a reader must know of one change. */
    public record Note(String from, String to, Label sentence, Citation source) {}

    /** Whether a row of years goes on from one regime to a later one; a change the list does not know breaks it. */
    boolean carry(String earlier, String later) {
        return steps(earlier, later)
                .map(steps -> steps.stream()
                        .noneMatch(step -> BREAKS.equals(step.with().get("carries"))))
                .orElse(false);
    }

    /** From the later regime back to the earlier one; empty where the list does not lead there. */
    private Optional<List<CodeList.Code>> steps(String earlier, String later) {
        var steps = new ArrayList<CodeList.Code>();
        var at = later;
        while (!at.equals(earlier)) {
            var step = byNewRegime.get(at);
            if (step == null || steps.contains(step)) {
                return Optional.empty();
            }
            steps.add(step);
            at = step.with().getOrDefault("after", "");
        }
        return Optional.of(steps);
    }

    /** The notes on all changes that lie among some regimes, oldest first. */
    public List<Note> among(Collection<String> regimes) {
        return byNewRegime.values().stream()
                .filter(step -> regimes.contains(step.code()))
                .filter(step -> regimes.stream().anyMatch(one -> isBefore(one, step)))
                .map(step -> new Note(step.with().getOrDefault("after", ""), step.code(), step.label(), list.source()))
                .toList();
    }

    private boolean isBefore(String regime, CodeList.Code step) {
        return !regime.equals(step.code()) && steps(regime, step.code()).isPresent();
    }
}
