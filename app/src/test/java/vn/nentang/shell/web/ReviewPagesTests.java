package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Ledger;
import vn.nentang.membership.Act;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.PublishedResults;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewResults.MemberResult;
import vn.nentang.review.published.PublishedSummaries;
import vn.nentang.rulebook.Rulebook;

/** A year's review on its way into the ledger, as the office of a committee does it. */
final class ReviewPagesTests {

    private static final RunningOffice OFFICE = RunningOffice.shared();
    private static final OrganizationId CELL = new OrganizationId(new UUID(7, 1));
    private static final List<String> NAMES = List.of("Tòng Văn Mẫu", "Tòng Thị Hoà", "Tòng Văn Thử", "Tòng Thị Nháp");
    private static final String HEADER =
            "STT;Họ và tên;Chi bộ;Đối tượng;Nhóm tiêu chí chung;Kết quả thực hiện nhiệm vụ (điểm);"
                    + "% nhiệm vụ hoàn thành;% đúng tiến độ;% vượt mức;Chất lượng;Kỷ luật;Đề nghị xếp loại\n";
    private static final String EXCELLENT = "1;Tòng Văn Mẫu;Chi bộ Thử nghiệm;PL4;28;65;100;100;35;x;;HTXS\n";
    private static final String GOOD = "2;Tòng Thị Hòa;Chi bộ Thử nghiệm;PL4;25;55;100;100;0;x;;HTT\n";
    private static final String GAP = "3;Tòng Văn Thử;Chi bộ Thử nghiệm;PL4;28;64;100;100;20;x;;HTXS\n";
    private static final String STRANGER = "4;Tòng Văn Không Có;Chi bộ Thử nghiệm;PL4;25;55;100;100;0;x;;HTT\n";
    private static final Pattern RECORD = Pattern.compile("href=\"(/reviews/recordings/[^\"]+)\"");

    private final Client clerk = Client.signedIn(OFFICE, "vanphong");

    @BeforeAll
    static void foundACell() {
        recorded(OFFICE.part(OrganizationDesk.class)
                .foundAll(
                        command(),
                        List.of(new OrganizationEvent.Founded(
                                CELL, "cell", "Chi bộ Thử nghiệm", "SM.09", RunningOffice.COMMUNE)),
                        LocalDate.of(2020, 1, 1),
                        Paper.UNKNOWN));
        var admitted = LocalDate.of(2020, 2, 3);
        for (var i = 0; i < NAMES.size(); i++) {
            var id = new PersonId(new UUID(7, 10 + i));
            var facts = List.of(new Fact(Fact.FULL_NAME, NAMES.get(i)), new Fact(Fact.BIRTH, "1980"));
            recorded(OFFICE.part(MembershipDesk.class)
                    .proposeAll(
                            command(),
                            List.of(
                                    new Act(new MembershipEvent.PersonRegistered(id, facts), admitted, Paper.UNKNOWN),
                                    new Act(
                                            new MembershipEvent.Admitted(id, CELL, PartialDate.of(admitted)),
                                            admitted,
                                            Paper.UNKNOWN))));
        }
    }

    private static Command command() {
        return new Command(UUID.randomUUID(), "test", UUID.randomUUID());
    }

    private static void recorded(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Recorded.class);
    }

    /** The address where a checked workbook waits for its decisions. */
    private static String checked(Client client, String rows) {
        var page = client.upload("/reviews/check", "/reviews/check", Map.of("year", "2025"), "bang.csv", HEADER + rows);
        assertThat(page.statusCode()).isEqualTo(200);
        var found = RECORD.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> form(String... more) {
        var form = new HashMap<>(Map.of(
                "org",
                RunningOffice.COMMUNE.toString(),
                "act",
                "record",
                "on",
                "25/12/2025",
                "paper-number",
                "9-QĐ/ĐU"));
        for (var i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private static List<MemberResult> results() {
        return OFFICE.part(ReviewResults.class).members(2025, List.of(CELL));
    }

    private static String levelOf(String name) {
        return results().stream()
                .filter(result -> result.fullName().equals(name))
                .map(result -> Objects.requireNonNullElse(result.level(), ""))
                .findFirst()
                .orElseThrow();
    }

    private static long size() {
        return OFFICE.part(Ledger.class).size();
    }

    @Test // 366-QĐ/TW, Điều 11
    void the_office_records_a_workbook_once_with_what_was_decided_otherwise() {
        var waiting = checked(clerk, EXCELLENT + GOOD + GAP + STRANGER);
        var page = clerk.get(waiting).body();
        assertThat(page)
                .contains("Tòng Thị Hoà")
                .contains("Tòng Văn Không Có")
                .contains(Texts.in(Language.VI).of("recording.found", 3, 4))
                .contains(Texts.in(Language.VI).of("recording.undecided", 1))
                .contains("cap-because");

        var size = size();
        refusesWhatIsNotReady(waiting);
        assertThat(size()).isEqualTo(size);

        var sound = form("leave-out", "yes", "level.2", "HTT", "because.2", "Đảng ủy quyết định theo đề nghị");
        var first = clerk.post(waiting, waiting, sound);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(size()).isEqualTo(size + 3);
        assertThat(clerk.post("/reviews/check", waiting, sound).statusCode()).isEqualTo(303);
        assertThat(size()).as("sent twice, recorded once").isEqualTo(size + 3);

        assertThat(clerk.get(waiting).body())
                .contains(Texts.in(Language.VI).of("recording.done", 3, "2025"))
                .contains("9-QĐ/ĐU");
        assertThat(levelOf("Tòng Văn Mẫu")).isEqualTo("HTXS");
        assertThat(levelOf("Tòng Văn Thử")).isEqualTo("HTT");
        assertThat(levelOf("Tòng Thị Nháp")).isEmpty();
        theMembersPageSaysWhatWasDecided();
        decidingAgainNeedsAReason();
    }

    private void refusesWhatIsNotReady(String waiting) {
        var texts = Texts.in(Language.VI);
        assertRefused(waiting, form(), "không tìm thấy đúng một đảng viên");
        assertRefused(waiting, form("leave-out", "yes"), "không mức nào khớp");
        assertRefused(waiting, form("leave-out", "yes", "level.2", "HTT"), "phải kèm lý do");
        assertRefused(
                waiting,
                form("leave-out", "yes", "level.1", "HTXS", "level.2", "HTT", "because.2", "có lý do"),
                "phải kèm lý do");
        assertRefused(
                waiting,
                form(
                        "leave-out",
                        "yes",
                        "level.1",
                        "HTXS",
                        "because.1",
                        "x",
                        "level.2",
                        "HTT",
                        "because.2",
                        "y",
                        "paper-number",
                        ""),
                "phải ghi văn bản quyết định");
        assertRefused(waiting, form("on", "31/31/2025"), texts.of("form.no-day"));
        assertRefused(
                waiting,
                form("leave-out", "yes", "level.2", "HTT", "because.2", "y", "cap-because", "nổi trội"),
                "Nâng tỷ lệ phải có văn bản quyết định");
    }

    private void assertRefused(String waiting, Map<String, String> form, String sentence) {
        var answer = clerk.post(waiting, waiting, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    private void theMembersPageSaysWhatWasDecided() {
        var page = clerk.get("/members/" + new PersonId(new UUID(7, 12))).body();
        assertThat(page)
                .contains("Xếp loại năm 2025: Hoàn thành tốt nhiệm vụ. Lý do: Đảng ủy quyết định theo đề nghị")
                .contains("9-QĐ/ĐU")
                .doesNotContain("review.member-classified");
    }

    private void decidingAgainNeedsAReason() {
        var again = checked(clerk, GOOD);
        assertThat(clerk.get(again).body()).contains("name=\"again\"");
        assertRefused(again, form(), "quyết định lại phải ghi lý do");
        assertThat(clerk.post(again, again, form("again", "Xét lại sau khiếu nại"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void choices_can_be_counted_against_the_cap_before_anything_is_recorded() {
        var waiting = checked(clerk, EXCELLENT + GOOD);
        var size = size();
        var counted = clerk.post(
                waiting, waiting, form("act", "count", "level.0", "HTT", "because.0", "giữ tỷ lệ", "cap-because", "x"));
        assertThat(counted.statusCode()).isEqualTo(200);
        assertThat(counted.body()).contains("0 / 2").contains("giữ tỷ lệ").contains("Được nâng theo quyết định");
        assertThat(size()).isEqualTo(size);
        assertThat(clerk.post(waiting, waiting + "/discard", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(clerk.get(waiting).statusCode()).isEqualTo(404);
    }

    @Test
    void a_workbook_is_seen_by_its_sender_alone_and_recorded_within_reach_alone() {
        var waiting = checked(clerk, GOOD);
        assertThat(Client.signedIn(OFFICE, "bithu.bac").get(waiting).statusCode())
                .isEqualTo(404);

        var secretary = Client.signedIn(OFFICE, "bithu.bac");
        var own = checked(secretary, GOOD);
        assertThat(secretary.get(own).body()).doesNotContain("Tòng Thị Hoà");
        var size = size();
        assertThat(secretary.post(own, own, form()).statusCode()).isEqualTo(404);
        assertThat(size()).isEqualTo(size);
        assertThat(Client.signedIn(OFFICE, "kythuat").get("/reviews/check").statusCode())
                .isEqualTo(403);
    }

    private static String decision(OrganizationId organization, int year) {
        return "/reviews/%d/organizations/%s".formatted(year, organization);
    }

    private static Map<String, String> decided(String... more) {
        var form = new HashMap<>(
                Map.of("command", UUID.randomUUID().toString(), "act", "record", "on", "25/12/2025", "level", "HTT"));
        form.put("paper-number", "10-QĐ/ĐU");
        for (var i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private static String[] facts(String score) {
        var facts = new ArrayList<String>();
        facts.addAll(List.of("fact.score", score, "fact.tasksDonePct", "100 %", "fact.tasksOnTimePct", "100"));
        facts.addAll(List.of("fact.tasksExceedingPct", "35", "fact.qualityOk", "true"));
        return facts.toArray(String[]::new);
    }

    private HttpResponse<String> send(String path, Map<String, String> form) {
        return clerk.post(path, path, form);
    }

    @Test // 79/CT-BQP: recorded beside the level, never decided by it
    void a_units_title_stands_beside_the_level_of_its_organisation() {
        var list = "/reviews/2025/organizations?org=" + RunningOffice.COMMUNE;
        assertThat(clerk.get(list).body()).doesNotContain("Danh hiệu đơn vị");
        var path = "/reviews/2025/organizations/" + RunningOffice.NORTH + "/unit-title";
        var title = Map.of(
                "command",
                UUID.randomUUID().toString(),
                "title",
                "exemplary",
                "on",
                "31/12/2025",
                "paper-number",
                "7-QĐ/BTL");
        assertThat(send(path, title).statusCode()).isEqualTo(303);
        assertThat(clerk.get(list).body()).contains("Danh hiệu đơn vị").contains("“mẫu mực, tiêu biểu”");
    }

    @Test // 366-QĐ/TW, Điều 11 khoản 1 (1.1), khoản 2
    void an_organisation_is_judged_on_its_facts_and_recorded_with_its_paper() {
        var path = decision(RunningOffice.LATER, 2025);
        assertThat(clerk.get("/reviews/2025/organizations?org=" + RunningOffice.COMMUNE)
                        .body())
                .contains("href=\"" + path + "\"");
        assertThat(clerk.get(path).body()).contains("Tổng điểm");
        assertThat(clerk.get("/reviews/2025/organizations?org=" + RunningOffice.COMMUNE)
                        .body())
                .contains("Chưa đủ dữ kiện: ");

        var size = size();
        var seen = decided(facts("92,5"));
        seen.put("act", "check");
        assertThat(send(path, seen).body())
                .contains("<strong>Hoàn thành xuất sắc nhiệm vụ</strong>")
                .contains("Điều 11 khoản 1 (1.1)");
        assertThat(send(path, decided(facts("một trăm"))).body())
                .contains(Texts.in(Language.VI).of("decision.unreadable"))
                .contains("một trăm");
        assertThat(send(path, decided(facts("92"))).body()).contains("phải kèm lý do");
        assertThat(send(path, decided(facts("92"))).statusCode()).isEqualTo(422);
        assertThat(size()).isEqualTo(size);

        var form = decided(facts("85"));
        assertThat(send(path, form).statusCode()).isEqualTo(303);
        assertThat(send(path, form).statusCode()).isEqualTo(303);
        assertThat(size()).as("sent twice, recorded once").isEqualTo(size + 1);
        assertThat(clerk.get(path).body()).contains("value=\"85\"");
        var again = decided(facts("85"));
        assertThat(send(path, again).statusCode()).isEqualTo(422);
    }

    @Test // 21-HD/BTCTW, phần II.B mục 1.3: the shares are those of the members on record
    void the_shares_of_an_old_year_come_from_the_results_below() {
        var page = clerk.get(decision(RunningOffice.SOUTH, 2024)).body();
        assertThat(page).contains("Hoàn thành tốt nhiệm vụ");
        var old = clerk.get(decision(RunningOffice.SOUTH, 2022)).body();
        assertThat(old).contains("Số tổ chức trực thuộc (hoặc đảng viên) được xếp loại");
    }

    @Test
    void an_organisation_out_of_reach_or_out_of_hand_is_not_there() {
        var secretary = Client.signedIn(OFFICE, "bithu.bac");
        assertThat(secretary.get(decision(RunningOffice.SOUTH, 2025)).statusCode())
                .isEqualTo(403);
        assertThat(secretary.get(decision(RunningOffice.NORTH, 2025)).statusCode())
                .as("a cell does not decide on itself")
                .isEqualTo(403);
        assertThat(clerk.get(decision(RunningOffice.LATER, 2023)).statusCode())
                .as("not founded yet")
                .isEqualTo(404);
    }

    @Test
    void published_totals_are_shown_as_what_they_are_within_reach_alone() {
        var list = PublishedSummaries.read(
                "list.yaml",
                "- {id: suoimo2015_members, regime: TSVM, total: 100, assessed: 96, HTXS: 12, HTT: 80, HTN: 3, KHT: 0}",
                OFFICE.part(Rulebook.class));
        var wanted = new PublishedResults.Wanted(
                RunningOffice.COMMUNE,
                LocalDate.of(2024, 1, 5),
                new Paper("3-BC/ĐU", null, "Đảng ủy xã Suối Mơ", null),
                null);
        recorded(OFFICE.part(PublishedResults.class)
                .record(command(), ((PublishedSummaries.Reading.Read) list).summaries(), wanted));

        var page = clerk.get("/reviews").body();
        assertThat(page)
                .contains(Texts.in(Language.VI).of("published.tag"))
                .contains("3-BC/ĐU")
                .contains("Tổng các mức là 95, khác số được đánh giá 96")
                .contains("12 / 80 = 15 %")
                .doesNotContain("/reviews/2015");
        assertThat(Client.signedIn(OFFICE, "bithu.bac").get("/reviews").body()).doesNotContain("3-BC/ĐU");
    }
}
