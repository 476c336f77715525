package vn.nentang.shell.web.account;

import java.util.List;
import vn.nentang.kernel.Refusal;
import vn.nentang.shell.web.Page;

/**
 * The secret as a picture and in letters, and a box for the first code.
 *
 * @param letters in groups of four
 */
public record TelephonePage(QrPicture picture, String letters, List<Refusal> refusals) implements Page {

    public TelephonePage {
        refusals = List.copyOf(refusals);
    }

    @Override
    public String template() {
        return "account/telephone";
    }
}
