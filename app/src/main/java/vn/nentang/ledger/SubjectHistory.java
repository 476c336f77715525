package vn.nentang.ledger;

import java.util.List;

/** The entries that stand for one subject, in fold order: withdrawn and corrected ones are left out. */
public record SubjectHistory(String subject, List<Entry<?>> entries) {

    public SubjectHistory {
        entries = List.copyOf(entries);
    }

    /** Those of one module, still in fold order. */
    public <E extends LedgerEvent> List<Entry<E>> of(Class<E> module) {
        return entries.stream()
                .filter(e -> module.isInstance(e.event()))
                .map(SubjectHistory::<E>known)
                .toList();
    }

    /** What the filter before it has found out. */
    @SuppressWarnings("unchecked")
    private static <E extends LedgerEvent> Entry<E> known(Entry<?> entry) {
        return (Entry<E>) entry;
    }
}
