package vn.nentang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Writes what was measured into the page of benchmarks, between two marks of its own. */
final class Figures {

    private final Path page;
    private final String name;

    Figures(Path page, String name) {
        this.page = page;
        this.name = name;
    }

    /** Replaces what the last run wrote. */
    void write(List<String> lines) throws IOException {
        var begin = "<!-- measured: %s -->".formatted(name);
        var end = "<!-- end: %s -->".formatted(name);
        var text = Files.readString(page);
        var from = text.indexOf(begin);
        var until = text.indexOf(end);
        if (from < 0 || until < from) {
            throw new IllegalStateException("%s has no place for %s.".formatted(page, name));
        }
        var written = begin + "\n" + String.join("\n", lines) + "\n\n" + where() + "\n";
        Files.writeString(page, text.substring(0, from) + written + text.substring(until));
        lines.forEach(System.out::println);
    }

    private static String where() throws IOException {
        return "Measured %s at %s on %d cores of %s, %.0f GB of memory, Java %s, load %.1f at the end."
                .formatted(
                        LocalDate.now(Clock.systemDefaultZone()),
                        commit(),
                        Runtime.getRuntime().availableProcessors(),
                        fromFile("/proc/cpuinfo", "model name"),
                        memory(),
                        Runtime.version(),
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage());
    }

    private static double memory() throws IOException {
        var kilobytes = fromFile("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? 0 : Double.parseDouble(kilobytes) / 1_048_576;
    }

    private static String fromFile(String file, String key) throws IOException {
        var path = Path.of(file);
        if (!Files.isReadable(path)) {
            return "an unknown processor";
        }
        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String commit() throws IOException {
        var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        try (var out = git.inputReader()) {
            return String.valueOf(out.readLine());
        }
    }

    /** The middle one, and the least and the greatest in brackets. */
    static String spread(List<Double> runs) {
        var sorted = runs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return "%,.0f (%,.0f–%,.0f)".formatted(median(runs), sorted[0], sorted[sorted.length - 1]);
    }

    static double median(List<Double> runs) {
        var sorted = runs.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
