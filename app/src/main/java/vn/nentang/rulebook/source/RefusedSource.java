package vn.nentang.rulebook.source;

import java.util.List;
import java.util.stream.Collectors;

/** Files that were not accepted, with every problem found in them. */
public final class RefusedSource extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<SourceProblem> problems;

    public RefusedSource(List<SourceProblem> problems) {
        super(problems.stream().map(SourceProblem::sentence).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<SourceProblem> problems() {
        return problems;
    }
}
