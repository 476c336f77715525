package vn.nentang.membership;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.ledger.Register;
import vn.nentang.organization.Residents;

/** The module's inner parts, for tests that build a whole installation by hand. */
public final class MembershipParts {

    private MembershipParts() {}

    public static List<Register> registers(JdbcTemplate jdbc) {
        return List.of(new MembershipRegister(jdbc), new RosterImportRegister(jdbc), new ProposalRegister(jdbc));
    }

    public static Residents residents(JdbcClient sql) {
        return new RollResidents(sql);
    }
}
