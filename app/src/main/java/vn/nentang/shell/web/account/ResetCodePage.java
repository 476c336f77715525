package vn.nentang.shell.web.account;

import vn.nentang.access.Account;
import vn.nentang.shell.web.Page;

/** The code that lets the owner back in, to be printed and handed over; shown once. */
public record ResetCodePage(Account account, String code) implements Page {
    @Override
    public String template() {
        return "account/reset-code";
    }
}
