package vn.nentang.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.nentang.review.Cap;
import vn.nentang.review.Classification;
import vn.nentang.review.Classifier;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.Facts;
import vn.nentang.rulebook.regime.RegimeOn;

/** Members classified in a second, with every condition and its article, in memory; and one page of 300 with its caps. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class ReviewBenchmark {

    private static final int MEMBERS = 150_000;
    private static final int PAGE = 300;
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private final Rulebook rules = Rulebook.load();
    private final RegimeOn regime = rules.findRegime(LAST_DAY).orElseThrow();
    private final List<Subject> members = new ArrayList<>(MEMBERS);

    private record Subject(String kind, Facts facts, int score, int done, int onTime, int exceeding, boolean quality) {}

    @Setup
    public void makeUp() {
        var random = new Random(1);
        for (int i = 0; i < MEMBERS; i++) {
            var score = 45 + random.nextInt(56);
            var done = 40 + random.nextInt(61);
            var onTime = 60 + random.nextInt(41);
            var exceeding = random.nextInt(60);
            var quality = random.nextInt(10) > 0;
            var facts = Facts.NONE
                    .with("score", score)
                    .with("tasksDonePct", done)
                    .with("tasksOnTimePct", onTime)
                    .with("tasksExceedingPct", exceeding)
                    .with("qualityOk", quality);
            var kind = random.nextInt(5) == 0 ? "leader" : "non-leader";
            members.add(new Subject(kind, facts, score, done, onTime, exceeding, quality));
        }
    }

    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public Map<String, Integer> classifiedByNenTang() {
        return classify(members);
    }

    private Map<String, Integer> classify(List<Subject> some) {
        var counts = new HashMap<String, Integer>();
        for (var member : some) {
            var found = Classifier.classify(regime, member.kind(), member.facts());
            counts.merge(found instanceof Classification.Level level ? level.code() : "-", 1, Integer::sum);
        }
        return counts;
    }

    /** As a spreadsheet's nested IF does it: a level from five numbers, no article, no missing fact, no other year. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public Map<String, Integer> classifiedByNestedIf() {
        var counts = new HashMap<String, Integer>();
        for (var m : members) {
            counts.merge(nestedIf(m), 1, Integer::sum);
        }
        return counts;
    }

    private static String nestedIf(Subject m) {
        if (m.score() < 50 || m.done() < 50) {
            return "KHT";
        }
        if (m.score() >= 90 && m.done() == 100 && m.onTime() == 100 && m.exceeding() >= 30 && m.quality()) {
            return "HTXS";
        }
        if (m.score() >= 70 && m.done() == 100 && m.onTime() >= 80 && m.quality()) {
            return "HTT";
        }
        return m.done() >= 70 ? "HTN" : "-";
    }

    /** What stands behind one page: 300 members and the cap of the top level. Pages a second. */
    @Benchmark
    public Object pageOf300WithCaps() {
        var counts = classify(members.subList(0, PAGE));
        var rule = regime.cap("non-leader").orElseThrow();
        return Cap.of(
                rule, rules.on(LAST_DAY), counts.getOrDefault(rule.top(), 0), counts.getOrDefault(rule.base(), 0));
    }
}
