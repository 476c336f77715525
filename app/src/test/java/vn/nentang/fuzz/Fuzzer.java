package vn.nentang.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one input for each seed and lets its reader read it. Whatever was made of it, it must be read or refused in words
 * the reader knows, in time, within the memory given, leaving no file behind and none open.
 */
final class Fuzzer {

    /** Far above what a small file takes and far below what a reader may take for the largest. */
    private static final Duration TIME_MAX = Duration.ofSeconds(20);

    /** The last seconds of a run without a failure say little; this many failures say enough. */
    private static final int FINDINGS_MAX = 20;

    private final List<Target> targets;
    private final Path folder;
    /** How often each reader gave each answer. */
    private final Map<String, Integer> answers = new TreeMap<>();

    private final List<Finding> findings = new ArrayList<>();

    /** A seed whose input was neither read nor refused as it should. */
    record Finding(
            long seed, String target, String what, @Nullable Throwable cause) {}

    Fuzzer(List<Target> targets, Path folder) {
        this.targets = List.copyOf(targets);
        this.folder = folder;
    }

    void run(long seed) throws IOException, InterruptedException {
        var mutation = new Mutation(seed);
        var target = targets.get(mutation.random().nextInt(targets.size()));
        var sample =
                target.samples().get(mutation.random().nextInt(target.samples().size()));
        var name = Path.of(sample.fileName()).getFileName().toString();
        var file = Files.write(folder.resolve(name), mutation.of(sample.bytes(), sample.shape()));
        read(seed, target, file);
        look(seed, target, file);
    }

    private void read(long seed, Target target, Path file) throws InterruptedException {
        var task = new FutureTask<>(() -> target.reader().read(file));
        var thread = Thread.ofPlatform().daemon().name("fuzz").start(task);
        try {
            answers.merge(target.name() + ": " + task.get(TIME_MAX.toSeconds(), TimeUnit.SECONDS), 1, Integer::sum);
        } catch (ExecutionException e) {
            findings.add(new Finding(seed, target.name(), String.valueOf(e.getCause()), e.getCause()));
        } catch (TimeoutException _) {
            var where = new Throwable("still here");
            where.setStackTrace(thread.getStackTrace());
            findings.add(new Finding(seed, target.name(), "took more than " + TIME_MAX.toSeconds() + " s", where));
        }
    }

    private void look(long seed, Target target, Path file) throws IOException {
        if (isOpen(file)) {
            findings.add(new Finding(seed, target.name(), "left its file open", null));
        }
        Files.delete(file);
        try (var left = Files.list(folder)) {
            left.forEach(other -> findings.add(new Finding(seed, target.name(), "left " + other, null)));
        }
    }

    /** Only Linux tells; elsewhere nothing is found. */
    private static boolean isOpen(Path file) throws IOException {
        var descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return false;
        }
        try (var open = Files.list(descriptors)) {
            return open.map(Fuzzer::target).anyMatch(file.toAbsolutePath()::equals);
        }
    }

    private static @Nullable Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException _) {
            return null;
        }
    }

    /** What lies in the folder of this machine for temporary files. */
    private static Set<String> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * {@code SECONDS}; or {@code --seed N} to make one input again, and {@code --seed N --count M} for those that follow.
     * Runs in the folder {@code app}, with a folder for temporary files that nobody else uses.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var words = List.of(arguments);
        var folder = Files.createTempDirectory("fuzz");
        var before = temporary();
        var isSound = false;
        try (var targets = new Targets()) {
            var fuzzer = new Fuzzer(targets.all(!words.contains("--own")), folder);
            if (words.contains("--seed")) {
                fuzzer.runAll(after("--seed", words), words.contains("--count") ? after("--count", words) : 1);
            } else {
                fuzzer.runFor(Duration.ofSeconds(Long.parseLong(words.getFirst())));
            }
            fuzzer.tell();
            var left = temporary();
            left.removeAll(before);
            left.forEach(name -> System.out.println("Left behind: " + name));
            isSound = fuzzer.findings.isEmpty() && left.isEmpty();
        }
        Files.delete(folder);
        System.exit(isSound ? 0 : 1);
    }

    private static long after(String option, List<String> words) {
        return Long.parseLong(words.get(words.indexOf(option) + 1));
    }

    private void runFor(Duration time) throws IOException, InterruptedException {
        var first = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE) * 1_000L;
        var end = System.nanoTime() + time.toNanos();
        var seed = first;
        while (System.nanoTime() < end && findings.size() < FINDINGS_MAX) {
            run(seed++);
        }
        System.out.printf("%d inputs, seeds %d to %d%n", seed - first, first, seed - 1);
    }

    private void runAll(long first, long count) throws IOException, InterruptedException {
        for (var seed = first; seed < first + count && findings.size() < FINDINGS_MAX; seed++) {
            run(seed);
        }
    }

    private void tell() {
        answers.forEach((answer, times) -> System.out.printf("%8d  %s%n", times, answer));
        findings.forEach(Fuzzer::print);
    }

    private static void print(Finding finding) {
        System.out.printf("%n%s: %s%n./dev fuzz --seed %d%n", finding.target(), finding.what(), finding.seed());
        if (finding.cause() != null) {
            finding.cause().printStackTrace(System.out);
        }
    }
}
