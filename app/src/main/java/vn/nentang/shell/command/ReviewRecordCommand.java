package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.review.ReviewRecording;
import vn.nentang.review.ReviewRecording.Request;
import vn.nentang.review.ReviewRecording.Wanted;
import vn.nentang.review.workbook.ReviewSheetResult;
import vn.nentang.review.workbook.ReviewWorkbookCheck;
import vn.nentang.rulebook.Rulebook;

/** Records what the competent level decided by a workbook. */
@Command(
        name = "record",
        description = "Ghi quyết định xếp loại theo bảng. / Records what was decided by a workbook.",
        mixinStandardHelpOptions = true)
final class ReviewRecordCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ActingOptions data;

    @Mixin
    private DecidedOptions decided;

    @Option(
            names = "--decide",
            paramLabel = "ROW=LEVEL[:REASON]",
            description = "Mức do cấp có thẩm quyền chọn. / A level the competent body chose.")
    private Map<String, String> choices = new TreeMap<>();

    @Option(
            names = "--leave-out",
            description = "Bỏ qua dòng không tìm thấy đảng viên. / Leaves out lines without a member.")
    private boolean leaveOut;

    @Option(
            names = "--again",
            paramLabel = "REASON",
            description = "Lý do quyết định lại. / Why members are decided again.")
    private @Nullable String again;

    @Option(names = "--command-id", paramLabel = "UUID", description = "Gửi lại lệnh cũ. / Sends a command again.")
    private @Nullable UUID commandId;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    /** What was recorded, as machines read it. */
    record RecordedJson(String outcome, UUID command, int decisions, int leftOut, List<EntryRef> entries) {}

    @Override
    public Integer call() throws IOException {
        Files.size(decided.file());
        try (var app = OpenApplication.over(data)) {
            return switch (ReviewWorkbookCheck.check(decided.file(), decided.year(), app.part(Rulebook.class))) {
                case ReviewWorkbookCheck.Outcome.Refused(var reason, var sentence) ->
                    throw new Refusing(reason + ": " + sentence.vi(), sentence.en());
                case ReviewWorkbookCheck.Outcome.Checked(var result) -> record(app, result);
            };
        }
    }

    private int record(OpenApplication app, ReviewSheetResult result) throws IOException {
        result.remarks().forEach(remark -> spec.commandLine().getErr().println(remark.vi() + " / " + remark.en()));
        var recording = app.part(ReviewRecording.class);
        var under = Organizing.one(app, decided.organization(), result.regime().date());
        var wanted = new Wanted(result, under.id(), chosen(), leaveOut, again, decided.on(), decided.paper(), null);
        var command = Commands.of(app, commandId, Request.of(decided.file(), wanted));
        var leftOut = (int) recording.plan(wanted).stream()
                .filter(planned -> !planned.isRecorded())
                .count();
        return switch (recording.record(command, wanted)) {
            case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, json);
            case Answer.Recorded(var entries) -> {
                print(new RecordedJson("recorded", command.id(), entries.size(), leftOut, entries));
                yield Exit.DONE;
            }
        };
    }

    private Map<String, ReviewRecording.Choice> chosen() {
        var chosen = new TreeMap<String, ReviewRecording.Choice>();
        choices.forEach((row, text) -> {
            var parts = text.split(":", 2);
            chosen.put(
                    row.strip(),
                    new ReviewRecording.Choice(parts[0].strip(), parts.length < 2 ? null : parts[1].strip()));
        });
        return chosen;
    }

    private void print(RecordedJson recorded) {
        if (json) {
            Output.json(spec, recorded);
            return;
        }
        var out = Output.of(spec);
        out.printf("%d bút toán / entries%n", recorded.decisions());
        if (recorded.leftOut() > 0) {
            out.printf("%d dòng bỏ qua / lines left out%n", recorded.leftOut());
        }
    }
}
