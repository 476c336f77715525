package vn.nentang.shell.web.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.rulebook.Instrument;
import vn.nentang.rulebook.Parameter;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;

/** What the program knows of regulations. No secret: every account may read it. */
@WebFace
final class RulesController {

    private final Rulebook rulebook;

    RulesController(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @GetMapping("/rules")
    Reply all(@RequestParam(defaultValue = "") String mark, AsOf asOf) {
        var uncertainOnly = mark.equals("uncertain");
        return Reply.show(new RulesPage(
                rulebook.edition(),
                uncertainOnly,
                lines(asOf.date()).stream()
                        .filter(l -> !uncertainOnly
                                || (l.ruling() != null && l.ruling().needsCaution()))
                        .toList(),
                rulebook.regimes().stream()
                        .filter(r -> !uncertainOnly
                                || (r.during().contains(asOf.date()) && r.mark().needsCaution()))
                        .toList(),
                uncertainOnly ? List.of() : instruments()));
    }

    private List<RulesPage.Line> lines(LocalDate on) {
        return rulebook.parameters().stream()
                .map(p -> new RulesPage.Line(
                        p, rulebook.on(on).findRuling(p.key()).orElse(null)))
                .toList();
    }

    /** Newest first. */
    private List<Instrument> instruments() {
        return rulebook.instruments().stream()
                .sorted(Comparator.comparing(Instrument::signedOn).reversed())
                .toList();
    }

    @GetMapping("/rules/parameters/{key}")
    Reply parameter(@PathVariable String key, AsOf asOf) {
        var parameter = OutOfReach.require(
                rulebook.parameters().stream().filter(p -> p.key().equals(key)).findFirst());
        var ruling = rulebook.on(asOf.date()).findRuling(key).orElse(null);
        return Reply.show(
                new ParameterPage(parameter, ruling, parameter.values().spans().reversed()));
    }

    /** The key holds a slash in its number, so it is a parameter of the address and not a part of its path. */
    @GetMapping("/rules/instruments")
    Reply instrument(@RequestParam String key) {
        var instrument = OutOfReach.require(rulebook.findInstrument(key));
        return Reply.show(new InstrumentPage(
                instrument,
                instrument.replaces().stream()
                        .flatMap(k -> rulebook.findInstrument(k).stream())
                        .toList(),
                rulebook.instruments().stream()
                        .filter(i -> i.replaces().contains(key))
                        .toList(),
                rulebook.parameters().stream().filter(p -> restsOn(p, key)).toList()));
    }

    private static boolean restsOn(Parameter parameter, String instrument) {
        return parameter.values().spans().stream()
                .anyMatch(span -> span.value().source().instrument().equals(instrument));
    }

    @GetMapping("/rules/regimes/{id}")
    Reply regime(@PathVariable String id) {
        return Reply.show(new Reading(OutOfReach.require(rulebook.findRegime(id))).page());
    }

    /** A regime as its page prints it. */
    private record Reading(ReviewRegime regime) {

        RegimePage page() {
            return new RegimePage(
                    regime, regime.ladders().stream().map(this::ladder).toList());
        }

        private RegimePage.Ladder ladder(ReviewRegime.LevelLadder ladder) {
            return new RegimePage.Ladder(
                    subjects(ladder.kinds()),
                    ladder.descending().stream()
                            .map(level -> level(ladder, level))
                            .toList());
        }

        private RegimePage.Level level(ReviewRegime.LevelLadder ladder, ReviewRegime.Level level) {
            return new RegimePage.Level(
                    level,
                    regime.rules().stream()
                            .filter(rule -> rule.level().equals(level.code())
                                    && rule.kinds().stream().anyMatch(ladder.kinds()::contains))
                            .map(rule -> new RegimePage.Rule(subjects(rule.kinds()), rule))
                            .toList());
        }

        /** In the order of the regime. */
        private List<ReviewRegime.SubjectKind> subjects(Set<String> kinds) {
            return regime.subjects().stream()
                    .filter(subject -> kinds.contains(subject.kind()))
                    .toList();
        }
    }
}
