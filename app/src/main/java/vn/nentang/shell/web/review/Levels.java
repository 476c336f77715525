package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewRecording;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.Tally;
import vn.nentang.review.workbook.ReviewSheetResult;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;

/** Levels and reasons as pages print them: in order, with their words and their colour. */
@Component
final class Levels {

    private static final String TYPES = "organization-type";
    private static final String MEMBER = "member";
    private static final int TONES = 4;

    private final Rulebook rulebook;
    private final Labels labels;

    Levels(Rulebook rulebook, Labels labels) {
        this.rulebook = rulebook;
        this.labels = labels;
    }

    static List<ShownLevel> shown(List<ReviewReport.NamedLevel> levels, Texts texts) {
        return IntStream.range(0, levels.size())
                .mapToObj(i -> new ShownLevel(
                        levels.get(i).code(), Labels.in(levels.get(i).label(), texts), tone(i, levels.size())))
                .toList();
    }

    /** The lowest level is always the last colour, so that two ladders of unequal length can be read alike. */
    static int tone(int index, int size) {
        return index == size - 1 ? TONES : Math.min(index + 1, TONES - 1);
    }

    /** The reasons that occur, with the words of the regime or of the list of other reasons. */
    List<ShownLevel> reasons(ReviewReport report, Tally tally, LocalDate on, Texts texts) {
        return new TreeSet<>(tally.notClassified().keySet())
                .stream()
                        .map(code -> new ShownLevel(code, reason(report, code, on, texts), 0))
                        .toList();
    }

    String reason(ReviewReport report, String code, LocalDate on, Texts texts) {
        var legal = report.regime() == null
                ? List.<ReviewRegime.Exclusion>of()
                : rulebook.findRegime(report.regime())
                        .map(ReviewRegime::exclusions)
                        .orElse(List.of());
        return legal.stream()
                .filter(e -> e.reason().equals(code))
                .findFirst()
                .map(e -> Labels.in(e.condition().sentence(), texts))
                .orElseGet(() -> labels.of("not-assessed-reason", code, on, texts));
    }

    /** The codes of the levels a member may be given in a checked workbook's year, highest first. */
    List<String> levelsOf(ReviewSheetResult result) {
        return result.regime().regime().subjects().stream()
                .filter(subject -> subject.object().equals(MEMBER))
                .flatMap(subject -> result.regime().ladder(subject.kind()).stream())
                .map(ReviewRegime.Level::code)
                .distinct()
                .toList();
    }

    /** The words of all levels and reasons of a checked workbook's year, by code. */
    Map<String, String> words(ReviewSheetResult result, Texts texts) {
        var regime = result.regime().regime();
        var words = new HashMap<String, String>();
        ReviewRecording.reasons(result)
                .forEach(code -> words.put(
                        code,
                        labels.of("not-assessed-reason", code, result.regime().date(), texts)));
        regime.exclusions()
                .forEach(e -> words.put(e.reason(), Labels.in(e.condition().sentence(), texts)));
        regime.ladders().stream()
                .filter(ladder -> ladder.kinds().stream().anyMatch(kind -> isMember(regime, kind)))
                .flatMap(ladder -> ladder.descending().stream())
                .forEach(level -> words.put(level.code(), Labels.in(level.label(), texts)));
        return words;
    }

    /** What a group of similar position is called in the regime that names it. */
    String group(@Nullable String regime, String code, Texts texts) {
        return Optional.ofNullable(regime).flatMap(rulebook::findRegime).stream()
                .flatMap(found -> found.subjects().stream())
                .filter(subject -> subject.kind().equals(code))
                .findFirst()
                .map(subject -> Labels.in(subject.label(), texts))
                .orElse(code);
    }

    /** The same for every group of these caps, by code. */
    Map<String, String> groups(@Nullable String regime, List<ReviewReport.GroupCap> caps, Texts texts) {
        var groups = new HashMap<String, String>();
        caps.forEach(cap -> groups.put(cap.group(), group(regime, cap.group(), texts)));
        return groups;
    }

    private static boolean isMember(ReviewRegime regime, String kind) {
        return regime.subjects().stream()
                .anyMatch(subject ->
                        subject.kind().equals(kind) && subject.object().equals(MEMBER));
    }

    /** How a report counts an organisation: cells, grassroots, or other. */
    String kind(Organization organization, LocalDate on) {
        var facts = rulebook.codeList(TYPES)
                .find(organization.type(), on)
                .map(CodeList.Code::with)
                .orElse(Map.of());
        if ("true".equals(facts.get("grassroots"))) {
            return "grassroots";
        }
        return "cell".equals(facts.get("reviewedAs")) ? "cells" : "other";
    }

    String type(Organization organization, LocalDate on, Texts texts) {
        return labels.of(TYPES, organization.type(), on, texts);
    }

    /** One bar of a tally; what has no level stands last, in grey. */
    static List<Bars.Part> parts(Tally tally, List<ShownLevel> levels, Texts texts) {
        var counts = new ArrayList<Bars.Count>();
        levels.forEach(l -> counts.add(new Bars.Count(
                "%s: %s".formatted(l.label(), texts.number(tally.at(l.code()))), l.tone(), tally.at(l.code()))));
        var none = tally.unclassified() + tally.undecided();
        counts.add(new Bars.Count("%s: %s".formatted(texts.of("review.none"), texts.number(none)), 0, none));
        return Bars.of(counts);
    }
}
