package vn.nentang.lived;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A round of 60 organisations, 260 cells and 4,000 members through the pages: {@code ./dev round}. Prints how far it is, how
 * long pages took, and ends with an error where the sent report is not what was typed.
 */
public final class RoundAtSize {

    private RoundAtSize() {}

    /**
     * Lives the round in a folder that is not there yet.
     *
     * @param arguments the folder, and after it, if not the whole size is wanted: grassroots bodies, sections, cells, members
     */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var size = arguments.length < 5
                ? Branch.Size.WHOLE
                : new Branch.Size(
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]));
        var seed = System.nanoTime();
        var branch = Branch.of(size);
        say("seed %d, %d organisations, %d cells, %d members"
                .formatted(
                        seed,
                        branch.nodes().size() - branch.cells().size(),
                        branch.cells().size(),
                        size.members()));
        Files.createDirectories(folder);
        Office.in(folder, office -> office.fill(branch));
        say("the folder is filled");
        var from = System.nanoTime();
        try (var server = ServerProcess.on(folder);
                var visitors = new Visitors(server.address())) {
            var walk = new Walk(branch, folder, server, visitors, seed, RoundAtSize::say).killing(kills(size, seed));
            walk.live();
            tell(walk, visitors, Duration.ofNanos(System.nanoTime() - from));
            walk.isAsTyped();
            walk.isSound();
            say("the report is what was typed; the ledger holds; the registers are what it makes of them");
        }
        System.exit(0);
    }

    /** Ten times, spread over the submissions; the database every other time. */
    private static List<Walk.Kill> kills(Branch.Size size, long seed) {
        var random = new Random(seed);
        var about = size.cells() * 7;
        return IntStream.range(0, 10)
                .mapToObj(i -> new Walk.Kill(about * i / 10 + 2 + random.nextInt(Math.max(1, about / 10)), i % 2 == 1))
                .toList();
    }

    private static void tell(Walk walk, Visitors visitors, Duration took) {
        var waits = visitors.waits();
        var waited = waits.stream().mapToLong(Visitors.Wait::millis).sum();
        say("%d pages in %d s, %d forms sent; %.1f pages a second, %.0f ms a page in the browser"
                .formatted(
                        waits.size(),
                        took.toSeconds(),
                        walk.submissions(),
                        waits.size() * 1000.0 / took.toMillis(),
                        (double) waited / waits.size()));
        say("%d kills, %d of them before anything was recorded; %d steps out of order refused"
                .formatted(walk.killed(), walk.cutOff(), walk.skipsRefused()));
        Map<String, List<Long>> byKind = waits.stream()
                .collect(Collectors.groupingBy(
                        Visitors.Wait::page,
                        TreeMap::new,
                        Collectors.mapping(Visitors.Wait::millis, Collectors.toList())));
        byKind.forEach((kind, millis) -> say("  %-60s %5d times, median %5d ms, slowest %6d ms"
                .formatted(
                        kind,
                        millis.size(),
                        median(millis),
                        millis.stream().max(Long::compare).orElse(0L))));
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0L);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
