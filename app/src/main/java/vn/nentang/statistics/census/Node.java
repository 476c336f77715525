package vn.nentang.statistics.census;

import java.util.ArrayList;
import java.util.List;
import vn.nentang.kernel.OrganizationId;

/**
 * One organisation in the tree: what stands below it and when, and the levels decided of it. Organisations go by their
 * numbers. Never changed once made.
 */
record Node(OrganizationId id, List<Link> links, Results results) {

    Node {
        links = List.copyOf(links);
    }

    static Node of(OrganizationId id) {
        return new Node(id, List.of(), Results.NONE);
    }

    Node with(Results other) {
        return new Node(id, links, other);
    }

    Node and(List<Link> more) {
        var all = new ArrayList<>(links);
        all.addAll(more);
        return new Node(id, all, results);
    }

    Node without(int below) {
        return new Node(id, links.stream().filter(link -> link.below() != below).toList(), results);
    }

    /** Another organisation stands, or was once believed to stand, below this one. */
    record Link(int below, char from, char until, int knownFrom, int known, boolean aside) {

        static Link of(int below, Beliefs.Belief<?> belief, boolean aside) {
            return new Link(below, belief.from(), belief.until(), belief.knownFrom(), belief.known(), aside);
        }

        /** As {@link Rows} decides it for members. */
        boolean holds(char day, int second) {
            if (from > day || knownFrom > second) {
                return false;
            }
            if (aside) {
                return day < until && second < known;
            }
            return day < until || (second != Days.NOW && second < known);
        }
    }
}
