package vn.nentang.demo.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.PaperBook;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.NewEntry;
import vn.nentang.ledger.Parcel;
import vn.nentang.ledger.Recording;

/** What one installation recorded: written in any order, read in the order of recording. */
final class Journal {

    private static final String AUTHOR = "nation";
    private static final int OFFICE_OPENS = 3_600;
    private static final int OFFICE_SECONDS = 9 * 3_600;

    private final long seed;
    private final String node;
    private final Dice dice;
    private final List<Page> pages = new ArrayList<>();

    Journal(long seed, String node) {
        this.seed = seed;
        this.node = node;
        this.dice = Dice.of(seed, node + "/journal");
    }

    /** One act. An act of its own stands in no other page. */
    record Line(
            LedgerEvent event,
            LocalDate on,
            PaperOrder paper,
            @Nullable Line mends) {

        Line(LedgerEvent event, LocalDate on, PaperOrder paper) {
            this(event, on, paper, null);
        }
    }

    /** What one command records. */
    private record Page(Instant at, List<Line> lines) {}

    /** The text of a command: the acts follow from it. */
    private record Part(String node, long seed, int page) {}

    /** Some time in office hours of a day. */
    void write(LocalDate day, List<Line> lines) {
        write(at(day).plusSeconds(OFFICE_OPENS + dice.below(OFFICE_SECONDS)), lines);
    }

    void write(Instant at, List<Line> lines) {
        if (!lines.isEmpty()) {
            pages.add(new Page(at, List.copyOf(lines)));
        }
    }

    /** The beginning of a day. */
    static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Parcel parcel() {
        pages.sort(Comparator.comparing(Page::at));
        var papers = new PaperBook(
                pages.stream().flatMap(p -> p.lines().stream()).map(Line::paper).toList());
        var refs = new IdentityHashMap<Line, EntryRef>();
        var recordings = new ArrayList<Recording>(pages.size());
        for (int i = 0; i < pages.size(); i++) {
            recordings.add(recording(i, papers, refs));
        }
        return new Parcel(node, recordings);
    }

    private Recording recording(int number, PaperBook papers, Map<Line, EntryRef> refs) {
        var page = pages.get(number);
        var part = new Part(node, seed, number);
        var entries = new ArrayList<NewEntry>(page.lines().size());
        for (var line : page.lines()) {
            refs.put(line, new EntryRef(node, refs.size() + 1L));
            var mended = line.mends() == null ? null : Objects.requireNonNull(refs.get(line.mends()));
            entries.add(new NewEntry(line.event(), line.on(), papers.of(line.paper()), mended));
        }
        return new Recording(new Command(Dice.id(seed, part.toString()), AUTHOR, part), page.at(), entries);
    }
}
