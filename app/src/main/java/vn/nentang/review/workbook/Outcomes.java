package vn.nentang.review.workbook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.review.Classification;

/** One word for what became of a row, as counts and JSON use it. */
final class Outcomes {

    static final String NO_LEVEL = "no-level-matches";
    static final String NOT_CLASSIFIED = "not-classified";
    static final String NOT_ASSERTED = "not-asserted";

    private Outcomes() {}

    static String code(@Nullable Classification classification) {
        return switch (classification) {
            case null -> NOT_ASSERTED;
            case Classification.Level(var code, var _, var _) -> code;
            case Classification.NotClassified _ -> NOT_CLASSIFIED;
            case Classification.NoLevelMatches _ -> NO_LEVEL;
            case Classification.Undecided _ -> NOT_ASSERTED;
        };
    }

    /** The level the facts allow, where there is one. */
    static Optional<String> level(@Nullable Classification classification) {
        return classification instanceof Classification.Level level ? Optional.of(level.code()) : Optional.empty();
    }
}
