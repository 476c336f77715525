package vn.nentang.shell.command;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.years.Changes;
import vn.nentang.review.years.Streak;
import vn.nentang.review.years.Streaks;
import vn.nentang.review.years.YearResult;

/** Years in a row of every organisation below one. */
@Command(
        name = "streaks",
        description = "Số năm liền của từng tổ chức. / Years in a row of each organisation.",
        mixinStandardHelpOptions = true)
final class ReviewStreaksCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ActingOptions data;

    @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
    private @Nullable String organization;

    @Option(names = "--year", paramLabel = "Y", required = true, description = "Năm cuối. / The last year.")
    private int year;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    /** One organisation, as machines read it. */
    record LineJson(
            OrganizationId organizationId,
            String organization,
            List<YearResult> results,
            Streak good,
            Streak top,
            List<Streaks.Predecessor> predecessors) {}

    /** The whole, as machines read it. */
    record TableJson(int year, LocalDate asOf, List<LineJson> organizations, List<Changes.Note> comparable) {}

    @Override
    public Integer call() {
        try (var app = OpenApplication.over(data)) {
            var lastDay = app.part(ReviewYears.class).lastDayOf(year);
            var top = Organizing.one(app, organization, lastDay);
            var table = app.part(Streaks.class).of(top.id(), year);
            if (json) {
                Output.json(spec, json(table));
            } else {
                print(table);
            }
            return Exit.DONE;
        }
    }

    private static TableJson json(Streaks.Table table) {
        return new TableJson(
                table.year(),
                table.asOf(),
                table.lines().stream()
                        .map(line -> new LineJson(
                                line.organization().id(),
                                line.organization().name(),
                                line.results(),
                                line.good(),
                                line.top(),
                                line.predecessors()))
                        .toList(),
                table.notes());
    }

    private void print(Streaks.Table table) {
        var out = Output.of(spec);
        out.printf("%-50s %6s %6s%n", "", "≥ HTT", "HTXS");
        table.lines()
                .forEach(line -> out.printf(
                        "%-50s %6d %6d%n",
                        line.organization().name(),
                        line.good().length(),
                        line.top().length()));
        table.notes()
                .forEach(note -> out.println(
                        note.sentence().vi() + " / " + note.sentence().en()));
    }
}
