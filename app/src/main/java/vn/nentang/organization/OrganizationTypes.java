package vn.nentang.organization;

import java.time.LocalDate;
import java.util.Set;

/** The types of organisation that a date allows: the code list {@code organization-type} of the rulebook. */
public interface OrganizationTypes {

    Set<String> on(LocalDate date);
}
