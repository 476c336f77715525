package vn.nentang.ledger;

import org.springframework.stereotype.Component;
import vn.nentang.store.Store;

/**
 * Every register made again from the ledger, in one transaction: pages see the old rows until the new ones are put in their
 * place, and whatever ends it early leaves the old ones. Writers wait. Memory does not grow with the ledger.
 */
@Component
public final class Rebuild {

    private static final String FAILED = "The registers could not be made again; they are as they were.";

    private final Store store;
    private final EventTypes types;
    private final Registers registers;

    public Rebuild(Store store, EventTypes types, Registers registers) {
        this.store = store;
        this.types = types;
        this.registers = registers;
    }

    /** Does it, and gives the number of subjects. */
    public long run(Progress progress) {
        return OwnerTransaction.of(store, FAILED, writing -> {
            new EntryTable(writing.jdbc(), types).lock();
            var anew = new RegistersAnew(writing, types, registers, progress);
            return OwnerTransaction.of(store, FAILED, reading -> anew.from(reading.connection()));
        });
    }
}
