package vn.nentang.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.Names;
import vn.nentang.demo.chance.Sex;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.Fact;

/** Makes up persons: birth, name, post, schooling, numbers. Nobody is real, and no number is of a province that exists. */
final class PersonMaker {

    /** Not the code of any province. */
    private static final String PROVINCE_CODE = "099";

    private static final String CARD_PREFIX = "099";
    private static final int SERIALS = 1_000_000;
    private static final int SERIALS_OF_ONE_PROVINCE = 5_000;

    /** Prime to the number of serials: consecutive persons get numbers far apart, and no two the same. */
    private static final int STEP = 387_413;

    private static final int CARDS_OF_ONE_PROVINCE = 100_000;

    private final long seed;
    private final int province;
    private final Dice dice;
    private final Names names;
    private final Map<String, Integer> serials = new HashMap<>();
    private int persons;
    private int cards;

    PersonMaker(long seed, int province, Names names) {
        this.seed = seed;
        this.province = province;
        this.dice = Dice.of(seed, province + "/persons");
        this.names = names;
    }

    int made() {
        return persons;
    }

    Member person(Service service, LocalDate on) {
        return person(service, on, service.age(dice));
    }

    Member person(Service service, LocalDate on, int age) {
        var birth = on.minusYears(age).minusDays(dice.below(365));
        var id = new PersonId(Dice.id(seed, province + "/person/" + ++persons));
        var member = new Member(id, service, birth, Math.max(service.retiresAt(dice), age + 1));
        var sex = service.sex(dice);
        var named = names.person(dice, sex, birth.getYear());
        member.facts.put(Fact.FULL_NAME, named.fullName());
        member.facts.put(Fact.SEX, sex.code());
        member.facts.put(Fact.BIRTH, birth.toString());
        member.facts.put(Fact.ETHNICITY, named.ethnicGroup());
        member.facts.put("religion", "0");
        member.facts.put("native-place", commune());
        member.facts.put("permanent-residence", commune());
        member.facts.put(Fact.CITIZEN_ID, citizenId(sex, birth.getYear()));
        school(member);
        serve(member, on);
        return member;
    }

    String commune() {
        return "xã %s, tỉnh %s".formatted(names.place(dice), names.province(dice.below(200)));
    }

    /** Province, century and sex, two digits of the year, six of a serial. */
    private String citizenId(Sex sex, int birthYear) {
        var centuryAndSex = (birthYear / 100 - 19) * 2 + (sex == Sex.MALE ? 0 : 1);
        var prefix = "%s%d%02d".formatted(PROVINCE_CODE, centuryAndSex, birthYear % 100);
        var count = serials.merge(prefix, 1, Integer::sum);
        var serial = ((long) province * SERIALS_OF_ONE_PROVINCE + count) * STEP % SERIALS;
        return prefix + "%06d".formatted(serial);
    }

    void giveCard(Member member) {
        var number = (long) province * CARDS_OF_ONE_PROVINCE + ++cards;
        var card = CARD_PREFIX + "%09d".formatted(number);
        member.cardNumber = card;
        member.facts.put(Fact.CARD_NUMBER, card);
    }

    private void school(Member member) {
        member.facts.put("general-education", dice.chance(0.93) ? "upper-secondary" : "lower-secondary");
        var qualification = switch (member.service) {
            case OFFICER -> dice.chance(0.08) ? "master" : "university";
            case PROFESSIONAL -> dice.pick(List.of("intermediate", "intermediate", "college", "elementary"));
            case WORKER -> dice.pick(List.of("elementary", "intermediate", "college", "university"));
            case CONSCRIPT -> dice.chance(0.2) ? "intermediate" : "";
        };
        if (!qualification.isEmpty()) {
            member.facts.put("professional-qualification", qualification);
        }
    }

    private void serve(Member member, LocalDate on) {
        var age = member.ageOn(on);
        var enlisted = switch (member.service) {
            case OFFICER -> LocalDate.of(member.birth.getYear() + 18, Month.SEPTEMBER, 5);
            case PROFESSIONAL -> LocalDate.of(member.birth.getYear() + 19, Month.FEBRUARY, 12);
            case CONSCRIPT -> LocalDate.of(on.getYear() - 1, Month.FEBRUARY, 18);
            case WORKER -> null;
        };
        if (enlisted != null) {
            member.facts.put("enlisted-on", enlisted.toString());
        }
        var post = Posts.of(member.service, age, dice);
        member.leader = post.leading();
        member.facts.put("occupation", post.words());
        if (member.service != Service.CONSCRIPT) {
            member.facts.put("political-theory", theory(post));
        }
    }

    private String theory(Posts.Post post) {
        if (!post.leading()) {
            return "elementary";
        }
        return dice.chance(0.25) ? "advanced" : "intermediate";
    }
}
