package vn.nentang.review.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nentang.rulebook.regime.ReviewRegime.Level;

/** The names of levels as sheets write them: short, long, with or without “nhiệm vụ”. */
final class LevelNames {

    private static final Set<String> NONE = Set.of(
            "",
            "khongxeploai",
            "chuaxeploai",
            "kxl",
            "khongdanhgia",
            "chuadanhgia",
            "mien",
            "khong",
            "khongxet",
            "khongdexuat");

    private final Map<String, String> codes = new HashMap<>();

    LevelNames(Iterable<Level> levels) {
        for (var level : levels) {
            codes.put(key(level.code()), level.code());
            codes.put(key(level.label().vi()), level.code());
            level.names().forEach(name -> codes.putIfAbsent(key(name), level.code()));
        }
    }

    /** Empty where the text names no level. */
    Optional<String> code(String text) {
        return Optional.ofNullable(codes.get(key(text)));
    }

    /** Whether the text says that there is no level: a dash, “không xếp loại”. */
    static boolean saysNone(String text) {
        return NONE.contains(Words.joined(text));
    }

    private static String key(String text) {
        return Words.joined(text)
                .replaceAll("(nhiemvu|nv)$", "")
                .replaceAll("xs$", "xuatsac")
                .replaceAll("^ht(?=xuatsac|tot)", "hoanthanh");
    }
}
