package vn.nentang.shell.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.desk.Duties;
import vn.nentang.desk.Headlines;
import vn.nentang.desk.RoundDuties;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.membership.Proposals;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.years.Targets;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.intake.WaitingRosters;

/** The first page: what waits, and the figures that matter. */
@WebFace
final class DeskController {

    /** Within more organisations than this nothing is counted member by member on the way. */
    private static final int COUNTED_MAX = 300;

    private final Duties duties;
    private final Headlines headlines;
    private final Rosters rosters;
    private final Contradictions contradictions;
    private final WaitingRosters files;
    private final Proposals proposals;
    private final Targets targets;
    private final RoundDuties rounds;
    private final CountedFigures figures;

    DeskController(
            Duties duties,
            Headlines headlines,
            Rosters rosters,
            Contradictions contradictions,
            WaitingRosters files,
            Proposals proposals,
            Targets targets,
            RoundDuties rounds,
            CountedFigures figures) {
        this.figures = figures;
        this.targets = targets;
        this.rounds = rounds;
        this.proposals = proposals;
        this.duties = duties;
        this.headlines = headlines;
        this.rosters = rosters;
        this.contradictions = contradictions;
        this.files = files;
    }

    @GetMapping("/")
    Reply show(Viewer viewer, AsOf asOf) {
        var on = asOf.date();
        var reader = viewer.under(Right.MEMBER_READ);
        var home = home(viewer, on);
        var organizations = viewer.under(Right.ORGANIZATION_READ).scope().size(on);
        var wide = Math.max(organizations, reader.scope().size(on)) > COUNTED_MAX;
        if (wide) {
            return Reply.show(wide(viewer, home, organizations, asOf));
        }
        var roster = roster(reader, on);
        return Reply.show(new DeskPage(
                home.orElse(null),
                organizations,
                home.filter(h -> reader.scope().covers(h.id(), on)).isPresent() ? roster.size() : null,
                home.map(h -> headlines(viewer, h.id(), on)).orElse(List.of()),
                waits(viewer, home.map(Organization::id), roster, asOf)));
    }

    private DeskPage wide(Viewer viewer, Optional<Organization> home, int organizations, AsOf asOf) {
        var on = asOf.date();
        var read = home.map(Organization::id)
                .filter(id -> viewer.under(Right.MEMBER_READ).scope().covers(id, on));
        var greeting = read.flatMap(id -> figures.of(id, on));
        var waits = wideWaits(viewer, home.map(Organization::id), asOf);
        read.filter(_ -> greeting.isEmpty())
                .ifPresent(id -> waits.addFirst(
                        DeskPage.Wait.notCounted("desk.figures-read", "/organizations/%s/census".formatted(id))));
        return new DeskPage(
                home.orElse(null),
                organizations,
                greeting.map(CountedFigures.Greeting::members).orElse(null),
                home.filter(h -> viewer.under(Right.REVIEW_READ).scope().covers(h.id(), on))
                        .flatMap(_ -> greeting)
                        .map(CountedFigures.Greeting::headlines)
                        .orElse(List.of()),
                waits);
    }

    /** What waits somewhere in a wide reach is not counted to greet somebody: where it is dealt with it is gone through. */
    private List<DeskPage.Wait> wideWaits(Viewer viewer, Optional<OrganizationId> home, AsOf asOf) {
        var waits = new ArrayList<DeskPage.Wait>();
        waits.addAll(ownReview(viewer, asOf.date().getYear()));
        if (viewer.may(Right.MEMBER_READ)) {
            waits.add(DeskPage.Wait.notCounted("desk.probation-overdue", "/probation"));
            waits.add(DeskPage.Wait.notCounted("desk.suspension-over", "/suspensions"));
        }
        if (viewer.may(Right.MEMBER_DECIDE)) {
            waits.add(DeskPage.Wait.notCounted("desk.proposals", "/proposals"));
        }
        home.filter(_ -> viewer.may(Right.REVIEW_READ))
                .ifPresent(id -> waits.add(DeskPage.Wait.notCounted(
                        "desk.progress",
                        "/reviews/%d/organizations/%s/progress"
                                .formatted(asOf.date().getYear(), id))));
        return waits;
    }

    /** Where the reader's work lies: what members' files are read for, or else the organisation that may be seen. */
    private static Optional<Organization> home(Viewer viewer, LocalDate on) {
        return viewer.under(Right.MEMBER_READ)
                .scope()
                .top(on)
                .or(() -> viewer.under(Right.ORGANIZATION_READ).scope().top(on));
    }

    /** Everyone on the rolls within reach. */
    private List<RosterLine> roster(Viewer reader, LocalDate on) {
        return rosters.of(reader.scope().cells(on), on);
    }

    private List<DeskPage.Headline> headlines(Viewer viewer, OrganizationId home, LocalDate on) {
        if (!viewer.under(Right.REVIEW_READ).scope().covers(home, on)) {
            return List.of();
        }
        var reports = headlines.of(home, on);
        if (reports.isEmpty()) {
            return List.of();
        }
        return List.of(
                headline(
                        "review.good-members",
                        reports,
                        ReviewReport::goodMembers,
                        viewer.under(Right.MEMBER_READ).scope().covers(home, on)
                                ? "/reviews/%d/members?org=%s&what=good"
                                : "/reviews/%d?org=%s",
                        home,
                        targets.members(reports.getFirst())),
                headline(
                        "review.good-organizations",
                        reports,
                        ReviewReport::goodOrganizations,
                        "/reviews/%d/organizations?org=%s&kind=counted&what=good",
                        home,
                        targets.organizations(reports.getFirst())));
    }

    private static DeskPage.Headline headline(
            String key,
            List<ReviewReport> reports,
            Function<ReviewReport, ReviewReport.Share> share,
            String path,
            OrganizationId organization,
            Optional<Targets.Target> target) {
        return new DeskPage.Headline(
                key,
                reports.stream()
                        .map(r -> new DeskPage.Year(
                                r.year(), share.apply(r), String.format(path, r.year(), organization)))
                        .toList(),
                target.orElse(null));
    }

    private List<DeskPage.Wait> waits(
            Viewer viewer, Optional<OrganizationId> home, List<RosterLine> roster, AsOf asOf) {
        var on = asOf.date();
        var waits = new ArrayList<DeskPage.Wait>();
        if (viewer.may(Right.MEMBER_READ)) {
            var ended = duties.probationEnded(roster, on).size();
            waits.add(new DeskPage.Wait(ended, "desk.probation-overdue", "/probation"));
            var suspensions = duties.suspensionsOver(roster, on).size();
            waits.add(new DeskPage.Wait(suspensions, "desk.suspension-over", "/suspensions"));
            var contradicting = contradictions
                    .of(viewer.under(Right.MEMBER_READ), asOf.today())
                    .size();
            waits.add(new DeskPage.Wait(contradicting, "desk.anomalies", "/anomalies"));
        }
        if (viewer.may(Right.COMMITTEE_RECORD)) {
            var reach = viewer.under(Right.COMMITTEE_RECORD).scope().organizations(on);
            waits.add(new DeskPage.Wait(
                    duties.committeesToStrengthen(reach, on), "desk.shortfalls", "/committees/shortfalls"));
        }
        waits.addAll(round(viewer, home, on));
        if (viewer.may(Right.REVIEW_RECORD)) {
            duties.reviewDue(on).flatMap(due -> home.map(h -> review(due, h))).ifPresent(waits::add);
        }
        if (viewer.may(Right.MEMBER_DECIDE)) {
            var decides = viewer.under(Right.MEMBER_DECIDE).scope();
            var open = proposals.open(decides.cells(asOf.today())).stream()
                    .filter(p -> !p.by().equals(viewer.account().login()))
                    .count();
            waits.add(new DeskPage.Wait((int) open, "desk.proposals", "/proposals"));
        }
        if (viewer.may(Right.ROSTER_IMPORT)) {
            waits.add(new DeskPage.Wait(files.of(viewer.account()).size(), "desk.imports", "/imports"));
        }
        if (viewer.may(Right.MEMBER_RECORD)) {
            waits.add(new DeskPage.Wait(
                    duties.uncertainRules(on).size(), "desk.uncertain-rules", "/rules?mark=uncertain"));
        }
        return waits.stream().filter(DeskPage.Wait::isThere).toList();
    }

    /** The own self-review, the papers of the home organisation, the papers that came up. */
    private List<DeskPage.Wait> round(Viewer viewer, Optional<OrganizationId> home, LocalDate on) {
        var year = on.getYear();
        var waits = new ArrayList<>(ownReview(viewer, year));
        if (viewer.may(Right.REVIEW_RECORD)) {
            home.flatMap(id -> rounds.papersDue(year, id)
                            .map(due -> new DeskPage.Wait(
                                    1,
                                    "desk.papers-due",
                                    List.of(due),
                                    "/reviews/%d/organizations/%s/dossier".formatted(year, id))))
                    .ifPresent(waits::add);
        }
        if (viewer.may(Right.REVIEW_DECIDE) && home.isPresent()) {
            var below = viewer.under(Right.REVIEW_DECIDE).scope().cells(on);
            waits.add(new DeskPage.Wait(
                    rounds.handedIn(year, below),
                    "desk.papers-handed-in",
                    "/reviews/%d/organizations/%s/progress?what=submitted".formatted(year, home.get())));
        }
        return waits;
    }

    private List<DeskPage.Wait> ownReview(Viewer viewer, int year) {
        return Optional.ofNullable(viewer.person()).flatMap(person -> rounds.ownReviewDue(person, year)).stream()
                .map(due -> new DeskPage.Wait(1, "desk.my-review", List.of(due), "/reviews/%d/mine".formatted(year)))
                .toList();
    }

    private DeskPage.Wait review(Duties.ReviewDue due, OrganizationId home) {
        return new DeskPage.Wait(
                headlines.undecided(home, due.year()),
                "desk.review-due",
                List.of(due.before()),
                "/reviews/%d?org=%s".formatted(due.year(), home));
    }

    @GetMapping("/probation")
    Reply probation(@RequestParam(defaultValue = "1") int page, Viewer viewer, AsOf asOf) {
        var on = asOf.date();
        var part = part(viewer, on, page);
        var rows = duties.probationEnded(rosters.of(part.rolls(), on), on).stream()
                .map(line -> new ProbationPage.Row(line, Place.of(line.cell(), viewer.scope(), on)))
                .toList();
        return Reply.show(new ProbationPage(rows, part.inParts(), part.pages()));
    }

    @GetMapping("/suspensions")
    Reply suspensions(@RequestParam(defaultValue = "1") int page, Viewer viewer, AsOf asOf) {
        var on = asOf.date();
        var part = part(viewer, on, page);
        var rows = duties.suspensionsOver(rosters.of(part.rolls(), on), on).stream()
                .map(over -> new SuspensionsPage.Row(
                        over.line(), over.until(), Place.of(over.line().cell(), viewer.scope(), on)))
                .toList();
        return Reply.show(new SuspensionsPage(rows, part.inParts(), part.pages()));
    }

    /** @param inParts how many organisations there are, where the rolls are those of some of them; null where of all */
    private record RollsPart(
            List<OrganizationId> rolls, @Nullable Integer inParts, Pages pages) {}

    private static RollsPart part(Viewer viewer, LocalDate on, int page) {
        var all = viewer.scope().cells(on);
        var pages = Pages.of(page, all.size(), COUNTED_MAX);
        return new RollsPart(pages.cut(all), pages.last() > 1 ? all.size() : null, pages);
    }

    @GetMapping("/anomalies")
    Reply anomalies(Viewer viewer, AsOf asOf, Texts texts) {
        var rows = contradictions.of(viewer, asOf.today()).stream()
                .map(c -> c.row(texts))
                .toList();
        return Reply.show(new AnomaliesPage(rows));
    }
}
