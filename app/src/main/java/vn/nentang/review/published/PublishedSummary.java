package vn.nentang.review.published;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.rulebook.Ruling;

/**
 * One published result: its counts, the shares they make, the cap, and what does not add up.
 *
 * @param about kind of subject of the regime: a kind of member, a cell, a Party body
 * @param year null where neither the entry nor its id says
 * @param total null where it was not published
 * @param assessed those assessed: as published, or else the total without those said to be left out, or else the sum
 * @param notAssessed numbers of those not assessed by reason, as published
 * @param counts by level, highest first; a level without a figure is left out
 * @param shares by level
 * @param percents as published, by level
 * @param cap null where it cannot be computed
 */
public record PublishedSummary(
        String id,
        String regime,
        String about,
        @Nullable Integer year,
        @Nullable Integer total,
        @Nullable Integer assessed,
        Basis basis,
        Map<String, Integer> notAssessed,
        Map<String, Integer> counts,
        Map<String, Share> shares,
        Map<String, BigDecimal> percents,
        @Nullable CapFigures cap,
        List<Flag> flags) {

    public PublishedSummary {
        flags = List.copyOf(flags);
    }

    /** Where the number of those assessed comes from. */
    public enum Basis {
        PUBLISHED,
        TOTAL,
        SUM_OF_LEVELS,
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A share as an exact fraction; the percent is only shown, with two decimals. */
    public record Share(int numerator, int denominator, BigDecimal percent) {

        /** The same share in lowest terms: 28/147 is 4/21. */
        public String lowestTerms() {
            var common = BigInteger.valueOf(numerator)
                    .gcd(BigInteger.valueOf(denominator))
                    .max(BigInteger.ONE)
                    .intValueExact();
            return "%d/%d".formatted(numerator / common, denominator / common);
        }
    }

    /**
     * The top level against its cap by both denominators. Ratios are shares of one, four digits.
     *
     * @param top count or percent of the top level, as published
     * @param base count or percent of the level it is measured against
     * @param ofBase null when nobody stands on the base level
     * @param fromPercents whether it rests on published percentages and not on counts
     * @param allowed how many might stand on the top level; null where there are no counts
     */
    public record CapFigures(
            String topCode,
            String baseCode,
            BigDecimal top,
            BigDecimal base,
            @Nullable BigDecimal ofBase,
            @Nullable BigDecimal ofBoth,
            boolean exceeded,
            boolean exceededOfBoth,
            boolean fromPercents,
            @Nullable Integer allowed,
            Ruling limit,
            @Nullable Ruling raised) {

        boolean exceedsAt(BigDecimal share) {
            return top.compareTo(share.multiply(base)) > 0;
        }

        public Optional<Ruling> findRaised() {
            return Optional.ofNullable(raised);
        }
    }

    /** Whether any number contradicts another. */
    public boolean addsUp() {
        return flags.stream().noneMatch(flag -> flag.code().isWarning());
    }
}
