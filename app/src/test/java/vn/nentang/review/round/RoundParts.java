package vn.nentang.review.round;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.nentang.ledger.Register;
import vn.nentang.review.DecisionOrder;

/** The inner parts of the round, for tests that build a whole installation by hand. */
public final class RoundParts {

    /** Everything is recorded by whoever keeps the machine. */
    public static final Deciders KEEPER = _ -> _ -> true;

    private RoundParts() {}

    public static List<Register> registers(JdbcTemplate jdbc) {
        return List.of(new DossierRegister(jdbc), new RoundRegister(jdbc));
    }

    public static DecisionOrder order(Places places) {
        return new RoundOrder(places, KEEPER);
    }
}
