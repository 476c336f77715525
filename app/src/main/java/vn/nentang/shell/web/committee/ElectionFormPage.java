package vn.nentang.shell.web.committee;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.act.FormPage;

/**
 * The entry of an election, with what was typed and what it amounts to so far.
 *
 * @param action where it is sent
 * @param command the id of the request, the same however often the form is sent
 * @param count what the numbers amount to; null before anything was counted
 * @param refusals why it was not recorded
 */
public record ElectionFormPage(
        Organization organization,
        List<Organization> path,
        String action,
        UUID command,
        int rows,
        List<FormPage.Field> general,
        List<FormPage.Field> attendance,
        List<FormPage.Field> ballots,
        List<List<FormPage.Field>> candidates,
        List<FormPage.Field> ending,
        boolean sound,
        @Nullable CountShown count,
        List<Refusal> refusals)
        implements Page {

    public ElectionFormPage {
        path = List.copyOf(path);
        general = List.copyOf(general);
        attendance = List.copyOf(attendance);
        ballots = List.copyOf(ballots);
        candidates = List.copyOf(candidates);
        ending = List.copyOf(ending);
        refusals = List.copyOf(refusals);
    }

    @Override
    public String template() {
        return "committee/election-form";
    }
}
