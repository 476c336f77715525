package vn.nentang.shell.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.review.Classification;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.years.WhatIf;
import vn.nentang.rulebook.regime.ReviewRegime;

/** A year's facts under another regulation, side by side. */
@Command(
        name = "what-if",
        description = "Dữ kiện của năm theo quy định khác. / A year's facts under another regulation.",
        mixinStandardHelpOptions = true)
final class ReviewWhatIfCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ActingOptions data;

    @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
    private @Nullable String organization;

    @Option(
            names = "--year",
            paramLabel = "Y",
            required = true,
            description = "Năm có dữ kiện. / The year of the facts.")
    private int year;

    @Option(
            names = "--regime",
            paramLabel = "REGIME",
            required = true,
            description = "QD132, QD124, QD366 hoặc quy định khác trong sổ. / One of the rulebook's regimes.")
    private String regime = "";

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    /** One member who would come out otherwise, or of whom it cannot be told, as machines read it. */
    record LineJson(
            PersonId personId,
            String name,
            OrganizationId cellId,
            String decided,
            String outcome,
            @Nullable String tried,
            List<String> missing) {}

    /** The whole, as machines read it. */
    record ComparisonJson(
            int year,
            String own,
            String other,
            LocalDate asOn,
            int members,
            Map<String, Integer> decided,
            Map<String, Integer> tried,
            int noLevelMatches,
            Map<String, Integer> missing,
            List<LineJson> differing) {}

    @Override
    public Integer call() {
        try (var app = OpenApplication.over(data)) {
            var lastDay = app.part(ReviewYears.class).lastDayOf(year);
            var top = Organizing.one(app, organization, lastDay);
            var cells = app.part(Organizations.class).treeOn(lastDay).subtree(top.id()).stream()
                    .map(Organization::id)
                    .toList();
            var whatIf = app.part(WhatIf.class);
            var comparison = whatIf.of(cells, year, regime).orElseThrow(() -> unknown(whatIf));
            if (json) {
                Output.json(spec, json(comparison));
            } else {
                print(comparison);
            }
            return Exit.DONE;
        }
    }

    private Refusing unknown(WhatIf whatIf) {
        var known = String.join(
                ", ", whatIf.regimes().stream().map(ReviewRegime::id).toList());
        return new Refusing(
                "Không xét được năm %d theo quy định “%s”; có: %s".formatted(year, regime, known),
                "The year %d cannot be judged by “%s”; there are: %s".formatted(year, regime, known));
    }

    private static ComparisonJson json(WhatIf.Comparison comparison) {
        return new ComparisonJson(
                comparison.year(),
                comparison.own(),
                comparison.other().id(),
                comparison.other().date(),
                comparison.lines().size(),
                comparison.decided(),
                comparison.tried(),
                comparison.unmatched(),
                comparison.missing(),
                comparison.differing().stream().map(ReviewWhatIfCommand::line).toList());
    }

    private static LineJson line(WhatIf.Line line) {
        return new LineJson(
                line.person(),
                line.fullName(),
                line.cell(),
                line.decided(),
                outcome(line.other()),
                line.outcome().orElse(null),
                line.missing());
    }

    private static String outcome(@Nullable Classification classification) {
        return switch (classification) {
            case Classification.Level _ -> "level";
            case Classification.NotClassified _ -> "not-classified";
            case Classification.NoLevelMatches _ -> "no-level-matches";
            case Classification.Undecided _ -> "facts-missing";
            case null -> "kind-unknown";
        };
    }

    private void print(WhatIf.Comparison comparison) {
        var out = Output.of(spec);
        out.printf("%-30s %8s %8s%n", "", comparison.own(), comparison.other().id());
        var codes = new TreeSet<>(comparison.decided().keySet());
        codes.addAll(comparison.tried().keySet());
        codes.forEach(code -> out.printf(
                "%-30s %8d %8d%n",
                code,
                comparison.decided().getOrDefault(code, 0),
                comparison.tried().getOrDefault(code, 0)));
        out.printf("%-30s %8s %8d%n", "no-level-matches", "", comparison.unmatched());
        comparison.missing().forEach((fact, number) -> out.printf("thiếu / missing %s: %d%n", fact, number));
        comparison
                .differing()
                .forEach(line -> out.printf(
                        "%-40s %-8s %-18s %s%n",
                        line.fullName(),
                        line.decided(),
                        line.outcome().orElse(outcome(line.other())),
                        String.join(", ", line.missing())));
    }
}
