package vn.nentang.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.Timeline;
import vn.nentang.rulebook.RuleView.Earlier;
import vn.nentang.rulebook.RuleView.Kind;
import vn.nentang.rulebook.RuleView.Source;
import vn.nentang.rulebook.regime.Condition;
import vn.nentang.rulebook.regime.ReviewRegime;

/** Finds a rule by its key, whatever kind of rule it is, and gathers what is to be shown of it. */
final class RuleViews {

    private final Rulebook rulebook;
    private final LocalDate date;

    RuleViews(Rulebook rulebook, LocalDate date) {
        this.rulebook = rulebook;
        this.date = date;
    }

    RuleView of(String key) {
        return Stream.<Supplier<Optional<RuleView>>>of(
                        () -> parameter(key), () -> regime(key), () -> condition(key), () -> instrument(key))
                .flatMap(kind -> kind.get().stream())
                .findFirst()
                .orElseThrow(() -> new UnknownRule(key));
    }

    private Optional<RuleView> parameter(String key) {
        return rulebook.parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .map(this::parameter);
    }

    private RuleView parameter(Parameter parameter) {
        var spans = parameter.values().spans();
        var history = spans.stream().map(this::earlier).toList();
        for (var i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            var value = span.value();
            if (span.during().contains(date) && value.text() != null) {
                return new RuleView(
                        parameter.key(),
                        Kind.PARAMETER,
                        date,
                        parameter.title(),
                        parameter.unit().label(),
                        value.text(),
                        span.during().from(),
                        span.during().until(),
                        source(value.source()),
                        value.note(),
                        i == 0 ? null : history.get(i - 1),
                        history,
                        uses(parameter),
                        value.source().mark().needsCaution());
            }
        }
        throw new NothingInForce(parameter.key(), date);
    }

    private Earlier earlier(Timeline.Span<Parameter.Value> span) {
        return new Earlier(
                span.value().text(),
                span.during().from(),
                span.during().until(),
                source(span.value().source()));
    }

    /** The declared uses, and the regimes that name the parameter. */
    private List<Parameter.Use> uses(Parameter parameter) {
        var uses = new ArrayList<>(parameter.usedBy());
        rulebook.regimes().stream()
                .filter(regime -> regime.names(parameter.key()))
                .map(regime -> new Parameter.Use(regime.id(), regime.title()))
                .forEach(uses::add);
        return uses;
    }

    private Optional<RuleView> regime(String key) {
        return rulebook.findRegime(key)
                .map(regime -> view(
                        regime.id(),
                        Kind.REGIME,
                        regime.title(),
                        regime.source().instrument(),
                        regime.during(),
                        regime.source()));
    }

    private Optional<RuleView> condition(String key) {
        return rulebook.regimes().stream()
                .flatMap(RuleViews::conditions)
                .filter(one -> one.key().equals(key))
                .findFirst()
                .map(one -> view(
                        key,
                        Kind.CONDITION,
                        one.condition().sentence(),
                        one.condition().when().text(),
                        one.during(),
                        one.condition().source()));
    }

    private record Dated(String key, Condition condition, DateRange during) {}

    private static Stream<Dated> conditions(ReviewRegime regime) {
        var ofLevels = regime.rules().stream()
                .flatMap(rule -> rule.conditions().stream().map(one -> dated(regime, one, rule.during())));
        var ofExclusions =
                regime.exclusions().stream().map(exclusion -> dated(regime, exclusion.condition(), exclusion.during()));
        return Stream.concat(ofLevels, ofExclusions);
    }

    private static Dated dated(ReviewRegime regime, Condition condition, DateRange during) {
        return new Dated("%s.%s".formatted(regime.id(), condition.id()), condition, during);
    }

    private Optional<RuleView> instrument(String key) {
        return rulebook.findInstrument(key).map(this::instrument);
    }

    private RuleView instrument(Instrument instrument) {
        var from = instrument.from() == null
                ? instrument.signedOn()
                : instrument.from().day();
        var until = instrument.until() == null ? null : instrument.until().day().firstDay();
        var plain = view(
                instrument.key(),
                Kind.INSTRUMENT,
                instrument.title(),
                instrument.number(),
                new DateRange(from.firstDay(), until),
                new Citation(instrument.key(), "", instrument.mark()));
        return plain.restingOn(restingOn(instrument.key()));
    }

    /** Every parameter and regime that cites the instrument. */
    private List<Parameter.Use> restingOn(String instrument) {
        var parameters = rulebook.parameters().stream()
                .filter(parameter -> parameter.values().spans().stream()
                        .anyMatch(span -> span.value().source().instrument().equals(instrument)))
                .map(parameter -> new Parameter.Use(parameter.key(), parameter.title()));
        var regimes = rulebook.regimes().stream()
                .filter(regime -> regime.cites(instrument))
                .map(regime -> new Parameter.Use(regime.id(), regime.title()));
        return Stream.concat(parameters, regimes).toList();
    }

    private RuleView view(String key, Kind kind, Label title, String value, DateRange during, Citation citation) {
        if (kind != Kind.INSTRUMENT && !during.contains(date)) {
            throw new NothingInForce(key, date);
        }
        return new RuleView(
                key,
                kind,
                date,
                title,
                null,
                value,
                during.from(),
                during.until(),
                source(citation),
                note(citation),
                null,
                List.of(),
                List.of(),
                citation.mark().needsCaution());
    }

    private @Nullable Label note(Citation citation) {
        return rulebook.findInstrument(citation.instrument())
                .map(Instrument::note)
                .map(RuleViews::bilingual)
                .orElse(null);
    }

    /** Notes of instruments are written as “Vietnamese / English”. */
    private static Label bilingual(String note) {
        var parts = note.split(" / ", 2);
        return new Label(parts[0], parts[parts.length - 1]);
    }

    private Source source(Citation citation) {
        var instrument = rulebook.findInstrument(citation.instrument())
                .orElseThrow(() -> new UnknownRule(citation.instrument()));
        return new Source(
                instrument.key(),
                instrument.title(),
                instrument.issuer(),
                citation.article(),
                citation.mark(),
                instrument.checkedOn());
    }
}
