package vn.nentang.review.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.review.Classification;
import vn.nentang.review.Classifier;
import vn.nentang.review.workbook.ReviewTable.MemberRow;
import vn.nentang.review.workbook.RowProblem.Code;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.RulesOn;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.sheet.Cell;
import vn.nentang.sheet.Row;

/** Turns one row into facts by the names of the regime, has it classified, and compares the proposal with the result. */
final class LineReader {

    private static final String SCORE = "score";
    private static final String UNDER = "review.exclusion.admitted-under";
    private static final Map<String, ReviewColumn> VOTES = votes();
    private static final int ZEROS_LOST_MAX = 2;
    private static final String CARD_DIGITS = "card.number-digits";

    private final TableRules tableRules;
    private final ReviewTable table;
    private final RegimeOn regime;
    private final RulesOn rules;
    private final MemberRow member;
    private final Row row;
    private final @Nullable String kind;
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<Label> remarks = new ArrayList<>();
    private Facts facts = Facts.NONE;

    private LineReader(TableRules tableRules, MemberRow member) {
        this.tableRules = tableRules;
        this.table = tableRules.table();
        this.regime = tableRules.regime();
        this.rules = tableRules.rules();
        this.member = member;
        this.row = member.row();
        this.kind = tableRules.kind(text(ReviewColumn.GROUP)).orElse(null);
    }

    static MemberLine read(TableRules tableRules, MemberRow member, String cellName) {
        return new LineReader(tableRules, member).line(cellName);
    }

    private MemberLine line(String cellName) {
        var total = total();
        readTasks();
        readDiscipline();
        readStanding();
        tableRules.factColumns().forEach(this::readFact);
        var votes = votesGiven();
        checkVotes(votes);
        var proposal = proposal();
        var classification = classification();
        checkProposal(proposal, classification);
        return new MemberLine(
                row.number(),
                table.sheet().name(),
                cellName,
                PersonNames.shown(text(ReviewColumn.FULL_NAME)),
                cell(ReviewColumn.BIRTH).flatMap(AdmissionDay::read).orElse(null),
                cell(ReviewColumn.CARD_NUMBER).map(this::cardNumber).orElse(null),
                kind,
                classification instanceof Classification.NotClassified ? null : total,
                proposal.orElse(null),
                votes,
                classification,
                problems,
                remarks);
    }

    /** A row with an error in it is not asserted to have a level; that somebody is not classified stands all the same. */
    private @Nullable Classification classification() {
        var isWrong = problems.stream().anyMatch(problem -> problem.code().isError());
        var classification = classify();
        return isWrong && !(classification instanceof Classification.NotClassified) ? null : classification;
    }

    /** Classified as what the sheet says the member is; where it does not say, only if every kind gives the same. */
    private @Nullable Classification classify() {
        if (kind != null) {
            return Classifier.classify(regime, kind, facts);
        }
        var outcomes = tableRules.kinds().stream()
                .map(one -> Classifier.classify(regime, one, facts))
                .toList();
        remarks.add(new Label(
                "Không rõ đối tượng (giữ chức vụ hay không); chỉ xếp loại khi mọi đối tượng cho cùng kết quả.",
                "The kind of member is not given; a level is stated only where every kind gives the same."));
        return outcomes.stream().map(Outcomes::code).distinct().count() == 1 ? outcomes.getFirst() : null;
    }

    private @Nullable BigDecimal total() {
        var parts = new ArrayList<BigDecimal>();
        part(ReviewColumn.SCORE_G1).ifPresent(parts::add);
        part(ReviewColumn.SCORE_G2).ifPresent(parts::add);
        var typed = decimal(ReviewColumn.TOTAL);
        if (parts.size() < 2) {
            typed.ifPresent(score -> put(SCORE, score));
            return typed.orElse(null);
        }
        var sum = parts.get(0).add(parts.get(1));
        put(SCORE, sum);
        if (typed.isPresent() && typed.get().compareTo(sum) != 0) {
            problems.add(new RowProblem("total", Code.TOTAL_MISMATCH, shown(ReviewColumn.TOTAL)));
        }
        return sum;
    }

    private Optional<BigDecimal> part(ReviewColumn column) {
        var points = decimal(column);
        points.ifPresent(value -> {
            put(field(column), value);
            if (value.signum() < 0 || isAboveMaximum(column, value)) {
                problems.add(new RowProblem(field(column), Code.SCORE_OUT_OF_RANGE, shown(column)));
            }
        });
        return points;
    }

    private boolean isAboveMaximum(ReviewColumn column, BigDecimal value) {
        var kinds = kind == null ? tableRules.kinds() : List.of(kind);
        return kinds.stream()
                .flatMap(one -> regime.criteria(one).stream())
                .filter(criterion -> field(column).equals(criterion.fact()))
                .flatMap(criterion -> Optional.ofNullable(criterion.max()).stream())
                .anyMatch(max -> value.compareTo(max) > 0);
    }

    private void readTasks() {
        share(ReviewColumn.TASKS_DONE);
        share(ReviewColumn.TASKS_ON_TIME);
        share(ReviewColumn.TASKS_EXCEEDING);
        if (text(ReviewColumn.TASKS_ON_TIME).isEmpty()) {
            decimal(ReviewColumn.TASKS_LATE).ifPresent(this::late);
        }
        var quality = text(ReviewColumn.QUALITY);
        if (!quality.isEmpty()) {
            Figures.yesOrNo(quality)
                    .ifPresentOrElse(
                            assured -> putFlag(field(ReviewColumn.QUALITY), assured),
                            () -> unreadable(ReviewColumn.QUALITY));
        }
    }

    private void share(ReviewColumn column) {
        decimal(column).ifPresent(value -> {
            put(field(column), table.percent(column, value));
            refuseUnclear(column, value);
        });
    }

    private void late(BigDecimal value) {
        var late = table.percent(ReviewColumn.TASKS_LATE, value);
        put(field(ReviewColumn.TASKS_ON_TIME), ReviewTable.HUNDRED.subtract(late));
        refuseUnclear(ReviewColumn.TASKS_LATE, value);
    }

    private void refuseUnclear(ReviewColumn column, BigDecimal value) {
        if (table.isUnclear(row, column, value)) {
            problems.add(new RowProblem(field(column), Code.SHARE_UNCLEAR, shown(column)));
        }
    }

    private void readDiscipline() {
        var discipline = Discipline.read(text(ReviewColumn.DISCIPLINE));
        if (!discipline.any()) {
            return;
        }
        putFlag("disciplined", true);
        if (discipline.selfRemedied()) {
            putFlag("selfDetectedAndRemedied", true);
        }
        switch (discipline.tie()) {
            case YES -> putFlag("disciplinedForDuty", true);
            case NO -> {
                putFlag("disciplinedForDuty", false);
                remarks.add(new Label(
                        "Hiểu là kỷ luật không gắn với chức trách, nhiệm vụ.",
                        "Read as a discipline that is not tied to duties."));
            }
            case UNKNOWN -> {
                putUnknown("disciplinedForDuty");
                remarks.add(new Label(
                        "Có kỷ luật nhưng không ghi có gắn với chức trách, nhiệm vụ hay không.",
                        "There is a discipline, but not whether it is tied to duties."));
            }
        }
    }

    private void readStanding() {
        var notes = String.join("; ", text(ReviewColumn.NOTE), text(ReviewColumn.STANDING));
        var standing = Standing.of(notes);
        if (Standing.isAwayForATime(notes)) {
            remarks.add(new Label(
                    "Đang sinh hoạt tạm thời nơi khác: cần nhận xét của chi bộ nơi sinh hoạt tạm thời.",
                    "Temporarily elsewhere: the comment of the cell there is needed."));
        }
        standing.flatMap(Standing::fact).ifPresent(fact -> putFlag(fact, true));
        readAdmission(Standing.NEW.isSaidIn(notes));
    }

    /** The date decides; a note without a date is believed. */
    private void readAdmission(boolean notedAsNew) {
        var cell = cell(ReviewColumn.ADMITTED_ON);
        var least = rules.findRuling(UNDER);
        if (cell.isEmpty() || least.isEmpty()) {
            if (notedAsNew) {
                putFlag("admittedTooRecently", true);
            }
            return;
        }
        var admitted = AdmissionDay.read(cell.get());
        if (admitted.isEmpty()) {
            unreadable(ReviewColumn.ADMITTED_ON);
            return;
        }
        AdmissionDay.isTooRecent(admitted.get(), least.get().period(), regime.date())
                .ifPresentOrElse(
                        recent -> putFlag("admittedTooRecently", recent), () -> putUnknown("admittedTooRecently"));
    }

    /** A further column of the sheet, headed by the regime's own words for a fact. */
    private void readFact(int column, Fact fact) {
        var text = VietnameseText.tidy(row.textAt(column));
        if (text.isEmpty() || text.equals("-")) {
            return;
        }
        var read = tableRules.factWords().read(facts, fact, text);
        read.ifPresentOrElse(
                known -> facts = known, () -> problems.add(new RowProblem(fact.name(), Code.UNREADABLE_VALUE, text)));
    }

    private Map<String, Integer> votesGiven() {
        var votes = new LinkedHashMap<String, Integer>();
        VOTES.forEach((level, column) -> votes.put(level, count(column).orElse(0)));
        var isAnyGiven =
                VOTES.values().stream().anyMatch(column -> !text(column).isEmpty());
        return isAnyGiven ? votes : Map.of();
    }

    private void checkVotes(Map<String, Integer> votes) {
        if (votes.isEmpty()) {
            return;
        }
        var sum = votes.values().stream().mapToInt(Integer::intValue).sum();
        var ballots = count(ReviewColumn.BALLOTS_VALID);
        if (ballots.isPresent() && ballots.get() != sum) {
            var terms = String.join(
                    "+", votes.values().stream().map(String::valueOf).toList());
            problems.add(new RowProblem("votes", Code.VOTES_SUM_MISMATCH, "%s ≠ %d".formatted(terms, ballots.get())));
        }
        var voters = member.section() == null ? null : member.section().voters();
        var most = Math.max(sum, ballots.orElse(0));
        if (voters != null && most > voters) {
            problems.add(new RowProblem("votes", Code.VOTES_EXCEED_VOTERS, "%d > %d".formatted(most, voters)));
        }
    }

    private Optional<String> proposal() {
        var text = text(ReviewColumn.PROPOSAL);
        if (LevelNames.saysNone(text)) {
            return Optional.empty();
        }
        var level = tableRules.level(text);
        if (level.isEmpty()) {
            problems.add(new RowProblem("proposal", Code.UNREADABLE_VALUE, text));
        }
        return level;
    }

    private void checkProposal(Optional<String> proposal, @Nullable Classification classification) {
        if (proposal.isEmpty() || classification == null) {
            return;
        }
        var given = text(ReviewColumn.PROPOSAL);
        switch (classification) {
            case Classification.Level(var code, var _, var discretion) -> {
                if (!code.equals(proposal.get())) {
                    problems.add(
                            new RowProblem("proposal", Code.PROPOSAL_NOT_ALLOWED_BY_FACTS, given, discretion == null));
                }
            }
            case Classification.NotClassified _ ->
                problems.add(new RowProblem("proposal", Code.PROPOSAL_FOR_NOT_CLASSIFIED, given));
            case Classification.NoLevelMatches _, Classification.Undecided _ -> {
                // Nothing to compare with: the competent level decides.
            }
        }
    }

    private Optional<BigDecimal> decimal(ReviewColumn column) {
        return parsed(column, Figures.decimal(text(column)));
    }

    private Optional<Integer> count(ReviewColumn column) {
        return parsed(column, Figures.count(text(column)));
    }

    private <T> Optional<T> parsed(ReviewColumn column, Optional<T> value) {
        if (value.isEmpty() && !text(column).isEmpty() && !text(column).equals("-")) {
            unreadable(column);
        }
        return value;
    }

    private void unreadable(ReviewColumn column) {
        var problem = new RowProblem(field(column), Code.UNREADABLE_VALUE, text(column));
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private boolean declares(String fact) {
        return regime.regime().facts().containsKey(fact);
    }

    private void put(String fact, BigDecimal value) {
        if (declares(fact)) {
            facts = facts.with(fact, value);
        }
    }

    private void putFlag(String fact, boolean value) {
        if (declares(fact)) {
            facts = facts.with(fact, value);
        }
    }

    private void putUnknown(String fact) {
        if (declares(fact)) {
            facts = facts.withUnknown(fact);
        }
    }

    private Optional<Cell> cell(ReviewColumn column) {
        return table.cell(row, column).filter(cell -> !cell.text().isBlank());
    }

    private String text(ReviewColumn column) {
        return table.text(row, column);
    }

    /** What stands in the cell; a whole number in a column of points with its decimal, as the sheet shows it. */
    private String shown(ReviewColumn column) {
        var cell = cell(column);
        if (cell.isEmpty() || cell.get().kind() != Cell.Kind.NUMBER) {
            return text(column);
        }
        var text = cell.get().text();
        return text.matches("[+-]?\\d+") ? text + ".0" : text;
    }

    private static String field(ReviewColumn column) {
        return column.field().orElse("");
    }

    /** Digits alone, where the number has any; a number that lost its leading zeros gets them back. */
    private String cardNumber(Cell cell) {
        var digits = cell.text().replaceAll("\\D", "");
        var given = cell.text().strip();
        if (digits.isEmpty()) {
            return given;
        }
        var lost = rules.findRuling(CARD_DIGITS)
                .map(length -> length.wholeNumber() - digits.length())
                .filter(zeros -> cell.kind() == Cell.Kind.NUMBER && zeros > 0 && zeros <= ZEROS_LOST_MAX)
                .orElse(0);
        return "0".repeat(lost) + digits;
    }

    private static Map<String, ReviewColumn> votes() {
        var votes = new LinkedHashMap<String, ReviewColumn>();
        votes.put("HTXS", ReviewColumn.VOTES_HTXS);
        votes.put("HTT", ReviewColumn.VOTES_HTT);
        votes.put("HTN", ReviewColumn.VOTES_HTN);
        votes.put("KHT", ReviewColumn.VOTES_KHT);
        return votes;
    }
}
