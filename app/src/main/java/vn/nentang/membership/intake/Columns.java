package vn.nentang.membership.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the columns of one table mean, each field in one column at most. */
final class Columns {

    private final TreeMap<Integer, List<RosterField>> fields = new TreeMap<>();
    private final Map<Integer, String> labels;

    Columns(Map<Integer, String> labels) {
        this.labels = labels;
    }

    /** Adds a column for those of its fields that no column holds yet. */
    void add(int column, Iterable<RosterField> meant) {
        var fresh = new ArrayList<RosterField>();
        meant.forEach(field -> {
            if (!has(field)) {
                fresh.add(field);
            }
        });
        if (!fresh.isEmpty()) {
            fields.merge(column, fresh, (a, b) -> {
                a.addAll(b);
                return a;
            });
        }
    }

    void replace(RosterField before, RosterField after) {
        fields.values().forEach(meant -> meant.replaceAll(f -> f == before ? after : f));
    }

    void remove(RosterField field) {
        fields.values().forEach(meant -> meant.remove(field));
        fields.values().removeIf(List::isEmpty);
    }

    boolean has(RosterField field) {
        return column(field).isPresent();
    }

    Optional<Integer> column(RosterField field) {
        return fields.entrySet().stream()
                .filter(e -> e.getValue().contains(field))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The first of these fields that has a column, as that column. */
    Optional<Integer> anyOf(RosterField... wanted) {
        for (var field : wanted) {
            var column = column(field);
            if (column.isPresent()) {
                return column;
            }
        }
        return Optional.empty();
    }

    List<RosterField> at(int column) {
        return fields.getOrDefault(column, List.of());
    }

    boolean isShared(int column) {
        return at(column).size() > 1;
    }

    String label(int column) {
        return labels.getOrDefault(column, "");
    }

    boolean isLabelled(int column) {
        return labels.containsKey(column);
    }

    Map<Integer, List<RosterField>> asMap() {
        var copy = new TreeMap<Integer, List<RosterField>>();
        fields.forEach((column, meant) -> copy.put(column, List.copyOf(meant)));
        return copy;
    }
}
