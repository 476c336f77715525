package vn.nentang.review;

import java.util.List;
import java.util.TreeMap;

/** The facts that the conditions of a classification looked at, each once, as they are recorded. */
final class JudgedFacts {

    private JudgedFacts() {}

    static List<ReviewEvent.JudgedFact> of(Classification classification) {
        var facts = new TreeMap<String, String>();
        classification
                .conditions()
                .forEach(c -> c.values().forEach((name, value) -> facts.put(name, String.valueOf(value))));
        return facts.entrySet().stream()
                .map(e -> new ReviewEvent.JudgedFact(e.getKey(), e.getValue()))
                .toList();
    }
}
