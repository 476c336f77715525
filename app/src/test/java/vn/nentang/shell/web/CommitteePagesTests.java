package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.nentang.committee.Committee;
import vn.nentang.committee.Committees;
import vn.nentang.committee.ElectionMinutes;
import vn.nentang.committee.ElectionMinutesFile;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Ledger;
import vn.nentang.organization.Organizations;
import vn.nentang.paper.PaperFiles;
import vn.nentang.rulebook.Rulebook;

/** Committees recorded and elections entered through the pages, over an office of their own. */
final class CommitteePagesTests {

    private static final RunningOffice OFFICE = RunningOffice.start(0);

    private final Client office = Client.signedIn(OFFICE, "vanphong");
    private final Client secretary = Client.signedIn(OFFICE, "bithu.bac");

    @AfterAll
    static void end() {
        OFFICE.close();
    }

    private static String page(OrganizationId id) {
        return "/organizations/%s/committee".formatted(id);
    }

    private static Map<String, String> fields(String... namesAndValues) {
        var fields = new HashMap<String, String>();
        fields.put("command", UUID.randomUUID().toString());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static String done(Client client, String form, Map<String, String> fields) {
        var answer = client.post(form, form, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private PersonId enrolled(String name, OrganizationId cell) {
        var form = "/organizations/" + cell + "/members/new/enrolled";
        var at = done(office, form, fields("day", "01/02/2024", "standing", "full", "field.full-name", name));
        return PersonId.of(at.replaceAll("/members/([^?]+).*", "$1"));
    }

    private static List<PersonId> holders(OrganizationId cell, String post) {
        return OFFICE.part(Committees.class).of(cell, LocalDate.of(2026, 6, 1), null).holders().stream()
                .filter(h -> h.post().equals(post))
                .map(Committee.Holder::person)
                .toList();
    }

    private static long entries() {
        return OFFICE.part(Ledger.class).size();
    }

    @Test
    void the_secretary_records_a_deputy_who_then_holds_the_post() {
        var cell = RunningOffice.NORTH;
        var person = enrolled("Giàng Thị Sua", cell);
        var form = page(cell) + "/acts/take-post";
        var fields =
                fields("day", "1/5/2025", "person", person.toString(), "post", "deputy-secretary", "post-way", "added");
        var before = entries();
        var at = done(secretary, form, fields);
        assertThat(done(secretary, form, fields)).isEqualTo(at);
        assertThat(entries()).isEqualTo(before + 1);

        assertThat(secretary.get(at).body())
                .contains("Giàng Thị Sua")
                .contains("Phó bí thư")
                .contains("Được bổ sung");
        assertThat(secretary.get(page(cell) + "?on=2025-04-30").body()).doesNotContain("Giàng Thị Sua");
        assertThat(holders(cell, "deputy-secretary")).containsExactly(person);
        var file = secretary.get("/members/" + person).body();
        assertThat(file).contains("Giữ chức vụ Phó bí thư").contains("<dt>Phó bí thư</dt>");

        done(
                secretary,
                page(cell) + "/acts/leave-post",
                fields(
                        "day",
                        "1/6/2025",
                        "person",
                        person.toString(),
                        "post",
                        "deputy-secretary",
                        "post-end",
                        "retired"));
        assertThat(holders(cell, "deputy-secretary")).isEmpty();
    }

    @Test
    void a_form_that_cannot_be_taken_comes_back_as_it_was_filled() {
        var form = page(RunningOffice.NORTH) + "/acts/open-term";
        var answer = secretary.post(
                form, form, fields("day", "31/02/2025", "term", "2025–2027", "term-ends", "1/9/2027", "seats", "bảy"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"31/02/2025\"")
                .contains("value=\"bảy\"")
                .contains("Hãy ghi một số nguyên.")
                .contains("Đây không phải là một ngày.");
    }

    @Test
    void somebody_out_of_reach_cannot_be_named_in_a_form() {
        var form = page(RunningOffice.NORTH) + "/acts/take-post";
        var answer = secretary.post(
                form,
                form,
                fields(
                        "day",
                        "1/5/2025",
                        "person",
                        RunningOffice.BINH.toString(),
                        "post",
                        "deputy-secretary",
                        "post-way",
                        "added"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Không tìm thấy đúng một người").doesNotContain("Quàng Văn Bình");
    }

    @Test
    void a_mended_act_keeps_what_was_believed_and_a_withdrawn_one_its_reason() {
        var cell = RunningOffice.NORTH;
        var at = done(
                secretary,
                page(cell) + "/acts/rules",
                fields("day", "1/7/2025", "rules-title", "Quy chế làm viec", "paper-number", "3-QC/CB"));
        var entry = at.replaceAll(".*recorded=([^&]+).*", "$1");
        done(
                secretary,
                page(cell) + "/entries/" + entry + "/mend",
                fields("day", "1/7/2025", "rules-title", "Quy chế làm việc", "paper-number", "3-QC/CB"));
        var body = secretary.get(page(cell)).body();
        assertThat(body).contains("<p>Quy chế làm việc</p>").contains("Ban hành: Quy chế làm viec");
    }

    private Map<String, String> vote(PersonId one, PersonId other) {
        var fields = fields(
                "day",
                "5/5/2026",
                "body",
                "committee",
                "meeting",
                "members-congress",
                "seats",
                "1",
                "place",
                "Nhà văn hóa bản",
                "summoned",
                "20",
                "present",
                "17",
                "excused",
                "3",
                "issued",
                "17",
                "returned",
                "17",
                "valid",
                "16",
                "invalid",
                "1",
                "rows",
                "4",
                "person-1",
                one.toString(),
                "agree-1",
                "12");
        fields.putAll(Map.of("person-2", other.toString(), "agree-2", "4", "board", "Sùng Thị Dếnh\nLầu A Tú"));
        return fields;
    }

    private static HttpResponse<String> send(
            Client client, OrganizationId cell, Map<String, String> fields, String what) {
        var form = "/organizations/%s/elections/new".formatted(cell);
        var all = new HashMap<>(fields);
        all.put("do", what);
        return client.post(form, form, all);
    }

    @Test // 190-QĐ/TW, Điều 30: of 20 summoned, 3 away the whole congress with reason, 17 count and 9 are needed
    void an_election_is_counted_as_often_as_one_likes_and_recorded_once() throws IOException {
        var cell = RunningOffice.NORTH;
        var one = enrolled("Thào A Chống", cell);
        var other = enrolled("Hạng Thị Dợ", cell);
        var fields = vote(one, other);
        var before = entries();

        var counted = send(secretary, cell, fields, "count");
        assertThat(counted.statusCode()).isEqualTo(200);
        assertThat(counted.body())
                .contains("Cần ít nhất 9 phiếu: trên một nửa của 17.")
                .contains("12 phiếu, trên một nửa của 17.")
                .contains("4 phiếu, cần ít nhất 9.")
                .contains("Cần bầu 1 nên dư một người vẫn được.")
                .contains("Ghi kết quả");
        assertThat(send(secretary, cell, fields, "more").body()).contains("name=\"person-7\"");
        assertThat(entries()).isEqualTo(before);

        var recorded = send(secretary, cell, fields, "record");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(303);
        assertThat(send(secretary, cell, fields, "record").headers().firstValue("Location"))
                .isEqualTo(recorded.headers().firstValue("Location"));
        assertThat(entries()).isEqualTo(before + 2);
        assertThat(holders(cell, "committee-member")).contains(one).doesNotContain(other);

        var at = recorded.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
        assertMinutes(at);
        withdrawn(cell, at, one);
    }

    private void assertMinutes(String at) throws IOException {
        var page = secretary.get(at).body();
        assertThat(page).contains("Thào A Chống").contains("190-QĐ/TW");
        assertThat(secretary.get(at + "/minutes").body())
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM")
                .contains("BIÊN BẢN KIỂM PHIẾU")
                .contains("Nhà văn hóa bản, ngày 05 tháng 05 năm 2026")
                .contains("Sùng Thị Dếnh");
        assertThat(secretary
                        .get(at + "/minutes.docx")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .contains("bien-ban-kiem-phieu");
        assertDocument(at);
    }

    /** The same words stand in the file. */
    private static void assertDocument(String at) throws IOException {
        var named = at.substring(at.lastIndexOf('/') + 1);
        var held = OFFICE.part(Committees.class).elections(RunningOffice.NORTH).stream()
                .filter(e -> e.recorded().ref().toString().equals(named))
                .findFirst()
                .orElseThrow();
        var organization = OFFICE.part(Organizations.class)
                .find(RunningOffice.NORTH, held.on())
                .orElseThrow();
        var around = new ElectionMinutes.Around(
                organization, "Đảng bộ xã Suối Mơ", "2025–2027", Map.of(), OFFICE.part(Rulebook.class));
        var minutes = ElectionMinutes.of(held.held(), held.on(), around);
        try (var document =
                new XWPFDocument(new ByteArrayInputStream(PaperFiles.docx(ElectionMinutesFile.paper(minutes))))) {
            var section = document.getDocument().getBody().getSectPr();
            assertThat(section.getPgMar().getLeft()).hasToString("1701");
            var heads = document.getTables().getFirst().getText();
            assertThat(heads).contains("ĐẢNG CỘNG SẢN VIỆT NAM").contains("ĐẢNG BỘ XÃ SUỐI MƠ");
            assertThat(document.getParagraphs().stream().map(p -> p.getText()))
                    .contains("Số phiếu phát ra: 17; số phiếu thu về: 17; hợp lệ: 16; không hợp lệ: 1.");
            assertThat(document.getTables().get(1).getRows()).hasSize(3);
        }
    }

    private void withdrawn(OrganizationId cell, String at, PersonId elected) {
        var entry = at.substring(at.lastIndexOf('/') + 1);
        done(secretary, page(cell) + "/entries/" + entry + "/withdraw", fields("reason", "Kiểm lại thấy sai"));
        assertThat(holders(cell, "committee-member")).doesNotContain(elected);
        assertThat(secretary.get(at).statusCode()).isEqualTo(404);
        assertThat(secretary.get(page(cell)).body()).contains("Kiểm lại thấy sai");
    }

    @Test
    void what_does_not_add_up_is_told_and_cannot_be_recorded() {
        var cell = RunningOffice.NORTH;
        var fields = vote(enrolled("Vừ A Tủa", cell), enrolled("Cứ Thị Mỷ", cell));
        fields.put("valid", "15");
        fields.put("agree-2", "4");
        var before = entries();

        var counted = send(secretary, cell, fields, "count").body();
        assertThat(counted).contains("Số phiếu không khớp").doesNotContain("Ghi kết quả</button>");
        var refused = send(secretary, cell, fields, "record");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Số phiếu không khớp");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void committees_to_strengthen_are_listed_within_reach_with_their_articles() {
        var body = office.get("/committees/shortfalls").body();
        assertThat(body)
                .contains("Chưa có bí thư.")
                .contains("Chưa có chủ nhiệm ủy ban kiểm tra.")
                .contains("/rules/instruments?key=")
                .doesNotContain("Chi bộ bản Xa");
        assertThat(secretary.get("/committees/shortfalls").body()).doesNotContain("Chi bộ bản Nam");
        assertThat(office.get("/").body()).contains("/committees/shortfalls");
    }

    /** Who records posts would otherwise give the own authority. */
    @Test
    void nobody_records_a_post_of_the_own() {
        var form = page(RunningOffice.NORTH) + "/acts/take-post";
        var before = entries();
        var answer = secretary.post(
                form,
                form,
                fields(
                        "day",
                        "1/5/2025",
                        "person",
                        RunningOffice.SECRETARY.toString(),
                        "post",
                        "organization-officer",
                        "post-way",
                        "assigned"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Không ai tự ghi chức vụ cho chính mình");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void the_page_of_an_organisation_leads_to_its_committee() {
        assertThat(office.get("/organizations/" + RunningOffice.NORTH).body())
                .contains("href=\"" + page(RunningOffice.NORTH) + "\"");
    }
}
