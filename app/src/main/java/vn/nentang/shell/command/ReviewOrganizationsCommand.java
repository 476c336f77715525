package vn.nentang.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.review.Classification;
import vn.nentang.review.OrganizationReviews;
import vn.nentang.review.OrganizationReviews.Decision;
import vn.nentang.review.OrganizationReviews.Judged;
import vn.nentang.review.OrganizationReviews.Subject;
import vn.nentang.review.OrganizationReviews.Wanted;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.workbook.FactWords;
import vn.nentang.review.workbook.OrganizationSheet;
import vn.nentang.review.workbook.OrganizationSheet.Line;

/** Records what was decided of organisations, one a row of a sheet. */
@Command(
        name = "record-organizations",
        description = "Ghi xếp loại tổ chức đảng theo bảng. / Records decisions on organisations by a sheet.",
        mixinStandardHelpOptions = true)
final class ReviewOrganizationsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ActingOptions data;

    @Mixin
    private DecidedOptions decided;

    @Option(names = "--check", description = "Chỉ xem, không ghi. / Shows, records nothing.")
    private boolean check;

    @Option(names = "--json", description = "Cho máy đọc. / For machines.")
    private boolean json;

    /** One row, as machines read it. */
    record RowJson(
            String organization,
            OrganizationId organizationId,
            String decided,
            @Nullable String computed,
            List<String> missing,
            List<String> unreadable) {}

    /** What became of a sheet, as machines read it. */
    record SheetJson(String outcome, @Nullable UUID command, List<RowJson> rows, List<EntryRef> entries) {}

    @Option(names = "--command-id", paramLabel = "UUID", description = "Gửi lại lệnh cũ. / Sends a command again.")
    private @Nullable UUID commandId;

    @Override
    public Integer call() throws IOException {
        Files.size(decided.file());
        return switch (OrganizationSheet.read(decided.file())) {
            case OrganizationSheet.Outcome.Refused(var reason, var sentence) ->
                throw new Refusing(reason + ": " + sentence.vi(), sentence.en());
            case OrganizationSheet.Outcome.Read(var lines) -> open(lines);
        };
    }

    private int open(List<Line> lines) {
        try (var app = OpenApplication.over(data)) {
            var reviews = app.part(OrganizationReviews.class);
            var decisions = new ArrayList<Decision>();
            for (var line : lines) {
                var subject = subject(app, reviews, line);
                decisions.add(new Decision(subject, wanted(subject, line)));
            }
            refuseTwice(decisions);
            return check ? shown("checked", null, decisions, List.of()) : record(app, reviews, decisions);
        }
    }

    private Subject subject(OpenApplication app, OrganizationReviews reviews, Line line) {
        var organizations = app.part(Organizations.class);
        var day = app.part(ReviewYears.class).lastDayOf(decided.year());
        var top = Organizing.one(app, decided.organization(), day);
        var found = organizations.treeOn(day).subtree(top.id()).stream()
                .filter(one -> isNamed(one, line.name()))
                .toList();
        if (found.size() != 1) {
            throw new Refusing(
                    "Dòng %d: có %d tổ chức đảng là “%s”".formatted(line.row(), found.size(), line.name()),
                    "Row %d: %d organisations are “%s”".formatted(line.row(), found.size(), line.name()));
        }
        return reviews.find(found.getFirst().id(), decided.year())
                .orElseThrow(() -> new Refusing(
                        "Dòng %d: “%s” không thuộc diện xếp loại năm %d"
                                .formatted(line.row(), line.name(), decided.year()),
                        "Row %d: “%s” is not classified for %d".formatted(line.row(), line.name(), decided.year())));
    }

    private static boolean isNamed(Organization organization, String name) {
        return name.equalsIgnoreCase(organization.code())
                || VietnameseText.folded(organization.name()).equals(VietnameseText.folded(name));
    }

    private Wanted wanted(Subject subject, Line line) {
        var unknown = line.unknownHeaders(subject.facts());
        if (!unknown.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "Dòng / row %d: cột không dùng / columns left aside: %s%n",
                            line.row(), String.join("; ", unknown));
        }
        var words = new FactWords(subject.regime(), subject.kind());
        var level = words.level(line.level()).orElse(line.level());
        return new Wanted(
                line.facts(subject.facts()),
                level,
                line.because().isEmpty() ? null : line.because(),
                decided.on(),
                decided.paper());
    }

    private static void refuseTwice(List<Decision> decisions) {
        var seen = new HashSet<>();
        for (var one : decisions) {
            if (!seen.add(one.subject().organization().id())) {
                var name = one.subject().organization().name();
                throw new Refusing("“%s” có hai dòng".formatted(name), "“%s” has two rows".formatted(name));
            }
        }
    }

    private int shown(String outcome, @Nullable UUID command, List<Decision> decisions, List<EntryRef> entries) {
        if (json) {
            var rows = decisions.stream().map(ReviewOrganizationsCommand::row).toList();
            Output.json(spec, new SheetJson(outcome, command, rows, entries));
        } else {
            decisions.forEach(this::show);
            Output.of(spec).printf("%d bút toán / entries%n", entries.size());
        }
        return Exit.DONE;
    }

    private static RowJson row(Decision one) {
        var judged = OrganizationReviews.judge(one.subject(), one.wanted().facts());
        var missing = judged.classification() instanceof Classification.Undecided(var names, var _)
                ? names.stream().sorted().toList()
                : List.<String>of();
        return new RowJson(
                one.subject().organization().name(),
                one.subject().organization().id(),
                one.wanted().outcome(),
                judged.computed().orElse(null),
                missing,
                judged.unreadable());
    }

    private void show(Decision one) {
        var judged = OrganizationReviews.judge(one.subject(), one.wanted().facts());
        Output.of(spec)
                .printf(
                        "%-44s %-8s %s%n",
                        one.subject().organization().name(), one.wanted().outcome(), allowed(judged));
    }

    private static String allowed(Judged judged) {
        return switch (judged.classification()) {
            case null -> "không đọc được / unreadable: " + String.join(", ", judged.unreadable());
            case Classification.Level(var code, var _, var _) -> "dữ kiện cho phép / allowed: " + code;
            case Classification.NotClassified(var reason, var _, var _) -> "không xếp loại / not classified: " + reason;
            case Classification.NoLevelMatches _ -> "không mức nào khớp / no level matches";
            case Classification.Undecided(var missing, var _) ->
                "chưa đủ dữ kiện / missing: "
                        + String.join(", ", missing.stream().sorted().toList());
        };
    }

    private int record(OpenApplication app, OrganizationReviews reviews, List<Decision> decisions) {
        var command = Commands.of(app, commandId, "");
        return switch (reviews.recordAll(command, decisions)) {
            case Answer.Refused(var reasons) -> Commands.refuse(spec, reasons, json);
            case Answer.Recorded(var entries) -> shown("recorded", command.id(), decisions, entries);
        };
    }
}
