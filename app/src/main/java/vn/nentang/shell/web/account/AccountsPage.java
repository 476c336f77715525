package vn.nentang.shell.web.account;

import java.util.List;
import vn.nentang.access.Account;
import vn.nentang.rulebook.Label;
import vn.nentang.shell.web.Page;

/** The accounts within reach. */
public record AccountsPage(List<Line> lines) implements Page {

    public AccountsPage {
        lines = List.copyOf(lines);
    }

    /** One account, with the posts its owner holds today. */
    public record Line(Account account, List<Label> posts, boolean isLocked, boolean hasWaitingReset) {

        public Line {
            posts = List.copyOf(posts);
        }
    }

    @Override
    public String template() {
        return "account/accounts";
    }
}
