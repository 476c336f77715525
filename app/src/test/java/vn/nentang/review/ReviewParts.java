package vn.nentang.review;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.nentang.ledger.Register;

/** The module's inner parts, for tests that build a whole installation by hand. */
public final class ReviewParts {

    private ReviewParts() {}

    public static List<Register> registers(JdbcTemplate jdbc) {
        return List.of(new MemberReviewRegister(jdbc), new OrganizationReviewRegister(jdbc));
    }
}
