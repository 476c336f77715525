package vn.nentang.rulebook.update;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was taken in, in the folder {@code rules} of the data: the packages as they came, and one small file that says which
 * of them stand, oldest first, and the highest number there ever was. The small file is written last: until then nothing
 * has changed.
 */
final class Installed {

    private static final String FOLDER = "rules";
    private static final Pattern STATE = Pattern.compile("highest ([0-9]{1,9})\nstanding((?: [0-9]{1,9})*)\n");

    private final Path folder;

    private Installed(Path folder) {
        this.folder = folder;
    }

    static Installed below(Path data) {
        return new Installed(data.resolve(FOLDER));
    }

    /** @param standing numbers, oldest first; the last is in force */
    record State(int highest, List<Integer> standing) {
        State {
            standing = List.copyOf(standing);
        }

        static final State NOTHING = new State(0, List.of());

        State with(int edition) {
            var all = new ArrayList<>(standing);
            all.add(edition);
            return new State(Math.max(highest, edition), all);
        }

        State withoutLast() {
            return new State(highest, standing.subList(0, standing.size() - 1));
        }

        private String text() {
            return "highest %d\nstanding%s\n"
                    .formatted(highest, standing.stream().map(n -> " " + n).collect(Collectors.joining()));
        }
    }

    State state() throws IOException {
        if (!Files.exists(stateFile())) {
            return State.NOTHING;
        }
        var text = STATE.matcher(new String(Files.readAllBytes(stateFile()), StandardCharsets.US_ASCII));
        if (!text.matches()) {
            throw new RulesUnusable(
                    "Tệp %s bị hỏng; không rõ bộ quy định nào đang áp dụng.".formatted(stateFile()),
                    "The file %s is damaged; which rules are in force cannot be told.".formatted(stateFile()));
        }
        var standing = text.group(2).isBlank()
                ? List.<Integer>of()
                : Pattern.compile(" ")
                        .splitAsStream(text.group(2).strip())
                        .map(Integer::valueOf)
                        .toList();
        return new State(Integer.parseInt(text.group(1)), standing);
    }

    Path file(int edition) {
        return folder.resolve("%06d.zip".formatted(edition));
    }

    private Path stateFile() {
        return folder.resolve("standing");
    }

    void keep(int edition, byte[] rules) throws IOException {
        Files.createDirectories(folder);
        Whole.write(file(edition), rules);
    }

    void stand(State state) throws IOException {
        Whole.write(stateFile(), state.text().getBytes(StandardCharsets.US_ASCII));
    }
}
