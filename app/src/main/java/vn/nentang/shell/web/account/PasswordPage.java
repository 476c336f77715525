package vn.nentang.shell.web.account;

import java.util.List;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.Page;

/** The form for another password. Nothing typed into it is shown again. */
public record PasswordPage(List<Refusal> refusals) implements Page {

    public PasswordPage {
        refusals = List.copyOf(refusals);
    }

    @Override
    public String template() {
        return "account";
    }
}
