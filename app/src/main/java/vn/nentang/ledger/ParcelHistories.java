package vn.nentang.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The entries of one parcel by subject, as {@link EntryTable} would read them back. */
final class ParcelHistories {

    private final Map<String, List<Entry<?>>> bySubject = new LinkedHashMap<>();
    private final Map<EntryRef, List<Entry<?>>> mendings = new HashMap<>();
    private final Set<EntryRef> here = new HashSet<>();
    private final List<EntryRef> elsewhere = new ArrayList<>();

    void add(List<SealedEntry> sealed, List<NewEntry> news) {
        for (int i = 0; i < sealed.size(); i++) {
            add(sealed.get(i).opened(news.get(i).event()));
        }
    }

    private void add(Entry<?> entry) {
        entry.subjects()
                .forEach(s ->
                        bySubject.computeIfAbsent(s, _ -> new ArrayList<>()).add(entry));
        here.add(entry.ref());
        var corrects = entry.corrects();
        if (corrects != null) {
            mendings.computeIfAbsent(corrects, _ -> new ArrayList<>()).add(entry);
            if (!here.contains(corrects)) {
                elsewhere.add(corrects);
            }
        }
    }

    Set<String> subjects() {
        return bySubject.keySet();
    }

    /** Entries that one of this parcel mends and that stand in none of it. */
    List<EntryRef> mendedElsewhere() {
        return elsewhere;
    }

    List<SubjectHistory> of(Collection<String> subjects) {
        return subjects.stream().map(s -> Standing.of(s, about(s))).toList();
    }

    /** With whatever mends one of them, filed under the subject or not. */
    private List<Entry<?>> about(String subject) {
        var all = new ArrayList<>(Objects.requireNonNull(bySubject.get(subject)));
        if (mendings.isEmpty()) {
            return all;
        }
        for (int i = 0; i < all.size(); i++) {
            mendings.getOrDefault(all.get(i).ref(), List.of()).stream()
                    .filter(m -> !all.contains(m))
                    .forEach(all::add);
        }
        return all;
    }
}
