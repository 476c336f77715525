package vn.nentang.shell.web.account;

import java.util.List;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.Page;

/** The form for who has a code on paper. Nothing secret typed into it is shown again. */
public record ResetPage(String login, List<Refusal> refusals) implements Page {

    public ResetPage {
        refusals = List.copyOf(refusals);
    }

    @Override
    public String template() {
        return "account/reset";
    }
}
