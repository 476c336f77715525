package vn.nentang.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.postgresql.PGConnection;
import vn.nentang.Application;
import vn.nentang.demo.nation.NationData;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.BulkLoad;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Parcel;
import vn.nentang.ledger.Recording;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/**
 * A cell founded and a commune moved in a tree of a nation's size: as an act through the desk, and as rows of a nested set, the way
 * programs for offices usually keep a tree, on the same database in the same run. The organisations are those of the
 * generator, without their members.
 */
final class TreeRun {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final int ROUNDS = 9;

    private static final String NESTED = """
            CREATE TABLE public.nested (
                id uuid PRIMARY KEY, first integer NOT NULL, last integer NOT NULL, name text NOT NULL)
            """;

    private final Organizations organizations;
    private final OrganizationDesk desk;
    private final Connection connection;
    private final Map<String, List<Double>> milliseconds = new HashMap<>();

    private TreeRun(Organizations organizations, OrganizationDesk desk, Connection connection) {
        this.organizations = organizations;
        this.desk = desk;
        this.connection = connection;
    }

    /** @param args the page to write to, and the members of the nation whose organisations are taken */
    public static void main(String[] args) throws IOException, SQLException {
        var members = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        var folder = Files.createTempDirectory("tree");
        try (var store = Store.open(new StoreSettings.Embedded(folder))) {
            Migrations.run(store);
            var rulebook = Rulebook.load();
            try (var app = Application.startWithoutPages(store, rulebook);
                    var connection = store.owner().getConnection()) {
                app.getBean(BulkLoad.class)
                        .load(organizations(NationData.parcels(rulebook, members, 1)), (_, done, _) -> progress(done));
                var run =
                        new TreeRun(app.getBean(Organizations.class), app.getBean(OrganizationDesk.class), connection);
                new Figures(Path.of(args[0]), "tree").write(run.run());
            }
        } finally {
            BulkRun.delete(folder);
        }
    }

    private static void progress(long done) {
        System.err.printf("\r%,d entries ", done);
    }

    private static Iterator<Parcel> organizations(Iterator<Parcel> parcels) {
        Iterable<Parcel> all = () -> parcels;
        return StreamSupport.stream(all.spliterator(), false)
                .map(TreeRun::ofOrganizations)
                .filter(one -> !one.recordings().isEmpty())
                .iterator();
    }

    /** What a parcel says of organisations alone. */
    static Parcel ofOrganizations(Parcel parcel) {
        return new Parcel(
                parcel.node(),
                parcel.recordings().stream().flatMap(TreeRun::ofOrganizations).toList());
    }

    private static Stream<Recording> ofOrganizations(Recording recording) {
        var entries = recording.entries().stream()
                .filter(entry -> entry.event() instanceof OrganizationEvent)
                .toList();
        return entries.isEmpty()
                ? Stream.empty()
                : Stream.of(new Recording(recording.command(), recording.recordedAt(), entries));
    }

    private List<String> run() throws SQLException {
        var tree = organizations.treeOn(DAY);
        var provinces = tree.below(tree.tops().getFirst().id());
        var from = provinces.getFirst();
        var to = provinces.getLast();
        var commune = tree.below(from.id()).stream()
                .max(Comparator.comparingInt(one -> tree.subtree(one.id()).size()))
                .orElseThrow();
        connection.setAutoCommit(true);
        nest(tree);
        for (int round = 0; round <= ROUNDS; round++) {
            var target = round % 2 == 0 ? to : from;
            found(commune);
            move(commune, target);
            time("read again", () -> organizations.treeOn(DAY));
            insertNested(commune.id().value());
            moveNested(commune.id().value(), target.id().value());
            requireNested();
            if (round == 0) {
                milliseconds.clear();
            }
        }
        return lines(tree, commune);
    }

    private List<String> lines(OrganizationTree tree, Organization commune) {
        var lines = new ArrayList<String>();
        lines.add(
                "%,d organisations stand; the commune moved has %,d below it. Milliseconds, median (least–greatest) of %d rounds by turns."
                        .formatted(tree.size(), tree.subtree(commune.id()).size() - 1, ROUNDS));
        lines.add("");
        lines.add("| what | act: decided, sealed, in the registers | nested set: rows only | ratio |");
        lines.add("| --- | ---: | ---: | ---: |");
        lines.add(line("a cell founded", "found", "insert"));
        lines.add(line("a commune moved to another province", "move", "shift"));
        lines.add("| the tree of a day read again after an act | %s | | |".formatted(spread("read again")));
        return lines;
    }

    private String line(String what, String ours, String theirs) {
        return "| %s | %s | %s | %,.0f |"
                .formatted(
                        what,
                        spread(ours),
                        spread(theirs),
                        Figures.median(milliseconds.getOrDefault(theirs, List.of()))
                                / Figures.median(milliseconds.getOrDefault(ours, List.of())));
    }

    private String spread(String what) {
        var sorted = milliseconds.getOrDefault(what, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return "%,.1f (%,.1f–%,.1f)".formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    private interface Timed {
        void run() throws SQLException;
    }

    private void time(String what, Timed task) throws SQLException {
        var started = System.nanoTime();
        task.run();
        milliseconds.computeIfAbsent(what, _ -> new ArrayList<>()).add((System.nanoTime() - started) / 1e6);
    }

    private void found(Organization commune) throws SQLException {
        var id = new OrganizationId(UUID.randomUUID());
        var founded = new OrganizationEvent.Founded(id, "cell", "Chi bộ " + id, null, commune.id());
        time("found", () -> record(founded));
    }

    private void move(Organization commune, Organization province) throws SQLException {
        time("move", () -> record(new OrganizationEvent.Moved(commune.id(), province.id())));
    }

    private void record(OrganizationEvent event) {
        var command = new Command(UUID.randomUUID(), "benchmark", event.toString());
        if (desk.propose(command, event, DAY, Paper.UNKNOWN, null) instanceof Answer.Refused(var reasons)) {
            throw new IllegalStateException(reasons.toString());
        }
    }

    /** Each organisation with the number at which its stretch begins and that at which it ends. */
    private void nest(OrganizationTree tree) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(NESTED);
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY public.nested FROM STDIN");
            var number = new int[] {0};
            var text = new StringBuilder();
            tree.tops().forEach(top -> nest(top, tree, number, text));
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
            statement.execute("CREATE INDEX ON public.nested (first)");
            statement.execute("CREATE INDEX ON public.nested (last)");
            statement.execute("VACUUM ANALYZE public.nested");
        }
    }

    private static void nest(Organization one, OrganizationTree tree, int[] number, StringBuilder text) {
        var first = ++number[0];
        tree.below(one.id()).forEach(below -> nest(below, tree, number, text));
        text.append("%s\t%d\t%d\t%s%n".formatted(one.id(), first, ++number[0], one.name()));
    }

    private void insertNested(UUID parent) throws SQLException {
        time(
                "insert",
                () -> inOne(
                        "UPDATE public.nested SET last = last + 2 WHERE last >= (SELECT last FROM public.nested WHERE id = '%s')"
                                .formatted(parent),
                        "UPDATE public.nested SET first = first + 2 WHERE first > (SELECT last - 2 FROM public.nested WHERE id = '%s')"
                                .formatted(parent),
                        "INSERT INTO public.nested SELECT '%s', last - 2, last - 1, 'Chi bộ' FROM public.nested WHERE id = '%s'"
                                .formatted(UUID.randomUUID(), parent)));
    }

    /** One statement: the stretch of the commune goes to the end of the province's, what lies between moves up or down. */
    private void moveNested(UUID commune, UUID province) throws SQLException {
        time("shift", () -> inOne("""
                WITH part AS (SELECT first, last, last - first + 1 AS width FROM public.nested WHERE id = '%s'),
                     target AS (SELECT last AS at FROM public.nested WHERE id = '%s'),
                     shift AS (SELECT part.first, part.last, part.width, target.at,
                                      CASE WHEN target.at > part.last THEN target.at - part.last - 1 ELSE target.at - part.first END AS far
                                 FROM part, target)
                UPDATE public.nested AS one
                   SET first = CASE WHEN one.first BETWEEN shift.first AND shift.last THEN one.first + shift.far
                                    WHEN one.first > shift.last AND one.first < shift.at THEN one.first - shift.width
                                    WHEN one.first < shift.first AND one.first >= shift.at THEN one.first + shift.width
                                    ELSE one.first END,
                       last = CASE WHEN one.first BETWEEN shift.first AND shift.last THEN one.last + shift.far
                                   WHEN one.last > shift.last AND one.last < shift.at THEN one.last - shift.width
                                   WHEN one.last < shift.first AND one.last >= shift.at THEN one.last + shift.width
                                   ELSE one.last END
                  FROM shift
                 WHERE one.last >= least(shift.first, shift.at) AND one.first <= greatest(shift.last, shift.at)
                """.formatted(commune, province)));
    }

    private void inOne(String... statements) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Every number once: a rival that loses its way would be none. */
    private void requireNested() throws SQLException {
        var check = "SELECT count(*) = count(DISTINCT n) FROM public.nested, LATERAL (VALUES (first), (last)) AS v (n)";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(check)) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new IllegalStateException("The nested set is torn.");
            }
        }
    }
}
