package vn.nentang.membership.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.intake.MemberRecord.Standing;
import vn.nentang.membership.intake.Problem.Where;
import vn.nentang.sheet.Cell;

/** The standing a row gives: by its status word, or by its dates where the word is missing or says nothing of it. */
final class StandingSense {

    private StandingSense() {}

    static @Nullable Standing of(PartyDates dates, @Nullable Cell status, Where where, List<Problem> problems) {
        if (status == null || NumberText.isAbsent(status.text())) {
            return byDates(dates);
        }
        var word = StandingText.of(status.text());
        if (!word.isKnown()) {
            problems.add(Problem.of(ProblemCode.UNKNOWN_VALUE, where));
            return null;
        }
        if (word.standing() == null) {
            return byDates(dates);
        }
        if (contradicts(word.standing(), dates)) {
            problems.add(Problem.of(ProblemCode.STANDING_CONTRADICTS_DATES, where));
            return null;
        }
        return word.standing();
    }

    private static @Nullable Standing byDates(PartyDates dates) {
        if (dates.isRecognised()) {
            return Standing.FULL;
        }
        return dates.isWithinProbation() ? Standing.PROBATIONARY : null;
    }

    private static boolean contradicts(Standing word, PartyDates dates) {
        return switch (word) {
            case PROBATIONARY -> dates.isRecognised();
            case FULL -> !dates.isRecognised() && dates.isWithinProbation();
            case EXEMPT, TEMPORARY, LEFT -> false;
        };
    }
}
