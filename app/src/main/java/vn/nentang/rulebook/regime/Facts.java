package vn.nentang.rulebook.regime;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known about one subject in one year, by the names a regime declares. Immutable; what is absent is unknown. */
public final class Facts {

    public static final Facts NONE = new Facts(Map.of());

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    public Facts with(String name, BigDecimal value) {
        return put(name, value);
    }

    public Facts with(String name, long value) {
        return put(name, value);
    }

    public Facts with(String name, boolean value) {
        return put(name, value);
    }

    /** A word of the fact's scale, for example a grade. */
    public Facts with(String name, String word) {
        return put(name, word);
    }

    /** Says that a fact is not known, so that nothing is assumed of it either. */
    public Facts withUnknown(String name) {
        return put(name, Unknown.FACT);
    }

    /** Stands where a value would. */
    enum Unknown {
        FACT
    }

    private Facts put(String name, Object value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return new Facts(copy);
    }

    public Map<String, Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
