package vn.nentang.shell.web.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.paper.PaperFiles;
import vn.nentang.paper.PaperFormat;
import vn.nentang.review.OrganizationReviews;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReportFiles;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.years.Targets;
import vn.nentang.review.years.UnitTitles;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.MachineJson;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.Download;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Results of yearly reviews, each on the tree of its year's last day. */
@WebFace
final class ReviewController {

    private static final String UNIT_TITLES = "unit-title";

    private static final String GOOD = "good";
    private static final int YEAR_MIN = 1930;
    private static final int YEAR_MAX = 2100;

    private final ReviewReports reports;
    private final ReviewResults results;
    private final OrganizationReviews organizationReviews;
    private final ReviewYears years;
    private final PublishedLines published;
    private final Levels levels;
    private final Targets targets;
    private final Rulebook rulebook;

    private final UnitTitles titles;
    private final Labels labels;

    ReviewController(
            ReviewReports reports,
            ReviewResults results,
            OrganizationReviews organizationReviews,
            ReviewYears years,
            PublishedLines published,
            Levels levels,
            Targets targets,
            UnitTitles titles,
            Labels labels,
            Rulebook rulebook) {
        this.titles = titles;
        this.labels = labels;
        this.targets = targets;
        this.reports = reports;
        this.results = results;
        this.organizationReviews = organizationReviews;
        this.years = years;
        this.published = published;
        this.levels = levels;
        this.rulebook = rulebook;
    }

    @GetMapping("/reviews")
    Reply years(Viewer viewer, AsOf asOf, Texts texts) {
        var reported = results.years().stream()
                .flatMap(year -> reportOf(viewer, null, year).stream())
                .filter(r -> r.total().members().total() > r.total().members().undecided())
                .toList();
        var bars = reported.reversed().stream().map(r -> yearBar(r, texts)).toList();
        var legend = reported.isEmpty()
                ? List.<ShownLevel>of()
                : Levels.shown(reported.getFirst().memberLevels(), texts);
        return Reply.show(new YearsPage(
                reported, targets, new Bars(bars), legend, published.of(viewer.scope(), asOf.today(), texts)));
    }

    private static Bars.Bar yearBar(ReviewReport report, Texts texts) {
        var members = report.total().members();
        return new Bars.Bar(
                String.valueOf(report.year()),
                "/reviews/" + report.year(),
                Levels.parts(members, Levels.shown(report.memberLevels(), texts), texts),
                texts.number(members.total()));
    }

    @GetMapping("/reviews/{year}")
    Reply year(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable OrganizationId org,
            Viewer viewer,
            Texts texts) {
        var report = OutOfReach.require(reportOf(viewer, org, year));
        var lastDay = lastDay(year);
        var memberLevels = Levels.shown(report.memberLevels(), texts);
        var bars = report.rows().stream()
                .map(row -> new Bars.Bar(
                        row.organization().name(),
                        "/reviews/%d?org=%s".formatted(year, row.organization().id()),
                        Levels.parts(row.members(), memberLevels, texts),
                        texts.number(row.members().total())))
                .toList();
        return Reply.show(new YearPage(
                report,
                viewer.scope().path(report.organization().id(), lastDay),
                new Bars(bars),
                memberLevels,
                Levels.shown(allLevels(report), texts),
                levels.reasons(report, report.total().members(), lastDay, texts),
                levels.groups(report.regime(), report.caps(), texts),
                viewer.may(Right.MEMBER_READ)));
    }

    /** Members' levels first; those that only organisations have come after. */
    private static List<ReviewReport.NamedLevel> allLevels(ReviewReport report) {
        var byCode = new LinkedHashMap<String, ReviewReport.NamedLevel>();
        report.memberLevels().forEach(l -> byCode.put(l.code(), l));
        report.organizationLevels().forEach(l -> byCode.putIfAbsent(l.code(), l));
        return List.copyOf(byCode.values());
    }

    /** The summary an office sends: form 6-BTCTW as a workbook, a paper of two kinds or JSON. */
    @GetMapping("/reviews/{year}/report")
    ResponseEntity<byte[]> report(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable OrganizationId org,
            @RequestParam String format,
            Viewer viewer)
            throws IOException {
        var report = OutOfReach.require(reportOf(viewer, org, year));
        return switch (format) {
            case "xlsx" -> Download.of(Download.Kind.XLSX, name(report), ReviewReportFiles.xlsx(report));
            case "docx" -> Download.of(Download.Kind.DOCX, name(report), PaperFiles.docx(paper(report)));
            case "pdf" -> Download.of(Download.Kind.PDF, name(report), PaperFiles.pdf(paper(report)));
            case "json" -> Download.of(Download.Kind.JSON, name(report), json(report));
            default -> throw new OutOfReach();
        };
    }

    private OfficialPaper paper(ReviewReport report) {
        return ReviewReportFiles.paper(report, PaperFormat.on(rulebook.on(report.asOf())));
    }

    private static String name(ReviewReport report) {
        return "6-BTCTW %d %s".formatted(report.year(), report.organization().name());
    }

    private static byte[] json(ReviewReport report) {
        return MachineJson.write(ReviewReportFiles.json(report)).getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/reviews/{year}/members")
    Reply members(
            @PathVariable int year,
            @RequestParam OrganizationId org,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Texts texts) {
        var report = OutOfReach.require(report(viewer, org, year));
        var cells = viewer.scope().cellsOf(org, lastDay(year));
        var found = results.members(year, cells).stream()
                .filter(r -> isMeant(what, code(r.level(), r.notClassified()), report.goodMemberLevels()))
                .toList();
        var pages = Pages.of(page, found.size());
        return Reply.show(new MembersPage(
                year,
                lastDay(year),
                report.organization(),
                viewer.scope().path(org, lastDay(year)),
                what,
                what.isEmpty() ? "" : outcome(report, what, texts),
                found.size(),
                pages.cut(found).stream()
                        .map(r -> row(r, report, viewer, texts))
                        .toList(),
                pages));
    }

    private MembersPage.Row row(ReviewResults.MemberResult result, ReviewReport report, Viewer viewer, Texts texts) {
        return new MembersPage.Row(
                result,
                Place.of(result.cell(), viewer.scope(), lastDay(report.year())),
                outcome(report, code(result.level(), result.notClassified()), texts),
                result.allowed() == null ? "" : outcome(report, result.allowed(), texts));
    }

    @GetMapping("/reviews/{year}/organizations")
    Reply organizations(
            @PathVariable int year,
            @RequestParam OrganizationId org,
            @RequestParam(defaultValue = "all") String kind,
            @RequestParam(defaultValue = "") String what,
            Viewer viewer,
            Texts texts) {
        var report = OutOfReach.require(report(viewer, org, year));
        var below = viewer.scope().subtree(org, lastDay(year)).stream()
                .filter(o -> isOfKind(kind, levels.kind(o, lastDay(year))))
                .toList();
        var decided = new Decisions(results, year, below);
        var decides = viewer.may(Right.REVIEW_DECIDE);
        var judged = decides ? judged(org, year, texts) : Map.<OrganizationId, String>of();
        var titled = titles.standing(below.stream().map(Organization::id).toList(), year);
        var rows = below.stream()
                .filter(o -> isMeant(what, decided.code(o), report.goodOrganizationLevels()))
                .map(o -> new OrganizationsPage.Row(
                        o,
                        levels.type(o, lastDay(year), texts),
                        organizationOutcome(report, decided.code(o), texts),
                        decided.allowed(o)
                                .map(code -> organizationOutcome(report, code, texts))
                                .orElse(judged.getOrDefault(o.id(), "")),
                        decided.because(o),
                        Optional.ofNullable(titled.get(o.id()))
                                .map(one -> labels.of(UNIT_TITLES, one.title(), lastDay(year), texts))
                                .orElse(""),
                        Optional.ofNullable(titled.get(o.id()))
                                .map(UnitTitles.UnitTitle::contradiction)
                                .orElse(null)))
                .toList();
        return Reply.show(new OrganizationsPage(
                year,
                report.organization(),
                viewer.scope().path(org, lastDay(year)),
                kind,
                what.isEmpty() ? "" : organizationOutcome(report, what, texts),
                rows,
                decides));
    }

    /** What the regulation allows for those directly below that have no decision yet, on what is on record. */
    private Map<OrganizationId, String> judged(OrganizationId org, int year, Texts texts) {
        var judged = new HashMap<OrganizationId, String>();
        for (var subject : organizationReviews.below(org, year)) {
            if (subject.decided() == null) {
                var reasons = new Reasons(subject.regime().regime(), texts);
                var outcome = OrganizationReviews.judge(subject, Map.of()).classification();
                judged.put(subject.organization().id(), reasons.outcome(outcome));
            }
        }
        return judged;
    }

    /** Some regimes have other words for the levels of organisations. */
    private String organizationOutcome(ReviewReport report, String code, Texts texts) {
        return report.organizationLevels().stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .map(level -> Labels.in(level.label(), texts))
                .orElseGet(() -> outcome(report, code, texts));
    }

    /** Of an organisation; of the first within reach where none is named. */
    private Optional<ReviewReport> reportOf(Viewer viewer, @Nullable OrganizationId organization, int year) {
        return Optional.ofNullable(organization)
                .or(() -> viewer.scope().top(lastDay(year)).map(Organization::id))
                .flatMap(one -> report(viewer, one, year));
    }

    /** Empty when the organisation is out of reach, or was not in force, on the last day of the year. */
    private Optional<ReviewReport> report(Viewer viewer, OrganizationId organization, int year) {
        var possible = year >= YEAR_MIN && year <= YEAR_MAX;
        return possible && viewer.scope().covers(organization, lastDay(year))
                ? reports.of(organization, year)
                : Optional.empty();
    }

    /** A code, all good levels together, or everything. */
    private static boolean isMeant(String what, String code, Set<String> good) {
        return what.isEmpty() || what.equals(code) || (what.equals(GOOD) && good.contains(code));
    }

    private static boolean isOfKind(String wanted, String kind) {
        return switch (wanted) {
            case "all" -> true;
            case "counted" -> !kind.equals("other");
            default -> wanted.equals(kind);
        };
    }

    private String outcome(ReviewReport report, String code, Texts texts) {
        if (code.equals(Decisions.UNDECIDED)) {
            return texts.of("review.undecided");
        }
        if (code.equals(GOOD)) {
            return texts.of("review.good");
        }
        var label = report.labels().get(code);
        return label == null ? levels.reason(report, code, lastDay(report.year()), texts) : Labels.in(label, texts);
    }

    private static String code(@Nullable String level, @Nullable String reason) {
        return level != null ? level : reason != null ? reason : Decisions.UNDECIDED;
    }

    private LocalDate lastDay(int year) {
        return years.lastDayOf(year);
    }

    /** What was decided of some organisations in a year. */
    private static final class Decisions {

        static final String UNDECIDED = "undecided";

        private final Map<OrganizationId, ReviewResults.OrganizationResult> byId = new HashMap<>();

        Decisions(ReviewResults results, int year, List<Organization> organizations) {
            var ids = organizations.stream().map(Organization::id).toList();
            results.organizations(year, ids).forEach(r -> byId.put(r.organization(), r));
        }

        String code(Organization organization) {
            var result = byId.get(organization.id());
            return result == null ? UNDECIDED : ReviewController.code(result.level(), result.notClassified());
        }

        Optional<String> allowed(Organization organization) {
            return Optional.ofNullable(byId.get(organization.id())).map(ReviewResults.OrganizationResult::allowed);
        }

        String because(Organization organization) {
            var result = byId.get(organization.id());
            return result == null || result.because() == null ? "" : result.because();
        }
    }
}
