package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.nentang.review.years.Ladder;
import vn.nentang.review.years.Streak;
import vn.nentang.review.years.YearResult;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;

/** Results of several years as small coloured marks, and rows of years in words. */
final class YearMarks {

    private static final int YEARS_MAX = 8;

    private final Rulebook rulebook;
    private final Labels labels;
    private final Texts texts;
    private final String object;
    private final Map<String, Optional<Ladder>> ladders = new HashMap<>();

    /** @param object {@link Ladder#MEMBER} or {@link Ladder#ORGANIZATION} */
    YearMarks(Rulebook rulebook, Labels labels, Texts texts, String object) {
        this.rulebook = rulebook;
        this.labels = labels;
        this.texts = texts;
        this.object = object;
    }

    /** Up to eight years back, oldest first; a year without a result is grey and says so. */
    List<YearMark> of(List<YearResult> results, int year) {
        var first = results.isEmpty() ? year : results.getLast().year();
        return between(results, Math.max(first, year - YEARS_MAX + 1), year);
    }

    List<YearMark> between(List<YearResult> results, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(year -> results.stream()
                        .filter(one -> one.year() == year)
                        .findFirst()
                        .map(this::mark)
                        .orElseGet(() -> new YearMark(year, 0, texts.of("review.undecided"))))
                .toList();
    }

    private YearMark mark(YearResult result) {
        return new YearMark(result.year(), tone(result), word(result));
    }

    private int tone(YearResult result) {
        return ladders.computeIfAbsent(
                        result.regime(), id -> rulebook.findRegime(id).map(regime -> Ladder.of(regime, object)))
                .map(Ladder::descending)
                .filter(codes -> codes.contains(result.code()))
                .map(codes -> Levels.tone(codes.indexOf(result.code()), codes.size()))
                .orElse(0);
    }

    String word(YearResult result) {
        return labels.outcome(result.regime(), object, result.code(), LocalDate.of(result.year(), 12, 31), texts);
    }

    /** How long a row is and since when. */
    String words(Streak streak) {
        return streak.length() == 0
                ? texts.of("streak.none")
                : texts.of("streak.years", streak.length(), String.valueOf(streak.since()));
    }

    /** What stands before the row, in a sentence. */
    String end(Streak streak, List<YearResult> results) {
        var end = streak.end();
        var year = String.valueOf(end.year());
        return switch (end.why()) {
            case ANOTHER_LEVEL, NOT_CLASSIFIED, NOT_COMPARABLE -> {
                var before =
                        results.stream().filter(one -> one.year() == end.year()).findFirst();
                var key = end.why() == Streak.Why.NOT_COMPARABLE ? "streak.end.not-comparable" : "streak.end.other";
                yield texts.of(key, year, before.map(this::word).orElse(""));
            }
            case NO_RESULT -> texts.of("streak.end.no-result", year);
            case FOUNDED -> texts.of("streak.end.founded", String.valueOf(end.year() + 1));
        };
    }
}
