package vn.nentang.shell.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nentang.review.ReportTable;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReport.GroupCap;
import vn.nentang.review.ReviewReport.Row;

/** The summary of a year as tables for a window of 100 columns: one block each for grassroots, cells and members. */
final class ReportText {

    private static final int NAME_CHARS = 40;
    private static final int COLUMN_CHARS = 7;

    private final ReviewReport report;
    private final ReportTable table;
    private final PrintWriter out;

    ReportText(ReviewReport report, PrintWriter out) {
        this.report = report;
        this.table = new ReportTable(report);
        this.out = out;
    }

    void print() {
        out.printf("%s · %d%n", report.organization().name(), report.year());
        out.println(Optional.ofNullable(report.source())
                .map(source -> "%s (%s)".formatted(source, report.asOf()))
                .orElse("Không có quy định cho năm này / no regulation for this year"));
        out.println(
                "x.loại: được xếp loại / classified; k.xếp: không xếp loại / not classified; chưa: chưa ghi / no result");
        table.blocks().forEach(this::block);
        report.caps().forEach(this::cap);
        report.organizationCaps().forEach(this::cap);
    }

    private void block(ReportTable.Block block) {
        out.println();
        out.println(title(block.subject()));
        var columns = block.columns().stream()
                .filter(c -> !c.startsWith("reason.") && !c.equals("undecided"))
                .toList();
        out.println(line("", heads(columns)));
        for (var row : table.rows().stream().filter(r -> isShown(block, r)).toList()) {
            out.println(line(row.organization().name(), numbers(block, row, columns)));
        }
        out.println(line("% của số được xếp loại / of those classified", shares(block, columns)));
        legend(block);
    }

    /** An organisation with nothing to count in this block is left out; the total stands always. */
    private boolean isShown(ReportTable.Block block, Row row) {
        return row.equals(report.total()) || block.tally().apply(row).total() > 0;
    }

    private static String title(String subject) {
        return switch (subject) {
            case "grassroots" -> "TỔ CHỨC CƠ SỞ ĐẢNG / GRASSROOTS ORGANISATIONS";
            case "cells" -> "CHI BỘ TRỰC THUỘC / CELLS";
            default -> "ĐẢNG VIÊN / MEMBERS";
        };
    }

    private static List<String> heads(List<String> columns) {
        var heads = new ArrayList<String>();
        columns.forEach(column -> heads.add(
                switch (column) {
                    case "total" -> "tổng";
                    case "classified" -> "x.loại";
                    default -> column.substring("level.".length());
                }));
        heads.add("k.xếp");
        heads.add("chưa");
        return heads;
    }

    private static List<String> numbers(ReportTable.Block block, Row row, List<String> columns) {
        var tally = block.tally().apply(row);
        var numbers = new ArrayList<String>();
        columns.forEach(column -> numbers.add(String.valueOf(block.number(row, column))));
        numbers.add(String.valueOf(tally.unclassified()));
        numbers.add(String.valueOf(tally.undecided()));
        return numbers;
    }

    private List<String> shares(ReportTable.Block block, List<String> columns) {
        var classified = block.tally().apply(report.total()).classified();
        return columns.stream()
                .map(column -> classified == 0 || !block.hasShare(column)
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", 100.0 * block.number(report.total(), column) / classified))
                .toList();
    }

    /** Why some have no level. */
    private void legend(ReportTable.Block block) {
        var reasons = block.tally().apply(report.total()).notClassified();
        reasons.forEach((code, number) -> out.printf("  %s: %d%n", code, number));
    }

    /** A name too long for its column keeps its own line. */
    private static String line(String name, List<String> columns) {
        var line = new StringBuilder();
        if (name.length() > NAME_CHARS) {
            line.append(name).append(System.lineSeparator()).append(" ".repeat(NAME_CHARS));
        } else {
            line.append(name).append(" ".repeat(NAME_CHARS - name.length()));
        }
        columns.forEach(text -> line.append(" ".repeat(Math.max(1, COLUMN_CHARS - text.length())))
                .append(text));
        return line.toString().stripTrailing();
    }

    private void cap(GroupCap group) {
        var cap = group.cap();
        var name = group.group().isEmpty() ? "tất cả / all" : group.group();
        var raised = cap.raised();
        var limit = group.raisedByDecision() && raised != null ? raised : cap.limit();
        out.printf(
                "%n%s/%s, %s: %d/%d%s; trên cả hai / of both: %d/%d%s%n",
                cap.topCode(),
                cap.baseCode(),
                name,
                cap.top(),
                cap.base(),
                cap.ratio().map(ReportText::percent).orElse(""),
                cap.top(),
                cap.top() + cap.base(),
                cap.ratioOfBoth().map(ReportText::percent).orElse(""));
        out.printf(
                "  tối đa / limit%s: %s [%s]%n",
                percent(limit.number()),
                group.isExceeded() ? "vượt / exceeded by " + group.excess() : "trong giới hạn / within the limit",
                limit.source());
    }

    private static String percent(BigDecimal share) {
        return " %s %%".formatted(share.movePointRight(2).stripTrailingZeros().toPlainString());
    }
}
