package vn.nentang.lived;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** People with a browser, each signed in with an account of their own. Measures how long each page takes to come. */
final class Visitors implements AutoCloseable {

    private static final String FILL = """
            fields => {
              for (const [name, value] of Object.entries(fields)) {
                const field = document.getElementsByName(name)[0];
                if (!field) throw new Error('there is no field ' + name);
                if (field.type === 'checkbox') { field.checked = true; } else { field.value = value; }
                if (field.value !== value && field.type !== 'checkbox') throw new Error(name + ' does not take ' + value);
              }
            }""";
    private static final String TYPED = "button => { const sender = document.querySelector(button);"
            + "return Object.fromEntries(new FormData(sender.closest('form'), sender).entries()) }";
    private static final String SEND_AGAIN = """
            ([action, fields]) => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = action;
              const token = document.querySelector('input[name=_csrf]');
              for (const [name, value] of Object.entries({...fields, _csrf: token.value})) {
                const field = document.createElement('input');
                field.type = 'hidden';
                field.name = name;
                field.value = value;
                form.append(field);
              }
              document.body.append(form);
              form.submit();
            }""";

    private static final int DONE = 303;

    private final String address;
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu")));
    private final Map<String, Page> pages = new HashMap<>();
    private final List<Wait> waits = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** How long one page took, in milliseconds. */
    record Wait(String page, long millis) {}

    Visitors(String address) {
        this.address = address;
    }

    /** The page somebody sees at an address; whose session ended signs in again. */
    Page open(String login, String path) {
        var page = pages.computeIfAbsent(login, _ -> browser.newContext().newPage());
        timed("GET " + kind(path), () -> page.navigate(address + path));
        if (page.url().contains("/sign-in") || page.url().equals("about:blank")) {
            signIn(page, login);
            timed("GET " + kind(path), () -> page.navigate(address + path));
        }
        return page;
    }

    private void signIn(Page page, String login) {
        page.navigate(address + "/sign-in");
        page.fill("#login", login);
        page.fill("#password", Office.PASSWORD);
        timed("POST sign-in", () -> page.click("button.main-action"));
    }

    /** One address for all organisations, persons and years. */
    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…").replaceAll("\\?.*", "");
    }

    void fill(Page page, Map<String, String> fields) {
        page.evaluate(FILL, fields);
    }

    /** Presses a button and waits for what comes. */
    void press(Page page, String button) {
        var from = kind(page.url().replace(address, ""));
        timed("POST " + from, () -> {
            page.locator(button).first().click();
            page.waitForLoadState();
        });
    }

    /** Presses a button; true where the server said that it is done, by sending the browser on. */
    boolean isAcknowledged(Page page, String button) {
        var documents = new ArrayList<Response>();
        Consumer<Response> noting = response -> {
            if (response.request().isNavigationRequest()) {
                documents.add(response);
            }
        };
        page.onResponse(noting);
        try {
            press(page, button);
        } catch (PlaywrightException broken) {
            told.add(broken.getMessage());
        } finally {
            page.offResponse(noting);
        }
        return documents.stream().anyMatch(one -> one.status() == DONE);
    }

    /** What stands in a button's form as it would be sent. */
    Map<String, String> typed(Page page, String button) {
        var fields = new HashMap<String, String>();
        ((Map<?, ?>) page.evaluate(TYPED, button))
                .forEach((name, value) -> fields.put(name.toString(), value.toString()));
        fields.remove("_csrf");
        return fields;
    }

    /** Sends what stood in a form before, under the same command, from any page of the same person. */
    void sendAgain(Page page, String action, Map<String, String> fields) {
        page.waitForResponse(
                response -> response.request().isNavigationRequest() && response.status() != DONE,
                () -> page.evaluate(SEND_AGAIN, List.of(action, fields)));
        page.waitForLoadState();
    }

    private void timed(String what, Runnable waiting) {
        var from = System.nanoTime();
        try {
            waiting.run();
        } catch (PlaywrightException e) {
            throw new PlaywrightException(what + ": " + e.getMessage());
        }
        waits.add(new Wait(what, (System.nanoTime() - from) / 1_000_000));
    }

    /** What the browser said of answers that did not come. */
    List<String> broken() {
        return told;
    }

    List<Wait> waits() {
        return waits;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
