package vn.nentang.review.published;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime.Level;
import vn.nentang.rulebook.regime.ReviewRegime.SubjectKind;
import vn.nentang.rulebook.source.Fault;
import vn.nentang.rulebook.source.Section;

/** One entry of a list as it is written: which numbers it gives, by level and by reason. */
final class SummaryEntry {

    private static final Pattern STATED_RATIO = Pattern.compile("(.+)_of_(.+)_pct");
    private static final Pattern PRINTED = Pattern.compile("(.+)_printed");
    private static final Pattern CONSISTENT = Pattern.compile("(.+)_consistent");
    private static final Pattern INCLUDES = Pattern.compile("(.+)_includes_(.+)");
    private static final List<String> REASONS = List.of(
            "exempt",
            "not_assessed",
            "not_reviewed",
            "suspended",
            "new",
            "new_under_6_months",
            "absent",
            "sick",
            "temporary",
            "under_discipline",
            "abroad",
            "other");
    private static final List<String> ABOUT = List.of("id", "regime", "year", "about", "note", "source");
    private static final int COUNT_MAX = 100_000_000;
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[. ,\\u00a0\\u202f]\\d{3}){1,2}");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d{1,3}(?:[,.]\\d{1,6})?");

    /** A ratio as the place printed it. */
    record StatedRatio(String top, String base, Printed percent) {}

    private final Section section;
    private final RegimeOn regime;
    private final String kind;
    private final Map<String, String> codes = new LinkedHashMap<>();

    final Map<String, Integer> counts = new LinkedHashMap<>();
    final Map<String, Integer> printed = new LinkedHashMap<>();
    final Map<String, Integer> consistent = new LinkedHashMap<>();
    final Map<String, Integer> notAssessed = new LinkedHashMap<>();
    final Map<String, Printed> percents = new LinkedHashMap<>();
    final List<StatedRatio> ratios = new ArrayList<>();
    final List<String> unknownKeys = new ArrayList<>();

    /** Numbers as written, and as they were understood, where that is not the same. */
    final Map<String, String> understood = new LinkedHashMap<>();

    final Map<String, Boolean> includes = new LinkedHashMap<>();

    @Nullable
    Integer total;

    @Nullable
    Integer assessed;

    @Nullable
    Integer missing;

    SummaryEntry(Section section, RegimeOn regime) {
        this.section = section;
        this.regime = regime;
        this.kind = kindIn();
        regime.ladder(kind).forEach(this::know);
        section.keys().forEach(this::take);
        readPercents();
    }

    String kind() {
        return kind;
    }

    private void know(Level level) {
        codes.put(key(level.code()), level.code());
        level.names().forEach(name -> codes.putIfAbsent(key(name), level.code()));
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    private void take(String key) {
        if (ABOUT.contains(key) || key.equals("pct")) {
            section.has(key);
        } else if (key.equals("total")) {
            total = count(key).orElse(null);
        } else if (key.equals("assessed")) {
            assessed = count(key).orElse(null);
        } else if (key.equals("missing")) {
            missing = count(key).orElse(null);
        } else if (REASONS.contains(key)) {
            count(key).ifPresent(number -> notAssessed.put(key, number));
        } else if (!takeDerived(key)) {
            takeLevel(key);
        }
    }

    private boolean takeDerived(String key) {
        var ratio = STATED_RATIO.matcher(key);
        if (ratio.matches() && isLevel(ratio.group(1)) && isLevel(ratio.group(2))) {
            percent(key, section)
                    .ifPresent(percent ->
                            ratios.add(new StatedRatio(level(ratio.group(1)), level(ratio.group(2)), percent)));
            return true;
        }
        var includesKey = INCLUDES.matcher(key);
        if (includesKey.matches() && isPart(includesKey.group(2), includesKey.group(1))) {
            includes.put(level(includesKey.group(2)), section.flag(key));
            return true;
        }
        return takeVariant(key, PRINTED, printed) || takeVariant(key, CONSISTENT, consistent);
    }

    private boolean isPart(String part, String whole) {
        return regime.ladder(kind).stream()
                .anyMatch(level ->
                        level.code().equals(level(part)) && level(whole).equals(level.within()));
    }

    private boolean takeVariant(String key, Pattern pattern, Map<String, Integer> into) {
        var matcher = pattern.matcher(key);
        if (!matcher.matches() || !isLevel(matcher.group(1))) {
            return false;
        }
        count(key).ifPresent(number -> into.put(level(matcher.group(1)), number));
        return true;
    }

    private void takeLevel(String key) {
        if (isLevel(key)) {
            count(key).ifPresent(number -> counts.put(level(key), number));
        } else {
            section.has(key);
            unknownKeys.add(key);
        }
    }

    private boolean isLevel(String name) {
        return codes.containsKey(key(name));
    }

    private String level(String name) {
        return codes.getOrDefault(key(name), name);
    }

    private void readPercents() {
        section.optionalSection("pct").ifPresent(shares -> {
            for (var key : shares.keys()) {
                if (isLevel(key)) {
                    percent(key, shares).ifPresent(percent -> percents.put(level(key), percent));
                } else {
                    shares.refuse(key, Fault.UNKNOWN_NAME, key, String.join(", ", codes.values()));
                }
            }
        });
        var finest =
                percents.values().stream().mapToInt(Printed::decimals).max().orElse(0);
        percents.replaceAll((_, percent) -> percent.withDecimals(finest));
    }

    private Optional<Integer> count(String key) {
        var grouped = grouped(key);
        if (grouped.isPresent()) {
            return grouped;
        }
        var number = section.optionalInteger(key);
        if (number.isPresent() && (number.get() < 0 || number.get() > COUNT_MAX)) {
            section.refuse(key, Fault.NOT_A_NUMBER, number.get().toString(), "0 … " + COUNT_MAX);
            return Optional.empty();
        }
        if (number.isEmpty() && section.optionalText(key).isEmpty()) {
            section.refuse(key, Fault.MISSING, "", "a whole number");
        }
        return number;
    }

    /** A number in groups of three, as tables print it: 1.234, 1,234, 1 234. Nobody counts parts of people. */
    private Optional<Integer> grouped(String key) {
        var text = section.optionalText(key).orElse("").strip();
        if (!GROUPED.matcher(text).matches()) {
            return Optional.empty();
        }
        var digits = NOT_DIGITS.matcher(text).replaceAll("");
        understood.put(text, digits);
        return Optional.of(Integer.valueOf(digits));
    }

    private static Optional<Printed> percent(String key, Section section) {
        var comma = section.optionalText(key)
                .map(text -> text.replace("%", "").strip())
                .filter(text -> DECIMAL_COMMA.matcher(text).matches())
                .map(text -> new BigDecimal(text.replace(',', '.')));
        var number = comma.isPresent() ? comma : section.optionalDecimal(key);
        if (number.isPresent() && !isPlausible(number.get())) {
            section.refuse(key, Fault.NOT_A_NUMBER, number.get().toString(), "0 … 1000");
            return Optional.empty();
        }
        return number.map(Printed::of);
    }

    private static boolean isPlausible(BigDecimal percent) {
        return percent.signum() >= 0 && percent.precision() - percent.scale() <= 3 && percent.scale() <= 9;
    }

    /** As the entry says; otherwise by the words of its id; otherwise by the levels it names. */
    private String kindIn() {
        var words = "%s %s"
                .formatted(section.textOr("about", ""), section.textOr("id", ""))
                .toLowerCase(Locale.ROOT);
        var subjects = regime.regime().subjects();
        if (words.matches(".*(member|dangvien|dang_vien|đảng viên|_dv\\b).*")
                || section.keys().contains("exempt")) {
            return first(subjects, "member");
        }
        var wanted = words.matches(".*(cell|chibo|chi_bo|chi bộ).*") ? "cell" : "party-body";
        return subjects.stream()
                .map(SubjectKind::kind)
                .filter(wanted::equals)
                .findFirst()
                .orElseGet(() -> first(subjects, "organization"));
    }

    private static String first(List<SubjectKind> subjects, String object) {
        return subjects.stream()
                .filter(subject -> subject.object().equals(object))
                .findFirst()
                .orElse(subjects.getFirst())
                .kind();
    }
}
