package vn.nentang.demo.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.ledger.Parcel;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.review.ReviewEvent;

/**
 * One commune of today with everything that happened in it and in those before it, year by year. In a year a member has
 * one act at most, save those that belong together; the year's review closes it.
 */
final class Area {

    private static final int EXEMPT_FROM_AGE = 72;
    private static final int SLIP_DAYS = 15;
    private static final int MANY = 1_000;

    private final Plan.Place place;
    private final Nation nation;
    private final Calibration calibration;
    private final Journal journal;
    private final Dice dice;
    private final Units units;
    private final People people;
    private final List<Person> members = new ArrayList<>();

    Area(Plan.Place place, Nation nation, Upper upper) {
        var node = "xa-" + place.commune().code();
        this.place = place;
        this.nation = nation;
        this.calibration = nation.calibration();
        this.journal = new Journal(nation.seed(), node);
        this.dice = Dice.of(nation.seed(), "nation/" + node + "/lives");
        this.units = new Units(place, nation, upper, journal, Dice.of(nation.seed(), "nation/" + node + "/units"));
        this.people = new People(place, nation, Dice.of(nation.seed(), "nation/" + node + "/people"));
    }

    Parcel parcel() {
        open();
        for (int year = Chronicle.FIRST_YEAR; year <= Chronicle.LAST_YEAR; year++) {
            units.join(year);
            if (year == Chronicle.REORGANISED.getYear()) {
                units.reorganise();
            }
            live(year);
            admit(year);
            if (year <= Chronicle.LAST_REVIEWED_YEAR) {
                review(year);
            }
        }
        return journal.parcel();
    }

    private int target(LocalDate on) {
        return (int) Math.round(place.members() * calibration.onRoll(on));
    }

    private void open() {
        var on = Chronicle.OPENING;
        var rolls = units.openRolls(on);
        for (int i = target(on); i > 0; i--) {
            var person = people.longSince(on);
            person.enter(neediest(rolls));
            members.add(person);
        }
        var byRoll =
                members.stream().collect(Collectors.groupingBy(Person::cell, LinkedHashMap::new, Collectors.toList()));
        byRoll.forEach((roll, listed) -> journal.write(
                on.plusDays(dice.between(4, 12)),
                listed.stream().flatMap(p -> listed(p, roll).stream()).toList()));
    }

    /** Chosen among a few at random, so that cells keep their sizes without being all alike. */
    private Roll neediest(List<Roll> rolls) {
        var best = dice.pick(rolls);
        for (int i = 0; i < 4; i++) {
            var other = dice.pick(rolls);
            if (other.fullness() < best.fullness()) {
                best = other;
            }
        }
        return best;
    }

    private static List<Journal.Line> listed(Person person, Roll roll) {
        var on = Chronicle.OPENING;
        var list = roll.unit(on).order(on, "list");
        var lines = new ArrayList<Journal.Line>();
        lines.add(new Journal.Line(new MembershipEvent.PersonRegistered(person.id, person.file), on, list));
        lines.add(new Journal.Line(
                new MembershipEvent.Admitted(person.id, null, PartialDate.of(person.admittedOn)),
                person.admittedOn,
                earlier(person.admittedOn, person)));
        if (person.recognisedOn != null) {
            lines.add(new Journal.Line(
                    new MembershipEvent.Recognised(person.id, PartialDate.of(person.recognisedOn)),
                    person.recognisedOn,
                    earlier(person.recognisedOn, person)));
        }
        lines.add(new Journal.Line(new MembershipEvent.Enrolled(person.id, roll.cell.id, null), on, list));
        return lines;
    }

    private static PaperOrder earlier(LocalDate on, Person person) {
        return new PaperOrder("Cấp ủy nơi công tác trước", "QĐ/ĐU", on.minusDays(9), "Bí thư", person.about());
    }

    private void live(int year) {
        for (var member : List.copyOf(members)) {
            if (member.recognisedOn == null) {
                endProbation(member, year);
            } else {
                happen(member, dice.day(LocalDate.of(year, 2, 1), Chronicle.lastActIn(year)));
            }
        }
        members.removeIf(m -> !m.isOnRoll());
    }

    private void endProbation(Person member, int year) {
        var due = people.probationEnd(member.admittedOn);
        if (due.getYear() != year || due.isAfter(Chronicle.recordedUntil(year).minusDays(9))) {
            return;
        }
        var order = member.cell().unit(due).order(due.plusDays(dice.between(5, 9)), member.about());
        if (dice.chance(calibration.of("year.left") * 4)) {
            leave(member, due.plusDays(1), "deleted");
            return;
        }
        member.recognisedOn = due;
        var recognised = new MembershipEvent.Recognised(member.id, PartialDate.of(due));
        write(new Journal.Line(recognised, due, order), late(member, due, order));
        var card = new MembershipEvent.FactsRecorded(member.id, People.changed("card-number", member.card));
        journal.write(recordedOn(due.plusDays(12)), List.of(new Journal.Line(card, due.plusDays(10), order)));
    }

    private static Journal.Line late(Person member, LocalDate due, PaperOrder order) {
        var on = due.plusDays(SLIP_DAYS);
        return new Journal.Line(new MembershipEvent.Recognised(member.id, PartialDate.of(on)), on, order);
    }

    /** Now and then the day is first written down wrong, and mended some weeks later. */
    private void write(Journal.Line right, Journal.Line wrong) {
        var day = right.paper().date();
        if (dice.chance(calibration.of("slip"))
                && wrong.on().getYear() == right.on().getYear()) {
            journal.write(recordedOn(day), List.of(wrong));
            var mended = new Journal.Line(right.event(), right.on(), right.paper(), wrong);
            journal.write(recordedOn(day.plusDays(dice.between(20, 60))).plusDays(1), List.of(mended));
        } else {
            journal.write(recordedOn(day), List.of(right));
        }
    }

    /** Some days after the paper, and before the year is closed. */
    private LocalDate recordedOn(LocalDate paper) {
        var last = Chronicle.recordedUntil(paper.getYear());
        var day = paper.plusDays(dice.between(1, 8));
        return day.isAfter(last) ? last : day;
    }

    /** What a year may bring to a full member. */
    private void happen(Person member, LocalDate on) {
        var chance = dice.between(0.0, 1.0);
        if ((chance -= dying(member.ageOn(on))) < 0) {
            leave(member, on, "died");
        } else if ((chance -= calibration.of("year.left")) < 0) {
            leave(member, on, dice.chance(0.7) ? "deleted" : dice.chance(0.7) ? "left-on-request" : "expelled");
        } else if (member.exempt) {
            if (chance < calibration.of("year.resumed")) {
                member.exempt = false;
                write(member, new MembershipEvent.Resumed(member.id), on);
            }
        } else if (member.ageOn(on) >= EXEMPT_FROM_AGE && (chance -= calibration.of("year.exempted")) < 0) {
            member.exempt = true;
            write(member, new MembershipEvent.Exempted(member.id), on);
        } else if ((chance -= calibration.of("year.transferred")) < 0) {
            transfer(member, on);
        } else if ((chance -= calibration.of("year.moved-far")) < 0) {
            moveFar(member, on);
        } else if ((chance -= calibration.of("year.promoted")) < 0) {
            var changed = People.changed("occupation", people.occupation());
            write(member, new MembershipEvent.FactsRecorded(member.id, changed), on);
        } else if ((chance -= calibration.of("year.away")) < 0) {
            goAway(member, on);
        } else if (chance < calibration.of("year.suspended")) {
            suspend(member, on);
        }
    }

    /** One in a thousand at forty, one in twenty-five at eighty. */
    private static double dying(int age) {
        return 0.001 * Math.exp(0.092 * (age - 40));
    }

    private void write(Person member, MembershipEvent act, LocalDate on) {
        journal.write(recordedOn(on), List.of(new Journal.Line(act, on, order(member, on))));
    }

    private PaperOrder order(Person member, LocalDate on) {
        return member.cell().unit(on).order(on.minusDays(dice.between(0, 6)), member.about());
    }

    private void leave(Person member, LocalDate on, String cause) {
        write(member, new MembershipEvent.Left(member.id, cause), on);
        member.leave();
    }

    private void transfer(Person member, LocalDate on) {
        if (member.far) {
            return;
        }
        var others =
                units.openRolls(on).stream().filter(r -> r != member.cell()).toList();
        if (others.isEmpty()) {
            return;
        }
        var to = neediest(others);
        var order = order(member, on);
        var act = new MembershipEvent.Transferred(member.id, to.cell.id);
        write(new Journal.Line(act, on, order), new Journal.Line(act, on.plusDays(SLIP_DAYS), order));
        member.enter(to);
    }

    /** To another commune; the story of the member goes on here. */
    private void moveFar(Person member, LocalDate on) {
        var there = dice.pick(nation.plan().places());
        if (member.far || there.equals(place)) {
            return;
        }
        var cell = Units.lasting(nation.seed(), there, nation.inVillages(), dice.below(MANY));
        write(member, new MembershipEvent.Transferred(member.id, cell), on);
        member.far = true;
        member.enter(elsewhere(cell));
    }

    private static Roll elsewhere(OrganizationId cell) {
        var body = new Body(cell, "cell", "Chi bộ nơi chuyển đến", Chronicle.FOUNDING_DAYS.get(2), null);
        return new Roll(body, body, 1);
    }

    private void goAway(Person member, LocalDate on) {
        if (on.getMonthValue() > 6) {
            return;
        }
        var place = "Tổ công tác tăng cường cơ sở";
        write(member, new MembershipEvent.TemporaryActivityStarted(member.id, null, place), on);
        write(member, new MembershipEvent.TemporaryActivityEnded(member.id), on.plusDays(90));
    }

    private void suspend(Person member, LocalDate on) {
        if (on.getMonthValue() > 6) {
            return;
        }
        write(member, new MembershipEvent.Suspended(member.id, on.plusDays(90)), on);
        write(member, new MembershipEvent.Reinstated(member.id), on.plusDays(90));
    }

    /** As many as the rolls lack of what the country had at the end of the year. */
    private void admit(int year) {
        var last = Chronicle.recordedUntil(year);
        var days = Chronicle.ADMISSION_DAYS.stream()
                .map(d -> d.atYear(year))
                .filter(d -> d.isBefore(last))
                .toList();
        for (int i = target(last) - members.size(); i > 0; i--) {
            var on = dice.pick(days);
            var person = people.newlyAdmitted(on);
            person.enter(neediest(units.openRolls(on)));
            members.add(person);
            var order = order(person, on.minusDays(7));
            var cell = person.cell().cell.id;
            journal.write(
                    recordedOn(on),
                    List.of(
                            new Journal.Line(new MembershipEvent.PersonRegistered(person.id, person.file), on, order),
                            new Journal.Line(
                                    new MembershipEvent.Admitted(person.id, cell, PartialDate.of(on)), on, order)));
        }
    }

    private void review(int year) {
        var on = LocalDate.of(year, 12, dice.between(26, 29));
        var recordedOn = on.plusDays(dice.between(9, 13));
        var outcomes = outcomes(year, on);
        var byCell =
                members.stream().collect(Collectors.groupingBy(Person::cell, LinkedHashMap::new, Collectors.toList()));
        byCell.forEach((roll, listed) -> {
            var order = roll.unit(on).order(on, "review");
            journal.write(
                    recordedOn,
                    listed.stream()
                            .map(m -> nation.levels(year)
                                    .classified(m, Objects.requireNonNull(outcomes.get(m)), on, order))
                            .toList());
        });
        reviewOrganizations(year, on, recordedOn);
    }

    private Map<Person, ReviewEvent.Outcome> outcomes(int year, LocalDate on) {
        var levels = nation.levels(year);
        var outcomes = new LinkedHashMap<Person, ReviewEvent.Outcome>();
        var alike = new LinkedHashMap<List<Object>, List<Person>>();
        for (var member : members) {
            var against = levels.reasonAgainst(member);
            if (against == null) {
                alike.computeIfAbsent(List.of(member.cell().unit(on).id, member.leader), _ -> new ArrayList<>())
                        .add(member);
            } else {
                outcomes.put(member, levels.outcome(null, against));
            }
        }
        alike.values()
                .forEach(group -> levels.members(group, dice)
                        .forEach((member, level) -> outcomes.put(member, levels.outcome(level, null))));
        return outcomes;
    }

    private void reviewOrganizations(int year, LocalDate on, LocalDate recordedOn) {
        var open = new ArrayList<Body>();
        units.openRolls(on).forEach(r -> open.add(r.cell));
        units.units().stream().filter(u -> u.isOpen(on) && !open.contains(u)).forEach(open::add);
        var alike = open.stream()
                .collect(Collectors.groupingBy(
                        b -> List.of(Objects.requireNonNull(b.parent).id, b.type),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var levels = nation.levels(year);
        for (var group : alike.values()) {
            var parent = Objects.requireNonNull(group.getFirst().parent);
            var order = parent.order(on.plusDays(1), "review " + place.commune().code());
            var lines = levels.organizations(group, dice).entrySet().stream()
                    .map(e -> levels.classified(e.getKey(), e.getValue(), on.plusDays(1), order))
                    .toList();
            journal.write(recordedOn.plusDays(1), lines);
        }
    }
}
