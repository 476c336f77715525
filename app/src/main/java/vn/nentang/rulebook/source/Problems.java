package vn.nentang.rulebook.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every problem of a reading, so that a file is refused once with all of them. Not thread safe. */
public final class Problems {

    private final List<SourceProblem> found = new ArrayList<>();

    public void add(SourceProblem problem) {
        found.add(problem);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file, then line. */
    public List<SourceProblem> found() {
        return found.stream()
                .sorted(Comparator.comparing(SourceProblem::file).thenComparingInt(SourceProblem::line))
                .toList();
    }

    /** Refuses the reading when anything was found. */
    public void throwIfPresent() {
        if (!found.isEmpty()) {
            throw new RefusedSource(found());
        }
    }
}
