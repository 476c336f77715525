package vn.nentang.membership.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells that exist, found by their name. Never by likeness: a name is one of them, or unknown. */
final class CellNames {

    private static final Pattern ENUMERATION =
            Pattern.compile("^(?:[ivxlcIVXLC]+|[a-zA-Z]|\\d+)\\s*(?:[.):/–—-])\\s*(?=\\p{L})");
    private static final Pattern PREFIX =
            Pattern.compile("^(?:c\\.?b|chibo)[\\s.:]+(?=\\p{L}|\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(
            "(?<!các )(?<!\\p{L})chi bộ\\s*:?\\s*(?!trực thuộc|cơ sở$|,|và|có|đề nghị|viên)(\\p{L}.*|\\d.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TAIL = Pattern.compile(
            "\\s*(?:[(:;].*|,? (?:năm|quý|tháng|tính đến|đến ngày|đến) \\d.*|[-–] ?\\d+ (?:đ/c|đảng viên|đồng chí).*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int CAPITALS_MIN = 4;
    private static final Set<String> KINDS =
            Set.of("bản", "thôn", "xóm", "ấp", "làng", "buôn", "khu", "khối", "phố", "tổ", "dân", "số", "xã", "phường");
    private static final String PREFIX_KEY = Words.key("Chi bộ") + " ";

    private final Map<String, String> byKey = new HashMap<>();

    CellNames(List<String> names) {
        names.forEach(name -> byKey.putIfAbsent(key(name), name));
    }

    /** The cell of exactly this name; letter case, spaces, dashes and a colon do not matter. */
    Optional<String> exact(String text) {
        var key = key(PREFIX.matcher(Words.tidy(text)).replaceFirst("Chi bộ "));
        return Optional.ofNullable(byKey.get(key)).or(() -> Optional.ofNullable(byKey.get(PREFIX_KEY + key)));
    }

    /** The cell a section row names, its numbering and its count left aside. */
    Optional<String> inSection(String text) {
        var tidy = Words.tidy(text);
        var plain = ENUMERATION.matcher(tidy).replaceFirst("");
        return exact(tidy)
                .or(() -> exact(plain))
                .or(() -> exact(TAIL.matcher(plain).replaceFirst("")))
                .or(() -> within(plain));
    }

    /** The longest name of a cell that stands whole inside a longer line. */
    Optional<String> within(String line) {
        var key = " " + key(line) + " ";
        return byKey.entrySet().stream()
                .filter(e -> e.getKey().startsWith(PREFIX_KEY) && standsIn(key, e.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Whole words, and not followed by a number, which would make it another cell's name. */
    private static boolean standsIn(String line, String name) {
        var at = line.indexOf(" " + name + " ");
        return at >= 0 && !line.substring(at + name.length() + 2).matches("(?:- )?[\\divx]+ .*");
    }

    /** How a line names a cell, whether or not that cell exists. */
    static Optional<String> namedIn(String line) {
        var matcher = NAMED.matcher(Words.tidy(line));
        if (!matcher.find()) {
            return Optional.empty();
        }
        var name = TAIL.matcher(matcher.group(1)).replaceFirst("").strip();
        return name.isEmpty() ? Optional.empty() : Optional.of("Chi bộ " + inSmallLetters(name));
    }

    /** A name from a title in capitals, as it is written elsewhere: "BẢN NÀ PẦU" is "bản Nà Pầu". */
    private static String inSmallLetters(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))
                || name.chars().filter(Character::isLetter).count() < CAPITALS_MIN) {
            return name;
        }
        var words = new ArrayList<String>();
        for (var word : name.split(" ", -1)) {
            var small = word.toLowerCase(Locale.ROOT);
            var isOwnName = !KINDS.contains(small) && !small.isEmpty();
            words.add(isOwnName ? word.charAt(0) + small.substring(1) : small);
        }
        return String.join(" ", words);
    }

    private static String key(String text) {
        return Words.key(text.replaceAll("[.:]+\\s*$", "")).replaceAll(" +", " ");
    }
}
