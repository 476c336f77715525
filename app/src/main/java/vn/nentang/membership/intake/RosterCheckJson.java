package vn.nentang.membership.intake;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.nentang.kernel.PartialDate;
import vn.nentang.membership.intake.RosterCheck.Group;
import vn.nentang.membership.intake.RosterCheck.Importable;
import vn.nentang.membership.intake.RosterCheck.MemberRow;
import vn.nentang.membership.intake.RosterCheck.Refused;
import vn.nentang.membership.intake.RosterCheck.SheetPart;
import vn.nentang.membership.intake.RosterCheck.Table;
import vn.nentang.sheet.Cell;

/** The result of a check as JSON: camelCase keys, dates in parts, stable codes. Fields are only ever added. */
public final class RosterCheckJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RosterCheckJson() {}

    /** The whole result as one line of text. */
    public static String write(String file, RosterCheck check, IntakeContext context) {
        return MAPPER.writeValueAsString(of(file, check, context));
    }

    /** The whole result as a tree, for writing it together with something else. */
    public static ObjectNode of(String file, RosterCheck check, IntakeContext context) {
        var json = NODES.objectNode().put("file", file);
        return switch (check) {
            case Refused(var reason, var vi, var en) ->
                json.put("outcome", "refused")
                        .put("reason", reason.code())
                        .put("vi", vi)
                        .put("en", en);
            case Importable importable -> importable(json, importable, context);
        };
    }

    private static ObjectNode importable(ObjectNode json, Importable check, IntakeContext context) {
        json.put("outcome", "importable");
        json.set("context", context(context));
        var text = check.text();
        if (text != null) {
            json.putObject("csv")
                    .put("encoding", text.encoding())
                    .put("bom", text.byteOrderMark())
                    .put("separator", String.valueOf(text.separator()))
                    .put("lineEnd", text.lineEnd());
        }
        notices(json, check);
        var sheets = json.putArray("sheets");
        check.sheets().forEach(sheet -> sheets.add(sheet(sheet)));
        json.set("counts", counts(check.rows()));
        var groups = json.putArray("groups");
        check.groups().forEach(group -> groups.add(group(group)));
        var rows = json.putArray("rows");
        check.rows().forEach(row -> rows.add(row(row)));
        return json;
    }

    private static ObjectNode context(IntakeContext context) {
        var json = NODES.objectNode()
                .put("organisation", context.organization())
                .put("asOf", context.asOf().toString());
        var cells = json.putArray("cells");
        context.cells().forEach(cells::add);
        return json;
    }

    private static void notices(ObjectNode json, Importable check) {
        if (check.notices().isEmpty()) {
            return;
        }
        var notices = json.putArray("fileNotices");
        for (var notice : check.notices()) {
            var sheets = notices.addObject()
                    .put("code", notice.code().code())
                    .put("severity", notice.code().severity().code())
                    .putArray("sheets");
            notice.sheets().forEach(sheets::add);
        }
    }

    private static ObjectNode sheet(SheetPart sheet) {
        var json = NODES.objectNode().put("name", sheet.name());
        if (!sheet.hasMembers()) {
            return json.put("role", "ignore");
        }
        json.put("role", "members");
        table(json, sheet.tables().getFirst());
        var more = sheet.tables().subList(1, sheet.tables().size());
        if (!more.isEmpty()) {
            var tables = json.putArray("moreTables");
            more.forEach(table -> table(tables.addObject(), table));
        }
        return json;
    }

    private static void table(ObjectNode json, Table table) {
        var headers = json.putArray("headerRows");
        table.headerRows().forEach(headers::add);
        var columns = json.putObject("columns");
        table.columns().forEach((column, fields) -> column(columns, Cell.letter(column), fields));
        if (!table.formColumns().isEmpty()) {
            var form = json.putObject("formColumns");
            table.formColumns().forEach((column, codes) -> form.put(Cell.letter(column), String.join(" ", codes)));
        }
        if (table.cellFromTitle() != null) {
            json.put("cellFromTitle", table.cellFromTitle());
        }
        json.put("memberRows", table.memberRows())
                .put("firstMemberRow", table.firstMemberRow())
                .put("lastMemberRow", table.lastMemberRow());
        var others = json.putArray("otherRows");
        table.otherRows()
                .forEach(other -> others.addObject().put("row", other.row()).put("kind", other.kind()));
    }

    private static void column(ObjectNode columns, String letter, List<RosterField> fields) {
        if (fields.size() == 1) {
            columns.put(letter, fields.getFirst().key());
        } else {
            var several = columns.putArray(letter);
            fields.forEach(field -> several.add(field.key()));
        }
    }

    private static ObjectNode counts(List<MemberRow> rows) {
        var ready = rows.stream().filter(MemberRow::isReady).count();
        return NODES.objectNode()
                .put("memberRows", rows.size())
                .put("record", ready)
                .put("error", rows.size() - ready);
    }

    private static ObjectNode group(Group group) {
        var json = NODES.objectNode()
                .put("id", group.id())
                .put("kind", group.kind().code());
        var rows = json.putArray("rows");
        group.rows().forEach(row -> rows.addArray().add(row.sheet()).add(row.row()));
        return json;
    }

    private static ObjectNode row(MemberRow row) {
        var json = NODES.objectNode().put("sheet", row.sheet()).put("row", row.row());
        json.put("outcome", row.isReady() ? "record" : "error");
        if (row.isReady()) {
            json.set("record", member(row.record()));
        }
        if (!row.problems().isEmpty()) {
            var problems = json.putArray("problems");
            row.problems().forEach(problem -> problems.add(problem(problem)));
        }
        if (row.group() != null) {
            json.put("group", row.group());
        }
        return json;
    }

    private static ObjectNode member(MemberRecord member) {
        var json = NODES.objectNode().put("fullName", member.fullName());
        json.put("sex", name(member.sex()));
        date(json, "birth", member.birth());
        json.put("ethnicity", member.ethnicity())
                .put("citizenId", member.citizenId())
                .put("cardNumber", member.cardNumber());
        date(json, "admittedOn", member.admittedOn());
        date(json, "recognisedOn", member.recognisedOn());
        json.put("standing", lower(name(member.standing())));
        date(json, "statusDate", member.statusDate());
        json.put("cell", member.cell());
        if (!member.form().isEmpty()) {
            var form = json.putObject("form");
            new TreeMap<>(member.form()).forEach(form::put);
        }
        return json;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static void date(ObjectNode json, String key, @Nullable PartialDate date) {
        if (date == null) {
            json.putNull(key);
            return;
        }
        var parts = json.putObject(key).put("year", date.year());
        if (date.month() != null) {
            parts.put("month", date.month());
        }
        if (date.day() != null) {
            parts.put("day", date.day());
        }
    }

    private static ObjectNode problem(Problem problem) {
        var field = problem.field();
        return NODES.objectNode()
                .put("column", problem.column())
                .put("field", field == null ? null : field.key())
                .put("given", problem.given())
                .put("code", problem.code().code())
                .put("severity", problem.severity().code())
                .put("vi", problem.vi())
                .put("en", problem.en());
    }
}
