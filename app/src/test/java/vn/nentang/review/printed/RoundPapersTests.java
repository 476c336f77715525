package vn.nentang.review.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.TestLedger;
import vn.nentang.paper.PaperFiles;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.Publications;
import vn.nentang.review.round.RoundEvent;
import vn.nentang.review.round.RoundEvent.Attendance;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.Deadlines;
import vn.nentang.review.round.RoundEvent.DossierSubmitted;
import vn.nentang.review.round.RoundEvent.Group;
import vn.nentang.review.round.RoundEvent.Line;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.OrganizationSelfReviewed;
import vn.nentang.review.round.RoundEvent.Passage;
import vn.nentang.review.round.RoundEvent.Proposal;
import vn.nentang.review.round.RoundEvent.RemarkRecorded;
import vn.nentang.review.round.RoundEvent.RoundOpened;
import vn.nentang.review.round.RoundEvent.SelfReview;
import vn.nentang.review.round.RoundEvent.Votes;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

/** The papers of a round, each from what is recorded. */
final class RoundPapersTests {

    private static final int YEAR = 2026;

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final OrganizationId body = acts.found("Đảng bộ Trung đoàn 5", "grassroots-body", null, "2015-01-01");
    private final OrganizationId cell = acts.found("Chi bộ Đại đội 1", "cell", body, "2015-01-01");
    private final PersonId an = acts.member("Lò Thị An", cell, "2015-01-01");
    private final PersonId binh = acts.member("Quàng Văn <b>Bình</b> & Con", cell, "2015-01-01");
    private final RoundPapers papers = new RoundPapers(
            world.organizations,
            new ReviewResults(world.base.sql, new ReviewYears(World.RULEBOOK)),
            world.base.ledger,
            world.places,
            new Publications(world.base.sql));

    @AfterEach
    void close() {
        world.close();
    }

    private void propose(RoundEvent event, String on) {
        recorded(world.roundDesk.propose(TestLedger.command(event), event, day(on), Acts.PAPER));
    }

    private static SelfReview review() {
        return new SelfReview(
                List.of(
                        new JudgedFact("score", "81.5"),
                        new JudgedFact("tasksDonePct", "100"),
                        new JudgedFact("tasksOnTimePct", "100"),
                        new JudgedFact("tasksExceedingPct", "0"),
                        new JudgedFact("qualityOk", "true")),
                List.of(),
                List.of(new Passage("strengths", "Hoàn thành tốt huấn luyện.\nGiúp dân làm đường.")),
                "HTT");
    }

    private static Proposal proposal(@Nullable String because) {
        return new Proposal(List.of(), List.of(new Votes("HTT", 2)), 0, "HTT", because);
    }

    private void reviewed() {
        propose(
                new RoundOpened(
                        body,
                        YEAR,
                        "QD366",
                        List.of(
                                new Group("lead", "Lãnh đạo, quản lý", List.of("leader")),
                                new Group("staff", "Còn lại", List.of("non-leader", "outside"))),
                        new Deadlines(day("2026-11-30"), day("2026-12-10"), day("2026-12-25"))),
                "2026-11-01");
        propose(new OrganizationSelfReviewed(cell, YEAR, review()), "2026-11-20");
        propose(new MemberSelfReviewed(cell, YEAR, an, "outside", "staff", review()), "2026-11-20");
        propose(new MemberSelfReviewed(cell, YEAR, binh, "leader", "lead", review()), "2026-11-20");
    }

    private void met() {
        reviewed();
        propose(
                new CellMet(
                        cell,
                        YEAR,
                        new Attendance(2, 2, "Lò Văn Mẫu", "Lường Thị Thư"),
                        List.of(new Line(an, proposal(null)), new Line(binh, proposal(null))),
                        proposal(null)),
                "2026-12-01");
    }

    private void decided() {
        met();
        propose(new RemarkRecorded(cell, YEAR, binh, "residence", true, "Gương mẫu."), "2026-12-01");
        propose(new DossierSubmitted(cell, YEAR), "2026-12-02");
        decide("2026-12-20", member(an, "HTT"), member(binh, "HTT"), organization("HTT"));
    }

    private void decide(String on, ReviewEvent... events) {
        var decisions = new ArrayList<Decided>();
        for (var event : events) {
            decisions.add(new Decided(event, day(on), Acts.PAPER));
        }
        recorded(world.reviewDesk.recordAll(TestLedger.command(events[0]), decisions));
    }

    private ReviewEvent member(PersonId person, String level) {
        return new ReviewEvent.MemberClassified(person, YEAR, cell, "staff", outcome(level));
    }

    private ReviewEvent organization(String level) {
        return new ReviewEvent.OrganizationClassified(cell, YEAR, outcome(level));
    }

    private static ReviewEvent.Outcome outcome(String level) {
        return new ReviewEvent.Outcome("QD366", level, null, level, null, List.of());
    }

    private Place place(int year) {
        return world.places.find(cell, year).orElseThrow();
    }

    private String printed(PaperKind kind, @Nullable PersonId person) throws IOException {
        return printed(kind, place(YEAR), person);
    }

    private String printed(PaperKind kind, Place place, @Nullable PersonId person) throws IOException {
        var paper = papers.find(kind, place, person).orElseThrow();
        assertThat(PaperFiles.docx(paper)).isNotEmpty();
        try (var pdf = Loader.loadPDF(PaperFiles.pdf(paper))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    @Test // 43-HD/BTCTW, Mẫu 2C
    void a_self_review_has_the_parts_of_its_form_and_what_the_member_said() throws IOException {
        reviewed();
        assertThat(printed(PaperKind.SELF_REVIEW, an))
                .contains("Mẫu 2C", "ĐẢNG BỘ TRUNG ĐOÀN 5 CHI BỘ ĐẠI ĐỘI 1", "BẢN KIỂM ĐIỂM CÁ NHÂN", "Lò Thị An")
                .contains("I. Ưu điểm, kết quả đạt được", "Thực hiện quyền và nhiệm vụ của đảng viên")
                .contains("Hoàn thành tốt huấn luyện. Giúp dân làm đường.", "VI. Phương hướng")
                .contains("/ 30", "/ 70", "81,5 / 100", "x Hoàn thành tốt nhiệm vụ")
                .contains("Tỷ lệ nhiệm vụ hoàn thành (%) 100", "ngày 20 tháng 11 năm 2026", "NGƯỜI TỰ KIỂM ĐIỂM")
                .doesNotContain("Kết quả thực hiện nhiệm vụ được giao", "chưa được đọc");
    }

    @Test
    void a_self_review_not_handed_in_is_left_open_to_be_written_by_hand() throws IOException {
        assertThat(printed(PaperKind.SELF_REVIEW, an))
                .contains("Mẫu 2B", "Lò Thị An", "..........")
                .contains("Kết quả thực hiện nhiệm vụ được giao")
                .doesNotContain("x Hoàn thành");
    }

    @Test // 25-HD/BTCTW of 2023 and 43-HD/BTCTW of 2025 give the same letter another meaning
    void the_form_follows_the_guidance_and_the_kind_and_what_was_not_read_is_said() throws IOException {
        assertThat(printed(PaperKind.SELF_REVIEW, place(2024), an)).contains("Mẫu 02A", "25-HD/BTCTW", "chưa được đọc");
        assertThat(printed(PaperKind.SELF_REVIEW, place(2022), an)).contains("Mẫu 02", "21-HD/BTCTW", "chưa được đọc");
        assertThat(printed(PaperKind.SELF_REVIEW, place(2018), an))
                .contains("Không có mẫu")
                .doesNotContain("Mẫu 0");
    }

    @ParameterizedTest
    @CsvSource({
        "QD366, 2025-10-30, leader, -",
        "QD366, 2025-10-31, leader, 2A",
        "QD366, 2025-11-01, leader, 2A",
        "QD366, 2025-10-31, non-leader, 2B",
        "QD366, 2025-10-31, outside, 2C",
        "QD366, 2025-10-31, cell, 01",
        "QD124, 2023-11-09, leader, -",
        "QD124, 2023-11-10, leader, 02B",
        "QD124, 2023-11-11, leader, 02B",
        "QD124, 2023-11-10, non-leader, 02A",
        "QD132, 2019-10-17, leader, -",
        "QD132, 2019-10-18, leader, 02",
        "QD132, 2019-10-19, non-leader, 02"
    })
    void a_form_holds_from_the_first_day_of_its_guidance(String regime, LocalDate on, String kind, String letter) {
        var place = place(YEAR);
        var then = new RegimeOn(World.RULEBOOK.findRegime(regime).orElseThrow(), on);
        var around = new Around(
                new Place(
                        place.organization(),
                        YEAR,
                        place.kind(),
                        place.rules(),
                        then,
                        null,
                        place.dossier(),
                        place.roll(),
                        Map.of(),
                        Map.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        Map.of()),
                null,
                null);
        assertThat(around.form(kind).map(form -> form.letter()).orElse("-")).isEqualTo(letter);
    }

    @Test // 43-HD/BTCTW, Mẫu 01
    void the_report_of_a_cell_has_its_four_items() throws IOException {
        reviewed();
        assertThat(printed(PaperKind.REPORT, null))
                .contains("Mẫu 01", "BÁO CÁO KIỂM ĐIỂM", "nguyên tắc tập trung dân chủ", "Công tác xây dựng Đảng")
                .contains("T/M CHI BỘ", "Đảng ủy Trung đoàn 5 (để báo cáo)", "-BC/CB");
    }

    @Test
    void a_ballot_lists_everybody_with_an_empty_box_for_each_level_and_says_it_is_a_sample() throws IOException {
        assertThat(printed(PaperKind.BALLOT, null))
                .contains("PHIẾU BIỂU QUYẾT", "Lò Thị An", "Quàng Văn <b>Bình</b> & Con", "Chi bộ Đại đội 1")
                .contains("Hoàn thành xuất sắc nhiệm vụ", "Không hoàn thành nhiệm vụ", "Mẫu tham khảo")
                .contains("2 đảng viên chính thức");
    }

    @Test
    void the_minutes_hold_the_counts_and_who_led_the_meeting() throws IOException {
        met();
        assertThat(printed(PaperKind.MINUTES, null))
                .contains(
                        "BIÊN BẢN",
                        "ngày 01 tháng 12 năm 2026",
                        "Tổng số đảng viên chính thức: 2; có mặt: 2; vắng mặt: 0")
                .contains("2 (100,0%)", "CHỦ TRÌ", "Lò Văn Mẫu", "NGƯỜI GHI BIÊN BẢN", "Lường Thị Thư")
                .doesNotContain("Mức đề nghị 2 TT");
        assertThat(printed(PaperKind.COUNT, null)).contains("BIÊN BẢN KIỂM PHIẾU", "2 (100,0%)", "T/M TỔ KIỂM PHIẾU");
    }

    @Test // 366-QĐ/TW Điều 12, 13
    void the_decision_comes_from_the_committee_that_decides_with_its_list() throws IOException {
        decided();
        assertThat(printed(PaperKind.DECISION, null))
                .contains("ĐẢNG ỦY TRUNG ĐOÀN 5 QUYẾT ĐỊNH:", "Quy định số 366-QĐ/TW, ngày 30/08/2025", "DANH SÁCH")
                .contains("Điều 2. Xếp loại 2 đảng viên", "Lò Thị An", "T/M ĐẢNG ỦY", "Lưu Văn phòng.");
        assertThat(printed(PaperKind.NOTICE, an))
                .contains("THÔNG BÁO", "Đồng chí Lò Thị An", "Hoàn thành tốt nhiệm vụ", "-TB/ĐU");
    }

    @Test // 366-QĐ/TW Điều 15
    void what_a_committee_makes_public_is_a_notice_with_its_lists() throws IOException {
        var committee = world.places.find(body, YEAR).orElseThrow();
        assertThat(papers.find(PaperKind.PUBLICATION, committee, null)).isEmpty();
        decided();
        assertThat(papers.find(PaperKind.PUBLICATION, place(YEAR), null)).isEmpty();
        assertThat(printed(PaperKind.PUBLICATION, committee, null))
                .contains("THÔNG BÁO", "ĐẢNG ỦY TRUNG ĐOÀN 5", "-TB/ĐU", "366-QĐ/TW, ngày 30/08/2025")
                .contains("Tổ chức đảng: 1.", "Đảng viên: 2.", "Lò Thị An", "Hoàn thành tốt nhiệm vụ", "T/M ĐẢNG ỦY");
        var due = Publications.due(place(YEAR), new Publications.Manner("posted", "Trụ sở"));
        propose(due.orElseThrow(), "2026-12-31");
        assertThat(printed(PaperKind.PUBLICATION, committee, null)).contains("ngày 31 tháng 12 năm 2026");
    }

    @Test // 43-HD/BTCTW, Mẫu 03; 366-QĐ/TW Điều 15.3
    void a_re_classification_names_the_level_before_and_after() throws IOException {
        decided();
        assertThat(papers.find(PaperKind.RECLASSIFICATION, place(YEAR), an)).isEmpty();
        var found = new ReviewEvent.Outcome("QD366", "HTN", null, "HTN", "Báo cáo sai kết quả huấn luyện.", List.of());
        decide("2026-12-30", new ReviewEvent.MemberClassified(an, YEAR, cell, "staff", found));
        assertThat(printed(PaperKind.RECLASSIFICATION, an))
                .contains("Mẫu 03", "Hủy kết quả xếp loại năm 2026 của đồng chí Lò Thị An")
                .contains(
                        "Hoàn thành tốt nhiệm vụ", "Xếp loại lại: Hoàn thành nhiệm vụ", "Báo cáo sai", "chưa được đọc");
    }

    @Test // 366-QĐ/TW Điều 17
    void the_list_of_the_dossier_has_nine_items_with_what_is_there() throws IOException {
        met();
        assertThat(printed(PaperKind.DOSSIER, null))
                .contains("Mẫu 04", "9 Tài liệu khác có liên quan", "Tập thể: 1; cá nhân: 2", "Họp ngày 01 tháng 12");
    }

    @Test
    void nothing_is_printed_of_what_is_not_recorded_or_of_a_stranger() {
        var stranger = acts.member("Sùng A Khách", acts.found("Chi bộ 2", "cell", body, "2015-01-01"), "2015-01-01");
        var place = place(YEAR);
        for (var kind : List.of(PaperKind.MINUTES, PaperKind.COUNT, PaperKind.DECISION, PaperKind.RECLASSIFICATION)) {
            assertThat(papers.find(kind, place, null)).as(kind.code()).isEmpty();
        }
        assertThat(papers.find(PaperKind.NOTICE, place, an)).isEmpty();
        assertThat(papers.find(PaperKind.SELF_REVIEW, place, stranger)).isEmpty();
        assertThat(papers.find(PaperKind.SELF_REVIEW, place, null)).isEmpty();
        assertThat(papers.find(PaperKind.BALLOT, world.places.find(body, YEAR).orElseThrow(), null))
                .isEmpty();
    }

    @Test
    void a_cell_of_sixty_is_printed_on_several_pages() throws IOException {
        for (int i = 0; i < 60; i++) {
            acts.member("Nguyễn Thị " + "Hoàng ".repeat(8) + "Số " + i, cell, "2015-01-01");
        }
        var paper = papers.find(PaperKind.BALLOT, place(YEAR), null).orElseThrow();
        try (var pdf = Loader.loadPDF(PaperFiles.pdf(paper))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            assertThat(new PDFTextStripper().getText(pdf)).contains("62 ");
        }
        assertThat(place(YEAR).base()).isEqualTo(62);
    }
}
