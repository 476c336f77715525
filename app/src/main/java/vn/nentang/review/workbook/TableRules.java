package vn.nentang.review.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime.SubjectKind;

/**
 * A sheet's table under the regime of its year: which names mean which level and kind, and which further columns carry a
 * fact of the regime because they are headed by its own words.
 */
final class TableRules {

    private final ReviewTable table;
    private final RegimeOn regime;
    private final RulesOn rules;
    private final List<SubjectKind> kinds;
    private final LevelNames levels;
    private final FactWords factWords;
    private final Map<String, String> kindByName = new LinkedHashMap<>();
    private final Map<Integer, Fact> factColumns = new LinkedHashMap<>();

    TableRules(ReviewTable table, RegimeOn regime, RulesOn rules) {
        this.table = table;
        this.regime = regime;
        this.rules = rules;
        this.kinds = MemberKinds.of(regime);
        this.levels = new LevelNames(regime.levels(kinds.getFirst().kind()));
        this.factWords = new FactWords(regime, kinds.getFirst().kind());
        kinds.forEach(this::know);
        table.header().labels().forEach(this::knowColumn);
    }

    private void know(SubjectKind subject) {
        kindByName.putIfAbsent(Words.joined(subject.kind()), subject.kind());
        kindByName.putIfAbsent(Words.joined(subject.label().vi()), subject.kind());
        subject.names().forEach(name -> kindByName.putIfAbsent(Words.joined(name), subject.kind()));
    }

    private void knowColumn(int column, String label) {
        if (!table.header().columns().containsKey(column)) {
            regime.regime().facts().values().stream()
                    .filter(fact -> Words.of(fact.label().vi()).equals(Words.of(label)))
                    .findFirst()
                    .ifPresent(fact -> factColumns.put(column, fact));
        }
    }

    ReviewTable table() {
        return table;
    }

    RegimeOn regime() {
        return regime;
    }

    RulesOn rules() {
        return rules;
    }

    List<String> kinds() {
        return kinds.stream().map(SubjectKind::kind).toList();
    }

    Optional<String> kind(String name) {
        return Optional.ofNullable(kindByName.get(Words.joined(name)));
    }

    Optional<String> level(String name) {
        return levels.code(name);
    }

    Map<Integer, Fact> factColumns() {
        return factColumns;
    }

    FactWords factWords() {
        return factWords;
    }
}
