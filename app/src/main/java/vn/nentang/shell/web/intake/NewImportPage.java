package vn.nentang.shell.web.intake;

import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.PlaceSearch;

/**
 * The form for a new roster.
 *
 * @param problem key of what is wrong with the form; null for nothing
 */
public record NewImportPage(
        @Nullable String problem, PlaceSearch.Choices choices, OrganizationId under, String asOf, String paper)
        implements Page {

    @Override
    public String template() {
        return "intake/new";
    }
}
