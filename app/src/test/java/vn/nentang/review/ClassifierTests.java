package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.Truth;
import vn.nentang.rulebook.source.Problems;
import vn.nentang.rulebook.source.Section;
import vn.nentang.rulebook.source.SourceText;

final class ClassifierTests {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final Rulebook RULES = Rulebook.load();

    record Case(
            String name,
            String article,
            LocalDate on,
            String kind,
            Map<String, String> facts,
            String expect,
            boolean discretion) {
        @Override
        public String toString() {
            return "%s: %s (%s)".formatted(on, name, article);
        }
    }

    static Stream<Case> cases() {
        return Stream.of("review-366.yaml", "review-124.yaml", "review-132.yaml", "review-boundaries.yaml")
                .flatMap(ClassifierTests::casesIn);
    }

    private static Stream<Case> casesIn(String file) {
        var problems = new Problems();
        try {
            var section = Section.read(new SourceText(file, Files.readString(CASES.resolve(file))), problems)
                    .orElseThrow();
            var on = section.date("on");
            var given = texts(section, "given");
            var cases = section.sections("cases").stream()
                    .map(one -> read(one, on, given))
                    .toList();
            section.finish();
            problems.throwIfPresent();
            return cases.stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Case read(Section section, LocalDate on, Map<String, String> given) {
        var facts = new LinkedHashMap<>(given);
        facts.putAll(texts(section, "facts"));
        facts.keySet().removeAll(new HashSet<>(section.texts("without")));
        var one = new Case(
                section.text("case"),
                section.text("article"),
                section.optionalDate("on").orElse(on),
                section.text("kind"),
                facts,
                section.text("expect"),
                section.flag("discretion"));
        section.finish();
        return one;
    }

    private static Map<String, String> texts(Section section, String key) {
        var texts = new LinkedHashMap<String, String>();
        section.optionalSection(key)
                .ifPresent(below -> below.keys().forEach(name -> texts.put(name, below.text(name))));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("cases") // each case names its article
    void every_case_of_the_table_is_judged_as_it_says(Case one) {
        var regime = RULES.findRegime(one.on()).orElseThrow();

        var result = Classifier.classify(regime, one.kind(), facts(regime, one.facts()));

        assertThat(shortly(result)).isEqualTo(one.expect());
        assertThat(result instanceof Classification.Level level && level.discretion() != null)
                .isEqualTo(one.discretion());
        assertThat(result.conditions()).allSatisfy(checked -> {
            assertThat(checked.condition().source().instrument()).isNotEmpty();
            if (checked.truth() == Truth.UNKNOWN) {
                assertThat(checked.values().keySet())
                        .doesNotContainSequence(checked.condition().when().facts());
            }
        });
    }

    private static Facts facts(RegimeOn regime, Map<String, String> texts) {
        var facts = Facts.NONE;
        for (var entry : texts.entrySet()) {
            var fact = regime.regime().facts().get(entry.getKey());
            if (fact == null) {
                continue;
            }
            var text = entry.getValue();
            facts = switch (fact.type()) {
                case DECIMAL -> facts.with(fact.name(), new BigDecimal(text));
                case WHOLE -> facts.with(fact.name(), Long.parseLong(text));
                case FLAG -> facts.with(fact.name(), Boolean.parseBoolean(text));
                case GRADE -> facts.with(fact.name(), text);
            };
        }
        return facts;
    }

    private static String shortly(Classification result) {
        return switch (result) {
            case Classification.Level(var code, var _, var _) -> code;
            case Classification.NotClassified(var reason, var _, var _) -> "not-classified: " + reason;
            case Classification.NoLevelMatches _ -> "no-level-matches";
            case Classification.Undecided(var missing, var _) ->
                "undecided: " + String.join(", ", missing.stream().sorted().toList());
        };
    }

    @ParameterizedTest
    @CsvSource({"QD132", "QD124", "QD366"})
    void every_level_of_every_regime_is_reached_by_a_case(String id) {
        var reached = cases().filter(
                        one -> RULES.findRegime(one.on()).orElseThrow().id().equals(id))
                .map(Case::expect)
                .toList();

        assertThat(reached).contains("HTXS", "HTT", "HTN", "KHT");
    }

    @Test // 366-QĐ/TW Điều 11
    void a_result_shows_every_condition_with_its_fact_and_its_article() {
        var regime = RULES.findRegime(LocalDate.of(2025, 12, 31)).orElseThrow();
        var facts = Facts.NONE
                .with("score", new BigDecimal("26.4").add(new BigDecimal("63.6")))
                .with("tasksDonePct", new BigDecimal("100"))
                .with("tasksOnTimePct", new BigDecimal("100"))
                .with("tasksExceedingPct", new BigDecimal("30"))
                .with("qualityOk", true);

        var result = Classifier.classify(regime, "non-leader", facts);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Classification.Level.class,
                        level -> assertThat(level.code()).isEqualTo("HTXS"));
        assertThat(result.conditions())
                .filteredOn(one -> one.level().equals("HTXS"))
                .hasSize(6)
                .allSatisfy(one -> {
                    assertThat(one.truth()).isEqualTo(Truth.HOLDS);
                    assertThat(one.condition().source().article()).startsWith("Điều 11 khoản 1");
                });
        assertThat(result.conditions())
                .filteredOn(one -> one.condition().id().equals("non-leader.kht.discipline"))
                .singleElement()
                .satisfies(one -> assertThat(one.assumed()).containsExactly("disciplinedForDuty"));
    }

    @Test
    void facts_can_be_tried_under_another_regime_of_the_same_words() {
        var facts = Facts.NONE.with("exempt", true);

        for (var date : List.of("2018-12-31", "2022-12-31", "2024-12-31", "2025-12-31")) {
            var regime = RULES.findRegime(LocalDate.parse(date)).orElseThrow();
            assertThat(shortly(Classifier.classify(regime, "non-leader", facts)))
                    .isEqualTo("not-classified: exempt");
        }
    }

    @Test
    void a_fact_the_regime_does_not_declare_is_an_error() {
        var regime = RULES.findRegime(LocalDate.of(2025, 12, 31)).orElseThrow();

        assertThatThrownBy(() -> Classifier.classify(regime, "leader", Facts.NONE.with("points", 3)))
                .hasMessageContaining("points");
        assertThatThrownBy(() -> Classifier.classify(regime, "leader", Facts.NONE.with("qualityOk", 3)))
                .hasMessageContaining("qualityOk");
        assertThatThrownBy(() -> Classifier.classify(regime, "nobody", Facts.NONE))
                .hasMessageContaining("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "12.75, A",
        "12.74, B",
        "5, B",
        "4.99, no-level-matches",
        "0, C",
        "0.0, C",
    })
    void a_regime_nobody_has_seen_is_added_as_a_file(String deeds, String expect) throws IOException {
        var rules = Rulebook.loadWith(Path.of("src", "test", "resources", "rules-made-up"));
        var regime = rules.findRegime(LocalDate.of(1999, 6, 1)).orElseThrow();

        var result = Classifier.classify(regime, "anyone", Facts.NONE.with("deeds", new BigDecimal(deeds)));

        assertThat(shortly(result)).isEqualTo(expect);
        assertThat(result.mark().needsCaution()).isTrue();
        assertThat(regime.cap("anyone")
                        .flatMap(cap -> Cap.of(cap, rules.on(regime.date()), 2, 3))
                        .orElseThrow()
                        .isExceeded())
                .isTrue();
    }
}
