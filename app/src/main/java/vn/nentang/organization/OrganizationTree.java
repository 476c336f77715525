package vn.nentang.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.SortKey;
import vn.nentang.kernel.VietnameseText;

/** Organisations on one date, each under its parent. A parent outside the collection makes a top. */
public final class OrganizationTree {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Map<OrganizationId, Organization> byId;
    private final Map<OrganizationId, List<Organization>> below;
    private final List<Organization> tops;
    private final Lazy<Stretches> stretches = new Lazy<>(() -> new Stretches(this));

    OrganizationTree(Collection<Organization> organizations) {
        this.byId = new HashMap<>(organizations.stream().collect(Collectors.toMap(Organization::id, o -> o)));
        this.below = byParent(organizations);
        below.replaceAll((_, children) -> inOrder(children.stream()));
        this.tops = inOrder(organizations.stream().filter(this::isTop));
    }

    private OrganizationTree(OrganizationTree before, Set<OrganizationId> changed, Collection<Organization> now) {
        this.byId = new HashMap<>(before.byId);
        this.below = new HashMap<>(before.below);
        byId.keySet().removeAll(changed);
        now.forEach(o -> byId.put(o.id(), o));
        var arrived = byParent(now);
        Stream.concat(before.parentsOf(changed), arrived.keySet().stream())
                .distinct()
                .forEach(parent -> below.put(
                        parent,
                        inOrder(Stream.concat(
                                before.below(parent).stream().filter(o -> !changed.contains(o.id())),
                                arrived.getOrDefault(parent, List.of()).stream()))));
        this.tops = inOrder(Stream.concat(
                        before.tops.stream().map(Organization::id),
                        changed.stream().flatMap(id -> Stream.concat(Stream.of(id), childrenOf(id))))
                .distinct()
                .flatMap(id -> find(id).stream())
                .filter(this::isTop));
    }

    /**
     * The tree after something about some organisations changed. Sorts only where these stood and stand; the rest is copied.
     *
     * @param now those of the changed that are in force, as they are now
     */
    OrganizationTree with(Set<OrganizationId> changed, Collection<Organization> now) {
        return new OrganizationTree(this, changed, now);
    }

    private static Map<OrganizationId, List<Organization>> byParent(Collection<Organization> organizations) {
        var below = new HashMap<OrganizationId, List<Organization>>();
        for (var organization : organizations) {
            var parent = organization.parent();
            if (parent != null) {
                below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(organization);
            }
        }
        return below;
    }

    private Stream<OrganizationId> parentsOf(Set<OrganizationId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).flatMap(o -> Stream.ofNullable(o.parent()));
    }

    private Stream<OrganizationId> childrenOf(OrganizationId id) {
        return below(id).stream().map(Organization::id);
    }

    private boolean isTop(Organization organization) {
        return organization.parent() == null || !byId.containsKey(organization.parent());
    }

    private record Placed(Organization organization, SortKey name) {

        Placed(Organization organization) {
            this(organization, VietnameseText.sortKey(padded(organization.name())));
        }

        private static String padded(String name) {
            return DIGITS.matcher(name)
                    .replaceAll(m -> "0".repeat(Math.max(0, 9 - m.group().length())) + m.group());
        }
    }

    /** By code where there is one, then by name with numbers in their natural order. */
    private static final Comparator<Placed> ORDER = Comparator.<Placed, String>comparing(
                    p -> p.organization().code(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Placed::name);

    private static List<Organization> inOrder(Stream<Organization> siblings) {
        return siblings.map(Placed::new).sorted(ORDER).map(Placed::organization).toList();
    }

    public Optional<Organization> find(OrganizationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Organization> tops() {
        return tops;
    }

    public List<Organization> below(OrganizationId id) {
        return below.getOrDefault(id, List.of());
    }

    /** The organisation and all that stands below it, each parent before its children; a ring is walked once. */
    public List<Organization> subtree(OrganizationId id) {
        return stretches.get().of(id).orElseGet(() -> walked(id));
    }

    private List<Organization> walked(OrganizationId id) {
        var found = new ArrayList<Organization>();
        find(id).ifPresent(o -> collect(o, found, new HashSet<>()));
        return found;
    }

    /**
     * Organisations at or below one whose name holds some words, without regard to accents and case, or whose code they are; in
     * the order of the tree. No words name nothing.
     */
    public List<Organization> named(OrganizationId top, String words, int most) {
        return stretches.get().named(top, words, most);
    }

    private void collect(Organization organization, List<Organization> found, Set<OrganizationId> seen) {
        if (seen.add(organization.id())) {
            found.add(organization);
            below(organization.id()).forEach(o -> collect(o, found, seen));
        }
    }

    /** From the top down to the organisation itself. */
    public List<Organization> path(OrganizationId id) {
        var seen = new HashSet<OrganizationId>();
        var path = new ArrayList<Organization>();
        var next = find(id);
        while (next.isPresent() && seen.add(next.get().id())) {
            path.addFirst(next.get());
            next = Optional.ofNullable(next.get().parent()).flatMap(this::find);
        }
        return path;
    }

    /** In no order. */
    public Stream<Organization> all() {
        return byId.values().stream();
    }

    public int size() {
        return byId.size();
    }
}
