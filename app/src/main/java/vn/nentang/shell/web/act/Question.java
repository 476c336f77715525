package vn.nentang.shell.web.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.shell.web.TypedDate;

/**
 * One question of a form: its name in the form, with what and in which bounds it is answered, and how the text typed
 * becomes a value and a value the text.
 *
 * @param optional whether it may be left open
 */
record Question<T>(
        String name, Box box, boolean optional, Function<String, Optional<T>> reader, Function<T, String> writer) {

    static Question<String> line(String name, int charsMax) {
        return new Question<>(name, new Box.Line(charsMax), false, Optional::of, text -> text);
    }

    static Question<String> text(String name, int charsMax) {
        return new Question<>(name, new Box.Text(charsMax), false, Optional::of, text -> text);
    }

    static Question<LocalDate> day(String name) {
        return new Question<>(name, new Box.Day(), false, TypedDate::read, TypedDate::write);
    }

    static Question<PartialDate> partialDay(String name) {
        return new Question<>(name, new Box.PartialDay(), false, TypedDate::readPartial, TypedDate::write);
    }

    static Question<String> code(String name, String list) {
        return new Question<>(name, new Box.Code(list), false, Optional::of, code -> code);
    }

    static Question<String> word(String name, String prefix, String... words) {
        return new Question<>(name, new Box.Word(prefix, List.of(words)), false, Optional::of, word -> word);
    }

    static Question<OrganizationId> cell(String name) {
        return new Question<>(name, new Box.Place(true), false, Question::id, OrganizationId::toString);
    }

    static Question<OrganizationId> organization(String name) {
        return new Question<>(name, new Box.Place(false), false, Question::id, OrganizationId::toString);
    }

    /** @param reader finds the one person the text means; empty where it means nobody or several */
    static Question<PersonId> person(
            String name, List<FormPage.Choice> offered, Function<String, Optional<PersonId>> reader) {
        return new Question<>(name, new Box.Person(offered), false, reader, PersonId::toString);
    }

    static Question<Integer> number(String name, int max) {
        return new Question<>(
                name, new Box.Line(String.valueOf(max).length()), false, text -> whole(text, max), String::valueOf);
    }

    private static Optional<Integer> whole(String typed, int max) {
        try {
            return Optional.of(Integer.valueOf(typed)).filter(n -> n >= 0 && n <= max);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<OrganizationId> id(String typed) {
        try {
            return Optional.of(new OrganizationId(UUID.fromString(typed)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The same question, which may be left open. */
    Question<T> orNothing() {
        return new Question<>(name, box, true, reader, writer);
    }

    Optional<T> read(String typed) {
        return reader.apply(typed);
    }

    String write(@Nullable T value) {
        return value == null ? "" : writer.apply(value);
    }
}
