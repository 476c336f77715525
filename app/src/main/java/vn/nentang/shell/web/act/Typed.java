package vn.nentang.shell.web.act;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in the boxes of a form, by the names of its questions; an empty box counts as left open. */
record Typed(Map<String, String> values) {

    static final Typed NOTHING = new Typed(Map.of());

    private static final String BEFORE = "was-";

    Typed {
        values = Map.copyOf(values);
    }

    /** In composed Unicode, without spaces at the ends; line breaks as browsers send them become single ones. */
    static Typed sent(Map<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> values.put(name, tidy(value)));
        return new Typed(values);
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
    }

    String of(Question<?> question) {
        return values.getOrDefault(question.name(), "");
    }

    /** What the box held when the form was shown; empty for forms that begin empty. */
    String before(Question<?> question) {
        return values.getOrDefault(BEFORE + question.name(), "");
    }

    <T> Typed with(Question<T> question, @Nullable T value) {
        return with(question.name(), question.write(value));
    }

    /** With a value that was there when the form was shown, so that only what is changed will be recorded. */
    <T> Typed withKnown(Question<T> question, @Nullable T value) {
        var text = tidy(question.write(value));
        return with(question.name(), text).with(BEFORE + question.name(), text);
    }

    private Typed with(String name, String text) {
        var more = new LinkedHashMap<>(values);
        more.put(name, text);
        return new Typed(more);
    }

    /** Both; where both answer, the other one. */
    Typed and(Typed other) {
        var more = new LinkedHashMap<>(values);
        more.putAll(other.values);
        return new Typed(more);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
    }
}
