package vn.nentang.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken, disguised or made to harm are refused with a reason, in bounded memory and time. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
final class HostileFileTests {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void empty_file_and_lone_byte_order_mark_are_empty() throws IOException {
        assertThat(refusal(file("a.csv", new byte[0]))).isEqualTo(RefusalReason.EMPTY_FILE);
        assertThat(refusal(file("b.csv", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})))
                .isEqualTo(RefusalReason.EMPTY_FILE);
        assertThat(refusal(file("c.csv", new byte[] {(byte) 0xFF, (byte) 0xFE})))
                .isEqualTo(RefusalReason.EMPTY_FILE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 38, 62, 90, 99})
    void cut_workbook_is_damaged_wherever_it_was_cut(int percent) throws IOException {
        var whole = Files.readAllBytes(
                Packages.sheet(folder.resolve("whole.xlsx"), "<row><c><v>1</v></c></row>".repeat(5000)));
        var cut = file("cut.xlsx", Arrays.copyOf(whole, Math.max(4, whole.length * percent / 100)));
        assertThat(refusal(cut)).isEqualTo(RefusalReason.CORRUPTED_FILE);
    }

    @Test
    void old_workbook_cut_in_the_middle_is_damaged() throws IOException {
        var whole = Files.readAllBytes(xls("whole.xls"));
        for (var percent : new int[] {15, 40, 70, 95}) {
            var cut = file("cut.xls", Arrays.copyOf(whole, whole.length * percent / 100));
            assertThat(refusal(cut)).as("%d %%", percent).isEqualTo(RefusalReason.CORRUPTED_FILE);
        }
    }

    @Test
    void flipped_bytes_are_noticed_by_the_checksum_or_the_parser() throws IOException {
        var whole = Files.readAllBytes(
                Packages.sheet(folder.resolve("w.xlsx"), "<row><c><v>1</v></c></row>".repeat(20000)));
        whole[whole.length / 2] ^= 0x55;
        assertThat(refusal(file("flipped.xlsx", whole))).isEqualTo(RefusalReason.CORRUPTED_FILE);
    }

    @Test
    void sheet_that_stops_in_the_middle_is_damaged() throws IOException {
        var file = Packages.sheet(
                folder.resolve("x.xlsx"), "", Packages.Content.of("<worksheet><sheetData><row r=\"1\"><c"));
        assertThat(refusal(file)).isEqualTo(RefusalReason.CORRUPTED_FILE);
    }

    @Test
    void other_things_named_like_spreadsheets_are_none() throws IOException {
        var html = "<html><body><table><tr><td>STT</td></tr></table></body></html>";
        assertThat(refusal(file("a.xls", html.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(RefusalReason.NOT_A_SPREADSHEET);
        assertThat(refusal(file("b.xlsx", "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(RefusalReason.NOT_A_SPREADSHEET);
        assertThat(refusal(file("c.xlsx", "chỉ là chữ".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(RefusalReason.NOT_A_SPREADSHEET);
        assertThat(refusal(file("d.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})))
                .isEqualTo(RefusalReason.NOT_A_SPREADSHEET);
        assertThat(refusal(file("e.csv", html.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(RefusalReason.NOT_A_SPREADSHEET);
        var docx = Packages.single(folder.resolve("f.xlsx"), "word/document.xml", Packages.Content.of("<w/>"));
        assertThat(refusal(docx)).isEqualTo(RefusalReason.NOT_A_SPREADSHEET);
        var zip = Packages.single(folder.resolve("g.xlsx"), "anh.jpg", Packages.Content.of("x"));
        assertThat(refusal(zip)).isEqualTo(RefusalReason.NOT_A_SPREADSHEET);
    }

    @Test
    void compound_file_without_workbook_is_no_spreadsheet() throws IOException {
        var file = folder.resolve("doc.xls");
        try (var system = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            system.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "WordDocument");
            system.writeFilesystem(out);
        }
        assertThat(refusal(file)).isEqualTo(RefusalReason.NOT_A_SPREADSHEET);
    }

    @Test
    void workbook_locked_by_a_password_is_refused_and_says_so() throws Exception {
        var file = folder.resolve("locked.xlsx");
        try (var system = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mat-khau");
            try (var inside = encryptor.getDataStream(system)) {
                inside.write(new byte[2000]);
            }
            system.writeFilesystem(out);
        }
        var refused = (Reading.Refused) SheetReader.read(file, Limits.standard());
        assertThat(refused.reason()).isEqualTo(RefusalReason.CORRUPTED_FILE);
        assertThat(refused.vi()).contains("mật khẩu");
    }

    @Test
    void bomb_of_a_gigabyte_is_refused_before_it_is_read() throws IOException {
        var file = Packages.sheet(folder.resolve("bomb.xlsx"), "", out -> {
            out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            repeat(out, "<row><c t=\"inlineStr\"><is><t>AAAAAAAA</t></is></c></row>", 1024);
            out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(refusal(file)).isEqualTo(RefusalReason.UNPACKS_TOO_LARGE);
    }

    @Test
    void one_endless_text_is_refused_before_it_fills_the_memory() throws IOException {
        var file = Packages.sheet(folder.resolve("long.xlsx"), "", out -> {
            out.write("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>".getBytes(StandardCharsets.UTF_8));
            repeat(out, "AAAAAAAAAAAAAAAA", 60);
            out.write("</t></is></c></row></sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(refusal(file)).isEqualTo(RefusalReason.UNPACKS_TOO_LARGE);
    }

    @Test
    void one_endless_attribute_is_refused_before_it_fills_the_memory() throws IOException {
        var file = Packages.sheet(folder.resolve("attr.xlsx"), "", out -> {
            out.write("<worksheet><sheetData><row r=\"".getBytes(StandardCharsets.UTF_8));
            repeat(out, "1111111111111111", 60);
            out.write("\"/></sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(refusal(file)).isEqualTo(RefusalReason.UNPACKS_TOO_LARGE);
    }

    @Test
    void billion_laughs_and_outside_entities_are_refused() throws IOException {
        var laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row></sheetData></worksheet>";
        var outside = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>";
        for (var xml : new String[] {laughs, outside}) {
            var file = Packages.sheet(folder.resolve("dtd.xlsx"), "", Packages.Content.of(xml));
            assertThat(refusal(file)).isEqualTo(RefusalReason.CORRUPTED_FILE);
        }
    }

    @Test
    void deep_nesting_is_refused() throws IOException {
        var deep = "<worksheet>" + "<a>".repeat(200_000) + "</a>".repeat(200_000) + "</worksheet>";
        var file = Packages.sheet(folder.resolve("deep.xlsx"), "", Packages.Content.of(deep));
        assertThat(refusal(file)).isEqualTo(RefusalReason.CORRUPTED_FILE);
    }

    @Test
    void three_million_records_are_refused_in_bounded_memory() throws IOException {
        var file = folder.resolve("long.csv");
        try (var out = Files.newOutputStream(file)) {
            repeat(out, "1,Nam,1970\r\n", 36);
        }
        assertThat(refusal(file)).isEqualTo(RefusalReason.UNPACKS_TOO_LARGE);
    }

    @Test
    void more_columns_than_any_program_has_are_refused() throws IOException {
        var file = file("wide.csv", ("a,".repeat(20_000) + "\n").repeat(20).getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(file)).isEqualTo(RefusalReason.UNPACKS_TOO_LARGE);
    }

    @Test
    void quote_that_never_closes_is_damage_and_names_its_record() throws IOException {
        var file = file("quote.csv", "STT,Tên\n1,\"An\n2,Bình\n".getBytes(StandardCharsets.UTF_8));
        var refused = (Reading.Refused) SheetReader.read(file, Limits.standard());
        assertThat(refused.reason()).isEqualTo(RefusalReason.CORRUPTED_FILE);
        assertThat(refused.vi()).contains("dòng 2");
    }

    @Test
    void any_damage_ends_in_a_reading_or_a_refusal() throws IOException {
        var random = new java.util.Random(20261115);
        var sources = new byte[][] {
            Files.readAllBytes(xls("whole.xls")),
            Files.readAllBytes(Packages.sheet(folder.resolve("w.xlsx"), "<row><c><v>1</v></c></row>".repeat(300))),
            "STT;Họ và tên\n1;\"Lò Văn An\"\n".repeat(50).getBytes(StandardCharsets.UTF_8)
        };
        for (var round = 0; round < 600; round++) {
            var bytes = sources[round % 3].clone();
            for (var i = 0; i < 1 + random.nextInt(20); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var file = file("damaged" + (round % 3 == 2 ? ".csv" : ".xlsx"), bytes);
            assertThat(SheetReader.read(file, Limits.standard()))
                    .as("round %d", round)
                    .isNotNull();
        }
    }

    private RefusalReason refusal(Path file) throws IOException {
        return switch (SheetReader.read(file, Limits.standard())) {
            case Reading.Refused refused -> refused.reason();
            case Reading.Read read ->
                throw new AssertionError("was read: " + read.workbook().sheets().size() + " sheets");
        };
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path xls(String name) throws IOException {
        var file = folder.resolve(name);
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("DS");
            for (var row = 0; row < 2000; row++) {
                sheet.createRow(row).createCell(0).setCellValue("dòng " + row);
            }
            workbook.write(out);
        }
        return file;
    }

    private static void repeat(OutputStream out, String text, int megabytes) throws IOException {
        var block = text.repeat(MEGABYTE / text.length()).getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }
}
