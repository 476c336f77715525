package vn.nentang.statistics.census;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.nentang.ledger.Arrivals;
import vn.nentang.ledger.EverSaid;
import vn.nentang.review.years.OrganizationRows;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Store;

/**
 * Counts members by any one or two attributes, for an organisation with all below it, on any date, as known at any time. An
 * answer is never older than the last entry committed before the question. Whether the reader may ask about the organisation
 * has been decided before.
 *
 * <p>The first question of all reads the whole ledger, which takes a minute for some hundred thousand members; the first one
 * after a restart reads the file kept of it. Nothing is kept in memory before.
 */
@Component
public final class Census implements DisposableBean {

    private static final int SUBJECTS_AT_ONCE = 500;
    private static final int ROWS_GATHERED_MAX = 500_000;
    private static final String PERSON = "person";
    private static final String ORGANIZATION = "organization";

    private final Arrivals arrivals;
    private final Bands bands;
    private final OrganizationRows rows;
    private final Vocabulary words = new Vocabulary();
    private final Told told = new Told(words);
    private final Optional<Path> folder;
    private final Keeping keeping;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong read = new AtomicLong();
    private final AtomicReference<@Nullable CompletableFuture<Picture>> firstReading = new AtomicReference<>();
    private volatile @Nullable Picture picture;
    private volatile boolean ending;

    /** Keeps its picture in the folder of an embedded database. */
    @Autowired
    public Census(Arrivals arrivals, Rulebook rulebook, Store store) {
        this(arrivals, rulebook, store.folder());
    }

    /** Keeps nothing over a restart. */
    public Census(Arrivals arrivals, Rulebook rulebook) {
        this(arrivals, rulebook, Optional.empty());
    }

    /** @param folder where its picture is kept over a restart; empty to keep none */
    public Census(Arrivals arrivals, Rulebook rulebook, Optional<Path> folder) {
        this.folder = folder;
        this.keeping = new Keeping(
                folder.map(one -> new PictureFile(one.resolve(PictureFile.NAME)))
                        .orElse(null),
                arrivals,
                words);
        this.arrivals = arrivals;
        this.bands = new Bands(rulebook);
        this.rows = new OrganizationRows(rulebook);
    }

    /** Counts; an organisation nobody knows has nobody. */
    public Figures answer(Question question) {
        var now = now();
        var coders = coders(question, now);
        var counts = new ArrayList<Figures.Count>();
        var members = new long[1];
        scan(question, now, coders).count().each((first, other, found) -> {
            members[0] += found;
            var values = List.of(coders.first().value(first), coders.other().value(other));
            counts.add(new Figures.Count(values.subList(0, question.by().size()), found));
        });
        return new Figures(members[0], counts, now.entries());
    }

    /**
     * The people behind a figure, a page at a time.
     *
     * @param values as {@link Figures.Count} gives them; fewer, or none, for a larger figure
     * @param after the last one of the page before; null for the first page
     */
    public Counted people(Question question, List<String> values, Counted.@Nullable OnRoll after, int limit) {
        var now = now();
        var coders = coders(question, now);
        var cells = cells(question, now);
        var wantedFirst = values.isEmpty() ? -1 : coders.first().code(values.getFirst());
        var wantedOther = values.size() < 2 ? -1 : coders.other().code(values.get(1));
        if ((!values.isEmpty() && wantedFirst < 0) || (values.size() > 1 && wantedOther < 0)) {
            return new Counted(List.of(), null);
        }
        var hits = scan(question, now, coders)
                .find(wantedFirst, wantedOther, after == null ? null : place(after, now, cells), limit + 1);
        var found =
                hits.stream().limit(limit).map(hit -> onRoll(hit, now, cells)).toList();
        return new Counted(found, hits.size() > limit ? found.getLast() : null);
    }

    private static Counted.OnRoll onRoll(Scan.Hit hit, Picture now, int[] cells) {
        var page = now.pages().get(cells[hit.place()]);
        if (page == null) {
            throw new IllegalStateException("A hit on no page");
        }
        return new Counted.OnRoll(now.tree().node(cells[hit.place()]).id(), page.person(hit.person()));
    }

    /** Where to go on: behind the member, or behind the cell where the member is on its page no more. */
    private static Scan.Hit place(Counted.OnRoll after, Picture now, int[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (now.tree().node(cells[i]).id().equals(after.cell())) {
                var page = now.pages().get(cells[i]);
                return new Scan.Hit(i, page == null ? -1 : page.number(after.person()));
            }
        }
        return new Scan.Hit(cells.length, 0);
    }

    private record Coders(Coder first, Coder other) {}

    private Coders coders(Question question, Picture now) {
        var by = question.by();
        return new Coders(
                by.isEmpty() ? new Coder.All() : coder(by.getFirst(), question, now),
                by.size() < 2 ? new Coder.All() : coder(by.get(1), question, now));
    }

    private Coder coder(Dimension by, Question question, Picture now) {
        var second = Days.second(question.knownAt());
        var own = words.of(by.attribute());
        return switch (by.attribute()) {
            case STANDING -> new Coder.Word(Columns.STANDING, own, own.size());
            case SEX -> new Coder.Word(Columns.SEX, own, own.size());
            case ETHNIC_GROUP -> new Coder.Word(Columns.ETHNIC_GROUP, own, own.size());
            case RELIGION -> new Coder.Word(Columns.RELIGION, own, own.size());
            case GENERAL_EDUCATION -> new Coder.Word(Columns.GENERAL_EDUCATION, own, own.size());
            case PROFESSIONAL_QUALIFICATION -> new Coder.Word(Columns.PROFESSIONAL_QUALIFICATION, own, own.size());
            case POLITICAL_THEORY -> new Coder.Word(Columns.POLITICAL_THEORY, own, own.size());
            case OCCUPATION -> new Coder.LongWord(Columns.OCCUPATION, own, own.size());
            case AGE -> bands.age(question.on());
            case PARTY_AGE -> bands.partyAge(question.on());
            case LEVEL -> new Coder.Level(by.year(), second, own, now);
            case CELL_STREAK ->
                new Coder.CellYears(
                        by.year(), cell -> now.tree().node(cell).results().yearsInARow(by.year(), second, words, rows));
        };
    }

    private Scan scan(Question question, Picture now, Coders coders) {
        return new Scan(
                now,
                Days.of(question.on()),
                Days.second(question.knownAt()),
                cells(question, now),
                coders.first(),
                coders.other());
    }

    private static int[] cells(Question question, Picture now) {
        var top = now.numbers().get(question.organization());
        return top == null || top >= now.tree().nodes().size()
                ? new int[0]
                : now.tree().below(top, Days.of(question.treeOn()), Days.second(question.knownAt()));
    }

    /** What the census takes: member-periods that stand, and bytes for all it keeps of members. */
    public record Size(long periods, long bytes, int organizations) {}

    /** Empty before the first question. */
    public Optional<Size> size() {
        return Optional.ofNullable(picture)
                .map(one ->
                        new Size(one.periods(), one.bytes(), one.tree().nodes().size()));
    }

    Vocabulary words() {
        return words;
    }

    /** Goes on from a picture made elsewhere. */
    void begin(Picture from) {
        picture = from;
    }

    /**
     * Begins to read the ledger, if nobody has, and waits a little.
     *
     * @return whether questions are answered at once from now on
     */
    public boolean readWithin(Duration patience) {
        if (picture != null) {
            return true;
        }
        try {
            var done = firstReading.updateAndGet(
                    known -> known == null || known.isCompletedExceptionally() ? begun() : known);
            Objects.requireNonNull(done).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The ledger could not be read", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CompletableFuture<Picture> begun() {
        var done = new CompletableFuture<Picture>();
        Thread.ofVirtual().name("census").start(() -> {
            try {
                done.complete(now());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** Of how many persons and organisations the ledger has been read, while it is read; none where a file was read instead. */
    public long readSoFar() {
        return read.get();
    }

    /** Reads what has arrived since the last question; everything, the first time. */
    Picture now() {
        var last = arrivals.last();
        var known = picture;
        return known != null && known.entries() >= last ? known : readUpTo(last);
    }

    private Picture readUpTo(long last) {
        reading.lock();
        try {
            var known = picture;
            if (known == null || known.entries() < last) {
                known = known == null ? first(last) : next(known, last);
                picture = known;
                keeping.after(known);
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    /** From the file, where less has come since than is in it; else from the ledger. */
    private Picture first(long last) {
        var kept = keeping.found(rows);
        return kept.filter(one -> last - one.entries() <= one.entries())
                .map(one -> one.entries() < last ? next(one, last) : one)
                .orElseGet(() -> whole(last));
    }

    /** Breaks off a first reading, and keeps what is there. */
    @Override
    public void destroy() {
        ending = true;
        reading.lock();
        try {
            keeping.end(picture);
        } finally {
            reading.unlock();
        }
    }

    private Picture whole(long last) {
        read.set(0);
        var draft = new AtomicReference<>(new Draft(Picture.none(Ids.in(folder)), words, rows));
        arrivals.everSaid(ORGANIZATION, last, some -> put(some, told::place, draft.get()::putIn));
        arrivals.everSaid(PERSON, last, some -> {
            put(some, told::member, draft.get()::putIn);
            if (draft.get().rows() > ROWS_GATHERED_MAX) {
                draft.updateAndGet(Draft::goingOn);
            }
        });
        return draft.get().finished(last);
    }

    private <T> void put(List<EverSaid> some, Function<EverSaid, T> understood, Consumer<T> into) {
        if (ending) {
            throw new CancellationException("The program ends.");
        }
        some.parallelStream().map(understood).toList().forEach(into);
        read.addAndGet(some.size());
    }

    private List<Told.Member> members(Collection<String> persons, long last) {
        return arrivals.everSaid(persons, last).stream().map(told::member).toList();
    }

    private Picture next(Picture before, long last) {
        var draft = new Draft(before, words, rows);
        var organizations = arrivals.changed(ORGANIZATION, before.entries(), last);
        arrivals.everSaid(organizations, before.entries()).forEach(said -> draft.takeOut(told.place(said)));
        arrivals.everSaid(organizations, last).forEach(said -> draft.putIn(told.place(said)));
        var persons = arrivals.changed(PERSON, before.entries(), last).stream()
                .gather(Gatherers.windowFixed(SUBJECTS_AT_ONCE))
                .toList();
        persons.forEach(some -> members(some, before.entries()).forEach(draft::takeOut));
        persons.forEach(some -> members(some, last).forEach(draft::putIn));
        return draft.finished(last);
    }
}
