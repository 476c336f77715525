package vn.nentang.rulebook.regime;

import dev.cel.common.CelValidationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.Mark;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.regime.ReviewRegime.Cap;
import vn.nentang.rulebook.regime.ReviewRegime.Criterion;
import vn.nentang.rulebook.regime.ReviewRegime.Decider;
import vn.nentang.rulebook.regime.ReviewRegime.Discretion;
import vn.nentang.rulebook.regime.ReviewRegime.Exclusion;
import vn.nentang.rulebook.regime.ReviewRegime.Form;
import vn.nentang.rulebook.regime.ReviewRegime.Guidance;
import vn.nentang.rulebook.regime.ReviewRegime.Level;
import vn.nentang.rulebook.regime.ReviewRegime.LevelLadder;
import vn.nentang.rulebook.regime.ReviewRegime.Provision;
import vn.nentang.rulebook.regime.ReviewRegime.Purpose;
import vn.nentang.rulebook.regime.ReviewRegime.SubjectKind;
import vn.nentang.rulebook.source.CitationReader;
import vn.nentang.rulebook.source.Fault;
import vn.nentang.rulebook.source.Problems;
import vn.nentang.rulebook.source.Section;

/** Reads one regime file. Whatever a condition, rule or cap refers to must be declared in the same file. */
public final class RegimeReader {

    private final Section file;
    private final CitationReader citations;
    private final Set<String> parameters;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> levels = new HashSet<>();
    private final Map<String, Scale> scales = new LinkedHashMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private @Nullable RuleLanguage language;
    private Citation base = new Citation("", "", Mark.DRAFT);
    private DateRange during = new DateRange(LocalDate.EPOCH, null);

    private RegimeReader(Section file, CitationReader citations, Set<String> parameters) {
        this.file = file;
        this.citations = citations;
        this.parameters = parameters;
    }

    /**
     * Reads a regime; empty when anything was wrong.
     *
     * @param parameters the keys of all parameters of the rulebook; caps and deadlines may name only these
     */
    public static Optional<ReviewRegime> read(
            Section file, CitationReader citations, Set<String> parameters, Problems problems) {
        var regime = new RegimeReader(file, citations, parameters).regime();
        file.finish();
        return problems.isEmpty() ? Optional.of(regime) : Optional.empty();
    }

    private ReviewRegime regime() {
        base = citations.read(file);
        during = new DateRange(file.date("from"), null);
        during = days(file);
        var subjects = file.sections("subjects").stream().map(this::subject).toList();
        var ladders = file.sections("levels").stream().map(this::ladder).toList();
        file.sections("scales").forEach(this::addScale);
        file.sections("facts").forEach(this::addFact);
        language = new RuleLanguage(facts.values(), scales.values());
        return new ReviewRegime(
                file.text("regime"),
                Label.below(file, "title"),
                file.oneOf("purpose", Purpose.BY_CODE).orElse(Purpose.RECORD),
                base,
                during,
                file.sections("guidance").stream().map(this::guidance).toList(),
                file.texts("periods"),
                List.copyOf(scales.values()),
                subjects,
                ladders,
                file.sections("criteria").stream().map(this::criterion).toList(),
                Collections.unmodifiableMap(new LinkedHashMap<>(facts)),
                file.sections("exclusions").stream().map(this::exclusion).toList(),
                file.sections("rules").stream().map(this::rule).toList(),
                file.sections("discretion").stream().map(this::discretion).toList(),
                file.sections("caps").stream().map(this::cap).toList(),
                file.sections("provisions").stream().map(this::provision).toList(),
                deadlines(),
                file.sections("forms").stream().map(this::form).toList(),
                file.sections("deciders").stream().map(this::decider).toList());
    }

    private SubjectKind subject(Section section) {
        var kind = section.text("kind");
        if (!kinds.add(kind)) {
            section.refuse("kind", Fault.USED_TWICE, kind, "each kind once");
        }
        var subject = new SubjectKind(
                kind, section.text("object"), Label.of(section), section.texts("names"), citations.read(section, base));
        section.finish();
        return subject;
    }

    private LevelLadder ladder(Section section) {
        var ladder = new LevelLadder(
                kinds(section),
                section.sections("descending").stream().map(this::level).toList());
        section.finish();
        return ladder;
    }

    private Level level(Section section) {
        var level = new Level(
                section.text("code"),
                Label.of(section),
                section.texts("names"),
                section.optionalText("within").orElse(null));
        levels.add(level.code());
        section.finish();
        return level;
    }

    private void addScale(Section section) {
        var scale = new Scale(section.text("name"), section.texts("rising"));
        if (scales.putIfAbsent(scale.name(), scale) != null) {
            section.refuse("name", Fault.USED_TWICE, scale.name(), "each scale once");
        }
        section.finish();
    }

    private void addFact(Section section) {
        var scaleName = section.optionalText("scale");
        if (scaleName.isPresent() && !scales.containsKey(scaleName.get())) {
            section.refuse("scale", Fault.UNKNOWN_NAME, scaleName.get(), String.join(", ", scales.keySet()));
        }
        var type = section.oneOf("type", Fact.Type.BY_CODE).orElse(Fact.Type.FLAG);
        var scale = scaleName.map(scales::get).orElse(Scale.NONE);
        if (type == Fact.Type.GRADE && scaleName.isEmpty()) {
            section.refuse("scale", Fault.MISSING, "", String.join(", ", scales.keySet()));
        }
        var name = section.text("name");
        var fact = new Fact(name, type, scale, Label.of(section), assumption(section, type, scale));
        if (facts.putIfAbsent(name, fact) != null) {
            section.refuse("name", Fault.USED_TWICE, name, "each fact once");
        }
        section.finish();
    }

    private static Fact.@Nullable Assumption assumption(Section fact, Fact.Type type, Scale scale) {
        return fact.optionalSection("assumed")
                .map(section -> assumed(section, type, scale))
                .orElse(null);
    }

    private static Fact.Assumption assumed(Section section, Fact.Type type, Scale scale) {
        var text = section.text("value");
        var value = FactValues.parse(type, scale, text);
        if (value.isEmpty()) {
            section.refuse("value", Fault.NOT_AN_ALLOWED_WORD, text, "a value of type " + type.code());
        }
        var assumption = new Fact.Assumption(value.orElse(false), Label.of(section));
        section.finish();
        return assumption;
    }

    private Guidance guidance(Section section) {
        var guidance = new Guidance(citations.read(section), days(section));
        section.finish();
        return guidance;
    }

    private Criterion criterion(Section section) {
        var criterion = new Criterion(
                section.text("group"),
                kinds(section),
                Label.of(section),
                optionalFact(section),
                section.optionalDecimal("max").orElse(null),
                section.texts("parts"),
                citations.read(section, base));
        section.finish();
        return criterion;
    }

    private @Nullable String optionalFact(Section section) {
        var fact = section.optionalText("fact");
        if (fact.isPresent() && !facts.containsKey(fact.get())) {
            section.refuse("fact", Fault.UNKNOWN_NAME, fact.get(), String.join(", ", facts.keySet()));
        }
        return fact.orElse(null);
    }

    private Exclusion exclusion(Section section) {
        var reason = section.text("reason");
        var exclusion = new Exclusion(
                reason,
                kinds(section),
                condition(section, "exclusion." + reason),
                section.optionalText("parameter")
                        .map(key -> parameter(section, "parameter", key))
                        .orElse(null),
                days(section));
        section.finish();
        return exclusion;
    }

    private LevelRule rule(Section section) {
        var rule = new LevelRule(
                level(section, "level"),
                kinds(section),
                section.oneOf("combine", LevelRule.Combine.BY_CODE).orElse(LevelRule.Combine.ALL),
                section.flag("prevails"),
                section.sections("conditions").stream()
                        .map(this::namedCondition)
                        .toList(),
                days(section));
        if (rule.conditions().isEmpty()) {
            section.refuse("conditions", Fault.MISSING, "", "at least one condition");
        }
        section.finish();
        return rule;
    }

    private Condition namedCondition(Section section) {
        var condition = condition(section, section.text("id"));
        section.finish();
        return condition;
    }

    private Condition condition(Section section, String id) {
        if (!ids.add(id)) {
            section.refuse("id", Fault.USED_TWICE, id, "each id once in a regime");
        }
        return new Condition(id, expression(section), Label.of(section), citations.read(section, base));
    }

    private Expression expression(Section section) {
        var text = section.text("when");
        var compiler = Objects.requireNonNull(language);
        try {
            return compiler.compile(text.isEmpty() ? "false" : text);
        } catch (CelValidationException e) {
            var reason = e.getMessage() == null
                    ? ""
                    : e.getMessage().lines().findFirst().orElse("");
            section.refuse("when", Fault.BAD_EXPRESSION, text + " — " + reason, "CEL over " + facts.keySet());
            return never(compiler);
        }
    }

    private static Expression never(RuleLanguage language) {
        try {
            return language.compile("false");
        } catch (CelValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Discretion discretion(Section section) {
        var grounds = new HashSet<>(section.texts("grounds"));
        for (var ground : grounds) {
            if (!ids.contains(ground)) {
                section.refuse("grounds", Fault.UNKNOWN_NAME, ground, "ids of conditions of the same file");
            }
        }
        var discretion = new Discretion(
                kinds(section), Set.copyOf(grounds), condition(section, section.text("id")), days(section));
        section.finish();
        return discretion;
    }

    private Cap cap(Section section) {
        var cap = new Cap(
                kinds(section),
                level(section, "top"),
                level(section, "base"),
                parameter(section, "limit", section.text("limit")),
                section.optionalText("raised")
                        .map(key -> parameter(section, "raised", key))
                        .orElse(null),
                Label.findBelow(section, "raisedWhen").orElse(null),
                section.sections("groupBy").stream().map(RegimeReader::label).toList(),
                citations.read(section, base),
                days(section));
        section.finish();
        return cap;
    }

    private Provision provision(Section section) {
        var topic = section.oneOf("topic", TOPICS).orElse("");
        var provision = new Provision(
                topic,
                section.text("code"),
                kinds(section),
                section.has("when") ? expression(section) : null,
                Label.of(section),
                citations.read(section, base),
                days(section));
        section.finish();
        return provision;
    }

    private static final Map<String, String> TOPICS = topics(
            "principle", "special-case", "order-of-review", "order-of-classification", "procedure", "consequence");

    private static Map<String, String> topics(String... words) {
        var topics = new LinkedHashMap<String, String>();
        Arrays.stream(words).forEach(word -> topics.put(word, word));
        return topics;
    }

    private List<String> deadlines() {
        var deadlines = new ArrayList<>(file.texts("deadlines"));
        deadlines.forEach(key -> parameter(file, "deadlines", key));
        return List.copyOf(deadlines);
    }

    private Form form(Section section) {
        var form = new Form(
                section.text("letter"), Label.of(section), kinds(section), citations.read(section), days(section));
        section.finish();
        return form;
    }

    private Decider decider(Section section) {
        var decider = new Decider(
                section.text("organization"),
                Label.of(section),
                Label.below(section, "assesses"),
                Label.findBelow(section, "proposes").orElse(null),
                Label.below(section, "decides"),
                citations.read(section, base));
        section.finish();
        return decider;
    }

    private static Label label(Section section) {
        var label = Label.of(section);
        section.finish();
        return label;
    }

    private String level(Section section, String key) {
        var level = section.text(key);
        if (!level.isEmpty() && !levels.contains(level)) {
            section.refuse(key, Fault.UNKNOWN_NAME, level, String.join(", ", levels));
        }
        return level;
    }

    private String parameter(Section section, String key, String parameter) {
        if (!parameter.isEmpty() && !parameters.contains(parameter)) {
            section.refuse(key, Fault.UNKNOWN_NAME, parameter, "the key of a parameter under parameters/");
        }
        return parameter;
    }

    /** The kinds under {@code for}; every kind when it is left out. */
    private Set<String> kinds(Section section) {
        if (!section.has("for")) {
            return Set.copyOf(kinds);
        }
        var named = section.texts("for");
        for (var kind : named) {
            if (!kinds.contains(kind)) {
                section.refuse("for", Fault.UNKNOWN_NAME, kind, String.join(", ", kinds));
            }
        }
        return Set.copyOf(named);
    }

    /** The days under {@code from} and {@code until}; those of the regime where they are left out. */
    private DateRange days(Section section) {
        var from = section.optionalDate("from").orElse(during.from());
        var until = section.optionalDate("until").orElse(during.until());
        if (until != null && until.isBefore(from)) {
            section.refuse("until", Fault.UNSORTED_DATES, until.toString(), "a day after " + from);
            return during;
        }
        return new DateRange(from, until);
    }
}
