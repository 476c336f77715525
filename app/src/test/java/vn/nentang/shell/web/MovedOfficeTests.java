package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.ledger.LedgerArchive;

final class MovedOfficeTests {

    private static final int PAGES_MAX = 500;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern OF_THE_VISIT = Pattern.compile(
            "(name=\"(?:_csrf|command)\" value=\")[^\"]*|(value=\")[^\"]*(\" name=\"(?:_csrf|command)\")");

    @TempDir
    Path folder;

    @Test
    void after_export_import_and_rebuild_every_page_is_equal() throws IOException {
        var home = RunningOffice.start(0);
        try {
            var archive = home.part(LedgerArchive.class).exportTo(folder);
            var away = RunningOffice.movedFrom(archive);
            try {
                var pages = walked(Client.signedIn(home, "vanphong"));
                var there = Client.signedIn(away, "vanphong");

                assertThat(pages).as("all that links lead to").hasSizeGreaterThan(200);
                assertThat(pages)
                        .allSatisfy((path, page) ->
                                assertThat(page(there, path)).as(path).isEqualTo(page));
            } finally {
                away.close();
            }
        } finally {
            home.close();
        }
    }

    /** Every page that links lead to from the first, as a person would come to them. */
    private static Map<String, String> walked(Client client) {
        var pages = new LinkedHashMap<String, String>();
        var next = new ArrayDeque<String>();
        next.add("/");
        while (!next.isEmpty() && pages.size() < PAGES_MAX) {
            var path = next.remove();
            if (!pages.containsKey(path)) {
                pages.put(path, page(client, path));
                LINK.matcher(String.valueOf(pages.get(path)))
                        .results()
                        .map(m -> unescaped(m.group(1)))
                        .filter(MovedOfficeTests::isPage)
                        .forEach(next::add);
            }
        }
        return pages;
    }

    /** Word and Excel files carry the moment they were made, and the list of sign-ins the minute of this one. */
    private static boolean isPage(String path) {
        return !path.contains("format=docx") && !path.contains("xlsx") && !path.equals("/accounts/me/sign-ins");
    }

    private static String unescaped(String link) {
        return link.replace("&amp;", "&");
    }

    /** Without what is made for one visit alone. */
    private static String page(Client client, String path) {
        return OF_THE_VISIT.matcher(client.get(path).body()).replaceAll("$1$2$3");
    }
}
