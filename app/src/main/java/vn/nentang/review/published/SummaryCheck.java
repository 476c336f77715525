package vn.nentang.review.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.review.Cap;
import vn.nentang.review.published.Flag.Code;
import vn.nentang.review.published.PublishedSummary.Basis;
import vn.nentang.review.published.PublishedSummary.CapFigures;
import vn.nentang.review.published.PublishedSummary.Share;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.Ruling;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.rulebook.regime.ReviewRegime.Level;

/** Computes what an entry's numbers give, and looks for every way in which they do not agree. */
final class SummaryCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int RATIO_DIGITS = 4;

    /** Places truncate and mix: published shares may be off by this much without a contradiction. */
    private static final BigDecimal PERCENT_TOLERANCE = new BigDecimal("0.05");

    private final SummaryEntry entry;
    private final RegimeOn regime;
    private final RulesOn rules;
    private final List<Level> ladder;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<Flag> flags = new ArrayList<>();

    private SummaryCheck(SummaryEntry entry, RegimeOn regime, RulesOn rules) {
        this.entry = entry;
        this.regime = regime;
        this.rules = rules;
        this.ladder = regime.ladder(entry.kind());
        ladder.forEach(level -> count(level.code()).ifPresent(number -> counts.put(level.code(), number)));
    }

    static PublishedSummary check(
            String id, @Nullable Integer year, SummaryEntry entry, RegimeOn regime, RulesOn rules, List<Flag> before) {
        var check = new SummaryCheck(entry, regime, rules);
        check.flags.addAll(before);
        return check.summary(id, year);
    }

    /** What agrees with the other numbers is counted; what is only printed otherwise. */
    private Optional<Integer> count(String level) {
        return Optional.ofNullable(entry.consistent.get(level))
                .or(() -> Optional.ofNullable(entry.counts.get(level)))
                .or(() -> Optional.ofNullable(entry.printed.get(level)));
    }

    private PublishedSummary summary(String id, @Nullable Integer year) {
        var basis = basis();
        var assessed = assessed(basis);
        checkPrinted();
        checkLevels();
        checkPartOfLevel();
        checkTotals(assessed, basis);
        checkPercents(assessed);
        checkRatios();
        var cap = regime.cap(entry.kind()).flatMap(this::cap);
        entry.understood.forEach(
                (given, number) -> flags.add(Flag.of(Code.NUMBER_UNDERSTOOD, "given", given, "number", number)));
        entry.unknownKeys.forEach(key -> flags.add(Flag.of(Code.UNKNOWN_KEY, "key", key)));
        return new PublishedSummary(
                id,
                regime.id(),
                entry.kind(),
                year,
                entry.total,
                assessed,
                basis,
                entry.notAssessed,
                counts,
                shares(assessed),
                percents(),
                cap.orElse(null),
                flags);
    }

    private Basis basis() {
        if (entry.assessed != null) {
            return Basis.PUBLISHED;
        }
        if (entry.total != null) {
            return Basis.TOTAL;
        }
        return counts.isEmpty() ? Basis.NONE : Basis.SUM_OF_LEVELS;
    }

    private @Nullable Integer assessed(Basis basis) {
        return switch (basis) {
            case PUBLISHED -> entry.assessed;
            case TOTAL -> entry.total == null ? null : Math.max(0, entry.total - leftOut());
            case SUM_OF_LEVELS -> sum();
            case NONE -> null;
        };
    }

    private int leftOut() {
        return entry.notAssessed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The levels together; a chosen part of a level is added only where it is counted apart. */
    private int sum() {
        return counts.entrySet().stream()
                .filter(count -> isCounted(count.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private boolean isCounted(String level) {
        return whole(level).isEmpty() || !isIncluded(level);
    }

    /** The level of which this one is a chosen part. */
    private Optional<String> whole(String code) {
        return ladder.stream()
                .filter(level -> level.code().equals(code))
                .flatMap(level -> Optional.ofNullable(level.within()).stream())
                .findFirst();
    }

    /** As stated; otherwise as the sum suggests; otherwise within. */
    private boolean isIncluded(String part) {
        var stated = entry.includes.get(part);
        if (stated != null) {
            return stated;
        }
        var number = counts.get(part);
        var assessed = entry.assessed == null ? entry.total : entry.assessed;
        if (number == null || assessed == null) {
            return true;
        }
        var others = counts.entrySet().stream()
                .filter(count -> whole(count.getKey()).isEmpty())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return others + number != assessed || number == 0;
    }

    private void checkPrinted() {
        entry.printed.forEach((level, printed) -> {
            var consistent = Optional.ofNullable(entry.consistent.get(level))
                    .or(() -> Optional.ofNullable(entry.counts.get(level)));
            if (consistent.isPresent() && !consistent.get().equals(printed)) {
                flags.add(Flag.of(
                        Code.PRINTED_CONTRADICTS, "level", level, "printed", printed, "consistent", consistent.get()));
            }
        });
    }

    private void checkLevels() {
        for (var level : ladder) {
            var isGiven = counts.containsKey(level.code()) || entry.percents.containsKey(level.code());
            if (!isGiven && level.within() == null) {
                flags.add(Flag.of(Code.LEVEL_MISSING, "level", level.code()));
            }
        }
    }

    private void checkPartOfLevel() {
        for (var level : ladder) {
            if (level.within() == null) {
                continue;
            }
            var part = figure(level.code());
            var whole = figure(level.within());
            if (part.isEmpty() || whole.isEmpty()) {
                continue;
            }
            if (!entry.includes.containsKey(level.code())) {
                flags.add(Flag.of(Code.INCLUDES_NOT_STATED, "level", level.code(), "base", level.within()));
            }
            if (isIncluded(level.code()) && part.get().compareTo(whole.get()) > 0) {
                flags.add(Flag.of(
                        Code.PART_ABOVE_WHOLE,
                        "level",
                        level.code(),
                        "base",
                        level.within(),
                        "part",
                        part.get(),
                        "whole",
                        whole.get()));
            }
        }
    }

    private Optional<BigDecimal> figure(String level) {
        return Optional.ofNullable(counts.get(level))
                .map(BigDecimal::valueOf)
                .or(() -> Optional.ofNullable(entry.percents.get(level)).map(Printed::value));
    }

    private void checkTotals(@Nullable Integer assessed, Basis basis) {
        if (assessed != null && !counts.isEmpty()) {
            checkSum(assessed, basis);
        }
        if (entry.total != null && entry.assessed != null) {
            checkParts(entry.total, entry.assessed);
        }
    }

    /** Fewer than assessed contradicts nothing while a level has no figure. */
    private void checkSum(int assessed, Basis basis) {
        var difference = assessed - sum();
        var isOpen = difference > 0 && hasMissingLevel() && entry.missing == null && basis == Basis.PUBLISHED;
        if (difference != 0 && !isOpen) {
            var ofTotal = basis == Basis.TOTAL;
            flags.add(Flag.of(
                    ofTotal ? Code.SUM_NOT_TOTAL : Code.SUM_NOT_ASSESSED,
                    "sum",
                    sum(),
                    ofTotal ? "total" : "assessed",
                    assessed,
                    "difference",
                    difference));
        }
        if (entry.missing != null) {
            flags.add(Flag.of(Code.MISSING_STATED, "number", entry.missing));
            if (entry.missing != difference) {
                flags.add(Flag.of(Code.MISSING_NOT_THE_DIFFERENCE, "number", entry.missing, "difference", difference));
            }
        }
    }

    private boolean hasMissingLevel() {
        return ladder.stream().anyMatch(level -> level.within() == null && !counts.containsKey(level.code()));
    }

    private void checkParts(int total, int assessed) {
        if (assessed > total) {
            flags.add(Flag.of(Code.ASSESSED_ABOVE_TOTAL, "assessed", assessed, "total", total));
        } else if (entry.notAssessed.isEmpty() && assessed < total) {
            flags.add(Flag.of(Code.NOT_ASSESSED_UNEXPLAINED, "number", total - assessed));
        } else if (assessed + leftOut() != total) {
            flags.add(Flag.of(Code.PARTS_NOT_TOTAL, "sum", assessed + leftOut(), "total", total));
        }
    }

    private void checkPercents(@Nullable Integer assessed) {
        var levels = entry.percents.entrySet().stream()
                .filter(percent -> whole(percent.getKey()).isEmpty())
                .toList();
        var isComplete =
                ladder.stream().allMatch(level -> level.within() != null || entry.percents.containsKey(level.code()));
        var sum = levels.stream().map(percent -> percent.getValue().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var isOff = isComplete
                ? isOff(sum, HUNDRED, levels.size())
                : sum.subtract(HUNDRED).compareTo(PERCENT_TOLERANCE) > 0;
        if (!levels.isEmpty() && isOff) {
            flags.add(Flag.of(Code.PERCENT_SUM, "sum", sum.toPlainString()));
        }
        if (assessed != null && assessed > 0) {
            entry.percents.forEach((level, percent) -> checkPercent(level, percent, assessed));
        }
    }

    private static boolean isOff(BigDecimal sum, BigDecimal wanted, int terms) {
        var tolerance = PERCENT_TOLERANCE.max(new BigDecimal("0.01").multiply(BigDecimal.valueOf(terms)));
        return sum.subtract(wanted).abs().compareTo(tolerance) > 0;
    }

    private void checkPercent(String level, Printed percent, int assessed) {
        var number = counts.get(level);
        if (number == null || isNear(percent, number, assessed)) {
            return;
        }
        if (entry.total != null && isNear(percent, number, entry.total)) {
            flags.add(Flag.of(Code.PERCENT_OF_TOTAL, "level", level, "printed", percent.value(), "total", entry.total));
            return;
        }
        flags.add(Flag.of(
                Code.PERCENT_CONTRADICTS_COUNT,
                "level",
                level,
                "printed",
                percent.value(),
                "computed",
                percentOf(number, assessed)));
    }

    private static boolean isNear(Printed percent, int number, int of) {
        var exact = Printed.percentOf(BigDecimal.valueOf(number), BigDecimal.valueOf(of));
        return percent.mayBe(exact.subtract(PERCENT_TOLERANCE), exact.add(PERCENT_TOLERANCE));
    }

    private void checkRatios() {
        for (var stated : entry.ratios) {
            var top = bounds(stated.top());
            var base = bounds(stated.base());
            if (top.isEmpty() || base.isEmpty() || base.get().low().signum() == 0) {
                continue;
            }
            var least = Printed.percentOf(top.get().low(), base.get().high());
            var most = Printed.percentOf(top.get().high(), base.get().low());
            if (!stated.percent().mayBe(least, most)) {
                flags.add(Flag.of(
                        Code.RATIO_CONTRADICTS,
                        "level",
                        stated.top(),
                        "base",
                        stated.base(),
                        "printed",
                        stated.percent().value(),
                        "computed",
                        Printed.percentOf(top.get().middle(), base.get().middle())
                                .setScale(2, RoundingMode.HALF_UP)));
            }
        }
    }

    /** Between which bounds the true figure lies: a count is exact, a percentage was rounded. */
    private record Bounds(BigDecimal low, BigDecimal middle, BigDecimal high) {}

    private Optional<Bounds> bounds(String level) {
        var number = counts.get(level);
        if (number != null) {
            var exact = BigDecimal.valueOf(number);
            return Optional.of(new Bounds(exact, exact, exact));
        }
        return Optional.ofNullable(entry.percents.get(level))
                .map(percent -> new Bounds(percent.low(), percent.value(), percent.high()));
    }

    private Optional<CapFigures> cap(ReviewRegime.Cap rule) {
        var limit = rules.findRuling(rule.limit());
        var top = bounds(rule.top());
        var base = bounds(rule.base()).map(bounds -> withPart(rule, bounds));
        var isMixed = counts.containsKey(rule.top()) != counts.containsKey(rule.base());
        if (limit.isEmpty() || top.isEmpty() || base.isEmpty() || isMixed) {
            flags.add(Flag.of(Code.CAP_NOT_COMPUTABLE));
            return Optional.empty();
        }
        return Optional.of(figures(rule, top.get(), base.get(), limit.get()));
    }

    /** Where the top is a chosen part of the base and was counted apart, the base is both together. */
    private Bounds withPart(ReviewRegime.Cap rule, Bounds base) {
        var isApart = whole(rule.top()).filter(rule.base()::equals).isPresent() && !isIncluded(rule.top());
        return bounds(rule.top())
                .filter(_ -> isApart)
                .map(top -> new Bounds(
                        base.low().add(top.low()),
                        base.middle().add(top.middle()),
                        base.high().add(top.high())))
                .orElse(base);
    }

    private CapFigures figures(ReviewRegime.Cap rule, Bounds top, Bounds base, Ruling limit) {
        var share = limit.number();
        var isPart = whole(rule.top()).filter(rule.base()::equals).isPresent();
        var both = isPart ? base.middle() : base.middle().add(top.middle());
        var exceeded = exceeds(top.middle(), share, base.middle());
        if (exceeds(top.high(), share, base.low()) != exceeds(top.low(), share, base.high())) {
            flags.add(Flag.of(Code.CAP_WITHIN_ROUNDING));
        }
        var fromCounts = counts.containsKey(rule.top());
        return new CapFigures(
                rule.top(),
                rule.base(),
                top.middle(),
                base.middle(),
                ratio(top.middle(), base.middle()),
                ratio(top.middle(), both),
                exceeded,
                exceeds(top.middle(), share, both),
                !fromCounts,
                fromCounts && !isPart ? (Integer) Cap.allowed(share, both.intValueExact()) : null,
                limit,
                Optional.ofNullable(rule.raised()).flatMap(rules::findRuling).orElse(null));
    }

    private static boolean exceeds(BigDecimal top, BigDecimal share, BigDecimal of) {
        return top.compareTo(share.multiply(of)) > 0;
    }

    private static @Nullable BigDecimal ratio(BigDecimal top, BigDecimal of) {
        return of.signum() == 0 ? null : top.divide(of, RATIO_DIGITS, RoundingMode.HALF_UP);
    }

    private Map<String, Share> shares(@Nullable Integer assessed) {
        var shares = new LinkedHashMap<String, Share>();
        if (assessed != null && assessed > 0) {
            counts.forEach(
                    (level, number) -> shares.put(level, new Share(number, assessed, percentOf(number, assessed))));
        }
        return shares;
    }

    private static BigDecimal percentOf(int number, int of) {
        return HUNDRED.multiply(BigDecimal.valueOf(number)).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP);
    }

    private Map<String, BigDecimal> percents() {
        var percents = new LinkedHashMap<String, BigDecimal>();
        entry.percents.forEach((level, percent) -> percents.put(level, percent.value()));
        return percents;
    }
}
