package vn.nentang.membership.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.nentang.membership.intake.RosterCheck.Importable;
import vn.nentang.membership.intake.RosterCheck.MemberRow;
import vn.nentang.membership.intake.RosterCheck.Notice;
import vn.nentang.membership.intake.RosterCheck.SheetPart;
import vn.nentang.membership.intake.RosterCheck.Table;
import vn.nentang.sheet.Limits;
import vn.nentang.sheet.Reading;
import vn.nentang.sheet.RefusalReason;
import vn.nentang.sheet.Script;
import vn.nentang.sheet.Sheet;
import vn.nentang.sheet.SheetReader;
import vn.nentang.sheet.Workbook;

/**
 * Checks an office's roster: reads the whole file, then says for every person what was read and what is wrong with it.
 * Records nothing, so that the same file can be checked again after each correction.
 */
public final class RosterIntake {

    private final IntakeContext context;
    private final CellNames cells;
    private final List<SheetPart> parts = new ArrayList<>();
    private final List<Duplicates.Draft> drafts = new ArrayList<>();

    private RosterIntake(IntakeContext context) {
        this.context = context;
        this.cells = new CellNames(context.cells());
    }

    /** Checks a file in bounded memory and time. @throws IOException when the disk fails, never for what the file holds */
    public static RosterCheck check(Path file, IntakeContext context) throws IOException {
        return check(SheetReader.read(file, Limits.standard()), context);
    }

    /** Checks what was already read of a file. */
    public static RosterCheck check(Reading reading, IntakeContext context) {
        return switch (reading) {
            case Reading.Refused(var reason, var vi, var en) -> refused(reason, vi, en);
            case Reading.Read(var workbook) -> new RosterIntake(context).check(workbook);
        };
    }

    private static RosterCheck.Refused refused(RefusalReason reason, String vi, String en) {
        return new RosterCheck.Refused(reason, (reason.vi() + " " + vi).strip(), (reason.en() + " " + en).strip());
    }

    private RosterCheck check(Workbook workbook) {
        workbook.sheets().forEach(this::sheet);
        if (parts.stream().noneMatch(SheetPart::hasMembers)) {
            return refused(RefusalReason.NO_MEMBER_TABLE, "", "");
        }
        if (drafts.isEmpty()) {
            return refused(RefusalReason.NO_DATA_ROWS, "", "");
        }
        var found = Duplicates.in(drafts);
        return new Importable(workbook.text(), notices(workbook), parts, found.groups(), found.rows());
    }

    private void sheet(Sheet sheet) {
        var tables = new ArrayList<Table>();
        for (var found : TableScan.of(sheet, cells, context.rules().form())) {
            found.persons().forEach(person -> person(sheet, found, person));
            tables.add(table(found));
        }
        parts.add(new SheetPart(sheet.name(), tables));
    }

    private void person(Sheet sheet, TableScan.Found table, TableScan.Person person) {
        var read = RowReader.read(context, cells, table, person);
        var known = context.known().like(read.record());
        var row = new MemberRow(sheet.name(), person.row().number(), read.record(), read.problems(), null, known);
        drafts.add(new Duplicates.Draft(row, read.name(), read.citizenId()));
    }

    private static Table table(TableScan.Found found) {
        var persons = found.persons();
        var title = found.title();
        return new Table(
                found.header().rows(),
                found.columns().asMap(),
                found.form().asMap(),
                persons.size(),
                persons.isEmpty() ? 0 : persons.getFirst().row().number(),
                persons.isEmpty() ? 0 : persons.getLast().row().number(),
                title == null ? null : title.shown(),
                found.others());
    }

    private static List<Notice> notices(Workbook workbook) {
        var converted = workbook.sheets().stream()
                .filter(RosterIntake::isConverted)
                .map(sheet -> String.valueOf(sheet.name()))
                .toList();
        return converted.isEmpty() ? List.of() : List.of(new Notice(ProblemCode.LEGACY_ENCODING, converted));
    }

    private static boolean isConverted(Sheet sheet) {
        return sheet.rows().stream()
                .anyMatch(row -> row.cells().stream().anyMatch(cell -> cell.script() != Script.UNICODE));
    }
}
