package vn.nentang.ledger;

/** An entry of a kind this version does not know. Reading stops: a newer version wrote it, or it is damaged. */
public final class UnknownEventType extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownEventType(String name) {
        super(("The ledger holds an event of the type %s, which this version does not know. Nothing was skipped; "
                        + "use the version that wrote it, or a later one.")
                .formatted(name));
    }
}
