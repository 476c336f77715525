package vn.nentang.rulebook.update;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.source.Fault;
import vn.nentang.rulebook.source.Problems;
import vn.nentang.rulebook.source.RefusedSource;
import vn.nentang.rulebook.source.Section;
import vn.nentang.rulebook.source.SourceText;

/**
 * What a package says of itself; the one text that is signed.
 *
 * @param edition counts on from package to package, and from the rules the program came with
 * @param program the least version of the program that understands these files
 * @param digests SHA-256 of each file, in hexadecimal, by its name
 */
record Manifest(int edition, LocalDate madeOn, String program, Label note, Map<String, String> digests) {

    static final String NAME = "manifest.yaml";

    private static final String FORMAT = "nentang-rules-1";
    private static final String FILE_NAME = "(instruments|parameters|codes|review)/[a-z0-9]+(-[a-z0-9]+)*\\.yaml";

    Manifest {
        digests = Map.copyOf(digests);
    }

    String text() {
        return """
                format: %s
                edition: %d
                made: %s
                program: %s
                note: {vi: "%s", en: "%s"}
                files:
                %s
                """.formatted(FORMAT, edition, madeOn, program, quoted(note.vi()), quoted(note.en()), files());
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    private String files() {
        return digests.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file -> "  - {name: %s, sha256: %s}".formatted(file.getKey(), file.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Reads it as strictly as a rule file. @throws RefusedSource with every problem */
    static Manifest read(byte[] bytes) {
        var problems = new Problems();
        var text = new SourceText(NAME, new String(bytes, StandardCharsets.UTF_8));
        var manifest = Section.read(text, problems).map(Manifest::of);
        problems.throwIfPresent();
        return manifest.orElseThrow(() -> new RefusedSource(problems.found()));
    }

    private static Manifest of(Section section) {
        if (!section.text("format").equals(FORMAT)) {
            section.refuse("format", Fault.NOT_AN_ALLOWED_WORD, section.textOr("format", ""), FORMAT);
        }
        var manifest = new Manifest(
                edition(section),
                section.date("made"),
                program(section),
                Label.below(section, "note"),
                digests(section));
        section.finish();
        return manifest;
    }

    private static int edition(Section section) {
        var edition = section.integer("edition");
        if (edition < 1) {
            section.refuse("edition", Fault.NOT_A_NUMBER, "" + edition, "1 or more");
        }
        return edition;
    }

    private static String program(Section section) {
        var program = section.text("program");
        if (!program.matches("[0-9]{1,4}(\\.[0-9]{1,4}){2}")) {
            section.refuse("program", Fault.NOT_A_NUMBER, program, "like 0.1.0");
        }
        return program;
    }

    private static Map<String, String> digests(Section section) {
        var digests = new LinkedHashMap<String, String>();
        for (var file : section.sections("files")) {
            var name = file.text("name");
            if (!name.matches(FILE_NAME)) {
                file.refuse("name", Fault.NOT_AN_ALLOWED_WORD, name, FILE_NAME);
            }
            if (digests.putIfAbsent(name, file.text("sha256")) != null) {
                file.refuse("name", Fault.USED_TWICE, name, "each file once");
            }
            file.finish();
        }
        if (digests.isEmpty()) {
            section.refuse("files", Fault.MISSING, "", "at least one file");
        }
        return digests;
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
