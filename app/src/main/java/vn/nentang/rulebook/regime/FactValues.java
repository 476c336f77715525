package vn.nentang.rulebook.regime;

import java.math.BigDecimal;
import java.util.Optional;

/** The one place that knows which Java value a fact's type takes. */
final class FactValues {

    private FactValues() {}

    /** @throws IllegalArgumentException when the value is not of the fact's type */
    static Object forCondition(Fact fact, Object value) {
        return switch (fact.type()) {
            case DECIMAL -> value instanceof Long whole ? BigDecimal.valueOf(whole) : as(BigDecimal.class, fact, value);
            case WHOLE -> as(Long.class, fact, value);
            case FLAG -> as(Boolean.class, fact, value);
            case GRADE -> fact.scale().rank(as(String.class, fact, value));
        };
    }

    private static <T> T as(Class<T> type, Fact fact, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("The fact “%s” is a %s, not %s."
                    .formatted(fact.name(), fact.type().code(), value));
        }
        return type.cast(value);
    }

    /** Reads a value written in a file. */
    static Optional<Object> parse(Fact.Type type, Scale scale, String text) {
        try {
            return switch (type) {
                case DECIMAL -> Optional.of(new BigDecimal(text));
                case WHOLE -> Optional.of(Long.valueOf(text));
                case FLAG ->
                    "true".equals(text) || "false".equals(text) ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
                case GRADE -> scale.rising().contains(text) ? Optional.of(text) : Optional.empty();
            };
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
