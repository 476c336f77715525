package vn.nentang.shell.web.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Withdrawn;

/**
 * Entries as people read them: what stands, each with what it replaced below it; then what was taken back. Nothing that was
 * ever recorded is left out.
 */
public final class History {

    private final Telling telling;
    private final LocalDate today;
    private final Map<EntryRef, Entry<?>> entries = new HashMap<>();
    private final Map<EntryRef, Entry<?>> withdrawals = new HashMap<>();
    private final Map<EntryRef, Entry<?>> replacements = new HashMap<>();
    private final Set<EntryRef> told = new HashSet<>();

    public History(Telling telling, LocalDate today) {
        this.telling = telling;
        this.today = today;
    }

    /** One entry, and whether it stands. */
    public record Line(Entry<?> entry, boolean stands) {}

    /** Newest first. */
    public List<ToldAct> of(List<Line> lines) {
        lines.forEach(line -> remember(line.entry()));
        var acts = new ArrayList<ToldAct>();
        lines.stream()
                .filter(Line::stands)
                .map(line -> act(line.entry(), "stands"))
                .forEach(acts::add);
        lines.stream()
                .map(Line::entry)
                .filter(e -> withdrawals.containsKey(e.ref()) && !told.contains(e.ref()))
                .map(e -> act(e, "withdrawn"))
                .forEach(acts::add);
        lines.stream()
                .map(Line::entry)
                .filter(e -> !(e.event() instanceof Withdrawn) && !told.contains(e.ref()))
                .map(e -> act(e, "replaced"))
                .forEach(acts::add);
        acts.sort(Comparator.comparing(ToldAct::on)
                .thenComparing(ToldAct::recordedAt)
                .reversed());
        return acts;
    }

    private void remember(Entry<?> entry) {
        entries.put(entry.ref(), entry);
        if (entry.corrects() != null) {
            var mending = entry.event() instanceof Withdrawn ? withdrawals : replacements;
            mending.put(entry.corrects(), entry);
        }
    }

    private ToldAct act(Entry<?> entry, String state) {
        told.add(entry.ref());
        var stands = state.equals("stands");
        return new ToldAct(
                entry.ref(),
                stands && entry.effectiveOn().isAfter(today) ? "planned" : state,
                entry.effectiveOn(),
                telling.sentence(entry),
                telling.changes(entry),
                entry.paper(),
                entry.author(),
                entry.recordedAt(),
                stands ? null : ending(entry.ref()),
                before(entry),
                stands ? telling.mending(entry).orElse(null) : null);
    }

    private List<ToldAct> before(Entry<?> entry) {
        return Optional.ofNullable(entry.corrects())
                .map(entries::get)
                .filter(e -> !told.contains(e.ref()))
                .map(e -> List.of(act(e, "replaced")))
                .orElse(List.of());
    }

    private ToldAct.@Nullable Ending ending(EntryRef ref) {
        var by = withdrawals.containsKey(ref) ? withdrawals.get(ref) : replacements.get(ref);
        return by == null ? null : new ToldAct.Ending(by.ref(), by.recordedAt(), by.author(), reason(by));
    }

    private static String reason(Entry<?> ending) {
        return ending.event() instanceof Withdrawn(var _, var reason) ? reason : "";
    }
}
