package vn.nentang.shell.web.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
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
        var nodes = new Nodes(viewer, asOf.date(), texts);
        var tops = viewer.scope().tops(asOf.date()).stream().map(nodes::of).toList();
        var members = viewer.may(Right.MEMBER_READ) ? Nodes.sum(tops) : null;
        return Reply.show(
                new TreePage(tops, viewer.scope().organizations(asOf.date()).size(), members));
    }

    @GetMapping("/organizations/{id}")
    Reply one(
            @PathVariable OrganizationId id,
            @RequestParam(defaultValue = "") String recorded,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var on = asOf.date();
        var scope = viewer.scope();
        var organization = OutOfReach.require(scope.find(id, on));
        var nodes = new Nodes(viewer, on, texts);
        var below = scope.below(id, on).stream().map(nodes::of).toList();
        var path = scope.path(id, on);
        var history = organizations.history(id);
        var records = viewer.may(Right.ORGANIZATION_RECORD, id, asOf.today());
        return Reply.show(new OrganizationPage(
                organization,
                labels.of(TYPES, organization.type(), on, texts),
                path.subList(0, path.size() - 1),
                nodes.of(organization).members(),
                nodes.counting.probationary(scope.subtree(id, on)),
                below,
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
        return organizations.contradictions().stream()
                .filter(c -> c.organization().equals(id))
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

    /** Rows of the tree, counted once for all. */
    private final class Nodes {

        private final Viewer viewer;
        private final LocalDate on;
        private final Texts texts;
        private final Counting counting;
        private final Scope counted;

        Nodes(Viewer viewer, LocalDate on, Texts texts) {
            this.viewer = viewer;
            this.on = on;
            this.texts = texts;
            this.counting = new Counting(rosters, on);
            this.counted = viewer.under(Right.MEMBER_READ).scope();
        }

        TreePage.Node of(Organization organization) {
            var below = viewer.scope().below(organization.id(), on).stream()
                    .map(this::of)
                    .toList();
            return new TreePage.Node(
                    organization.id(),
                    organization.name(),
                    labels.of(TYPES, organization.type(), on, texts),
                    organization.code(),
                    counted.covers(organization.id(), on) ? counting.members(organization.id()) + sum(below) : null,
                    below);
        }

        static long sum(List<TreePage.Node> nodes) {
            return nodes.stream()
                    .mapToLong(n -> n.members() == null ? 0 : n.members())
                    .sum();
        }
    }
}
