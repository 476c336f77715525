package vn.nentang.membership.intake;

import java.time.LocalDate;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Timeline;

/**
 * What the check of a roster takes from the rulebook: two numbers by date, and the boxes of the member's form. Before the
 * first date of a timeline the check is not made.
 *
 * @param admissionAgeMin least age in years on the day of admission; rulebook key {@value #ADMISSION_AGE_MIN_KEY}
 * @param probationLength months from admission to recognition, by the day of admission; rulebook key
 *     {@value #PROBATION_LENGTH_KEY}
 * @param form the boxes that further columns may fill
 */
public record IntakeRules(
        Timeline<Requirement> admissionAgeMin, Timeline<Requirement> probationLength, FormFields form) {

    public static final String ADMISSION_AGE_MIN_KEY = "admission.age-min";
    public static final String PROBATION_LENGTH_KEY = "probation.length";

    /** A number and the article it stands in. */
    public record Requirement(int value, Citation source) {}

    /** One value for each, in force from a day on, and no further columns. */
    public static IntakeRules since(LocalDate from, Requirement admissionAgeMin, Requirement probationLength) {
        return new IntakeRules(
                Timeline.<Requirement>empty().with(from, admissionAgeMin),
                Timeline.<Requirement>empty().with(from, probationLength),
                FormFields.NONE);
    }
}
