package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewDesk;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.Places;

/** One year's round of a cell and its committee through the pages, in the order in which it is lived (366-QĐ/TW). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RoundPagesTests {

    private static final int YEAR = 2026;
    private static final RunningOffice OFFICE = RunningOffice.start(0);
    private static final Texts VI = Texts.in(Language.VI);
    private static final String NORTH = path(RunningOffice.NORTH) + "/dossier";
    private static final String COMMUNE = path(RunningOffice.COMMUNE);

    private final Client officer = Client.signedIn(OFFICE, "vanphong");
    private final Client secretary = Client.signedIn(OFFICE, "bithu.bac");
    private final Client member = Client.signedIn(OFFICE, "dangvien");

    @AfterAll
    static void end() {
        OFFICE.close();
    }

    private static String path(OrganizationId id) {
        return "/reviews/%d/organizations/%s".formatted(YEAR, id);
    }

    private static Map<String, String> form(String... more) {
        var fields = new HashMap<String, String>();
        fields.put("command", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static void done(Client by, String path, Map<String, String> fields) {
        var answer = by.post(path, path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    /** Sends from another page a form that has no page of its own. */
    private static void done(Client by, String page, String path, Map<String, String> fields) {
        var answer = by.post(page, path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private static String refused(Client by, String page, String path, Map<String, String> fields) {
        var answer = by.post(page, path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    private static Place place(OrganizationId id) {
        return OFFICE.part(Places.class).find(id, YEAR).orElseThrow();
    }

    private static Map<String, String> good(String prefix, String g1, String g2) {
        return new HashMap<>(Map.of(
                prefix + "fact.scoreG1", g1,
                prefix + "fact.scoreG2", g2,
                prefix + "fact.tasksDonePct", "100",
                prefix + "fact.tasksOnTimePct", "100",
                prefix + "fact.tasksExceedingPct", "0",
                prefix + "fact.qualityOk", "true"));
    }

    private static Map<String, String> with(Map<String, String> one, Map<String, String> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }

    @Test
    @Order(1)
    void a_committee_opens_the_round_with_groups_and_days() {
        assertThat(secretary.get(COMMUNE + "/round").statusCode()).isEqualTo(403);
        assertThat(officer.get(COMMUNE + "/progress").body()).contains(VI.of("round.not-open-short"));
        var late = refused(
                officer,
                COMMUNE + "/round",
                COMMUNE + "/round",
                form(
                        "group.0", "Lãnh đạo",
                        "group.0.leader", "yes",
                        "self-review", "30/11/2026",
                        "submission", "10/12/2026",
                        "decision", "15/01/2027"));
        assertThat(late).contains("phải trước 15/01/2027").contains("chưa thuộc nhóm nào");
        done(
                officer,
                COMMUNE + "/round",
                form(
                        "group.0", "Lãnh đạo, quản lý",
                        "group.0.leader", "yes",
                        "group.1", "Đảng viên khác",
                        "group.1.non-leader", "yes",
                        "group.1.outside", "yes",
                        "self-review", "30/11/2026",
                        "submission", "10/12/2026",
                        "decision", "25/12/2026",
                        "paper-number", "12-KH/ĐU"));
        assertThat(officer.get(COMMUNE + "/progress").body())
                .contains("nộp 10/12/2026")
                .contains(VI.of("round.state.collecting"));
    }

    @Test
    @Order(2)
    void a_member_keeps_a_draft_and_hands_in_the_own_self_review() {
        var mine = "/reviews/2026/mine";
        assertThat(member.get(mine).body()).contains("Mẫu").contains("Đỗ Tiến Dũng");
        var typed = with(
                good("", "27", "58,5"),
                form("kind", "outside", "group", "g2", "part.strengths", "Gương mẫu", "act", "draft", "level", "HTT"));
        done(member, mine, typed);
        assertThat(place(RunningOffice.NORTH).dossier().files()).isEmpty();
        assertThat(member.get(mine).body())
                .contains(VI.of("round.draft-kept"))
                .contains("Gương mẫu")
                .contains("58,5");
        assertThat(secretary.get(NORTH).body()).doesNotContain("Gương mẫu");

        var wrong = with(typed, form("act", "record", "fact.scoreG1", "ba mươi"));
        assertThat(refused(member, mine, mine, wrong)).contains(VI.of("decision.unreadable"));
        done(member, mine, with(typed, form("act", "record")));
        assertThat(place(RunningOffice.NORTH).dossier().file(RunningOffice.DUNG).selfReview())
                .isNotNull();
        assertThat(member.get(mine).body()).doesNotContain(VI.of("round.draft-kept"));
    }

    @Test
    @Order(3)
    void the_cell_enters_the_others_on_one_sheet() {
        var fields = form(RunningOffice.AN + ".kind", "non-leader/g2");
        fields.putAll(good(RunningOffice.AN + ".", "28", "64"));
        fields.put(RunningOffice.AN + ".fact.scoreG2", "99");
        assertThat(refused(secretary, NORTH + "/members", NORTH + "/members", fields))
                .contains("99");
        fields.put(RunningOffice.AN + ".fact.scoreG2", "64");
        fields.put(RunningOffice.AN + ".fact.tasksExceedingPct", "35");
        done(secretary, NORTH + "/members", fields);
        assertThat(place(RunningOffice.NORTH).dossier().files()).hasSize(2);
        assertThat(secretary.get(NORTH).body()).contains(VI.of("round.of", 2, 2));

        var own = NORTH + "/members/" + RunningOffice.DUNG;
        assertThat(secretary.get(NORTH + "/members").body()).contains(VI.of("round.own-word"));
        assertThat(secretary.get(own).body()).contains(VI.of("round.own-word"));
        var over = with(good("", "10", "10"), form("kind", "outside", "group", "g2"));
        assertThat(refused(secretary, own, own, over)).contains("do chính đảng viên nộp");
        assertThat(place(RunningOffice.NORTH).dossier().said(RunningOffice.DUNG))
                .containsEntry("scoreG1", "27");
    }

    @Test
    @Order(4) // Điều 7 khoản 3
    void the_meeting_waits_for_the_report_of_the_collective() {
        var body = refused(secretary, NORTH + "/meeting", NORTH + "/meeting", meeting());
        assertThat(body).contains("Tập thể kiểm điểm trước");
        done(
                secretary,
                NORTH + "/report",
                with(good("", "28", "60"), form("part.strengths", "Hoàn thành nghị quyết", "level", "HTT")));
        done(secretary, NORTH + "/meeting", meeting());
        assertThat(secretary.get(NORTH + "/meeting").body()).contains("value=\"Lường Văn Xuân\"");
    }

    @Test
    @Order(5) // Điều 12 khoản 1: the cell appraises what a member says
    void the_meeting_puts_a_fact_right_and_the_members_word_stays() {
        var corrected = RunningOffice.DUNG + ".fact.tasksExceedingPct";
        assertThat(secretary.get(NORTH + "/meeting").body()).doesNotContain(corrected);
        var asked = secretary.post(
                NORTH + "/meeting",
                NORTH + "/meeting",
                with(meeting(), form("correct", RunningOffice.DUNG + ".", "chair", "Người khác")));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains(corrected).contains("Người khác");
        done(secretary, NORTH + "/meeting", with(meeting(), form(corrected, "12")));
        var dossier = place(RunningOffice.NORTH).dossier();
        assertThat(dossier.facts(RunningOffice.DUNG)).containsEntry("tasksExceedingPct", "12");
        assertThat(dossier.said(RunningOffice.DUNG)).doesNotContainEntry("tasksExceedingPct", "12");
        assertThat(secretary.get(NORTH + "/meeting").body()).contains(corrected);
    }

    private static Map<String, String> meeting() {
        var base = place(RunningOffice.NORTH).base();
        var fields = form("on", "22/11/2026", "present", String.valueOf(base), "chair", "Lường Văn Xuân");
        fields.put("secretary", "Lò Thị An");
        for (var person : List.of(RunningOffice.AN, RunningOffice.DUNG)) {
            var level = person.equals(RunningOffice.AN) ? "HTXS" : "HTT";
            fields.put(person + ".votes." + level, String.valueOf(base));
            fields.put(person + ".outcome", level);
        }
        fields.put("own.votes.HTT", String.valueOf(base));
        fields.put("own.outcome", "HTT");
        return fields;
    }

    @Test
    @Order(6) // 213-QĐ/TW Điều 3 khoản 4
    void the_papers_go_up_when_the_remark_of_the_residence_is_there() {
        assertThat(refused(secretary, NORTH, NORTH + "/submit", form())).contains("Còn thiếu nhận xét");
        done(
                secretary,
                NORTH + "/remarks",
                form(RunningOffice.AN + ".residence", "Gia đình văn hóa, tham gia đủ sinh hoạt nơi cư trú"));
        done(secretary, NORTH, NORTH + "/submit", form());
        assertThat(officer.get(COMMUNE + "/progress").body()).contains(VI.of("round.waiting-members", 2));
    }

    @Test
    @Order(7)
    void the_committee_gives_papers_back_and_gets_them_again() {
        done(officer, NORTH, NORTH + "/return", form("because", "Thiếu biên bản kiểm phiếu"));
        assertThat(secretary.get(NORTH).body()).contains("Thiếu biên bản kiểm phiếu");
        done(secretary, NORTH, NORTH + "/submit", form());
    }

    @Test
    @Order(8) // Điều 11 khoản 1 (1.5): 20 % of those on the second level
    void caps_are_counted_while_one_decides_and_nothing_is_recorded() {
        var page = officer.get(COMMUNE + "/decisions").body();
        assertThat(page).contains("data-live=\"caps\"").contains("nhiều nhất 0 theo 20 %");
        var live = officer.post(
                COMMUNE + "/decisions",
                COMMUNE + "/decisions",
                form("act", "live", RunningOffice.AN + ".level", "HTT", RunningOffice.DUNG + ".level", "HTT"));
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).contains("0 HTXS trong 2").doesNotContain("<html");
        var both = officer.post(
                COMMUNE + "/decisions",
                COMMUNE + "/decisions",
                form("act", "live", "both", "Hướng dẫn của tỉnh", RunningOffice.AN + ".level", "HTXS"));
        assertThat(both.body()).contains("Theo quyết định, tính trên cả hai mức");
        assertThat(place(RunningOffice.NORTH).outcomes()).isEmpty();
        assertThat(secretary.get(COMMUNE + "/decisions").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(9) // 43-HD/BTCTW mục 3: by whatever way it comes, a level is decided above the cell
    void a_cell_does_not_decide_on_its_own_members() {
        var outcome = new ReviewEvent.Outcome("QD366", "HTXS", null, "HTXS", null, List.of());
        var event = new ReviewEvent.MemberClassified(RunningOffice.AN, YEAR, RunningOffice.NORTH, "g2", outcome);
        var decided = new Decided(event, LocalDate.of(YEAR, 11, 22), Paper.UNKNOWN);
        var command = new Command(UUID.randomUUID(), "bithu.bac", "workbook");
        var answer = OFFICE.part(ReviewDesk.class).recordAll(command, List.of(decided));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Refusal::code)
                                .containsExactly("not-competent"));
        assertThat(place(RunningOffice.NORTH).outcomes()).isEmpty();
    }

    @Test
    @Order(10) // Điều 12 khoản 2: members before the organisation
    void the_committee_decides_on_members_then_on_the_cell() {
        var own = path(RunningOffice.NORTH);
        var decision = with(good("", "28", "60"), form("level", "HTT", "on", "22/11/2026"));
        assertThat(refused(officer, own, own, decision)).contains("Đảng viên trước, tổ chức sau");
        done(
                officer,
                COMMUNE + "/decisions",
                form(
                        RunningOffice.AN + ".level",
                        "HTXS",
                        RunningOffice.DUNG + ".level",
                        "HTT",
                        "on",
                        "22/11/2026",
                        "paper-number",
                        "30-QĐ/ĐU"));
        assertThat(place(RunningOffice.NORTH).outcomes()).containsEntry(RunningOffice.AN, "HTXS");
        done(officer, own, decision);
        assertThat(officer.get(COMMUNE + "/progress?what=decided").body()).contains("Chi bộ bản Bắc Suối Mơ");
    }

    @Test
    @Order(11) // Điều 15
    void a_member_is_told_objects_is_answered_and_classified_anew_with_history() {
        var why = "/reviews/2026/mine/why";
        assertThat(member.get(why).body()).doesNotContain(VI.of("why.object-do"));
        done(secretary, NORTH, NORTH + "/notices", form());
        assertThat(member.get(why).body()).contains(VI.of("why.object-do")).contains("Hoàn thành tốt nhiệm vụ");
        done(member, why, form("text", "Tôi vượt 40 % chỉ tiêu"));
        assertThat(officer.get(NORTH).body()).contains(VI.of("round.objects"));
        var of = NORTH + "/members/" + RunningOffice.DUNG + "/why";
        assertThat(secretary.post(of, of, form("text", "Không", "upheld", "no")).statusCode())
                .as("who proposed does not answer for who decided")
                .isEqualTo(403);
        done(officer, of, form("text", "Đúng, xếp loại lại", "upheld", "yes"));
        done(
                officer,
                COMMUNE + "/decisions?all=yes",
                COMMUNE + "/decisions",
                form(
                        "all",
                        "yes",
                        RunningOffice.AN + ".level",
                        "HTXS",
                        RunningOffice.DUNG + ".level",
                        "HTN",
                        RunningOffice.DUNG + ".because",
                        "Xếp loại lại theo mẫu 03",
                        "on",
                        "22/11/2026",
                        "paper-number",
                        "31-QĐ/ĐU"));
        assertThat(officer.get(of).body()).contains("Xếp loại lại theo mẫu 03").contains("Đúng, xếp loại lại");
        var decided = OFFICE.part(ReviewResults.class).members(YEAR, List.of(RunningOffice.NORTH));
        assertThat(decided).anyMatch(r -> r.person().equals(RunningOffice.DUNG) && "HTN".equals(r.level()));
    }

    @Test
    @Order(12) // Điều 15
    void the_committee_makes_its_results_public_and_everybody_below_reads_when() {
        var page = COMMUNE + "/publication";
        var mine = "/reviews/2026/mine/why";
        assertThat(officer.get(page).body())
                .contains(VI.of("publication.none"))
                .contains("Chi bộ bản Bắc Suối Mơ")
                .contains("Điều 15");
        assertThat(secretary.get(page).statusCode()).isEqualTo(404);
        assertThat(member.get(NORTH.replace("/dossier", "/publication")).statusCode())
                .isEqualTo(403);
        assertThat(member.get(mine).body()).doesNotContain("Công khai kết quả");
        var seen = seen(page);
        assertThat(refused(officer, page, page, form("seen", seen, "on", "31/31/2026", "where", "Trụ sở")))
                .contains(VI.of("publication.no-manner"))
                .contains(VI.of("form.no-day"))
                .contains("value=\"Trụ sở\"");
        var fields = form(
                "seen", seen, "on", "22/11/2026", "manner", "posted", "where", "Trụ sở", "paper-number", "15-TB/ĐU");
        var stale = with(fields, form("seen", "0"));
        assertThat(refused(officer, page, page, stale)).contains("Danh sách đã thay đổi");
        done(officer, page, fields);
        done(officer, page, fields);
        assertThat(place(RunningOffice.NORTH).dossier().publications())
                .as("a double click is recorded once")
                .hasSize(1);
        assertThat(officer.get(page).body()).contains("15-TB/ĐU").contains(VI.of("publication.of", 1, 2));
        assertThat(secretary.get(NORTH).body()).contains("15-TB/ĐU").contains("Niêm yết tại trụ sở: Trụ sở");
        assertThat(secretary.get(NORTH.replace("/dossier", "/publication")).body())
                .contains("Đỗ Tiến Dũng")
                .doesNotContain(VI.of("publication.do"));
        assertThat(member.get(mine).body()).contains("Công khai kết quả").contains("15-TB/ĐU");
        assertThat(officer.get(COMMUNE + "/papers/publication?format=docx").statusCode())
                .isEqualTo(200);
        assertThat(secretary
                        .get(path(RunningOffice.NORTH) + "/papers/publication?format=pdf")
                        .statusCode())
                .as("a cell makes nothing public")
                .isEqualTo(404);
    }

    private String seen(String page) {
        var found = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"")
                .matcher(officer.get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    @Order(13) // Điều 12 khoản 2: the lower level first
    void the_report_goes_only_when_everything_below_is_decided() {
        var body = refused(officer, COMMUNE + "/progress", COMMUNE + "/report-sent", form());
        assertThat(body).contains("Cấp dưới trước").contains("Chi bộ bản Nam");
    }

    @Test
    @Order(14) // Điều 18
    void a_score_sheet_is_set_and_then_used_by_the_forms_below() {
        var sheet = COMMUNE + "/score-sheet";
        var fields = form("kind", "outside", "G1.0", "Phẩm chất", "G1.0.max", "30", "G2.0", "Việc được giao");
        fields.put("G2.0.max", "60");
        assertThat(refused(officer, sheet, sheet, fields)).contains("quy định cho 70");
        fields.put("G2.1", "Việc đột xuất");
        fields.put("G2.1.max", "10");
        done(officer, sheet, fields);
        var south = path(RunningOffice.SOUTH) + "/dossier/members/" + RunningOffice.BINH;
        var page = officer.post(
                south, south, form("act", "check", "kind", "outside", "item.g2-0", "55", "item.g2-1", "5"));
        assertThat(page.body()).contains("Việc đột xuất").contains("tối đa 10");
    }

    @Test
    @Order(15)
    void what_lies_out_of_reach_is_not_there() {
        assertThat(secretary.get(path(RunningOffice.SOUTH) + "/dossier").statusCode())
                .isEqualTo(404);
        assertThat(officer.get(path(RunningOffice.FOREIGN) + "/dossier").statusCode())
                .isEqualTo(404);
        var strangers = new ArrayList<Integer>();
        for (var page : List.of("/dossier", "/dossier/members", "/dossier/meeting", "/decisions", "/progress")) {
            strangers.add(member.get(path(RunningOffice.NORTH) + page).statusCode());
        }
        assertThat(strangers).containsOnly(403);
        assertThat(Pattern.compile("HTXS").matcher(secretary.get(NORTH).body()).find())
                .isFalse();
    }
}
