package vn.nentang.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of delimited text, one after another; a line break inside quotes does not end a record. */
final class TextRecords {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int SAMPLE_RECORDS = 60;

    private final String text;
    private final char separator;
    private int at;
    private int number;

    TextRecords(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** The separator under which most of the first records have the same number of fields, and the most fields. */
    static char separatorOf(String text) {
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            return text.charAt(4);
        }
        var best = SEPARATORS[0];
        var bestScore = 0L;
        for (var candidate : SEPARATORS) {
            var score = score(text, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(String text, char candidate) {
        var records = new TextRecords(text, candidate);
        var widths = new ArrayList<Integer>();
        try {
            for (var record = records.next();
                    record != null && widths.size() < SAMPLE_RECORDS;
                    record = records.next()) {
                widths.add(record.size());
            }
        } catch (IOException _) {
            return 0; // Quotes that do not fit this separator.
        }
        return widths.stream()
                .filter(width -> width > 1)
                .distinct()
                .mapToLong(width -> {
                    var count = widths.stream().filter(width::equals).count();
                    return count * count * Math.min(width, 40);
                })
                .max()
                .orElse(0);
    }

    /** The next record, or null after the last. */
    @Nullable
    List<String> next() throws IOException {
        if (at >= text.length()) {
            return null;
        }
        number++;
        var fields = new ArrayList<String>();
        var more = true;
        while (more) {
            fields.add(field());
            more = at < text.length() && text.charAt(at) == separator;
            at += more ? 1 : 0;
        }
        skipLineEnd();
        return fields;
    }

    private String field() throws IOException {
        var start = at;
        while (start < text.length() && text.charAt(start) == ' ' && separator != ' ') {
            start++;
        }
        if (start < text.length() && text.charAt(start) == '"') {
            at = start + 1;
            return quoted();
        }
        return plain(at);
    }

    private String plain(int from) {
        var end = from;
        while (end < text.length() && !endsField(text.charAt(end))) {
            end++;
        }
        at = end;
        return text.substring(from, end);
    }

    private boolean endsField(char letter) {
        return letter == separator || letter == '\n' || letter == '\r';
    }

    /** Two quotes stand for one; what follows the closing quote belongs to the field as it is. */
    private String quoted() throws IOException {
        var opened = number;
        var field = new StringBuilder();
        while (true) {
            var quote = text.indexOf('"', at);
            if (quote < 0) {
                throw new BrokenFile(
                        "Dấu ngoặc kép mở ở dòng %d không đóng.".formatted(opened),
                        "The quote opened in record %d is not closed.".formatted(opened));
            }
            field.append(text, at, quote);
            at = quote + 1;
            if (at >= text.length() || text.charAt(at) != '"') {
                return field.append(plain(at)).toString();
            }
            field.append('"');
            at++;
        }
    }

    private void skipLineEnd() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
    }
}
