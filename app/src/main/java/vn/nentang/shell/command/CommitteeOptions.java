package vn.nentang.shell.command;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.shell.Recording;

/** What every act about a committee is asked for with: whose, from which day, by which paper. */
final class CommitteeOptions {

    @Mixin
    private ActingOptions data;

    @Mixin
    private PaperOptions paper;

    @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
    private @Nullable String organization;

    @Option(names = "--on", paramLabel = "DATE", required = true, description = "Có hiệu lực từ ngày. / From the day.")
    private LocalDate on;

    @Option(names = "--command-id", paramLabel = "UUID", description = "Gửi lại lệnh cũ. / Sends a command again.")
    private @Nullable UUID commandId;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    LocalDate on() {
        return on;
    }

    OpenApplication open() {
        return OpenApplication.over(data);
    }

    OrganizationId organization(OpenApplication app) {
        return Organizing.one(app, organization, on).id();
    }

    /** Records the act that is made of the organisation. */
    int record(CommandSpec spec, BiFunction<OpenApplication, OrganizationId, CommitteeEvent> making) {
        try (var app = open()) {
            var act = making.apply(app, organization(app));
            var own = CommitteeDesk.against(act, app.person());
            if (!own.isEmpty()) {
                return Commands.refuse(spec, own, json);
            }
            var request = new Recording(act, on, paper.paper(), null);
            var answer = app.part(CommitteeDesk.class)
                    .propose(Commands.of(app, commandId, request), act, on, request.paper(), null);
            return answered(spec, answer);
        }
    }

    /** The id the request is sent with, also where none was given. */
    UUID command() {
        return commandId == null ? UUID.randomUUID() : commandId;
    }

    Paper paper() {
        return paper.paper();
    }

    boolean json() {
        return json;
    }

    int answered(CommandSpec spec, Answer answer) {
        return switch (answer) {
            case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, json);
            case Answer.Recorded(var entries) -> {
                Output.either(spec, json, new Done(entries), String.valueOf(entries.getFirst()));
                yield Exit.DONE;
            }
        };
    }

    /** The entries that were recorded. */
    record Done(List<EntryRef> entries) {}
}
