package vn.nentang.membership.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.intake.Problem.Severity;
import vn.nentang.membership.intake.Problem.Where;
import vn.nentang.membership.intake.RosterCheck.Group;
import vn.nentang.membership.intake.RosterCheck.Group.Kind;
import vn.nentang.membership.intake.RosterCheck.MemberRow;

/**
 * Finds rows that are the same person, and numbers that two persons share. The same name alone is never enough: equal
 * numbers, or an equal birth and admission with nothing against it, must come with it. Nothing is merged.
 */
final class Duplicates {

    private final List<Draft> rows;
    private final Map<String, Integer> firstByKey = new HashMap<>();
    private final Map<String, Integer> firstById = new HashMap<>();
    private final Map<Bond, List<Integer>> groups = new LinkedHashMap<>();
    private final Map<Integer, List<Problem>> added = new HashMap<>();

    /** A row, and where its name and its citizen id stand. */
    record Draft(MemberRow row, Where name, Where citizenId) {

        MemberRecord record() {
            return row.record();
        }
    }

    /** What binds a group: the first of its rows, by its place in the list, and how the others are like it. */
    private record Bond(int first, Kind kind) {}

    private Duplicates(List<Draft> rows) {
        this.rows = rows;
    }

    /** The rows with what was found about them, and the groups. */
    record Result(List<MemberRow> rows, List<Group> groups) {}

    static Result in(List<Draft> rows) {
        return new Duplicates(rows).find();
    }

    private Result find() {
        for (var index = 0; index < rows.size(); index++) {
            var same = samePerson(index);
            if (same != null) {
                report(index, new Bond(same, kindOf(same, index)));
            }
            sharedId(index, same != null);
        }
        return result();
    }

    private @Nullable Integer samePerson(int index) {
        Integer found = null;
        for (var key : keys(rows.get(index).record())) {
            var first = firstByKey.putIfAbsent(key, index);
            if (found == null && first != null && !contradict(first, index)) {
                found = first;
            }
        }
        return found;
    }

    private static List<String> keys(MemberRecord member) {
        var keys = new ArrayList<String>();
        if (member.fullName() == null) {
            return keys;
        }
        var name = Words.key(member.fullName());
        if (member.citizenId() != null) {
            keys.add("id|" + member.citizenId() + "|" + name);
            keys.add("id|" + member.citizenId() + "|" + Words.folded(name) + "|" + member.birth());
        }
        if (member.cardNumber() != null) {
            keys.add("card|" + member.cardNumber() + "|" + name);
        }
        if (member.birth() != null && member.admittedOn() != null) {
            keys.add("dates|" + name + "|" + member.birth() + "|" + member.admittedOn());
        }
        return keys;
    }

    /** Two different citizen ids, or two different cards, are two persons, whatever else is equal. */
    private boolean contradict(int first, int second) {
        var a = rows.get(first).record();
        var b = rows.get(second).record();
        return differ(a.citizenId(), b.citizenId()) || (differ(a.cardNumber(), b.cardNumber()) && !sameId(a, b));
    }

    private static boolean sameId(MemberRecord a, MemberRecord b) {
        return a.citizenId() != null && a.citizenId().equals(b.citizenId());
    }

    private static boolean differ(@Nullable String a, @Nullable String b) {
        return a != null && b != null && !a.equals(b);
    }

    private Kind kindOf(int first, int second) {
        return differ(rows.get(first).record().cell(), rows.get(second).record().cell())
                ? Kind.SAME_PERSON_TWO_CELLS
                : Kind.SAME_PERSON;
    }

    private void sharedId(int index, boolean isKnown) {
        var id = rows.get(index).record().citizenId();
        var first = id == null ? null : firstById.putIfAbsent(id, index);
        if (first != null && !isKnown) {
            report(index, new Bond(first, Kind.SAME_ID_DIFFERENT_PERSON));
        }
    }

    /** The later row is held back; the earlier one is told of it. */
    private void report(int index, Bond bond) {
        var code = switch (bond.kind()) {
            case SAME_PERSON -> ProblemCode.DUPLICATE_IN_FILE;
            case SAME_PERSON_TWO_CELLS -> ProblemCode.SAME_PERSON_TWO_CELLS;
            case SAME_ID_DIFFERENT_PERSON -> ProblemCode.DUPLICATE_ID;
        };
        groups.computeIfAbsent(bond, b -> new ArrayList<>(List.of(b.first()))).add(index);
        add(index, code, Severity.ERROR, bond.first());
        add(bond.first(), code, Severity.WARNING, index);
    }

    private void add(int index, ProblemCode code, Severity severity, int other) {
        var draft = rows.get(index);
        var where = code == ProblemCode.DUPLICATE_ID ? draft.citizenId() : draft.name();
        var place = placeOf(rows.get(other).row());
        added.computeIfAbsent(index, _ -> new ArrayList<>())
                .add(Problem.of(code, severity, where, "Xem " + place.vi() + ".", "See " + place.en() + "."));
    }

    private record Place(String vi, String en) {}

    private static Place placeOf(MemberRow row) {
        return row.sheet() == null
                ? new Place("dòng " + row.row(), "row " + row.row())
                : new Place(
                        "sheet “%s”, dòng %d".formatted(row.sheet(), row.row()),
                        "sheet “%s”, row %d".formatted(row.sheet(), row.row()));
    }

    private Result result() {
        var ids = new HashMap<Integer, String>();
        var number = 0;
        for (var members : groups.values()) {
            number++;
            for (var index : members) {
                ids.putIfAbsent(index, "G" + number);
            }
        }
        var marked = new ArrayList<MemberRow>(rows.size());
        for (var index = 0; index < rows.size(); index++) {
            marked.add(marked(index, ids.get(index)));
        }
        return new Result(marked, listed(marked));
    }

    private MemberRow marked(int index, @Nullable String group) {
        var row = rows.get(index).row();
        var more = added.get(index);
        if (more == null) {
            return row;
        }
        var problems = new ArrayList<>(row.problems());
        problems.addAll(more);
        return new MemberRow(row.sheet(), row.row(), row.record(), problems, group, row.known());
    }

    private List<Group> listed(List<MemberRow> marked) {
        var listed = new ArrayList<Group>();
        groups.forEach((bond, members) -> {
            var id = "G" + (listed.size() + 1);
            listed.add(
                    new Group(id, bond.kind(), members.stream().map(marked::get).toList()));
        });
        return listed;
    }
}
