package vn.nentang.shell.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;

/**
 * All words of the pages in one language, by key, and how dates and numbers are written in it. Places for values are
 * numbered {@code {0}} or named {@code {facts}}. An unknown key is an error.
 */
public final class Texts {

    private static final Pattern PLACE = Pattern.compile("\\{([\\w-]+)}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

    private static final Texts VIETNAMESE = new Texts(Language.VI);
    private static final Texts ENGLISH = new Texts(Language.EN);

    private final Language language;
    private final ResourceBundle messages;
    private final Map<String, Pieces> pieces = new ConcurrentHashMap<>();

    private Texts(Language language) {
        this.language = language;
        this.messages = ResourceBundle.getBundle(
                "messages",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Texts in(Language language) {
        return language == Language.VI ? VIETNAMESE : ENGLISH;
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }

    public String of(String key) {
        return messages.getString(key);
    }

    /** The words with the values in their numbered places; whole numbers are written with separators. */
    public String of(String key, @Nullable Object... values) {
        return filled(key, place -> written(values[Integer.parseInt(place)]));
    }

    /** The words with the values in their named places; a place without a value stays empty. */
    public String named(String key, Map<String, String> values) {
        return filled(key, place -> values.getOrDefault(place, ""));
    }

    private interface Place {
        String value(String name);
    }

    /** A text taken apart: what stands before, between and behind its places, and the names of these. */
    private record Pieces(List<String> words, List<String> places) {

        static Pieces of(String text) {
            return new Pieces(
                    List.of(PLACE.split(text, -1)),
                    PLACE.matcher(text).results().map(m -> m.group(1)).toList());
        }

        String filled(Place place) {
            var filled = new StringBuilder(words.getFirst());
            for (int i = 0; i < places.size(); i++) {
                filled.append(place.value(places.get(i))).append(words.get(i + 1));
            }
            return filled.toString();
        }
    }

    private String filled(String key, Place place) {
        return pieces.computeIfAbsent(key, k -> Pieces.of(of(k))).filled(place);
    }

    private String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Integer number -> number(number);
            case Long number -> number(number);
            case LocalDate date -> date(date);
            case PartialDate date -> date(date);
            default -> value.toString();
        };
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(language.locale()).format(value);
    }

    public String decimal(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    /** A share with one decimal place: {@code 96,3 %}. */
    public String share(double share) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share * 100) + " %";
    }

    /** {@code dd/MM/yyyy}; nothing for none. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** As far as known: {@code 05/10/1975}, {@code 10/1975}, {@code 1975}. */
    public String date(@Nullable PartialDate date) {
        return date == null ? "" : TypedDate.write(date);
    }

    public String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** All keys, for checks. */
    static java.util.Set<String> keys(Language language) {
        return in(language).messages.keySet().stream().collect(Collectors.toSet());
    }
}
