package vn.nentang.statistics.census;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.Arrivals;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EverSaid;
import vn.nentang.ledger.Parcel;
import vn.nentang.ledger.ToldByParcel;
import vn.nentang.review.years.OrganizationRows;
import vn.nentang.rulebook.Rulebook;

/** A census filled from parcels instead of from a ledger, which for a whole nation would take the disk of this machine. */
public final class FilledCensus {

    /** The day whose tree and members are asked for. */
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    private final Census census;
    private final Picture picture;
    private final Vocabulary words;
    private final int[] preorder;
    private Consumer<Question> gate = _ -> {};

    private FilledCensus(Census census, Picture picture, Vocabulary words, int[] preorder) {
        this.census = census;
        this.picture = picture;
        this.words = words;
        this.preorder = preorder;
    }

    /** @param done is told how many persons are in it */
    public static FilledCensus of(
            Iterator<Parcel> parcels, ToldByParcel telling, Arrivals none, Rulebook rulebook, LongConsumer done) {
        var census = new Census(none, rulebook);
        var words = census.words();
        var told = new Told(words);
        var draft = new Draft(Picture.none(Ids.in(Optional.empty())), words, new OrganizationRows(rulebook));
        var organizations = new HashMap<String, List<EverSaid>>();
        var count = 0L;
        while (parcels.hasNext()) {
            var said = telling.of(parcels.next());
            said.values().stream()
                    .filter(one -> one.subject().startsWith("organization:"))
                    .forEach(one -> organizations
                            .computeIfAbsent(one.subject(), _ -> new ArrayList<>(1))
                            .add(one));
            var members = said.values().parallelStream()
                    .filter(one -> one.subject().startsWith("person:"))
                    .map(told::member)
                    .toList();
            members.forEach(draft::putIn);
            count += members.size();
            done.accept(count);
        }
        organizations.forEach((subject, parts) -> draft.putIn(told.place(joined(subject, parts))));
        var picture = draft.finished(0);
        census.begin(picture);
        return new FilledCensus(census, picture, words, preorder(picture));
    }

    private static EverSaid joined(String subject, List<EverSaid> parts) {
        return new EverSaid(
                subject,
                parts.stream()
                        .<Entry<?>>flatMap(part -> part.entries().stream())
                        .toList());
    }

    private static int[] preorder(Picture picture) {
        var day = Days.of(TODAY);
        var nodes = picture.tree().nodes();
        var belowSomething = new BitSet(nodes.size());
        nodes.forEach(node -> node.links().stream()
                .filter(link -> link.holds(day, Days.NOW))
                .forEach(link -> belowSomething.set(link.below())));
        var largest = new int[0];
        for (int top = belowSomething.nextClearBit(0); top < nodes.size(); top = belowSomething.nextClearBit(top + 1)) {
            var below = picture.tree().below(top, day, Days.NOW);
            largest = below.length > largest.length ? below : largest;
        }
        return largest;
    }

    /** Asks for leave before every question from now on, as a page does. */
    public void askThrough(Consumer<Question> gate) {
        this.gate = gate;
    }

    /** Counts as read up to a place in the ledger, which has come to hold the organisations alone. */
    public void upTo(long entries) {
        census.begin(new Picture(
                entries, picture.numbers(), picture.tree(), picture.pages(), picture.written(), picture.ids()));
    }

    public Figures answer(Question question) {
        gate.accept(question);
        return census.answer(question);
    }

    public Census.Size size() {
        return census.size().orElseThrow();
    }

    /** An organisation, and the first and last place of what stands below it in the order of the whole tree. */
    public record Subtree(OrganizationId organization, int first, int last) {}

    /** Below the top of the tree, the organisation whose subtree comes nearest to so many organisations. */
    public Subtree nearest(int organizations) {
        var day = Days.of(TODAY);
        return IntStream.range(0, preorder.length)
                .filter(i -> i == 0 || organizations < preorder.length)
                .mapToObj(i -> {
                    var below = i == 0 ? preorder : picture.tree().below(preorder[i], day, Days.NOW);
                    return new Subtree(picture.tree().node(preorder[i]).id(), i, i + below.length - 1);
                })
                .min(Comparator.comparingInt(one -> Math.abs(one.last() - one.first() + 1 - organizations)))
                .orElseThrow();
    }

    public Subtree whole() {
        return new Subtree(picture.tree().node(preorder[0]).id(), 0, preorder.length - 1);
    }

    /** A period as a row of a table a program without a census would keep. */
    public record Row(int place, char from, char until, int standing, int sex, char birth, int level) {}

    /** All periods in the order of the tree. */
    public Stream<Row> rows(int levelYear) {
        return IntStream.range(0, preorder.length).boxed().flatMap(place -> rows(place, levelYear));
    }

    private Stream<Row> rows(int place, int levelYear) {
        var page = picture.pages().get(preorder[place]);
        if (page == null) {
            return Stream.empty();
        }
        var rows = page.standing();
        var of = rows.columns();
        var start = rows.start();
        return IntStream.range(0, rows.count())
                .mapToObj(i -> new Row(
                        place,
                        of.from[start + i],
                        of.until[start + i],
                        of.words[Columns.STANDING][start + i],
                        of.words[Columns.SEX][start + i],
                        of.chars[Columns.BIRTH][start + i],
                        page.level(rows.person(i), levelYear, Days.NOW, picture.pages())));
    }

    /** The word behind the number of a row. */
    public String word(Attribute attribute, int number) {
        return words.of(attribute).word(number);
    }

    public static LocalDate date(char day) {
        return Days.date(day);
    }

    /** As rows have it. */
    public static int day(LocalDate date) {
        return Days.of(date);
    }
}
