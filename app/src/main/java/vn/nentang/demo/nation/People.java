package vn.nentang.demo.nation;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.Lot;
import vn.nentang.demo.chance.Names;
import vn.nentang.demo.chance.Sex;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.Fact;
import vn.nentang.rulebook.Rulebook;

/** Makes up the persons of one commune. Nobody is real, and no number is of a province that exists. */
final class People {

    private static final String PROBATION = "probation.length";
    private static final String CARD_PREFIX = "099";

    /** With six more digits of each number; no province has a code of nine hundred and more. */
    private static final int FIRST_PROVINCE = 900;

    private static final long SERIALS = 1_000_000;

    /** Prime to the number of serials: persons made one after another get numbers far apart, and no two the same. */
    private static final long STEP = 387_413;

    private static final Lot<String> OCCUPATIONS = new Lot<String>()
            .with("Cán bộ, công chức", 18)
            .with("Viên chức giáo dục", 17)
            .with("Viên chức y tế", 6)
            .with("Nông dân", 22)
            .with("Công nhân", 9)
            .with("Kinh doanh, dịch vụ", 7)
            .with("Lực lượng vũ trang", 13)
            .with("Sinh viên", 3);

    private static final Lot<String> QUALIFICATIONS = new Lot<String>()
            .with("elementary", 12)
            .with("intermediate", 18)
            .with("college", 12)
            .with("university", 44)
            .with("master", 7)
            .with("doctor", 0.6);

    private static final Lot<String> THEORY =
            new Lot<String>().with("elementary", 60).with("intermediate", 32).with("advanced", 8);

    private final long seed;
    private final Dice dice;
    private final Names names;
    private final Rulebook rulebook;
    private final Calibration calibration;
    private final Atlas.Province province;
    private final String commune;
    private long number;

    People(Plan.Place place, Nation nation, Dice dice) {
        this.seed = nation.seed();
        this.dice = dice;
        this.names = nation.names();
        this.rulebook = nation.rulebook();
        this.calibration = nation.calibration();
        this.province = nation.plan().atlas().province(place.commune());
        this.commune = place.commune().name() + ", " + province.name();
        this.number = place.first();
    }

    /** Somebody who was a member for a while when the story begins. */
    Person longSince(LocalDate opening) {
        var age = (int) Math.round(20 + 62 * Math.pow(dice.between(0.0, 1.0), 1.15));
        var birth = opening.minusYears(age).minusDays(dice.below(365));
        var from = birth.plusYears(19);
        var latest = opening.minusDays(30);
        var last = birth.plusYears(36).isBefore(latest) ? birth.plusYears(36) : latest;
        var admittedOn = dice.day(from.isBefore(last) ? from : last.minusDays(20), last);
        var person = person(birth, admittedOn, calibration.of("opening.women"), opening);
        if (!probationEnd(admittedOn).isAfter(opening)) {
            person.recognisedOn = probationEnd(admittedOn);
            fact(person, Fact.CARD_NUMBER, person.card);
        }
        return person;
    }

    Person newlyAdmitted(LocalDate on) {
        var age = dice.chance(calibration.of("admitted.under-31")) ? dice.between(19, 30) : dice.between(31, 55);
        var birth = on.minusYears(age).minusDays(dice.below(365));
        return person(birth, on, calibration.of("admitted.women"), on);
    }

    private Person person(LocalDate birth, LocalDate admittedOn, double women, LocalDate on) {
        number++;
        var person = new Person(new PersonId(Dice.id(seed, "nation/person/" + number)), birth, admittedOn);
        var sex = dice.chance(women) ? Sex.FEMALE : Sex.MALE;
        var named = names.person(dice, sex, birth.getYear(), province.peoples().draw(dice));
        person.leader = dice.chance(0.12);
        fact(person, Fact.FULL_NAME, named.fullName());
        fact(person, Fact.SEX, sex.code());
        fact(person, Fact.BIRTH, birth.toString());
        fact(person, Fact.ETHNICITY, named.ethnicGroup());
        fact(person, "religion", dice.chance(0.96) ? "0" : dice.chance(0.5) ? "1" : "2");
        fact(person, "permanent-residence", commune);
        fact(person, "general-education", person.ageOn(on) > 62 ? "lower-secondary" : "upper-secondary");
        fact(person, "professional-qualification", QUALIFICATIONS.draw(dice));
        fact(person, "political-theory", THEORY.draw(dice));
        fact(person, "occupation", person.ageOn(on) > 61 ? "Hưu trí" : OCCUPATIONS.draw(dice));
        fact(person, "admitted-on", admittedOn.toString());
        fact(person, Fact.CITIZEN_ID, citizenId(sex, birth));
        person.card = CARD_PREFIX + "%09d".formatted(number);
        return person;
    }

    private static void fact(Person person, String field, String value) {
        person.file.add(new Fact(field, value));
    }

    String occupation() {
        return OCCUPATIONS.draw(dice);
    }

    private String citizenId(Sex sex, LocalDate birth) {
        var centuryAndSex = (birth.getYear() / 100 - 19) * 2 + (sex == Sex.MALE ? 0 : 1);
        return "%03d%d%02d%06d"
                .formatted(
                        FIRST_PROVINCE + number / SERIALS,
                        centuryAndSex,
                        birth.getYear() % 100,
                        number * STEP % SERIALS);
    }

    /** By the rule of the day of admission; before the first that is known, by the first. */
    LocalDate probationEnd(LocalDate admittedOn) {
        return admittedOn.plus(probation(admittedOn));
    }

    private Period probation(LocalDate admittedOn) {
        var first = rulebook.parameter(PROBATION).values().byStart().firstKey();
        return rulebook.on(admittedOn.isBefore(first) ? first : admittedOn)
                .ruling(PROBATION)
                .period();
    }

    static List<Fact> changed(String field, String value) {
        return List.of(new Fact(field, value));
    }
}
