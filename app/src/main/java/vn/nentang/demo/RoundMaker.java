package vn.nentang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nentang.demo.chance.Dice;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.Standing;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent;
import vn.nentang.review.round.RoundEvent.Attendance;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.Deadlines;
import vn.nentang.review.round.RoundEvent.DossierReturned;
import vn.nentang.review.round.RoundEvent.DossierSubmitted;
import vn.nentang.review.round.RoundEvent.Group;
import vn.nentang.review.round.RoundEvent.Line;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.OrganizationSelfReviewed;
import vn.nentang.review.round.RoundEvent.Passage;
import vn.nentang.review.round.RoundEvent.Proposal;
import vn.nentang.review.round.RoundEvent.RemarkRecorded;
import vn.nentang.review.round.RoundEvent.RoundOpened;
import vn.nentang.review.round.RoundEvent.SelfReview;
import vn.nentang.review.round.RoundEvent.Votes;

/**
 * The round of the last year told of, as it stands half-way: one cell has begun, some have handed in their papers, one had
 * them given back.
 */
final class RoundMaker {

    static final int YEAR = Story.END.getYear();
    static final LocalDate OPENED = LocalDate.of(YEAR, 10, 12);
    private static final LocalDate REVIEWED = LocalDate.of(YEAR, 10, 20);
    private static final LocalDate MET = LocalDate.of(YEAR, 10, 26);
    private static final LocalDate REMARKED = LocalDate.of(YEAR, 10, 27);
    private static final LocalDate HANDED_IN = LocalDate.of(YEAR, 10, 28);
    private static final LocalDate RETURNED = LocalDate.of(YEAR, 10, 30);
    private static final double HANDED_IN_EARLY = 0.4;

    private final long seed;

    RoundMaker(long seed) {
        this.seed = seed;
    }

    /** How far a cell has come. */
    enum Reach {
        BEGUN,
        RETURNED,
        HANDED_IN
    }

    /** What happens on one day to one organisation's papers. */
    record Day(LocalDate on, List<RoundEvent> events) {
        Day {
            events = List.copyOf(events);
        }
    }

    static RoundOpened opening(OrganizationId body, String regime) {
        return new RoundOpened(
                body,
                YEAR,
                regime,
                List.of(
                        new Group("command", "Chỉ huy, lãnh đạo, quản lý", List.of("leader")),
                        new Group("others", "Không giữ chức vụ", List.of("non-leader", "outside"))),
                new Deadlines(LocalDate.of(YEAR, 11, 20), LocalDate.of(YEAR, 11, 30), LocalDate.of(YEAR, 12, 20)));
    }

    /** The papers of one cell, day by day, as far as they have come. */
    List<Day> days(Place cell, Reach reach) {
        var dice = Dice.of(seed, "round " + cell.organization().id());
        var days = new ArrayList<Day>();
        days.add(new Day(REVIEWED, selfReviews(cell, reach, dice)));
        if (reach == Reach.BEGUN) {
            return days;
        }
        var scores = days.getFirst();
        days.add(new Day(MET, List.of(meeting(cell, scores.events()))));
        days.add(new Day(REMARKED, remarksOfElsewhere(cell)));
        days.add(new Day(
                HANDED_IN, List.of(new DossierSubmitted(cell.organization().id(), YEAR))));
        if (reach == Reach.RETURNED) {
            days.add(new Day(RETURNED, List.of(returned(cell))));
        }
        return days;
    }

    private static DossierReturned returned(Place cell) {
        var by = cell.decider() == null
                ? cell.organization().id()
                : cell.decider().id();
        return new DossierReturned(
                cell.organization().id(), YEAR, by, "Biên bản chưa ghi ý kiến của các đồng chí vắng mặt");
    }

    private static List<RoundEvent> selfReviews(Place cell, Reach reach, Dice dice) {
        var events = new ArrayList<RoundEvent>();
        for (var person : cell.roll().keySet()) {
            if (cell.isReviewed(person) && (reach != Reach.BEGUN || dice.chance(HANDED_IN_EARLY))) {
                var review = selfReview(cell, person, dice);
                events.add(review);
                if (reach != Reach.BEGUN && !review.kind().equals("outside")) {
                    events.add(remark(cell, person));
                }
            }
        }
        if (reach != Reach.BEGUN) {
            events.add(new OrganizationSelfReviewed(
                    cell.organization().id(), YEAR, new SelfReview(facts(27, 58, 10), List.of(), words(), "HTT")));
        }
        return events;
    }

    private static MemberSelfReviewed selfReview(Place cell, PersonId person, Dice dice) {
        var kind = dice.chance(0.2) ? "leader" : "non-leader";
        var top = dice.chance(0.15);
        var facts = facts(dice.between(25, 30), top ? dice.between(65, 69) : dice.between(50, 59), top ? 35 : 10);
        return new MemberSelfReviewed(
                cell.organization().id(),
                YEAR,
                person,
                kind,
                kind.equals("leader") ? "command" : "others",
                new SelfReview(facts, List.of(), words(), top ? "HTXS" : "HTT"));
    }

    /** Who takes part elsewhere for a time brings the remark of that cell. */
    private static List<RoundEvent> remarksOfElsewhere(Place cell) {
        return cell.roll().values().stream()
                .filter(line -> line.standing() == Standing.TEMPORARY_ELSEWHERE)
                .<RoundEvent>map(line -> new RemarkRecorded(
                        cell.organization().id(),
                        YEAR,
                        line.person(),
                        "temporary",
                        true,
                        "Tham gia sinh hoạt đầy đủ, hoàn thành nhiệm vụ được giao"))
                .toList();
    }

    private static RemarkRecorded remark(Place cell, PersonId person) {
        return new RemarkRecorded(
                cell.organization().id(), YEAR, person, "residence", false, "Ở doanh trại, không lấy nhận xét định kỳ");
    }

    private static List<JudgedFact> facts(int common, int tasks, int exceeding) {
        return List.of(
                new JudgedFact("scoreG1", String.valueOf(common)),
                new JudgedFact("scoreG2", String.valueOf(tasks)),
                new JudgedFact("tasksDonePct", "100"),
                new JudgedFact("tasksOnTimePct", "100"),
                new JudgedFact("tasksExceedingPct", String.valueOf(exceeding)),
                new JudgedFact("qualityOk", "true"));
    }

    private static List<Passage> words() {
        return List.of(
                new Passage("strengths", "Hoàn thành các nhiệm vụ được giao; chấp hành nghiêm kỷ luật."),
                new Passage("shortcomings", "Tham gia ý kiến trong sinh hoạt chưa nhiều."));
    }

    private static CellMet meeting(Place cell, List<RoundEvent> said) {
        var present = Math.max(1, cell.base() - 1);
        var lines = cell.roll().keySet().stream()
                .map(person -> new Line(person, proposal(cell, person, said, present)))
                .toList();
        var attendance = new Attendance(cell.base(), present, "Bí thư chi bộ", "Thư ký hội nghị");
        return new CellMet(cell.organization().id(), YEAR, attendance, lines, votes("HTT", present));
    }

    private static Proposal proposal(Place cell, PersonId person, List<RoundEvent> said, int present) {
        return cell.exclusion(person)
                .map(reason -> new Proposal(List.of(), List.of(), 0, reason, null))
                .orElseGet(() -> votes(asked(person, said), present));
    }

    private static String asked(PersonId person, List<RoundEvent> said) {
        return said.stream()
                .flatMap(event ->
                        event instanceof MemberSelfReviewed m && m.person().equals(person)
                                ? Stream.ofNullable(m.review().level())
                                : Stream.empty())
                .findFirst()
                .orElse("HTT");
    }

    private static Proposal votes(String level, int present) {
        return new Proposal(List.of(), List.of(new Votes(level, present)), 0, level, null);
    }
}
