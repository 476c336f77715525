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

    private static final int YEAR_MIN = 1930;
    private static final int YEAR_MAX = 2100;

    private final ReviewReports reports;
    private final ReviewResults results;
    private final OrganizationReviews organizationReviews;
    private final ReviewYears years;
    private final PublishedLines published;
    private final Levels levels;
    private final YearLines yearLines;
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
            YearLines yearLines,
            UnitTitles titles,
            Labels labels,
            Rulebook rulebook) {
        this.titles = titles;
        this.labels = labels;
        this.yearLines = yearLines;
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
        return Reply.show(
                new YearsPage(yearLines.of(viewer.scope(), texts), published.of(viewer.scope(), asOf.today(), texts)));
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
            @RequestParam(required = false) @Nullable OrganizationId org,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Texts texts) {
        var report = uncounted(viewer, org, year);
        var of = report.organization().id();
        var found = MembersBehind.of(
                results,
                year,
                viewer.scope().cellsOf(of, lastDay(year)),
                code -> Outcomes.isAmong(what, code, report.goodMemberLevels()),
                page);
        return Reply.show(new MembersPage(
                year,
                lastDay(year),
                report.organization(),
                viewer.scope().path(of, lastDay(year)),
                what,
                what.isEmpty() ? "" : outcome(report, what, texts),
                found.found(),
                found.shown().stream().map(r -> row(r, report, viewer, texts)).toList(),
                found.pages()));
    }

    private MembersPage.Row row(ReviewResults.MemberResult result, ReviewReport report, Viewer viewer, Texts texts) {
        return new MembersPage.Row(
                result,
                Place.of(result.cell(), viewer.scope(), lastDay(report.year())),
                outcome(report, Outcomes.code(result.level(), result.notClassified()), texts),
                result.allowed() == null ? "" : outcome(report, result.allowed(), texts));
    }

    @GetMapping("/reviews/{year}/organizations")
    Reply organizations(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable OrganizationId org,
            @RequestParam(defaultValue = "all") String kind,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Texts texts) {
        var report = uncounted(viewer, org, year);
        var of = report.organization().id();
        var below = viewer.scope().subtree(of, lastDay(year)).stream()
                .filter(o -> isOfKind(kind, levels.kind(o, lastDay(year))))
                .toList();
        var found = what.isEmpty() ? below : withOutcome(what, below, report);
        var pages = Pages.of(page, found.size());
        var shown = pages.cut(found);
        var ids = shown.stream().map(Organization::id).toList();
        var decides = viewer.may(Right.REVIEW_DECIDE);
        var rows = new OrganizationRows(
                report,
                viewer,
                texts,
                new Decisions(results, year, shown),
                decides ? judged(of, Set.copyOf(ids), year, texts) : Map.of(),
                titles.standing(ids, year));
        return Reply.show(new OrganizationsPage(
                year,
                report.organization(),
                viewer.scope().path(of, lastDay(year)),
                kind,
                what,
                what.isEmpty() ? "" : organizationOutcome(report, what, texts),
                found.size(),
                shown.stream().map(rows::row).toList(),
                decides,
                pages));
    }

    private List<Organization> withOutcome(String what, List<Organization> below, ReviewReport report) {
        var decided = new Decisions(results, report.year(), below);
        return below.stream()
                .filter(o -> Outcomes.isAmong(what, decided.code(o), report.goodOrganizationLevels()))
                .toList();
    }

    /** The rows of one page of organisations. */
    private final class OrganizationRows {

        private final ReviewReport report;
        private final Viewer viewer;
        private final Texts texts;
        private final Decisions decided;
        private final Map<OrganizationId, String> judged;
        private final Map<OrganizationId, UnitTitles.UnitTitle> titled;

        OrganizationRows(
                ReviewReport report,
                Viewer viewer,
                Texts texts,
                Decisions decided,
                Map<OrganizationId, String> judged,
                Map<OrganizationId, UnitTitles.UnitTitle> titled) {
            this.report = report;
            this.viewer = viewer;
            this.texts = texts;
            this.decided = decided;
            this.judged = judged;
            this.titled = titled;
        }

        OrganizationsPage.Row row(Organization organization) {
            var day = report.asOf();
            var title = Optional.ofNullable(titled.get(organization.id()));
            return new OrganizationsPage.Row(
                    organization,
                    Place.of(organization.id(), viewer.scope(), day),
                    levels.type(organization, day, texts),
                    organizationOutcome(report, decided.code(organization), texts),
                    decided.allowed(organization)
                            .map(code -> organizationOutcome(report, code, texts))
                            .orElse(judged.getOrDefault(organization.id(), "")),
                    decided.because(organization),
                    title.map(one -> labels.of(UNIT_TITLES, one.title(), day, texts))
                            .orElse(""),
                    title.map(UnitTitles.UnitTitle::contradiction).orElse(null));
        }
    }

    /** What the regulation allows for those shown directly below that have no decision yet, on what is on record. */
    private Map<OrganizationId, String> judged(OrganizationId org, Set<OrganizationId> shown, int year, Texts texts) {
        var judged = new HashMap<OrganizationId, String>();
        for (var subject : organizationReviews.below(org, year)) {
            if (subject.decided() == null
                    && shown.contains(subject.organization().id())) {
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
        return asked(viewer, organization, year).flatMap(one -> reports.of(one, year));
    }

    /** The same without its figures, which a list does not need. */
    private ReviewReport uncounted(Viewer viewer, @Nullable OrganizationId organization, int year) {
        return OutOfReach.require(asked(viewer, organization, year).flatMap(one -> reports.uncounted(one, year)));
    }

    /** Empty when the organisation is out of reach, or was not in force, on the last day of the year. */
    private Optional<OrganizationId> asked(Viewer viewer, @Nullable OrganizationId organization, int year) {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            return Optional.empty();
        }
        return Optional.ofNullable(organization)
                .or(() -> viewer.scope().top(lastDay(year)).map(Organization::id))
                .filter(one -> viewer.scope().covers(one, lastDay(year)));
    }

    private static boolean isOfKind(String wanted, String kind) {
        return switch (wanted) {
            case "all" -> true;
            case "counted" -> !kind.equals("other");
            default -> wanted.equals(kind);
        };
    }

    private String outcome(ReviewReport report, String code, Texts texts) {
        if (code.equals(Outcomes.UNDECIDED)) {
            return texts.of("review.undecided");
        }
        if (code.equals(Outcomes.GOOD)) {
            return texts.of("review.good");
        }
        var label = report.labels().get(code);
        return label == null ? levels.reason(report, code, lastDay(report.year()), texts) : Labels.in(label, texts);
    }

    private LocalDate lastDay(int year) {
        return years.lastDayOf(year);
    }

    /** What was decided of some organisations in a year. */
    private static final class Decisions {

        private final Map<OrganizationId, ReviewResults.OrganizationResult> byId = new HashMap<>();

        Decisions(ReviewResults results, int year, List<Organization> organizations) {
            var ids = organizations.stream().map(Organization::id).toList();
            results.organizations(year, ids).forEach(r -> byId.put(r.organization(), r));
        }

        String code(Organization organization) {
            var result = byId.get(organization.id());
            return result == null ? Outcomes.UNDECIDED : Outcomes.code(result.level(), result.notClassified());
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
