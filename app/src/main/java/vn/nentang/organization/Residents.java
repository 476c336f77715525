package vn.nentang.organization;

import java.time.LocalDate;
import vn.nentang.kernel.OrganizationId;

/** Asked before an organisation ends: does anyone still belong to it? Answered by the modules that know. */
public interface Residents {

    boolean areIn(OrganizationId organization, LocalDate on);

    /** On whatever day, as known now. */
    boolean wereEverIn(OrganizationId organization);
}
