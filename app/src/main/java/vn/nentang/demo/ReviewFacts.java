package vn.nentang.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.nentang.demo.chance.Dice;
import vn.nentang.review.ReviewEvent.JudgedFact;

/** Facts from which the rules of a regime give the level that was drawn: grades before 2025, points and tasks since. */
final class ReviewFacts {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Dice dice;

    ReviewFacts(Dice dice) {
        this.dice = dice;
    }

    private static final class Facts {
        private final List<JudgedFact> all = new ArrayList<>();

        Facts with(String name, Object value) {
            all.add(new JudgedFact(name, String.valueOf(value)));
            return this;
        }
    }

    /** @param disciplined why the lowest level was given; otherwise it was the work */
    List<JudgedFact> member(String regime, Level level, boolean disciplined) {
        var facts = switch (regime) {
            case "QD132" -> graded132(level, disciplined);
            case "QD124" -> graded(level, disciplined);
            case "QD366" -> scored(level, disciplined);
            default -> throw new IllegalArgumentException("No facts for the regime " + regime);
        };
        return facts.with("admittedTooRecently", false).all;
    }

    /** What the members of a cell, or the cells of a body, were given. */
    record Below(int assessed, int completedUp, int goodUp, int notCompleted) {}

    List<JudgedFact> organization(String regime, Level level, Below below) {
        return switch (regime) {
            case "QD132" -> organization132(level, below).all;
            case "QD124" ->
                graded(level, false)
                        .with("outstandingExample", level == Level.HTXS)
                        .with("disciplinedBelow", 0)
                        .all;
            case "QD366" -> scored(level, false).with("disciplinedBelow", 0).all;
            default -> throw new IllegalArgumentException("No facts for the regime " + regime);
        };
    }

    private Facts graded132(Level level, boolean disciplined) {
        var facts = new Facts()
                .with("lowestTaskGrade", taskGrade(level))
                .with("lowestOtherGrade", otherGrade(level))
                .with("quantifiedProducts", level == Level.HTXS)
                .with("tasksDonePct", level == Level.KHT && !disciplined ? dice.between(35, 49) : tasksDone(level));
        return disciplined ? facts.with("disciplined", true) : facts;
    }

    private int tasksDone(Level level) {
        return level == Level.HTXS ? 100 : dice.between(82, 100);
    }

    private Facts organization132(Level level, Below below) {
        return new Facts()
                .with("lowestTaskGrade", taskGrade(level))
                .with("lowestOtherGrade", otherGrade(level))
                .with("partyBuildingGrade", taskGrade(level))
                .with("outstandingExample", level == Level.HTXS)
                .with("targetsDonePct", tasksDone(level))
                .with("belowAssessed", below.assessed())
                .with("belowHtnUp", below.completedUp())
                .with("belowHttUp", below.goodUp())
                .with("belowKht", below.notCompleted());
    }

    private Facts graded(Level level, boolean disciplined) {
        var work = level == Level.KHT && !disciplined;
        var facts = new Facts()
                .with("lowestGrade", work ? "KEM" : otherGrade(level))
                .with("lowestTaskGrade", work ? "KEM" : taskGrade(level));
        return disciplined ? facts.with("disciplined", true) : facts;
    }

    private static String taskGrade(Level level) {
        return switch (level) {
            case HTXS -> "XUAT_SAC";
            case HTT -> "TOT";
            case HTN, KHT -> "TRUNG_BINH";
        };
    }

    private String otherGrade(Level level) {
        return switch (level) {
            case HTXS -> "TOT";
            case HTT -> dice.chance(0.8) ? "TOT" : "TRUNG_BINH";
            case HTN, KHT -> "TRUNG_BINH";
        };
    }

    /** Half points, so that the two parts add up exactly. */
    private Facts scored(Level level, boolean disciplined) {
        var total = switch (level) {
            case HTXS -> dice.between(181, 193);
            case HTT -> dice.between(145, 178);
            case HTN -> dice.between(111, 138);
            case KHT -> disciplined ? dice.between(111, 138) : dice.between(70, 97);
        };
        var common = Math.clamp(total * 3L / 10 + dice.between(-2, 2), Math.max(0, total - 140), 60);
        var facts = new Facts()
                .with("score", points(total))
                .with("scoreG1", points(common))
                .with("scoreG2", points(total - common));
        tasks(facts, level, disciplined);
        return disciplined ? facts.with("disciplinedForDuty", true) : facts;
    }

    private static BigDecimal points(int halves) {
        return HALF.multiply(BigDecimal.valueOf(halves));
    }

    private void tasks(Facts facts, Level level, boolean disciplined) {
        var good = level == Level.HTXS || level == Level.HTT;
        facts.with("tasksDonePct", level == Level.KHT && !disciplined ? dice.between(38, 49) : 100)
                .with("tasksOnTimePct", good ? 100 : dice.between(82, 97))
                .with("tasksExceedingPct", level == Level.HTXS ? dice.between(30, 45) : dice.between(0, 29))
                .with("qualityOk", level != Level.KHT);
    }
}
