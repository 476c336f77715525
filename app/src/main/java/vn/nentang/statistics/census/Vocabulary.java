package vn.nentang.statistics.census;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.membership.Fact;
import vn.nentang.membership.RollPeriod;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.years.YearResult;

/** The numbers of all words the census met, box by box. */
final class Vocabulary {

    private static final int ONE_BYTE = 255;
    private static final String BETWEEN = "\t";

    private final Map<Attribute, Words> words = new EnumMap<>(Attribute.class);
    private final Words results = new Words(ONE_BYTE);

    Vocabulary() {
        for (var attribute : Attribute.values()) {
            words.put(attribute, new Words(attribute == Attribute.OCCUPATION ? Character.MAX_VALUE : ONE_BYTE));
        }
    }

    Words of(Attribute attribute) {
        return Objects.requireNonNull(words.get(attribute));
    }

    Traits traits(RollPeriod period) {
        return new Traits(
                small(Attribute.STANDING, period.standing().code()),
                small(Attribute.SEX, period.facts().get(Fact.SEX)),
                day(period.facts().get(Fact.BIRTH)),
                period.admittedOn() == null
                        ? Days.UNKNOWN
                        : Days.of(period.admittedOn().firstDay()),
                small(Attribute.ETHNIC_GROUP, period.facts().get(Fact.ETHNICITY)),
                small(Attribute.RELIGION, period.facts().get(Attribute.RELIGION.code())),
                small(Attribute.GENERAL_EDUCATION, period.facts().get(Attribute.GENERAL_EDUCATION.code())),
                small(
                        Attribute.PROFESSIONAL_QUALIFICATION,
                        period.facts().get(Attribute.PROFESSIONAL_QUALIFICATION.code())),
                small(Attribute.POLITICAL_THEORY, period.facts().get(Attribute.POLITICAL_THEORY.code())),
                (char) of(Attribute.OCCUPATION).number(period.facts().get(Attribute.OCCUPATION.code())));
    }

    private byte small(Attribute attribute, @Nullable String word) {
        return (byte) of(attribute).number(word);
    }

    private static char day(@Nullable String birth) {
        return birth == null ? Days.UNKNOWN : Days.of(PartialDate.parse(birth).firstDay());
    }

    /** What an event decided of one subject for a year; empty where it decided something else. */
    Optional<YearLevel> level(LedgerEvent event) {
        return switch (event) {
            case ReviewEvent.MemberClassified one ->
                Optional.of(new YearLevel(one.year(), of(Attribute.LEVEL).number(code(one.outcome()))));
            case ReviewEvent.OrganizationClassified one ->
                Optional.of(new YearLevel(
                        one.year(),
                        results.number(String.join(
                                BETWEEN,
                                one.outcome().regime(),
                                Objects.requireNonNullElse(one.outcome().level(), ""),
                                Objects.requireNonNullElse(one.outcome().notClassified(), "")))));
            default -> Optional.empty();
        };
    }

    private static String code(ReviewEvent.Outcome outcome) {
        return Objects.requireNonNullElse(outcome.level(), Objects.requireNonNullElse(outcome.notClassified(), ""));
    }

    /** An organisation's result back from its number. */
    YearResult result(YearLevel level) {
        var parts = results.word(level.code()).split(BETWEEN, -1);
        return new YearResult(level.year(), parts[0], orNull(parts[1]), orNull(parts[2]));
    }

    void writeTo(Packed.Out out) throws IOException {
        for (var one : boxes()) {
            var all = one.all();
            out.put(all.size());
            for (var word : all) {
                out.put(word);
            }
        }
    }

    /** Takes over all numbers from a file. */
    void readFrom(Packed.In in) throws IOException {
        for (var one : boxes()) {
            var all = new ArrayList<String>();
            for (int left = in.number(); left > 0; left--) {
                all.add(in.text());
            }
            one.become(all);
        }
    }

    private List<Words> boxes() {
        return Stream.concat(words.values().stream(), Stream.of(results)).toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
