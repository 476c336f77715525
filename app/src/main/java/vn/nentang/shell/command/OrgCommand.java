package vn.nentang.shell.command;

import java.time.LocalDate;
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
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;
import vn.nentang.shell.Recording;

/** Party organisations. */
@Command(
        name = "org",
        description = "Tổ chức đảng. / Party organisations.",
        mixinStandardHelpOptions = true,
        subcommands = {OrgCommand.TreeCommand.class, OrgCommand.FoundCommand.class})
final class OrgCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Thiếu lệnh con. / A subcommand is missing.");
    }

    @Command(
            name = "tree",
            description = "Cây tổ chức vào một ngày. / The tree on a date.",
            mixinStandardHelpOptions = true)
    static final class TreeCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
        private @Nullable String organization;

        @Option(names = "--on", paramLabel = "DATE", required = true, description = "Ngày, ví dụ 2025-12-31.")
        private LocalDate on;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** One organisation and those below it. */
        record Node(
                OrganizationId id,
                String name,
                String type,
                @Nullable String code,
                LocalDate since,
                List<Node> below) {}

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var organizations = app.part(Organizations.class);
                var top = Organizing.one(app, organization, on);
                var tree = organizations.treeOn(on);
                if (json) {
                    Output.json(spec, node(tree, top));
                } else {
                    print(tree, top, "");
                }
                return Exit.DONE;
            }
        }

        private static Node node(OrganizationTree tree, Organization o) {
            var below = tree.below(o.id()).stream().map(b -> node(tree, b)).toList();
            return new Node(o.id(), o.name(), o.type(), o.code(), o.since(), below);
        }

        private void print(OrganizationTree tree, Organization o, String indent) {
            Output.of(spec).println(indent + o.name() + (o.code() == null ? "" : " [" + o.code() + "]"));
            tree.below(o.id()).forEach(b -> print(tree, b, indent + "  "));
        }
    }

    @Command(
            name = "found",
            description = "Ghi việc thành lập một tổ chức đảng. / Records the founding of an organisation.",
            mixinStandardHelpOptions = true)
    static final class FoundCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ActingOptions data;

        @Mixin
        private PaperOptions paper;

        @Parameters(paramLabel = "NAME", description = "Tên tổ chức. / Its name.")
        private String name;

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                required = true,
                description = "Mã loại tổ chức, ví dụ grassroots-body, cell. / Code of its type.")
        private String type;

        @Option(
                names = "--parent",
                paramLabel = "ORG",
                description = "Cấp trên trực tiếp; không có là tổ chức cao nhất. / The one above; none for the top.")
        private @Nullable String parent;

        @Option(names = "--code", paramLabel = "C", description = "Mã. / Its code.")
        private @Nullable String code;

        @Option(names = "--on", paramLabel = "DATE", required = true, description = "Ngày thành lập. / The day.")
        private LocalDate on;

        @Option(names = "--command-id", paramLabel = "UUID", description = "Gửi lại lệnh cũ. / Sends a command again.")
        private @Nullable UUID commandId;

        @Option(names = "--json", description = "Cho máy đọc. / For machines.")
        private boolean json;

        /** What was founded, and by which entry. */
        record Done(OrganizationId id, EntryRef entry) {}

        @Override
        public Integer call() {
            try (var app = OpenApplication.over(data)) {
                var id = commandId == null ? UUID.randomUUID() : commandId;
                var act = founding(app, new OrganizationId(Recording.idFrom(id)));
                var request = new Recording(act, on, paper.paper(), null);
                var answer = app.part(OrganizationDesk.class)
                        .propose(Commands.of(app, id, request), act, on, request.paper(), null);
                return switch (answer) {
                    case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, json);
                    case Answer.Recorded(var entries) -> {
                        var done = new Done(act.organization(), entries.getFirst());
                        Output.either(spec, json, done, "%s (%s)".formatted(done.id(), done.entry()));
                        yield Exit.DONE;
                    }
                };
            }
        }

        private OrganizationEvent.Founded founding(OpenApplication app, OrganizationId id) {
            var above = parent == null ? null : Organizing.one(app, parent, on).id();
            return new OrganizationEvent.Founded(id, type, VietnameseText.tidy(name), code, above);
        }
    }
}
