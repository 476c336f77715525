package vn.nentang.shell.web.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Mark;
import vn.nentang.review.CheckedCondition;
import vn.nentang.review.Classification;
import vn.nentang.review.workbook.MemberLine;
import vn.nentang.review.workbook.ReviewSheetResult;
import vn.nentang.review.workbook.ReviewWorkbookCheck;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.SentFile;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** What the regulation allows on the facts of a workbook. Nothing of it is kept. */
@WebFace
final class CheckController {

    private static final Label WHAT_YEAR =
            new Label("Hãy ghi năm bằng bốn chữ số, ví dụ 2025.", "Write the year with four digits, for example 2025.");
    private static final Label NO_FILE = new Label("Hãy chọn một tệp.", "Choose a file.");

    private final Rulebook rulebook;

    CheckController(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @GetMapping("/reviews/check")
    Reply form(Viewer viewer) {
        OutOfReach.unless(viewer.readsMembers());
        return Reply.show(new CheckPage("", null, null));
    }

    @PostMapping("/reviews/check")
    Reply check(@RequestParam String year, @RequestParam MultipartFile file, Viewer viewer, Texts texts)
            throws IOException {
        OutOfReach.unless(viewer.readsMembers());
        if (!year.strip().matches("\\d{4}")) {
            return Reply.refused(new CheckPage(year, WHAT_YEAR, null));
        }
        if (file.isEmpty()) {
            return Reply.refused(new CheckPage(year, NO_FILE, null));
        }
        try (var sent = SentFile.of(file)) {
            var outcome = ReviewWorkbookCheck.check(sent.path(), Integer.parseInt(year.strip()), rulebook);
            return switch (outcome) {
                case ReviewWorkbookCheck.Outcome.Refused(var _, var sentence) ->
                    Reply.refused(new CheckPage(year, sentence, null));
                case ReviewWorkbookCheck.Outcome.Checked(var result) ->
                    Reply.show(new CheckPage(year, null, new Reading(result, texts).of(sent.name())));
            };
        }
    }

    /** A result as the page prints it. */
    private static final class Reading {

        private final ReviewSheetResult result;
        private final Texts texts;
        private final Map<String, String> levels;

        Reading(ReviewSheetResult result, Texts texts) {
            this.result = result;
            this.texts = texts;
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
                    outcome(classification),
                    line.proposal() == null ? "" : word(line.proposal()),
                    line.proposal() == null || line.proposal().equals(level),
                    reasons(classification),
                    problems(line),
                    classification == null ? Mark.VERIFIED : classification.mark());
        }

        private String outcome(@Nullable Classification classification) {
            return switch (classification) {
                case null -> texts.of("check.not-asserted");
                case Classification.Level(var code, var _, var discretion) ->
                    discretion == null ? word(code) : word(code) + " " + texts.of("check.discretion");
                case Classification.NotClassified _ -> texts.of("check.not-classified");
                case Classification.NoLevelMatches _ -> texts.of("check.no-level-matches");
                case Classification.Undecided(var missing, var _) ->
                    texts.of(
                            "check.missing",
                            String.join(", ", missing.stream().sorted().toList()));
            };
        }

        private List<CheckPage.Reason> reasons(@Nullable Classification classification) {
            return classification == null
                    ? List.of()
                    : classification.conditions().stream().map(this::reason).toList();
        }

        private CheckPage.Reason reason(CheckedCondition checked) {
            var facts = checked.values().entrySet().stream()
                    .map(e -> "%s = %s".formatted(factLabel(e.getKey()), factValue(e.getValue())))
                    .collect(Collectors.joining("; "));
            return new CheckPage.Reason(
                    levels.getOrDefault(checked.level(), texts.of("check.not-classified")),
                    checked.truth().name().toLowerCase(Locale.ROOT),
                    checked.condition().sentence(),
                    checked.condition().source(),
                    facts);
        }

        private String factLabel(String name) {
            var fact = result.regime().regime().facts().get(name);
            return fact == null ? name : Labels.in(fact.label(), texts);
        }

        private String factValue(Object value) {
            return value instanceof Boolean yes ? texts.of(yes ? "yes" : "no") : value.toString();
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
