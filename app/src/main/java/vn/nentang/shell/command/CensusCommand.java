package vn.nentang.shell.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.statistics.census.Census;
import vn.nentang.statistics.census.Dimension;
import vn.nentang.statistics.census.Figures;
import vn.nentang.statistics.census.Question;

/** Members counted by one or two attributes, for an organisation and all below it. */
@Command(
        name = "census",
        description = "Đếm đảng viên theo một hoặc hai tiêu chí. / Members counted by one or two attributes.",
        mixinStandardHelpOptions = true)
final class CensusCommand implements Callable<Integer> {

    private static final int BY_MOST = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ActingOptions data;

    @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
    private @Nullable String organization;

    @Option(names = "--on", paramLabel = "DATE", required = true, description = "Ngày, ví dụ 2025-12-31.")
    private LocalDate on;

    @Option(
            names = "--tree-on",
            paramLabel = "DATE",
            description = "Trên cây tổ chức của ngày này; không nêu thì của ngày đếm. / On this day's tree.")
    private @Nullable LocalDate treeOn;

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = "Như đã biết lúc ấy, ví dụ 2026-01-15T00:00:00Z. / As it was known then.")
    private @Nullable Instant knownAt;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "ATTRIBUTE",
            description = "Nhiều nhất hai: standing, sex, age, party-age, ethnic-group, religion, general-education,"
                    + " professional-qualification, political-theory, occupation, level:YEAR, cell-streak:YEAR."
                    + " / At most two.")
    private List<String> by = List.of();

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    /** Figures as machines read them. */
    record Counted(
            OrganizationId organization,
            LocalDate on,
            LocalDate treeOn,
            @Nullable Instant knownAt,
            List<String> by,
            long members,
            List<Figures.Count> counts,
            long entries) {}

    @Override
    public Integer call() {
        var dimensions = by.stream().map(this::dimension).toList();
        if (dimensions.size() > BY_MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--by: nhiều nhất hai tiêu chí. / --by: at most two attributes.");
        }
        try (var app = OpenApplication.over(data)) {
            var top = Organizing.one(app, organization, on);
            var tree = Optional.ofNullable(treeOn).orElse(on);
            var figures = app.part(Census.class).answer(new Question(top.id(), on, tree, knownAt, dimensions));
            if (json) {
                Output.json(
                        spec,
                        new Counted(
                                top.id(),
                                on,
                                tree,
                                knownAt,
                                dimensions.stream().map(Dimension::toString).toList(),
                                figures.members(),
                                figures.counts(),
                                figures.entries()));
            } else {
                print(figures);
            }
            return Exit.DONE;
        }
    }

    private Dimension dimension(String text) {
        return Dimension.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--by: không có tiêu chí “%s”. / --by: no attribute “%s”.".formatted(text, text)));
    }

    private void print(Figures figures) {
        var out = Output.of(spec);
        figures.counts().forEach(count -> out.printf("%12d  %s%n", count.members(), String.join("  ", count.values())));
        out.printf("%12d  đảng viên / members%n", figures.members());
    }
}
