package vn.nentang.shell.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.access.OneTimeCode;
import vn.nentang.committee.Committees;

/** The pages in a browser, narrow and wide, by eye and by keyboard. Uses the system's Chromium. */
final class BrowserTests {

    private static final int NARROW = 360;
    private static final int WIDE = 1440;
    private static final long FIRST_PAGE_BYTES_MAX = 200_000;
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final List<String> PAGES = List.of(
            "/",
            "/probation",
            "/search?q=an",
            "/organizations",
            "/organizations?on=31/12/2022",
            "/organizations?on=31/31/2022",
            "/organizations/" + RunningOffice.COMMUNE,
            "/organizations/" + RunningOffice.COMMUNE + "/roster",
            "/organizations/" + RunningOffice.NORTH + "/roster?on=2021-01-01&known-at=2022-01-01",
            "/members/" + RunningOffice.AN,
            "/members/" + RunningOffice.AN + "",
            "/organizations/" + RunningOffice.COMMUNE + "/acts",
            "/organizations/" + RunningOffice.COMMUNE + "/acts/found",
            "/organizations/" + RunningOffice.NORTH + "/acts/end",
            "/organizations/" + RunningOffice.NORTH + "/members/new",
            "/organizations/" + RunningOffice.NORTH + "/members/new/enrolled",
            "/members/" + RunningOffice.AN + "/acts",
            "/members/" + RunningOffice.AN + "/acts/transfer",
            "/members/" + RunningOffice.AN + "/acts/facts",
            "/organizations/" + RunningOffice.NORTH + "/committee",
            "/organizations/" + RunningOffice.COMMUNE + "/committee",
            "/organizations/" + RunningOffice.COMMUNE + "/committee/acts",
            "/organizations/" + RunningOffice.NORTH + "/committee/acts/take-post",
            "/organizations/" + RunningOffice.NORTH + "/committee/acts/open-term",
            "/organizations/" + RunningOffice.NORTH + "/elections/new",
            "/committees/shortfalls",
            "/suspensions",
            "/anomalies",
            "/reviews",
            "/reviews/2025",
            "/reviews/2025/members?org=" + RunningOffice.COMMUNE + "&what=HTN",
            "/reviews/2025/organizations?org=" + RunningOffice.COMMUNE,
            "/reviews/check",
            "/reviews/2025/organizations/" + RunningOffice.SOUTH,
            "/reviews/2022/organizations/" + RunningOffice.COMMUNE,
            "/reviews/2026/organizations/" + RunningOffice.COMMUNE + "/round",
            "/reviews/2026/organizations/" + RunningOffice.COMMUNE + "/progress",
            "/reviews/2026/organizations/" + RunningOffice.COMMUNE + "/decisions",
            "/reviews/2025/organizations/" + RunningOffice.COMMUNE + "/publication",
            "/reviews/2026/organizations/" + RunningOffice.COMMUNE + "/publication",
            "/reviews/2026/organizations/" + RunningOffice.COMMUNE + "/score-sheet",
            "/reviews/2026/organizations/" + RunningOffice.NORTH + "/dossier",
            "/reviews/2026/organizations/" + RunningOffice.NORTH + "/dossier/members",
            "/reviews/2026/organizations/" + RunningOffice.NORTH + "/dossier/members/" + RunningOffice.AN,
            "/reviews/2026/organizations/" + RunningOffice.NORTH + "/dossier/members/" + RunningOffice.AN + "/why",
            "/reviews/2026/organizations/" + RunningOffice.NORTH + "/dossier/report",
            "/reviews/2026/organizations/" + RunningOffice.NORTH + "/dossier/remarks",
            "/reviews/2026/organizations/" + RunningOffice.NORTH + "/dossier/meeting",
            "/reviews/2026/mine",
            "/reviews/2026/mine/why",
            "/imports",
            "/imports/new",
            "/accounts/me/sign-ins",
            "/rules",
            "/rules?mark=uncertain",
            "/rules/parameters/probation.length",
            "/rules/instruments?key=366-Q%C4%90/TW+2025-08-30",
            "/rules/regimes/QD366",
            "/accounts/me",
            "/khong-co");

    /** One decided before, one in a gap of the text, one who is nobody. */
    private static final String WORKBOOK = """
            STT;Họ và tên;Chi bộ;Đối tượng;Nhóm tiêu chí chung;Điểm kết quả nhiệm vụ;% nhiệm vụ hoàn thành;% đúng tiến độ;% vượt mức;Chất lượng
            1;Lò Thị An;Chi bộ bản Bắc Suối Mơ;PL4;28;65;100;100;35;x
            2;Đỗ Tiến Dũng;Chi bộ bản Bắc Suối Mơ;PL4;28;64;100;100;20;x
            3;Lò Văn Không Có;Chi bộ bản Bắc Suối Mơ;PL4;25;55;100;100;0;x
            """;

    private static final RunningOffice OFFICE = RunningOffice.shared();
    private static final String HERE = OFFICE.namedAddress();
    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    @AfterAll
    static void end() {
        PLAYWRIGHT.close();
    }

    private static BrowserContext visitor(int width) {
        return BROWSER.newContext(new Browser.NewContextOptions().setViewportSize(width, 800));
    }

    private static Page signedIn(BrowserContext context) {
        var page = context.newPage();
        page.navigate(OFFICE.address() + "/sign-in");
        page.fill("#login", "vanphong");
        page.fill("#password", RunningOffice.PASSWORD);
        page.click("button.main-action");
        page.waitForURL(OFFICE.address() + "/");
        return page;
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void every_page_can_be_read_by_everyone(int width) {
        try (var context = visitor(width)) {
            var page = signedIn(context);
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(m -> complaints.add(page.url() + " says " + m.text()));
            page.onRequest(r -> {
                if (!r.url().startsWith(OFFICE.address()) && !r.url().startsWith("data:")) {
                    complaints.add("external request " + r.url());
                }
            });
            PAGES.forEach(path -> complaints.addAll(faults(page, path)));
            elections().forEach(path -> complaints.addAll(faults(page, path)));
            // Chromium notes the page that is not there; everything else is a fault.
            complaints.removeIf(c -> c.contains("/khong-co") && c.contains("404"));
            assertThat(complaints).isEmpty();
        }
    }

    /** An election on record, and its minutes. */
    private static List<String> elections() {
        var held = OFFICE.part(Committees.class).elections(RunningOffice.NORTH).getFirst();
        var path = "/organizations/%s/elections/%s"
                .formatted(RunningOffice.NORTH, held.recorded().ref());
        return List.of(path, path + "/minutes");
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void decisions_of_a_workbook_can_be_read_and_sent_by_everyone(int width) {
        try (var context = visitor(width)) {
            var page = signedIn(context);
            page.navigate(OFFICE.address() + "/reviews/check");
            page.fill("#year", "2025");
            page.setInputFiles("#file", new FilePayload("bang.csv", "text/csv", WORKBOOK.getBytes(UTF_8)));
            page.click("button.main-action");
            page.click("a.main-action");
            var waiting = page.url().substring(OFFICE.address().length());
            assertThat(waiting).startsWith("/reviews/recordings/");
            assertThat(faults(page, waiting)).isEmpty();
            page.click("button[value=record]");
            assertThat(page.locator("p.error").count()).isPositive();
            assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                    .isEmpty();
        }
    }

    private static List<String> faults(Page page, String path) {
        page.navigate(OFFICE.address() + path);
        return faultsOf(page);
    }

    private static List<String> faultsOf(Page page) {
        var path = page.url();
        var faults = new ArrayList<String>();
        new AxeBuilder(page)
                .withTags(WCAG)
                .analyze()
                .getViolations()
                .forEach(v -> faults.add("%s: %s %s".formatted(path, v.getId(), v.getNodes())));
        var over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!Integer.valueOf(0).equals(over)) {
            faults.add("%s scrolls sideways by %s px".formatted(path, over));
        }
        if (page.locator("h1").count() != 1) {
            faults.add("%s has %d headings of the first order"
                    .formatted(path, page.locator("h1").count()));
        }
        return faults;
    }

    @Test
    void the_first_page_is_light() {
        try (var context = visitor(WIDE)) {
            var session = context.newPage();
            var bytes = new long[1];
            session.onRequestFinished(r -> bytes[0] += r.sizes().responseBodySize);
            session.navigate(OFFICE.address() + "/sign-in");
            session.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(bytes[0]).isPositive().isLessThan(FIRST_PAGE_BYTES_MAX);
        }
    }

    @Test
    void the_main_road_can_be_walked_with_the_keyboard_alone() {
        try (var context = visitor(WIDE)) {
            var page = context.newPage();
            page.navigate(OFFICE.address() + "/sign-in");
            page.focus("#login");
            page.keyboard().type("vanphong");
            page.keyboard().press("Tab");
            page.keyboard().type(RunningOffice.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(OFFICE.address() + "/");
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo(Texts.in(Language.VI).of("skip"));
            page.keyboard().press("Enter");
            tabTo(page, "find");
            page.keyboard().type("lo thi an");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=**");
            tabToText(page, "Lò Thị An");
            page.keyboard().press("Enter");
            page.waitForURL("**/members/**");
            assertThat(page.locator("h1").innerText()).isEqualTo("Lò Thị An");
        }
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 40 && !id.equals(page.evaluate("document.activeElement.id")); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo(id);
    }

    private static void tabToText(Page page, String text) {
        for (int i = 0; i < 40 && !text.equals(focused(page)); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).isEqualTo(text);
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent.trim()"));
    }

    @Test
    void a_mended_mistake_still_shows_what_was_believed() {
        try (var context = visitor(WIDE)) {
            var page = signedIn(context);
            page.navigate(OFFICE.address() + "/members/" + RunningOffice.AN);
            page.click("text=" + Texts.in(Language.VI).of("act.before"));
            assertThat(page.locator(".timeline .replaced").innerText()).contains("03/03/2021");
        }
    }

    @Test
    void a_wrong_form_and_a_mending_can_be_read_by_everyone_and_by_keyboard() {
        try (var context = visitor(NARROW)) {
            var page = signedIn(context);
            page.navigate(OFFICE.address() + "/members/" + RunningOffice.DUNG);
            page.locator(".mending a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/mend");
            assertThat(faultsOf(page)).isEmpty();
            page.fill("#f-day", "hôm qua");
            page.click("main button.main-action");
            page.waitForSelector("#f-day-wrong");
            assertThat(faultsOf(page)).isEmpty();
            assertThat(page.inputValue("#f-day")).isEqualTo("hôm qua");
            page.navigate(OFFICE.address() + "/members/" + RunningOffice.DUNG);
            page.locator(".mending a").nth(1).click();
            page.waitForURL("**/withdraw");
            page.click("main button.main-action");
            page.waitForSelector("#refused");
            assertThat(faultsOf(page)).isEmpty();
        }
    }

    @Test
    void a_day_stays_while_clicking() {
        try (var context = visitor(WIDE)) {
            var page = signedIn(context);
            page.navigate(OFFICE.address() + "/organizations?on=31/12/2022");
            page.click("text=Chi bộ bản Bắc");
            assertThat(page.url()).contains("on=2022-12-31");
            assertThat(page.locator("h1").innerText()).isEqualTo("Chi bộ bản Bắc");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void a_telephone_is_connected_and_asked_for_and_every_step_can_be_read_by_everyone(int width) {
        var login = "hai.buoc.%d".formatted(width);
        OFFICE.account(login, "Lò Thị Hai Bước");
        try (var context = visitor(width)) {
            var page = context.newPage();
            typeAtTheDoor(page, login);
            page.waitForURL(OFFICE.address() + "/");
            assertThat(faults(page, "/accounts/me/sign-ins")).isEmpty();
            page.fill("#password", RunningOffice.PASSWORD);
            page.click("main button.main-action");
            page.waitForURL("**/accounts/me/telephone");
            assertThat(faultsOf(page)).isEmpty();
            page.fill("#code", "000000");
            page.click("main button.main-action");
            page.waitForSelector("#refused");
            page.fill("#code", codeOf(page.locator("main strong").innerText()));
            page.click("main button.main-action");
            page.waitForSelector("main ol strong");
            assertThat(faultsOf(page)).isEmpty();
            var onPaper = page.locator("main ol strong").first().innerText();
            context.clearCookies();

            typeAtTheDoor(page, login);
            page.waitForURL("**/sign-in/second");
            assertThat(faultsOf(page)).isEmpty();
            page.fill("#code", onPaper);
            page.keyboard().press("Enter");
            page.waitForURL(OFFICE.address() + "/");
            assertThat(faults(page, "/accounts/me/sign-ins")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {NARROW, WIDE})
    void a_passkey_is_made_used_and_removed_and_every_step_can_be_read_by_everyone(int width) {
        var login = "khoa.truy.cap.%d".formatted(width);
        OFFICE.account(login, "Lò Thị Khóa");
        try (var context = visitor(width)) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(m -> complaints.add(page.url() + " says " + m.text()));
            var device = withDevice(context, page);
            typeAtTheNamedDoor(page, login);
            page.waitForURL(HERE + "/");
            page.navigate(HERE + "/accounts/me/sign-ins");
            assertThat(faultsOf(page)).isEmpty();
            addPasskey(page, "Máy ở cơ quan");
            assertThat(faultsOf(page)).isEmpty();
            page.click("main button.main-action");
            page.waitForSelector("main ol strong");
            assertThat(credentials(device)).hasSize(1);
            page.click("main a.main-action");
            assertThat(page.locator("main table").first().innerText()).contains("Máy ở cơ quan");
            assertThat(faultsOf(page)).isEmpty();

            addPasskey(page, "Lần nữa");
            page.click("main button.main-action");
            page.waitForSelector("form [role=alert]:not([hidden])");
            assertThat(page.locator("form [role=alert]").innerText())
                    .isEqualTo(Texts.in(Language.VI).of("passkey-new.known"));
            assertThat(faultsOf(page)).isEmpty();

            context.clearCookies();
            typeAtTheNamedDoor(page, login);
            page.waitForURL("**/sign-in/second");
            assertThat(faultsOf(page)).isEmpty();
            page.focus("form[data-passkey] button");
            page.keyboard().press("Enter");
            page.waitForURL(HERE + "/");

            page.navigate(HERE + "/accounts/me/sign-ins");
            page.click("main td details summary");
            page.fill("main td input[type=password]", RunningOffice.PASSWORD);
            assertThat(faultsOf(page)).isEmpty();
            page.click("main td details button");
            page.waitForURL("**/accounts/me/sign-ins");
            context.clearCookies();
            typeAtTheNamedDoor(page, login);
            page.waitForURL(HERE + "/");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void a_passkey_the_device_does_not_give_is_told_in_words_and_another_devices_opens_nothing() {
        OFFICE.account("khoa.la", "Lò Thị Khóa Lạ");
        try (var context = visitor(NARROW)) {
            var page = context.newPage();
            withDevice(context, page);
            typeAtTheNamedDoor(page, "khoa.la");
            page.navigate(HERE + "/accounts/me/sign-ins");
            addPasskey(page, "Máy này");
            page.evaluate(
                    "() => { navigator.credentials.create = async () => { throw new DOMException('', 'NotAllowedError') } }");
            page.click("main button.main-action");
            page.waitForSelector("form [role=alert]:not([hidden])");
            assertThat(page.locator("form [role=alert]").innerText())
                    .isEqualTo(Texts.in(Language.VI).of("passkey-new.cancelled"));
            page.reload();
            page.click("main button.main-action");
            page.waitForSelector("main ol strong");
            page.click("main a.main-action");
        }
        try (var context = visitor(NARROW)) {
            var page = context.newPage();
            withDevice(context, page);
            typeAtTheNamedDoor(page, "khoa.la");
            page.waitForURL("**/sign-in/second");
            page.evaluate("() => { const form = document.querySelector('form[data-passkey]');"
                    + " form.dataset.question = JSON.stringify({...JSON.parse(form.dataset.question), timeout: 1}) }");
            page.click("form[data-passkey] button");
            page.waitForSelector("form [role=alert]:not([hidden])");
            assertThat(page.locator("form [role=alert]").innerText())
                    .isEqualTo(Texts.in(Language.VI).of("second-step.cancelled"));
            assertThat(faultsOf(page)).isEmpty();
        }
    }

    @Test
    void a_browser_that_reads_and_writes_no_json_by_itself_is_helped_by_the_script() {
        OFFICE.account("khoa.cu", "Lò Thị Khóa Cũ");
        try (var context = visitor(WIDE)) {
            context.addInitScript("delete PublicKeyCredential.parseCreationOptionsFromJSON;"
                    + "delete PublicKeyCredential.parseRequestOptionsFromJSON;"
                    + "delete PublicKeyCredential.prototype.toJSON;");
            var page = context.newPage();
            withDevice(context, page);
            typeAtTheNamedDoor(page, "khoa.cu");
            page.navigate(HERE + "/accounts/me/sign-ins");
            addPasskey(page, "Trình duyệt cũ");
            assertThat(page.evaluate("'toJSON' in PublicKeyCredential.prototype"))
                    .isEqualTo(false);
            page.click("main button.main-action");
            page.waitForSelector("main ol strong");
            context.clearCookies();
            typeAtTheNamedDoor(page, "khoa.cu");
            page.click("form[data-passkey] button");
            page.waitForURL(HERE + "/");
        }
    }

    @Test
    void without_script_the_second_step_takes_a_code_and_shows_no_dead_button() {
        OFFICE.account("khong.script", "Lò Thị Không");
        String onPaper;
        try (var context = visitor(NARROW)) {
            var page = context.newPage();
            withDevice(context, page);
            typeAtTheNamedDoor(page, "khong.script");
            page.navigate(HERE + "/accounts/me/sign-ins");
            addPasskey(page, "Máy này");
            page.click("main button.main-action");
            page.waitForSelector("main ol strong");
            onPaper = page.locator("main ol strong").first().innerText();
        }
        try (var context = BROWSER.newContext(
                new Browser.NewContextOptions().setViewportSize(NARROW, 800).setJavaScriptEnabled(false))) {
            var page = context.newPage();
            typeAtTheNamedDoor(page, "khong.script");
            page.waitForURL("**/sign-in/second");
            assertThat(page.locator("form[data-passkey] button").isVisible()).isFalse();
            assertThat(page.locator("[data-without-passkey]").isVisible()).isTrue();
            page.fill("#code", onPaper);
            page.keyboard().press("Enter");
            page.waitForURL(HERE + "/");
        }
    }

    /** What the browser has instead of a fingerprint reader. */
    private record Device(CDPSession session, String id) {}

    private static Device withDevice(BrowserContext context, Page page) {
        var session = context.newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        var made = session.send("WebAuthn.addVirtualAuthenticator", arguments);
        return new Device(session, made.get("authenticatorId").getAsString());
    }

    private static List<JsonElement> credentials(Device device) {
        var arguments = new JsonObject();
        arguments.addProperty("authenticatorId", device.id());
        return device.session()
                .send("WebAuthn.getCredentials", arguments)
                .getAsJsonArray("credentials")
                .asList();
    }

    private static void addPasskey(Page page, String name) {
        page.fill("#passkey-name", name);
        page.fill("#passkey-password", RunningOffice.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/accounts/me/passkeys");
        page.waitForSelector("form[data-passkey] button");
    }

    private static void typeAtTheNamedDoor(Page page, String login) {
        page.navigate(HERE + "/sign-in");
        page.fill("#login", login);
        page.fill("#password", RunningOffice.PASSWORD);
        page.click("button.main-action");
    }

    private static void typeAtTheDoor(Page page, String login) {
        page.navigate(OFFICE.address() + "/sign-in");
        page.fill("#login", login);
        page.fill("#password", RunningOffice.PASSWORD);
        page.click("button.main-action");
    }

    private static String codeOf(String letters) {
        return OneTimeCode.at(
                SigningInTests.bytes(letters.replace(" ", "")),
                OFFICE.part(Clock.class).instant());
    }

    @Test
    void the_pages_of_an_account_administrator_and_of_a_reset_can_be_read_by_everyone() {
        try (var context = visitor(NARROW)) {
            var page = context.newPage();
            assertThat(faults(page, "/reset")).isEmpty();
            typeAtTheDoor(page, "quantri");
            page.waitForURL(OFFICE.address() + "/");
            assertThat(faults(page, "/accounts")).isEmpty();
            page.locator("main table a").first().click();
            assertThat(faultsOf(page)).isEmpty();
        }
    }

    @Test
    void the_pages_speak_english_after_one_click() {
        try (var context = visitor(WIDE)) {
            var page = signedIn(context);
            page.navigate(OFFICE.address() + "/organizations");
            page.click(".top .tools button");
            assertThat(page.url()).endsWith("/organizations");
            assertThat(page.locator("h1").innerText())
                    .isEqualTo(Texts.in(Language.EN).of("tree.title"));
        }
    }
}
