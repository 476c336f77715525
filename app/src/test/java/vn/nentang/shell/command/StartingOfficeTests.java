package vn.nentang.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An office starts with an empty folder and nothing but commands. */
final class StartingOfficeTests {

    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private Run run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        var line = RootCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Run(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private Run found(String name, String... more) {
        var words = new ArrayList<>(List.of("org", "found", name, "--on", "2025-07-01", "--json"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    @Test
    void an_empty_folder_gets_its_organisations_and_its_first_account() {
        var id = UUID.randomUUID().toString();
        var top = found(
                "Đảng bộ xã Suối Mơ",
                "--type",
                "grassroots-body",
                "--code",
                "SM",
                "--command-id",
                id,
                "--paper-number",
                "12-QĐ/TU",
                "--paper-date",
                "2025-06-20",
                "--issuer",
                "Tỉnh ủy");
        assertThat(top.exit()).as(top.err()).isEqualTo(Exit.DONE);

        var again = found(
                "Đảng bộ xã Suối Mơ",
                "--type",
                "grassroots-body",
                "--code",
                "SM",
                "--command-id",
                id,
                "--paper-number",
                "12-QĐ/TU",
                "--paper-date",
                "2025-06-20",
                "--issuer",
                "Tỉnh ủy");
        assertThat(again.json()).isEqualTo(top.json());

        var cell = found("Chi bộ bản Bắc", "--type", "cell", "--parent", "SM");
        assertThat(cell.exit()).as(cell.err()).isEqualTo(Exit.DONE);
        var account = run("account", "add", "kythuat", "--technical", "Người giữ máy", "--json");
        assertThat(account.json().at("/account/technical").asBoolean()).isTrue();
        var nobody = run("account", "add", "vanphong", "--person", "012345678901", "--json");
        assertThat(nobody.exit()).isEqualTo(Exit.REFUSED);

        assertTaking(cell, top);
    }

    private void assertTaking(Run cell, Run top) {
        var needed = run("ledger", "withdraw", top.json().get("entry").asString(), "--because", "nhầm", "--json");
        assertThat(needed.exit()).isEqualTo(Exit.REFUSED);
        assertThat(needed.json().at("/reasons/0/code").asString()).isEqualTo("organization-is-needed");

        var taken = run("ledger", "withdraw", cell.json().get("entry").asString(), "--because", "nhầm", "--json");
        assertThat(taken.exit()).as(taken.err()).isEqualTo(Exit.DONE);
        var twice = run("ledger", "withdraw", cell.json().get("entry").asString(), "--because", "nhầm", "--json");
        assertThat(twice.json().at("/reasons/0/code").asString()).isEqualTo("entry-does-not-stand");
        var tree = run("org", "tree", "--on", "2025-07-01", "--json");
        assertThat(tree.json().get("below")).isEmpty();
    }

    @Test
    void a_founding_that_cannot_be_is_refused_with_its_reason() {
        var unknown = found("Tổ đảng số 1", "--type", "party-group");
        assertThat(unknown.exit()).isEqualTo(Exit.REFUSED);
        assertThat(unknown.json().at("/reasons/0/code").asString()).isEqualTo("organization-type-unknown");
        var nobody = found("Chi bộ bản Bắc", "--type", "cell", "--parent", "SM");
        assertThat(nobody.exit()).isEqualTo(Exit.REFUSED);
        assertThat(nobody.err()).contains("SM");
        assertThat(run("ledger", "withdraw", "no-entry", "--because", "nhầm").exit())
                .isEqualTo(Exit.WRONG_USE);
    }
}
