package vn.nentang.fuzz;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.nentang.fuzz.Mutation.Shape;
import vn.nentang.fuzz.Target.Sample;
import vn.nentang.kernel.PartialDate;
import vn.nentang.ledger.LedgerDamaged;
import vn.nentang.ledger.UnknownEventType;
import vn.nentang.membership.intake.IntakeContext;
import vn.nentang.membership.intake.ProblemWorkbook;
import vn.nentang.membership.intake.RosterCheck;
import vn.nentang.membership.intake.RosterCheckJson;
import vn.nentang.membership.intake.RosterFiles;
import vn.nentang.membership.intake.RosterIntake;
import vn.nentang.review.published.PublishedSummaries;
import vn.nentang.review.published.SummaryJson;
import vn.nentang.review.workbook.ReviewSheetJson;
import vn.nentang.review.workbook.ReviewWorkbookCheck;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.source.RefusedSource;
import vn.nentang.rulebook.source.SourceText;
import vn.nentang.rulebook.update.RulePackage;
import vn.nentang.sheet.Limits;
import vn.nentang.sheet.Reading;
import vn.nentang.sheet.SheetReader;
import vn.nentang.shell.MachineJson;
import vn.nentang.shell.web.AsOf;
import vn.nentang.simulation.World;

/** Every reader of what comes from outside, with what it may answer. */
final class Targets implements AutoCloseable {

    private static final int REVIEW_YEAR = 2025;
    private static final Path RULES = Path.of("src", "main", "resources", "rulebook");

    private final IntakeContext intake = RosterFiles.context();
    private final World world = new World();

    /** All of them; with the files beside the checkout, where they are there, if asked for. */
    List<Target> all(boolean withGiven) throws IOException {
        return List.of(
                new Target("roster", tables("roster.csv", withGiven ? "rosters" : ""), this::roster),
                new Target("review workbook", tables("review.csv", withGiven ? "reviews" : ""), Targets::review),
                new Target(
                        "published results",
                        List.of(Samples.text("published.yaml"), Samples.text("published.md")),
                        Targets::published),
                new Target("rule files", ruleFiles(), Targets::rules),
                new Target("rule package", List.of(Samples.rulePackage()), Targets::rulePackage),
                new Target("ledger archive", List.of(Samples.archive(world.base)), this::archive),
                new Target("typed dates", List.of(Samples.text("dates.txt")), Targets::dates));
    }

    private static List<Sample> tables(String kept, String given) throws IOException {
        var samples = new ArrayList<>(Samples.table(kept));
        if (!given.isEmpty()) {
            samples.addAll(Samples.given(given));
        }
        return samples;
    }

    /** As the page does it: checked, told, and sent back with the problems beside the rows. */
    private String roster(Path file) throws IOException {
        var reading = SheetReader.read(file, Limits.standard());
        var check = RosterIntake.check(reading, intake);
        told(RosterCheckJson.of("tệp", check, intake));
        return switch (check) {
            case RosterCheck.Refused refused -> refused.reason().code();
            case RosterCheck.Importable importable -> {
                if (reading instanceof Reading.Read(var workbook)) {
                    ProblemWorkbook.write(workbook, importable, OutputStream.nullOutputStream());
                }
                yield "read";
            }
        };
    }

    private static void told(Object json) {
        if (MachineJson.write(json).isEmpty()) {
            throw new AssertionError("Nothing is told of the file");
        }
    }

    private static String review(Path file) throws IOException {
        var outcome = ReviewWorkbookCheck.check(file, REVIEW_YEAR, World.RULEBOOK);
        told(ReviewSheetJson.of(outcome));
        return switch (outcome) {
            case ReviewWorkbookCheck.Outcome.Checked _ -> "read";
            case ReviewWorkbookCheck.Outcome.Refused refused -> refused.reason();
        };
    }

    private static String published(Path file) throws IOException {
        var reading = PublishedSummaries.read(file, World.RULEBOOK);
        told(SummaryJson.of(reading));
        return switch (reading) {
            case PublishedSummaries.Reading.Read _ -> "read";
            case PublishedSummaries.Reading.Refused _ -> "refused";
        };
    }

    private static List<Sample> ruleFiles() throws IOException {
        var samples = new ArrayList<Sample>();
        for (var name : Files.readAllLines(RULES.resolve("index.txt"))) {
            samples.add(new Sample(name, Shape.LINES, Files.readAllBytes(RULES.resolve(name))));
        }
        return samples;
    }

    /** One file of the rulebook made worse, the others as they are: what cites it must notice. */
    private static String rules(Path file) throws IOException {
        var damaged = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        var texts = new ArrayList<SourceText>();
        for (var name : Files.readAllLines(RULES.resolve("index.txt"))) {
            var isDamaged = name.endsWith("/" + file.getFileName());
            texts.add(new SourceText(name, isDamaged ? damaged : Files.readString(RULES.resolve(name))));
        }
        try {
            Rulebook.of(texts);
            return "read";
        } catch (RefusedSource refused) {
            return "refused";
        }
    }

    private static String rulePackage(Path file) throws IOException {
        return switch (RulePackage.read(file, List.of(Samples.signer()))) {
            case RulePackage.Reading.Read _ -> "read";
            case RulePackage.Reading.Refused(var reasons) -> reasons.getFirst().code();
        };
    }

    /** Everything goes afterwards, so that each archive meets an empty ledger. */
    private String archive(Path file) {
        var answer = taken(file);
        if (world.base.ledger.size() > 0) {
            var registers = world.base.registers.tables().stream().map(table -> "register." + table);
            world.base.tamper(
                    "TRUNCATE ledger.entry, ledger.entry_subject, " + registers.collect(Collectors.joining(", ")));
        }
        return answer;
    }

    private String taken(Path file) {
        try {
            world.base.archive.importFrom(file, (_, _, _) -> {});
            return "read";
        } catch (LedgerDamaged damaged) {
            return "refused";
        } catch (UnknownEventType unknown) {
            return "of another version";
        } catch (IOException e) {
            throw new AssertionError("Told as a failure of the disk", e);
        }
    }

    private static String dates(Path file) throws IOException {
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(Targets::date);
        return "read";
    }

    private static void date(String text) {
        AsOf.day(text);
        try {
            PartialDate.parse(text);
        } catch (DateTimeException _) {
            return;
        }
    }

    @Override
    public void close() {
        world.close();
    }
}
