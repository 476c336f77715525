package vn.nentang.review.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.review.Cap;
import vn.nentang.review.CheckedCondition;
import vn.nentang.review.Classification;
import vn.nentang.review.workbook.ReviewSheetResult.TableFound;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.regime.Truth;

/** A checked workbook as plain maps and lists for JSON; field names are published and only grow. */
public final class ReviewSheetJson {

    private ReviewSheetJson() {}

    public static Map<String, Object> of(ReviewWorkbookCheck.Outcome outcome) {
        return switch (outcome) {
            case ReviewWorkbookCheck.Outcome.Checked(var result) -> of(result);
            case ReviewWorkbookCheck.Outcome.Refused(var reason, var sentence) -> {
                var json = new LinkedHashMap<String, Object>();
                json.put("outcome", "refused");
                json.put("reason", reason);
                putLabel(json, sentence);
                yield json;
            }
        };
    }

    public static Map<String, Object> of(ReviewSheetResult result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("outcome", "checked");
        json.put("file", result.file());
        putKnown(json, "organisation", result.organization());
        json.put("year", result.year());
        putRegime(json, result);
        putTable(json, result.tables().getFirst());
        json.put("assumptions", assumptions(result));
        json.put("organisations", List.of(organization(result)));
        json.put("cells", result.cells().stream().map(ReviewSheetJson::cell).toList());
        json.put("otherRows", otherRows(result.tables().getFirst()));
        json.put("rows", result.members().stream().map(ReviewSheetJson::member).toList());
        if (result.tables().size() > 1) {
            json.put(
                    "moreSheets",
                    result.tables().stream().skip(1).map(ReviewSheetJson::table).toList());
        }
        if (!result.remarks().isEmpty()) {
            json.put("remarks", result.remarks());
        }
        return json;
    }

    private static void putRegime(Map<String, Object> json, ReviewSheetResult result) {
        var source = result.regime().regime().source();
        var instrument = source.instrument();
        json.put("regime", instrument.substring(0, instrument.lastIndexOf(' ')));
        json.put("regimeId", result.regime().id());
        json.put("regimeInstrument", instrument);
        result.regime().guidance().ifPresent(guidance -> json.put("guidance", guidance.instrument()));
        json.put("judgedOn", result.regime().date().toString());
    }

    private static void putTable(Map<String, Object> json, TableFound table) {
        putKnown(json, "sheet", table.sheet());
        json.put("headerRows", table.headerRows());
        json.put("columns", table.columns());
    }

    private static Map<String, Object> table(TableFound table) {
        var json = new LinkedHashMap<String, Object>();
        putTable(json, table);
        json.put("otherRows", otherRows(table));
        return json;
    }

    private static List<Map<String, Object>> otherRows(TableFound table) {
        var rows = new ArrayList<Map<String, Object>>();
        table.otherRows().forEach((row, kind) -> rows.add(Map.of("row", row, "kind", kind)));
        return rows;
    }

    /** The sentences of everything that was taken because nothing was on record. */
    private static List<Label> assumptions(ReviewSheetResult result) {
        var facts = result.regime().regime().facts();
        var assumed = new LinkedHashSet<Label>();
        for (var member : result.members()) {
            if (member.classification() != null) {
                for (var condition : member.classification().conditions()) {
                    condition.assumed().stream()
                            .sorted()
                            .map(facts::get)
                            .flatMap(fact -> fact == null ? Stream.empty() : fact.findAssumed().stream())
                            .forEach(assumption -> assumed.add(assumption.sentence()));
                }
            }
        }
        return List.copyOf(assumed);
    }

    private static Map<String, Object> organization(ReviewSheetResult result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", result.organization() == null ? "" : result.organization());
        json.put("members", result.members().size());
        json.put("counts", result.counts());
        json.put("notClassifiedBy", result.notClassifiedBy());
        result.cap().ifPresent(cap -> json.put("cap", cap(cap)));
        var byGroup = new LinkedHashMap<String, Object>();
        result.capByGroup().forEach((kind, cap) -> byGroup.put(kind, cap(cap)));
        json.put("capByGroup", byGroup);
        result.capOfProposals().ifPresent(cap -> json.put("capOfCellProposals", cap(cap)));
        return json;
    }

    /** Both denominators, the limit with its article, and by how many it is exceeded. */
    public static Map<String, Object> cap(Cap cap) {
        var json = new LinkedHashMap<String, Object>();
        json.put(cap.topCode(), cap.top());
        json.put(cap.baseCode(), cap.base());
        json.put("ratio", cap.ratio().orElse(null));
        json.put("limit", cap.limit().number());
        json.put("exceeded", cap.isExceeded());
        cap.isExceededAtRaised().ifPresent(exceeded -> json.put("exceededAtRaisedLimit" + raised(cap), exceeded));
        json.put("ratioOfBoth", cap.ratioOfBoth().orElse(null));
        json.put("exceededOfBoth", cap.isExceededOfBoth());
        json.put("allowed", cap.allowed());
        json.put("exceededBy", cap.excess());
        json.put("instrument", cap.limit().source().instrument());
        json.put("article", cap.limit().source().article());
        json.put("mark", cap.limit().source().mark().code());
        return json;
    }

    private static String raised(Cap cap) {
        return cap.raised() == null ? "" : cap.raised().number().toPlainString();
    }

    private static Map<String, Object> cell(ReviewSheetResult.CellFound cell) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", cell.name());
        json.put("members", cell.members());
        putKnown(json, "votersPresent", cell.voters());
        return json;
    }

    private static Map<String, Object> member(MemberLine member) {
        var json = new LinkedHashMap<String, Object>();
        json.put("row", member.row());
        putKnown(json, "sheet", member.sheet());
        json.put("cell", member.cell());
        json.put("fullName", member.fullName());
        putKnown(json, "birth", member.birth() == null ? null : partial(member.birth()));
        putKnown(json, "cardNumber", member.cardNumber());
        putKnown(json, "group", member.kind());
        putOutcome(json, member.classification());
        putKnown(json, "total", member.total());
        putKnown(json, "proposal", member.proposal());
        putKnown(json, "votes", member.votes().isEmpty() ? null : member.votes());
        putKnown(json, "problems", member.problems().isEmpty() ? null : problems(member));
        putKnown(json, "remarks", member.remarks().isEmpty() ? null : member.remarks());
        putKnown(json, "conditions", conditions(member.classification()));
        return json;
    }

    private static void putOutcome(Map<String, Object> json, @Nullable Classification classification) {
        switch (classification) {
            case null -> json.put("level", null);
            case Classification.Level(var code, var _, var discretion) -> {
                json.put("level", code);
                if (discretion != null) {
                    json.put("discretion", true);
                    json.put(
                            "discretionBy",
                            source(
                                    discretion.source().instrument(),
                                    discretion.source().article()));
                }
            }
            case Classification.NotClassified(var reason, var source, var _) -> {
                json.put("level", Outcomes.NOT_CLASSIFIED);
                json.put("reason", reason);
                json.put("reasonBy", source(source.instrument(), source.article()));
            }
            case Classification.NoLevelMatches _ -> json.put("level", Outcomes.NO_LEVEL);
            case Classification.Undecided(var missing, var _) -> {
                json.put("level", null);
                json.put("missing", missing.stream().sorted().toList());
            }
        }
        if (classification != null) {
            json.put("mark", classification.mark().code());
        }
    }

    private static Map<String, String> source(String instrument, String article) {
        return Map.of("instrument", instrument, "article", article);
    }

    private static List<Map<String, Object>> problems(MemberLine member) {
        return member.problems().stream().map(ReviewSheetJson::problem).toList();
    }

    private static Map<String, Object> problem(RowProblem problem) {
        var json = new LinkedHashMap<String, Object>();
        json.put("field", problem.field());
        json.put("code", problem.code().code());
        json.put("severity", problem.code().isError() ? "error" : "warning");
        json.put("given", problem.given());
        if (!problem.strict()) {
            json.put("strict", false);
        }
        putLabel(json, problem.code().sentence());
        return json;
    }

    private static @Nullable List<Map<String, Object>> conditions(@Nullable Classification classification) {
        return classification == null
                ? null
                : classification.conditions().stream()
                        .map(ReviewSheetJson::condition)
                        .toList();
    }

    private static Map<String, Object> condition(CheckedCondition checked) {
        var condition = checked.condition();
        var json = new LinkedHashMap<String, Object>();
        json.put("level", checked.level());
        json.put("id", condition.id());
        json.put("fact", String.join(", ", condition.when().facts()));
        json.put("value", value(checked));
        json.put("holds", checked.truth() == Truth.UNKNOWN ? null : checked.truth() == Truth.HOLDS);
        json.put("assumed", !checked.assumed().isEmpty());
        json.put("instrument", condition.source().instrument());
        json.put("article", condition.source().article());
        json.put("mark", condition.source().mark().code());
        putLabel(json, condition.sentence());
        return json;
    }

    /** One value plainly, several by name. */
    private static @Nullable Object value(CheckedCondition checked) {
        if (checked.condition().when().facts().size() > 1) {
            return checked.values();
        }
        return checked.values().values().stream().findFirst().orElse(null);
    }

    private static Map<String, Object> partial(PartialDate date) {
        var json = new LinkedHashMap<String, Object>();
        json.put("year", date.year());
        putKnown(json, "month", date.month());
        putKnown(json, "day", date.day());
        return json;
    }

    private static void putLabel(Map<String, Object> json, Label label) {
        json.put("vi", label.vi());
        json.put("en", label.en());
    }

    private static void putKnown(Map<String, Object> json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
