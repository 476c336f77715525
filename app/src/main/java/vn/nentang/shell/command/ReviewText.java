package vn.nentang.shell.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.review.Cap;
import vn.nentang.review.CheckedCondition;
import vn.nentang.review.Classification;
import vn.nentang.review.workbook.MemberLine;
import vn.nentang.review.workbook.ReviewSheetResult;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.rulebook.regime.Truth;

/** A checked workbook for people: each member's level and what stands in the way of a higher one, then counts and caps. */
final class ReviewText {

    private static final String NOT_CLASSIFIED = "không xếp loại / not classified";

    private final ReviewSheetResult result;
    private final WrappedText out;
    private final List<String> ladder;
    private final Map<String, Label> levels = new LinkedHashMap<>();

    ReviewText(ReviewSheetResult result, PrintWriter out) {
        this.result = result;
        this.out = new WrappedText(out);
        result.regime()
                .regime()
                .ladders()
                .forEach(l -> l.descending().forEach(level -> levels.putIfAbsent(level.code(), level.label())));
        this.ladder =
                result.counts().keySet().stream().filter(levels::containsKey).toList();
    }

    void print() {
        head();
        @Nullable String cell = null;
        for (var line : result.members()) {
            if (!line.cell().equals(cell)) {
                cell = line.cell();
                out.line();
                out.line("", cell.isEmpty() ? "(không rõ chi bộ / no cell given)" : cell);
            }
            member(line);
        }
        counts();
        caps();
    }

    private void head() {
        var regime = result.regime().regime();
        var name = Optional.ofNullable(result.organization()).orElse(result.file());
        out.line("", "%s · %d · %s (%s)".formatted(name, result.year(), both(regime.title()), regime.source()));
        result.remarks().forEach(remark -> out.line("! ", both(remark)));
    }

    private void member(MemberLine line) {
        var proposal = line.proposal() == null ? "" : " · đề nghị / proposed: " + line.proposal();
        var total = line.total() == null ? "" : " · " + line.total().toPlainString();
        out.line(
                "%6s  ".formatted(result.key(line)),
                "%s: %s%s%s".formatted(line.fullName(), outcome(line.classification()), total, proposal));
        reasons(line.classification()).forEach(reason -> out.line("          - ", reason));
        line.problems()
                .forEach(p -> out.line(
                        "          ! ",
                        both(p.code().sentence()) + (p.given().isEmpty() ? "" : " (%s)".formatted(p.given()))));
        line.remarks().forEach(remark -> out.line("          ! ", both(remark)));
    }

    private static String outcome(@Nullable Classification classification) {
        return switch (classification) {
            case null -> "chưa kết luận: dòng có chỗ sai / nothing is asserted";
            case Classification.Level(var code, var _, var discretion) ->
                discretion == null ? code : code + " (có thể xếp khác, có lý do / discretion)";
            case Classification.NotClassified _ -> NOT_CLASSIFIED;
            case Classification.NoLevelMatches _ ->
                "không mức nào khớp, cấp có thẩm quyền quyết định / no level matches";
            case Classification.Undecided _ -> "chưa đủ dữ kiện / facts are missing";
        };
    }

    private List<String> reasons(@Nullable Classification classification) {
        return switch (classification) {
            case null -> List.of();
            case Classification.Level(var code, var conditions, var discretion) ->
                Stream.concat(
                                why(code, conditions).map(this::sentence),
                                discretion == null
                                        ? Stream.<String>of()
                                        : Stream.of(cited(discretion.sentence(), "", discretion.source())))
                        .toList();
            case Classification.NotClassified(var _, var _, var conditions) ->
                conditions.stream().map(this::sentence).toList();
            case Classification.NoLevelMatches(var conditions) ->
                above(ladder.getLast(), conditions).map(this::sentence).toList();
            case Classification.Undecided(var missing, var _) ->
                missing.stream().sorted().map(this::fact).toList();
        };
    }

    /** For the lowest level what led to it, for the others what stands in the way of each level above. */
    private Stream<CheckedCondition> why(String code, List<CheckedCondition> conditions) {
        return code.equals(ladder.getLast())
                ? conditions.stream().filter(c -> c.level().equals(code) && c.truth() == Truth.HOLDS)
                : above(code, conditions);
    }

    private Stream<CheckedCondition> above(String code, List<CheckedCondition> conditions) {
        var higher = ladder.subList(0, ladder.indexOf(code));
        return conditions.stream().filter(c -> higher.contains(c.level()) && c.truth() == Truth.FAILS);
    }

    private String sentence(CheckedCondition checked) {
        var values = checked.values().entrySet().stream()
                .map(e -> "%s = %s".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining("; "));
        var level = levels.containsKey(checked.level()) && checked.truth() == Truth.FAILS
                ? "không đạt / fails %s: ".formatted(checked.level())
                : "";
        return level
                + cited(
                        checked.condition().sentence(),
                        values,
                        checked.condition().source());
    }

    private static String cited(Label sentence, String values, Citation source) {
        return "%s%s [%s]".formatted(both(sentence), values.isEmpty() ? "" : " (%s)".formatted(values), source);
    }

    private String fact(String name) {
        var fact = result.regime().regime().facts().get(name);
        return fact == null ? name : both(fact.label());
    }

    private void counts() {
        out.line();
        result.counts().forEach((code, number) -> {
            if (number > 0 || levels.containsKey(code)) {
                count(0, number, code, levels.containsKey(code) ? both(levels.get(code)) : word(code));
            }
        });
        result.notClassifiedBy().forEach((code, number) -> count(2, number, code, both(reason(code))));
        count(0, result.members().size(), "", "tổng số / total");
    }

    private void count(int indent, int number, String code, String words) {
        out.line("%s%6d  ".formatted(" ".repeat(indent), number), "%s %s".formatted(code, words));
    }

    private static String word(String code) {
        return switch (code) {
            case "no-level-matches" -> "không mức nào khớp";
            case "not-classified" -> "không xếp loại";
            case "not-asserted" -> "chưa kết luận";
            default -> "";
        };
    }

    private Label reason(String code) {
        return result.regime().regime().exclusions().stream()
                .filter(e -> e.reason().equals(code))
                .findFirst()
                .map(ReviewRegime.Exclusion::condition)
                .map(condition -> condition.sentence())
                .orElseGet(() -> new Label(code, code));
    }

    private void caps() {
        var caps = new ArrayList<Map.Entry<String, Cap>>();
        result.cap().ifPresent(cap -> caps.add(Map.entry("Theo dữ kiện / by the facts", cap)));
        result.capByGroup().forEach((group, cap) -> caps.add(Map.entry("Nhóm / group " + group, cap)));
        result.capOfProposals().ifPresent(cap -> caps.add(Map.entry("Theo đề nghị / as proposed", cap)));
        if (!caps.isEmpty()) {
            out.line();
        }
        caps.forEach(cap -> cap(cap.getKey(), cap.getValue()));
    }

    private void cap(String title, Cap cap) {
        out.line("", title + ":");
        out.line("    ", ratio(cap.topCode() + "/" + cap.baseCode(), cap.top(), cap.base(), cap.ratio()));
        out.line(
                "    ",
                ratio(
                        "%s/(%s+%s)".formatted(cap.topCode(), cap.topCode(), cap.baseCode()),
                        cap.top(),
                        cap.top() + cap.base(),
                        cap.ratioOfBoth()));
        var verdict = cap.isExceeded()
                ? "vượt %d / exceeded by %d".formatted(cap.excess(), cap.excess())
                : "trong giới hạn / within the limit";
        out.line(
                "    ",
                "tối đa / limit %s: %s [%s]"
                        .formatted(
                                percent(cap.limit().number()),
                                verdict,
                                cap.limit().source()));
        var raised = cap.raised();
        if (raised != null && cap.isExceeded()) {
            var beyond = cap.excessAt(raised.number());
            out.line(
                    "    ",
                    "nếu có quyết định nâng / if raised by decision %s: %s"
                            .formatted(
                                    percent(raised.number()),
                                    beyond == 0
                                            ? "trong giới hạn / within"
                                            : "vượt %d / exceeded by %d".formatted(beyond, beyond)));
        }
    }

    private static String ratio(String of, int part, int whole, Optional<BigDecimal> ratio) {
        return "%s = %d/%d%s"
                .formatted(of, part, whole, ratio.map(r -> " = " + percent(r)).orElse(""));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private static String both(@Nullable Label label) {
        return label == null ? "" : label.vi().equals(label.en()) ? label.vi() : label.vi() + " / " + label.en();
    }
}
