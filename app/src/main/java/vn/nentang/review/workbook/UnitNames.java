package vn.nentang.review.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.nentang.kernel.VietnameseText;

/** Names of organisations as titles print them: in capitals, with dashes of any kind. */
final class UnitNames {

    private static final Pattern DASHES = Pattern.compile("\\s*[–—‒―]\\s*");

    /** Written small inside a name, whatever stands around them. */
    private static final List<String> SMALL = List.of("và", "các", "của");

    /** Written with a capital at the start, as units of the army and offices are. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("trung đoàn", "Trung đoàn"),
            Map.entry("lữ đoàn", "Lữ đoàn"),
            Map.entry("sư đoàn", "Sư đoàn"),
            Map.entry("tiểu đoàn", "Tiểu đoàn"),
            Map.entry("đại đội", "Đại đội"),
            Map.entry("trung đội", "Trung đội"),
            Map.entry("quân khu", "Quân khu"),
            Map.entry("quân đoàn", "Quân đoàn"),
            Map.entry("bộ chỉ huy quân sự", "Bộ Chỉ huy quân sự"),
            Map.entry("ban chỉ huy phòng thủ khu vực", "Ban Chỉ huy phòng thủ khu vực"),
            Map.entry("ban chỉ huy quân sự", "Ban Chỉ huy quân sự"),
            Map.entry("bộ đội biên phòng", "Bộ đội Biên phòng"),
            Map.entry("đồn biên phòng", "Đồn Biên phòng"),
            Map.entry("cơ quan", "Cơ quan"),
            Map.entry("phòng", "Phòng"),
            Map.entry("ban", "Ban"),
            Map.entry("trường", "Trường"),
            Map.entry("bệnh viện", "Bệnh viện"),
            Map.entry("công ty", "Công ty"),
            Map.entry("quân sự", "Quân sự"),
            Map.entry("công an", "Công an"),
            Map.entry("tham mưu", "Tham mưu"),
            Map.entry("chính trị", "Chính trị"),
            Map.entry("hậu cần", "Hậu cần"),
            Map.entry("kỹ thuật", "Kỹ thuật"),
            Map.entry("trực thuộc", "trực thuộc"));

    private static final List<String> FORMS = List.of("đảng bộ", "đảng ủy", "chi bộ", "chi ủy", "tổ đảng");
    private static final List<String> PLACES =
            List.of("xã", "phường", "tỉnh", "huyện", "thành phố", "đặc khu", "thị trấn", "quận");

    private UnitNames() {}

    /** The name in mixed letters and with plain hyphens; text that is not all in capitals keeps its letters. */
    static String shown(String name) {
        var tidy = DASHES.matcher(VietnameseText.tidy(name)).replaceAll(" - ").strip();
        return tidy.equals(tidy.toUpperCase(Locale.ROOT)) && tidy.chars().anyMatch(Character::isLetter)
                ? fromCapitals(tidy.toLowerCase(Locale.ROOT))
                : tidy;
    }

    private static String fromCapitals(String lower) {
        var shown = new StringBuilder();
        var rest = lower;
        while (!rest.isEmpty()) {
            var taken = next(rest, shown.isEmpty());
            shown.append(shown.isEmpty() ? "" : " ").append(taken);
            rest = rest.substring(taken.length()).strip();
        }
        return shown.toString();
    }

    /** The next words, as long as the ones taken from the text. */
    private static String next(String rest, boolean first) {
        for (var form : FORMS) {
            if (startsWithWords(rest, form)) {
                return first ? capital(form) : form;
            }
        }
        var known = KNOWN.keySet().stream()
                .filter(words -> startsWithWords(rest, words))
                .max(Comparator.comparingInt(String::length));
        if (known.isPresent()) {
            return KNOWN.getOrDefault(known.get(), known.get());
        }
        for (var place : PLACES) {
            if (startsWithWords(rest, place)) {
                return place;
            }
        }
        var word = rest.split(" ", 2)[0];
        return SMALL.contains(word) ? word : capital(word);
    }

    private static boolean startsWithWords(String text, String words) {
        return text.equals(words) || text.startsWith(words + " ");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
