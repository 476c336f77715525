package vn.nentang.rulebook;

import java.util.Optional;
import vn.nentang.rulebook.source.Section;

/** The same words in both languages of the pages. */
public record Label(String vi, String en) {

    /** Reads {@code vi} and {@code en}, both of which must be there. */
    public static Label of(Section section) {
        return new Label(section.text("vi"), section.text("en"));
    }

    /** Reads a mapping that holds only {@code vi} and {@code en}. */
    public static Label below(Section section, String key) {
        return section.section(key).map(Label::alone).orElse(new Label("", ""));
    }

    public static Optional<Label> findBelow(Section section, String key) {
        return section.optionalSection(key).map(Label::alone);
    }

    private static Label alone(Section section) {
        var label = of(section);
        section.finish();
        return label;
    }
}
