package vn.nentang.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A newly installed office gives its first posts by commands alone. */
final class CommitteeCommandTests {

    @TempDir
    private Path folder;

    private record Run(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private Run run(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        var line = RootCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Run(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static Run done(Run run) {
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(Exit.DONE);
        return run;
    }

    private void start() throws IOException {
        done(run("org", "found", "Chi bộ bản Nậm Mỳ", "--type", "cell", "--code", "NM", "--on", "2020-01-01"));
        var list = Files.writeString(folder.resolve("list.csv"), """
                Họ và tên,Ngày sinh,Nam/Nữ,Ngày vào Đảng,Ngày chính thức,Số thẻ,Chi bộ
                Lò Văn Thử,12/05/1988,Nam,03/02/2015,03/02/2016,330000000001,Chi bộ bản Nậm Mỳ
                Vì Thị Mẫu,02/09/1990,Nữ,03/02/2015,03/02/2016,330000000002,Chi bộ bản Nậm Mỳ
                """);
        done(run("import", "roster", list.toString(), "--under", "NM", "--on", "2025-01-01"));
    }

    @Test
    void the_first_posts_of_an_office_are_given_from_the_command_line() throws IOException {
        start();
        done(run("committee", "open-term", "2025–2027", "--ends", "2027-08-01", "--org", "NM", "--on", "2025-02-01"));
        var id = UUID.randomUUID().toString();
        var words = new String[] {
            "committee",
            "take-post",
            "330000000001",
            "--post",
            "secretary",
            "--way",
            "appointed",
            "--org",
            "NM",
            "--on",
            "2025-02-01",
            "--command-id",
            id,
            "--json"
        };
        var taken = done(run(words));
        assertThat(run(words).json()).isEqualTo(taken.json());
        done(run("committee", "charge", "330000000001", "Phụ trách chung", "--org", "NM", "--on", "2025-02-10"));
        done(run(
                "committee",
                "rules",
                "Quy chế làm việc",
                "--org",
                "NM",
                "--on",
                "2025-02-10",
                "--paper-number",
                "1-QC"));

        var shown = done(run("committee", "show", "--org", "NM", "--on", "2025-03-01", "--json"))
                .json();
        assertThat(shown.at("/holders/0/fullName").asString()).isEqualTo("Lò Văn Thử");
        assertThat(shown.at("/holders/0/postName").asString()).isEqualTo("Bí thư");
        assertThat(shown.at("/charges/0/charge").asString()).isEqualTo("Phụ trách chung");
        assertThat(shown.at("/workingRules/number").asString()).isEqualTo("1-QC");
        assertThat(run("committee", "show", "--org", "NM", "--on", "2025-01-31", "--json")
                        .json()
                        .get("holders"))
                .isEmpty();

        assertThat(run("committee", "list-shortfalls", "--on", "2025-03-01", "--json")
                        .json())
                .isEmpty();
        assertThat(run("committee", "list-shortfalls", "--on", "2027-08-02", "--json")
                        .json()
                        .at("/0/findings/0/code")
                        .asString())
                .isEqualTo("term-over");
        done(run("committee", "extend-term", "--ends", "2027-12-01", "--org", "NM", "--on", "2027-07-01"));
        done(run(
                "committee",
                "leave-post",
                "330000000001",
                "--post",
                "secretary",
                "--reason",
                "retired",
                "--org",
                "NM",
                "--on",
                "2027-07-15"));
        assertThat(run("committee", "list-shortfalls", "--on", "2027-08-02").out())
                .contains("Chưa có bí thư.");
    }

    @Test
    void what_may_not_be_is_refused_with_its_reason() throws IOException {
        start();
        var nobody = run(
                "committee",
                "take-post",
                "99999999",
                "--post",
                "secretary",
                "--way",
                "appointed",
                "--on",
                "2025-02-01");
        assertThat(nobody.exit()).isEqualTo(Exit.REFUSED);
        var unknown = run(
                "committee",
                "take-post",
                "330000000001",
                "--post",
                "king",
                "--way",
                "appointed",
                "--on",
                "2025-02-01",
                "--json");
        assertThat(unknown.exit()).isEqualTo(Exit.REFUSED);
        assertThat(unknown.json().at("/reasons/0/code").asString()).isEqualTo("value-not-in-list");
        assertThat(run("committee").exit()).isEqualTo(Exit.WRONG_USE);
    }

    @Test // 190-QĐ/TW, Điều 30
    void an_election_is_checked_and_then_recorded_with_its_posts() throws IOException {
        start();
        var file = Files.writeString(folder.resolve("vote.json"), """
                {"body": "secretary-seat", "meeting": "cell-meeting", "seats": 1,
                 "attendance": {"summoned": 20, "present": 17, "temporaryElsewhere": 0, "exemptAbsent": 0,
                                "suspended": 0, "absentWithReason": 3},
                 "ballots": {"issued": 17, "returned": 17, "valid": 17, "invalid": 0},
                 "candidates": [{"person": "330000000002", "source": "convener", "agree": 11, "disagree": 6, "voided": 0}]}
                """).toString();
        var checked = done(run("committee", "election", file, "--check", "--org", "NM", "--on", "2025-02-01", "--json"))
                .json();
        assertThat(checked.get("total").asInt()).isEqualTo(20);
        assertThat(checked.get("needed").asInt()).isEqualTo(11);
        assertThat(checked.at("/candidates/0/fate").asString()).isEqualTo("elected");
        assertThat(run("committee", "show", "--org", "NM", "--on", "2025-02-01", "--json")
                        .json()
                        .get("holders"))
                .isEmpty();

        done(run("committee", "election", file, "--org", "NM", "--on", "2025-02-01"));
        assertThat(run("committee", "show", "--org", "NM", "--on", "2025-02-01", "--json")
                        .json()
                        .at("/holders/0/post")
                        .asString())
                .isEqualTo("secretary");

        var wrong =
                Files.writeString(folder.resolve("wrong.json"), "{\"body\": 1}").toString();
        assertThat(run("committee", "election", wrong, "--org", "NM", "--on", "2025-02-01")
                        .exit())
                .isEqualTo(Exit.REFUSED);
    }
}
