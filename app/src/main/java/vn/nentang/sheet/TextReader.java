package vn.nentang.sheet;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads delimited text: finds its coding, then its separator, then its records. */
final class TextReader {

    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final long TEXT_BYTES_MAX = 48L << 20;
    private static final int SAMPLE_CHARS = 200_000;
    private static final int WRONG_SEQUENCES_MAX = 3;

    private TextReader() {}

    /** How the bytes are to be read. */
    private record Coding(Charset charset, Script script, int markLength) {

        String label() {
            return script == Script.UNICODE ? charset.name() : script.label();
        }
    }

    static Workbook read(Path file, Budget budget) throws IOException {
        if (Files.size(file) > TEXT_BYTES_MAX) {
            throw new TooLarge(
                    "Tệp chữ lớn hơn %,d byte.".formatted(TEXT_BYTES_MAX),
                    "The text has more than %,d bytes.".formatted(TEXT_BYTES_MAX));
        }
        var decoded = decoded(Files.readAllBytes(file));
        var text = decoded.text();
        var coding = decoded.coding();
        var separator = TextRecords.separatorOf(text);
        var sheet = sheet(new TextRecords(text, separator), coding, budget);
        var form = new Workbook.TextForm(coding.label(), coding.markLength() > 0, separator, lineEndOf(text));
        return new Workbook(Workbook.Format.CSV, form, List.of(sheet));
    }

    /** A text and how its bytes were read. */
    private record Decoded(String text, Coding coding) {}

    private static Decoded decoded(byte[] bytes) {
        var coding = codingOf(bytes);
        var mark = coding.markLength();
        return new Decoded(new String(bytes, mark, bytes.length - mark, coding.charset()), coding);
    }

    private static Sheet sheet(TextRecords records, Coding coding, Budget budget) throws IOException {
        var builder = new SheetBuilder(budget);
        var number = 0;
        for (var record = records.next(); record != null; record = records.next()) {
            number++;
            budget.spendBytes(1);
            builder.startRow(number, false);
            for (var column = 0; column < record.size(); column++) {
                add(builder, column, record.get(column), coding);
            }
            builder.endRow();
        }
        return builder.build(null, false);
    }

    private static void add(SheetBuilder builder, int column, String raw, Coding coding) throws IOException {
        if (coding.script() == Script.UNICODE) {
            builder.text(column, unwrapped(raw), null, null);
        } else {
            builder.text(column, unwrapped(raw), coding.script() == Script.TCVN3 ? ".VnTime" : "VNI-Times", null);
        }
    }

    /** {@code ="012"} is how programs write a number that must keep its zeros. */
    private static String unwrapped(String raw) {
        return raw.length() > 3 && raw.startsWith("=\"") && raw.indexOf('"', 2) == raw.length() - 1
                ? raw.substring(2, raw.length() - 1)
                : raw;
    }

    static int markLength(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) ? 2 : 0;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the beginning can be text at all: no control bytes but those of line ends, tabs and wide codings. */
    static boolean looksLikeText(byte[] head) {
        if (wideCoding(head) != null) {
            return true;
        }
        var controls = 0;
        for (var b : head) {
            controls += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != 0x1A ? 1 : 0;
        }
        return controls == 0;
    }

    private static @Nullable Charset wideCoding(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        var zeros = new int[2];
        var length = Math.min(bytes.length, 4096);
        for (var i = 0; i < length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > length / 8 && zeros[0] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] > length / 8 && zeros[1] == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static Coding codingOf(byte[] bytes) {
        var mark = markLength(bytes);
        var wide = wideCoding(bytes);
        if (wide != null) {
            return new Coding(wide, Script.UNICODE, mark);
        }
        if (mark == 3 || readsAsUtf8(bytes)) {
            return new Coding(StandardCharsets.UTF_8, Script.UNICODE, mark);
        }
        return oneByteCoding(bytes);
    }

    /** A few broken sequences do not make a text of another coding, when many others are whole. */
    private static boolean readsAsUtf8(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var broken = text.chars().filter(c -> c == 0xFFFD).count();
        var whole = text.chars().filter(c -> c >= 0x80 && c != 0xFFFD).count();
        return broken == 0 || (broken <= WRONG_SEQUENCES_MAX && whole > 50 * broken);
    }

    private static Coding oneByteCoding(byte[] bytes) {
        var length = Math.min(bytes.length, SAMPLE_CHARS);
        var windows1258 = Normalizer.normalize(new String(bytes, 0, length, WINDOWS_1258), Normalizer.Form.NFC);
        var windows1252 = new String(bytes, 0, length, WINDOWS_1252);
        var best = new Coding(WINDOWS_1258, Script.UNICODE, 0);
        var bestScore = Syllables.score(windows1258);
        for (var script : List.of(Script.TCVN3, Script.VNI_WINDOWS)) {
            var score = Syllables.score(script.toUnicode(windows1252));
            if (score > bestScore) {
                best = new Coding(WINDOWS_1252, script, 0);
                bestScore = score;
            }
        }
        return best;
    }

    private static String lineEndOf(String text) {
        var feed = text.indexOf('\n');
        var carriage = text.indexOf('\r');
        if (carriage >= 0 && feed == carriage + 1) {
            return "CRLF";
        }
        return carriage >= 0 && (feed < 0 || carriage < feed) ? "CR" : "LF";
    }
}
