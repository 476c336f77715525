package vn.nentang.organization;

import org.springframework.jdbc.core.JdbcTemplate;
import vn.nentang.ledger.Register;

/** The module's inner parts, for tests that build a whole installation by hand. */
public final class OrganizationParts {

    private OrganizationParts() {}

    public static Register register(JdbcTemplate jdbc) {
        return new OrganizationRegister(jdbc);
    }
}
