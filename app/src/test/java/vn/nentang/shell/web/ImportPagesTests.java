package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A roster on its way into the ledger and out again, as a clerk does it. */
final class ImportPagesTests {

    private static final RunningOffice OFFICE = RunningOffice.shared();
    private static final String HEADER = "STT,Họ và tên,Ngày sinh,Giới tính,Ngày vào Đảng,Ngày chính thức,Chi bộ\n";
    private static final String GOOD =
            "1,Cà Thị Thử Một,05/10/1985,Nữ,03/02/2015,03/02/2016,Chi bộ Trường tiểu học Suối Mơ\n";
    private static final String BAD =
            "2,Cà Văn Thử Hai,31/02/1980,Nam,03/02/2015,03/02/2016,Chi bộ Trường tiểu học Suối Mơ\n";
    private static final String ROSTER = "/organizations/" + RunningOffice.LATER + "/roster";

    private final Client clerk = Client.signedIn(OFFICE, "vanphong");

    private String checked(String rows) {
        var id = UUID.randomUUID().toString();
        var answer = clerk.upload(
                "/imports/new",
                "/imports",
                Map.of("command", id, "under", RunningOffice.COMMUNE.toString(), "as-of", "31/12/2025", "paper", ""),
                "danh-sach.csv",
                HEADER + rows);
        assertThat(answer.statusCode()).isEqualTo(303);
        return "/imports/" + id;
    }

    @Test
    void every_problem_is_shown_and_nothing_is_recorded_by_looking() {
        var list = checked(GOOD + BAD);
        var page = clerk.get(list).body();
        assertThat(page).contains("31/02/1980").contains("Cà Văn Thử Hai");
        assertThat(page).contains(Texts.in(Language.VI).of("imports.record-good", 1));
        assertThat(page).doesNotContain("value=\"all\"");
        assertThat(clerk.get(ROSTER).body()).doesNotContain("Cà Thị Thử Một");
        assertThat(clerk.get(list + "/problems.xlsx")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .contains("danh-sach-csv-problems.xlsx");
    }

    @Test
    void the_page_names_the_further_columns_that_fill_the_file() {
        var id = UUID.randomUUID().toString();
        clerk.upload(
                "/imports/new",
                "/imports",
                Map.of("command", id, "under", RunningOffice.COMMUNE.toString(), "as-of", "31/12/2025", "paper", ""),
                "danh-sach.csv",
                HEADER.strip() + ",Quê quán,Tôn giáo\n" + GOOD.strip() + ",Suối Mơ,Không\n");
        assertThat(clerk.get("/imports/" + id).body()).contains("Quê quán, Tôn giáo");
    }

    @Test
    void the_good_rows_are_recorded_once_and_can_be_taken_back() {
        var list = checked(GOOD + BAD);
        assertThat(clerk.post(list, list + "/record", Map.of("rows", "good")).statusCode())
                .isEqualTo(303);
        assertThat(clerk.post(list, list + "/record", Map.of("rows", "good")).statusCode())
                .isEqualTo(303);
        assertThat(clerk.get(ROSTER).body()).containsOnlyOnce("Cà Thị Thử Một").doesNotContain("Cà Văn Thử Hai");

        var withoutReason = clerk.post(
                list, list + "/undo", Map.of("command", UUID.randomUUID().toString()));
        assertThat(withoutReason.statusCode()).isEqualTo(422);
        var undone = clerk.post(
                list, list + "/undo", Map.of("command", UUID.randomUUID().toString(), "reason", "nhập nhầm tệp"));
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(clerk.get(list).body()).contains("nhập nhầm tệp");
        assertThat(clerk.get(ROSTER).body()).doesNotContain("Cà Thị Thử Một");
    }

    @Test
    void all_rows_are_refused_while_one_has_an_error() {
        var list = checked(GOOD + BAD);
        var answer = clerk.post(list, list + "/record", Map.of("rows", "all"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(Texts.in(Language.VI).of("refused.title"));
    }

    @Test
    void a_waiting_file_is_seen_by_its_sender_alone() {
        var list = checked(GOOD);
        assertThat(Client.signedIn(OFFICE, "bithu.bac").get(list).statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_that_is_no_roster_is_refused_with_its_reason() {
        var id = UUID.randomUUID().toString();
        clerk.upload(
                "/imports/new",
                "/imports",
                Map.of("command", id, "under", RunningOffice.COMMUNE.toString(), "as-of", "31/12/2025"),
                "rong.xlsx",
                "đây không phải bảng tính");
        assertThat(clerk.get("/imports/" + id).body())
                .contains(Texts.in(Language.VI).of("imports.refused"));
    }

    @Test
    void a_form_with_a_wrong_day_is_shown_again_with_what_was_typed() {
        var answer = clerk.upload(
                "/imports/new",
                "/imports",
                Map.of(
                        "command",
                        UUID.randomUUID().toString(),
                        "under",
                        RunningOffice.COMMUNE.toString(),
                        "as-of",
                        "31/31/2025"),
                "danh-sach.csv",
                HEADER + GOOD);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("31/31/2025")
                .contains(Texts.in(Language.VI).of("imports.day-wrong"));
    }
}
