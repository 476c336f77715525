package vn.nentang.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.VietnameseText;

/** Organisations on one date, each under its parent. A parent outside the collection makes a top. */
public final class OrganizationTree {

    private final Map<OrganizationId, Organization> byId = new LinkedHashMap<>();
    private final Map<OrganizationId, List<Organization>> below = new HashMap<>();
    private final Lazy<Stretches> stretches = new Lazy<>(() -> new Stretches(this));

    OrganizationTree(Collection<Organization> organizations) {
        organizations.stream().sorted(ORDER).forEach(o -> byId.put(o.id(), o));
        byId.values().stream()
                .filter(o -> o.parent() != null)
                .forEach(o -> below.computeIfAbsent(o.parent(), _ -> new ArrayList<>())
                        .add(o));
    }

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** By code where there is one, then by name with numbers in their natural order. */
    private static final Comparator<Organization> ORDER = Comparator.comparing(
                    Organization::code, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(o -> padded(o.name()), VietnameseText.order());

    private static String padded(String name) {
        return DIGITS.matcher(name)
                .replaceAll(m -> "0".repeat(Math.max(0, 9 - m.group().length())) + m.group());
    }

    public Optional<Organization> find(OrganizationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Organization> tops() {
        return byId.values().stream()
                .filter(o -> o.parent() == null || !byId.containsKey(o.parent()))
                .toList();
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
     * the order of the tree.
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

    public Stream<Organization> all() {
        return byId.values().stream();
    }

    public int size() {
        return byId.size();
    }
}
