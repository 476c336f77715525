package vn.nentang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import vn.nentang.access.Scope;
import vn.nentang.demo.nation.NationData;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.Parcel;
import vn.nentang.ledger.ToldByParcel;
import vn.nentang.organization.Organizations;
import vn.nentang.simulation.World;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.Census;
import vn.nentang.statistics.census.Dimension;
import vn.nentang.statistics.census.FilledCensus;
import vn.nentang.statistics.census.Question;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/** The census of a nation beside its rivals for the same question, over the same periods in the same run. */
final class CensusRun {

    private static final int LEVEL_YEAR = 2025;
    private static final LocalDate EARLIER = LocalDate.of(2019, 12, 31);
    private static final Instant KNOWN = Instant.parse("2024-03-01T00:00:00Z");
    private static final double MILLION = 1e6;

    private final FilledCensus filled;
    private final CensusRivals rivals;
    private final List<String> lines = new ArrayList<>();

    private CensusRun(FilledCensus filled, CensusRivals rivals) {
        this.filled = filled;
        this.rivals = rivals;
    }

    /** @param args the page to write to, and how many members */
    public static void main(String[] args) throws IOException, SQLException {
        var members = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        over(members, (filled, rivals, organizations) -> {
            filled.askThrough(gate(organizations, filled.whole().organization()));
            new CensusRun(filled, rivals).run(Path.of(args[0]));
        });
    }

    /** Something done with a census and its rivals. */
    interface Task {
        void with(FilledCensus filled, CensusRivals rivals, Organizations organizations)
                throws IOException, SQLException;
    }

    /** What every page asks first, here for a reader of the whole: the longest way up. */
    private static Consumer<Question> gate(Organizations organizations, OrganizationId reach) {
        return question -> {
            var found = new Scope(List.of(reach), organizations).find(question.organization(), FilledCensus.TODAY);
            if (found.isEmpty()) {
                throw new IllegalStateException("Out of reach: " + question.organization());
            }
        };
    }

    /** Goes on with what is handed on, and keeps what is said of organisations. */
    private static Iterator<Parcel> keeping(Iterator<Parcel> parcels, List<Parcel> organizations) {
        Iterable<Parcel> all = () -> parcels;
        return StreamSupport.stream(all.spliterator(), false)
                .peek(one -> organizations.add(TreeRun.ofOrganizations(one)))
                .iterator();
    }

    /** Makes up a nation, fills a census and its rivals with it, and clears up afterwards. */
    static void over(int members, Task task) throws IOException, SQLException {
        var folder = Files.createTempDirectory("census");
        try (var store = Store.open(new StoreSettings.Embedded(folder.resolve("data")))) {
            Migrations.run(store);
            try (var world = new World(store)) {
                var started = System.nanoTime();
                var organizations = new ArrayList<Parcel>();
                var filled = FilledCensus.of(
                        keeping(NationData.parcels(World.RULEBOOK, members, 1), organizations),
                        new ToldByParcel(World.CATALOGUES),
                        world.base.arrivals,
                        World.RULEBOOK,
                        count -> progress(count, members, started));
                organizations.removeIf(one -> one.recordings().isEmpty());
                world.base.bulk.load(organizations.iterator(), (_, _, _) -> {});
                filled.upTo(world.base.arrivals.last());
                System.err.printf("%nmade up and read in %,.0f s%n", (System.nanoTime() - started) / 1e9);
                try (var connection = store.owner().getConnection();
                        var rivals = new CensusRivals(filled, connection, folder, LEVEL_YEAR)) {
                    task.with(filled, rivals, world.organizations);
                }
            }
        } finally {
            BulkRun.delete(folder);
        }
    }

    private static void progress(long count, int members, long started) {
        System.err.printf("\r%,d persons of some %,d, %,.0f s ", count, members, (System.nanoTime() - started) / 1e9);
    }

    private void run(Path page) throws IOException {
        var size = filled.size();
        lines.add("%,d member-periods of %,d members in %,d organisations, %.1f bytes a period (%,.0f MB)."
                .formatted(
                        size.periods(),
                        filled.answer(question(filled.whole(), List.of())).members(),
                        size.organizations(),
                        (double) size.bytes() / size.periods(),
                        size.bytes() / MILLION));
        lines.add("");
        lines.add("| question | members | census, ms: median (least–95 %) | SQL, ms | ratio | DuckDB, ms | ratio |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        var perCell = (double) size.organizations();
        compare("cell", filled.nearest(1), 2_000, 200);
        compare("commune", filled.nearest((int) Math.min(perCell / 4, 90)), 1_000, 100);
        compare("province", filled.nearest((int) Math.min(perCell / 3, 9_000)), 200, 20);
        compare("nation", filled.whole(), 40, 5);
        alone("nation, ages", question(filled.whole(), List.of(Dimension.of(Attribute.AGE))));
        alone("nation, level of a year", question(filled.whole(), List.of(new Dimension(Attribute.LEVEL, LEVEL_YEAR))));
        alone(
                "nation, years in a row of the cell",
                question(filled.whole(), List.of(new Dimension(Attribute.CELL_STREAK, LEVEL_YEAR))));
        var top = filled.whole().organization();
        alone(
                "nation, %s, as known at %s".formatted(EARLIER, KNOWN),
                new Question(top, EARLIER, EARLIER, KNOWN, List.of(Dimension.of(Attribute.STANDING))));
        alone(
                "nation, %s on the tree of %s".formatted(EARLIER, FilledCensus.TODAY),
                new Question(top, EARLIER, FilledCensus.TODAY, null, List.of(Dimension.of(Attribute.STANDING))));
        limit(size);
        new Figures(page, "census").write(lines);
    }

    private static Question question(FilledCensus.Subtree subtree, List<Dimension> by) {
        return new Question(subtree.organization(), FilledCensus.TODAY, by);
    }

    private void compare(String name, FilledCensus.Subtree subtree, int ours, int theirs) {
        compare(name, subtree, List.of(Attribute.STANDING), ours, theirs);
        compare(name, subtree, List.of(Attribute.STANDING, Attribute.SEX), ours, theirs);
    }

    private void compare(String name, FilledCensus.Subtree subtree, List<Attribute> by, int ours, int theirs) {
        var compared = Compared.of(filled, rivals, subtree, by, ours, theirs);
        lines.add("| %s, by %s | %,d | %s | %s | %,.0f | %s | %,.1f |"
                .formatted(
                        name,
                        by.stream().map(Attribute::code).collect(Collectors.joining(" and ")),
                        compared.members(),
                        Compared.spread(compared.census()),
                        Compared.spread(compared.postgres()),
                        compared.ratioToPostgres(),
                        Compared.spread(compared.duck()),
                        compared.ratioToDuck()));
        System.err.println(lines.getLast());
    }

    private void alone(String name, Question question) {
        var figures = filled.answer(question);
        var census = Compared.times(40, () -> filled.answer(question));
        lines.add("| %s | %,d | %s | | | | |".formatted(name, figures.members(), Compared.spread(census)));
        System.err.println(lines.getLast());
    }

    /** Two dates and one attribute of every period must be read: how long memory alone takes for that many bytes. */
    private void limit(Census.Size size) {
        var bytes = size.periods() * 5.0;
        var whole = new long[1 << 26];
        var seconds = Arrays.stream(Compared.times(
                                10,
                                () -> LongStream.range(0, 4)
                                        .parallel()
                                        .map(part -> sum(whole, (int) part * (whole.length / 4), whole.length / 4))
                                        .sum()))
                        .min()
                        .orElseThrow()
                / 1e3;
        var rate = whole.length * 8.0 / seconds;
        var question = question(filled.whole(), List.of(Dimension.of(Attribute.STANDING)));
        var ours = Compared.median(Compared.times(40, () -> filled.answer(question)));
        lines.add("");
        lines.add(
                "The nation by standing must read %,.0f MB; memory gives %.1f GB a second here, %.1f ms for that many: the census takes %.1f times as long."
                        .formatted(bytes / MILLION, rate / 1e9, bytes / rate * 1e3, ours / (bytes / rate * 1e3)));
    }

    private static long sum(long[] all, int from, int count) {
        long sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += all[i];
        }
        return sum;
    }
}
