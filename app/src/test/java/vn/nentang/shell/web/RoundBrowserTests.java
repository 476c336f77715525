package vn.nentang.shell.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.round.Places;

/**
 * A whole round by a browser: opened, entered by each cell in one sitting, decided with caps that move while one chooses,
 * sent.
 */
final class RoundBrowserTests {

    private static final int YEAR = 2026;
    private static final RunningOffice OFFICE = RunningOffice.start(0);
    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final List<OrganizationId> CELLS =
            List.of(RunningOffice.NORTH, RunningOffice.SOUTH, RunningOffice.LATER);

    @AfterAll
    static void end() {
        PLAYWRIGHT.close();
        OFFICE.close();
    }

    private static Page officer() {
        var page = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu")))
                .newPage();
        page.navigate(OFFICE.address() + "/sign-in");
        page.fill("#login", "vanphong");
        page.fill("#password", RunningOffice.PASSWORD);
        page.click("button.main-action");
        page.waitForURL(OFFICE.address() + "/");
        return page;
    }

    private static String path(OrganizationId id) {
        return OFFICE.address() + "/reviews/%d/organizations/%s".formatted(YEAR, id);
    }

    private static void send(Page page) {
        page.locator("main button.main-action[type=submit], main form .actions button.main-action")
                .first()
                .click();
        page.waitForLoadState();
    }

    private static void open(Page page) {
        page.navigate(path(RunningOffice.COMMUNE) + "/round");
        page.fill("#self-review", "30/11/2026");
        page.fill("#submission", "10/12/2026");
        page.fill("#decision", "25/12/2026");
        send(page);
        assertThat(page).hasURL(path(RunningOffice.COMMUNE) + "/progress");
    }

    /** Everything a cell does, in the order in which its page leads through it. */
    private static void cell(Page page, OrganizationId cell) {
        var dossier = path(cell) + "/dossier";
        page.navigate(dossier + "/members");
        var place = OFFICE.part(Places.class).find(cell, YEAR).orElseThrow();
        for (var person : place.roll().keySet()) {
            if (place.isReviewed(person)) {
                page.selectOption(field(person + ".kind"), "outside/g3");
                page.fill(field(person + ".fact.scoreG1"), "27");
                page.fill(field(person + ".fact.scoreG2"), "55");
                page.fill(field(person + ".fact.tasksDonePct"), "100");
                page.fill(field(person + ".fact.tasksOnTimePct"), "100");
                page.fill(field(person + ".fact.tasksExceedingPct"), "10");
                page.selectOption(field(person + ".fact.qualityOk"), "true");
            }
        }
        send(page);
        assertThat(page).hasURL(dossier);
        report(page, cell);
        page.navigate(dossier + "/meeting");
        page.fill("#present", String.valueOf(place.base()));
        page.fill("#chair", "Người chủ trì");
        page.fill("#secretary", "Người ghi");
        page.selectOption(field("own.outcome"), "HTT");
        send(page);
        assertThat(page).hasURL(dossier);
        send(page);
        assertThat(OFFICE.part(Places.class)
                        .find(cell, YEAR)
                        .orElseThrow()
                        .dossier()
                        .isSubmitted())
                .isTrue();
    }

    private static String field(String id) {
        return "[id=\"" + id + "\"]";
    }

    private static void report(Page page, OrganizationId id) {
        page.navigate(path(id) + "/dossier/report");
        page.fill(field("fact.scoreG1"), "27");
        page.fill(field("fact.scoreG2"), "55");
        page.fill(field("fact.tasksDonePct"), "100");
        page.fill(field("fact.tasksOnTimePct"), "100");
        page.fill(field("fact.tasksExceedingPct"), "10");
        page.selectOption(field("fact.qualityOk"), "true");
        page.selectOption("#level", "HTT");
        send(page);
        assertThat(page).hasURL(path(id) + "/dossier");
    }

    private static void level(Page page, OrganizationId id) {
        page.navigate(path(id));
        for (var fact : List.of("scoreG1", "scoreG2", "tasksDonePct", "tasksOnTimePct", "tasksExceedingPct")) {
            page.fill(field("fact." + fact), fact.equals("scoreG1") ? "27" : fact.equals("scoreG2") ? "55" : "100");
        }
        page.fill(field("fact.tasksExceedingPct"), "10");
        page.selectOption(field("fact.qualityOk"), "true");
        page.selectOption("#level", "HTT");
        send(page);
    }

    @Test
    void a_round_is_lived_from_the_opening_to_the_sent_report() {
        var page = officer();
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> complaints.add(page.url() + " says " + message.text()));
        open(page);
        CELLS.forEach(cell -> cell(page, cell));

        page.navigate(path(RunningOffice.COMMUNE) + "/decisions");
        var caps = page.locator("#caps");
        assertThat(caps).containsText("0 HTXS");
        page.locator("select[name$='.level']").first().selectOption("HTXS");
        assertThat(caps).containsText("1 HTXS");
        page.locator("select[name$='.level']").first().selectOption("HTT");
        assertThat(caps).containsText("0 HTXS");
        page.fill("#paper-number", "30-QĐ/ĐU");
        send(page);
        assertThat(page.locator("main")).containsText("Không còn ai chờ quyết định.");

        CELLS.forEach(cell -> level(page, cell));
        report(page, RunningOffice.COMMUNE);
        send(page);
        level(page, RunningOffice.COMMUNE);
        page.navigate(path(RunningOffice.COMMUNE) + "/progress");
        page.locator("form[action$='report-sent'] button").click();
        page.waitForLoadState();
        page.navigate(path(RunningOffice.COMMUNE) + "/progress");
        assertThat(page.locator("main")).containsText("Đã gửi báo cáo ngày");
        assertThat(complaints).isEmpty();
    }
}
