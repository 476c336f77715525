package vn.nentang.rulebook.update;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.nentang.rulebook.source.SourceText;

/** The files of a folder that become a package. */
final class RulePackages {

    private static final int DEPTH = 2;

    private RulePackages() {}

    /** Every rule file of the four folders, by name. */
    static List<SourceText> files(Path folder) throws IOException {
        var texts = new ArrayList<SourceText>();
        try (var files = Files.walk(folder, DEPTH)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                texts.add(new SourceText(name, Files.readString(file)));
            }
        }
        return texts;
    }

    static String digest(SourceText file) {
        return Manifest.digest(file.text().getBytes(StandardCharsets.UTF_8));
    }
}
