package vn.nentang.committee;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.access.PostsHeld;
import vn.nentang.ledger.Register;
import vn.nentang.rulebook.Rulebook;

/** The module's inner parts, for tests that build a whole installation by hand. */
public final class CommitteeParts {

    private CommitteeParts() {}

    public static Register register(JdbcTemplate jdbc, Rulebook rulebook) {
        return new CommitteeRegister(jdbc, rulebook);
    }

    public static PostsHeld postsHeld(JdbcClient sql) {
        return new RegisteredPosts(sql);
    }
}
