package vn.nentang.shell.web.act;

import java.util.List;

/** What a question is answered with. */
sealed interface Box {

    /** One line of text. */
    record Line(int charsMax) implements Box {}

    /** Text of several lines. */
    record Text(int charsMax) implements Box {}

    /** A whole day. */
    record Day() implements Box {}

    /** A day, or its month and year, or its year. */
    record PartialDay() implements Box {}

    /** A code of a list of the rulebook, of those that may be used on the day of the act. */
    record Code(String list) implements Box {}

    /**
     * One of a few words.
     *
     * @param prefix of the keys of their labels
     */
    record Word(String prefix, List<String> words) implements Box {
        public Word {
            words = List.copyOf(words);
        }
    }

    /** An organisation within reach on the day of the act; with {@code keepsRoll}, of those that keep a roll of members. */
    record Place(boolean keepsRoll) implements Box {}

    /**
     * Somebody: one of a few, or where there are many, by name or number.
     *
     * @param offered empty where there are too many to choose from
     */
    record Person(List<FormPage.Choice> offered) implements Box {
        public Person {
            offered = List.copyOf(offered);
        }
    }
}
