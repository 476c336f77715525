package vn.nentang.shell.web.membership;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.membership.RosterExport;
import vn.nentang.membership.RosterLine;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.RollKeepers;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Download;
import vn.nentang.shell.web.Frame;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** Members on a day, as known now or as known then. */
@WebFace
final class RosterController {

    /** Of more organisations than this the roster is shown some at a time, in the order of the tree. */
    private static final int IN_ONE_MAX = 300;

    private static final int PART = 10;

    private final Rosters rosters;
    private final Rulebook rulebook;
    private final Labels labels;
    private final RosterExport export;

    RosterController(Rosters rosters, Rulebook rulebook, Labels labels, RosterExport export) {
        this.rosters = rosters;
        this.rulebook = rulebook;
        this.labels = labels;
        this.export = export;
    }

    @GetMapping("/organizations/{id}/roster")
    Reply show(
            @PathVariable OrganizationId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            AsOf asOf,
            KnownAt knownAt,
            Texts texts) {
        var on = asOf.date();
        var organization = OutOfReach.require(viewer.scope().find(id, on));
        var cells = viewer.scope().cellsOf(id, on);
        var parts = cells.size() > IN_ONE_MAX;
        if (parts && !q.isBlank()) {
            return Reply.goTo(searching(q.strip(), asOf));
        }
        var part = Pages.of(page, cells.size(), PART);
        var all = rosters.of(parts ? part.cut(cells) : cells, on, knownAt.instant());
        var found = matching(all, q);
        var pages = parts ? part : Pages.of(page, found.size());
        return Reply.show(new RosterPage(
                organization,
                viewer.scope().path(id, on),
                knownAt,
                q.strip(),
                all.size(),
                found.size(),
                standings(all),
                parts ? rows(found, 0, on, viewer, texts) : rows(pages.cut(found), pages.from(), on, viewer, texts),
                cells.size() > 1,
                viewer.may(Right.MEMBER_RECORD, id, asOf.today())
                        && RollKeepers.types(rulebook).contains(organization.type()),
                parts ? cells.size() : null,
                pages));
    }

    /** The same roster, without words looked for, as a workbook. */
    @GetMapping("/organizations/{id}/roster.xlsx")
    void workbook(
            @PathVariable OrganizationId id, Viewer viewer, AsOf asOf, KnownAt knownAt, HttpServletResponse response)
            throws IOException {
        var wanted = wanted(id, viewer, asOf, knownAt);
        Download.announce(response, Download.Kind.XLSX, fileName(id, viewer, asOf));
        export.write(wanted, RosterExport.Format.XLSX, response.getOutputStream(), (_, _) -> {});
    }

    /** The same as a table of text. */
    @GetMapping("/organizations/{id}/roster.csv")
    void table(@PathVariable OrganizationId id, Viewer viewer, AsOf asOf, KnownAt knownAt, HttpServletResponse response)
            throws IOException {
        var wanted = wanted(id, viewer, asOf, knownAt);
        Download.announce(response, Download.Kind.CSV, fileName(id, viewer, asOf));
        export.write(wanted, RosterExport.Format.CSV, response.getOutputStream(), (_, _) -> {});
    }

    private static RosterExport.Wanted wanted(OrganizationId id, Viewer viewer, AsOf asOf, KnownAt knownAt) {
        var on = asOf.date();
        OutOfReach.require(viewer.scope().find(id, on));
        return new RosterExport.Wanted(
                viewer.scope().cellsOf(id, on),
                on,
                knownAt.instant(),
                cell -> viewer.scope().path(cell, on));
    }

    private static String fileName(OrganizationId id, Viewer viewer, AsOf asOf) {
        return "danh sach dang vien %s %s".formatted(viewer.scope().nameOf(id, asOf.date()), asOf.date());
    }

    /** Names are looked for everywhere within reach where the roster is too long to be read. */
    private static String searching(String words, AsOf asOf) {
        var day = asOf.isToday() ? "" : "&%s=%s".formatted(AsOf.PARAMETER, asOf.date());
        return "/search?q=" + Frame.encoded(words) + day;
    }

    private static List<RosterLine> matching(List<RosterLine> all, String words) {
        var folded = VietnameseText.folded(words);
        return all.stream()
                .filter(l -> VietnameseText.folded(l.fullName()).contains(folded)
                        || words.strip().equals(l.cardNumber())
                        || words.strip().equals(l.citizenId()))
                .toList();
    }

    private static List<RosterPage.Standings> standings(List<RosterLine> all) {
        return all.stream()
                .collect(Collectors.groupingBy(RosterLine::standing, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> new RosterPage.Standings(e.getKey().code(), e.getValue()))
                .toList();
    }

    private List<RosterPage.Row> rows(List<RosterLine> shown, int before, LocalDate on, Viewer viewer, Texts texts) {
        return IntStream.range(0, shown.size())
                .mapToObj(i -> row(before + i + 1, shown.get(i), on, viewer, texts))
                .toList();
    }

    private RosterPage.Row row(int number, RosterLine line, LocalDate on, Viewer viewer, Texts texts) {
        return new RosterPage.Row(
                number,
                line,
                labels.of("sex", line.sex(), on, texts),
                labels.of("ethnic-group", line.ethnicity(), on, texts),
                Place.of(line.cell(), viewer.scope(), on));
    }
}
