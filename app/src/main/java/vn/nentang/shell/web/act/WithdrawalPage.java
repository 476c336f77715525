package vn.nentang.shell.web.act;

import java.util.List;
import java.util.UUID;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.history.ToldAct;

/**
 * Taking an entry back.
 *
 * @param reason as typed
 */
public record WithdrawalPage(
        String about,
        List<Organization> path,
        String back,
        String action,
        UUID command,
        ToldAct act,
        String reason,
        List<Refusal> refusals)
        implements Page {

    public WithdrawalPage {
        path = List.copyOf(path);
        refusals = List.copyOf(refusals);
    }

    @Override
    public String template() {
        return "act/withdrawal";
    }
}
