package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.years.Ladder;
import vn.nentang.review.years.Streaks;
import vn.nentang.review.years.UnitTitles;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.Ruling;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Years in a row of organisations. */
@WebFace
final class StreaksController {

    private static final String MANY_YEARS = "review.reward.years";

    private final Streaks streaks;
    private final UnitTitles titles;
    private final ReviewReports reports;
    private final AskedYear asked;
    private final Rulebook rulebook;
    private final Labels labels;
    private final Levels levels;

    StreaksController(
            Streaks streaks,
            UnitTitles titles,
            ReviewReports reports,
            AskedYear asked,
            Rulebook rulebook,
            Labels labels,
            Levels levels) {
        this.streaks = streaks;
        this.titles = titles;
        this.reports = reports;
        this.asked = asked;
        this.rulebook = rulebook;
        this.labels = labels;
        this.levels = levels;
    }

    @GetMapping("/reviews/streaks")
    Reply show(
            @RequestParam(required = false) @Nullable OrganizationId org,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var of = asked.of(org, year, viewer, asOf);
        var table = streaks.of(of.organization().id(), of.year());
        var pages = Pages.of(page, table.lines().size());
        var shown = pages.cut(table.lines());
        var ids = shown.stream().map(line -> line.organization().id()).toList();
        var showing = new Showing(of.year(), titles.standing(ids, of.year()), texts);
        return Reply.show(new StreaksPage(
                of.year(),
                of.years(),
                of.organization(),
                viewer.scope().path(of.organization().id(), table.asOf()),
                recognised(table),
                table.lines().size(),
                shown.stream().map(showing::row).toList(),
                legend(of, texts),
                table.notes(),
                viewer.may(Right.REVIEW_DECIDE),
                pages));
    }

    private List<ShownLevel> legend(AskedYear.Asked of, Texts texts) {
        return reports.uncounted(of.organization().id(), of.year())
                .map(ReviewReport::organizationLevels)
                .map(all -> Levels.shown(all, texts))
                .orElse(List.of());
    }

    private StreaksPage.Recognised recognised(Streaks.Table table) {
        var many = rulebook.on(table.asOf())
                .findRuling(MANY_YEARS)
                .map(Ruling::wholeNumber)
                .orElse(0);
        return new StreaksPage.Recognised(
                many,
                table.lines().stream()
                        .filter(line -> line.good().length() >= many)
                        .count(),
                table.lines().stream()
                        .filter(line -> line.top().length() >= many)
                        .count());
    }

    /** The rows of one page. */
    private final class Showing {

        private final int year;
        private final Map<OrganizationId, UnitTitles.UnitTitle> standing;
        private final Texts texts;
        private final YearMarks marks;

        Showing(int year, Map<OrganizationId, UnitTitles.UnitTitle> standing, Texts texts) {
            this.year = year;
            this.standing = standing;
            this.texts = texts;
            this.marks = new YearMarks(rulebook, labels, texts, Ladder.ORGANIZATION);
        }

        StreaksPage.Row row(Streaks.Line line) {
            var day = rulebookDay();
            var title = Optional.ofNullable(standing.get(line.organization().id()));
            return new StreaksPage.Row(
                    line.organization(),
                    levels.type(line.organization(), day, texts),
                    marks.of(line.results(), year),
                    marks.words(line.good()),
                    marks.end(line.good(), line.results()),
                    marks.words(line.top()),
                    marks.end(line.top(), line.results()),
                    line.predecessors().stream().map(this::told).toList(),
                    title.map(one -> labels.of("unit-title", one.title(), day, texts))
                            .orElse(""),
                    title.flatMap(one -> Optional.ofNullable(one.contradiction()))
                            .map(one -> Labels.in(one.sentence(), texts))
                            .orElse(""));
        }

        private LocalDate rulebookDay() {
            return asked.lastDayOf(year);
        }

        private String told(Streaks.Predecessor one) {
            return texts.of(
                    "streak.predecessor", one.name(), one.endedOn(), marks.words(one.good()), marks.words(one.top()));
        }
    }
}
