package vn.nentang.membership.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.membership.intake.IntakeRules.Requirement;
import vn.nentang.membership.intake.Problem.Where;

/** The dates of one member beside one another, judged by the rule of their own time. Only what is sure is reported. */
record PartyDates(
        IntakeContext context,
        @Nullable PartialDate birth,
        @Nullable PartialDate admitted,
        @Nullable PartialDate recognised) {

    List<Problem> check(Function<RosterField, Where> places) {
        var problems = new ArrayList<Problem>();
        admittedUnderAge(places.apply(RosterField.ADMITTED_ON)).ifPresent(problems::add);
        recognition(places.apply(RosterField.RECOGNISED_ON)).ifPresent(problems::add);
        return problems;
    }

    private Optional<Problem> admittedUnderAge(Where where) {
        if (birth == null || admitted == null) {
            return Optional.empty();
        }
        return context.rules()
                .admissionAgeMin()
                .on(admitted.lastDay())
                .filter(rule -> admitted.lastDay().isBefore(birth.firstDay().plusYears(rule.value())))
                .map(rule -> problem(
                        ProblemCode.ADMITTED_UNDER_18,
                        where,
                        "Tuổi vào Đảng ít nhất là %d (%s).",
                        "The least age is %d (%s).",
                        rule));
    }

    private Optional<Problem> recognition(Where where) {
        if (admitted == null || recognised == null) {
            return Optional.empty();
        }
        if (admitted.isSurelyAfter(recognised)) {
            return Optional.of(Problem.of(ProblemCode.RECOGNISED_BEFORE_ADMITTED, where));
        }
        return probation()
                .filter(rule ->
                        recognised.lastDay().isBefore(admitted.firstDay().plusMonths(rule.value())))
                .map(rule -> problem(
                        ProblemCode.RECOGNISED_TOO_EARLY,
                        where,
                        "Thời gian dự bị là %d tháng (%s).",
                        "Probation lasts %d months (%s).",
                        rule));
    }

    private Optional<Requirement> probation() {
        return admitted == null
                ? Optional.empty()
                : context.rules().probationLength().on(admitted.firstDay());
    }

    private static Problem problem(ProblemCode code, Where where, String vi, String en, Requirement rule) {
        var source = rule.source().toString();
        return Problem.of(
                code, code.severity(), where, vi.formatted(rule.value(), source), en.formatted(rule.value(), source));
    }

    /** Whether, on the day of the list, the probation that began with the admission had surely not ended. */
    boolean isWithinProbation() {
        return admitted != null
                && probation()
                        .filter(rule ->
                                admitted.firstDay().plusMonths(rule.value()).isAfter(context.asOf()))
                        .isPresent();
    }

    boolean isRecognised() {
        return recognised != null;
    }
}
