package vn.nentang.shell.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.Act;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.RoundDesk;
import vn.nentang.review.round.RoundEvent;
import vn.nentang.review.round.RoundEvent.Attendance;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.Deadlines;
import vn.nentang.review.round.RoundEvent.DossierSubmitted;
import vn.nentang.review.round.RoundEvent.Group;
import vn.nentang.review.round.RoundEvent.Line;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.OrganizationSelfReviewed;
import vn.nentang.review.round.RoundEvent.Proposal;
import vn.nentang.review.round.RoundEvent.RoundOpened;
import vn.nentang.review.round.RoundEvent.SelfReview;
import vn.nentang.review.round.RoundEvent.Votes;

/** More cells in an office's commune, of a size to be chosen, whose papers of a year have come up and wait to be decided. */
public final class CommuneAtSize {

    public static final int YEAR = 2026;
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    private static final LocalDate REVIEWED = LocalDate.of(YEAR, 11, 20);
    private static final String KEEPER = "vanphong";

    private final RunningOffice office;

    private CommuneAtSize(RunningOffice office) {
        this.office = office;
    }

    /** Opens the round of the commune. */
    public static CommuneAtSize opened(RunningOffice office) {
        var commune = new CommuneAtSize(office);
        var groups = List.of(
                new Group("lead", "Lãnh đạo, quản lý", List.of("leader")),
                new Group("staff", "Còn lại", List.of("non-leader", "outside")));
        var days = new Deadlines(REVIEWED, LocalDate.of(YEAR, 12, 10), LocalDate.of(YEAR, 12, 25));
        commune.record(List.of(new RoundOpened(RunningOffice.COMMUNE, YEAR, "QD366", groups, days)), FOUNDED_PAPER);
        return commune;
    }

    private static final Paper FOUNDED_PAPER = new Paper("01-QĐ/ĐU", FOUNDED, "Đảng ủy xã Suối Mơ", "Lò Văn Mẫu");

    /** Founds a cell with members; everything up to handing in is recorded. */
    public OrganizationId handsIn(int number, int members) {
        var cell = new OrganizationId(id("cell " + number));
        var founded = new OrganizationEvent.Founded(
                cell, "cell", "Chi bộ thôn " + number, "SM.%03d".formatted(100 + number), RunningOffice.COMMUNE);
        recorded(office.part(OrganizationDesk.class)
                .propose(command("found " + number), founded, FOUNDED, FOUNDED_PAPER, null));
        var persons = IntStream.range(0, members)
                .mapToObj(i -> new PersonId(id(number + "/" + i)))
                .toList();
        enrol(cell, persons);
        reviewed(cell, persons);
        return cell;
    }

    private static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("commune at size " + what).getBytes(StandardCharsets.UTF_8));
    }

    private void enrol(OrganizationId cell, List<PersonId> persons) {
        var acts = new ArrayList<Act>();
        for (var person : persons) {
            var facts = List.of(
                    new Fact(Fact.FULL_NAME, "Lò Văn " + (char) ('A' + acts.size() % 25)), new Fact("sex", "male"));
            acts.add(new Act(new MembershipEvent.PersonRegistered(person, facts), FOUNDED, FOUNDED_PAPER));
            acts.add(new Act(new MembershipEvent.Enrolled(person, cell, "full"), FOUNDED, FOUNDED_PAPER));
        }
        recorded(office.part(MembershipDesk.class).proposeAll(command("enrol " + cell), acts));
    }

    private void reviewed(OrganizationId cell, List<PersonId> persons) {
        var events = new ArrayList<RoundEvent>();
        persons.forEach(person -> events.add(
                new MemberSelfReviewed(cell, YEAR, person, "outside", "staff", review(events.size() % 7 == 0))));
        events.add(new OrganizationSelfReviewed(cell, YEAR, review(false)));
        record(events, Paper.UNKNOWN);
        var lines = IntStream.range(0, persons.size())
                .mapToObj(i -> new Line(persons.get(i), votes(i % 7 == 0 ? "HTXS" : "HTT", persons.size())))
                .toList();
        var attendance = new Attendance(persons.size(), persons.size(), "Người chủ trì", "Người ghi");
        record(List.of(new CellMet(cell, YEAR, attendance, lines, votes("HTT", persons.size()))), Paper.UNKNOWN);
        record(List.of(new DossierSubmitted(cell, YEAR)), Paper.UNKNOWN);
    }

    private static SelfReview review(boolean top) {
        var facts = List.of(
                new JudgedFact("scoreG1", "28"),
                new JudgedFact("scoreG2", top ? "66" : "55"),
                new JudgedFact("tasksDonePct", "100"),
                new JudgedFact("tasksOnTimePct", "100"),
                new JudgedFact("tasksExceedingPct", top ? "40" : "5"),
                new JudgedFact("qualityOk", "true"));
        return new SelfReview(facts, List.of(), List.of(), top ? "HTXS" : "HTT");
    }

    private static Proposal votes(String level, int number) {
        return new Proposal(List.of(), List.of(new Votes(level, number)), 0, level, null);
    }

    private void record(List<? extends RoundEvent> events, Paper paper) {
        recorded(office.part(RoundDesk.class)
                .proposeAll(new Command(UUID.randomUUID(), KEEPER, List.copyOf(events)), events, REVIEWED, paper));
    }

    private static Command command(String what) {
        return new Command(UUID.randomUUID(), KEEPER, what);
    }

    private static void recorded(Answer answer) {
        if (answer instanceof Answer.Refused(var reasons)) {
            throw new IllegalStateException(reasons.toString());
        }
    }
}
