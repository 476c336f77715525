package vn.nentang.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which entries stand. A withdrawal that stands takes its target back, as if it had not been made; a correction that was
 * not taken back replaces its target, also when it was itself corrected later.
 */
final class Standing {

    private final Map<EntryRef, List<Entry<?>>> mendings = new HashMap<>();
    private final Map<EntryRef, Boolean> takenBack = new HashMap<>();

    private Standing(List<Entry<?>> entries) {
        for (var entry : entries) {
            if (entry.corrects() != null) {
                mendings.computeIfAbsent(entry.corrects(), _ -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    /** Those filed under a subject that stand. The input must also hold every entry that mends one of them. */
    static SubjectHistory of(String subject, List<Entry<?>> entries) {
        var standing = new Standing(entries);
        return new SubjectHistory(
                subject,
                entries.stream()
                        .filter(e -> e.subjects().contains(subject))
                        .filter(standing::stands)
                        .sorted(Entry.FOLD_ORDER)
                        .collect(Collectors.toList()));
    }

    private boolean stands(Entry<?> entry) {
        return !(entry.event() instanceof Withdrawn) && !isTakenBack(entry.ref()) && !isReplaced(entry.ref());
    }

    private boolean isReplaced(EntryRef ref) {
        return mendings.getOrDefault(ref, List.of()).stream()
                .anyMatch(m -> !(m.event() instanceof Withdrawn) && !isTakenBack(m.ref()));
    }

    private boolean isTakenBack(EntryRef ref) {
        var known = takenBack.get(ref);
        if (known != null) {
            return known;
        }
        // A ring of withdrawals (each of the other) cannot be made by the ledger; if one arrives, it takes nothing
        // back.
        takenBack.put(ref, false);
        var answer = mendings.getOrDefault(ref, List.of()).stream()
                .anyMatch(m -> m.event() instanceof Withdrawn && !isTakenBack(m.ref()));
        takenBack.put(ref, answer);
        return answer;
    }
}
