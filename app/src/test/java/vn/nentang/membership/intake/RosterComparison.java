package vn.nentang.membership.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares a result with an expected one by the rules of the README of the rosters, and lists every difference. */
final class RosterComparison {

    private static final Set<String> FIELDS_NOT_ASSERTED = Set.of("note");

    private final JsonNode expected;
    private final JsonNode actual;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, JsonNode> rows = new HashMap<>();

    RosterComparison(JsonNode expected, JsonNode actual) {
        this.expected = expected;
        this.actual = actual;
    }

    List<String> differences() {
        same("outcome", expected.get("outcome"), actual.get("outcome"));
        if (expected.get("outcome").stringValue().equals("refused")) {
            reason();
        } else if (actual.get("outcome").stringValue().equals("importable")) {
            importable();
        }
        return differences;
    }

    private void reason() {
        var allowed = new TreeSet<String>();
        allowed.add(expected.get("reason").stringValue());
        expected.path("reasonAlso").forEach(reason -> allowed.add(reason.stringValue()));
        if (!allowed.contains(actual.path("reason").asString(""))) {
            differences.add("reason: expected one of %s, was %s".formatted(allowed, actual.path("reason")));
        }
    }

    private void importable() {
        expected.path("csv")
                .properties()
                .forEach(e -> same(
                        "csv." + e.getKey(), e.getValue(), actual.path("csv").path(e.getKey())));
        expected.path("fileNotices").forEach(this::notice);
        for (var i = 0; i < expected.get("sheets").size(); i++) {
            sheet(expected.get("sheets").get(i), actual.get("sheets").path(i));
        }
        actual.get("rows").forEach(row -> rows.put(key(row), row));
        allRowsAndNoOther();
        expected.get("rows").forEach(this::row);
        expected.path("groups").forEach(this::group);
        same(
                "counts.memberRows",
                expected.get("counts").get("memberRows"),
                actual.get("counts").get("memberRows"));
    }

    private void notice(JsonNode notice) {
        for (var found : actual.path("fileNotices")) {
            if (found.get("code").equals(notice.get("code"))
                    && found.get("sheets").equals(notice.get("sheets"))) {
                return;
            }
        }
        differences.add("file notice missing: " + notice);
    }

    private void sheet(JsonNode wanted, JsonNode found) {
        var name = "sheet " + wanted.get("name");
        same(name + " name", wanted.get("name"), found.path("name"));
        same(name + " role", wanted.get("role"), found.path("role"));
        for (var key : List.of("headerRows", "memberRows", "firstMemberRow", "lastMemberRow")) {
            if (wanted.has(key)) {
                same(name + " " + key, wanted.get(key), found.path(key));
            }
        }
        if (wanted.has("cellFromTitle")) {
            sameText(name + " cellFromTitle", wanted.get("cellFromTitle"), found.path("cellFromTitle"));
        }
        columns(name, wanted.path("columns"), found.path("columns"));
        otherRows(name, wanted, found);
    }

    private void columns(String name, JsonNode wanted, JsonNode found) {
        wanted.properties()
                .forEach(e -> same(name + " column " + e.getKey(), list(e.getValue()), list(found.path(e.getKey()))));
        found.properties().forEach(e -> {
            var isAsserted = !FIELDS_NOT_ASSERTED.contains(e.getValue().asString(""));
            if (!wanted.has(e.getKey()) && isAsserted) {
                differences.add("%s column %s must not be taken for %s".formatted(name, e.getKey(), e.getValue()));
            }
        });
    }

    private static List<String> list(JsonNode fields) {
        var list = new ArrayList<String>();
        if (fields.isArray()) {
            fields.forEach(field -> list.add(field.stringValue()));
        } else if (fields.isString()) {
            list.add(fields.stringValue());
        }
        return list;
    }

    private void otherRows(String name, JsonNode wanted, JsonNode found) {
        var kinds = new HashMap<Integer, String>();
        found.path("otherRows")
                .forEach(o -> kinds.put(o.get("row").intValue(), o.get("kind").stringValue()));
        for (var other : wanted.path("otherRows")) {
            var row = other.get("row").intValue();
            same(
                    "%s row %d kind".formatted(name, row),
                    other.get("kind").stringValue(),
                    String.valueOf(kinds.get(row)));
        }
    }

    private void allRowsAndNoOther() {
        var wanted = new HashSet<String>();
        expected.get("rows").forEach(row -> wanted.add(key(row)));
        rows.keySet().stream()
                .filter(key -> !wanted.contains(key))
                .forEach(key -> differences.add("row too many: " + rows.get(key)));
    }

    private void row(JsonNode wanted) {
        var found = rows.get(key(wanted));
        if (found == null) {
            differences.add("row missing: " + wanted);
            return;
        }
        var isRecord = found.get("outcome").stringValue().equals("record");
        switch (wanted.get("outcome").stringValue()) {
            case "record" -> {
                if (!isRecord) {
                    differences.add("%s must be a record: %s".formatted(key(wanted), found.path("problems")));
                }
                problems(wanted, found, false);
            }
            case "error" -> {
                if (isRecord) {
                    differences.add("%s must be an error: %s".formatted(key(wanted), wanted.path("problems")));
                }
                problems(wanted, found, true);
            }
            default -> problems(wanted, found, false);
        }
        if (isRecord) {
            record(wanted, found);
        }
    }

    private void problems(JsonNode wanted, JsonNode found, boolean errorsOnly) {
        for (var problem : wanted.path("problems")) {
            var isInformation =
                    errorsOnly && problem.get("severity").stringValue().equals("warning");
            var isByNotice = problem.get("code").stringValue().equals("legacy-encoding");
            if (!problem.path("optional").asBoolean(false)
                    && !isInformation
                    && !isByNotice
                    && !reports(found, problem)) {
                differences.add("%s must report %s, has %s".formatted(key(wanted), problem, found.path("problems")));
            }
        }
    }

    private static boolean reports(JsonNode found, JsonNode problem) {
        for (var reported : found.path("problems")) {
            var isSame = reported.get("code").equals(problem.get("code"))
                    && reported.get("column").equals(problem.get("column"))
                    && reported.get("field").equals(problem.get("field"))
                    && isSameGiven(
                            reported.get("given").asString(""),
                            problem.get("given").asString(""));
            var severityFits = problem.has("strict") || reported.get("severity").equals(problem.get("severity"));
            if (isSame && severityFits) {
                return true;
            }
        }
        return false;
    }

    private void record(JsonNode wanted, JsonNode found) {
        var record = wanted.path("record");
        record.properties().forEach(e -> {
            var value = found.get("record").path(e.getKey());
            switch (e.getKey()) {
                case "fullNameAlso" -> {}
                case "fullName" -> fullName(key(wanted), record, value);
                case "cell" -> sameText(key(wanted) + " cell", e.getValue(), value);
                default -> same(key(wanted) + " " + e.getKey(), e.getValue(), value);
            }
        });
    }

    private void fullName(String row, JsonNode record, JsonNode value) {
        var allowed = new ArrayList<String>();
        allowed.add(record.get("fullName").asString(""));
        record.path("fullNameAlso").forEach(also -> allowed.add(also.stringValue()));
        if (!allowed.contains(value.asString(""))) {
            differences.add("%s fullName: expected one of %s, was %s".formatted(row, allowed, value));
        }
    }

    private void group(JsonNode group) {
        var members = 0;
        var isReported = false;
        for (var place : group.get("rows")) {
            var row = rows.get(place.get(0).asString("") + "!" + place.get(1));
            if (row == null) {
                continue;
            }
            members += row.get("outcome").stringValue().equals("record") ? 1 : 0;
            for (var problem : row.path("problems")) {
                isReported |= problem.get("code").equals(group.path("reportAtLeastOnceAs"));
            }
        }
        if (group.has("reportAtLeastOnceAs") && !isReported) {
            differences.add("group not reported: " + group);
        }
        if (members > group.path("atMostMembers").asInt(Integer.MAX_VALUE)
                || members < group.path("members").asInt(0)) {
            differences.add("group gives %d members: %s".formatted(members, group));
        }
    }

    private static String key(JsonNode row) {
        return row.get("sheet").asString("") + "!" + row.get("row");
    }

    /** The text of the cell; a day may also be given as yyyy-mm-dd. */
    private static boolean isSameGiven(String reported, String wanted) {
        return Words.key(reported).equals(Words.key(wanted)) || isoDay(reported).equals(wanted);
    }

    private static String isoDay(String text) {
        return text.replaceFirst("^(\\d{2})/(\\d{2})/(\\d{4})$", "$3-$2-$1");
    }

    private void sameText(String what, JsonNode wanted, JsonNode found) {
        var isSame = wanted.isNull()
                ? found.isNull()
                : Words.key(wanted.asString("")).equals(Words.key(found.asString("")));
        if (!isSame) {
            differences.add("%s: expected %s, was %s".formatted(what, wanted, found));
        }
    }

    private void same(String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            differences.add("%s: expected %s, was %s".formatted(what, wanted, found));
        }
    }
}
