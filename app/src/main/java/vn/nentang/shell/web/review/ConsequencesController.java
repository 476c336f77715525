package vn.nentang.shell.web.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.years.Consequences;
import vn.nentang.review.years.Consequences.MemberYears;
import vn.nentang.review.years.Ladder;
import vn.nentang.review.years.Rewards;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Screening, records for appointments, and rewards that may be proposed. */
@WebFace
final class ConsequencesController {

    private static final int LISTED_MAX = 200;

    private final Consequences consequences;
    private final ReviewReports reports;
    private final AskedYear asked;
    private final Rulebook rulebook;
    private final Labels labels;

    ConsequencesController(
            Consequences consequences, ReviewReports reports, AskedYear asked, Rulebook rulebook, Labels labels) {
        this.consequences = consequences;
        this.reports = reports;
        this.asked = asked;
        this.rulebook = rulebook;
        this.labels = labels;
    }

    @GetMapping("/reviews/consequences")
    Reply show(
            @RequestParam(required = false) @Nullable OrganizationId org,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var of = asked.of(org, year, viewer, asOf);
        var lastDay = asked.lastDayOf(of.year());
        var cells = viewer.scope().cellsOf(of.organization().id(), lastDay);
        var table = consequences.of(of.organization().id(), cells, of.year());
        var counts = consequences.members(cells, of.year());
        var count = counts.values().stream().reduce(0, Integer::sum);
        var pages = Pages.of(page, count);
        var on = CellsOnPage.of(cells, counts, pages);
        var last = consequences.lastYears(on.cells(), of.year(), on.skipped(), pages.rows());
        var showing = new Showing(viewer, lastDay, texts);
        return Reply.show(new ConsequencesPage(
                of.year(),
                of.years(),
                of.organization(),
                viewer.scope().path(of.organization().id(), lastDay),
                table.screening(),
                table.screened().size(),
                table.screened().stream()
                        .limit(LISTED_MAX)
                        .map(one -> showing.row(one.member(), of.year(), showing.marks.words(one.failed())))
                        .toList(),
                showing.proposed(table),
                last.rule(),
                last.years().reversed(),
                count,
                last.lines().stream()
                        .map(one -> showing.row(one, last.years().getLast(), of.year(), ""))
                        .toList(),
                legend(of, texts),
                table.notes(),
                pages));
    }

    private List<ShownLevel> legend(AskedYear.Asked of, Texts texts) {
        return reports.uncounted(of.organization().id(), of.year())
                .map(ReviewReport::memberLevels)
                .map(all -> Levels.shown(all, texts))
                .orElse(List.of());
    }

    private final class Showing {

        private final Viewer viewer;
        private final LocalDate day;
        private final YearMarks marks;

        Showing(Viewer viewer, LocalDate day, Texts texts) {
            this.viewer = viewer;
            this.day = day;
            this.marks = new YearMarks(rulebook, labels, texts, Ladder.MEMBER);
        }

        ConsequencesPage.PersonRow row(MemberYears member, int year, String said) {
            return new ConsequencesPage.PersonRow(
                    member.person(), member.fullName(), place(member), marks.of(member.results(), year), said);
        }

        ConsequencesPage.PersonRow row(MemberYears member, int first, int last, String said) {
            return new ConsequencesPage.PersonRow(
                    member.person(),
                    member.fullName(),
                    place(member),
                    marks.between(member.results(), first, last),
                    said);
        }

        private Place place(MemberYears member) {
            return Place.of(member.cell(), viewer.scope(), day);
        }

        private String cell(MemberYears member) {
            return viewer.scope().nameOf(member.cell(), day);
        }

        /** Each reward with those whose longest row reaches it; organisations first, as in the list. */
        List<ConsequencesPage.RewardGroup> proposed(Consequences.Table table) {
            var groups = new LinkedHashMap<Rewards.Reward, List<ConsequencesPage.Proposed>>();
            table.organizations()
                    .forEach(one -> one.rewards()
                            .forEach(reward -> groups.computeIfAbsent(reward, _ -> new ArrayList<>())
                                    .add(new ConsequencesPage.Proposed(
                                            one.organization().name(),
                                            "/organizations/"
                                                    + one.organization().id(),
                                            "",
                                            marks.words(one.top())))));
            table.members()
                    .forEach(one -> one.rewards()
                            .forEach(reward -> groups.computeIfAbsent(reward, _ -> new ArrayList<>())
                                    .add(new ConsequencesPage.Proposed(
                                            one.member().fullName(),
                                            "/members/" + one.member().person(),
                                            cell(one.member()),
                                            marks.words(one.top())))));
            return groups.entrySet().stream()
                    .map(group -> new ConsequencesPage.RewardGroup(
                            group.getKey(),
                            group.getValue().size(),
                            group.getValue().stream().limit(LISTED_MAX).toList()))
                    .toList();
        }
    }
}
