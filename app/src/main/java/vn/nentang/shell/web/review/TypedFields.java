package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Texts;

/**
 * A form as it was typed, and what is wrong with it. Each problem is a sentence beside its field; a form without problems
 * gives the values asked for.
 */
public final class TypedFields {

    private static final int NUMBER_CHARS_MAX = 100;
    private static final int NAME_CHARS_MAX = 200;

    private final Map<String, String> typed;
    private final Texts texts;
    private final Map<String, String> problems = new LinkedHashMap<>();

    public TypedFields(Map<String, String> typed, Texts texts) {
        this.typed = Map.copyOf(typed);
        this.texts = texts;
    }

    public static TypedFields empty(Texts texts) {
        return new TypedFields(Map.of(), texts);
    }

    /** Everything that was sent but what the session adds, by field. */
    public SortedMap<String, String> all() {
        var all = new TreeMap<>(typed);
        all.remove("_csrf");
        return Collections.unmodifiableSortedMap(all);
    }

    /** As typed, to be shown again; empty where nothing was. */
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** As typed; another text where the form was not sent yet. */
    public String or(String field, String first) {
        return typed.getOrDefault(field, first);
    }

    public boolean has(String field) {
        return !of(field).isBlank();
    }

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }

    public void refuse(String field, String sentence) {
        problems.putIfAbsent(field, sentence);
    }

    @Nullable
    public String text(String field, int charsMax) {
        var text = of(field).strip();
        if (text.length() > charsMax) {
            refuse(field, texts.of("form.too-long", charsMax));
        }
        return text.isEmpty() ? null : text;
    }

    /** A day from the earliest to the latest; where it is missing or wrong the problem is noted. */
    public Optional<LocalDate> day(String field, LocalDate earliest, LocalDate latest) {
        var day = AsOf.day(of(field));
        if (day.isEmpty()) {
            refuse(field, texts.of("form.no-day"));
        } else if (day.get().isBefore(earliest) || day.get().isAfter(latest)) {
            refuse(field, texts.of("form.day-outside", earliest, latest));
        }
        return day;
    }

    /** The paper typed into the four fields that begin with a word; any part may be left empty. */
    public Paper paper(String prefix) {
        var field = prefix + "-date";
        var date = AsOf.day(of(field));
        if (has(field) && date.isEmpty()) {
            refuse(field, texts.of("form.no-day"));
        }
        return new Paper(
                text(prefix + "-number", NUMBER_CHARS_MAX),
                date.orElse(null),
                text(prefix + "-issuer", NAME_CHARS_MAX),
                text(prefix + "-signer", NAME_CHARS_MAX));
    }
}
