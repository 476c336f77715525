package vn.nentang.shell.web.account;

import vn.nentang.shell.web.Page;

/**
 * Where a browser is asked to make a passkey.
 *
 * @param name what its owner calls it
 * @param question what the browser is asked, as it reads it
 */
public record PasskeyPage(String name, String question) implements Page {

    @Override
    public String template() {
        return "account/passkey";
    }

    @Override
    public boolean runsScript() {
        return true;
    }
}
