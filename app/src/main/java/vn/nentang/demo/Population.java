package vn.nentang.demo;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.kernel.PartialDate;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.rulebook.Rulebook;

/**
 * Tells the lives of the members month by month: who is admitted and recognised, who comes and goes, who is exempt,
 * suspended or away. Within a month an act has its own day; nobody has two in one month save those that belong together.
 * Its ages and lengths are those of made-up lives; the one that a regulation sets, the probation, comes from the rulebook.
 */
final class Population {

    private static final double OPENING_SHARE = 0.955;
    private static final double ADMITTED_A_YEAR = 0.055;
    private static final String PROBATION = "probation.length";
    private static final List<String> PLACES_ELSEWHERE =
            List.of("Học viện A (giả định)", "Trường Quân sự Quân khu (giả định)", "Tổ công tác biên giới");

    private final Structure structure;
    private final Rulebook rulebook;
    private final Dice dice;
    private final PersonMaker maker;
    private final int wanted;
    private final List<Member> everyone = new ArrayList<>();
    private final Map<Cell, Integer> sizes = new HashMap<>();
    private final ReviewMaker reviews;

    Population(Structure structure, Rulebook rulebook, Dice dice, PersonMaker maker, ReviewMaker reviews, int wanted) {
        this.rulebook = rulebook;
        this.structure = structure;
        this.dice = dice;
        this.maker = maker;
        this.reviews = reviews;
        this.wanted = wanted;
    }

    List<Member> everyone() {
        return everyone;
    }

    void tell() {
        open();
        var last = YearMonth.from(Story.END);
        for (var month = YearMonth.from(Story.OPENING).plusMonths(1);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            tell(month);
        }
    }

    private void tell(YearMonth month) {
        handOver(month.atDay(1));
        for (var member : List.copyOf(everyone)) {
            if (member.isOnRoll()) {
                tell(member, month);
            }
        }
        admit(month);
        welcome(month);
        if (month.getMonth() == Month.DECEMBER) {
            reviews.close(
                    month.getYear(), everyone.stream().filter(Member::isOnRoll).toList());
        }
    }

    private void open() {
        var cells = structure.openCells(Story.OPENING);
        for (int i = 0; i < Math.round(wanted * OPENING_SHARE); i++) {
            var cell = neediest(cells);
            var service = cell.people().lasting(dice);
            var member = maker.person(service, Story.OPENING);
            admittedBefore(member, Story.OPENING.minusDays(20));
            var list = structure.order(Story.OPENING, "opening list");
            register(member, Story.OPENING, list);
            enter(member, cell);
            member.act(new MembershipEvent.Enrolled(member.id, cell.id(), null), Story.OPENING, list);
            everyone.add(member);
        }
    }

    /** Chosen among a few at random, so that cells keep their sizes without being all alike. */
    private Cell neediest(List<Cell> cells) {
        var best = dice.pick(cells);
        for (int i = 0; i < 4; i++) {
            var other = dice.pick(cells);
            if (fullness(other) < fullness(best)) {
                best = other;
            }
        }
        return best;
    }

    private double fullness(Cell cell) {
        return sizes.getOrDefault(cell, 0) / cell.size();
    }

    private void enter(Member member, Cell cell) {
        leave(member);
        member.cell = cell;
        sizes.merge(cell, 1, Integer::sum);
    }

    private void leave(Member member) {
        if (member.cell != null) {
            sizes.merge(member.cell, -1, Integer::sum);
            member.cell = null;
        }
    }

    /** A past of which only the days are known: admitted somewhere at nineteen or later, full after the probation. */
    private void admittedBefore(Member member, LocalDate latest) {
        var first = member.birth.plusYears(19).plusMonths(6);
        var usual = member.birth.plusYears(29);
        var last = usual.isBefore(latest) ? usual : latest;
        member.admittedOn = dice.day(first.isBefore(last) ? first : last.minusDays(30), last);
        if (!isFullBefore(member, latest) && isFullBefore(member, latest.plusDays(60))) {
            member.admittedOn = member.admittedOn.minusDays(70);
        }
        if (isFullBefore(member, latest)) {
            member.recognisedOn = probationEnd(member);
            maker.giveCard(member);
        }
        member.facts.put("admitted-on", member.admittedOn.toString());
    }

    /** Nobody comes in the weeks in which the probation ends: the letter would wait for the decision. */
    private boolean isFullBefore(Member member, LocalDate date) {
        return probationEnd(member).isBefore(date);
    }

    /** By the rule of the day of admission; before the first that is known, by the first. */
    private LocalDate probationEnd(Member member) {
        var first = rulebook.parameter(PROBATION).values().byStart().firstKey();
        var on = member.admittedOn.isBefore(first) ? first : member.admittedOn;
        return member.admittedOn.plus(rulebook.on(on).ruling(PROBATION).period());
    }

    private void register(Member member, LocalDate on, PaperOrder list) {
        member.act(new MembershipEvent.PersonRegistered(member.id, member.factList()), on, list);
        var day = PartialDate.of(member.admittedOn);
        member.act(new MembershipEvent.Admitted(member.id, null, day), member.admittedOn, pastOrder(member.admittedOn));
        if (member.recognisedOn != null) {
            var recognised = PartialDate.of(member.recognisedOn);
            var order = pastOrder(member.recognisedOn);
            member.act(new MembershipEvent.Recognised(member.id, recognised), member.recognisedOn, order);
        }
    }

    private PaperOrder pastOrder(LocalDate on) {
        var about = String.valueOf(maker.made());
        return new PaperOrder("Cấp ủy nơi công tác trước", "QĐ/ĐU", on.minusDays(9), "Bí thư", about);
    }

    private void handOver(LocalDate on) {
        for (var handover : structure.handovers()) {
            if (handover.on().equals(on)) {
                handOver(handover);
            }
        }
    }

    private void handOver(Handover handover) {
        var members = everyone.stream().filter(m -> m.cell == handover.from()).toList();
        var moving = members.subList(0, (int) Math.round(members.size() * handover.share()));
        var order = structure.order(handover.on().minusDays(12), "ending");
        for (var member : moving) {
            member.act(new MembershipEvent.Transferred(member.id, handover.to().id()), handover.on(), order);
            enter(member, handover.to());
        }
    }

    private void tell(Member member, YearMonth month) {
        var due = member.isFull() ? null : probationEnd(member);
        if (isIn(member.leavesOn, month)) {
            depart(member, Objects.requireNonNull(member.leavesOn), "within-province", "Đảng ủy " + maker.commune());
        } else if (due != null && isIn(due, month)) {
            endProbation(member, due);
        } else if (isIn(member.stateUntil, month)) {
            endState(member, Objects.requireNonNull(member.stateUntil));
        } else if (isCardMonth(month) && member.isFull() && member.cardNumber == null) {
            issueCard(member, cardDay(month));
        } else if (month.getMonth() != Month.DECEMBER && isQuiet(member, month)) {
            happen(member, dice.day(month.atDay(2), month.atDay(27)));
        }
    }

    private static boolean isIn(@Nullable LocalDate day, YearMonth month) {
        return day != null && YearMonth.from(day).equals(month);
    }

    private static boolean isQuiet(Member member, YearMonth month) {
        var ends = member.leavesOn;
        return member.isFull()
                && member.state == Member.State.ORDINARY
                && member.lastActOn.isBefore(month.minusMonths(1).atDay(1))
                && (ends == null || month.plusMonths(2).atDay(1).isBefore(ends));
    }

    private static boolean isCardMonth(YearMonth month) {
        return Story.CARD_DAYS.stream().anyMatch(d -> d.getMonth() == month.getMonth());
    }

    private static LocalDate cardDay(YearMonth month) {
        return Story.CARD_DAYS.stream()
                .filter(d -> d.getMonth() == month.getMonth())
                .findFirst()
                .map(d -> d.atYear(month.getYear()))
                .orElseThrow();
    }

    private void endProbation(Member member, LocalDate on) {
        var order = Objects.requireNonNull(member.cell).unit(on).order(on.plusDays(dice.between(8, 35)), about(member));
        if (dice.chance(0.02)) {
            leaveParty(member, on.plusDays(1), "deleted", order);
            return;
        }
        member.recognisedOn = on;
        member.act(new MembershipEvent.Recognised(member.id, PartialDate.of(on)), on, order);
    }

    private static String about(Member member) {
        return member.id.toString();
    }

    private void issueCard(Member member, LocalDate on) {
        if (!on.isAfter(Objects.requireNonNull(member.recognisedOn)) || !on.isAfter(member.lastActOn)) {
            return;
        }
        maker.giveCard(member);
        var number = new Fact(Fact.CARD_NUMBER, member.cardNumber);
        var order = structure.order(on.minusDays(5), "cards");
        member.act(new MembershipEvent.FactsRecorded(member.id, List.of(number)), on, order);
    }

    private void endState(Member member, LocalDate on) {
        var order = Objects.requireNonNull(member.cell).unit(on).order(on.minusDays(3), about(member));
        var event = switch (member.state) {
            case EXEMPT -> new MembershipEvent.Resumed(member.id);
            case SUSPENDED -> new MembershipEvent.Reinstated(member.id);
            case ELSEWHERE -> new MembershipEvent.TemporaryActivityEnded(member.id);
            case ORDINARY -> throw new IllegalStateException("Nothing to end for " + member.id);
        };
        member.stateUntil = null;
        if (member.state == Member.State.SUSPENDED && dice.chance(0.5)) {
            leaveParty(member, on, "expelled", structure.order(on.minusDays(3), about(member)));
            return;
        }
        member.act(event, on, order);
        member.state = Member.State.ORDINARY;
    }

    private void leaveParty(Member member, LocalDate on, String cause, PaperOrder order) {
        member.act(new MembershipEvent.Left(member.id, cause), on, order);
        leave(member);
    }

    private void depart(Member member, LocalDate on, String destination, String to) {
        var letter = new PaperOrder(structure.committee(), "GTSHĐ", on.minusDays(4), "Phó Bí thư", about(member));
        member.act(new MembershipEvent.Departed(member.id, destination, to), on, letter);
        leave(member);
    }

    /** What a quiet month may bring; about one in six members has something in a year. */
    private void happen(Member member, LocalDate on) {
        if (member.ageOn(on) >= member.retiresAt) {
            depart(member, on, "within-province", "Đảng ủy " + maker.commune());
            return;
        }
        var chance = dice.between(0.0, 11.0);
        var old = member.ageOn(on) >= 50;
        if (chance < 0.045) {
            transfer(member, on);
        } else if (chance < 0.075) {
            depart(member, on, "other-province", "Đảng bộ Quân sự tỉnh bạn");
        } else if (chance < 0.095) {
            goElsewhere(member, on);
        } else if (chance < 0.135) {
            promote(member, on);
        } else if (chance < (old ? 0.17 : 0.1355)) {
            exempt(member, on);
        } else if (chance > 10.9985) {
            trouble(member, on);
        }
    }

    private void transfer(Member member, LocalDate on) {
        var here = Objects.requireNonNull(member.cell);
        var siblings = structure.openCells(on).stream()
                .filter(c -> c != here && c.unit(on).equals(here.unit(on)))
                .toList();
        var others = structure.openCells(on).stream().filter(c -> c != here).toList();
        var to = neediest(siblings.isEmpty() || dice.chance(0.4) ? others : siblings);
        var order = here.unit(on).order(on.minusDays(6), about(member));
        member.act(new MembershipEvent.Transferred(member.id, to.id()), on, order);
        enter(member, to);
    }

    private void goElsewhere(Member member, LocalDate on) {
        member.state = Member.State.ELSEWHERE;
        member.stateUntil = on.plusMonths(dice.between(3, 9)).withDayOfMonth(dice.between(3, 26));
        var order = Objects.requireNonNull(member.cell).unit(on).order(on.minusDays(6), about(member));
        var hosts = structure.openCells(on).stream()
                .filter(c -> c != member.cell && c.isOpen(Story.END))
                .toList();
        var event = dice.chance(0.2)
                ? new MembershipEvent.TemporaryActivityStarted(
                        member.id, dice.pick(hosts).id(), null)
                : new MembershipEvent.TemporaryActivityStarted(member.id, null, dice.pick(PLACES_ELSEWHERE));
        member.act(event, on, order);
    }

    private void promote(Member member, LocalDate on) {
        var post = Posts.of(member.service, member.ageOn(on), dice);
        if (post.words().equals(member.facts.get("occupation"))) {
            return;
        }
        member.leader = post.leading();
        member.facts.put("occupation", post.words());
        var order =
                new PaperOrder("Bộ Chỉ huy Quân sự tỉnh", "QĐ-BCH", on.minusDays(10), "Chỉ huy trưởng", about(member));
        var changed = List.of(new Fact("occupation", post.words()));
        member.act(new MembershipEvent.FactsRecorded(member.id, changed), on, order);
    }

    private void exempt(Member member, LocalDate on) {
        member.state = Member.State.EXEMPT;
        member.stateUntil = dice.chance(0.3) ? on.plusMonths(14).withDayOfMonth(15) : null;
        var order = Objects.requireNonNull(member.cell).unit(on).order(on.minusDays(2), about(member));
        member.act(new MembershipEvent.Exempted(member.id), on, order);
    }

    private void trouble(Member member, LocalDate on) {
        var order = structure.order(on.minusDays(3), about(member));
        switch (dice.below(5)) {
            case 0, 1 -> {
                var until = on.plusDays(90).withDayOfMonth(20);
                member.state = Member.State.SUSPENDED;
                member.stateUntil = until;
                member.act(new MembershipEvent.Suspended(member.id, until), on, order);
            }
            case 2 -> leaveParty(member, on, "died", order);
            case 3 -> leaveParty(member, on, "deleted", order);
            default -> leaveParty(member, on, "left-on-request", order);
        }
    }

    private void admit(YearMonth month) {
        for (var day : Story.ADMISSION_DAYS) {
            if (day.getMonth() == month.getMonth()) {
                admit(day, month.getYear());
            }
        }
    }

    private void admit(MonthDay day, int year) {
        var on = day.atYear(year);
        var cells = structure.openCells(on);
        var usual = wanted * ADMITTED_A_YEAR / Story.ADMISSION_DAYS.size();
        var count = Math.min(wanted - onRoll(), (int) Math.round(usual * dice.between(0.8, 1.2)));
        for (int i = 0; i < count; i++) {
            var cell = dice.pick(cells);
            var service = cell.people().admitted(dice);
            var member = maker.person(service, on, dice.between(19, service == Service.CONSCRIPT ? 24 : 31));
            admit(member, cell, on);
        }
    }

    private void admit(Member member, Cell cell, LocalDate on) {
        member.admittedOn = on;
        if (member.service == Service.CONSCRIPT) {
            member.leavesOn = Year.of(on.getYear() + 1).atMonth(Month.JANUARY).atDay(dice.between(12, 28));
        }
        member.facts.put("admitted-on", on.toString());
        var order = cell.unit(on).order(on.minusDays(dice.between(6, 20)), about(member));
        member.act(new MembershipEvent.PersonRegistered(member.id, member.factList()), on, order);
        member.act(new MembershipEvent.Admitted(member.id, cell.id(), PartialDate.of(on)), on, order);
        enter(member, cell);
        everyone.add(member);
    }

    /** Arrivals fill what is missing, most of all after the schools end in late summer, and wholly at the end. */
    private void welcome(YearMonth month) {
        var on = month.atDay(1);
        var missing = target(month)
                - sizes.values().stream().mapToInt(Integer::intValue).sum();
        var isLast = month.equals(YearMonth.from(Story.END));
        if (missing <= 0 || month.getMonth() == Month.DECEMBER) {
            return;
        }
        var share = month.getMonth() == Month.SEPTEMBER ? 0.8 : 0.3;
        var count = isLast ? missing : (int) Math.ceil(missing * share);
        var cells = structure.openCells(on);
        for (int i = 0; i < count; i++) {
            arrive(neediest(cells), dice.day(month.atDay(2), month.atDay(28)));
        }
    }

    private int onRoll() {
        return sizes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int target(YearMonth month) {
        var first = YearMonth.from(Story.OPENING);
        var elapsed = (double) first.until(month, ChronoUnit.MONTHS)
                / first.until(YearMonth.from(Story.END), ChronoUnit.MONTHS);
        return (int) Math.round(wanted * (OPENING_SHARE + (1 - OPENING_SHARE) * elapsed));
    }

    private void arrive(Cell cell, LocalDate on) {
        var member = maker.person(cell.people().lasting(dice), on);
        admittedBefore(member, on.minusDays(20));
        var outside = dice.chance(0.7);
        var letter = new PaperOrder("Đảng ủy nơi chuyển đi", "GTSHĐ", on.minusDays(10), "Phó Bí thư", about(member));
        register(member, on, letter);
        var from = outside ? "Đảng bộ đơn vị bạn" : "Đảng ủy " + maker.commune();
        var origin = outside ? "other-province" : "within-province";
        member.act(new MembershipEvent.Arrived(member.id, cell.id(), origin, from), on, letter);
        enter(member, cell);
        everyone.add(member);
    }
}
