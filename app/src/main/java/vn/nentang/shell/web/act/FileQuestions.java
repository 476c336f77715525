package vn.nentang.shell.web.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.membership.Fact;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.Secrets;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.TypedDate;

/** The boxes of the member's form (Phiếu đảng viên, 2-HSĐV) as questions. */
final class FileQuestions {

    private static final String FIELDS = "person-fields";
    private static final String PREFIX = "field.";
    private static final int CHARS_MAX = 4_000;

    /** What acts tell is not asked again; pictures are not kept as text. */
    private static final Set<String> NOT_ASKED = Set.of("admitted-on", "recognised-on", "exempt-since", "photo");

    /** What a cell knows of everyone. */
    private static final List<String> FIRST = List.of(
            Fact.FULL_NAME, Fact.SEX, Fact.BIRTH, Fact.ETHNICITY, "native-place", Fact.CITIZEN_ID, Fact.CARD_NUMBER);

    static final Question<String> CITIZEN_ID = Question.line(PREFIX + Fact.CITIZEN_ID, 40);
    static final Question<String> CARD_NUMBER = Question.line(PREFIX + Fact.CARD_NUMBER, 40);

    private final List<CodeList.Code> fields;

    /** Every box: for a file that is being begun. */
    FileQuestions(Rulebook rulebook, LocalDate on) {
        this(rulebook, on, _ -> true);
    }

    /**
     * The boxes that whoever fills the form may see.
     *
     * @param open whether a group of secret fields is shown
     */
    FileQuestions(Rulebook rulebook, LocalDate on, Predicate<String> open) {
        this.fields = rulebook.codeList(FIELDS).on(on).stream()
                .filter(field -> !NOT_ASKED.contains(field.code()))
                .filter(field -> Secrets.groupOf(field).filter(open.negate()).isEmpty())
                .toList();
    }

    /** The field of the file a question asks for. */
    static Optional<String> field(Question<?> question) {
        return question.name().startsWith(PREFIX)
                ? Optional.of(question.name().substring(PREFIX.length()))
                : Optional.empty();
    }

    /** What everyone's file begins with, then the rest in groups that open when asked for. */
    List<Sheet.Group> groups(Texts texts) {
        var groups = new ArrayList<Sheet.Group>();
        groups.add(new Sheet.Group("", false, first()));
        var rest = new LinkedHashMap<String, List<Question<?>>>();
        fields.stream()
                .filter(field -> !FIRST.contains(field.code()))
                .forEach(field -> rest.computeIfAbsent(group(field), _ -> new ArrayList<>())
                        .add(question(field)));
        rest.forEach((key, questions) -> groups.add(new Sheet.Group(texts.of(key), true, questions)));
        return groups;
    }

    private List<Question<?>> first() {
        return FIRST.stream()
                .flatMap(wanted -> fields.stream().filter(f -> f.code().equals(wanted)))
                .<Question<?>>map(FileQuestions::question)
                .toList();
    }

    private static String group(CodeList.Code field) {
        if (Secrets.groupOf(field).isPresent()) {
            return "form.group.secret";
        }
        var box = field.with().getOrDefault("box", "");
        if (!box.matches("\\d+")) {
            return "member.group.head";
        }
        return switch (Integer.parseInt(box)) {
            case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 -> "member.group.person";
            case 12 -> "member.group.party";
            case 13, 14, 15, 16 -> "member.group.service";
            case 17 -> "member.group.education";
            case 18, 19, 20 -> "member.group.health";
            default -> "member.group.record";
        };
    }

    /** Every value is text: a date as far as known, a code, or words. */
    private static Question<String> question(CodeList.Code field) {
        var name = PREFIX + field.code();
        var question = switch (field.with().getOrDefault("kind", "text")) {
            case "date" -> new Question<>(name, new Box.PartialDay(), false, FileQuestions::iso, FileQuestions::typed);
            case "code" -> Question.code(name, field.with().getOrDefault("codes", field.code()));
            case "list" -> Question.text(name, CHARS_MAX);
            default -> Question.line(name, CHARS_MAX);
        };
        return field.code().equals(Fact.FULL_NAME) ? question : question.orNothing();
    }

    private static Optional<String> iso(String typed) {
        return TypedDate.readPartial(typed).map(PartialDate::toString);
    }

    private static String typed(String iso) {
        return TypedDate.write(PartialDate.parse(iso));
    }

    private List<Question<String>> questions() {
        return fields.stream().map(FileQuestions::question).toList();
    }

    /** The file as it stands, so that only what is changed will be recorded. */
    Typed known(Map<String, String> facts) {
        var typed = Typed.NOTHING;
        for (var question : questions()) {
            typed = typed.withKnown(question, facts.get(field(question).orElseThrow()));
        }
        return typed;
    }

    /** The fields whose boxes hold something else than when the form was shown. */
    List<Fact> changed(Answers answers) {
        return questions().stream()
                .filter(q -> !answers.typed().of(q).equals(answers.typed().before(q)))
                .map(q -> new Fact(field(q).orElseThrow(), value(q, answers)))
                .toList();
    }

    private static @Nullable String value(Question<String> question, Answers answers) {
        var value = answers.find(question);
        return question.box() instanceof Box.Line
                ? value.map(VietnameseText::tidy).orElse(null)
                : value.orElse(null);
    }

    /** What an entry had recorded, with what was changed since the form was shown. */
    List<Fact> mended(List<Fact> recorded, Answers answers) {
        var all = new LinkedHashMap<String, Fact>();
        recorded.forEach(fact -> all.put(fact.field(), fact));
        changed(answers).forEach(fact -> all.put(fact.field(), fact));
        return List.copyOf(all.values());
    }
}
