package vn.nentang.shell.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import vn.nentang.access.Viewer;
import vn.nentang.desk.Duties;
import vn.nentang.desk.Headlines;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.review.ReviewReport;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.intake.WaitingRosters;

/** The first page: what waits, and the figures that matter. */
@WebFace
final class DeskController {

    private final Duties duties;
    private final Headlines headlines;
    private final Rosters rosters;
    private final Contradictions contradictions;
    private final WaitingRosters files;

    DeskController(
            Duties duties, Headlines headlines, Rosters rosters, Contradictions contradictions, WaitingRosters files) {
        this.duties = duties;
        this.headlines = headlines;
        this.rosters = rosters;
        this.contradictions = contradictions;
        this.files = files;
    }

    @GetMapping("/")
    Reply show(Viewer viewer, AsOf asOf) {
        var on = asOf.date();
        var scope = viewer.scope();
        var roster = roster(viewer, on);
        return Reply.show(new DeskPage(
                scope.top(),
                scope.nameOf(scope.top(), on),
                scope.organizations(on).size(),
                viewer.readsMembers() ? roster.size() : null,
                headlines(viewer, on),
                waits(viewer, roster, asOf)));
    }

    /** Everyone on the rolls within reach; nobody for those who may not know. */
    private List<RosterLine> roster(Viewer viewer, LocalDate on) {
        return viewer.readsMembers() ? rosters.of(viewer.scope().cells(on), on) : List.of();
    }

    private List<DeskPage.Headline> headlines(Viewer viewer, LocalDate on) {
        var reports = headlines.of(viewer.scope().top(), on);
        if (reports.isEmpty()) {
            return List.of();
        }
        var organization = viewer.scope().top();
        var members = viewer.readsMembers() ? "/reviews/%d/members?org=%s&what=good" : "/reviews/%d?org=%s";
        return List.of(
                headline("review.good-members", reports, ReviewReport::goodMembers, members, organization),
                headline(
                        "review.good-organizations",
                        reports,
                        ReviewReport::goodOrganizations,
                        "/reviews/%d/organizations?org=%s&kind=counted&what=good",
                        organization));
    }

    private static DeskPage.Headline headline(
            String key,
            List<ReviewReport> reports,
            Function<ReviewReport, ReviewReport.Share> share,
            String path,
            Object organization) {
        return new DeskPage.Headline(
                key,
                reports.stream()
                        .map(r -> new DeskPage.Year(
                                r.year(), share.apply(r), String.format(path, r.year(), organization)))
                        .toList());
    }

    private List<DeskPage.Wait> waits(Viewer viewer, List<RosterLine> roster, AsOf asOf) {
        var on = asOf.date();
        var waits = new ArrayList<DeskPage.Wait>();
        if (viewer.readsMembers()) {
            var ended = duties.probationEnded(roster, on).size();
            waits.add(new DeskPage.Wait(ended, "desk.probation-overdue", "/probation"));
            var suspensions = duties.suspensionsOver(roster, on).size();
            waits.add(new DeskPage.Wait(suspensions, "desk.suspension-over", "/suspensions"));
            var contradicting = contradictions.of(viewer, asOf.today()).size();
            waits.add(new DeskPage.Wait(contradicting, "desk.anomalies", "/anomalies"));
        }
        duties.reviewDue(on).map(due -> review(due, viewer)).ifPresent(waits::add);
        if (viewer.records()) {
            waits.add(new DeskPage.Wait(files.of(viewer.account()).size(), "desk.imports", "/imports"));
        }
        waits.add(new DeskPage.Wait(duties.uncertainRules(on).size(), "desk.uncertain-rules", "/rules?mark=uncertain"));
        return waits.stream().filter(w -> w.count() > 0).toList();
    }

    private DeskPage.Wait review(Duties.ReviewDue due, Viewer viewer) {
        var top = viewer.scope().top();
        return new DeskPage.Wait(
                headlines.undecided(top, due.year()),
                "desk.review-due",
                List.of(due.before()),
                "/reviews/%d?org=%s".formatted(due.year(), top));
    }

    @GetMapping("/probation")
    Reply probation(Viewer viewer, AsOf asOf) {
        OutOfReach.unless(viewer.readsMembers());
        var on = asOf.date();
        var rows = duties.probationEnded(roster(viewer, on), on).stream()
                .map(line -> new ProbationPage.Row(line, viewer.scope().nameOf(line.cell(), on)))
                .toList();
        return Reply.show(new ProbationPage(rows));
    }

    @GetMapping("/suspensions")
    Reply suspensions(Viewer viewer, AsOf asOf) {
        OutOfReach.unless(viewer.readsMembers());
        var on = asOf.date();
        var rows = duties.suspensionsOver(roster(viewer, on), on).stream()
                .map(over -> new SuspensionsPage.Row(
                        over.line(),
                        over.until(),
                        viewer.scope().nameOf(over.line().cell(), on)))
                .toList();
        return Reply.show(new SuspensionsPage(rows));
    }

    @GetMapping("/anomalies")
    Reply anomalies(Viewer viewer, AsOf asOf, Texts texts) {
        OutOfReach.unless(viewer.readsMembers());
        var rows = contradictions.of(viewer, asOf.today()).stream()
                .map(c -> c.row(texts))
                .toList();
        return Reply.show(new AnomaliesPage(rows));
    }
}
