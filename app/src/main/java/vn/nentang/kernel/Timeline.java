package vn.nentang.kernel;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Values that each hold from their date until the next one starts. Absent before the first. */
public record Timeline<T>(NavigableMap<LocalDate, T> byStart) {

    /** A value and the days it holds. */
    public record Span<T>(DateRange during, T value) {}

    public Timeline {
        byStart = Collections.unmodifiableNavigableMap(new TreeMap<>(byStart));
    }

    public static <T> Timeline<T> empty() {
        return new Timeline<>(new TreeMap<>());
    }

    /** This timeline with another value from the date on, until the next value that was already there. */
    public Timeline<T> with(LocalDate from, T value) {
        var copy = new TreeMap<>(byStart);
        copy.put(from, value);
        return new Timeline<>(copy);
    }

    public Optional<T> on(LocalDate date) {
        return Optional.ofNullable(byStart.floorEntry(date)).map(Map.Entry::getValue);
    }

    public Optional<T> last() {
        return Optional.ofNullable(byStart.lastEntry()).map(Map.Entry::getValue);
    }

    public List<Span<T>> spans() {
        return byStart.entrySet().stream()
                .map(e -> new Span<>(new DateRange(e.getKey(), byStart.higherKey(e.getKey())), e.getValue()))
                .toList();
    }
}
