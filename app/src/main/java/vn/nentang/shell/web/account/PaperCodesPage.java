package vn.nentang.shell.web.account;

import java.util.List;
import vn.nentang.shell.web.Page;

/** Ten codes for the day the telephone is lost, to be printed; shown once. */
public record PaperCodesPage(List<String> codes) implements Page {

    public PaperCodesPage {
        codes = List.copyOf(codes);
    }

    @Override
    public String template() {
        return "account/paper-codes";
    }
}
