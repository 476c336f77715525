package vn.nentang.shell.web.review;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nentang.access.Scope;
import vn.nentang.organization.Organization;
import vn.nentang.review.OrganizationTypes;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReport.Share;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.Tally;
import vn.nentang.review.years.Targets;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.CountedLevels;
import vn.nentang.shell.web.Texts;

/**
 * The years side by side for a whole reach. A small one shows what the report of each year says; the members of a large one
 * are counted by the census, since a dozen reports of a hundred thousand members each are no greeting.
 */
@Component
final class YearLines {

    private static final int REPORTED_MAX = 300;

    private final ReviewReports reports;
    private final ReviewResults results;
    private final ReviewYears years;
    private final CountedLevels counted;
    private final Targets targets;
    private final Rulebook rulebook;

    YearLines(
            ReviewReports reports,
            ReviewResults results,
            ReviewYears years,
            CountedLevels counted,
            Targets targets,
            Rulebook rulebook) {
        this.reports = reports;
        this.results = results;
        this.years = years;
        this.counted = counted;
        this.targets = targets;
        this.rulebook = rulebook;
    }

    /**
     * One year.
     *
     * @param report for its regime and levels, with or without figures
     * @param isCounted by the census
     * @param members null while the census reads the ledger for the first time
     */
    private record Year(
            ReviewReport report,
            boolean isCounted,
            @Nullable Tally members,
            Share goodOrganizations) {

        boolean isDecided() {
            return goodOrganizations.whole() > 0 || (members != null && members.total() > members.undecided());
        }
    }

    YearsPage.Lines of(Scope scope, Texts texts) {
        var all = results.years().stream()
                .flatMap(year -> year(scope, year).stream())
                .filter(Year::isDecided)
                .toList();
        var legend = all.isEmpty()
                ? List.<ShownLevel>of()
                : Levels.shown(all.getFirst().report().memberLevels(), texts);
        var bars = all.reversed().stream().map(year -> bar(year, texts)).toList();
        return new YearsPage.Lines(
                all.stream().map(this::line).toList(), all.stream().anyMatch(Year::isCounted), new Bars(bars), legend);
    }

    private Optional<Year> year(Scope scope, int year) {
        var day = years.lastDayOf(year);
        return scope.top(day)
                .flatMap(top -> scope.size(day) > REPORTED_MAX
                        ? reports.uncounted(top.id(), year).map(report -> counted(report, scope))
                        : reports.of(top.id(), year).map(YearLines::reported));
    }

    private static Year reported(ReviewReport report) {
        return new Year(report, false, report.total().members(), report.goodOrganizations());
    }

    private Year counted(ReviewReport report, Scope scope) {
        return new Year(
                report,
                true,
                counted.of(report.organization().id(), report.year()).orElse(null),
                goodOrganizations(report, scope));
    }

    /** As the report has it: of the grassroots organisations and the cells that were classified. */
    private Share goodOrganizations(ReviewReport report, Scope scope) {
        var types = new OrganizationTypes(rulebook.on(report.asOf()));
        var ids = scope.subtree(report.organization().id(), report.asOf()).stream()
                .filter(one -> types.isGrassroots(one) || types.isCell(one))
                .map(Organization::id)
                .toList();
        var levels = new TreeMap<String, Integer>();
        for (var count : results.organizationCounts(report.year(), ids)) {
            if (count.level() != null) {
                levels.merge(count.level(), count.number(), Integer::sum);
            }
        }
        var tally = new Tally(levels, new TreeMap<>(), 0);
        return new Share(tally.at(report.goodOrganizationLevels()), tally.classified());
    }

    private static Bars.Bar bar(Year year, Texts texts) {
        var report = year.report();
        var members = year.members() == null ? Tally.EMPTY : year.members();
        return new Bars.Bar(
                String.valueOf(report.year()),
                "/reviews/" + report.year(),
                Levels.parts(members, Levels.shown(report.memberLevels(), texts), texts),
                texts.number(members.total()));
    }

    private YearsPage.Line line(Year year) {
        var report = year.report();
        var members = year.members();
        return new YearsPage.Line(
                report.year(),
                members == null ? null : figures(report, members),
                year.goodOrganizations(),
                targets.organizations(report.asOf(), year.goodOrganizations()).orElse(null),
                report.source());
    }

    private YearsPage.Figures figures(ReviewReport report, Tally members) {
        var good = new Share(members.at(report.goodMemberLevels()), members.classified());
        return new YearsPage.Figures(
                members.total(),
                members.classified(),
                good,
                targets.members(report.asOf(), good).orElse(null));
    }
}
