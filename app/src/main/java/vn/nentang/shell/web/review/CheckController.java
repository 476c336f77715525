package vn.nentang.shell.web.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Mark;
import vn.nentang.review.Classification;
import vn.nentang.review.workbook.MemberLine;
import vn.nentang.review.workbook.ReviewSheetResult;
import vn.nentang.review.workbook.ReviewWorkbookCheck;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.SentFile;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** What the regulation allows on the facts of a workbook. Nothing is recorded; for those who record, the workbook waits for the decisions. */
@WebFace
final class CheckController {

    private static final Label WHAT_YEAR =
            new Label("Hãy ghi năm bằng bốn chữ số, ví dụ 2025.", "Write the year with four digits, for example 2025.");
    private static final Label NO_FILE = new Label("Hãy chọn một tệp.", "Choose a file.");

    private final Rulebook rulebook;

    private final WaitingWorkbooks workbooks;

    CheckController(Rulebook rulebook, WaitingWorkbooks workbooks) {
        this.rulebook = rulebook;
        this.workbooks = workbooks;
    }

    @GetMapping("/reviews/check")
    Reply form(Viewer viewer) {
        return Reply.show(new CheckPage("", null, null, null, waiting(viewer)));
    }

    @PostMapping("/reviews/check")
    Reply check(@RequestParam String year, @RequestParam MultipartFile file, Viewer viewer, Texts texts)
            throws IOException {
        if (!year.strip().matches("\\d{4}")) {
            return refused(year, WHAT_YEAR, viewer);
        }
        if (file.isEmpty()) {
            return refused(year, NO_FILE, viewer);
        }
        var sent = SentFile.of(file);
        return switch (ReviewWorkbookCheck.check(sent.path(), Integer.parseInt(year.strip()), rulebook)) {
            case ReviewWorkbookCheck.Outcome.Refused(var _, var sentence) -> {
                sent.close();
                yield refused(year, sentence, viewer);
            }
            case ReviewWorkbookCheck.Outcome.Checked(var result) -> checked(year, sent, result, viewer, texts);
        };
    }

    private Reply refused(String year, Label sentence, Viewer viewer) {
        return Reply.refused(new CheckPage(year, sentence, null, null, waiting(viewer)));
    }

    /** For those who record, the workbook waits for the decisions; for others it is gone. */
    private Reply checked(String year, SentFile sent, ReviewSheetResult result, Viewer viewer, Texts texts)
            throws IOException {
        var read = new Reading(result, texts).of(sent.name());
        if (!viewer.may(Right.REVIEW_RECORD)) {
            sent.close();
            return Reply.show(new CheckPage(year, null, read, null, List.of()));
        }
        var kept = new WaitingWorkbooks.Workbook(
                UUID.randomUUID(), viewer.account().id(), sent, result.year(), workbooks.until());
        workbooks.keep(kept);
        return Reply.show(new CheckPage(year, null, read, "/reviews/recordings/" + kept.id(), List.of()));
    }

    private List<CheckPage.Waiting> waiting(Viewer viewer) {
        return workbooks.of(viewer.account()).stream()
                .map(w -> new CheckPage.Waiting(
                        "/reviews/recordings/" + w.id(), w.file().name(), w.year()))
                .toList();
    }

    /** A result as the page prints it. */
    private static final class Reading {

        private final ReviewSheetResult result;
        private final Texts texts;
        private final Reasons reasons;
        private final Map<String, String> levels;

        Reading(ReviewSheetResult result, Texts texts) {
            this.result = result;
            this.texts = texts;
            this.reasons = new Reasons(result.regime().regime(), texts);
            this.levels = result.regime().regime().ladders().stream()
                    .flatMap(ladder -> ladder.descending().stream())
                    .collect(Collectors.toMap(
                            ReviewRegime.Level::code, l -> Labels.in(l.label(), texts), (first, _) -> first));
        }

        CheckPage.Result of(String file) {
            return new CheckPage.Result(
                    file,
                    result.organization(),
                    result.year(),
                    result.regime().regime().title(),
                    result.regime().regime().source(),
                    counts(),
                    result.cap().orElse(null),
                    result.capOfProposals().orElse(null),
                    result.remarks(),
                    result.members().stream().map(this::member).toList());
        }

        private List<CheckPage.Count> counts() {
            var counts = new ArrayList<CheckPage.Count>();
            result.counts()
                    .forEach((code, number) -> counts.add(new CheckPage.Count(
                            word(code), number, levels.containsKey(code) ? Math.min(counts.size() + 1, 4) : 0)));
            return counts;
        }

        private String word(String code) {
            return Optional.ofNullable(levels.get(code)).orElseGet(() -> texts.of("check." + code));
        }

        private CheckPage.Member member(MemberLine line) {
            var classification = line.classification();
            var level = classification instanceof Classification.Level(var code, var _, var _) ? code : null;
            return new CheckPage.Member(
                    line.row(),
                    line.sheet(),
                    line.cell(),
                    line.fullName(),
                    line.total() == null ? null : texts.decimal(line.total()),
                    reasons.outcome(classification),
                    line.proposal() == null ? "" : word(line.proposal()),
                    line.proposal() == null || line.proposal().equals(level),
                    reasons.of(classification),
                    problems(line),
                    classification == null ? Mark.VERIFIED : classification.mark());
        }

        private List<String> problems(MemberLine line) {
            return Stream.concat(
                            line.problems().stream()
                                    .map(p -> Labels.in(p.code().sentence(), texts)
                                            + (p.given().isEmpty() ? "" : " (" + p.given() + ")")),
                            line.remarks().stream().map(remark -> Labels.in(remark, texts)))
                    .toList();
        }
    }
}
