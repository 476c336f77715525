package vn.nentang.shell.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;

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

    private static Optional<CodeList.Code> anyDay(CodeList words, String code) {
        return words.codes().stream().filter(c -> c.code().equals(code)).findFirst();
    }

    public static String in(Label label, Texts texts) {
        return texts.language() == Language.VI ? label.vi() : label.en();
    }
}
