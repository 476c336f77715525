package vn.nentang.shell.web.membership;

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
import vn.nentang.membership.MembershipEvent;
import vn.nentang.membership.People.TimelineLine;

/**
 * Entries as people read them: what stands, each with what it replaced below it; then what was taken back. Nothing that was
 * ever recorded is left out.
 */
final class Acts {

    private final Sentences sentences;
    private final FileFields fields;
    private final FileFields.Manner manner;
    private final LocalDate today;
    private final Map<EntryRef, Entry<?>> entries = new HashMap<>();
    private final Map<EntryRef, Entry<?>> withdrawals = new HashMap<>();
    private final Set<EntryRef> told = new HashSet<>();

    Acts(Sentences sentences, FileFields fields, FileFields.Manner manner, LocalDate today) {
        this.sentences = sentences;
        this.fields = fields;
        this.manner = manner;
        this.today = today;
    }

    /** Newest first. */
    List<MemberPage.Act> of(List<TimelineLine> timeline) {
        timeline.forEach(line -> remember(line.entry()));
        var acts = new ArrayList<MemberPage.Act>();
        timeline.stream()
                .filter(TimelineLine::stands)
                .map(line -> act(line.entry(), "stands"))
                .forEach(acts::add);
        timeline.stream()
                .map(TimelineLine::entry)
                .filter(e -> withdrawals.containsKey(e.ref()) && !told.contains(e.ref()))
                .map(e -> act(e, "withdrawn"))
                .forEach(acts::add);
        timeline.stream()
                .map(TimelineLine::entry)
                .filter(e -> !(e.event() instanceof Withdrawn) && !told.contains(e.ref()))
                .map(e -> act(e, "replaced"))
                .forEach(acts::add);
        acts.sort(Comparator.comparing(MemberPage.Act::on)
                .thenComparing(MemberPage.Act::recordedAt)
                .reversed());
        return acts;
    }

    private void remember(Entry<?> entry) {
        entries.put(entry.ref(), entry);
        if (entry.event() instanceof Withdrawn && entry.corrects() != null) {
            withdrawals.put(entry.corrects(), entry);
        }
    }

    private MemberPage.Act act(Entry<?> entry, String state) {
        told.add(entry.ref());
        return new MemberPage.Act(
                state.equals("stands") && entry.effectiveOn().isAfter(today) ? "planned" : state,
                entry.effectiveOn(),
                sentences.of(entry),
                changes(entry),
                entry.paper(),
                entry.author(),
                entry.recordedAt(),
                reason(withdrawals.get(entry.ref())),
                before(entry));
    }

    private List<MemberPage.Act> before(Entry<?> entry) {
        return Optional.ofNullable(entry.corrects())
                .map(entries::get)
                .filter(e -> !told.contains(e.ref()))
                .map(e -> List.of(act(e, "replaced")))
                .orElse(List.of());
    }

    private static String reason(@Nullable Entry<?> withdrawal) {
        return withdrawal != null && withdrawal.event() instanceof Withdrawn(var _, var reason) ? reason : "";
    }

    private List<MemberPage.Field> changes(Entry<?> entry) {
        return switch (entry.event()) {
            case MembershipEvent.PersonRegistered registered -> fields.changes(registered.facts(), manner);
            case MembershipEvent.FactsRecorded recorded -> fields.changes(recorded.facts(), manner);
            default -> List.of();
        };
    }
}
