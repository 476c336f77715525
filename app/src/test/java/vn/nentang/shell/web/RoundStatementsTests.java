package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A committee's pages ask the database as often for twenty cells as for two. */
final class RoundStatementsTests {

    private static final RunningOffice OFFICE = RunningOffice.start(0);
    private static final CommuneAtSize COMMUNE = CommuneAtSize.opened(OFFICE);
    private static final String PATH =
            "/reviews/%d/organizations/%s".formatted(CommuneAtSize.YEAR, RunningOffice.COMMUNE);
    private static final Pattern LEVEL = Pattern.compile("name=\"([0-9a-f-]+)\\.level\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int MEMBERS_EACH = 5;

    private final Client officer = Client.signedIn(OFFICE, "vanphong");

    @AfterAll
    static void end() {
        OFFICE.close();
    }

    private String token() {
        return TOKEN.matcher(officer.get(PATH + "/decisions").body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private Map<String, String> decisions(String act) {
        var fields = new HashMap<>(Map.of(
                "command", UUID.randomUUID().toString(), "act", act, "on", "22/11/2026", "paper-number", "30-QĐ/ĐU"));
        var names = LEVEL.matcher(officer.get(PATH + "/decisions").body());
        while (names.find()) {
            fields.put(names.group(1) + ".level", "HTT");
            fields.put(names.group(1) + ".because", "Tập thể cấp ủy biểu quyết");
        }
        return fields;
    }

    /** How often each page asks, in the order in which they are opened and sent. */
    private Map<String, Integer> asked() {
        var token = token();
        var counting = decisions("live");
        var deciding = decisions("record");
        var asked = new LinkedHashMap<String, Integer>();
        asked.put("page", Statements.during(() -> officer.get(PATH + "/decisions"), 200));
        asked.put("progress", Statements.during(() -> officer.get(PATH + "/progress"), 200));
        asked.put("caps", Statements.during(() -> officer.postPlain(PATH + "/decisions", counting, token), 200));
        asked.put("decisions", Statements.during(() -> officer.postPlain(PATH + "/decisions", deciding, token), 303));
        assertThat(deciding).as("members decided on").hasSizeGreaterThan(2 * 2 * MEMBERS_EACH);
        return asked;
    }

    @Test
    void twenty_cells_are_shown_and_decided_with_as_many_statements_as_two() {
        IntStream.range(0, 2).forEach(i -> COMMUNE.handsIn(i, MEMBERS_EACH));
        var ofTwo = asked();
        IntStream.range(2, 22).forEach(i -> COMMUNE.handsIn(i, MEMBERS_EACH));
        assertThat(asked()).isEqualTo(ofTwo);
        assertThat(ofTwo.get("page")).isLessThanOrEqualTo(25);
        assertThat(ofTwo.get("decisions")).isLessThanOrEqualTo(100);
    }
}
