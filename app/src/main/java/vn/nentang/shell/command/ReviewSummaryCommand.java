package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.review.PublishedResults;
import vn.nentang.review.published.Flag;
import vn.nentang.review.published.PublishedSummaries;
import vn.nentang.review.published.PublishedSummary;
import vn.nentang.review.published.SummaryJson;

/** Holds published totals against themselves and against the regime of their year; records them when asked to. */
@Command(
        name = "summary",
        description = "Đối chiếu số liệu đã công bố; ghi nếu được yêu cầu. / Checks, and records, published totals.",
        mixinStandardHelpOptions = true)
final class ReviewSummaryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ActingOptions data;

    @Mixin
    private PaperOptions paper;

    @Parameters(paramLabel = "FILE", description = "Tệp .yaml hoặc trang .md. / A list.")
    private Path file;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    @Option(names = "--record", description = "Ghi vào sổ. / Records them.")
    private boolean record;

    @Option(names = "--id", paramLabel = "ID", description = "Chỉ các mục này. / These entries only.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--org", paramLabel = "ORG", description = "Số liệu của tổ chức nào. / Whose figures.")
    private @Nullable String organization;

    @Option(names = "--on", paramLabel = "DATE", description = "Ngày công bố. / The day they were published.")
    private @Nullable LocalDate on;

    @Option(names = "--note", paramLabel = "TEXT", description = "Ghi chú. / A note.")
    private @Nullable String note;

    @Option(names = "--command-id", paramLabel = "UUID", description = "Gửi lại lệnh cũ. / Sends a command again.")
    private @Nullable UUID commandId;

    @Override
    public Integer call() throws IOException {
        Files.size(file);
        if (record && on == null) {
            throw new ParameterException(spec.commandLine(), "--record: thiếu --on / --on is missing");
        }
        return switch (PublishedSummaries.read(file, DataOptions.usualRules())) {
            case PublishedSummaries.Reading.Refused refused -> {
                show(refused);
                yield Exit.REFUSED;
            }
            case PublishedSummaries.Reading.Read(var summaries) -> {
                var chosen = new PublishedSummaries.Reading.Read(chosen(summaries));
                if (record && on != null) {
                    yield record(chosen, on);
                }
                show(chosen);
                yield Exit.DONE;
            }
        };
    }

    private List<PublishedSummary> chosen(List<PublishedSummary> summaries) {
        var known = summaries.stream().map(PublishedSummary::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new Refusing("Tệp không có mục " + id, "The file has no entry " + id);
        });
        return summaries.stream()
                .filter(summary -> ids.isEmpty() || ids.contains(summary.id()))
                .toList();
    }

    private int record(PublishedSummaries.Reading.Read read, LocalDate day) {
        try (var app = OpenApplication.over(data)) {
            var whose = Organizing.one(app, organization, day);
            var wanted = new PublishedResults.Wanted(whose.id(), day, paper.paper(), note);
            var command = Commands.of(app, commandId, "");
            return switch (app.part(PublishedResults.class).record(command, read.summaries(), wanted)) {
                case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, json);
                case Answer.Recorded(var entries) -> {
                    recorded(read, command.id(), entries);
                    yield Exit.DONE;
                }
            };
        }
    }

    private void recorded(PublishedSummaries.Reading.Read read, UUID command, List<EntryRef> entries) {
        if (json) {
            var all = new LinkedHashMap<>(SummaryJson.of(read));
            all.put("outcome", "recorded");
            all.put("command", command);
            all.put("entries", entries);
            Output.json(spec, all);
        } else {
            show(read);
            Output.of(spec).printf("%d bút toán / entries%n", entries.size());
        }
    }

    private void show(PublishedSummaries.Reading reading) {
        if (json) {
            Output.json(spec, SummaryJson.of(reading));
            return;
        }
        var out = new WrappedText(Output.of(spec));
        switch (reading) {
            case PublishedSummaries.Reading.Refused(var problems) ->
                problems.forEach(problem -> out.line("- ", problem.sentence()));
            case PublishedSummaries.Reading.Read(var summaries) -> summaries.forEach(summary -> print(summary, out));
        }
    }

    private static void print(PublishedSummary summary, WrappedText out) {
        out.line("", "%s (%s)%s".formatted(summary.id(), summary.regime(), figures(summary)));
        if (summary.flags().isEmpty()) {
            out.line("    ", "khớp / adds up");
        }
        summary.flags().forEach(flag -> out.line(flag.code().isWarning() ? "  ! " : "  · ", sentence(flag)));
    }

    private static String figures(PublishedSummary summary) {
        var figures = new StringBuilder();
        summary.counts().forEach((level, number) -> figures.append(" · %s %d".formatted(level, number)));
        summary.percents().forEach((level, percent) -> figures.append(" · %s %s %%".formatted(level, percent)));
        return figures.toString();
    }

    private static String sentence(Flag flag) {
        return flag.sentence().vi() + " / " + flag.sentence().en();
    }
}
