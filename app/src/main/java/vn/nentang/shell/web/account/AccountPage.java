package vn.nentang.shell.web.account;

import java.util.List;
import java.util.UUID;
import vn.nentang.access.Resets;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.Page;

/**
 * One account, for who manages it.
 *
 * @param closedByTries whether wrong tries have closed it for now
 * @param viewer the account of the reader, who may not confirm the own request
 */
public record AccountPage(
        AccountsPage.Line line,
        boolean closedByTries,
        boolean hasSecondFactor,
        List<Resets.Reset> resets,
        UUID viewer,
        List<Refusal> refusals)
        implements Page {

    public AccountPage {
        resets = List.copyOf(resets);
        refusals = List.copyOf(refusals);
    }

    @Override
    public String template() {
        return "account/account";
    }
}
