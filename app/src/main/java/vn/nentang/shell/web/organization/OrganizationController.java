package vn.nentang.shell.web.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Scope;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.organization.RollKeepers;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.history.History;
import vn.nentang.shell.web.history.Telling;
import vn.nentang.shell.web.history.ToldAct;

/** The tree on a day, and one organisation of it. */
@WebFace
final class OrganizationController {

    private static final String TYPES = "organization-type";
    private static final Pages FIRST = Pages.of(1, 0);

    private final Organizations organizations;
    private final Rosters rosters;
    private final Rulebook rulebook;
    private final Labels labels;
    private final OrganizationTellings tellings;

    OrganizationController(
            Organizations organizations,
            Rosters rosters,
            Rulebook rulebook,
            Labels labels,
            OrganizationTellings tellings) {
        this.organizations = organizations;
        this.rosters = rosters;
        this.rulebook = rulebook;
        this.labels = labels;
        this.tellings = tellings;
    }

    @GetMapping("/organizations")
    Reply tree(Viewer viewer, AsOf asOf, Texts texts) {
        var on = asOf.date();
        var scope = viewer.scope();
        var tops = FIRST.cut(scope.tops(on));
        var opened = tops.stream()
                .flatMap(top -> Stream.concat(Stream.of(top), first(scope, top, on).stream()))
                .toList();
        var branches = branches(viewer, on, texts, tops, opened);
        return Reply.show(new TreePage(
                tops.stream()
                        .map(top -> branches.node(top, first(scope, top, on)))
                        .toList(),
                scope.size(on),
                viewer.may(Right.MEMBER_READ) ? branches.members(tops) : null));
    }

    /** What stands directly below, as far as it fits on a page. */
    private static List<Organization> first(Scope scope, Organization top, LocalDate on) {
        return FIRST.cut(scope.below(top.id(), on));
    }

    private Branches branches(
            Viewer viewer, LocalDate on, Texts texts, List<Organization> tops, List<Organization> shown) {
        return new Branches(viewer, on, rosters, one -> labels.of(TYPES, one.type(), on, texts), tops, shown);
    }

    @GetMapping("/organizations/{id}")
    Reply one(
            @PathVariable OrganizationId id,
            @RequestParam(defaultValue = "") String recorded,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var on = asOf.date();
        var scope = viewer.scope();
        var organization = OutOfReach.require(scope.find(id, on));
        var below = scope.below(id, on);
        var pages = Pages.of(page, below.size());
        var shown = pages.cut(below);
        var branches = branches(
                viewer,
                on,
                texts,
                List.of(organization),
                Stream.concat(Stream.of(organization), shown.stream()).toList());
        var path = scope.path(id, on);
        var history = organizations.history(id);
        var records = viewer.may(Right.ORGANIZATION_RECORD, id, asOf.today());
        return Reply.show(new OrganizationPage(
                organization,
                labels.of(TYPES, organization.type(), on, texts),
                path.subList(0, path.size() - 1),
                viewer.under(Right.MEMBER_READ).scope().covers(id, on),
                branches.members(organization),
                branches.probationary(organization),
                below.size(),
                shown.stream().map(branches::node).toList(),
                pages,
                periods(id, scope, texts),
                acts(history, tellings.of(id, scope, texts, records), asOf),
                contradictions(id, history, texts),
                records,
                viewer.may(Right.COMMITTEE_READ, id, asOf.today()),
                RollKeepers.types(rulebook).contains(organization.type()),
                entry(history, recorded)));
    }

    private static List<ToldAct> acts(List<Organizations.Told> history, Telling telling, AsOf asOf) {
        var lines = history.stream()
                .map(told -> new History.Line(told.entry(), told.stands()))
                .toList();
        return new History(telling, asOf.today()).of(lines);
    }

    private List<OrganizationPage.Contradiction> contradictions(
            OrganizationId id, List<Organizations.Told> history, Texts texts) {
        return organizations.contradictions(id).stream()
                .map(c -> new OrganizationPage.Contradiction(
                        c.entry(), texts.of("anomaly." + c.code(), day(history, c.entry()))))
                .toList();
    }

    private static @Nullable LocalDate day(List<Organizations.Told> history, EntryRef entry) {
        return history.stream()
                .map(Organizations.Told::entry)
                .filter(e -> e.ref().equals(entry))
                .map(Entry::effectiveOn)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable EntryRef entry(List<Organizations.Told> history, String named) {
        return history.stream()
                .map(told -> told.entry().ref())
                .filter(ref -> ref.toString().equals(named))
                .findFirst()
                .orElse(null);
    }

    /** Newest first. */
    private List<OrganizationPage.Period> periods(OrganizationId id, Scope scope, Texts texts) {
        var all = organizations.periods(id);
        return IntStream.range(0, all.size())
                .mapToObj(i -> period(all.get(i), i + 1 < all.size() ? all.get(i + 1) : null, scope, texts))
                .toList()
                .reversed();
    }

    private OrganizationPage.Period period(Organization period, @Nullable Organization next, Scope scope, Texts texts) {
        var parent = period.parent();
        return new OrganizationPage.Period(
                period.since(),
                next == null ? null : next.since().minusDays(1),
                period.name(),
                labels.of(TYPES, period.type(), period.since(), texts),
                period.code(),
                parent,
                parent == null ? "" : scope.nameOf(parent, period.since()));
    }
}
