package vn.nentang.membership.intake;

import java.time.LocalDate;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.Timeline;
import vn.nentang.membership.intake.IntakeRules.Requirement;

/** The rules the tests of the intake use: 18 years and 12 months, for admissions from 1990 on. */
final class Rules {

    static final IntakeRules OF_TODAY = new IntakeRules(
            Timeline.<Requirement>empty()
                    .with(
                            LocalDate.of(1930, 2, 3),
                            new Requirement(18, new Citation("Điều lệ Đảng", "Điều 1", Mark.SECONDHAND))),
            Timeline.<Requirement>empty()
                    .with(
                            LocalDate.of(1990, 1, 1),
                            new Requirement(12, new Citation("Điều lệ Đảng", "Điều 5", Mark.VERIFIED))),
            FormFields.NONE);

    private Rules() {}
}
