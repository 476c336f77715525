package vn.nentang.membership;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.intake.FormFields;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;

/** What may stand in a person's file: the fields of the form, each by its kind, and codes of the form's own lists. */
final class FileRules {

    private static final String FIELDS = "person-fields";
    private static final int VALUE_CHARS_MAX = 4_000;

    private FileRules() {}

    /** The boxes of the form that hold a text, a date or a code, as the check of a roster knows them. */
    static FormFields formFields(Rulebook rulebook) {
        return new FormFields(rulebook.codeList(FIELDS).codes().stream()
                .flatMap(field -> formField(field, rulebook).stream())
                .toList());
    }

    private static Optional<FormFields.Field> formField(CodeList.Code field, Rulebook rulebook) {
        var kind = switch (kind(field)) {
            case "date" -> FormFields.Kind.DATE;
            case "code" -> FormFields.Kind.CODE;
            case "text" -> FormFields.Kind.TEXT;
            default -> null;
        };
        var names = kind == FormFields.Kind.CODE ? names(rulebook.codeList(listOf(field))) : List.<FormFields.Name>of();
        return Optional.ofNullable(kind)
                .map(k -> FormFields.Field.of(
                        field.code(), field.label().vi(), field.label().en(), k, names));
    }

    private static List<FormFields.Name> names(CodeList list) {
        return list.codes().stream()
                .flatMap(code -> Stream.concat(Stream.of(code.label().vi()), code.names().stream())
                        .map(name -> new FormFields.Name(name, code.code())))
                .toList();
    }

    private static String kind(CodeList.Code field) {
        return field.with().getOrDefault("kind", "text");
    }

    private static String listOf(CodeList.Code field) {
        return Optional.ofNullable(field.with().get("codes")).orElse(field.code());
    }

    static List<Refusal> newFile(List<Fact> facts, RulesOn rules) {
        var refusals = new ArrayList<Refusal>();
        if (facts.stream().noneMatch(f -> f.field().equals(Fact.FULL_NAME) && f.value() != null)) {
            refusals.add(Refusal.of("name-missing", Map.of()));
        }
        refusals.addAll(changes(facts, rules));
        return refusals;
    }

    static List<Refusal> changes(List<Fact> facts, RulesOn rules) {
        return facts.stream().flatMap(f -> change(f, rules).stream()).toList();
    }

    private static List<Refusal> change(Fact fact, RulesOn rules) {
        var field = rules.rulebook().codeList(FIELDS).find(fact.field(), rules.date());
        if (field.isEmpty()) {
            return List.of(Refusal.of("field-unknown", Map.of("field", fact.field())));
        }
        var value = fact.value();
        if (value == null) {
            return fact.field().equals(Fact.FULL_NAME) ? List.of(Refusal.of("name-missing", Map.of())) : List.of();
        }
        return value.isBlank() || value.length() > VALUE_CHARS_MAX
                ? List.of(Refusal.of(
                        "value-length", Map.of("field", fact.field(), "max", String.valueOf(VALUE_CHARS_MAX))))
                : ofKind(field.get(), fact.field(), value, rules);
    }

    private static List<Refusal> ofKind(CodeList.Code field, String name, String value, RulesOn rules) {
        return switch (kind(field)) {
            case "date" -> date(name, value);
            case "code" -> code(listOf(field), value, rules);
            default -> List.of();
        };
    }

    private static List<Refusal> date(String field, String value) {
        try {
            PartialDate.parse(value);
            return List.of();
        } catch (DateTimeException _) {
            return List.of(Refusal.of("value-not-a-date", Map.of("field", field, "given", value)));
        }
    }

    static List<Refusal> code(String list, String value, RulesOn rules) {
        return rules.rulebook().codeList(list).find(value, rules.date()).isPresent()
                ? List.of()
                : List.of(Refusal.of("value-not-in-list", Map.of("list", list, "given", value)));
    }
}
