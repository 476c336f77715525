package vn.nentang.benchmark;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationParts;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.review.CapTerms;
import vn.nentang.review.Classification;
import vn.nentang.review.Classifier;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewResults.MemberCount;
import vn.nentang.review.ReviewResults.OrganizationResult;
import vn.nentang.review.Score;
import vn.nentang.review.workbook.FactWords;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.shell.web.Client;
import vn.nentang.shell.web.CommuneAtSize;
import vn.nentang.shell.web.RunningOffice;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/**
 * The two moments of a round in which somebody waits: a committee's page of 300 members, over HTTP on loopback as a browser
 * asks for it, on disk with fsync; and a whole province of 150,000 members, judged and summed from facts in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class RoundBenchmark {

    private static final int CELLS = 20;
    private static final int MEMBERS_EACH = 15;

    /** A running office in a folder of its own, with 20 cells of 15 members whose papers came up. */
    @State(Scope.Benchmark)
    public static class Office {

        private static final Pattern LEVEL = Pattern.compile("name=\"([0-9a-f-]+)\\.level\"");
        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
        private static final String PATH =
                "/reviews/%d/organizations/%s/decisions".formatted(CommuneAtSize.YEAR, RunningOffice.COMMUNE);

        private Path folder = Path.of("");
        private @Nullable RunningOffice running;
        private @Nullable CommuneAtSize commune;
        private @Nullable Client officer;
        private int cells;
        private String token = "";
        private Map<String, String> form = Map.of();

        @Setup
        public void open() throws IOException, SQLException {
            folder = Files.createTempDirectory("round");
            var store = Store.open(new StoreSettings.Embedded(folder));
            Migrations.run(store);
            running = RunningOffice.over(store);
            commune = CommuneAtSize.opened(running);
            officer = Client.signedIn(running, "vanphong");
            handIn();
        }

        @TearDown
        public void remove() throws IOException {
            Objects.requireNonNull(running).close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

        /** Twenty more cells wait for a decision. */
        void handIn() {
            for (int i = 0; i < CELLS; i++) {
                Objects.requireNonNull(commune).handsIn(cells++, MEMBERS_EACH);
            }
            var page = shown().body();
            token = TOKEN.matcher(page).results().findFirst().orElseThrow().group(1);
            form = choice(page);
        }

        private static Map<String, String> choice(String page) {
            var fields = new HashMap<>(Map.of("on", "22/11/2026", "paper-number", "30-QĐ/ĐU"));
            LEVEL.matcher(page).results().forEach(found -> {
                fields.put(found.group(1) + ".level", "HTT");
                fields.put(found.group(1) + ".because", "Tập thể cấp ủy biểu quyết");
            });
            if (fields.size() != 2 + 2 * CELLS * MEMBERS_EACH) {
                throw new IllegalStateException("The page shows %d members.".formatted(fields.size() / 2 - 1));
            }
            return fields;
        }

        HttpResponse<String> shown() {
            return answered(Objects.requireNonNull(officer).get(PATH), 200);
        }

        HttpResponse<String> sent(String act, int status) {
            var fields = new HashMap<>(form);
            fields.put("command", UUID.randomUUID().toString());
            fields.put("act", act);
            return answered(Objects.requireNonNull(officer).postPlain(PATH, fields, token), status);
        }

        private static HttpResponse<String> answered(HttpResponse<String> answer, int status) {
            if (answer.statusCode() != status) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer;
        }
    }

    /** GET of the page: 300 members judged, with reasons, votes, levels to choose from, and the caps. */
    @Benchmark
    public Object pageOf300Shown(Office office) {
        return office.shown();
    }

    /** What the page asks while one chooses: the caps of all groups with the 300 levels as they stand on the screen. */
    @Benchmark
    public Object capsOf300CountedWhileChoosing(Office office) {
        return office.sent("live", 200);
    }

    /** An office in which another 300 members wait each time. */
    @State(Scope.Benchmark)
    public static class FreshPage extends Office {

        @Override
        @Setup(Level.Iteration)
        public void handIn() {
            super.handIn();
        }
    }

    /** POST of 300 levels: judged again, held against the order, sealed, in the registers, on disk. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 3)
    @Measurement(iterations = 10)
    public Object decisionsOn300Recorded(FreshPage office) {
        return office.sent("record", 303);
    }

    /** The same list as the usual workbook: a level for each of five numbers, and the count of each level. */
    @State(Scope.Benchmark)
    public static class Workbook {

        private final XSSFWorkbook book = new XSSFWorkbook();
        private final XSSFSheet sheet = book.createSheet();
        private final FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
        private int next;

        @Setup
        public void fill() {
            var random = new Random(1);
            for (int i = 0; i < CELLS * MEMBERS_EACH; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue(45 + random.nextInt(56));
                row.createCell(1).setCellValue(40 + random.nextInt(61));
                row.createCell(2)
                        .setCellFormula(
                                "IF(OR(A%1$d<50,B%1$d<50),\"KHT\",IF(A%1$d>=90,\"HTXS\",IF(A%1$d>=70,\"HTT\",\"HTN\")))"
                                        .formatted(i + 1));
            }
            var sums = sheet.createRow(CELLS * MEMBERS_EACH);
            var column = "C1:C%d".formatted(CELLS * MEMBERS_EACH);
            sums.createCell(0).setCellFormula("COUNTIF(%s,\"HTXS\")".formatted(column));
            sums.createCell(1).setCellFormula("INT(0.2*COUNTIF(%s,\"HTT\"))".formatted(column));
            evaluator.evaluateAll();
        }

        Object changed() {
            var cell = sheet.getRow(next++ % (CELLS * MEMBERS_EACH)).getCell(0);
            cell.setCellValue(45 + next % 56);
            evaluator.notifyUpdateCell(cell);
            var sums = sheet.getRow(CELLS * MEMBERS_EACH);
            return List.of(evaluator.evaluate(sums.getCell(0)), evaluator.evaluate(sums.getCell(1)));
        }
    }

    /** A spreadsheet after one cell was changed: one cap, no reasons, nothing recorded. By Apache POI. */
    @Benchmark
    public Object capsOf300InAWorkbook(Workbook workbook) {
        return workbook.changed();
    }

    /** A province: 1,500 grassroots bodies of five cells with 20 members each, and what every member says of the year. */
    @State(Scope.Benchmark)
    public static class Province {

        private static final int YEAR = 2026;
        private static final int BODIES = 1_500;
        private static final int CELLS_EACH = 5;
        private static final int MEMBERS_OF_CELL = 20;

        final RulesOn rules = Rulebook.load().on(LocalDate.of(YEAR, 12, 31));
        final RegimeOn regime = rules.findRegime().orElseThrow();
        final OrganizationId top = new OrganizationId(new UUID(0, 1));
        final List<OrganizationId> bodies = new ArrayList<>();
        final List<Cell> cells = new ArrayList<>();
        final List<OrganizationResult> decided = new ArrayList<>();

        @Nullable
        OrganizationTree tree;

        record Cell(OrganizationId id, List<Member> members) {}

        record Member(String kind, Map<String, String> facts) {}

        @Setup
        public void makeUp() {
            var random = new Random(1);
            var organizations = new ArrayList<Organization>();
            organizations.add(organization(top, "province", null));
            for (int i = 0; i < BODIES; i++) {
                var body = new OrganizationId(new UUID(1, i));
                bodies.add(body);
                organizations.add(organization(body, "grassroots-body", top));
                for (int k = 0; k < CELLS_EACH; k++) {
                    var cell = new OrganizationId(new UUID(2, i * CELLS_EACH + k));
                    organizations.add(organization(cell, "cell", body));
                    cells.add(new Cell(cell, members(random)));
                }
            }
            tree = OrganizationParts.tree(organizations);
            organizations.forEach(one -> decided.add(new OrganizationResult(
                    one.id(), random.nextInt(6) == 0 ? "HTXS" : "HTT", null, null, null, rules.date(), "")));
        }

        private static Organization organization(OrganizationId id, String type, @Nullable OrganizationId above) {
            return new Organization(id, type + " " + id, type, null, above, LocalDate.of(2020, 1, 1));
        }

        private static List<Member> members(Random random) {
            var members = new ArrayList<Member>();
            for (int i = 0; i < MEMBERS_OF_CELL; i++) {
                var facts = Map.of(
                        "scoreG1", String.valueOf(18 + random.nextInt(13)),
                        "scoreG2", (30 + random.nextInt(40)) + ",5",
                        "tasksDonePct", random.nextInt(4) == 0 ? String.valueOf(40 + random.nextInt(60)) : "100",
                        "tasksOnTimePct", String.valueOf(60 + random.nextInt(41)),
                        "tasksExceedingPct", String.valueOf(random.nextInt(60)),
                        "qualityOk", String.valueOf(random.nextInt(10) > 0));
                members.add(new Member(random.nextInt(5) == 0 ? "leader" : "non-leader", facts));
            }
            return members;
        }
    }

    /** What came out: every member with the conditions behind the level, and a report of the province and of each body. */
    public record Computed(List<List<Classification>> members, ReviewReport province, List<ReviewReport> bodies) {}

    @Benchmark
    @Warmup(iterations = 3, time = 5)
    @Measurement(iterations = 5, time = 5)
    public Computed provinceOf150000Computed(Province province) {
        var judged = province.cells.parallelStream()
                .map(cell -> judged(cell, province.regime))
                .toList();
        var counts = new ArrayList<MemberCount>();
        for (int i = 0; i < judged.size(); i++) {
            count(province.cells.get(i), judged.get(i), counts);
        }
        var figures = new ReviewReports.Figures(counts, province.decided, CapTerms.BY_THE_TEXT);
        var reports = province.bodies.parallelStream()
                .map(body -> report(body, province, figures))
                .toList();
        return new Computed(judged, report(province.top, province, figures), reports);
    }

    private static List<Classification> judged(Province.Cell cell, RegimeOn regime) {
        return cell.members().stream()
                .map(member -> {
                    var words = new FactWords(regime, member.kind());
                    var facts = Facts.NONE;
                    for (var fact : regime.facts(member.kind())) {
                        var text = member.facts().get(fact.name());
                        facts = text == null
                                ? facts
                                : words.read(facts, fact, text).orElseThrow();
                    }
                    return Classifier.classify(regime, member.kind(), Score.summed(regime, member.kind(), facts));
                })
                .toList();
    }

    private static void count(Province.Cell cell, List<Classification> judged, List<MemberCount> counts) {
        var numbers = new HashMap<List<String>, Integer>();
        for (int i = 0; i < judged.size(); i++) {
            var level = judged.get(i) instanceof Classification.Level found ? found.code() : "";
            numbers.merge(List.of(cell.members().get(i).kind(), level), 1, Integer::sum);
        }
        numbers.forEach((key, number) -> counts.add(new MemberCount(
                cell.id(), key.getFirst(), key.getLast().isEmpty() ? null : key.getLast(), null, number)));
    }

    private static ReviewReport report(OrganizationId of, Province province, ReviewReports.Figures figures) {
        return ReviewReports.of(Objects.requireNonNull(province.tree), of, Province.YEAR, figures, province.rules)
                .orElseThrow();
    }

    /** The same numbers as columns of a table, in the same PostgreSQL as the program brings along. */
    @State(Scope.Benchmark)
    public static class Table {

        private static final String ROUND = """
                SELECT body, kind, level, count(*), sum(count(*)) OVER (PARTITION BY body, kind)
                  FROM (SELECT body, kind,
                               CASE WHEN g1 + g2 < 50 OR done <= 50 THEN 'KHT'
                                    WHEN g1 + g2 >= 90 AND done >= 100 AND on_time >= 100 AND exceeding >= 30 AND quality
                                    THEN 'HTXS'
                                    WHEN g1 + g2 >= 70 AND g1 + g2 < 90 AND done >= 100 AND on_time >= 100 AND quality
                                    THEN 'HTT'
                                    WHEN g1 + g2 >= 50 AND g1 + g2 < 70 AND done >= 100 AND on_time >= 80 THEN 'HTN'
                                END AS level
                          FROM register.bare_facts) AS judged
                 GROUP BY GROUPING SETS ((body, kind, level), (kind, level))
                """;

        private Path folder = Path.of("");
        private @Nullable Store store;

        @Setup
        public void fill() throws IOException, SQLException {
            folder = Files.createTempDirectory("round-sql");
            store = Store.open(new StoreSettings.Embedded(folder));
            Migrations.run(store);
            try (var connection = store.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("""
                        CREATE TABLE register.bare_facts AS
                        SELECT n / 100 AS body, CASE WHEN random() < 0.2 THEN 'leader' ELSE 'non-leader' END AS kind,
                               18 + floor(random() * 13)::numeric AS g1, 30.5 + floor(random() * 40)::numeric AS g2,
                               CASE WHEN random() < 0.25 THEN 40 + floor(random() * 60)::numeric ELSE 100 END AS done,
                               60 + floor(random() * 41)::numeric AS on_time, floor(random() * 60)::numeric AS exceeding,
                               random() > 0.1 AS quality
                          FROM generate_series(0, 149999) AS n
                        """);
                statement.execute("VACUUM ANALYZE register.bare_facts");
                statement.execute("GRANT SELECT ON register.bare_facts TO " + store.appUser());
            }
        }

        @TearDown
        public void remove() throws IOException {
            Objects.requireNonNull(store).close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

        List<Long> asked() {
            return JdbcClient.create(Objects.requireNonNull(store).app())
                    .sql(ROUND)
                    .query((row, _) -> row.getLong(4))
                    .list();
        }
    }

    /** One SQL statement: a level each, counted by body and kind. No reasons, no article, no missing facts, no report. */
    @Benchmark
    @Warmup(iterations = 3, time = 5)
    @Measurement(iterations = 5, time = 5)
    public Object provinceOf150000InSql(Table table) {
        return table.asked();
    }
}
