package vn.nentang.sheet;

import java.util.List;
import java.util.stream.Stream;

/**
 * Finds text in an old font coding where no font says so: only where it cannot be read as Unicode Vietnamese and reads
 * well once converted, or where the rest of its sheet is in that coding.
 */
final class LegacyText {

    private static final String UNICODE_LATIN = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ";
    private static final int SURE_CELLS_MIN = 5;

    private LegacyText() {}

    /** The sheet with every text in an old coding read as what it means. */
    static Sheet convert(Sheet sheet) {
        if (sheet.rows().stream().noneMatch(row -> row.cells().stream().anyMatch(LegacyText::isSuspect))) {
            return sheet;
        }
        var habit = habitOf(sheet);
        var rows = sheet.rows().stream().map(row -> convert(row, habit)).toList();
        return new Sheet(sheet.name(), sheet.hidden(), rows, sheet.merges());
    }

    /** The coding a font promises, unless the text is plainly Unicode. */
    static Script confirmed(Script promised, String text) {
        if (promised == Script.UNICODE || isBeyondOneByte(text)) {
            return Script.UNICODE;
        }
        var asUnicode = Syllables.score(text);
        return asUnicode > 0 && Syllables.readsWell(text) && Syllables.score(promised.toUnicode(text)) < 0
                ? Script.UNICODE
                : promised;
    }

    /** Letters that a one-byte coding cannot have produced: ạ, ư, ế and their like. */
    static boolean isBeyondOneByte(String text) {
        return text.chars().anyMatch(c -> (c >= 0x100 && c < 0x2000) || c >= 0x3000);
    }

    private static boolean isSuspect(Cell cell) {
        return cell.isText() && cell.script() == Script.UNICODE && hasForeignLetter(cell.text());
    }

    private static boolean hasForeignLetter(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter >= 0xA1 && letter <= 0xFF && UNICODE_LATIN.indexOf(letter) < 0) {
                return true;
            }
        }
        return false;
    }

    private static Row convert(Row row, Script habit) {
        var inRow = row.cells().stream()
                .map(LegacyText::sureScript)
                .filter(s -> s != Script.UNICODE)
                .findFirst();
        var cells = row.cells().stream()
                .map(cell -> convert(cell, inRow.orElse(habit)))
                .toList();
        return new Row(row.number(), row.hidden(), cells);
    }

    private static Cell convert(Cell cell, Script habit) {
        if (!cell.isText() || cell.formula() != null || cell.script() != Script.UNICODE || isPlain(cell.text())) {
            return cell;
        }
        var sure = sureScript(cell);
        if (sure != Script.UNICODE) {
            return cell.as(sure);
        }
        var fits = habit != Script.UNICODE
                && !isBeyondOneByte(cell.text())
                && Syllables.readsWell(habit.toUnicode(cell.text()));
        return fits ? cell.as(habit) : cell;
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** The coding most of the sheet is in, when hardly anything in it is Unicode. */
    private static Script habitOf(Sheet sheet) {
        var texts = sheet.rows().stream().flatMap(row -> row.cells().stream()).toList();
        var unicode = texts.stream().filter(c -> isBeyondOneByte(c.text())).count();
        return Stream.of(Script.TCVN3, Script.VNI_WINDOWS)
                .filter(script -> isHabit(texts, script, unicode))
                .findFirst()
                .orElse(Script.UNICODE);
    }

    private static boolean isHabit(List<Cell> texts, Script script, long unicode) {
        var sure = texts.stream().filter(c -> sureScript(c) == script).count();
        return sure >= SURE_CELLS_MIN && sure > 10 * unicode;
    }

    private static Script sureScript(Cell cell) {
        return isSuspect(cell) ? sureScript(cell.text()) : Script.UNICODE;
    }

    /** The one coding in which a text reads well that does not read so in Unicode; Unicode when in doubt. */
    static Script sureScript(String text) {
        if (isBeyondOneByte(text) || !hasForeignLetter(text) || Syllables.readsWell(text)) {
            return Script.UNICODE;
        }
        var tcvn3 = Syllables.readsWell(Script.TCVN3.toUnicode(text));
        var vni = Syllables.readsWell(Script.VNI_WINDOWS.toUnicode(text));
        if (tcvn3 == vni) {
            return Script.UNICODE;
        }
        return tcvn3 ? Script.TCVN3 : Script.VNI_WINDOWS;
    }
}
