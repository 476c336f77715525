package vn.nentang.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.nentang.fuzz.Mutation.Shape;
import vn.nentang.fuzz.Target.Sample;
import vn.nentang.kernel.Decision;
import vn.nentang.ledger.ForgedArchive;
import vn.nentang.ledger.TestLedger;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.update.RuleKey;
import vn.nentang.rulebook.update.RuleUpdates;

/** What is made worse: tables kept as text among the test's resources, written out in every form that offices keep. */
final class Samples {

    private static final Path KEPT = Path.of("src", "test", "resources", "fuzz");
    private static final Path GIVEN = Path.of("..", "..", "shared", "data");
    private static final long GIVEN_BYTES_MAX = 300_000;

    private Samples() {}

    /** The same table as delimited text of several codings, as .xlsx, as .xls and as a page that claims to be one. */
    static List<Sample> table(String name) throws IOException {
        var text = Files.readString(KEPT.resolve(name));
        var rows = text.lines().map(line -> line.split(";", -1)).toList();
        return List.of(
                new Sample("ds.csv", Shape.LINES, text.getBytes(StandardCharsets.UTF_8)),
                new Sample("ds.csv", Shape.LINES, ("\uFEFF" + text.replace(';', ',')).getBytes(StandardCharsets.UTF_8)),
                new Sample("ds.txt", Shape.LINES, text.replace(';', '\t').getBytes(StandardCharsets.UTF_16LE)),
                new Sample("ds.csv", Shape.BYTES, text.getBytes(Charset.forName("windows-1258"))),
                new Sample("ds.xlsx", Shape.ZIP, written(new XSSFWorkbook(), rows)),
                new Sample("ds.xls", Shape.BYTES, written(new HSSFWorkbook(), rows)),
                new Sample("ds.xls", Shape.LINES, page(rows)),
                new Sample("ds.zip", Shape.ZIP, written(new XSSFWorkbook(), rows)));
    }

    private static byte[] written(Workbook workbook, List<String[]> rows) throws IOException {
        try (workbook;
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Danh sách");
            for (var line : rows) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (var value : line) {
                    row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value);
                }
            }
            workbook.write(out);
            return workbook instanceof XSSFWorkbook ? withoutClock(out.toByteArray()) : out.toByteArray();
        }
    }

    /** The same bytes whenever it is written: no part that tells when that was. */
    private static byte[] withoutClock(byte[] workbook) {
        var parts = Mutation.parts(workbook);
        parts.keySet().removeIf(name -> name.startsWith("docProps/"));
        return Mutation.packed(parts);
    }

    private static byte[] page(List<String[]> rows) {
        var page = new StringBuilder("<html><table>");
        rows.forEach(row ->
                page.append("<tr><td>").append(String.join("</td><td>", row)).append("</td></tr>\n"));
        return page.append("</table></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    static Sample text(String name) throws IOException {
        return new Sample(name, Shape.LINES, Files.readAllBytes(KEPT.resolve(name)));
    }

    /** Files of that folder beside the checkout, where it is there; large ones are left out. */
    static List<Sample> given(String folder) throws IOException {
        var samples = new ArrayList<Sample>();
        if (!Files.isDirectory(GIVEN.resolve(folder))) {
            return samples;
        }
        try (var files = Files.list(GIVEN.resolve(folder))) {
            for (var file : files.sorted().toList()) {
                if (Files.size(file) <= GIVEN_BYTES_MAX && Files.size(file) > 0) {
                    add(samples, file);
                }
            }
        }
        return samples;
    }

    private static void add(List<Sample> samples, Path file) throws IOException {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var ending = name.substring(name.lastIndexOf('.') + 1);
        var bytes = Files.readAllBytes(file);
        switch (ending) {
            case "xlsx" -> samples.add(new Sample("given.xlsx", isCut(name) ? Shape.BYTES : Shape.ZIP, bytes));
            case "xls" -> samples.add(new Sample("given.xls", Shape.BYTES, bytes));
            case "csv" -> samples.add(new Sample("given.csv", Shape.LINES, bytes));
            default -> {}
        }
    }

    private static boolean isCut(String name) {
        return name.contains("cat-cut");
    }

    static Sample rulePackage() throws IOException {
        var folder = Files.createTempDirectory("rules");
        var codes = Files.createDirectory(folder.resolve("codes"));
        var list = Files.copy(KEPT.resolve("made-up.yaml"), codes.resolve("made-up.yaml"));
        var note = new Label("Thử", "A test");
        var made = RuleUpdates.in(folder, "0.1.0")
                .sign(folder, 2, LocalDate.of(2026, 11, 22), note, Files.readString(KEPT.resolve("made-up.key")));
        Files.delete(list);
        Files.delete(codes);
        Files.delete(folder);
        return switch (made) {
            case Decision.Recorded<byte[]>(var bytes) -> new Sample("rules.zip", Shape.ZIP, bytes.getFirst());
            case Decision.Refused<byte[]>(var reasons) -> throw new IllegalStateException(reasons.toString());
        };
    }

    /** Of the key that signed {@link #rulePackage}; it signs nothing else. */
    static PublicKey signer() throws IOException {
        return RuleKey.publicKey(Files.readString(KEPT.resolve("made-up.key.pub")))
                .orElseThrow();
    }

    static Sample archive(TestLedger ledger) throws IOException {
        var file = Files.createTempFile("archive", ".ndjson.gz");
        try {
            ForgedArchive.write(file, ledger.types);
            return new Sample("ledger.ndjson.gz", Shape.JSON_LINES_GZIP, Files.readAllBytes(file));
        } finally {
            Files.delete(file);
        }
    }
}
