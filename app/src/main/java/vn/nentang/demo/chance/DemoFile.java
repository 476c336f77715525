package vn.nentang.demo.chance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.nentang.rulebook.source.Problems;
import vn.nentang.rulebook.source.RefusedSource;
import vn.nentang.rulebook.source.Section;
import vn.nentang.rulebook.source.SourceText;

/** The files the generator draws from. They are part of the program, so a fault in one is a fault of the program. */
public final class DemoFile {

    private DemoFile() {}

    public static <T> T read(String name, Function<Section, T> reader) {
        var problems = new Problems();
        var section = Section.read(new SourceText("demo/" + name, text(name)), problems);
        var read = section.map(s -> {
            var value = reader.apply(s);
            s.finish();
            return value;
        });
        if (!problems.found().isEmpty()) {
            throw new RefusedSource(problems.found());
        }
        return read.orElseThrow();
    }

    /** The rows below the header, each split at its commas. */
    public static List<List<String>> rows(String name) {
        return text(name)
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    private static String text(String name) {
        try (var file = DemoFile.class.getResourceAsStream("/demo/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
