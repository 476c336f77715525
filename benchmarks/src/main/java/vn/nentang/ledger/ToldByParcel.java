package vn.nentang.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a parcel tells of each subject, as the ledger would read it back, without sealing and without a database. */
public final class ToldByParcel {

    private final EventTypes types;

    public ToldByParcel(List<EventCatalogue> catalogues) {
        this.types = new EventTypes(catalogues);
    }

    /** Every subject of the parcel; corrections are made in the parcel of what they correct. */
    public Map<String, EverSaid> of(Parcel parcel) {
        var bySubject = new LinkedHashMap<String, List<Entry<?>>>();
        var sequence = 0L;
        for (var recording : parcel.recordings()) {
            for (var entry : recording.entries()) {
                var opened = opened(parcel, ++sequence, recording, entry);
                opened.subjects()
                        .forEach(s -> bySubject
                                .computeIfAbsent(s, _ -> new ArrayList<>())
                                .add(opened));
            }
        }
        var said = new LinkedHashMap<String, EverSaid>();
        bySubject.forEach((subject, entries) -> said.put(subject, new EverSaid(subject, entries)));
        return said;
    }

    private Entry<?> opened(Parcel parcel, long sequence, Recording recording, NewEntry entry) {
        var type = types.of(entry.event());
        return new Entry<>(
                new EntryRef(parcel.node(), sequence),
                type.name(),
                entry.event(),
                entry.effectiveOn(),
                recording.recordedAt(),
                recording.command().author(),
                entry.paper(),
                type.subjectsOf(entry.event()),
                entry.corrects());
    }
}
