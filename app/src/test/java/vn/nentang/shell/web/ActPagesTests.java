package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Ledger;
import vn.nentang.membership.Rosters;

/** Acts recorded, mended and taken back through the pages, over an office of their own. */
final class ActPagesTests {

    private static final RunningOffice OFFICE = RunningOffice.start(0);
    private static final Texts VI = Texts.in(Language.VI);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Client office = Client.signedIn(OFFICE, "vanphong");
    private final Client secretary = Client.signedIn(OFFICE, "bithu.bac");

    @AfterAll
    static void end() {
        OFFICE.close();
    }

    private static Map<String, String> fields(String... namesAndValues) {
        var fields = new HashMap<String, String>();
        fields.put("command", UUID.randomUUID().toString());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static HttpResponse<String> send(Client client, String form, Map<String, String> fields) {
        return client.post(form, form, fields);
    }

    /** Sends a form that must be taken, and returns the page it leads to. */
    private static String done(Client client, String form, Map<String, String> fields) {
        var answer = send(client, form, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Sends what another has to decide, has the committee's officer decide it as proposed, and returns where that leads. */
    private String decided(Client client, String form, Map<String, String> fields) {
        var proposal = done(client, form, fields);
        assertThat(proposal).startsWith("/proposals/");
        var decision = fields("day", fields.getOrDefault("day", ""));
        decision.put("paper-number", fields.getOrDefault("paper-number", ""));
        return done(office, proposal, decision);
    }

    private static long entries() {
        return OFFICE.part(Ledger.class).size();
    }

    private static String organization(Object id) {
        return "/organizations/" + id;
    }

    private OrganizationId founded(String name, OrganizationId parent) {
        var page = done(
                office,
                organization(parent) + "/acts/found",
                fields("day", "01/01/2024", "name", name, "type", "cell", "paper-number", "15-QĐ/ĐU"));
        return OrganizationId.of(page.replaceAll("/organizations/([^?]+).*", "$1"));
    }

    private PersonId enrolled(Client client, String name, OrganizationId cell, String... more) {
        var fields = fields(more);
        fields.putIfAbsent("day", "01/02/2024");
        fields.putIfAbsent("standing", "full");
        fields.put("field.full-name", name);
        var page = done(client, organization(cell) + "/members/new/enrolled", fields);
        return PersonId.of(page.replaceAll("/members/([^?]+).*", "$1"));
    }

    private static String standing(PersonId person, OrganizationId cell) {
        return OFFICE.part(Rosters.class).of(List.of(cell), TODAY).stream()
                .filter(line -> line.person().equals(person))
                .map(line -> line.standing().code())
                .findFirst()
                .orElse("");
    }

    /** The entry whose line on a page holds the words. */
    private static String entry(String page, String words) {
        var at = page.indexOf(words);
        assertThat(at).as(words).isPositive();
        var named = Pattern.compile("bút toán (n[0-9a-f]+:\\d+)").matcher(page);
        assertThat(named.find(at)).isTrue();
        return named.group(1);
    }

    @Test
    void an_organisation_is_founded_once_however_often_the_form_is_sent() {
        var form = organization(RunningOffice.COMMUNE) + "/acts/found";
        var fields = fields(
                "day",
                "1/7/2025",
                "name",
                "Chi bộ  bản Đông",
                "type",
                "cell",
                "code",
                "SM.09",
                "paper-number",
                "20-QĐ/ĐU",
                "paper-date",
                "25/06/2025",
                "paper-issuer",
                "Đảng ủy xã Suối Mơ");
        var before = entries();
        var first = done(office, form, fields);
        assertThat(done(office, form, fields)).isEqualTo(first);
        assertThat(entries()).isEqualTo(before + 1);
        assertThat(office.get("/organizations").body()).containsOnlyOnce(">Chi bộ bản Đông<");
        assertThat(office.get(first).body())
                .contains("20-QĐ/ĐU")
                .contains("25/06/2025")
                .contains("trực thuộc Đảng bộ xã Suối Mơ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rename | name      | Chi bộ bản Tây Suối Mơ | Đổi tên thành Chi bộ bản Tây Suối Mơ
            recode | code      | SM.77                  | Đổi mã thành SM.77
            recode | code      | ''                     | Thu hồi mã
            retype | type      | grassroots-body        | Chuyển loại hình thành Đảng bộ cơ sở
            move   | parent    | NORTH                  | Chuyển về trực thuộc Chi bộ bản Bắc Suối Mơ
            end    | end-reason | Sáp nhập              | Kết thúc hoạt động: Sáp nhập
            """)
    void every_change_of_an_organisation_is_recorded_from_its_form(
            String act, String question, String value, String sentence) {
        var id = founded("Chi bộ bản Tây " + act + value.length(), RunningOffice.COMMUNE);
        var given = value.equals("NORTH") ? RunningOffice.NORTH.toString() : value;
        var page = done(office, organization(id) + "/acts/" + act, fields("day", "15/05/2026", question, given));
        assertThat(office.get(page).statusCode()).isEqualTo(200);
        assertThat(office.get(page).body()).contains(sentence).contains("15/05/2026");
    }

    @Test
    void a_cell_takes_members_and_a_body_takes_organisations() {
        var cell = office.get(organization(RunningOffice.NORTH) + "/acts").body();
        assertThat(cell)
                .contains("/members/new\"")
                .doesNotContain("/acts/found\"")
                .contains("/acts/rename\"");
        var body = office.get(organization(RunningOffice.COMMUNE) + "/acts").body();
        assertThat(body)
                .contains("/acts/found\"")
                .doesNotContain("/members/new\"")
                .contains("/acts/move\"");
    }

    @Test
    void a_wrong_form_comes_back_as_it_was_filled_with_every_problem_beside_its_box() {
        var before = entries();
        var answer = send(
                office,
                organization(RunningOffice.COMMUNE) + "/acts/found",
                fields(
                        "day",
                        "31/31/2025",
                        "name",
                        " ",
                        "type",
                        "tổ đảng",
                        "paper-date",
                        "hôm qua",
                        "code",
                        "x".repeat(41)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("31/31/2025")
                .contains("hôm qua")
                .contains("x".repeat(41))
                .contains("id=\"f-day-wrong\"")
                .contains("id=\"f-name-wrong\"")
                .contains("id=\"f-type-wrong\"")
                .contains("id=\"f-code-wrong\"")
                .contains("id=\"f-paper-date-wrong\"")
                .contains(VI.of("form.problem.day"))
                .contains(VI.of("form.problem.missing"))
                .contains(VI.of("form.problem.choice"));
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_cell_with_members_does_not_end() {
        var before = entries();
        var answer = send(
                office,
                organization(RunningOffice.SOUTH) + "/acts/end",
                fields("day", "01/05/2026", "end-reason", "Sáp nhập"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(VI.of("refusal.organization-has-members"));
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_secretary_opens_the_file_of_a_new_member_and_recognises_after_the_probation() {
        var page = decided(
                secretary,
                organization(RunningOffice.NORTH) + "/members/new/admitted",
                fields(
                        "day",
                        "03/02/2024",
                        "field.full-name",
                        "Vàng A Thử",
                        "field.sex",
                        "male",
                        "field.birth-date",
                        "05/1999",
                        "field.ethnic-group",
                        ethnicity(),
                        "paper-number",
                        "31-QĐ/ĐU"));
        var person = PersonId.of(page.replaceAll("/members/([^?]+).*", "$1"));
        assertThat(secretary.get(page).body())
                .contains("Vàng A Thử")
                .contains("05/1999")
                .contains("31-QĐ/ĐU");
        assertThat(standing(person, RunningOffice.NORTH)).isEqualTo("probationary");

        var form = "/members/" + person + "/acts/recognise";
        var before = entries();
        var early = send(secretary, form, fields("day", "02/02/2025"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body())
                .contains("Chưa hết 12 tháng dự bị (kết nạp 03/02/2024)")
                .contains("Điều 5");
        assertThat(early.body()).contains("value=\"02/02/2025\"");
        assertThat(entries()).isEqualTo(before);

        decided(secretary, form, fields("day", "03/02/2025"));
        assertThat(standing(person, RunningOffice.NORTH)).isEqualTo("full");
    }

    private String ethnicity() {
        var options = Pattern.compile("<option value=\"([^\"]+)\"[^>]*>Thái<")
                .matcher(secretary
                        .get(organization(RunningOffice.NORTH) + "/members/new/admitted")
                        .body());
        assertThat(options.find()).isTrue();
        return options.group(1);
    }

    // Điều lệ Đảng: a member is 18 years old at least.
    @Test
    void nobody_is_registered_when_the_admission_is_refused() {
        var before = entries();
        var answer = send(
                secretary,
                organization(RunningOffice.NORTH) + "/members/new/admitted",
                fields("day", "03/02/2024", "field.full-name", "Vàng Thị Nhỏ", "field.birth-date", "2010"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Chưa đủ 18 tuổi").contains("Vàng Thị Nhỏ");
        assertThat(entries()).isEqualTo(before);
        assertThat(secretary.get("/search?q=vang+thi+nho").body()).doesNotContain("Vàng Thị Nhỏ</a>");
    }

    @Test
    void someone_who_arrives_brings_the_days_of_admission_along() {
        var page = done(
                secretary,
                organization(RunningOffice.NORTH) + "/members/new/arrived",
                fields(
                        "day",
                        "01/03/2026",
                        "origin",
                        "other-province",
                        "from",
                        "Đảng ủy phường Thử",
                        "admitted",
                        "2001",
                        "recognised",
                        "19/5/2002",
                        "field.full-name",
                        "Mùa A Đến"));
        assertThat(secretary.get(page).body())
                .contains("Chuyển đến Chi bộ bản Bắc Suối Mơ từ Đảng ủy phường Thử")
                .contains("Công nhận đảng viên chính thức ngày 19/05/2002")
                .contains("Kết nạp Đảng ngày 2001");
        assertThat(standing(PersonId.of(page.replaceAll("/members/([^?]+).*", "$1")), RunningOffice.NORTH))
                .isEqualTo("full");
    }

    @Test
    void nobody_is_opened_a_second_file_under_a_known_number() {
        var form = organization(RunningOffice.NORTH) + "/members/new/enrolled";
        var fields = fields(
                "day",
                "01/02/2024",
                "standing",
                "full",
                "field.full-name",
                "Lò Thị Ân",
                "field.citizen-id",
                RunningOffice.AN_CITIZEN_ID);
        var before = entries();
        var answer = send(secretary, form, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(VI.of("refusal.number-already-on-record"));
        assertThat(entries()).isEqualTo(before);
        fields.put("field.citizen-id", "012345678999");
        assertThat(done(secretary, form, fields)).isEqualTo(done(secretary, form, fields));
    }

    @Test
    void a_file_that_waits_is_counted_on_the_desk_of_its_sender() {
        office.upload(
                "/imports/new",
                "/imports",
                Map.of(
                        "command",
                        UUID.randomUUID().toString(),
                        "under",
                        RunningOffice.COMMUNE.toString(),
                        "as-of",
                        "31/12/2025"),
                "danh-sach.csv",
                "Họ và tên,Ngày sinh\nCà Thị Đợi,1980\n");
        assertThat(office.get("/").body()).contains(VI.of("desk.imports"));
        assertThat(secretary.get("/").body()).doesNotContain(VI.of("desk.imports"));
    }

    @Test
    void the_acts_offered_fit_the_standing_and_each_leads_to_its_form() {
        var person = enrolled(secretary, "Cà Văn Việc", RunningOffice.NORTH);
        var own = "/members/" + person;
        assertOffered(own, List.of("depart", "visit", "exempt", "suspend", "facts", "card", "died", "leave"));
        assertThat(offered(office, own)).contains("transfer");

        done(secretary, own + "/acts/exempt", fields("day", "01/03/2025"));
        assertOffered(own, List.of("depart", "visit", "resume", "suspend", "facts", "card", "died", "leave"));
        done(secretary, own + "/acts/resume", fields("day", "01/04/2025"));
        done(secretary, own + "/acts/visit", fields("day", "01/05/2025", "place", "Trường Chính trị tỉnh"));
        done(secretary, own + "/acts/visit-end", fields("day", "01/06/2025"));
        done(secretary, own + "/acts/suspend", fields("day", "01/07/2025", "until", "30/09/2025"));
        assertThat(secretary.get(own).body())
                .contains(VI.of("member.suspended-until", LocalDate.of(2025, 9, 30)))
                .contains(VI.of("member.suspension-over", LocalDate.of(2025, 9, 30)));
        assertThat(secretary.get("/").body()).contains(VI.of("desk.suspension-over"));
        assertThat(secretary.get("/suspensions").body()).contains("Cà Văn Việc").contains("30/09/2025");
        done(secretary, own + "/acts/reinstate", fields("day", "01/10/2025"));
        assertThat(secretary.get("/suspensions").body()).doesNotContain("Cà Văn Việc");
        done(secretary, own + "/acts/card", fields("day", "01/11/2025", "field.card-number", "33099887"));
        assertThat(secretary.get(own).body()).contains("33099887");

        var after = done(secretary, own + "/acts/died", fields("day", "01/12/2025"));
        assertThat(secretary.get(after).body()).contains(VI.of("member.left")).contains("Từ trần");
        assertThat(standing(person, RunningOffice.NORTH)).isEmpty();
        assertOffered(own, List.of("admit", "facts", "restore"));
    }

    private void assertOffered(String member, List<String> acts) {
        assertThat(offered(secretary, member)).containsExactlyElementsOf(acts);
        acts.forEach(act -> assertThat(secretary.get(member + "/acts/" + act).statusCode())
                .as(act)
                .isEqualTo(200));
    }

    private static List<String> offered(Client client, String member) {
        return Pattern.compile("href=\"" + member + "/acts/([a-z-]+)\"")
                .matcher(client.get(member + "/acts").body())
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void the_office_transfers_between_cells_and_the_file_goes_along() {
        var person = enrolled(secretary, "Lường Văn Chuyển", RunningOffice.NORTH);
        var own = "/members/" + person;
        done(
                office,
                own + "/acts/transfer",
                fields("day", "01/02/2026", "cell", RunningOffice.SOUTH.toString(), "paper-number", "9-GT/ĐU"));
        assertThat(standing(person, RunningOffice.SOUTH)).isEqualTo("full");
        assertThat(secretary.get(own).statusCode()).isEqualTo(404);
        assertThat(secretary.get(own + "?on=2026-01-31").statusCode()).isEqualTo(200);
        assertThat(secretary.get(own + "/acts?on=2026-01-31").statusCode()).isEqualTo(404);
    }

    @Test
    void out_of_reach_nothing_is_there_and_nothing_is_recorded() {
        var before = entries();
        var binh = "/members/" + RunningOffice.BINH;
        var south = organization(RunningOffice.SOUTH);
        for (var form : List.of(
                binh + "/acts/exempt",
                south + "/acts/rename",
                south + "/members/new/enrolled",
                organization(RunningOffice.COMMUNE) + "/acts/found")) {
            var closed = form.contains("/acts/exempt") || form.contains("/members/") ? 404 : 403;
            assertThat(secretary.get(form).statusCode()).as(form).isEqualTo(closed);
            var sent = secretary.post("/accounts/me", form, fields("day", "01/01/2025", "name", "X", "type", "cell"));
            assertThat(sent.statusCode()).as(form).isEqualTo(closed);
        }
        var keeper = Client.signedIn(OFFICE, "kythuat");
        assertThat(keeper.post("/accounts/me", binh + "/acts/exempt", fields("day", "01/01/2025"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_cell_out_of_reach_is_no_answer_whatever_the_form_claims_it_held() {
        var before = entries();
        var south = RunningOffice.SOUTH.toString();
        var answer = send(
                secretary,
                "/members/" + RunningOffice.DUNG + "/acts/transfer",
                fields("day", "01/02/2026", "cell", south, "was-cell", south));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(VI.of("form.problem.place")).doesNotContain("Chi bộ bản Nam");
        var broken = send(
                secretary,
                "/members/" + RunningOffice.DUNG + "/acts/restore",
                fields("day", "01/02/2026", "cell", "đây không phải mã", "was-cell", "đây không phải mã"));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_mended_act_shows_what_was_believed_when_and_by_which_entry_it_was_replaced() {
        var person = enrolled(secretary, "Tòng Thị Sửa", RunningOffice.NORTH);
        var own = "/members/" + person;
        done(
                secretary,
                own + "/acts/exempt",
                fields("day", "01/03/2025", "paper-number", "45-QĐ/ĐU", "paper-signer", "Lò Văn Mẫu"));
        var wrong = entry(secretary.get(own).body(), "Được miễn công tác");
        var form = own + "/entries/" + wrong + "/mend";
        assertThat(secretary.get(form).body())
                .contains("value=\"01/03/2025\"")
                .contains("value=\"45-QĐ/ĐU\"")
                .contains("value=\"Lò Văn Mẫu\"");

        var fields = fields("day", "15/03/2025", "paper-number", "54-QĐ/ĐU");
        var before = entries();
        var page = done(secretary, form, fields);
        assertThat(done(secretary, form, fields)).isEqualTo(page);
        assertThat(entries()).isEqualTo(before + 1);
        var shown = secretary.get(page).body();
        var right = entry(shown, "Được miễn công tác");
        assertThat(right).isNotEqualTo(wrong);
        assertThat(shown).contains(VI.of("act.before")).contains("01/03/2025").contains("45-QĐ/ĐU");
        assertThat(shown).containsPattern("Được thay lúc [^<]+ bởi bithu.bac, bằng bút toán " + right);

        var again = send(secretary, form, fields("day", "20/03/2025"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("đã được thay, hoặc đã rút lại");
    }

    @Test
    void a_name_is_mended_where_the_file_was_opened() {
        var person = enrolled(secretary, "Hà Văn Lôi", RunningOffice.NORTH, "field.native-place", "Suối Mơ");
        var own = "/members/" + person;
        var form = own + "/entries/" + entry(secretary.get(own).body(), "Lập hồ sơ") + "/mend";
        var shown = secretary.get(form).body();
        assertThat(shown).contains("value=\"Hà Văn Lôi\"").contains("value=\"Suối Mơ\"");
        done(
                secretary,
                form,
                fields(
                        "day",
                        "01/02/2024",
                        "field.full-name",
                        "Hà Văn Lợi",
                        "was-field.full-name",
                        "Hà Văn Lôi",
                        "field.native-place",
                        "Suối Mơ",
                        "was-field.native-place",
                        "Suối Mơ"));
        var page = secretary.get(own).body();
        assertThat(page).contains("<h1>Hà Văn Lợi</h1>").contains("Suối Mơ").contains("Hà Văn Lôi");
        assertThat(secretary.get("/search?q=ha+van+loi").body()).contains("Hà Văn Lợi</a>");
    }

    @Test
    void a_change_of_the_file_that_changes_nothing_is_refused() {
        var person = enrolled(secretary, "Lò Văn Y", RunningOffice.NORTH);
        var answer = send(
                secretary,
                "/members/" + person + "/acts/facts",
                fields("day", "01/03/2025", "field.full-name", "Lò Văn Y", "was-field.full-name", "Lò Văn Y"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(VI.of("refusal.nothing-changed"));
    }

    @Test
    void what_is_taken_back_stays_with_its_reason() {
        var person = enrolled(secretary, "Lèo Văn Rút", RunningOffice.NORTH);
        var own = "/members/" + person;
        done(secretary, own + "/acts/exempt", fields("day", "01/03/2025"));
        var form = own + "/entries/" + entry(secretary.get(own).body(), "Được miễn công tác") + "/withdraw";
        assertThat(send(secretary, form, fields("reason", " ")).statusCode()).isEqualTo(422);
        assertThat(standing(person, RunningOffice.NORTH)).isEqualTo("exempt");

        var fields = fields("reason", "Ghi nhầm người");
        var before = entries();
        done(secretary, form, fields);
        done(secretary, form, fields);
        assertThat(entries()).isEqualTo(before + 1);
        assertThat(standing(person, RunningOffice.NORTH)).isEqualTo("full");
        assertThat(secretary.get(own).body())
                .contains("đã rút lại")
                .contains("Lý do: Ghi nhầm người")
                .containsPattern("Được rút lại lúc [^<]+ bởi bithu.bac");
    }

    @Test
    void someone_taken_off_every_roll_is_still_with_the_cell_that_recorded_it() {
        var person = enrolled(secretary, "Lù Văn Nhầm", RunningOffice.NORTH);
        var own = "/members/" + person;
        var enrolment = entry(secretary.get(own).body(), "Có tên trong danh sách");
        var page = done(secretary, own + "/entries/" + enrolment + "/withdraw", fields("reason", "Nhầm chi bộ"));
        assertThat(page).isEqualTo(own);
        assertThat(secretary.get(own).body()).contains(VI.of("member.nowhere"));
        assertThat(offered(secretary, own)).containsExactly("admit", "arrive", "enrol", "facts");
        var registration = entry(secretary.get(own).body(), "Lập hồ sơ");
        assertThat(done(secretary, own + "/entries/" + registration + "/withdraw", fields("reason", "Nhầm người")))
                .isEqualTo("/organizations");
        assertThat(secretary.get(own).statusCode()).isEqualTo(404);
    }

    @Test
    void a_contradiction_is_told_on_the_page_and_counted_on_the_desk_of_who_keeps_the_file() {
        var person = enrolled(secretary, "Quàng Thị Trái", RunningOffice.NORTH, "standing", "probationary");
        var own = "/members/" + person;
        decided(secretary, own + "/acts/recognise", fields("day", "01/03/2025"));
        var enrolment = entry(secretary.get(own).body(), "Có tên trong danh sách");
        done(
                secretary,
                own + "/entries/" + enrolment + "/mend",
                fields("day", "01/02/2024", "cell", RunningOffice.NORTH.toString(), "standing", "full"));
        var sentence = VI.of("anomaly.recognised-without-probation", LocalDate.of(2025, 3, 1));
        assertThat(secretary.get(own).body()).contains(sentence);
        assertThat(secretary.get("/").body()).contains(VI.of("desk.anomalies")).contains("href=\"/anomalies\"");
        assertThat(secretary.get("/anomalies").body())
                .contains("Quàng Thị Trái")
                .contains(sentence);
        var recognition = entry(secretary.get(own).body(), "Công nhận đảng viên chính thức");
        done(office, own + "/entries/" + recognition + "/withdraw", fields("reason", "đã là chính thức"));
        assertThat(secretary.get("/anomalies").body()).doesNotContain("Quàng Thị Trái");
    }

    @Test
    void an_organisation_that_was_mended_shows_what_was_believed_and_what_contradicts() {
        var id = founded("Chi bộ Trạm Thử", RunningOffice.COMMUNE);
        var own = organization(id);
        done(office, own + "/acts/rename", fields("day", "01/02/2025", "name", "Chi bộ Trạm Y Thử"));
        var renamed = entry(office.get(own).body(), "Đổi tên thành Chi bộ Trạm Y Thử");
        done(
                office,
                own + "/entries/" + renamed + "/mend",
                fields("day", "01/02/2025", "name", "Chi bộ Trạm Y tế Thử"));
        assertThat(office.get(own).body())
                .contains("<h1>Chi bộ Trạm Y tế Thử</h1>")
                .contains(VI.of("act.before"))
                .contains("Đổi tên thành Chi bộ Trạm Y Thử");

        var founding = entry(office.get(own).body(), "Thành lập: Chi bộ Trạm Thử");
        done(
                office,
                own + "/entries/" + founding + "/mend",
                fields(
                        "day",
                        "01/06/2025",
                        "name",
                        "Chi bộ Trạm Thử",
                        "type",
                        "cell",
                        "parent",
                        RunningOffice.COMMUNE.toString()));
        assertThat(office.get(own).body()).contains(VI.of("anomaly.outside-lifetime", LocalDate.of(2025, 2, 1)));
        assertThat(office.get("/anomalies").body()).contains("Chi bộ Trạm");
        assertThat(secretary.get("/anomalies").body()).doesNotContain("Chi bộ Trạm");
    }

    @Test
    void a_founding_taken_back_leads_to_what_is_left() {
        var id = founded("Chi bộ nhầm", RunningOffice.COMMUNE);
        var own = organization(id);
        var founding = entry(office.get(own).body(), "Thành lập: Chi bộ nhầm");
        assertThat(done(office, own + "/entries/" + founding + "/withdraw", fields("reason", "Ghi nhầm")))
                .isEqualTo("/organizations");
        assertThat(office.get(own).statusCode()).isEqualTo(404);
    }
}
