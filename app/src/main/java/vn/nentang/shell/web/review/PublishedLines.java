package vn.nentang.shell.web.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.access.Scope;
import vn.nentang.ledger.Entry;
import vn.nentang.review.PublishedResults;
import vn.nentang.review.ReviewEvent.Noted;
import vn.nentang.review.ReviewEvent.PublishedResultRecorded;
import vn.nentang.review.published.Flag;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;

/** Published results as the page prints them: their figures, what does not add up in them, and where they come from. */
@Component
final class PublishedLines {

    private static final int PERCENT_PARTS = 100;
    private static final int TONES = 4;

    /** On one page. */
    static final int MOST = 100;

    private final PublishedResults results;
    private final Rulebook rulebook;

    PublishedLines(PublishedResults results, Rulebook rulebook) {
        this.results = results;
        this.rulebook = rulebook;
    }

    /** Of everything within reach on the day, latest year first; {@value MOST} of them, where there are more. */
    List<YearsPage.Published> of(Scope scope, LocalDate on, Texts texts) {
        var lines = new ArrayList<YearsPage.Published>();
        for (var entry : results.of(organization -> scope.covers(organization, on), MOST)) {
            if (entry.event() instanceof PublishedResultRecorded published) {
                lines.add(line(published, entry, scope.nameOf(published.organization(), on), texts));
            }
        }
        return lines;
    }

    private YearsPage.Published line(
            PublishedResultRecorded published, Entry<?> entry, String organization, Texts texts) {
        var levels = levels(published);
        return new YearsPage.Published(
                published.year(),
                organization,
                texts.of("review.about." + published.about()),
                number(published.total(), texts),
                number(published.assessed(), texts),
                levels.stream().map(level -> words(published, level, texts)).toList(),
                bar(published, levels, texts),
                results.cap(published).orElse(null),
                published.flags().stream().map(noted -> flag(noted, texts)).toList(),
                entry.paper());
    }

    private static String number(@Nullable Integer number, Texts texts) {
        return number == null ? "" : texts.number(number);
    }

    /** Those with a figure, highest first; a part of a level is shown with its level. */
    private List<ReviewRegime.Level> levels(PublishedResultRecorded published) {
        var found = new LinkedHashMap<String, ReviewRegime.Level>();
        rulebook.findRegime(published.regime()).stream()
                .flatMap(regime -> regime.ladders().stream().filter(ladder -> isAbout(published, regime, ladder)))
                .flatMap(ladder -> ladder.descending().stream())
                .filter(level -> level.within() == null)
                .forEach(level -> found.putIfAbsent(level.code(), level));
        return found.values().stream()
                .filter(level -> share(published, level.code()) > 0 || count(published, level.code()) != null)
                .toList();
    }

    private static boolean isAbout(
            PublishedResultRecorded published, ReviewRegime regime, ReviewRegime.LevelLadder ladder) {
        var object = published.about().equals("members") ? "member" : "organization";
        return regime.subjects().stream()
                .anyMatch(subject ->
                        subject.object().equals(object) && ladder.kinds().contains(subject.kind()));
    }

    private static @Nullable Integer count(PublishedResultRecorded published, String level) {
        return published.counts().stream()
                .filter(count -> count.code().equals(level))
                .findFirst()
                .map(count -> count.number())
                .orElse(null);
    }

    /** The count, or the printed percentage in hundredths, whichever there is. */
    private static int share(PublishedResultRecorded published, String level) {
        var count = count(published, level);
        return count != null
                ? count
                : PublishedResults.printed(published, level)
                        .map(percent -> percent.multiply(BigDecimal.valueOf(PERCENT_PARTS))
                                .intValue())
                        .orElse(0);
    }

    private static String words(PublishedResultRecorded published, ReviewRegime.Level level, Texts texts) {
        var count = count(published, level.code());
        var printed = PublishedResults.printed(published, level.code())
                .map(percent -> texts.of("published.printed", texts.decimal(percent)))
                .orElse("");
        return "%s: %s"
                .formatted(
                        Labels.in(level.label(), texts),
                        count == null
                                ? printed
                                : printed.isEmpty() ? texts.number(count) : texts.number(count) + " " + printed);
    }

    private static List<Bars.Part> bar(
            PublishedResultRecorded published, List<ReviewRegime.Level> levels, Texts texts) {
        var counts = new ArrayList<Bars.Count>();
        for (var i = 0; i < levels.size(); i++) {
            var tone = i == levels.size() - 1 && i > 1 ? TONES : Math.min(i + 1, TONES - 1);
            counts.add(new Bars.Count(
                    words(published, levels.get(i), texts),
                    tone,
                    share(published, levels.get(i).code())));
        }
        return Bars.of(counts);
    }

    private static YearsPage.FlagLine flag(Noted noted, Texts texts) {
        var facts = new LinkedHashMap<String, String>();
        noted.facts().forEach(fact -> facts.put(fact.name(), fact.value()));
        return Flag.Code.find(noted.code())
                .map(code ->
                        new YearsPage.FlagLine(Labels.in(new Flag(code, facts).sentence(), texts), code.isWarning()))
                .orElseGet(() -> new YearsPage.FlagLine(noted.code(), true));
    }
}
