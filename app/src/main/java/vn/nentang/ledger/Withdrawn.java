package vn.nentang.ledger;

import java.util.List;

/**
 * The entry named by {@code corrects} is taken back: it is read as if it had not been made, and stays in the ledger.
 * The withdrawal is filed under the same subjects.
 */
public record Withdrawn(List<String> subjects, String reason) implements LedgerEvent {

    static final EventCatalogue CATALOGUE =
            () -> List.of(new EventType<>("ledger.withdrawn.v1", Withdrawn.class, Withdrawn::subjects));

    public Withdrawn {
        subjects = List.copyOf(subjects);
    }
}
