package vn.nentang.shell.web.committee;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.committee.Committees;
import vn.nentang.kernel.Citation;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;

/**
 * An election on record, explained.
 *
 * @param body what was elected
 * @param reportWithin working days within which the result is reported; null where no rule tells
 * @param opensFiles whether the reader may open the candidates' files
 */
public record ElectionPage(
        Organization organization,
        List<Organization> path,
        Committees.ElectionHeld election,
        String body,
        String meeting,
        CountShown count,
        @Nullable Integer reportWithin,
        @Nullable Citation reportRule,
        boolean records,
        boolean opensFiles)
        implements Page {

    public ElectionPage {
        path = List.copyOf(path);
    }

    @Override
    public String template() {
        return "committee/election";
    }
}
