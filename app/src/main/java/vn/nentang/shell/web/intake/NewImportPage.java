package vn.nentang.shell.web.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;

/**
 * The form for a new roster.
 *
 * @param problem key of what is wrong with the form; null for nothing
 * @param choices everything within reach
 */
public record NewImportPage(
        @Nullable String problem,
        List<Organization> choices,
        @Nullable OrganizationId under,
        String asOf,
        String paper) implements Page {

    public NewImportPage {
        choices = List.copyOf(choices);
    }

    @Override
    public String template() {
        return "intake/new";
    }
}
