package vn.nentang.ledger;

import java.time.Instant;
import java.util.List;

/**
 * Everything ever said about one subject, by when it was recorded: replaced and withdrawn entries included, and those that
 * mend one of them.
 */
public record EverSaid(String subject, List<Entry<?>> entries) {

    public EverSaid {
        entries = List.copyOf(entries);
    }

    /** Those filed under the subject, in fold order. */
    public List<Entry<?>> filed() {
        return entries.stream()
                .filter(e -> e.subjects().contains(subject))
                .sorted(Entry.FOLD_ORDER)
                .toList();
    }

    /** What stands for the subject, as known now. */
    public SubjectHistory standing() {
        return Standing.of(subject, entries);
    }

    /** The instants at which something was learned, earliest first. */
    public List<Instant> instants() {
        return entries.stream().map(Entry::recordedAt).distinct().sorted().toList();
    }

    /** What stood for the subject as known at an instant, that instant included. */
    public SubjectHistory knownAt(Instant instant) {
        return Standing.of(
                subject,
                entries.stream().filter(e -> !e.recordedAt().isAfter(instant)).toList());
    }
}
