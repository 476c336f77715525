package vn.nentang.shell.web.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.Tally;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent.Figure;
import vn.nentang.review.round.RoundEvent.ReportSent;
import vn.nentang.review.round.Waiting;
import vn.nentang.review.round.Waiting.Progress;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** How far the round is at any moment, and the report that ends it. */
@WebFace
final class ProgressController {

    private static final String DECIDED = "decided";
    private static final String MEMBERS_DECIDED = "members-decided";
    private static final String SUBMITTED = "submitted";
    private static final String RETURNED = "returned";
    private static final String MET = "met";
    private static final String COLLECTING = "collecting";
    private static final String LATE = "late";

    private final Desk desk;
    private final Waiting waiting;
    private final ReviewResults results;
    private final ReviewReports reports;

    ProgressController(Desk desk, Waiting waiting, ReviewResults results, ReviewReports reports) {
        this.desk = desk;
        this.waiting = waiting;
        this.results = results;
        this.reports = reports;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/progress")
    Reply show(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        return Reply.show(new Showing(place, viewer, asOf.today(), texts).page(what, page, List.of()));
    }

    /** Sends the report upward with the figures as they stand. */
    @PostMapping("/reviews/{year}/organizations/{id}/report-sent")
    Reply send(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        var report = OutOfReach.require(reports.of(id, year));
        var event = new ReportSent(id, year, figures(report));
        return Reply.to(
                desk.record(command, List.of(event), asOf.today(), Paper.UNKNOWN, viewer),
                "/reviews/%d?org=%s".formatted(year, id),
                reasons -> new Showing(place, viewer, asOf.today(), texts).page("", 1, reasons));
    }

    private static List<Figure> figures(ReviewReport report) {
        var figures = new ArrayList<Figure>();
        Map.of(
                        "members", report.total().members(),
                        "grassroots", report.total().grassroots(),
                        "cells", report.total().cells())
                .forEach((about, tally) -> add(about, tally, figures));
        figures.sort(Comparator.comparing(Figure::name));
        return figures;
    }

    private static void add(String about, Tally tally, List<Figure> figures) {
        figures.add(new Figure(about + ".total", tally.total()));
        figures.add(new Figure(about + ".classified", tally.classified()));
        tally.levels().forEach((code, number) -> figures.add(new Figure(about + "." + code, number)));
        tally.notClassified().forEach((code, number) -> figures.add(new Figure(about + "." + code, number)));
    }

    /** The page while it is made: reads the registers once for everything below. */
    private final class Showing {

        private final Place place;
        private final Viewer viewer;
        private final LocalDate today;
        private final Texts texts;
        private final List<Organization> all;
        private final Map<OrganizationId, Progress> progress;
        private final Map<OrganizationId, Integer> members = new HashMap<>();
        private final Map<OrganizationId, Integer> decidedMembers = new HashMap<>();
        private final Map<OrganizationId, String> outcomes = new HashMap<>();
        private final Map<OrganizationId, Integer> depths = new HashMap<>();

        Showing(Place place, Viewer viewer, LocalDate today, Texts texts) {
            this.place = place;
            this.viewer = viewer;
            this.today = today;
            this.texts = texts;
            this.all = viewer.scope()
                    .subtree(place.organization().id(), place.rules().date());
            var ids = all.stream().map(Organization::id).toList();
            this.progress = waiting.progress(place.year(), ids);
            results.memberCounts(place.year(), ids).forEach(count -> {
                members.merge(count.cell(), count.number(), Integer::sum);
                if (count.level() != null || count.notClassified() != null) {
                    decidedMembers.merge(count.cell(), count.number(), Integer::sum);
                }
            });
            results.organizations(place.year(), ids)
                    .forEach(r -> outcomes.put(
                            r.organization(),
                            Objects.requireNonNull(r.level() == null ? r.notClassified() : r.level())));
            all.forEach(o -> depths.put(o.id(), o.parent() == null ? 0 : depths.getOrDefault(o.parent(), -1) + 1));
        }

        ProgressPage page(String what, int page, List<Refusal> problems) {
            var rows = all.stream().map(this::row).toList();
            var counts = counts(rows);
            var found = rows.stream()
                    .filter(row -> what.isEmpty() || row.state().equals(what) || (what.equals(LATE) && row.late()))
                    .toList();
            var pages = Pages.of(page, found.size());
            return new ProgressPage(
                    place,
                    desk.path(place, viewer),
                    pages.cut(found),
                    counts,
                    what,
                    found.size(),
                    pages,
                    waitingMembers(rows),
                    covers(Right.REVIEW_DECIDE),
                    covers(Right.REVIEW_DECIDE) && opensHere(),
                    problems);
        }

        private boolean covers(Right right) {
            return viewer.may(right)
                    && viewer.under(right)
                            .scope()
                            .covers(place.organization().id(), place.rules().date());
        }

        private boolean opensHere() {
            return place.findRound()
                    .map(round ->
                            round.organization().equals(place.organization().id()))
                    .orElse(!place.isCell());
        }

        private static List<ProgressPage.Count> counts(List<ProgressPage.Row> rows) {
            var counts = new LinkedHashMap<String, Integer>();
            for (var state : List.of(COLLECTING, MET, RETURNED, SUBMITTED, MEMBERS_DECIDED, DECIDED)) {
                counts.put(state, (int)
                        rows.stream().filter(r -> r.state().equals(state)).count());
            }
            counts.put(LATE, (int) rows.stream().filter(ProgressPage.Row::late).count());
            return counts.entrySet().stream()
                    .map(e -> new ProgressPage.Count(e.getKey(), e.getValue()))
                    .toList();
        }

        private static int waitingMembers(List<ProgressPage.Row> rows) {
            return rows.stream()
                    .filter(row -> row.state().equals(SUBMITTED))
                    .mapToInt(row -> row.members() - row.decided())
                    .sum();
        }

        private ProgressPage.Row row(Organization organization) {
            var id = organization.id();
            var count = members.getOrDefault(id, 0);
            var decided = decidedMembers.getOrDefault(id, 0);
            var state = state(id, count, decided);
            return new ProgressPage.Row(
                    organization,
                    Math.max(0, depths.getOrDefault(id, 0)),
                    state,
                    texts.of("round.waits." + state),
                    isLate(state),
                    Objects.requireNonNull(progress.get(id)).selfReviews(),
                    count,
                    decided);
        }

        private String state(OrganizationId id, int count, int decided) {
            if (outcomes.containsKey(id)) {
                return DECIDED;
            }
            var own = Objects.requireNonNull(progress.get(id));
            return switch (own.stage()) {
                case SUBMITTED -> count > 0 && count == decided ? MEMBERS_DECIDED : SUBMITTED;
                case RETURNED -> RETURNED;
                case COLLECTING -> own.metOn() == null ? COLLECTING : MET;
            };
        }

        /** Past the last day of the part it is in. */
        private boolean isLate(String state) {
            return place.findRound()
                    .map(round -> switch (state) {
                        case COLLECTING, MET, RETURNED ->
                            today.isAfter(round.deadlines().submission());
                        case SUBMITTED, MEMBERS_DECIDED ->
                            today.isAfter(round.deadlines().decision());
                        default -> false;
                    })
                    .orElse(false);
        }
    }
}
