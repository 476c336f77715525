package vn.nentang.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import vn.nentang.demo.chance.Sex;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.membership.Fact;
import vn.nentang.rulebook.Rulebook;

/**
 * Made-up rosters as offices keep them: one workbook for each grassroots organisation with a sheet for each cell, and one
 * with everybody in a single sheet; the names of the cells stand in {@code chi-bo.txt}, a line each. The people are those that {@link DemoData} records for the same size.
 */
@Component
public final class RosterFiles {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> HEADER = List.of(
            "TT",
            "Họ và tên",
            "Ngày sinh",
            "Giới tính",
            "Dân tộc",
            "Quê quán",
            "Ngày vào Đảng",
            "Ngày chính thức",
            "Số thẻ đảng viên",
            "Số CCCD",
            "Chức vụ",
            "Chi bộ");
    private static final int SHEET_NAME_CHARS_MAX = 31;

    private final Rulebook rulebook;

    public RosterFiles(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * Writes the rosters of a size into a folder, which is made where it is missing.
     *
     * @return the workbooks, the one with everybody first
     */
    public List<Path> write(DemoData.Size size, Path folder) throws IOException {
        Files.createDirectories(folder);
        var files = new ArrayList<Path>();
        var everybody = new ArrayList<Member>();
        for (int i = 0; i < size.provinces(); i++) {
            var province = Province.madeUp(size.seed(), i, size.membersOf(i), rulebook);
            everybody.addAll(sorted(province.onRoll()));
            files.addAll(writeUnits(province, folder));
        }
        files.addFirst(writeOne(folder.resolve("tat-ca.xlsx"), everybody));
        Files.write(folder.resolve("chi-bo.txt"), cellNames(everybody));
        return files;
    }

    private static List<String> cellNames(List<Member> members) {
        return members.stream()
                .map(m -> cell(m).organizationName())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Member> sorted(List<Member> members) {
        var byName = VietnameseText.nameOrder();
        return members.stream()
                .sorted((a, b) -> byName.compare(name(a), name(b)))
                .toList();
    }

    private static String name(Member member) {
        return Objects.requireNonNull(member.facts.get(Fact.FULL_NAME));
    }

    private List<Path> writeUnits(Province province, Path folder) throws IOException {
        var byUnit = province.onRoll().stream()
                .collect(Collectors.groupingBy(m -> cell(m).lastUnit(), LinkedHashMap::new, Collectors.toList()));
        var files = new ArrayList<Path>();
        for (var unit : byUnit.entrySet()) {
            var name = VietnameseText.folded(unit.getKey().name()).replaceAll("[^a-z0-9]+", "-");
            var file = folder.resolve("%s-%s.xlsx".formatted(unit.getKey().code(), name));
            files.add(writeUnit(file, unit.getKey(), unit.getValue()));
        }
        return files;
    }

    private Path writeUnit(Path file, Unit unit, List<Member> members) throws IOException {
        Map<Cell, List<Member>> byCell = members.stream()
                .collect(Collectors.groupingBy(RosterFiles::cell, LinkedHashMap::new, Collectors.toList()));
        try (var workbook = open(file)) {
            var number = 0;
            for (var cell : byCell.entrySet()) {
                var sheet = workbook.newWorksheet(sheetName(++number, cell.getKey()));
                sheet.value(0, 0, unit.organizationName().toUpperCase(Locale.ROOT));
                sheet.value(1, 0, "DANH SÁCH ĐẢNG VIÊN");
                sheet.value(2, 0, cell.getKey().organizationName());
                fill(sheet, 4, sorted(cell.getValue()));
            }
        }
        return file;
    }

    private Path writeOne(Path file, List<Member> members) throws IOException {
        try (var workbook = open(file)) {
            var sheet = workbook.newWorksheet("Danh sách");
            sheet.value(0, 0, "DANH SÁCH ĐẢNG VIÊN (dữ liệu giả định)");
            fill(sheet, 2, members);
        }
        return file;
    }

    private static Workbook open(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        return new Workbook(out, "Nen Tang", "1.0");
    }

    /** Spreadsheet programs allow no more characters, and not all of them; the full name stands in the sheet. */
    private static String sheetName(int number, Cell cell) {
        var name = "%02d %s".formatted(number, cell.name()).replaceAll("[\\[\\]*?/\\\\:]", " ");
        return name.substring(0, Math.min(SHEET_NAME_CHARS_MAX, name.length()));
    }

    private void fill(Worksheet sheet, int headerRow, List<Member> members) throws IOException {
        for (int column = 0; column < HEADER.size(); column++) {
            sheet.value(headerRow, column, HEADER.get(column));
        }
        for (int i = 0; i < members.size(); i++) {
            var row = headerRow + 1 + i;
            sheet.value(row, 0, i + 1);
            var values = values(members.get(i));
            for (int column = 0; column < values.size(); column++) {
                sheet.value(row, column + 1, values.get(column));
            }
        }
        sheet.finish();
    }

    private List<String> values(Member member) {
        return List.of(
                name(member),
                DAY.format(member.birth),
                Sex.MALE.code().equals(member.facts.get(Fact.SEX)) ? "Nam" : "Nữ",
                ethnicGroup(member),
                text(member, "native-place"),
                DAY.format(member.admittedOn),
                member.recognisedOn == null ? "" : DAY.format(member.recognisedOn),
                text(member, Fact.CARD_NUMBER),
                text(member, Fact.CITIZEN_ID),
                text(member, "occupation"),
                cell(member).organizationName());
    }

    private String ethnicGroup(Member member) {
        return rulebook.codeList(Fact.ETHNICITY)
                .find(text(member, Fact.ETHNICITY), Story.END)
                .orElseThrow()
                .label()
                .vi();
    }

    private static String text(Member member, String field) {
        return member.facts.getOrDefault(field, "");
    }

    private static Cell cell(Member member) {
        return Objects.requireNonNull(member.cell);
    }
}
