package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nentang.review.Reviewing.level;
import static vn.nentang.review.Reviewing.notClassified;
import static vn.nentang.simulation.Acts.recorded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.paper.PaperFiles;
import vn.nentang.paper.PaperFormat;
import vn.nentang.review.ReviewEvent.CapRaised;
import vn.nentang.review.ReviewReport.GroupCap;
import vn.nentang.review.ReviewReport.Row;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

/** One small grassroots body with two cells of seven members each, reviewed for 2025, in part for 2024. */
final class ReviewReportsTests {

    private static final String FOUNDED = "2020-01-01";

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final Reviewing reviewing = new Reviewing(world);
    private final OrganizationId province = acts.found("Đảng bộ tỉnh Điện Biên", "province", null, FOUNDED);
    private final OrganizationId body = acts.found("Đảng bộ xã Mường Ảng", "grassroots-body", province, FOUNDED);
    private final OrganizationId one = acts.found("Chi bộ bản Đề Pua", "cell", body, FOUNDED);
    private final OrganizationId two = acts.found("Chi bộ bản Huổi Lếch", "cell", body, FOUNDED);
    private final List<PersonId> ones = new ArrayList<>();
    private final List<PersonId> twos = new ArrayList<>();

    @BeforeEach
    void review() {
        for (int i = 1; i <= 7; i++) {
            ones.add(acts.member("Lò Văn Số " + i, one, FOUNDED));
            twos.add(acts.member("Quàng Thị Số " + i, two, FOUNDED));
        }
        decide(
                ones,
                one,
                "HTXS leader",
                "HTXS non-leader",
                "HTT leader",
                "HTT non-leader",
                "HTN non-leader",
                "- exempt");
        decide(
                twos,
                two,
                "HTXS non-leader",
                "HTT non-leader",
                "HTT non-leader",
                "KHT leader",
                "- suspended",
                "- exempt");
        recorded(reviewing.organization(one, 2025, level("QD366", "HTXS")));
        recorded(reviewing.organization(two, 2025, level("QD366", "HTT")));
        recorded(reviewing.organization(body, 2025, level("QD366", "HTT")));
    }

    private void decide(List<PersonId> who, OrganizationId cell, String... outcomes) {
        for (int i = 0; i < outcomes.length; i++) {
            var words = outcomes[i].split(" ", -1);
            var isNot = words[0].equals("-");
            var outcome = isNot ? notClassified("QD366", words[1]) : level("QD366", words[0]);
            recorded(reviewing.member(who.get(i), 2025, cell, isNot ? null : words[1], outcome));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private ReviewReport report(OrganizationId organization, int year) {
        return reviewing.reports().of(organization, year).orElseThrow();
    }

    @Test
    void a_report_adds_up() {
        var report = report(body, 2025);

        assertThat(report.total().members().levels()).isEqualTo(Map.of("HTXS", 3, "HTT", 4, "HTN", 1, "KHT", 1));
        assertThat(report.total().members().notClassified()).isEqualTo(Map.of("exempt", 2, "suspended", 1));
        assertThat(report.total().members().undecided()).isEqualTo(2);
        assertThat(report.total().members().total()).isEqualTo(14);
        assertThat(report.rows())
                .extracting(r -> r.organization().name(), r -> r.members().total(), Row::own)
                .containsExactly(tuple("Chi bộ bản Đề Pua", 7, "HTXS"), tuple("Chi bộ bản Huổi Lếch", 7, "HTT"));
        assertAddsUp(report);
        assertAddsUp(report(province, 2025));
        assertThat(report(province, 2025).total().members())
                .isEqualTo(report.total().members());
        assertThat(report(province, 2025).total().grassroots().levels()).isEqualTo(Map.of("HTT", 1));
        assertThat(report.goodMembers()).isEqualTo(new ReviewReport.Share(7, 9));
        assertThat(report.goodMembers().percent()).hasValue(77.78);
    }

    private static void assertAddsUp(ReviewReport report) {
        var sum = Tally.EMPTY;
        for (var row : report.rows()) {
            sum = sum.plus(row.members());
        }
        assertThat(sum).isEqualTo(report.total().members());
        for (var row : new ReportTable(report).rows()) {
            for (var tally : List.of(row.members(), row.cells(), row.grassroots())) {
                assertThat(tally.total()).isEqualTo(tally.classified() + tally.unclassified() + tally.undecided());
            }
        }
    }

    @Test // 366-QĐ/TW 2025-08-30 Điều 11 khoản 1 (1.5): within each group of similar position
    void the_cap_is_checked_for_each_group_and_for_all() {
        assertThat(report(body, 2025).caps())
                .extracting(GroupCap::group, c -> c.cap().top(), c -> c.cap().base(), GroupCap::isExceeded)
                .containsExactly(tuple("", 3, 4, true), tuple("leader", 1, 1, true), tuple("non-leader", 2, 3, true));

        recorded(reviewing.decide(new CapRaised(body, 2025, new BigDecimal("0.25"), "Kết quả nổi trội"), Acts.PAPER));

        assertThat(report(body, 2025).caps()).allMatch(GroupCap::raisedByDecision);
        assertThat(report(one, 2025).caps()).noneMatch(GroupCap::raisedByDecision);
    }

    @Test // Điều 11 khoản 1 (1.5) measures against those on the second level; another reading needs a paper
    void the_base_of_the_cap_is_the_texts_unless_a_decision_says_otherwise() {
        var byTheText = report(body, 2025).caps().getFirst();
        recorded(reviewing.decide(new ReviewEvent.CapMeasuredOfBoth(body, 2025, "Hướng dẫn của tỉnh ủy"), Acts.PAPER));
        var decided = report(body, 2025).caps().getFirst();
        assertThat(fifty(byTheText).allowed()).isEqualTo(8);
        assertThat(fifty(decided).allowed()).isEqualTo(10);
        assertThat(fifty(decided).excess()).isZero();
        assertThat(report(one, 2025).caps()).noneMatch(cap -> cap.terms().ofBoth());
    }

    private static GroupCap fifty(GroupCap of) {
        var cap = of.cap();
        return new GroupCap("", new Cap(cap.topCode(), cap.baseCode(), 10, 40, cap.limit(), cap.raised()), of.terms());
    }

    @Test // 124-QĐ/TW 2023-10-04, 132-QĐ/TW 2018-03-08
    void an_old_year_is_made_again_by_its_own_regime() {
        recorded(reviewing.member(ones.getFirst(), 2024, one, null, level("QD124", "HTT")));
        recorded(reviewing.member(ones.getFirst(), 2022, one, null, level("QD132", "HTXS")));

        assertThat(report(body, 2024).regime()).isEqualTo("QD124");
        assertThat(report(body, 2024).total().members().levels()).isEqualTo(Map.of("HTT", 1));
        assertThat(report(body, 2022).regime()).isEqualTo("QD132");
        assertThat(String.valueOf(report(body, 2022).source())).contains("132-QĐ/TW");
        assertThat(report(body, 2022).total().members().undecided()).isEqualTo(13);
        assertThat(reviewing.reports().of(body, 2019)).isEmpty();
    }

    @Test
    void a_report_of_its_own_date_stays_as_it_is_when_the_tree_changes_later() throws IOException {
        var before = report(body, 2025);
        var paper = ReviewReportFiles.json(before);

        acts.act(new OrganizationEvent.Renamed(one, "Chi bộ bản mới"), "2026-01-01");
        acts.act(new OrganizationEvent.Moved(one, province), "2026-02-01");
        for (var person : twos) {
            acts.act(new MembershipEvent.Transferred(person, one), "2026-02-01");
        }
        acts.act(new OrganizationEvent.Ended(two, "Sáp nhập", List.of(one)), "2026-03-01");

        assertThat(report(body, 2025)).isEqualTo(before);
        assertThat(ReviewReportFiles.json(report(body, 2025))).isEqualTo(paper);
        assertThat(report(body, 2026).rows()).isEmpty();
        assertThat(report(province, 2026).total().members().undecided()).isEqualTo(14);
    }

    @Test // form 6-BTCTW
    void the_workbook_holds_the_numbers_as_numbers() throws IOException {
        var report = report(body, 2025);
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(ReviewReportFiles.xlsx(report)))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            var sheet = workbook.getSheetAt(2);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
                    .contains("Đảng bộ xã Mường Ảng")
                    .contains("2025");
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("Chi bộ bản Đề Pua");
            assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("Hoàn thành xuất sắc nhiệm vụ");
            var total = sheet.getRow(6);
            assertThat(total.getCell(0).getStringCellValue()).isEqualTo("Đảng bộ xã Mường Ảng");
            assertThat(total.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(numbers(total, 1, 2, 3, 5, 7, 9)).containsExactly(14.0, 9.0, 3.0, 4.0, 1.0, 1.0);
            assertThat(total.getCell(4).getNumericCellValue()).isEqualTo(33.33);
        }
    }

    private static List<Double> numbers(org.apache.poi.ss.usermodel.Row row, int... columns) {
        var numbers = new ArrayList<Double>();
        for (var column : columns) {
            numbers.add(row.getCell(column).getNumericCellValue());
        }
        return numbers;
    }

    @Test // form 6-BTCTW
    void the_paper_holds_the_same_numbers_and_vietnamese_words() throws IOException {
        try (var paper = new XWPFDocument(new ByteArrayInputStream(docx(report(body, 2025))))) {
            var members = paper.getTables().stream()
                    .filter(t -> t.getNumberOfRows() == 4)
                    .toList()
                    .getLast();
            assertThat(texts(members, 0)).contains("Hoàn thành xuất sắc nhiệm vụ", "Không hoàn thành nhiệm vụ");
            assertThat(texts(members, 1).getFirst()).isEqualTo("Chi bộ bản Đề Pua");
            assertThat(texts(members, 3))
                    .startsWith(
                            "Đảng bộ xã Mường Ảng", "14", "9", "3 (33,33%)", "4 (44,44%)", "1 (11,11%)", "1 (11,11%)");
            assertThat(paper.getTables().getFirst().getText()).contains("ĐẢNG BỘ XÃ MƯỜNG ẢNG");
        }
    }

    private static byte[] docx(ReviewReport report) throws IOException {
        return PaperFiles.docx(ReviewReportFiles.paper(report, PaperFormat.on(World.RULEBOOK.on(report.asOf()))));
    }

    private static List<String> texts(XWPFTable table, int row) {
        return table.getRow(row).getTableCells().stream().map(c -> c.getText()).toList();
    }
}
