package vn.nentang.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nentang.rulebook.source.RefusedSource;
import vn.nentang.rulebook.source.SourceText;

final class RuleFileRefusalTests {

    private static final String INSTRUMENTS = """
            checkedOn: 2030-01-01
            instruments:
              - number: 1-QĐ/TW
                signed: 2000-01-01
                issuer: Nơi ban hành
                title: {vi: "Một", en: "One"}
                from: 2000-01-01
                mark: verified
            """;

    private static final String PARAMETERS = """
            parameters:
              - key: area.name
                title: {vi: "Tên", en: "Name"}
                unit: months
                values:
                  - {from: 2000-01-01, value: 12, source: 1-QĐ/TW 2000-01-01, article: Điều 1}
                  - {from: 2010-01-01, value: none, source: 1-QĐ/TW 2000-01-01, article: Điều 2}
            """;

    private static final String CODES = """
            list: colour
            title: {vi: "Màu", en: "Colour"}
            source: 1-QĐ/TW 2000-01-01
            codes:
              - {code: red, vi: "Đỏ", en: "Red", until: 2010-01-01}
              - {code: red, vi: "Đỏ tươi", en: "Bright red", from: 2010-01-01}
            """;

    private static final String REVIEW = """
            regime: R1
            title: {vi: "Một", en: "One"}
            purpose: classify
            source: 1-QĐ/TW 2000-01-01
            from: 2000-01-01
            until: 2010-01-01
            subjects:
              - {kind: one, object: member, vi: "Một", en: "One"}
            levels:
              - descending:
                  - {code: A, vi: "Hạng A", en: "Class A"}
            facts:
              - {name: score, type: decimal, vi: "Điểm", en: "Score"}
            rules:
              - level: A
                conditions:
                  - {id: a.score, when: "score >= 1", article: Điều 1, vi: "Từ 1", en: "One"}
            caps:
              - {top: A, base: A, limit: area.name}
            """;

    @Test
    void the_files_that_the_table_spoils_are_good_before() {
        assertThat(Rulebook.of(files("", "", "")).parameters()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # file | what stands there | what is put there | fault | line | what the message says is allowed
            instruments | mark: verified | mark: perhaps | not-an-allowed-word | 8 | draft, secondhand, verified
            instruments | mark: verified | color: red | unknown-key | 8 | number, signed, issuer
            instruments | mark: verified | note: x | missing | 3 | verified, secondhand, draft
            instruments | signed: 2000-01-01 | signed: 2000-02-30 | not-a-date | 4 | YYYY-MM-DD
            instruments | signed: 2000-01-01 | signed: yesterday | not-a-date | 4 | YYYY-MM-DD
            instruments | issuer: Nơi ban hành | issuer: | missing | 5 | text
            instruments | from: 2000-01-01 | replaces: [0-QĐ/TW 1999-01-01] | unknown-instrument | 0 | number and date
            instruments | title: {vi: "Một", en: "One"} | title: Một | not-a-mapping | 6 | keys
            instruments | title: {vi: "Một", en: "One"} | title: {vi: "Một"} | missing | 6 | text
            instruments | checkedOn: 2030-01-01 | checkedAt: 2030-01-01 | unknown-key | 1 | checkedOn
            parameters | unit: months | unit: moons | not-an-allowed-word | 4 | months
            parameters | unit: months | months: unit | missing | 2 | months
            parameters | value: 12 | value: twelve | not-a-number | 6 | months
            parameters | value: 12 | value: 1.5 | not-a-number | 6 | months
            parameters | value: 12, source: 1-QĐ/TW 2000-01-01 | value: 12 | missing | 6 | text
            parameters | value: 12, source: 1-QĐ/TW 2000-01-01 | value: 12, source: 1-QĐ/TW | unknown-instrument | 6 | number and date
            parameters | from: 2010-01-01 | from: 2000-01-01 | unsorted-dates | 7 | after 2000-01-01
            parameters | from: 2010-01-01 | from: 1999-12-31 | unsorted-dates | 7 | after 2000-01-01
            parameters | from: 2010-01-01 | from: 2010-13-01 | not-a-date | 7 | YYYY-MM-DD
            parameters | article: Điều 2 | articel: Điều 2 | unknown-key | 7 | article
            parameters | article: Điều 2 | mark: sure | not-an-allowed-word | 7 | draft
            parameters | key: area.name | key: Name | not-an-allowed-word | 2 | dotted
            parameters | title: {vi: "Tên", en: "Name"} | key: area.other | key-twice | 3 | once
            codes | source: 1-QĐ/TW 2000-01-01 | source: 2-QĐ/TW 2000-01-01 | unknown-instrument | 3 | number and date
            codes | from: 2010-01-01 | from: 2009-01-01 | used-twice | 6 | once
            codes | list: colour | name: colour | missing | 1 | text
            review | purpose: classify | purpose: guess | not-an-allowed-word | 3 | classify, record
            review | when: "score >= 1" | when: "scores >= 1" | bad-expression | 17 | score
            review | when: "score >= 1" | when: "score >=" | bad-expression | 17 | score
            review | when: "score >= 1" | when: "score + 1" | bad-expression | 17 | score
            review | when: "score >= 1" | when: "score == 'high'" | bad-expression | 17 | score
            review | type: decimal | type: decimals | not-an-allowed-word | 13 | decimal, flag, grade, whole
            review | type: decimal | type: grade | missing | 13 |
            review | level: A | level: Z | unknown-name | 15 | A
            review | top: A | top: Z | unknown-name | 19 | A
            review | limit: area.name | limit: area.nam | unknown-name | 19 | parameter
            review | limit: area.name | limit: area.name, for: [two] | unknown-name | 19 | one
            review | id: a.score | name: a.score | missing | 17 | text
            review | until: 2010-01-01 | until: 1990-01-01 | unsorted-dates | 6 | after 2000-01-01
            review | from: 2000-01-01 | from: &day 2000-01-01 |  | 0 |
            review | regime: R1 | regime: R1: R2 | not-yaml | 1 | YAML
            """)
    void a_file_with_anything_wrong_in_it_is_refused(
            String file, String good, String bad, String fault, int line, String allowed) {
        if (fault == null) {
            assertThat(Rulebook.of(files(file, good, bad)).regimes()).hasSize(1);
            return;
        }

        var refused = catchThrowableOfType(RefusedSource.class, () -> Rulebook.of(files(file, good, bad)));

        assertThat(refused).as("%s → %s", good, bad).isNotNull();
        assertThat(refused.problems()).anySatisfy(problem -> {
            assertThat(problem.fault().code()).isEqualTo(fault);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.file()).startsWith(file);
            assertThat(problem.allowed()).contains(allowed == null ? "" : allowed);
            assertThat(problem.sentence()).contains("dòng " + line).contains("line " + line);
        });
    }

    private static List<SourceText> files(String spoiled, String good, String bad) {
        var files = new ArrayList<SourceText>();
        files.add(text("instruments/a.yaml", INSTRUMENTS, spoiled, good, bad));
        files.add(text("parameters/a.yaml", PARAMETERS, spoiled, good, bad));
        files.add(text("codes/a.yaml", CODES, spoiled, good, bad));
        files.add(text("review/a.yaml", REVIEW, spoiled, good, bad));
        return files;
    }

    private static SourceText text(String name, String text, String spoiled, String good, String bad) {
        if (spoiled.isEmpty() || !name.startsWith(spoiled)) {
            return new SourceText(name, text);
        }
        assertThat(text).contains(good);
        return new SourceText(name, text.replace(good, bad));
    }

    @Test
    void all_problems_of_all_files_are_told_at_once() {
        var files = List.of(
                new SourceText("instruments/a.yaml", INSTRUMENTS.replace("mark: verified", "mark: perhaps")),
                new SourceText(
                        "parameters/a.yaml",
                        PARAMETERS.replace("value: 12", "value: x").replace("months", "moons")));

        var refused = catchThrowableOfType(RefusedSource.class, () -> Rulebook.of(files));

        assertThat(refused.problems().stream().map(problem -> problem.file()).distinct())
                .containsExactly("instruments/a.yaml", "parameters/a.yaml");
    }

    @Test
    void two_regimes_on_the_same_day_are_refused() {
        var files = files("", "", "");
        files.add(new SourceText(
                "review/b.yaml", REVIEW.replace("R1", "R2").replace("from: 2000-01-01", "from: 2009-12-31")));

        assertThatThrownBy(() -> Rulebook.of(files)).hasMessageContaining("R1").hasMessageContaining("R2");
    }

    @Test
    void a_regime_may_follow_on_the_day_the_other_ends() {
        var files = files("", "", "");
        files.add(new SourceText(
                "review/b.yaml",
                REVIEW.replace("R1", "R2")
                        .replace("from: 2000-01-01", "from: 2010-01-01")
                        .replace("until: 2010-01-01", "until: 2011-01-01")));

        assertThat(Rulebook.of(files).regimes()).hasSize(2);
    }

    @Test
    void a_file_in_an_unknown_place_is_refused() {
        assertThatThrownBy(() -> Rulebook.of(List.of(new SourceText("laws/a.yaml", INSTRUMENTS))))
                .hasMessageContaining("laws/a.yaml");
    }
}
