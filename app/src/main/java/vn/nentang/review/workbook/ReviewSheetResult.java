package vn.nentang.review.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.nentang.review.Cap;
import vn.nentang.review.Classification;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * A checked workbook: its members with what the regulation allows, its cells, its counts and caps.
 *
 * @param file name without folder
 * @param organization as the title names it; null where no title does
 * @param tables one for each sheet that holds a table
 * @param cells in the order of the sheets
 * @param remarks on the workbook as a whole
 */
public record ReviewSheetResult(
        String file,
        @Nullable String organization,
        int year,
        RulesOn rules,
        RegimeOn regime,
        List<TableFound> tables,
        List<CellFound> cells,
        List<MemberLine> members,
        List<Label> remarks) {

    /**
     * A sheet's table.
     *
     * @param columns field by letter of the column
     * @param otherRows kind by row number
     */
    public record TableFound(
            @Nullable String sheet,
            List<Integer> headerRows,
            Map<String, String> columns,
            Map<Integer, String> otherRows) {}

    /**
     * A cell of the sheet.
     *
     * @param voters full members present at the vote; null where the sheet does not say
     */
    public record CellFound(
            String name, int members, @Nullable Integer voters) {}

    public ReviewSheetResult {
        tables = List.copyOf(tables);
        cells = List.copyOf(cells);
        members = List.copyOf(members);
        remarks = List.copyOf(remarks);
    }

    /** How many members there are of each outcome: the levels, highest first, then those without one. */
    public Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        regime.levels(anyKind()).forEach(level -> counts.put(level.code(), 0));
        List.of(Outcomes.NO_LEVEL, Outcomes.NOT_CLASSIFIED, Outcomes.NOT_ASSERTED)
                .forEach(code -> counts.put(code, 0));
        members.forEach(member -> counts.merge(Outcomes.code(member.classification()), 1, Integer::sum));
        return counts;
    }

    /** How many members are not classified, by reason. */
    public Map<String, Integer> notClassifiedBy() {
        var reasons = new LinkedHashMap<String, Integer>();
        for (var member : members) {
            if (member.classification() instanceof Classification.NotClassified because) {
                reasons.merge(because.reason(), 1, Integer::sum);
            }
        }
        return reasons;
    }

    /** The cap on the levels the facts allow. */
    public Optional<Cap> cap() {
        return cap(_ -> true);
    }

    /** The cap within each kind of member that occurs. */
    public Map<String, Cap> capByGroup() {
        var caps = new LinkedHashMap<String, Cap>();
        for (var subject : regime.regime().subjects()) {
            Predicate<MemberLine> isOfKind = member -> subject.kind().equals(member.kind());
            if (members.stream().anyMatch(isOfKind)) {
                cap(isOfKind).ifPresent(cap -> caps.put(subject.kind(), cap));
            }
        }
        return caps;
    }

    /** The cap on the levels the cells propose, for those who are to be classified. */
    public Optional<Cap> capOfProposals() {
        return findCapRule().flatMap(rule -> Cap.of(rule, rules, proposed(rule.top()), proposed(rule.base())));
    }

    /** What names a line: its row, and before it the sheet where the workbook has several: {@code Chi bộ 2!14}. */
    public String key(MemberLine line) {
        return tables.size() > 1 && line.sheet() != null
                ? "%s!%d".formatted(line.sheet(), line.row())
                : String.valueOf(line.row());
    }

    private Optional<Cap> cap(Predicate<MemberLine> which) {
        return findCapRule()
                .flatMap(rule -> Cap.of(rule, rules, allowed(rule.top(), which), allowed(rule.base(), which)));
    }

    /** The regime's cap for members; empty where it has none. */
    public Optional<ReviewRegime.Cap> findCapRule() {
        return regime.cap(anyKind());
    }

    private String anyKind() {
        return MemberKinds.of(regime).getFirst().kind();
    }

    private int allowed(String level, Predicate<MemberLine> which) {
        return (int) members.stream()
                .filter(which)
                .filter(member -> Outcomes.level(member.classification())
                        .filter(level::equals)
                        .isPresent())
                .count();
    }

    private int proposed(String level) {
        return (int) members.stream()
                .filter(member -> level.equals(member.proposal()))
                .filter(member -> !(member.classification() instanceof Classification.NotClassified))
                .count();
    }
}
