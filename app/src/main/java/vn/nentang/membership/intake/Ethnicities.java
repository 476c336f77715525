package vn.nentang.membership.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The peoples of Vietnam by their names, official and other, as coded on the Party's forms (list of 1979). */
final class Ethnicities {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETS = Pattern.compile("^(.*?)\\s*[(\\[/](.*?)[)\\]]?$");
    private static final Set<String> KINDS = Set.of(
            "trắng", "đen", "đỏ", "hoa", "xanh", "tiền", "khâu", "lềnh", "si", "súa", "đơ", "tuyển", "chẹt", "an",
            "cháo", "lòi", "phàn", "slinh");

    private static final String AMBIGUOUS = "";
    private static final Ethnicities LISTED = load();

    private final Map<String, String> official = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();
    private final Map<String, String> unaccented = new HashMap<>();
    private final Map<String, String> codes2008 = new HashMap<>();

    private Ethnicities() {}

    /** The code of a people's name, however it is spelt; empty for what is in no list. */
    static Optional<String> code(String name) {
        return LISTED.find(Words.tidy(name).toLowerCase(Locale.ROOT));
    }

    private Optional<String> find(String name) {
        var plain = name.replaceFirst("^(?:dân tộc|dt|người)[\\s.:]+", "");
        return exact(plain).or(() -> number(plain)).or(() -> bracketed(plain)).or(() -> withoutKind(plain));
    }

    private Optional<String> exact(String name) {
        var key = packed(name);
        var exact = Optional.ofNullable(official.get(key)).or(() -> Optional.ofNullable(others.get(key)));
        var isUnaccented = name.chars().allMatch(c -> c < 128);
        return exact.isEmpty() && isUnaccented ? Optional.ofNullable(unaccented.get(key)) : exact;
    }

    /** A bare number is only a name where both codings agree on it. */
    private Optional<String> number(String text) {
        var code = text.matches("\\d") ? "0" + text : text;
        return code.equals(codes2008.get(code)) ? Optional.of(code) : Optional.empty();
    }

    private Optional<String> bracketed(String name) {
        var parts = BRACKETS.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return exact(parts.group(1)).or(() -> exact(parts.group(2)));
    }

    /** Thái trắng, Dao đỏ, Nùng An: a people and one of its kinds. */
    private Optional<String> withoutKind(String name) {
        var words = List.of(name.split("[\\s-]+"));
        for (var length = words.size() - 1; length >= 1; length--) {
            if (KINDS.containsAll(words.subList(length, words.size()))) {
                var people = exact(String.join(" ", words.subList(0, length)));
                if (people.isPresent()) {
                    return people;
                }
            }
        }
        return Optional.empty();
    }

    private static String packed(String name) {
        return Words.key(SIGNS.matcher(name).replaceAll(" ").strip()).replace(" ", "");
    }

    private static Ethnicities load() {
        var resource = Objects.requireNonNull(Ethnicities.class.getResourceAsStream("ethnic-groups.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            var listed = new Ethnicities();
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("code"))
                    .forEach(listed::add);
            listed.addUnaccented();
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        var parts = line.split(",", 4);
        var code = parts[0];
        official.put(packed(parts[1].toLowerCase(Locale.ROOT)), code);
        codes2008.put(code, parts[2]);
        for (var other : parts[3].split("\\|", -1)) {
            if (!other.isBlank()) {
                others.merge(packed(other.toLowerCase(Locale.ROOT)), code, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
            }
        }
    }

    /** Names typed without accents, where they can mean one people only. */
    private void addUnaccented() {
        var several = new HashSet<String>();
        others.values().removeIf(String::isEmpty);
        official.forEach((name, code) -> putOnce(name, code, several));
        others.forEach((name, code) -> putOnce(name, code, several));
        several.forEach(unaccented::remove);
    }

    private void putOnce(String name, String code, Set<String> several) {
        var key = Words.folded(name).replace(" ", "");
        var before = unaccented.putIfAbsent(key, code);
        if (before != null && !before.equals(code)) {
            several.add(key);
        }
    }
}
