package vn.nentang.lived;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.simulation.World;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings.Embedded;

/**
 * A round of a branch lived by a browser, from the opening to the sent report, by the people whose work it is. On the way
 * the order is tried to be skipped, and at some submissions the server or its database is killed while they are on their
 * way; they are sent again as a person would.
 */
final class Walk {

    private static final String ROUND = "/reviews/%d/organizations/%s".formatted(Branch.YEAR, "%s");
    private static final String SUBMIT = "main form .actions button.main-action, main button.main-action[type=submit]";
    private static final String WORKBOOK = """
            STT;Họ và tên;Chi bộ;Đối tượng;Nhóm tiêu chí chung;Kết quả thực hiện nhiệm vụ (điểm);% nhiệm vụ hoàn thành;\
            % đúng tiến độ;% vượt mức;Chất lượng;Kỷ luật;Đề nghị xếp loại
            1;Lò Văn A0;CELL;PL4;25;55;100;100;0;x;;HTT
            """;
    private static final int KILL_WITHIN_MILLIS = 120;

    private final Branch branch;
    private final Path folder;
    private final ServerProcess server;
    private final Visitors visitors;
    private final Consumer<String> told;
    private final Random random;
    private final Deque<Kill> kills = new ArrayDeque<>();
    private int submissions;
    private int killed;
    private int cutOff;
    private int skipsRefused;

    /** Whom to kill, and how many submissions from the start. */
    record Kill(int after, boolean database) {}

    Walk(Branch branch, Path folder, ServerProcess server, Visitors visitors, long seed, Consumer<String> told) {
        this.branch = branch;
        this.folder = folder;
        this.server = server;
        this.visitors = visitors;
        this.random = new Random(seed);
        this.told = told;
    }

    Walk killing(Collection<Kill> planned) {
        kills.addAll(planned);
        return this;
    }

    int killed() {
        return killed;
    }

    /** How many of the killed submissions had not been recorded before they were sent again. */
    int cutOff() {
        return cutOff;
    }

    int submissions() {
        return submissions;
    }

    int skipsRefused() {
        return skipsRefused;
    }

    // ------------------------------------------------------------------------------------------ the round

    void live() {
        opening();
        skipsBeforeAnything();
        skipsByWorkbook();
        var done = 0;
        for (var cell : branch.cells()) {
            cellsPart(cell);
            if (done == 0) {
                skipsBeforeMembersAreDecided();
            }
            told.accept(
                    "cell %d of %d handed in".formatted(++done, branch.cells().size()));
        }
        branch.bodies().forEach(this::membersDecided);
        branch.cells().forEach(this::cellDecided);
        told.accept("members and cells decided");
        branch.sections().forEach(section -> decided(section, bodyOf(section), true));
        branch.bodies().forEach(body -> decided(body, branch.top(), true));
        decided(branch.top(), branch.top(), true);
        if (isOverCap()) {
            overCap();
        }
        sent(branch.top(), path(branch.top(), "/progress"), "form[action$='report-sent'] button", Map.of());
        told.accept("report sent");
    }

    /** By what is typed: of those outside the political system, who stand in one group. */
    private boolean isOverCap() {
        var levels = new HashMap<String, Integer>();
        for (var cell : branch.cells()) {
            for (int i = 0; i < cell.members().size(); i++) {
                var person = cell.members().get(i);
                if (!cell.isExempt(person) && !person.equals(leader(cell))) {
                    levels.merge(level(i), 1, Integer::sum);
                }
            }
        }
        return levels.getOrDefault("HTXS", 0) * 5 > levels.getOrDefault("HTT", 0);
    }

    /** The report waits for a decision that raises the share. */
    private void overCap() {
        refused(
                branch.top(),
                path(branch.top(), "/progress"),
                "form[action$='report-sent'] button",
                Map.of(),
                "nhiều nhất");
        sent(
                branch.top(),
                path(branch.top(), "/decisions"),
                "button[value=record]",
                Map.of("raise", "Kết quả nổi trội", "paper-number", "31-QĐ/ĐU"));
    }

    private Branch.Node bodyOf(Branch.Node section) {
        return branch.bodies().stream()
                .filter(body -> body.id().equals(section.above()))
                .findFirst()
                .orElseThrow();
    }

    private static String path(Branch.Node node, String rest) {
        return ROUND.formatted(node.id()) + rest;
    }

    private void opening() {
        sent(
                branch.top(),
                path(branch.top(), "/round"),
                SUBMIT,
                Map.of("self-review", "30/11/2026", "submission", "10/12/2026", "decision", "25/12/2026"));
    }

    /** By the secretary of the cell where one has an account, else by the office of the grassroots body. */
    private Branch.Node keeper(Branch.Cell cell) {
        return branch.cellsOf(cell.body()).limit(2).anyMatch(cell::equals) ? cell.node() : cell.body();
    }

    private void cellsPart(Branch.Cell cell) {
        var keeper = keeper(cell);
        var dossier = path(cell.node(), "/dossier");
        sent(keeper, dossier + "/members", SUBMIT, selfReviews(cell));
        sent(keeper, dossier + "/report", SUBMIT, own());
        sent(keeper, dossier + "/remarks", SUBMIT, Map.of(leader(cell) + ".residence", "Gương mẫu nơi cư trú"));
        if (cell.equals(branch.cells().getFirst())) {
            refused(keeper, dossier, "form[action$='/submit'] button", Map.of(), "chưa họp xét");
        }
        sent(keeper, dossier + "/meeting", SUBMIT, meeting(cell, ""));
        sent(keeper, dossier, "form[action$='/submit'] button", Map.of());
        if (cell.section() != null) {
            refused(cell.body(), path(cell.node(), ""), "button[value=record]", own(), "Còn chờ thẩm định");
            sent(cell.section(), dossier + "/appraise", SUBMIT, Map.of());
        }
    }

    /** @param level for everybody who has one; empty where the page proposes what the facts allow */
    private static Map<String, String> meeting(Branch.Cell cell, String level) {
        var fields = new HashMap<>(Map.of(
                "present", String.valueOf(cell.base()),
                "chair", "Người chủ trì",
                "secretary", "Người ghi",
                "own.outcome", "HTT"));
        cell.members().stream()
                .filter(person -> !level.isEmpty() && !cell.isExempt(person))
                .forEach(person -> fields.put(person + ".outcome", level));
        return fields;
    }

    private static PersonId leader(Branch.Cell cell) {
        return cell.members().get(1);
    }

    private Map<String, String> selfReviews(Branch.Cell cell) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < cell.members().size(); i++) {
            var person = cell.members().get(i);
            if (!cell.isExempt(person)) {
                fields.put(person + ".kind", person.equals(leader(cell)) ? "leader/g1" : "outside/g3");
                facts(level(i)).forEach((name, value) -> fields.put(person + "." + name, value));
            }
        }
        return fields;
    }

    /** By the place in the cell, so that the report can be foretold. */
    private static String level(int place) {
        return place % 8 == 0 ? "HTXS" : place % 15 == 7 ? "HTN" : "HTT";
    }

    private static Map<String, String> facts(String level) {
        var g1 = level.equals("HTN") ? "20" : "28";
        var g2 = level.equals("HTXS") ? "66" : level.equals("HTT") ? "55" : "40";
        return Map.of(
                "fact.scoreG1",
                g1,
                "fact.scoreG2",
                g2,
                "fact.tasksDonePct",
                "100",
                "fact.tasksOnTimePct",
                "100",
                "fact.tasksExceedingPct",
                level.equals("HTXS") ? "40" : "0",
                "fact.qualityOk",
                "true");
    }

    private static Map<String, String> own() {
        var fields = new HashMap<>(facts("HTT"));
        fields.put("level", "HTT");
        return fields;
    }

    private void membersDecided(Branch.Node body) {
        var decisions = path(body, "/decisions");
        var page = visitors.open(body.login(), decisions);
        var pages = 0;
        while (page.locator("select[name$='.level']").count() > 0) {
            sent(body, decisions, "button[value=record]", Map.of("paper-number", "30-QĐ/ĐU"));
            page = visitors.open(body.login(), decisions);
            assertThat(++pages).as("pages of decisions of %s", body.name()).isLessThan(20);
        }
        assertThat(page.locator("main").textContent()).contains("Không còn ai chờ quyết định.");
        told.accept("%s decided on its members, %d pages".formatted(body.name(), pages));
    }

    private void cellDecided(Branch.Cell cell) {
        sent(cell.body(), path(cell.node(), ""), "button[value=record]", own());
        sent(keeper(cell), path(cell.node(), "/dossier"), "form[action$='/notices'] button", Map.of());
    }

    private void decided(Branch.Node node, Branch.Node by, boolean reports) {
        if (reports) {
            sent(node, path(node, "/dossier/report"), SUBMIT, own());
            sent(node, path(node, "/dossier"), "form[action$='/submit'] button", Map.of());
        }
        sent(by, path(node, ""), "button[value=record]", own());
    }

    // ------------------------------------------------------------------------------------------ one submission

    /** Fills a page's form and sends it; where a kill is due, sends it again afterwards and finds it recorded once. */
    private void sent(Branch.Node by, String path, String button, Map<String, String> fields) {
        var page = visitors.open(by.login(), path);
        visitors.fill(page, fields);
        submissions++;
        if (!kills.isEmpty() && kills.getFirst().after() <= submissions) {
            sentWhileKilled(by, path, button, fields, kills.removeFirst());
        } else {
            visitors.press(page, button);
            accepted(page);
        }
    }

    private static void accepted(Page page) {
        var refused = page.locator("#refused, [role=alert]");
        if (refused.count() > 0) {
            throw new AssertionError(
                    page.url() + " refused: " + page.locator("main").textContent());
        }
    }

    private void sentWhileKilled(Branch.Node by, String path, String button, Map<String, String> filled, Kill kill) {
        var page = visitors.open(by.login(), path);
        visitors.fill(page, filled);
        var form = page.locator(button).first().evaluate("button => button.closest('form').action");
        var fields = visitors.typed(page, button);
        var command = UUID.fromString(Objects.requireNonNull(fields.get("command")));
        var acknowledged = pressedWhileKilling(page, button, kill);
        var before = recordedBy(command);
        assertThat(!acknowledged || before > 0)
                .as("acknowledged is recorded: %s", path)
                .isTrue();
        visitors.sendAgain(visitors.open(by.login(), path), form.toString(), fields);
        accepted(page);
        var after = recordedBy(command);
        assertThat(after).as("recorded once: %s", path).isPositive();
        assertThat(before).as("whole or not at all: %s", path).isIn(0, after);
        killed++;
        cutOff += before == 0 ? 1 : 0;
        told.accept("%s killed at %s: %s, recorded once after it was sent again"
                .formatted(kill.database() ? "database" : "server", path, before == 0 ? "cut off" : "recorded"));
    }

    /** True where the answer came. */
    private boolean pressedWhileKilling(Page page, String button, Kill kill) {
        var killing = Thread.ofVirtual().start(() -> killAfterAWhile(kill));
        var acknowledged = visitors.isAcknowledged(page, button);
        try {
            killing.join();
            server.startAgain();
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
        return acknowledged;
    }

    private void killAfterAWhile(Kill kill) {
        try {
            Thread.sleep(random.nextInt(KILL_WITHIN_MILLIS));
            if (kill.database()) {
                server.killPostgres();
            } else {
                server.kill();
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int recordedBy(UUID command) {
        return looking(world -> world.base.ledger.recordedBy(command).size());
    }

    /** Looks into the folder beside the server. */
    private <T> T looking(Function<World, T> question) {
        var store = Store.open(new Embedded(folder));
        Migrations.run(store);
        try (var world = new World(store)) {
            return question.apply(world);
        }
    }

    // ------------------------------------------------------------------------------------------ out of order

    /** A step that comes too early is refused with its article, and records nothing. */
    private void refused(Branch.Node by, String path, String button, Map<String, String> fields, String sentence) {
        var page = visitors.open(by.login(), path);
        visitors.fill(page, fields);
        visitors.press(page, button);
        var refusal = page.locator("#refused");
        assertThat(refusal.count())
                .as("%s refuses; it says %s", path, page.locator("body").textContent())
                .isPositive();
        assertThat(refusal.textContent()).contains(sentence).containsPattern("Điều \\d+|mục \\d");
        skipsRefused++;
    }

    private void skipsBeforeAnything() {
        var cell = branch.cells().getFirst();
        var body = cell.body();
        var decision = new HashMap<>(own());
        refused(body, path(cell.node(), ""), "button[value=record]", decision, "chưa nộp");
        refused(branch.top(), path(body, ""), "button[value=record]", decision, "chưa nộp");
        refused(
                keeper(cell),
                path(cell.node(), "/dossier/meeting"),
                SUBMIT,
                meeting(cell, "HTT"),
                "Tập thể kiểm điểm trước");
        refused(
                branch.top(),
                path(branch.top(), "/progress"),
                "form[action$='report-sent'] button",
                Map.of(),
                "Cấp dưới trước");
    }

    /** In the first cell, after it handed in. */
    private void skipsBeforeMembersAreDecided() {
        var cell = branch.cells().getFirst();
        refused(cell.body(), path(cell.node(), ""), "button[value=record]", own(), "Đảng viên trước");
        refused(
                cell.body(),
                path(cell.body(), "/progress"),
                "form[action$='report-sent'] button",
                Map.of(),
                "Cấp dưới trước");
    }

    /** A workbook brings levels to members whose papers are not there yet. */
    private void skipsByWorkbook() {
        var cell = branch.cells().getFirst();
        var page = visitors.open(cell.body().login(), "/reviews/check");
        page.fill("#year", String.valueOf(Branch.YEAR));
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "bang.csv",
                        "text/csv",
                        WORKBOOK.replace("CELL", cell.node().name()).getBytes(StandardCharsets.UTF_8)));
        visitors.press(page, "main form[enctype] button[type=submit]");
        page.navigate(page.locator("a[href^='/reviews/recordings/']")
                .first()
                .evaluate("link => link.href")
                .toString());
        page.fill("input[name=on]", "22/11/2026");
        page.fill("input[name=paper-number]", "9-QĐ/ĐU");
        visitors.press(page, "button[value=record]");
        assertThat(page.locator("#refused").textContent()).contains("chưa nộp").contains("Điều 12");
        skipsRefused++;
    }

    // ------------------------------------------------------------------------------------------ what came of it

    /** The sent report says what was typed, and adds up to what the rolls say. */
    void isAsTyped() {
        var expected = new TreeMap<String, Integer>();
        for (var cell : branch.cells()) {
            for (int i = 0; i < cell.members().size(); i++) {
                var level = cell.isExempt(cell.members().get(i)) ? "exempt" : level(i);
                expected.merge("members." + level, 1, Integer::sum);
                expected.merge("members.total", 1, Integer::sum);
                expected.merge("members.classified", level.equals("exempt") ? 0 : 1, Integer::sum);
            }
        }
        addAll("cells", branch.cells().size(), expected);
        addAll("grassroots", branch.bodies().size(), expected);
        var sent = looking(world -> world.places
                .find(branch.top().id(), Branch.YEAR)
                .flatMap(Place::findRound)
                .flatMap(round -> Optional.ofNullable(round.sent()))
                .orElseThrow());
        var figures = new TreeMap<String, Integer>();
        sent.figures().forEach(figure -> figures.put(figure.name(), figure.number()));
        assertThat(figures).isEqualTo(expected);
        assertThat(onTheRolls()).as("members on the rolls").isEqualTo(figures.get("members.total"));
    }

    private static void addAll(String about, int number, Map<String, Integer> expected) {
        expected.put(about + ".total", number);
        expected.put(about + ".classified", number);
        expected.put(about + ".HTT", number);
    }

    private int onTheRolls() {
        var day = LocalDate.of(Branch.YEAR, 12, 31);
        return looking(world -> {
            var all =
                    world.organizations.treeOn(day).all().map(Organization::id).toList();
            return world.rosters.counts(all, day).stream()
                    .mapToInt(count -> count.members())
                    .sum();
        });
    }

    /** The chain holds, and every register is what the ledger makes of it. */
    void isSound() {
        looking(world -> {
            assertThat(world.base.verification.verify().findings()).isEmpty();
            var before = world.digests();
            world.base.rebuild.run((_, _, _) -> {});
            assertThat(world.digests()).isEqualTo(before);
            return before;
        });
    }
}
