package vn.nentang.membership.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.nentang.membership.RosterImports;
import vn.nentang.rulebook.Rulebook;

/**
 * Writes made-up rosters of any size, with the faults offices' files have: the 28 columns of the cleaning sheet, from one
 * seed. Run as a program it writes one and measures its check: {@code RosterFiles FILE ROWS SEED}.
 */
public final class RosterFiles {

    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 15);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[] HEADER = {
        "STT",
        "ID",
        "Họ và tên*",
        "Tên gọi khác",
        "Giới tính*",
        "Sinh ngày*\n(dd/mm/yyyy)",
        "Dân tộc*",
        "Tôn giáo*",
        "Số định danh\ncá nhân*",
        "Số thẻ Đảng*\n(12 số)",
        "Nơi cấp thẻ",
        "Ngày cấp thẻ",
        "Số thẻ theo QĐ 85",
        "Tổ chức Đảng đang sinh hoạt*",
        "Quốc gia",
        "Tỉnh",
        "Chi tiết",
        "Quê quán: quốc gia",
        "Quê quán: tỉnh",
        "Quê quán: chi tiết",
        "Thường trú: quốc gia",
        "Thường trú: tỉnh",
        "Thường trú: chi tiết",
        "Ngày vào Đảng*",
        "Ngày chính thức*",
        "Số CMND cũ",
        "Trạng thái",
        "Ngày rời khỏi/mất/miễn"
    };
    private static final String[] FAMILIES = {
        "Nguyễn", "Trần", "Lê", "Phạm", "Lò", "Giàng", "Vàng", "Quàng", "Tòng", "Hoàng"
    };
    private static final String[] MIDDLES = {"Văn", "Thị", "Đức", "Minh", "Xuân", "Quang", "Thanh", "A", "Bá", "Hữu"};
    private static final String[] GIVEN = {
        "An", "Bình", "Chiến", "Dũng", "Hòa", "Hùng", "Lả", "Linh", "Mấng", "Sơn", "Thủy", "Yêu"
    };
    private static final String[] PEOPLES = {
        "Kinh", "Thái", "Thái đen", "Mông", "Dao", "Tày", "H'Mông", "Kinh (Việt)", "Knih"
    };
    private static final String[] STATUSES = {
        "Chính thức", "ĐVCT", "CT", "Đảng viên chính thức", "Miễn SH", "Đã chuyển đi", ""
    };

    private final Random random;

    private RosterFiles(long seed) {
        this.random = new Random(seed);
    }

    /** The cells the rows are spread over. */
    public static List<String> cells() {
        return IntStream.rangeClosed(1, 400)
                .mapToObj("Chi bộ bản số %d"::formatted)
                .toList();
    }

    /** Everything a check of such a file needs. */
    public static IntakeContext context() {
        return new IntakeContext(
                "Đảng bộ tỉnh", AS_OF, cells(), RosterImports.rules(Rulebook.load()), KnownMembers.none());
    }

    /** Writes rows of made-up members; .csv as UTF-8, anything else as .xlsx. */
    public static void write(Path file, int rows, long seed) throws IOException {
        var files = new RosterFiles(seed);
        if (file.toString().endsWith(".csv")) {
            files.csv(file, rows);
        } else {
            files.xlsx(file, rows);
        }
    }

    private void csv(Path file, int rows) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(line(List.of(HEADER)));
            for (var row = 1; row <= rows; row++) {
                out.write(line(member(row)));
            }
        }
    }

    private static String line(List<String> fields) {
        return String.join(
                        ",",
                        fields.stream()
                                .map(f -> "\"" + f.replace("\"", "\"\"") + "\"")
                                .toList()) + "\r\n";
    }

    private void xlsx(Path file, int rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("DS đảng viên");
            row(sheet, 0, List.of(HEADER));
            for (var row = 1; row <= rows; row++) {
                row(sheet, row, member(row));
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void row(Worksheet sheet, int row, List<String> values) {
        for (var column = 0; column < values.size(); column++) {
            sheet.value(row, column, values.get(column));
        }
    }

    private List<String> member(int number) {
        var isFemale = random.nextInt(4) == 0;
        var birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(23_000));
        var admitted = birth.plusYears(19).plusDays(random.nextInt(5_000));
        var values = new ArrayList<String>();
        values.addAll(List.of("" + number, "DV" + (1_000_000 + number), name(isFemale), "", isFemale ? "Nữ" : "Nam"));
        values.addAll(List.of(date(birth), any(PEOPLES), "Không", citizenId(birth, isFemale, number), card(number)));
        values.addAll(List.of("Tỉnh ủy", "28/08/2025", "12.%06d".formatted(number % 1_000_000)));
        values.add("Chi bộ bản số " + (1 + random.nextInt(400)));
        for (var place = 0; place < 3; place++) {
            values.addAll(List.of("Việt Nam", "Tỉnh " + random.nextInt(34), "Xã " + random.nextInt(3321)));
        }
        values.addAll(List.of(date(admitted), date(admitted.plusYears(1)), "", any(STATUSES), ""));
        return values;
    }

    private String name(boolean isFemale) {
        return "%s %s %s".formatted(any(FAMILIES), isFemale ? "Thị" : any(MIDDLES), any(GIVEN));
    }

    private String date(LocalDate date) {
        return switch (random.nextInt(40)) {
            case 0 -> "" + date.getYear();
            case 1 -> "%02d/%d".formatted(date.getMonthValue(), date.getYear());
            case 2 -> "31/02/" + date.getYear();
            case 3 -> "không rõ";
            case 4 -> date.toString();
            default -> DAY.format(date);
        };
    }

    private String citizenId(LocalDate birth, boolean isFemale, int number) {
        var id = "012%d%02d%06d"
                .formatted((birth.getYear() < 2000 ? 0 : 2) + (isFemale ? 1 : 0), birth.getYear() % 100, number);
        return random.nextInt(10) == 0 ? id.substring(1) : id;
    }

    private String card(int number) {
        return random.nextInt(20) == 0 ? "" : "012%09d".formatted(number);
    }

    private String any(String[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Writes a roster and measures its check, three times over. */
    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        var rows = Integer.parseInt(arguments[1]);
        write(file, rows, Long.parseLong(arguments[2]));
        var clock = ManagementFactory.getThreadMXBean();
        for (var run = 1; run <= 3; run++) {
            var start = System.nanoTime();
            var cpuStart = clock.getCurrentThreadCpuTime();
            var check = RosterIntake.check(file, context());
            var seconds = (System.nanoTime() - start) / 1e9;
            var cpu = (clock.getCurrentThreadCpuTime() - cpuStart) / 1e9;
            System.out.printf(
                    "%s: %d rows in %.2f s (%.2f s of processor time), %.0f rows/s%n",
                    describe(check), rows, seconds, cpu, rows / seconds);
        }
    }

    private static String describe(RosterCheck check) {
        return switch (check) {
            case RosterCheck.Refused refused -> "refused " + refused.reason().code();
            case RosterCheck.Importable importable ->
                "importable, %d ready"
                        .formatted(importable.rows().stream()
                                .filter(RosterCheck.MemberRow::isReady)
                                .count());
        };
    }
}
