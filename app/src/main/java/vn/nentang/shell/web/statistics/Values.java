package vn.nentang.shell.web.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.Mark;
import vn.nentang.membership.Standing;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.Dimension;

/** The words behind what members are counted by, and the order in which tables show them. */
@Component
final class Values {

    private static final Map<Attribute, String> LISTS = Map.of(
            Attribute.SEX, "sex",
            Attribute.AGE, "age-band",
            Attribute.PARTY_AGE, "party-age-band",
            Attribute.ETHNIC_GROUP, "ethnic-group",
            Attribute.RELIGION, "religion",
            Attribute.GENERAL_EDUCATION, "general-education",
            Attribute.PROFESSIONAL_QUALIFICATION, "professional-qualification",
            Attribute.POLITICAL_THEORY, "political-theory");

    private final Rulebook rulebook;
    private final ReviewYears years;
    private final Labels labels;

    Values(Rulebook rulebook, ReviewYears years, Labels labels) {
        this.rulebook = rulebook;
        this.years = years;
        this.labels = labels;
    }

    String attribute(Dimension by, Texts texts) {
        var key = "census.by." + by.attribute().code();
        return by.attribute().isOfAYear() ? texts.of(key, String.valueOf(by.year())) : texts.of(key);
    }

    String word(Dimension by, String value, LocalDate on, Texts texts) {
        if (value.isEmpty()) {
            return texts.of("census.unknown");
        }
        return switch (by.attribute()) {
            case STANDING -> texts.of("standing." + value);
            case LEVEL -> level(by.year(), value, texts);
            case CELL_STREAK -> texts.of("census.years", Integer.valueOf(value));
            case OCCUPATION -> value;
            case SEX,
                    AGE,
                    PARTY_AGE,
                    ETHNIC_GROUP,
                    RELIGION,
                    GENERAL_EDUCATION,
                    PROFESSIONAL_QUALIFICATION,
                    POLITICAL_THEORY -> labels.of(LISTS.getOrDefault(by.attribute(), ""), value, on, texts);
        };
    }

    private String level(int year, String value, Texts texts) {
        var day = years.lastDayOf(year);
        return rulebook.findRegime(day)
                .map(regime -> labels.outcome(regime.regime().id(), "member", value, day, texts))
                .orElse(value);
    }

    /** How sure the list is by which members are counted. */
    Mark mark(Attribute attribute) {
        return rulebook.codeLists().stream()
                .filter(list -> list.name().equals(LISTS.get(attribute)))
                .findFirst()
                .map(list -> list.source().mark())
                .orElse(Mark.VERIFIED);
    }

    /** As the list has them; words of no list by the alphabet; what is not known last. */
    Comparator<String> order(Dimension by, LocalDate on) {
        var order = codes(by, on);
        return Comparator.<String>comparingInt(value -> value.isEmpty() ? 1 : 0)
                .thenComparingInt(value -> order.contains(value) ? order.indexOf(value) : order.size())
                .thenComparingInt(value -> by.attribute() == Attribute.CELL_STREAK ? -Integer.parseInt(value) : 0)
                .thenComparing(Comparator.naturalOrder());
    }

    private List<String> codes(Dimension by, LocalDate on) {
        return switch (by.attribute()) {
            case STANDING ->
                List.of(Standing.values()).stream().map(Standing::code).toList();
            case LEVEL ->
                rulebook.findRegime(years.lastDayOf(by.year())).stream()
                        .flatMap(regime -> regime.regime().ladders().stream())
                        .flatMap(ladder -> ladder.descending().stream())
                        .map(ReviewRegime.Level::code)
                        .distinct()
                        .toList();
            case CELL_STREAK, OCCUPATION -> List.of();
            case SEX,
                    AGE,
                    PARTY_AGE,
                    ETHNIC_GROUP,
                    RELIGION,
                    GENERAL_EDUCATION,
                    PROFESSIONAL_QUALIFICATION,
                    POLITICAL_THEORY ->
                rulebook.codeLists().stream()
                        .filter(list -> list.name().equals(LISTS.get(by.attribute())))
                        .flatMap(list -> list.on(on).stream())
                        .map(CodeList.Code::code)
                        .toList();
        };
    }
}
