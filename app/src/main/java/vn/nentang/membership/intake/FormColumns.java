package vn.nentang.membership.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.intake.FormFields.Field;
import vn.nentang.membership.intake.FormFields.Kind;
import vn.nentang.membership.intake.Problem.Severity;
import vn.nentang.membership.intake.Problem.Where;
import vn.nentang.sheet.Cell;
import vn.nentang.sheet.Row;

/** The columns of one table that fill boxes of the member's form. What they hold is never an error: at most a warning. */
final class FormColumns {

    private static final int TEXT_CHARS_MAX = 4_000;
    private static final Pattern EMPTY = Pattern.compile("[\\s\\p{Punct}–—…]*");
    private static final Pattern PARTS = Pattern.compile("\\s*[\\n\\r;,]+\\s*");
    private static final Pattern LARGE_FIRST = Pattern.compile(".*\\b(quoc gia|tinh|thanh pho)\\b.*");

    /** A column, and the boxes its cells tell; several where the header names several. */
    private record Source(int column, List<Field> fields, boolean isShared) {}

    private final List<Source> sources = new ArrayList<>();
    private final Map<Integer, String> labels;

    private FormColumns(Map<Integer, String> labels) {
        this.labels = labels;
    }

    /** Of the labelled columns those that tell more than the facts every roster has. */
    static FormColumns of(Map<Integer, String> labels, Columns taken, FormFields known) {
        var columns = new FormColumns(labels);
        labels.forEach((column, label) -> {
            var isShared = taken.isShared(column);
            var meant = isShared ? FormWords.beside(label) : FormWords.meaning(label);
            var fields =
                    meant.stream().flatMap(code -> known.find(code).stream()).toList();
            if (!fields.isEmpty() && (isShared || taken.at(column).isEmpty())) {
                columns.sources.add(new Source(column, fields, isShared || fields.size() > 1));
            }
        });
        return columns;
    }

    Map<Integer, List<String>> asMap() {
        var codes = new TreeMap<Integer, List<String>>();
        sources.forEach(
                s -> codes.put(s.column(), s.fields().stream().map(Field::code).toList()));
        return codes;
    }

    /** What the row says for the form; what cannot be read is left out and named. */
    Map<String, String> read(Row row, LocalDate asOf, List<Problem> problems) {
        var reading = new Reading(asOf, problems);
        for (var source : sources) {
            var cell = row.at(source.column());
            if (cell != null && !isEmpty(cell)) {
                reading.take(source, cell);
            }
        }
        return reading.values();
    }

    private static boolean isEmpty(Cell cell) {
        return cell.kind() == Cell.Kind.ERROR
                || cell.kind() == Cell.Kind.NO_VALUE
                || EMPTY.matcher(cell.text()).matches();
    }

    /** One row on its way into the form. */
    private final class Reading {

        private final LocalDate asOf;
        private final List<Problem> problems;
        private final Map<String, TreeMap<Integer, String>> found = new HashMap<>();

        Reading(LocalDate asOf, List<Problem> problems) {
            this.asOf = asOf;
            this.problems = problems;
        }

        void take(Source source, Cell cell) {
            if (source.isShared()) {
                takeParts(source, cell);
                return;
            }
            var field = source.fields().getFirst();
            switch (field.kind()) {
                case TEXT -> put(field, cell, Words.tidy(cell.text()));
                case CODE -> put(field, cell, field.codeOf(cell.text()).orElse(null));
                case DATE -> takeDate(field, cell);
            }
        }

        /** In the order of the header; a part that fits none of the boxes is left out. */
        private void takeParts(Source source, Cell cell) {
            var left = new ArrayList<>(source.fields());
            for (var part : PARTS.split(cell.text().strip(), -1)) {
                var fits = left.stream()
                        .filter(f -> f.kind() == Kind.CODE && f.codeOf(part).isPresent())
                        .findFirst();
                fits.ifPresent(field -> {
                    put(field, cell, field.codeOf(part).orElse(null));
                    left.remove(field);
                });
            }
        }

        private void takeDate(Field field, Cell cell) {
            var read = DateText.of(cell, DateText.Kind.PARTY_LIFE, asOf);
            read.found().stream()
                    .filter(code -> code != ProblemCode.PARTIAL_DATE)
                    .forEach(code -> problems.add(unread(code, field, cell)));
            if (read.value() != null) {
                put(field, cell, read.value().toString());
            }
        }

        private void put(Field field, Cell cell, @Nullable String value) {
            if (value == null || value.length() > TEXT_CHARS_MAX) {
                problems.add(unread(ProblemCode.UNKNOWN_VALUE, field, cell));
                return;
            }
            var columns = found.computeIfAbsent(field.code(), _ -> new TreeMap<>());
            if (columns.isEmpty() || field.kind() == Kind.TEXT) {
                columns.put(cell.column(), value);
            }
        }

        /** A place in several columns is written as people say it, the smallest part first. */
        Map<String, String> values() {
            var values = new HashMap<String, String>();
            found.forEach((code, columns) -> {
                var label = Words.folded(Objects.requireNonNullElse(labels.get(columns.firstKey()), ""));
                var parts = LARGE_FIRST.matcher(label).matches() ? columns.descendingMap() : columns;
                values.put(code, parts.values().stream().distinct().collect(Collectors.joining(", ")));
            });
            return values;
        }
    }

    private static Problem unread(ProblemCode code, Field field, Cell cell) {
        return Problem.of(
                code,
                Severity.WARNING,
                new Where(cell.letter(), null, cell.given()),
                "Cột %s (%s).".formatted(cell.letter(), field.vi()),
                "Column %s (%s).".formatted(cell.letter(), field.en()));
    }
}
