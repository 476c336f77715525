package vn.nentang.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;

/**
 * A person's membership at one time.
 *
 * @param cell the cell on whose roll the person officially is; null when on none of this ledger's
 * @param suspendedUntil the last day of the suspension, where its decision names one
 * @param visitedCell the cell of temporary activity, where this ledger has it
 * @param visitedPlace the place of temporary activity in words
 * @param leftBy code of the cause when membership ended; null while it lasts
 */
record Membership(
        Grade grade,
        @Nullable OrganizationId cell,
        boolean exempt,
        boolean suspended,
        @Nullable LocalDate suspendedUntil,
        @Nullable OrganizationId visitedCell,
        @Nullable String visitedPlace,
        @Nullable PartialDate admittedOn,
        @Nullable PartialDate recognisedOn,
        @Nullable String leftBy) {

    /** Probationary (dự bị) or full (chính thức). */
    enum Grade {
        NONE,
        PROBATIONARY,
        FULL
    }

    /** The standing that lists show for someone on a cell's own roll, most restrictive first. */
    Standing standing() {
        if (suspended) {
            return Standing.SUSPENDED;
        }
        if (exempt) {
            return Standing.EXEMPT;
        }
        if (visitedCell != null || visitedPlace != null) {
            return Standing.TEMPORARY_ELSEWHERE;
        }
        return switch (grade) {
            case FULL -> Standing.FULL;
            case PROBATIONARY -> Standing.PROBATIONARY;
            case NONE -> Standing.UNKNOWN;
        };
    }

    static final Membership NONE = new Membership(Grade.NONE, null, false, false, null, null, null, null, null, null);

    Membership at(OrganizationId newCell) {
        return new Membership(
                grade,
                newCell,
                exempt,
                suspended,
                suspendedUntil,
                visitedCell,
                visitedPlace,
                admittedOn,
                recognisedOn,
                null);
    }

    /** What a list says of the standing counts where no decision is known. */
    Membership listedAs(@Nullable String standing) {
        var listed = "full".equals(standing) ? Grade.FULL : Grade.PROBATIONARY;
        return new Membership(
                standing == null ? grade : listed,
                cell,
                exempt,
                suspended,
                suspendedUntil,
                visitedCell,
                visitedPlace,
                admittedOn,
                recognisedOn,
                null);
    }

    Membership gone() {
        return new Membership(
                grade, null, exempt, suspended, suspendedUntil, null, null, admittedOn, recognisedOn, null);
    }

    Membership admitted(PartialDate on, @Nullable OrganizationId by) {
        return new Membership(
                Grade.PROBATIONARY,
                by == null ? cell : by,
                false,
                false,
                null,
                visitedCell,
                visitedPlace,
                on,
                null,
                null);
    }

    Membership recognised(PartialDate on) {
        return new Membership(
                Grade.FULL, cell, exempt, suspended, suspendedUntil, visitedCell, visitedPlace, admittedOn, on, leftBy);
    }

    Membership exempted(boolean value) {
        return new Membership(
                grade,
                cell,
                value,
                suspended,
                suspendedUntil,
                visitedCell,
                visitedPlace,
                admittedOn,
                recognisedOn,
                leftBy);
    }

    /** @param until the last day, where the decision names one */
    Membership suspended(@Nullable LocalDate until) {
        return new Membership(
                grade, cell, exempt, true, until, visitedCell, visitedPlace, admittedOn, recognisedOn, leftBy);
    }

    Membership reinstated() {
        return new Membership(
                grade, cell, exempt, false, null, visitedCell, visitedPlace, admittedOn, recognisedOn, leftBy);
    }

    Membership visiting(@Nullable OrganizationId there, @Nullable String place) {
        return new Membership(
                grade, cell, exempt, suspended, suspendedUntil, there, place, admittedOn, recognisedOn, leftBy);
    }

    Membership ended(String cause) {
        return new Membership(Grade.NONE, null, false, false, null, null, null, admittedOn, recognisedOn, cause);
    }

    Membership restored(OrganizationId to, Grade before) {
        return new Membership(before, to, false, false, null, null, null, admittedOn, recognisedOn, null);
    }
}
