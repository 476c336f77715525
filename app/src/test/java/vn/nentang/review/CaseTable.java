package vn.nentang.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.nentang.rulebook.source.Problems;
import vn.nentang.rulebook.source.Section;
import vn.nentang.rulebook.source.SourceText;

/** The tables of rule cases: YAML that people who do not program can read and write. */
public final class CaseTable {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    private CaseTable() {}

    /** Every row of a list of a table; a key nobody asks for fails the test. */
    public static <T> List<T> rows(String file, String list, Function<Section, T> read) {
        var problems = new Problems();
        var table = Section.read(new SourceText(file, text(file)), problems).orElseThrow();
        var rows = new ArrayList<T>();
        for (var section : table.sections(list)) {
            rows.add(read.apply(section));
            section.finish();
        }
        problems.throwIfPresent();
        return rows;
    }

    private static String text(String file) {
        try {
            return Files.readString(CASES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
