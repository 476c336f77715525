package vn.nentang.rulebook.regime;

import java.util.List;

/** Words in rising order, so that conditions can say {@code taskGrade >= TOT}. */
public record Scale(String name, List<String> rising) {

    static final Scale NONE = new Scale("", List.of());

    public Scale {
        rising = List.copyOf(rising);
    }

    /** @throws IllegalArgumentException for a word that is not on the scale */
    long rank(String word) {
        var rank = rising.indexOf(word);
        if (rank < 0) {
            throw new IllegalArgumentException("“%s” is not one of %s.".formatted(word, rising));
        }
        return rank;
    }
}
