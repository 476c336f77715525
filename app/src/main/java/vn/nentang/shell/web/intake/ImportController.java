package vn.nentang.shell.web.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.RosterImports;
import vn.nentang.membership.RosterImports.Imported;
import vn.nentang.membership.intake.Problem;
import vn.nentang.membership.intake.ProblemWorkbook;
import vn.nentang.membership.intake.RosterCheck;
import vn.nentang.sheet.Limits;
import vn.nentang.sheet.Reading;
import vn.nentang.sheet.SheetReader;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Download;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Language;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.PlaceSearch;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.SentFile;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Takes over rosters in two steps: checking writes nothing, recording needs another click. */
@WebFace
final class ImportController {

    private static final int PROBLEMS_ON_PAGE = 200;

    private final RosterImports imports;
    private final WaitingRosters files;
    private final Labels labels;

    ImportController(RosterImports imports, WaitingRosters files, Labels labels) {
        this.imports = imports;
        this.files = files;
        this.labels = labels;
    }

    @GetMapping("/imports")
    Reply list(Viewer viewer, AsOf asOf) {
        var waiting = files.of(viewer.account()).stream()
                .map(w -> new ImportsPage.Waiting(
                        w.id(), w.file().name(), viewer.scope().nameOf(w.under(), w.asOf()), w.asOf()))
                .toList();
        var rows = imports.list(under -> viewer.scope().covers(under, asOf.today()), ImportsPage.MOST).stream()
                .map(i -> new ImportsPage.Row(i, viewer.scope().nameOf(i.under(), i.asOf())))
                .toList();
        return Reply.show(new ImportsPage(waiting, rows));
    }

    private static OrganizationId top(Viewer viewer, AsOf asOf) {
        return OutOfReach.require(viewer.scope().top(asOf.today())).id();
    }

    @GetMapping("/imports/new")
    Reply form(
            @RequestParam(defaultValue = "") String find,
            @RequestParam(required = false) @Nullable OrganizationId under,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var chosen = under == null ? top(viewer, asOf) : under;
        return Reply.show(form(null, viewer, asOf, chosen, find, texts.date(asOf.today()), ""));
    }

    private static NewImportPage form(
            @Nullable String problem,
            Viewer viewer,
            AsOf asOf,
            OrganizationId under,
            String find,
            String day,
            String paper) {
        var choices = PlaceSearch.choices(under, find, viewer.scope(), asOf.today());
        var chosen = find.isBlank() || !choices.searched() || choices.isFruitless()
                ? under
                : choices.list().get(1).id();
        return new NewImportPage(problem, choices, chosen, day, paper);
    }

    @PostMapping("/imports")
    Reply check(
            @RequestParam UUID command,
            @RequestParam MultipartFile file,
            @RequestParam OrganizationId under,
            @RequestParam("as-of") String day,
            @RequestParam(defaultValue = "") String paper,
            Viewer viewer,
            AsOf asOf)
            throws IOException {
        var problem = problem(file, under, day, viewer);
        if (problem != null) {
            return Reply.refused(form(problem, viewer, asOf, under, "", day, paper));
        }
        var date = AsOf.day(day).orElseThrow();
        var sent = SentFile.of(file);
        var checked = imports.check(sent.path(), under, date);
        files.keep(new WaitingRosters.Roster(
                command, viewer.account().id(), sent, under, date, paper(paper), checked, files.until()));
        return Reply.goTo("/imports/" + command);
    }

    private static @Nullable String problem(MultipartFile file, OrganizationId under, String day, Viewer viewer) {
        if (file.isEmpty()) {
            return "imports.no-file";
        }
        var date = AsOf.day(day);
        if (date.isEmpty()) {
            return "imports.day-wrong";
        }
        return viewer.scope().covers(under, date.get()) ? null : "imports.no-organization";
    }

    private static Paper paper(String number) {
        return number.isBlank() ? Paper.UNKNOWN : new Paper(number.strip(), null, null, null);
    }

    @GetMapping("/imports/{id}")
    Reply one(
            @PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Viewer viewer, AsOf asOf, Texts texts) {
        return files.find(id, viewer.account())
                .map(w -> Reply.show(waiting(w, List.of(), page, viewer, texts)))
                .orElseGet(() -> Reply.show(done(imported(id, viewer, asOf.today()), List.of(), viewer)));
    }

    private Imported imported(UUID id, Viewer viewer, LocalDate today) {
        return OutOfReach.require(imports.find(id).filter(one -> viewer.scope().covers(one.under(), today)));
    }

    private static ImportPage done(Imported list, List<Refusal> refusals, Viewer viewer) {
        return new ImportPage.Done(list, viewer.scope().nameOf(list.under(), list.asOf()), refusals);
    }

    private ImportPage waiting(WaitingRosters.Roster w, List<Refusal> refusals, int page, Viewer viewer, Texts texts) {
        return switch (w.checked().check()) {
            case RosterCheck.Refused(var _, var vi, var en) ->
                new ImportPage.Refused(w.id(), w.file().name(), texts.language() == Language.VI ? vi : en);
            case RosterCheck.Importable importable -> waits(w, importable, refusals, page, viewer, texts);
        };
    }

    private ImportPage waits(
            WaitingRosters.Roster w,
            RosterCheck.Importable check,
            List<Refusal> refusals,
            int page,
            Viewer viewer,
            Texts texts) {
        var problems =
                check.rows().stream().flatMap(row -> problems(row, texts)).toList();
        var pages = Math.max(1, Math.ceilDiv(problems.size(), PROBLEMS_ON_PAGE));
        var shown = Math.clamp(page, 1, pages);
        var from = (shown - 1) * PROBLEMS_ON_PAGE;
        return new ImportPage.Waits(
                w.id(),
                w.file().name(),
                viewer.scope().nameOf(w.under(), w.asOf()),
                w.asOf(),
                w.until(),
                check.rows().size(),
                (int) check.rows().stream()
                        .filter(RosterCheck.MemberRow::isReady)
                        .count(),
                (int) problems.stream().filter(p -> !p.isError()).count(),
                boxes(check, w.asOf(), texts),
                refusals,
                problems.subList(from, Math.min(problems.size(), from + PROBLEMS_ON_PAGE)),
                shown,
                pages);
    }

    private List<String> boxes(RosterCheck.Importable check, LocalDate on, Texts texts) {
        return check.sheets().stream()
                .flatMap(sheet -> sheet.tables().stream())
                .flatMap(table -> table.formColumns().values().stream())
                .flatMap(List::stream)
                .distinct()
                .map(code -> labels.of("person-fields", code, on, texts))
                .toList();
    }

    private static Stream<ImportPage.Problem> problems(RosterCheck.MemberRow row, Texts texts) {
        return row.problems().stream().map(p -> problem(row, p, texts));
    }

    private static ImportPage.Problem problem(RosterCheck.MemberRow row, Problem problem, Texts texts) {
        return new ImportPage.Problem(
                row.sheet(),
                row.row(),
                Optional.ofNullable(row.record().fullName()).orElse(""),
                problem.column(),
                problem.given(),
                texts.language() == Language.VI ? problem.vi() : problem.en(),
                problem.isError());
    }

    /** The file again, with what is wrong written beside its cells. */
    @GetMapping("/imports/{id}/problems.xlsx")
    ResponseEntity<byte[]> problems(@PathVariable UUID id, Viewer viewer) throws IOException {
        var w = OutOfReach.require(files.find(id, viewer.account()));
        var reading = SheetReader.read(w.file().path(), Limits.standard());
        if (!(reading instanceof Reading.Read(var workbook))
                || !(w.checked().check() instanceof RosterCheck.Importable importable)) {
            throw new OutOfReach();
        }
        var out = new ByteArrayOutputStream();
        ProblemWorkbook.write(workbook, importable, out);
        return Download.of(Download.Kind.XLSX, w.file().name() + " - problems", out.toByteArray());
    }

    /** Records under the id of the list, so that a second click finds it recorded. */
    @PostMapping("/imports/{id}/record")
    Reply record(@PathVariable UUID id, @RequestParam String rows, Viewer viewer, Texts texts) throws IOException {
        var known = files.find(id, viewer.account());
        if (known.isEmpty()) {
            return Reply.goTo("/imports/" + id);
        }
        var w = known.get();
        OutOfReach.unless(viewer.scope().covers(w.under(), w.asOf()));
        var which = rows.equals("all") ? RosterImports.Rows.ALL : RosterImports.Rows.GOOD;
        var command = new Command(id, viewer.account().login(), Map.of("list", id, "rows", which));
        var answer = imports.record(command, w.file().path(), w.file().name(), w.under(), w.asOf(), which, w.paper());
        return switch (answer) {
            case Answer.Refused(var reasons) -> Reply.refused(waiting(w, reasons, 1, viewer, texts));
            case Answer.Recorded _ -> {
                files.drop(id, viewer.account());
                yield Reply.goTo("/imports/" + id);
            }
        };
    }

    @PostMapping("/imports/{id}/discard")
    Reply discard(@PathVariable UUID id, Viewer viewer) {
        files.drop(id, viewer.account());
        return Reply.goTo("/imports");
    }

    @PostMapping("/imports/{id}/undo")
    Reply undo(
            @PathVariable UUID id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            AsOf asOf) {
        var list = imported(id, viewer, asOf.today());
        if (reason.isBlank()) {
            return Reply.refused(done(list, List.of(Refusal.of("reason-missing", Map.of())), viewer));
        }
        var request = new Command(command, viewer.account().login(), Map.of("undo", id, "reason", reason.strip()));
        return switch (imports.undo(request, id, reason.strip())) {
            case Answer.Refused(var reasons) -> Reply.refused(done(list, reasons, viewer));
            case Answer.Recorded _ -> Reply.goTo("/imports/" + id);
        };
    }
}
