package vn.nentang.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a spreadsheet or text file of any of the kinds offices keep, by its content and not by its name, in bounded
 * memory and time. What cannot be read to its end is refused as a whole, with a reason.
 */
public final class SheetReader {

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int HEAD_BYTES = 4096;

    private SheetReader() {}

    /**
     * Reads the file.
     *
     * @throws IOException when the disk fails, or the file is not there; never for what the file holds
     */
    public static Reading read(Path file, Limits limits) throws IOException {
        var size = Files.size(file);
        if (size == 0) {
            return refused(RefusalReason.EMPTY_FILE);
        }
        if (size > limits.fileBytesMax()) {
            return new Reading.Refused(
                    RefusalReason.UNPACKS_TOO_LARGE,
                    "Tệp lớn hơn %,d byte.".formatted(limits.fileBytesMax()),
                    "The file has more than %,d bytes.".formatted(limits.fileBytesMax()));
        }
        var head = head(file);
        try {
            return read(file, head, new Budget(limits, size));
        } catch (TooLarge e) {
            return new Reading.Refused(RefusalReason.UNPACKS_TOO_LARGE, e.vi(), String.valueOf(e.getMessage()));
        } catch (BrokenFile e) {
            return new Reading.Refused(RefusalReason.CORRUPTED_FILE, e.vi(), String.valueOf(e.getMessage()));
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return input.readNBytes(HEAD_BYTES);
        }
    }

    private static Reading read(Path file, byte[] head, Budget budget) throws IOException {
        if (startsWith(head, ZIP)) {
            return zipped(file, budget);
        }
        if (startsWith(head, COMPOUND)) {
            return compound(file, budget);
        }
        if (isOnlyMark(head)) {
            return refused(RefusalReason.EMPTY_FILE);
        }
        if (namesWorkbook(file) || !TextReader.looksLikeText(head) || looksLikeMarkup(head)) {
            return refused(RefusalReason.NOT_A_SPREADSHEET);
        }
        return new Reading.Read(TextReader.read(file, budget));
    }

    private static Reading zipped(Path file, Budget budget) throws IOException {
        try (var reader = new XlsxReader(file, budget)) {
            return readOrNot(reader.read());
        } catch (TooLarge | BrokenFile e) {
            throw e;
        } catch (ZipException | EOFException _) {
            throw new BrokenFile("Tệp nén bị hỏng hoặc bị cắt cụt.", "The package is damaged or cut off.");
        } catch (RuntimeException _) {
            // Names of parts in a wrong coding, or XML so broken that the parser itself gives up.
            throw new BrokenFile("Tệp nén bị hỏng.", "The package is damaged.");
        }
    }

    private static Reading compound(Path file, Budget budget) throws IOException {
        try {
            return readOrNot(XlsReader.read(file, budget));
        } catch (TooLarge | BrokenFile e) {
            throw e;
        } catch (IOException | RuntimeException _) {
            // The library reports a damaged container by whatever it met first.
            throw new BrokenFile("Tệp bị hỏng hoặc bị cắt cụt.", "The file is damaged or cut off.");
        }
    }

    private static Reading readOrNot(@Nullable Workbook workbook) {
        return workbook == null ? refused(RefusalReason.NOT_A_SPREADSHEET) : new Reading.Read(workbook);
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private static boolean isOnlyMark(byte[] head) {
        return TextReader.markLength(head) == head.length;
    }

    private static boolean namesWorkbook(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(xls|xlsx|xlsm|xlsb|xlt|xltx|ods)");
    }

    private static boolean looksLikeMarkup(byte[] head) {
        var start = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(ï»¿|ÿþ|þÿ)\\s*", "");
        return start.matches("(?s)(<!doctype|<html|<\\?xml|<table|<head|<body|<meta|<svg|\\{\\\\rtf|%pdf).*");
    }

    private static Reading.Refused refused(RefusalReason reason) {
        return new Reading.Refused(reason, "", "");
    }
}
