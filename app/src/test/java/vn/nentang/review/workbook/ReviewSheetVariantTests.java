package vn.nentang.review.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.review.Classification;
import vn.nentang.review.workbook.ReviewWorkbookCheck.Outcome;
import vn.nentang.rulebook.Rulebook;

/** Sheets that say the same in other layouts and other words. */
final class ReviewSheetVariantTests {

    private static final Rulebook RULES = Rulebook.load();
    private static final List<String> HEADER = List.of(
            "TT",
            "Họ tên đảng viên",
            "Chi bộ sinh hoạt",
            "Đối tượng",
            "Ngày kết nạp",
            "Nhóm tiêu chí chung",
            "Kết quả thực hiện nhiệm vụ (điểm)",
            "Tổng điểm",
            "% nhiệm vụ hoàn thành",
            "% đúng tiến độ",
            "% vượt mức",
            "Chất lượng",
            "Kỷ luật",
            "Đề nghị xếp loại",
            "Ghi chú");

    @TempDir
    Path folder;

    @Test
    void a_text_file_with_other_words_and_order_is_read() throws IOException {
        var result = check(csv(
                "1;Nguyễn Văn A;Chi bộ 1;LĐ, QL;3/2/2010;27,5;64;91,5;100%;100%;35%;Đạt;;HTXS NV;",
                "2;Trần Thị B;Chi bộ 1;Không giữ chức vụ;03-02-2011;25;55;80;100;100;0;x;không;Hoàn thành tốt;",
                "3;Lê Văn C;Chi bộ 2;PL5;2011;20;40;60;100;80;0;x;-;Hoàn thành;"));

        assertThat(levels(result)).containsExactly("HTXS", "HTT", "HTN");
        assertThat(result.members()).extracting(MemberLine::kind).containsExactly("leader", "non-leader", "outside");
        assertThat(result.members())
                .allSatisfy(member -> assertThat(member.problems()).isEmpty());
        assertThat(result.cells()).extracting(cell -> cell.name()).containsExactly("Chi bộ 1", "Chi bộ 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hoàn thành xuất sắc nhiệm vụ | HTXS",
                "hoàn thành xuất sắc | HTXS",
                "HTXSNV | HTXS",
                "H.T.X.S | HTXS",
                "HTXS nhiệm vụ | HTXS",
                "Hoàn thành tốt NV | HTT",
                "HTTNV | HTT",
                "HTT nv | HTT",
                "HOÀN THÀNH NHIỆM VỤ | HTN",
                "HTNV | HTN",
                "HT | HTN",
                "Không hoàn thành NV | KHT",
                "KHTNV | KHT",
                "Không xếp loại |",
                "– |",
            })
    void a_level_has_many_names(String text, String level) {
        var levels = RULES.findRegime(java.time.LocalDate.of(2025, 12, 31))
                .orElseThrow()
                .levels("leader");

        assertThat(new LevelNames(levels).code(text).orElse(null)).isEqualTo(level);
        assertThat(LevelNames.saysNone(text)).isEqualTo(level == null);
    }

    @ParameterizedTest // 366-QĐ/TW Điều 11 khoản 4
    @CsvSource(
            delimiter = '|',
            value = {
                " | false | NO | false",
                "Không | false | NO | false",
                "0 | false | NO | false",
                "Cảnh cáo (vi phạm trong thực hiện nhiệm vụ) | true | YES | false",
                "Khiển trách (nhiệm vụ được giao; tự phát hiện, đã khắc phục xong) | true | YES | true",
                "Khiển trách do vi phạm chức trách; chủ động phát hiện nhưng chưa khắc phục | true | YES | false",
                "Khiển trách | true | UNKNOWN | false",
                "Bị khiển trách tháng 6/2025 | true | UNKNOWN | false",
                "Cảnh cáo (vi phạm luật giao thông, không liên quan đến nhiệm vụ) | true | NO | false",
                "Khiển trách (vi phạm quy định giao thông đường bộ) | true | NO | false",
            })
    void what_a_discipline_says_is_read_from_its_words(
            String text, boolean any, Discipline.Tie tie, boolean selfRemedied) {
        assertThat(Discipline.read(Objects.requireNonNullElse(text, "")))
                .isEqualTo(new Discipline(any, tie, selfRemedied));
    }

    @ParameterizedTest // 366-QĐ/TW Điều 5 khoản 2.1; 43-HD/BTCTW mục 7.6
    @CsvSource(
            delimiter = '|',
            value = {
                "Miễn công tác và sinh hoạt đảng | exempt",
                "Được miễn SHĐ | exempt",
                "Miễn nhiệm chức vụ tháng 5 | ",
                "Đình chỉ sinh hoạt đảng từ tháng 9/2025 | suspended",
                "Đình chỉ sinh hoạt cấp ủy | ",
                "Sinh hoạt đảng tạm thời, đảng viên chính thức của Đảng bộ Lữ đoàn 919 | temporary-member-of-another-cell",
                "Đảng viên sinh hoạt tạm thời | temporary-member-of-another-cell",
                "Đang sinh hoạt tạm thời tại Học viện | ",
                "Kết nạp chưa đủ 6 tháng | admitted-under-6-months",
                "Khen thưởng năm 2025 | ",
            })
    void a_note_may_say_why_a_member_is_not_classified(String note, String reason) throws IOException {
        var line = check(csv("1;Nguyễn Văn A;Chi bộ 1;PL4;;25;55;80;100;100;0;x;;;" + note))
                .members()
                .getFirst();

        assertThat(line.classification() instanceof Classification.NotClassified because ? because.reason() : null)
                .isEqualTo(reason);
    }

    @ParameterizedTest // 366-QĐ/TW Điều 5 khoản 2.1: six months, to the day
    @CsvSource({
        "30/06/2025, HTT",
        "01/07/2025, not-classified",
        "6/2025, HTT",
        "7/2025, not-classified",
        "2024, HTT",
        "2025, not-asserted",
        "45838, HTT",
        "45839, not-classified",
        "31/02/2020, not-asserted",
        "hôm qua, not-asserted",
    })
    void the_day_of_admission_decides_to_the_day(String admitted, String level) throws IOException {
        var result = check(csv("1;Nguyễn Văn A;Chi bộ 1;PL4;" + admitted + ";25;55;80;100;100;0;x;;;"));

        assertThat(levels(result)).containsExactly(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30,1;55;85,1;100;100;0;x;;HTT; | score-out-of-range | not-asserted",
                "30;70,5;100,5;100;100;40;x;;HTXS; | score-out-of-range | not-asserted",
                "-1;60;59;100;100;0;x;;HTN; | score-out-of-range | not-asserted",
                "25;hai mươi;;100;100;0;x;;HTT; | unreadable-value | not-asserted",
                "25;55;81;100;100;0;x;;HTT; | total-mismatch | HTT",
                "25;55;80;100;100;0;x;;HTXS; | proposal-not-allowed-by-facts | HTT",
                "25;55;80;100;100;0;x;;giỏi; | unreadable-value | not-asserted",
                "25;55;80;100;100;0;x;;HTT;Miễn sinh hoạt | proposal-for-not-classified | not-classified",
                "25;50;75;100;90;0;x;;HTT; | | no-level-matches",
                "25;55;80;100;;0;x;;HTT; | | not-asserted",
            })
    void what_does_not_agree_in_a_row_has_a_code(String cells, String code, String level) throws IOException {
        var result = check(csv("1;Nguyễn Văn A;Chi bộ 1;PL4;1/1/2010;" + cells));

        assertThat(levels(result)).containsExactly(level);
        assertThat(result.members().getFirst().problems())
                .extracting(problem -> problem.code().code())
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    @Test
    void a_level_that_discretion_may_change_is_only_a_soft_contradiction() throws IOException {
        var line = check(
                        csv(
                                "1;Nguyễn Văn A;Chi bộ 1;PL4;1/1/2010;25;55;80;100;100;0;x;Khiển trách (nhiệm vụ, tự phát hiện, đã khắc phục);HTT;"))
                .members()
                .getFirst();

        assertThat(line.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(RowProblem.Code.PROPOSAL_NOT_ALLOWED_BY_FACTS);
            assertThat(problem.strict()).isFalse();
        });
    }

    @Test
    void shares_typed_as_fractions_are_percent() throws IOException {
        var result = check(csv(
                "1;Nguyễn Văn A;Chi bộ 1;PL4;1/1/2010;28;64;92;1;1;0,3;x;;HTXS;",
                "2;Trần Thị B;Chi bộ 1;PL4;1/1/2010;18;34;52;1;0,8;0;x;;HTN;"));

        assertThat(levels(result)).containsExactly("HTXS", "HTN");
    }

    @ParameterizedTest
    @CsvSource({"95%, 100, 0", "95, 100%, 0", "'95,0 %', 100, 1"})
    void shares_are_percent_with_or_without_their_sign(String done, String onTime, String exceeding)
            throws IOException {
        var result = check(
                csv("1;Nguyễn Văn A;Chi bộ 1;PL4;1/1/2010;25;55;80;%s;%s;%s;x;;;".formatted(done, onTime, exceeding)));

        assertThat(levels(result)).containsExactly("no-level-matches");
        assertThat(result.members().getFirst().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,95 | 100 | 0 | tasksDonePct",
                "1 | 100 | 0 | tasksDonePct",
                "100 | 0.95 | 0 | tasksOnTimePct",
                "100 | 100 | 0,35 | tasksExceedingPct",
            })
    void a_share_that_may_be_a_part_of_one_or_less_than_a_percent_is_not_guessed(
            String done, String onTime, String exceeding, String field) throws IOException {
        var result = check(csv(
                "1;Nguyễn Văn A;Chi bộ 1;PL4;1/1/2010;28;64;92;100;100;35;x;;;",
                "2;Trần Thị B;Chi bộ 1;PL4;1/1/2010;25;55;80;%s;%s;%s;x;;;".formatted(done, onTime, exceeding)));

        assertThat(levels(result)).containsExactly("HTXS", "not-asserted");
        assertThat(result.members().getLast().problems())
                .extracting(p -> p.field(), p -> p.code().code())
                .containsExactly(tuple(field, "share-unclear"));
    }

    @Test
    void one_sheet_for_each_cell_is_one_organisation() throws IOException {
        var file = folder.resolve("hai-chi-bo.xlsx");
        try (var out = Files.newOutputStream(file)) {
            var workbook = new Workbook(out, "test", "1.0");
            write(workbook, "Chi bộ 1", "Nguyễn Văn A");
            write(workbook, "Chi bộ 2", "Trần Thị B");
            workbook.finish();
        }

        var result = checked(ReviewWorkbookCheck.check(file, 2025, RULES));

        assertThat(result.tables()).hasSize(2);
        assertThat(result.cells()).extracting(cell -> cell.name()).containsExactly("Chi bộ 1", "Chi bộ 2");
        assertThat(result.counts()).containsEntry("HTT", 2);
        assertThat(result.members())
                .extracting(result::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.contains("!"));
    }

    private static void write(Workbook workbook, String name, String person) {
        var sheet = workbook.newWorksheet(name);
        var header = List.of(
                "STT",
                "Họ và tên",
                "Đối tượng",
                "Tổng điểm",
                "Hoàn thành (%)",
                "Đúng tiến độ (%)",
                "Vượt mức (%)",
                "Bảo đảm chất lượng",
                "Chi bộ đề nghị");
        for (var i = 0; i < header.size(); i++) {
            sheet.value(2, i, header.get(i));
        }
        sheet.value(3, 0, 1);
        sheet.value(3, 1, person);
        sheet.value(3, 2, "Không giữ chức vụ");
        sheet.value(3, 3, 82.5);
        sheet.value(3, 4, 100);
        sheet.value(3, 5, 100);
        sheet.value(3, 6, 10);
        sheet.value(3, 7, "Có");
        sheet.value(3, 8, "HTT");
    }

    @ParameterizedTest
    @CsvSource({
        "2007, no-regime-for-year",
        "1900, no-regime-for-year",
        "2015, regime-records-only",
        "99999, no-regime-for-year"
    })
    void a_year_without_known_conditions_is_refused(int year, String reason) throws IOException {
        var outcome = ReviewWorkbookCheck.check(
                csv("1;Nguyễn Văn A;Chi bộ 1;PL4;1/1/2000;25;55;80;100;100;0;x;;HTT;"), year, RULES);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.sentence().vi()).contains(String.valueOf(year));
        });
    }

    @ParameterizedTest // 124-QĐ/TW asks for grades, which this sheet does not hold
    @CsvSource({"2024, QD124, 124-QĐ/TW", "2022, QD132, 132-QĐ/TW", "2025, QD366, 366-QĐ/TW"})
    void an_old_year_is_judged_by_its_own_regime(int year, String regime, String number) throws IOException {
        var result = checked(ReviewWorkbookCheck.check(
                csv("1;Nguyễn Văn A;Chi bộ 1;Không giữ CV;1/1/2000;25;55;80;100;100;0;x;Khiển trách;KHT;"),
                year,
                RULES));

        assertThat(result.regime().id()).isEqualTo(regime);
        assertThat(ReviewSheetJson.of(result)).containsEntry("regime", number);
    }

    @Test // 124-QĐ/TW Điều 12
    void a_column_headed_by_the_words_of_the_regime_carries_its_fact() throws IOException {
        var file = Files.writeString(folder.resolve("2024.csv"), """
                STT;Họ và tên;Đối tượng;Mức thấp nhất trong các tiêu chí;Mức thấp nhất của tiêu chí kết quả nhiệm vụ;Phiếu HTXS;Phiếu HTT;Chi bộ đề nghị
                1;Nguyễn Văn A;Không giữ CV;Tốt;Xuất sắc;9;1;HTXS
                2;Trần Thị B;Không giữ CV;Trung bình;Tốt;0;10;HTT
                3;Lê Văn C;LĐ, QL;Kém;Trung bình;0;10;HTT
                4;Lò Văn D;LĐ, QL;Giỏi;Tốt;0;10;HTT
                """);

        var result = checked(ReviewWorkbookCheck.check(file, 2024, RULES));

        assertThat(levels(result)).containsExactly("HTXS", "HTT", "KHT", "not-asserted");
        assertThat(result.tables().getFirst().columns())
                .containsEntry("D", "lowestGrade")
                .containsEntry("E", "lowestTaskGrade");
    }

    @Test // 366-QĐ/TW Điều 11 khoản 4 (4.2)
    void a_confidence_vote_in_a_column_of_its_own_counts() throws IOException {
        var file = Files.writeString(folder.resolve("2025.csv"), """
                STT;Họ và tên;Đối tượng;Tổng điểm;Hoàn thành (%);Đúng tiến độ (%);Vượt mức (%);Chất lượng;Tỷ lệ phiếu tín nhiệm thấp (%);Chi bộ đề nghị
                1;Nguyễn Văn A;LĐ, QL;80;100;100;0;x;50;HTT
                2;Trần Thị B;LĐ, QL;80;100;100;0;x;50,5;HTT
                """);

        assertThat(levels(checked(ReviewWorkbookCheck.check(file, 2025, RULES))))
                .containsExactly("HTT", "KHT");
    }

    @Test
    void who_is_not_classified_stays_so_whatever_else_is_wrong_in_the_row() throws IOException {
        var result = check(
                csv("1;Nguyễn Văn A;Chi bộ 1;PL4;1/1/2010;35;55;90;100;100;0;x;;;Miễn công tác và sinh hoạt đảng"));

        assertThat(levels(result)).containsExactly("not-classified");
        assertThat(result.members().getFirst().problems()).hasSize(1);
    }

    @Test
    void files_without_a_review_table_are_refused() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.csv"), "");
        var other = Files.writeString(folder.resolve("other.csv"), "a;b;c\n1;2;3\n");
        var noRows = Files.writeString(folder.resolve("header.csv"), String.join(";", HEADER) + "\n");

        assertThat(reason(empty)).isEqualTo("empty-file");
        assertThat(reason(other)).isEqualTo("no-member-table");
        assertThat(reason(noRows)).isEqualTo("no-data-rows");
    }

    private static String reason(Path file) throws IOException {
        return ReviewWorkbookCheck.check(file, 2025, RULES) instanceof Outcome.Refused refused ? refused.reason() : "";
    }

    @Test
    void names_of_titles_in_capitals_get_their_letters_back() {
        assertThat(UnitNames.shown("ĐẢNG BỘ TRUNG ĐOÀN 997")).isEqualTo("Đảng bộ Trung đoàn 997");
        assertThat(UnitNames.shown("ĐẢNG BỘ QUÂN SỰ TỈNH LAI CHÂU")).isEqualTo("Đảng bộ Quân sự tỉnh Lai Châu");
        assertThat(UnitNames.shown("ĐẢNG BỘ XÃ MƯỜNG THAN")).isEqualTo("Đảng bộ xã Mường Than");
        assertThat(UnitNames.shown("Chi bộ 3 – Tiểu đoàn 2")).isEqualTo("Chi bộ 3 - Tiểu đoàn 2");
        assertThat(PersonNames.shown("GIÀNG A PÓ")).isEqualTo("Giàng A Pó");
        assertThat(PersonNames.shown("Lò Văn Én")).isEqualTo("Lò Văn Én");
    }

    private Path csv(String... rows) throws IOException {
        var text =
                "ĐẢNG BỘ TRUNG ĐOÀN 1\nNĂM 2025\n%s\n%s\n".formatted(String.join(";", HEADER), String.join("\n", rows));
        return Files.writeString(folder.resolve("sheet.csv"), text, StandardCharsets.UTF_8);
    }

    private static ReviewSheetResult check(Path file) throws IOException {
        return checked(ReviewWorkbookCheck.check(file, 2025, RULES));
    }

    private static ReviewSheetResult checked(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Checked(var result) -> result;
            case Outcome.Refused(var reason, var sentence) -> throw new AssertionError(reason + ": " + sentence);
        };
    }

    private static List<String> levels(ReviewSheetResult result) {
        return result.members().stream()
                .map(member -> Outcomes.code(member.classification()))
                .toList();
    }
}
