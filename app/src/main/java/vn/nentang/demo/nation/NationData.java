package vn.nentang.demo.nation;

import java.util.Iterator;
import org.springframework.stereotype.Component;
import vn.nentang.ledger.BulkLoad;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.Parcel;
import vn.nentang.ledger.Stage;
import vn.nentang.rulebook.Rulebook;

/**
 * Fills an empty ledger with a made-up nation. The same size and seed give the same ledger to the last byte: times and
 * identities follow from them and from nothing else.
 */
@Component
public final class NationData {

    /** Fewer would not show two communes of two provinces. */
    public static final int MEMBERS_LEAST = 1_000;

    /** As many as the Party had in 2025. */
    public static final int MEMBERS_MOST = 5_600_000;

    private final BulkLoad bulk;
    private final Ledger ledger;
    private final Rulebook rulebook;

    public NationData(BulkLoad bulk, Ledger ledger, Rulebook rulebook) {
        this.bulk = bulk;
        this.ledger = ledger;
        this.rulebook = rulebook;
    }

    /**
     * What was loaded.
     *
     * @param installations how many ledgers it is made of: one of each commune, and one above
     */
    public record Loaded(int provinces, int communes, int installations, long entries) {}

    /** What would be loaded, made while it is read. */
    public static Iterator<Parcel> parcels(Rulebook rulebook, int members, long seed) {
        return Nation.of(members, seed, rulebook).parcels();
    }

    /** Is told how far the load has come. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Called from time to time.
         *
         * @param communes how many of them are told, of {@code of}
         */
        void reached(Stage stage, long done, int communes, int of);
    }

    /**
     * Loads a nation, all or nothing.
     *
     * @param members on the rolls on the last day; from {@link #MEMBERS_LEAST} to {@link #MEMBERS_MOST}
     * @throws IllegalStateException when something is recorded here already
     */
    public Loaded load(int members, long seed, Progress progress) {
        if (members < MEMBERS_LEAST || members > MEMBERS_MOST) {
            throw new IllegalArgumentException(
                    "From %d to %d members, not %d.".formatted(MEMBERS_LEAST, MEMBERS_MOST, members));
        }
        if (ledger.size() > 0) {
            throw new IllegalStateException("A nation is loaded into an empty ledger.");
        }
        var nation = Nation.of(members, seed, rulebook);
        var places = nation.plan().places().size();
        var told = new Told(nation.parcels());
        var entries = bulk.load(
                told, (stage, done, _) -> progress.reached(stage, done, Math.max(0, told.count() - 1), places));
        return new Loaded(nation.plan().provinces().size(), places, told.count(), entries);
    }
}
