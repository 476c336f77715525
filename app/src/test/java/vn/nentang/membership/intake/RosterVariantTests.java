package vn.nentang.membership.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nentang.membership.intake.RosterField.ADMITTED_ON;
import static vn.nentang.membership.intake.RosterField.BIRTH;
import static vn.nentang.membership.intake.RosterField.BIRTH_DAY;
import static vn.nentang.membership.intake.RosterField.BIRTH_FEMALE;
import static vn.nentang.membership.intake.RosterField.BIRTH_MALE;
import static vn.nentang.membership.intake.RosterField.BIRTH_MONTH;
import static vn.nentang.membership.intake.RosterField.BIRTH_YEAR;
import static vn.nentang.membership.intake.RosterField.CARD_NUMBER;
import static vn.nentang.membership.intake.RosterField.CELL;
import static vn.nentang.membership.intake.RosterField.CITIZEN_ID;
import static vn.nentang.membership.intake.RosterField.FAMILY_AND_MIDDLE_NAME;
import static vn.nentang.membership.intake.RosterField.FULL_NAME;
import static vn.nentang.membership.intake.RosterField.GIVEN_NAME;
import static vn.nentang.membership.intake.RosterField.RECOGNISED_ON;
import static vn.nentang.membership.intake.RosterField.SEX;
import static vn.nentang.membership.intake.RosterField.STATUS;
import static vn.nentang.membership.intake.RosterField.STATUS_DATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.kernel.PartialDate;
import vn.nentang.membership.intake.RosterCheck.Importable;
import vn.nentang.membership.intake.RosterCheck.MemberRow;
import vn.nentang.sheet.Limits;
import vn.nentang.sheet.Reading;
import vn.nentang.sheet.RefusalReason;
import vn.nentang.sheet.SheetReader;
import vn.nentang.sheet.Workbook;

/** Rosters in other words, other orders and other habits than the given ones. */
final class RosterVariantTests {

    private static final List<String> CELLS =
            List.of("Chi bộ bản Nà Cang", "Chi bộ thôn Hòa Bình", "Chi bộ 1 - Tiểu đoàn 1");

    @TempDir
    Path folder;

    @Test
    void header_is_found_by_other_words_and_in_another_order() throws IOException {
        var check = csv("""
                ;Đảng bộ xã Mường Kim
                TT;Ngày công nhận CT;Kết nạp Đảng;CMND/CCCD;Thẻ Đảng;Sinh ngày;Giới;Họ tên;Nơi cấp;Ngày vào Đoàn;Chi bộ sinh hoạt;Ngày cấp thẻ;Họ tên cha
                1;20/5/2011;20/5/2010;012085123456;012745678901;1/2/1985;Nam;Lò Văn An;Lai Châu;1/1/2000;Chi bộ bản Nà Cang;2/9/2025;Lò Văn Cha
                """);
        assertThat(check.sheets().getFirst().tables().getFirst().columns())
                .isEqualTo(Map.of(
                        1,
                        List.of(RECOGNISED_ON),
                        2,
                        List.of(ADMITTED_ON),
                        3,
                        List.of(CITIZEN_ID),
                        4,
                        List.of(CARD_NUMBER),
                        5,
                        List.of(BIRTH),
                        6,
                        List.of(SEX),
                        7,
                        List.of(FULL_NAME),
                        10,
                        List.of(CELL)));
        assertThat(only(check).isReady()).isTrue();
        assertThat(only(check).record().birth()).isEqualTo(PartialDate.parse("1985-02-01"));
    }

    @Test
    void header_typed_without_accents_is_read() throws IOException {
        var check = csv("""
                STT,Ho va ten,Gioi tinh,Ngay sinh,Dan toc,Ngay vao Dang,Ngay chinh thuc,So the Dang vien,So CCCD,Tinh trang,Chi bo
                1,Lò Văn An,Nam,01/02/1985,Thái,20/05/2010,20/5/2011,012745678901,012085123456,Chính thức,Chi bộ bản Nà Cang
                """);
        assertThat(only(check).problems()).isEmpty();
        assertThat(only(check).record().standing()).isEqualTo(MemberRecord.Standing.FULL);
    }

    @Test
    void two_header_rows_without_merges_are_one_header() throws IOException {
        var check = csv("""
                STT,Họ và tên,Ngày tháng năm sinh,,Ngày,,Số thẻ
                ,,Nam,Nữ,Vào Đảng,Chính thức,
                1,Lò Văn An,1985,,20/05/2010,20/5/2011,012745678901
                2,Lò Thị Bình,,03/1990,20/05/2012,20/05/2013,012745678902
                """);
        var table = check.sheets().getFirst().tables().getFirst();
        assertThat(table.headerRows()).containsExactly(1, 2);
        assertThat(table.columns()).containsEntry(2, List.of(BIRTH_MALE)).containsEntry(3, List.of(BIRTH_FEMALE));
        assertThat(table.columns()).containsEntry(4, List.of(ADMITTED_ON)).containsEntry(5, List.of(RECOGNISED_ON));
        assertThat(check.rows())
                .extracting(r -> r.record().sex())
                .containsExactly(MemberRecord.Sex.M, MemberRecord.Sex.F);
    }

    @Test
    void birth_in_three_columns_is_one_date() throws IOException {
        var file = folder.resolve("ba-cot.xlsx");
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("DS");
            fill(sheet, 4, 1, "STT", "Họ và tên", "Ngày sinh", "", "", "Ngày vào Đảng", "Số thẻ đảng");
            fill(sheet, 5, 1, "", "", "Ngày", "Tháng", "Năm", "", "");
            fill(sheet, 6, 1, "1", "Lò Văn An", "05", "10", "1962", "03/02/1990", "012745678901");
            fill(sheet, 7, 1, "2", "Lò Văn Bình", "", "", "1963", "03/02/1990", "012745678902");
            for (var column : new int[] {1, 2, 6, 7}) {
                sheet.addMergedRegion(new CellRangeAddress(4, 5, column, column));
            }
            sheet.addMergedRegion(new CellRangeAddress(4, 4, 3, 5));
            workbook.write(out);
        }
        var check = check(file);
        assertThat(check.sheets().getFirst().tables().getFirst().columns())
                .containsEntry(3, List.of(BIRTH_DAY))
                .containsEntry(4, List.of(BIRTH_MONTH))
                .containsEntry(5, List.of(BIRTH_YEAR));
        assertThat(check.rows())
                .extracting(r -> String.valueOf(r.record().birth()))
                .containsExactly("1962-10-05", "1963");
    }

    @Test
    void name_under_one_header_in_two_columns_is_one_name() throws IOException {
        var check = csv("""
                STT,Họ và tên,,Ngày sinh,Ngày vào Đảng,Số thẻ
                1,Lò Văn,An,01/02/1985,20/05/2010,012745678901
                2,Nguyễn Thị Thu,Hà,01/02/1986,20/05/2010,012745678902
                """);
        assertThat(check.sheets().getFirst().tables().getFirst().columns())
                .containsEntry(1, List.of(FAMILY_AND_MIDDLE_NAME))
                .containsEntry(2, List.of(GIVEN_NAME));
        assertThat(check.rows())
                .extracting(r -> r.record().fullName())
                .containsExactly("Lò Văn An", "Nguyễn Thị Thu Hà");
    }

    @Test
    void name_column_without_a_header_is_found_by_its_content() throws IOException {
        var check = csv("""
                STT,,Ngày sinh,Ngày vào Đảng,Ngày chính thức,Số thẻ đảng viên
                1,Lò Văn An,01/02/1985,20/05/2010,20/5/2011,012745678901
                2,Lò Thị Bình,01/02/1986,20/05/2010,20/5/2011,012745678902
                """);
        assertThat(check.rows()).extracting(r -> r.record().fullName()).containsExactly("Lò Văn An", "Lò Thị Bình");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Họ và tên khai sinh, fullName",
                "'Họ tên, bí danh', fullName",
                "Họ tên (chữ in hoa), fullName",
                "Tên gọi khác, -",
                "Họ và tên người giới thiệu, -",
                "Ngày chuyển chính thức, recognisedOn",
                "Ngày vào Đảng (dự bị), admittedOn",
                "Ngày vào Đảng (chính thức), recognisedOn",
                "Ngày vào ĐCSVN, admittedOn",
                "'Ngày, tháng, năm vào Đảng', admittedOn",
                "Ngày kết nạp, admittedOn",
                "Số hiệu thẻ đảng viên, cardNumber",
                "Mã định danh cá nhân, citizenId",
                "Số CC/CCCD, citizenId",
                "Ngày cấp CCCD, -",
                "Nơi cấp thẻ đảng, -",
                "'Dân tộc, tôn giáo', ethnicity",
                "Tôn giáo, -",
                "ĐT, -",
                "DT, ethnicity",
                "Giới tính (Nam/Nữ), sex",
                "'Ngày, tháng, năm sinh', birth",
                "Ngày sinh hoạt đảng, -",
                "Ngày tháng năm sinh (Nữ), birthFemale",
                "Đang sinh hoạt tại chi bộ, cell",
                "Chi bộ nơi cư trú (213), -",
                "Chức vụ trong chi bộ, -",
                "Tình trạng sức khỏe, -",
                "Tình trạng đảng viên, status",
                "Ngày nhập ngũ, -",
                "Tuổi Đảng, -",
                "Số Quyết định kết nạp, -",
                "Đảng viên (CT/DB), status",
                "Ngày miễn SH/chuyển đi, statusDate",
                "Ngày chuyển đến, -",
                "Số lý lịch, -",
                "Ngày vào Đoàn TNCS, -",
                "Quê quán, -"
            })
    void header_words_mean_what_offices_mean(String label, String field) {
        var meant =
                RosterWords.meaning("", label).stream().map(RosterField::key).toList();
        assertThat(meant).isEqualTo(field == null ? List.of() : List.of(field));
    }

    @ParameterizedTest
    @CsvSource({
        "Ngày vào Đảng, Dự bị, admittedOn",
        "Ngày vào Đảng, Chính thức, recognisedOn",
        "Vào Đảng, Ngày kết nạp, admittedOn",
        "Năm sinh, Nam, birthMale",
        "Năm sinh, Nữ, birthFemale",
        "Giới tính, Nữ, sexFemale",
        "Họ và tên, Tên, givenName",
        "Họ và tên, Họ đệm, familyAndMiddleName",
        "Ngày sinh, Năm, birthYear"
    })
    void labels_under_a_group_mean_what_both_say(String group, String label, String field) {
        assertThat(RosterWords.meaning(group, label))
                .extracting(RosterField::key)
                .containsExactly(field);
    }

    @Test
    void spouse_parents_union_and_residence_are_not_the_members_own_facts() throws IOException {
        var check = csv("""
                STT,Họ tên vợ (chồng),Họ và tên,Ngày vào Đoàn,Ngày vào Đảng,Nơi vào Đảng,Ngày cấp thẻ,Số thẻ theo QĐ 85,Số thẻ đảng,Chi bộ nơi cư trú,Chi bộ,Số CMND cũ,Năm sinh vợ,Ngày sinh,Tình trạng hôn nhân,Tuổi Đảng
                1,Lò Thị Vợ,Lò Văn An,1/1/2000,20/05/2010,Lai Châu,2/9/2025,12.345678,012745678901,Chi bộ thôn Hòa Bình,Chi bộ bản Nà Cang,045123456,1990,01/02/1985,Đã kết hôn,16
                """);
        assertThat(check.sheets().getFirst().tables().getFirst().columns())
                .isEqualTo(Map.of(
                        2,
                        List.of(FULL_NAME),
                        4,
                        List.of(ADMITTED_ON),
                        8,
                        List.of(CARD_NUMBER),
                        10,
                        List.of(CELL),
                        13,
                        List.of(BIRTH)));
        assertThat(only(check).record().cell()).isEqualTo("Chi bộ bản Nà Cang");
    }

    @Test
    void sections_sums_and_signatures_are_no_members() throws IOException {
        var check = csv("""
                DANH SÁCH ĐẢNG VIÊN,,,,,
                STT,Họ và tên,Giới tính,Ngày sinh,Ngày vào Đảng,Số thẻ
                (1),(2),(3),(4),(5),(6)
                I,Chi bộ bản Nà Cang,,,,
                1,Lò Văn An,Nam,01/02/1985,20/05/2010,012745678901
                ,Cộng: 1 đ/c,,,,
                II,CHI BỘ THÔN HOÀ BÌNH,,,,
                1,Tòng Thị Cộng,Nữ,01/02/1986,20/05/2010,012745678902
                ,Cộng,,1,,
                III. Chi bộ 1 – Tiểu đoàn 1 (1 đồng chí),,,,,
                1,Tổng Văn Bí,Nam,01/02/1987,20/05/2010,012745678903
                Tổng cộng,3 đảng viên,,,,
                ,,,,"Mường Kim, ngày 15 tháng 11 năm 2026",
                ,NGƯỜI LẬP BIỂU,,,TM. CHI BỘ,
                ,,,,BÍ THƯ,
                ,Lò Thị Ngân,,,Quàng Văn Thịnh,
                """);
        assertThat(check.rows())
                .extracting(r -> r.record().fullName(), r -> r.record().cell())
                .containsExactly(
                        tuple("Lò Văn An", "Chi bộ bản Nà Cang"),
                        tuple("Tòng Thị Cộng", "Chi bộ thôn Hòa Bình"),
                        tuple("Tổng Văn Bí", "Chi bộ 1 - Tiểu đoàn 1"));
        assertThat(check.rows()).allMatch(MemberRow::isReady);
    }

    @Test
    void second_table_in_a_sheet_is_read_with_its_own_columns() throws IOException {
        var check = csv("""
                STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Số thẻ
                1,Lò Văn An,01/02/1985,20/05/2010,012745678901
                ,,,,
                DANH SÁCH ĐẢNG VIÊN DỰ BỊ,,,,
                STT,Ngày sinh,Họ và tên,Giới tính,Ngày kết nạp
                1,01/02/2000,Lò Thị Mới,Nữ,20/05/2026
                """);
        var tables = check.sheets().getFirst().tables();
        assertThat(tables).hasSize(2);
        assertThat(tables.get(1).headerRows()).containsExactly(5);
        assertThat(check.rows()).extracting(r -> r.record().fullName()).containsExactly("Lò Văn An", "Lò Thị Mới");
        assertThat(check.rows().get(1).record().standing()).isEqualTo(MemberRecord.Standing.PROBATIONARY);
    }

    @Test
    void header_repeated_on_every_page_is_no_member() throws IOException {
        var check = csv("""
                STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Số thẻ
                1,Lò Văn An,01/02/1985,20/05/2010,012745678901
                STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Số thẻ
                2,Lò Văn Bình,01/02/1986,20/05/2010,012745678902
                """);
        assertThat(check.sheets().getFirst().tables()).hasSize(1);
        assertThat(check.rows()).hasSize(2);
    }

    @Test
    void cell_merged_over_its_members_holds_for_all_of_them() throws IOException {
        var file = folder.resolve("gop.xls");
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("DS");
            fill(sheet, 0, 0, "STT", "Chi bộ", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Số thẻ đảng");
            fill(sheet, 1, 0, "1", "Chi bộ bản Nà Cang", "Lò Văn An", "1985", "20/05/2010", "012745678901");
            fill(sheet, 2, 0, "2", "", "Lò Văn Bình", "1986", "20/05/2010", "012745678902");
            fill(sheet, 3, 0, "3", "Chi bộ thôn Hòa Bình", "Lò Văn Chiến", "1987", "20/05/2010", "012745678903");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
            workbook.write(out);
        }
        assertThat(check(file).rows())
                .extracting(r -> r.record().cell())
                .containsExactly("Chi bộ bản Nà Cang", "Chi bộ bản Nà Cang", "Chi bộ thôn Hòa Bình");
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/1980, impossible-date",
        "32/13/1980, impossible-date",
        "29/02/2023, impossible-date",
        "không rõ, not-a-date",
        "05/03/19962, not-a-date",
        "10/25/1975, month-day-swapped",
        "05//03/1962, malformed-date",
        "05.03.1962., malformed-date",
        "O5/03/1962, letters-for-digits",
        "22710, serial-date",
        "1962, partial-date",
        "'00/00/1958', partial-date",
        "10/1975, partial-date",
        "15/06/1886, implausible-date",
        "16/11/2026, future-date",
        "'', missing-value"
    })
    void each_fault_of_a_birth_date_has_its_name(String date, String code) throws IOException {
        var row = only(csv("""
                STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Số thẻ
                1,Lò Văn An,%s,20/05/2010,012745678901
                """.formatted(date)));
        assertThat(codes(row)).containsExactly(code);
        assertThat(row.problems().getFirst().column()).isEqualTo("C");
    }

    @ParameterizedTest
    @CsvSource({
        "5/3/62, 1962-03-05",
        "5/3/05, 2005-03-05",
        "ngày 5 tháng 3 năm 1962, 1962-03-05",
        "1962-3-5, 1962-03-05",
        "05-03-1962, 1962-03-05",
        "05 03 1962, 1962-03-05",
        "tháng 3/1962, 1962-03",
        "năm 1962, 1962",
        "'5 / 3 / 1962', 1962-03-05",
        "1962-03-05 00:00:00, 1962-03-05",
        "?/3/1962, 1962-03",
        "05031962, 1962-03-05"
    })
    void dates_are_read_as_offices_write_them(String written, String read) {
        var date = DateText.of(written, DateText.Kind.BIRTH, LocalDate.of(2026, 11, 15))
                .value();
        assertThat(date).hasToString(read);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "012085123456, 012085123456, ''",
                "012.085.123.456, 012085123456, ''",
                "12085123456, 012085123456, lost-leading-zeros",
                "1085123456, 001085123456, lost-leading-zeros",
                "12185123456, -, wrong-length",
                "12086123456, -, wrong-length",
                "01208512345, -, wrong-length",
                "0120851234567, -, wrong-length",
                "045123456, -, old-id-number",
                "'1,22E+10', -, digits-lost",
                "O12085123456, 012085123456, letters-for-digits",
                "000000000000, -, placeholder-value",
                "chưa có, -, ''",
                "-, -, ''",
                "012185123456, 012185123456, id-sex-mismatch",
                "012086123456, 012086123456, id-birth-mismatch"
            })
    void citizen_ids_are_never_padded_by_guess(String given, String read, String code) {
        var result = NumberText.citizenId(given == null ? "-" : given, MemberRecord.Sex.M, PartialDate.ofYear(1985));
        assertThat(result.value()).isEqualTo(read);
        assertThat(result.found())
                .extracting(ProblemCode::code)
                .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Kinh, 01",
                "kinh (Việt), 01",
                "H'Mông, 08",
                "Hmông, 08",
                "H Mông, 08",
                "Mông, 08",
                "MÔNG HOA, 08",
                "Thái trắng, 03",
                "Thái (Đen), 03",
                "Thai, 03",
                "Hoa, 04",
                "Thổ, 24",
                "Khơ Mú, 29",
                "khơ-mú, 29",
                "Bru - Vân Kiều, 23",
                "Dao đỏ, 09",
                "Ê Đê, 12",
                "Lào, 37",
                "Kih, -",
                "xx, -",
                "08, 08",
                "29, -"
            })
    void peoples_are_known_by_all_their_names(String name, String code) {
        assertThat(Ethnicities.code(name).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "'Đ/c Lò Văn An', Lò Văn An, true",
        "'Ông: Lò Văn An', Lò Văn An, true",
        "'đồng chí Lò Văn An', Lò Văn An, true",
        "'Lò Văn An (Bí thư)', Lò Văn An, true",
        "'Thiếu tá Lò Văn An', Lò Văn An, true",
        "'  Lò   Văn An ', Lò Văn An, false",
        "'''Lò Văn An', Lò Văn An, false",
        "'Bàn Văn An', Bàn Văn An, false",
        "'Ông Văn An', Văn An, true",
        "'Đức An', Đức An, false"
    })
    void names_lose_what_does_not_belong_to_them(String given, String name, boolean hadMore) {
        assertThat(NameText.of(given)).isEqualTo(new NameText(name, hadMore));
    }

    @Test
    void a_whole_month_before_the_end_of_probation_is_reported_and_a_day_after_it_is_not()
            throws IOException { // Điều lệ Đảng, Điều 5
        var check = csv("""
                STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Ngày chính thức,Số thẻ
                1,Lò Văn An,01/02/1985,20/05/2010,19/5/2011,012745678901
                2,Lò Văn Bình,01/02/1985,20/05/2010,20/5/2011,012745678902
                3,Lò Văn Chiến,01/02/1985,20/05/2010,5/2011,012745678903
                4,Lò Văn Dũng,01/02/1985,20/05/2010,04/2010,012745678904
                5,Lò Văn Én,21/05/1992,20/05/2010,20/5/2011,012745678905
                6,Lò Văn Phong,20/05/1992,20/05/2010,20/5/2011,012745678906
                """);
        assertThat(check.rows())
                .extracting(RosterVariantTests::codes)
                .containsExactly(
                        List.of("recognised-too-early"),
                        List.of(),
                        List.of("partial-date"),
                        List.of("partial-date", "recognised-before-admitted"),
                        List.of("admitted-under-18"),
                        List.of());
        assertThat(check.rows()
                        .getFirst()
                        .problem(ProblemCode.RECOGNISED_TOO_EARLY)
                        .orElseThrow()
                        .vi())
                .contains("12 tháng", "Điều lệ Đảng");
    }

    @Test
    void persons_are_held_apart_unless_something_surely_binds_them() throws IOException {
        var check = csv("""
                STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Số thẻ,Số CCCD,Chi bộ
                1,Lò Văn Hòa,01/02/1985,20/05/2010,012745678901,012085000001,Chi bộ bản Nà Cang
                2,LÒ VĂN HOÀ,1/2/1985,20/5/2010,,12085000001,Chi bộ bản Nà Cang
                3,Lò Văn Hòa,01/02/1985,20/05/2010,012745678903,012085000003,Chi bộ bản Nà Cang
                4,Lò Văn Thành,01/02/1985,20/05/2010,012745678904,012085000001,Chi bộ bản Nà Cang
                5,Lò Văn Hòa,01/02/1985,20/05/2010,012745678901,,Chi bộ thôn Hòa Bình
                6,Lò Văn Thuận,01/02/1985,20/05/2010,,000000000000,Chi bộ bản Nà Cang
                7,Lò Văn Lợi,01/02/1985,20/05/2010,,000000000000,Chi bộ bản Nà Cang
                """);
        assertThat(check.groups())
                .extracting(
                        g -> g.kind().code(),
                        g -> g.rows().stream().map(MemberRow::row).toList())
                .containsExactlyInAnyOrder(
                        tuple("same-person", List.of(2, 3)),
                        tuple("same-id-different-person", List.of(2, 5)),
                        tuple("same-person-two-cells", List.of(2, 6)));
        assertThat(check.rows())
                .extracting(MemberRow::isReady)
                .containsExactly(true, false, true, false, false, true, true);
    }

    @Test
    void status_words_of_other_lists_are_understood() throws IOException {
        var check = csv("""
                STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Ngày chính thức,Số thẻ,Trạng thái,Ngày rời khỏi/miễn
                1,Lò Văn An,1985,20/05/2010,20/5/2011,012745678901,Từ trần,05/06/2024
                2,Lò Văn Bình,1985,20/05/2010,20/5/2011,012745678902,Miễn CT & SHĐ,05/06/2024
                3,Lò Văn Chiến,1985,20/05/2010,20/5/2011,012745678903,Đang sinh hoạt,
                4,Lò Văn Dũng,1985,20/05/2010,20/5/2011,012745678904,Dự bị,
                5,Lò Văn Én,1985,20/05/2026,,012745678905,Đang sinh hoạt,
                6,Lò Văn Phong,1985,20/05/2010,20/5/2011,012745678906,Gì đó,
                """);
        assertThat(check.sheets().getFirst().tables().getFirst().columns())
                .containsEntry(6, List.of(STATUS))
                .containsEntry(7, List.of(STATUS_DATE));
        assertThat(check.rows())
                .extracting(r -> r.record().standing())
                .containsExactly(
                        MemberRecord.Standing.LEFT,
                        MemberRecord.Standing.EXEMPT,
                        MemberRecord.Standing.FULL,
                        null,
                        MemberRecord.Standing.PROBATIONARY,
                        null);
    }

    @Test
    void lists_of_other_people_are_no_member_table() throws IOException {
        assertThat(refusal("STT,Họ và tên,Ngày sinh,Ngày vào Đoàn,Quê quán\n1,Lò Văn An,1985,2000,Lai Châu\n"))
                .isEqualTo(RefusalReason.NO_MEMBER_TABLE);
        assertThat(refusal("Chi bộ,Tổng số,Nữ,Dự bị\nNà Cang,30,5,1\n")).isEqualTo(RefusalReason.NO_MEMBER_TABLE);
        assertThat(refusal("STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Số thẻ\n")).isEqualTo(RefusalReason.NO_DATA_ROWS);
    }

    @Test
    void copy_to_send_back_has_the_problems_beside_the_cells_and_cannot_run() throws IOException {
        var file = Files.writeString(folder.resolve("r.csv"), """
                STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Số thẻ,Ghi chú
                1,Lò Văn An,31/02/1985,20/05/2010,012745678901,"=HYPERLINK(""http://vi-du.invalid"")"
                """);
        var reading = SheetReader.read(file, Limits.standard());
        var source = ((Reading.Read) reading).workbook();
        var copy = folder.resolve("copy.xlsx");
        try (var out = Files.newOutputStream(copy)) {
            ProblemWorkbook.write(source, (Importable) RosterIntake.check(reading, context()), out);
        }
        var written = workbook(copy).sheets().getFirst();
        assertThat(written.rows().get(0).textAt(6)).isEqualTo("Vấn đề / Problems");
        assertThat(written.rows().get(1).textAt(6)).contains("31/02/1985", "không có trong lịch", "does not exist");
        assertThat(written.rows().get(1).textAt(5)).startsWith("'=HYPERLINK");
        assertThat(written.rows()).allMatch(row -> row.cells().stream().allMatch(c -> c.formula() == null));
    }

    /** Nothing in these small lists says which cell they are of. */
    private static List<String> codes(MemberRow row) {
        return row.problems().stream()
                .filter(p -> p.field() != CELL)
                .map(p -> p.code().code())
                .toList();
    }

    private Importable csv(String text) throws IOException {
        return check(Files.writeString(folder.resolve("r.csv"), text));
    }

    private static Importable check(Path file) throws IOException {
        return switch (RosterIntake.check(file, context())) {
            case Importable importable -> importable;
            case RosterCheck.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private RefusalReason refusal(String text) throws IOException {
        return switch (RosterIntake.check(Files.writeString(folder.resolve("r.csv"), text), context())) {
            case Importable importable ->
                throw new AssertionError(importable.rows().toString());
            case RosterCheck.Refused refused -> refused.reason();
        };
    }

    private static MemberRow only(Importable check) {
        assertThat(check.rows()).hasSize(1);
        return check.rows().getFirst();
    }

    private static Workbook workbook(Path file) throws IOException {
        return ((Reading.Read) SheetReader.read(file, Limits.standard())).workbook();
    }

    private static IntakeContext context() {
        return new IntakeContext(
                "Đảng bộ xã Mường Kim", LocalDate.of(2026, 11, 15), CELLS, Rules.OF_TODAY, KnownMembers.none());
    }

    private static void fill(org.apache.poi.ss.usermodel.Sheet sheet, int row, int firstColumn, String... texts) {
        var target = sheet.createRow(row);
        for (var i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                target.createCell(firstColumn + i).setCellValue(texts[i]);
            }
        }
    }
}
