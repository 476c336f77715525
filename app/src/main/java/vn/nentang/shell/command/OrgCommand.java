package vn.nentang.shell.command;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;

/** Party organisations. */
@Command(
        name = "org",
        description = "Tổ chức đảng. / Party organisations.",
        mixinStandardHelpOptions = true,
        subcommands = OrgCommand.TreeCommand.class)
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
        private DataOptions data;

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
            try (var app = OpenApplication.over(data.settings())) {
                var organizations = app.part(Organizations.class);
                var top = Organizing.one(organizations, organization, on);
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
}
