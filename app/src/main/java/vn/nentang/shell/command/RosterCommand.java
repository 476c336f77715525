package vn.nentang.shell.command;

import java.time.Instant;
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
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;

/** Members on the rolls of an organisation and all below it, on a date. */
@Command(
        name = "roster",
        description = "Danh sách đảng viên vào một ngày. / The members on a date.",
        mixinStandardHelpOptions = true)
final class RosterCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ActingOptions data;

    @Option(names = "--org", paramLabel = "ORG", description = "Mã, tên hoặc định danh. / Code, name or id.")
    private @Nullable String organization;

    @Option(names = "--on", paramLabel = "DATE", required = true, description = "Ngày, ví dụ 2025-12-31.")
    private LocalDate on;

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            description = "Như đã biết lúc ấy, ví dụ 2026-01-15T00:00:00Z. / As it was known then.")
    private @Nullable Instant knownAt;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    /** A roster as machines read it. */
    record Roster(
            String organization, LocalDate on, @Nullable Instant knownAt, int count, List<Line> members) {}

    record Line(
            PersonId person,
            String fullName,
            @Nullable String sex,
            @Nullable PartialDate birth,
            @Nullable String ethnicity,
            @Nullable String cardNumber,
            @Nullable PartialDate admittedOn,
            @Nullable PartialDate recognisedOn,
            String standing,
            OrganizationId cell,
            String cellName) {}

    @Override
    public Integer call() {
        try (var app = OpenApplication.over(data)) {
            var organizations = app.part(Organizations.class);
            var top = Organizing.one(app, organization, on);
            var tree = organizations.treeOn(on, knownAt);
            var cells = tree.subtree(top.id()).stream().map(Organization::id).toList();
            var lines = app.part(Rosters.class).of(cells, on, knownAt);
            if (json) {
                Output.json(spec, roster(top, tree, lines));
            } else {
                print(lines, tree);
            }
            return Exit.DONE;
        }
    }

    private Roster roster(Organization top, OrganizationTree tree, List<RosterLine> lines) {
        return new Roster(
                top.name(),
                on,
                knownAt,
                lines.size(),
                lines.stream().map(l -> line(l, tree)).toList());
    }

    private static Line line(RosterLine l, OrganizationTree tree) {
        return new Line(
                l.person(),
                l.fullName(),
                l.sex(),
                l.birth(),
                l.ethnicity(),
                l.cardNumber(),
                l.admittedOn(),
                l.recognisedOn(),
                l.standing().code(),
                l.cell(),
                cellName(l, tree));
    }

    private static String cellName(RosterLine line, OrganizationTree tree) {
        return tree.find(line.cell()).map(Organization::name).orElse("");
    }

    private void print(List<RosterLine> lines, OrganizationTree tree) {
        var out = Output.of(spec);
        lines.forEach(l -> out.printf(
                "%-32s %-10s %-12s %s%n",
                l.fullName(), l.birth() == null ? "" : l.birth(), l.standing().code(), cellName(l, tree)));
        out.printf("%d đảng viên / members%n", lines.size());
    }
}
