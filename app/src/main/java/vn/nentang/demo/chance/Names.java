package vn.nentang.demo.chance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nentang.rulebook.source.Section;

/** Puts made-up names together from how often their parts occur. */
public final class Names {

    private static final String KINH = "01";
    private static final int OLD_FASHIONED_UNTIL = 1985;
    private static final double OLD_FASHIONED = 0.5;

    /**
     * One people.
     *
     * @param code of the list {@code ethnic-group}
     * @param own how often, in percent, a given name is of the people's own language
     */
    private record People(
            String code,
            int share,
            List<String> family,
            List<String> male,
            List<String> female,
            List<String> middle,
            int own) {}

    private record Parts(
            List<People> peoples,
            Lot<String> middleMale,
            Lot<String> middleFemale,
            List<String> placesFirst,
            List<String> placesSecond) {}

    /** A name and the people it is of. */
    public record Named(String fullName, String ethnicGroup) {}

    private final Parts parts;
    private final Map<String, People> byCode = new HashMap<>();
    private final Lot<People> peoples = new Lot<>();
    private final Lot<String> kinhFamily = new Lot<>();
    private final Lot<String> male = new Lot<>();
    private final Lot<String> female = new Lot<>();

    /** The peoples of a mountain province. */
    public Names() {
        this("names.yaml");
    }

    /** The peoples of a file beside the demo's own. */
    public Names(String file) {
        parts = DemoFile.read(file, Names::parts);
        parts.peoples().forEach(p -> peoples.with(p, p.share()));
        parts.peoples().forEach(p -> byCode.put(p.code(), p));
        DemoFile.rows("family-names.csv").forEach(r -> kinhFamily.with(r.get(0), Double.parseDouble(r.get(1))));
        DemoFile.rows("given-names.csv")
                .forEach(r -> ("male".equals(r.get(0)) ? male : female).with(r.get(1), Double.parseDouble(r.get(2))));
    }

    private static Parts parts(Section file) {
        var middle = file.section("middle").orElseThrow();
        return new Parts(
                file.sections("peoples").stream().map(Names::people).toList(),
                weights(middle.section("male").orElseThrow()),
                weights(middle.section("female").orElseThrow()),
                file.texts("placesFirst"),
                file.texts("placesSecond"));
    }

    private static People people(Section section) {
        return new People(
                section.text("code"),
                section.integer("share"),
                section.texts("family"),
                section.texts("male"),
                section.texts("female"),
                section.texts("middle"),
                section.optionalInteger("own").orElse(0));
    }

    private static Lot<String> weights(Section section) {
        var lot = new Lot<String>();
        section.keys().forEach(word -> lot.with(word, section.integer(word)));
        return lot;
    }

    public Named person(Dice dice, Sex sex, int birthYear) {
        return person(dice, sex, birthYear, peoples.draw(dice));
    }

    /** Somebody of a people that the file knows. */
    public Named person(Dice dice, Sex sex, int birthYear, String ethnicGroup) {
        return person(dice, sex, birthYear, Objects.requireNonNull(byCode.get(ethnicGroup)));
    }

    private Named person(Dice dice, Sex sex, int birthYear, People people) {
        var words = new ArrayList<String>();
        words.add(people.code().equals(KINH) ? kinhFamily.draw(dice) : dice.pick(people.family()));
        words.add(middle(dice, people, sex, birthYear));
        words.add(given(dice, people, sex));
        return new Named(String.join(" ", words), people.code());
    }

    private String middle(Dice dice, People people, Sex sex, int birthYear) {
        if (!people.middle().isEmpty()) {
            return people.middle().get(sex == Sex.MALE ? 0 : 1);
        }
        var oldFashioned = birthYear < OLD_FASHIONED_UNTIL && dice.chance(OLD_FASHIONED);
        if (sex == Sex.MALE) {
            return oldFashioned ? "Văn" : parts.middleMale().draw(dice);
        }
        return oldFashioned ? "Thị" : parts.middleFemale().draw(dice);
    }

    private String given(Dice dice, People people, Sex sex) {
        var own = sex == Sex.MALE ? people.male() : people.female();
        if (!own.isEmpty() && dice.below(100) < people.own()) {
            return dice.pick(own);
        }
        return (sex == Sex.MALE ? male : female).draw(dice);
    }

    /** A made-up place, for communes and hamlets. */
    public String place(Dice dice) {
        return dice.pick(parts.placesFirst()) + " " + dice.pick(parts.placesSecond());
    }

    /** The invented province of a number: each number another one, as long as the words last, then numbered. */
    public String province(int index) {
        var first = parts.placesFirst();
        var second = parts.placesSecond();
        var words = first.get(index % first.size()) + " " + second.get((index / first.size() + index) % second.size());
        var round = index / (first.size() * second.size());
        return round == 0 ? words : words + " " + (round + 1);
    }
}
