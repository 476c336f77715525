package vn.nentang.shell.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.ReviewRegime;

/** The official words behind codes. */
@Component
public final class Labels {

    private final Rulebook rulebook;

    Labels(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * The word of the list on the day; of another day where it has none on this; of the pages where the rulebook has no such
     * list; else the code itself.
     */
    public String of(String list, @Nullable String code, LocalDate on, Texts texts) {
        if (code == null) {
            return "";
        }
        return rulebook.codeLists().stream()
                .filter(words -> words.name().equals(list))
                .findFirst()
                .flatMap(words -> words.find(code, on).or(() -> anyDay(words, code)))
                .map(found -> in(found.label(), texts))
                .orElseGet(() -> texts.has(list + "." + code) ? texts.of(list + "." + code) : code);
    }

    /**
     * The word of a level, or of a reason why there is none, as the regime calls it.
     *
     * @param object {@code member} or {@code organization}: their levels may have other words
     */
    public String outcome(String regime, String object, String code, LocalDate on, Texts texts) {
        var found = rulebook.findRegime(regime);
        var level = found.stream()
                .flatMap(r -> r.ladders().stream().filter(ladder -> speaksOf(r, ladder, object)))
                .flatMap(ladder -> ladder.descending().stream())
                .filter(one -> one.code().equals(code))
                .map(ReviewRegime.Level::label);
        var reason = found.stream()
                .flatMap(r -> r.exclusions().stream())
                .filter(one -> one.reason().equals(code))
                .map(one -> one.condition().sentence());
        return Stream.concat(level, reason)
                .findFirst()
                .map(label -> in(label, texts))
                .orElseGet(() -> of("not-assessed-reason", code, on, texts));
    }

    private static boolean speaksOf(ReviewRegime regime, ReviewRegime.LevelLadder ladder, String object) {
        return regime.subjects().stream()
                .anyMatch(subject ->
                        subject.object().equals(object) && ladder.kinds().contains(subject.kind()));
    }

    private static Optional<CodeList.Code> anyDay(CodeList words, String code) {
        return words.codes().stream().filter(c -> c.code().equals(code)).findFirst();
    }

    public static String in(Label label, Texts texts) {
        return texts.language() == Language.VI ? label.vi() : label.en();
    }
}
