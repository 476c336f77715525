package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.WholeFile;
import vn.nentang.ledger.HowFar;
import vn.nentang.membership.RosterExport;
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "xlsx hoặc csv, với --out; mặc định theo đuôi tệp. / With --out; else by the file's ending.")
    private RosterExport.@Nullable Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Ghi ra tệp này. / Writes to this file.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    /** What was written to a file. */
    record Written(String file, long members) {}

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
    public Integer call() throws IOException {
        if (format != null && out == null) {
            throw new ParameterException(
                    spec.commandLine(), "--format cần --out, tệp để ghi. / --format needs --out, the file to write.");
        }
        try (var app = OpenApplication.over(data)) {
            var organizations = app.part(Organizations.class);
            var top = Organizing.one(app, organization, on);
            var tree = organizations.treeOn(on, knownAt);
            var cells = tree.subtree(top.id()).stream().map(Organization::id).toList();
            if (out != null) {
                return write(app, new RosterExport.Wanted(cells, on, knownAt, tree::path), out);
            }
            var lines = app.part(Rosters.class).of(cells, on, knownAt);
            if (json) {
                Output.json(spec, roster(top, tree, lines));
            } else {
                print(lines, tree);
            }
            return Exit.DONE;
        }
    }

    private Integer write(OpenApplication app, RosterExport.Wanted wanted, Path file) throws IOException {
        var kind = format == null ? byEnding(file) : format;
        var count = new AtomicLong();
        try (var work = LongWork.begin(spec, "Đã dừng: không có tệp nào được ghi. / Stopped: no file was written.")) {
            HowFar progress = (done, of) -> work.reached("đảng viên / members", done, of);
            work.finish(() -> WholeFile.write(
                    file, to -> count.set(app.part(RosterExport.class).write(wanted, kind, to, progress))));
        }
        var written = new Written(file.toString(), count.get());
        Output.either(spec, json, written, "%s: %,d đảng viên / members".formatted(file, count.get()));
        return Exit.DONE;
    }

    private RosterExport.Format byEnding(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(RosterExport.Format.values())
                .filter(f -> name.endsWith("." + f.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Cần --format, hoặc tệp .xlsx, .csv. / --format is needed, or a file .xlsx or .csv."));
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
