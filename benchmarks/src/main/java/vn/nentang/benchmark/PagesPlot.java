package vn.nentang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nentang.benchmark.PageReader.Kind;

/** How each kind of page grows with the nation, a small picture for each beside its aim; both ways by powers of ten. */
final class PagesPlot {

    private static final List<Integer> MILLISECONDS = List.of(1, 10, 100, 1_000);
    private static final Map<Double, String> MEMBERS =
            new TreeMap<>(Map.of(1e4, "10 000", 1e5, "100 000", 1e6, "1 million", 5.6e6, "5.6 million"));
    private static final int COLUMNS = 3;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 210;
    private static final int LEFT = 58;
    private static final int RIGHT = 300;
    private static final int TOP = 34;
    private static final int BOTTOM = 174;

    private final Map<Kind, SortedMap<Long, Double>> lines = new EnumMap<>(Kind.class);

    void add(Kind kind, long members, double milliseconds) {
        lines.computeIfAbsent(kind, _ -> new TreeMap<>()).put(members, milliseconds);
    }

    void write(Path picture) throws IOException {
        var kinds = List.copyOf(lines.keySet());
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="Be Vietnam Pro, Segoe UI, sans-serif" \
                font-size="12" role="img" aria-label="Milliseconds of 95 of a hundred pages by members of the nation, beside the aim">
                <rect width="100%%" height="100%%" fill="#faf6ef"/>
                """.formatted(COLUMNS * WIDTH, (kinds.size() + COLUMNS - 1) / COLUMNS * HEIGHT));
        for (int i = 0; i < kinds.size(); i++) {
            svg.append("<g transform=\"translate(%d %d)\">%n".formatted(i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT))
                    .append(panel(kinds.get(i)))
                    .append("</g>\n");
        }
        Files.createDirectories(picture.toAbsolutePath().getParent());
        Files.writeString(picture, svg.append("</svg>\n"));
    }

    private String panel(Kind kind) {
        var line = lines.getOrDefault(kind, new TreeMap<>());
        return "<text x=\"%d\" y=\"18\" font-size=\"14\" fill=\"#1f1b16\">%s</text>%n".formatted(LEFT, kind.title())
                + grid()
                + "<path d=\"M%d %.1fH%d\" stroke=\"#8b1a23\" stroke-dasharray=\"4 4\"/>%n"
                        .formatted(LEFT, y(kind.aim()), RIGHT)
                + "<text x=\"%d\" y=\"%.1f\" fill=\"#8b1a23\" text-anchor=\"end\">aim %d</text>%n"
                        .formatted(RIGHT, y(kind.aim()) - 4, kind.aim())
                + "<polyline fill=\"none\" stroke=\"#1f1b16\" stroke-width=\"2\" points=\"%s\"/>%n"
                        .formatted(line.entrySet().stream()
                                .map(point -> "%.1f,%.1f".formatted(x(point.getKey()), y(point.getValue())))
                                .collect(Collectors.joining(" ")))
                + line.entrySet().stream()
                        .map(point -> point(point.getKey(), point.getValue()))
                        .collect(Collectors.joining());
    }

    private static String point(double members, double milliseconds) {
        return "<circle cx=\"%1$.1f\" cy=\"%2$.1f\" r=\"3.5\" fill=\"#1f1b16\"/>%n<text x=\"%1$.1f\" y=\"%3$.1f\" text-anchor=\"middle\" fill=\"#1f1b16\">%4$,.0f</text>%n"
                .formatted(x(members), y(milliseconds), y(milliseconds) - 9, milliseconds);
    }

    private static String grid() {
        var grid = new StringBuilder();
        for (var milliseconds : MILLISECONDS) {
            grid.append(
                    "<path d=\"M%1$d %3$.1fH%2$d\" stroke=\"#e3dacb\"/>%n<text x=\"%4$d\" y=\"%5$.1f\" text-anchor=\"end\" fill=\"#5c5348\">%6$,d ms</text>%n"
                            .formatted(LEFT, RIGHT, y(milliseconds), LEFT - 4, y(milliseconds) + 4, milliseconds));
        }
        MEMBERS.forEach((members, name) -> grid.append(
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"10\" fill=\"#5c5348\">%s</text>%n"
                        .formatted(x(members), BOTTOM + 16, name)));
        return grid.toString();
    }

    private static double x(double members) {
        return LEFT + 20 + (RIGHT - LEFT - 40) * Math.log(members / 1e4) / Math.log(560);
    }

    private static double y(double milliseconds) {
        return BOTTOM - (BOTTOM - TOP) * Math.log10(Math.max(milliseconds, 1)) / 3;
    }
}
