package vn.nentang.membership.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that are asked for again and again: the few hundred words a roster repeats in thousands of rows. Remembers a
 * bounded number of short questions and works the others out each time.
 *
 * @param <A> the answers
 */
final class Remembered<A> {

    private static final int ANSWERS_MAX = 5_000;
    private static final int QUESTION_CHARS_MAX = 100;

    private final Map<String, A> answers = new ConcurrentHashMap<>();
    private final Function<String, A> work;

    Remembered(Function<String, A> work) {
        this.work = work;
    }

    A of(String question) {
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        var answer = work.apply(question);
        if (answers.size() < ANSWERS_MAX && question.length() <= QUESTION_CHARS_MAX) {
            answers.put(question, answer);
        }
        return answer;
    }
}
