package vn.nentang.organization;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.nentang.ledger.Register;

/** The module's inner parts, for tests that build a whole installation by hand. */
public final class OrganizationParts {

    private OrganizationParts() {}

    public static Register register(JdbcTemplate jdbc) {
        return new OrganizationRegister(jdbc);
    }

    /** A tree without a database. */
    public static OrganizationTree tree(Collection<Organization> organizations) {
        return new OrganizationTree(organizations);
    }
}
