package vn.nentang.access;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;

/**
 * What lies within reach: some organisations and all that stands below them on the date asked. One that was not in force on
 * a day adds nothing on that day. Made for one request and used by one thread.
 */
public final class Scope {

    private final List<OrganizationId> places;
    private final Organizations organizations;
    private final Map<LocalDate, OrganizationTree> trees;
    private final Map<LocalDate, View> views = new HashMap<>();

    public Scope(List<OrganizationId> places, Organizations organizations) {
        this(places, organizations, new HashMap<>());
    }

    private Scope(List<OrganizationId> places, Organizations organizations, Map<LocalDate, OrganizationTree> trees) {
        this.places = List.copyOf(places);
        this.organizations = organizations;
        this.trees = trees;
    }

    /** The reach of other places, over the same trees. */
    Scope over(List<OrganizationId> others) {
        return new Scope(others, organizations, trees);
    }

    private record View(OrganizationTree tree, List<Organization> tops, Set<OrganizationId> ids) {}

    /** The organisations it begins at on a day, without those that stand below another of them. */
    public List<Organization> tops(LocalDate on) {
        return view(on).tops();
    }

    /** The first it begins at; empty where it reaches nothing on that day. */
    public Optional<Organization> top(LocalDate on) {
        return tops(on).stream().findFirst();
    }

    public boolean covers(OrganizationId organization, LocalDate on) {
        var view = view(on);
        return view.tree().path(organization).stream().map(Organization::id).anyMatch(view.ids()::contains);
    }

    /** The organisation, if it is in force on the day and within reach. */
    public Optional<Organization> find(OrganizationId organization, LocalDate on) {
        return covers(organization, on) ? view(on).tree().find(organization) : Optional.empty();
    }

    /** The organisation, if it is in force on the day, within reach or not. */
    Optional<Organization> inForce(OrganizationId organization, LocalDate on) {
        return view(on).tree().find(organization);
    }

    /** Everything within reach, each parent before its children. */
    public List<Organization> organizations(LocalDate on) {
        var view = view(on);
        var tops = view.tops();
        return tops.size() == 1
                ? view.tree().subtree(tops.getFirst().id())
                : tops.stream()
                        .flatMap(top -> view.tree().subtree(top.id()).stream())
                        .toList();
    }

    public List<OrganizationId> cells(LocalDate on) {
        return ids(organizations(on));
    }

    /** How many organisations are within reach. */
    public int size(LocalDate on) {
        var view = view(on);
        return view.tops().stream()
                .mapToInt(top -> view.tree().subtree(top.id()).size())
                .sum();
    }

    /** Organisations within reach with some words in their names, or with this code; see {@link OrganizationTree#named}. */
    public List<Organization> named(String words, LocalDate on, int most) {
        var view = view(on);
        return view.tops().stream()
                .flatMap(top -> view.tree().named(top.id(), words, most).stream())
                .limit(most)
                .toList();
    }

    /** The same at or below one organisation; nothing where that is out of reach. */
    public List<Organization> named(OrganizationId top, String words, LocalDate on, int most) {
        return covers(top, on) ? view(on).tree().named(top, words, most) : List.of();
    }

    /** An organisation within reach and all below it; empty when it is out of reach. */
    public List<Organization> subtree(OrganizationId organization, LocalDate on) {
        return covers(organization, on) ? view(on).tree().subtree(organization) : List.of();
    }

    /** The rolls of an organisation within reach: itself and all below it, since any of them may keep one. */
    public List<OrganizationId> cellsOf(OrganizationId organization, LocalDate on) {
        return ids(subtree(organization, on));
    }

    /** Directly below an organisation within reach. */
    public List<Organization> below(OrganizationId organization, LocalDate on) {
        return covers(organization, on) ? view(on).tree().below(organization) : List.of();
    }

    /** From the top of the reach down to the organisation itself; what stands above the reach is left out. */
    public List<Organization> path(OrganizationId organization, LocalDate on) {
        return view(on).tree().path(organization).stream()
                .filter(o -> covers(o.id(), on))
                .toList();
    }

    /**
     * The name an organisation had on a day, within reach or not: papers name the bodies a member came from and went to.
     * Empty where this ledger knows none. One step of an index on a day whose tree nobody needed so far.
     */
    public String nameOf(OrganizationId organization, LocalDate on) {
        var tree = trees.get(on);
        return (tree == null ? organizations.find(organization, on) : tree.find(organization))
                .map(Organization::name)
                .orElse("");
    }

    /**
     * Whether what concerns an organisation is for this reach to record: it lies within it today; after its end, it did on
     * its last day; before its founding, it will on its first.
     */
    public boolean keeps(OrganizationId organization, LocalDate today) {
        return view(today).tree().find(organization).isPresent()
                ? covers(organization, today)
                : organizations
                        .lifetime(organization)
                        .filter(life -> covers(organization, life.nearest(today)))
                        .isPresent();
    }

    private static List<OrganizationId> ids(List<Organization> all) {
        return all.stream().map(Organization::id).toList();
    }

    private View view(LocalDate on) {
        return views.computeIfAbsent(on, this::viewed);
    }

    private View viewed(LocalDate on) {
        var tree = trees.computeIfAbsent(on, organizations::treeOn);
        var tops = places.stream()
                .flatMap(place -> tree.find(place).stream())
                .filter(place -> standsBelowNone(place, tree))
                .distinct()
                .toList();
        return new View(tree, tops, tops.stream().map(Organization::id).collect(Collectors.toSet()));
    }

    private boolean standsBelowNone(Organization place, OrganizationTree tree) {
        return tree.path(place.id()).stream()
                .map(Organization::id)
                .noneMatch(above -> !above.equals(place.id()) && places.contains(above));
    }
}
