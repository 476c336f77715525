package vn.nentang.statistics.census;

import java.util.Optional;

/**
 * One attribute members are counted by.
 *
 * @param year the year of a level or a row of years; 0 for all other attributes
 */
public record Dimension(Attribute attribute, int year) {

    private static final int FIRST_YEAR = 1930;
    private static final int LAST_YEAR = 2100;

    /** @throws IllegalArgumentException when an attribute of a year has none, or another has one */
    public Dimension {
        if (attribute.isOfAYear() ? year < FIRST_YEAR || year > LAST_YEAR : year != 0) {
            throw new IllegalArgumentException("%s of %d".formatted(attribute.code(), year));
        }
    }

    public static Dimension of(Attribute attribute) {
        return new Dimension(attribute, 0);
    }

    /** Reads {@code sex} or {@code level:2025}; empty where it is neither. */
    public static Optional<Dimension> parse(String text) {
        var parts = text.strip().split(":", -1);
        return Attribute.named(parts[0]).flatMap(attribute -> {
            try {
                return parts.length > 2
                        ? Optional.empty()
                        : Optional.of(new Dimension(attribute, parts.length == 2 ? Integer.parseInt(parts[1]) : 0));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public String toString() {
        return attribute.isOfAYear() ? attribute.code() + ":" + year : attribute.code();
    }
}
