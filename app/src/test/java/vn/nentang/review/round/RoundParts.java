package vn.nentang.review.round;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Register;
import vn.nentang.review.DecisionOrder;

/** The inner parts of the round, for tests that build a whole installation by hand. */
public final class RoundParts {

    /** Everything is recorded by whoever keeps the machine. */
    public static final Authors KEEPER = new Authors() {
        @Override
        public Predicate<OrganizationId> committeesOf(String author) {
            return _ -> true;
        }

        @Override
        public Optional<PersonId> personOf(String author) {
            return Optional.empty();
        }
    };

    private RoundParts() {}

    public static List<Register> registers(JdbcTemplate jdbc) {
        return List.of(new DossierRegister(jdbc), new RoundRegister(jdbc));
    }

    public static DecisionOrder order(Places places) {
        return new RoundOrder(places, KEEPER);
    }
}
