package vn.nentang.statistics.census;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What was believed about one subject over time: which values held on which days, and from when to when that was known.
 *
 * @param standing what is believed now
 * @param aside what was believed once and is no more
 */
record Beliefs<V>(List<Belief<V>> standing, List<Belief<V>> aside) {

    /** A value and the days it holds, the second not included. */
    record Held<V>(V value, char from, char until) {}

    /**
     * A value, its days, and since when that is known.
     *
     * @param known of what stands: when its end became known, where it was first recorded without one, else 0. Of what was
     *     set aside: the second from which it was no longer believed
     */
    record Belief<V>(V value, char from, char until, int knownFrom, int known) {}

    /** What held as known from a second on. */
    record Version<V>(int second, List<Held<V>> held) {}

    /** Most periods are first recorded without an end, which comes later: they stay one belief. */
    static <V> Beliefs<V> of(List<Version<V>> versions) {
        var open = new LinkedHashMap<Key<V>, Belief<V>>();
        var aside = new ArrayList<Belief<V>>();
        for (var version : versions) {
            var second = version.second();
            var held = new LinkedHashMap<Key<V>, Character>();
            version.held().forEach(one -> held.put(new Key<>(one.value(), one.from()), one.until()));
            open.values().removeIf(belief -> {
                var until = held.get(new Key<>(belief.value(), belief.from()));
                var goesOn = until != null && (until == belief.until() || isClosedBy(belief, until));
                if (!goesOn) {
                    setAside(belief, second, aside);
                }
                return !goesOn;
            });
            held.forEach((key, until) -> open.merge(
                    key,
                    new Belief<>(key.value(), key.from(), until, second, 0),
                    (before, now) -> before.until() == now.until()
                            ? before
                            : new Belief<>(key.value(), key.from(), until, before.knownFrom(), second)));
        }
        return new Beliefs<>(List.copyOf(open.values()), List.copyOf(aside));
    }

    private record Key<V>(V value, char from) {}

    private static boolean isClosedBy(Belief<?> belief, char until) {
        return belief.until() == Days.NEVER && belief.known() == 0 && until != Days.NEVER;
    }

    /** Where the end came later, two things were believed: first without it, then with it. */
    private static <V> void setAside(Belief<V> belief, int second, List<Belief<V>> aside) {
        var since = belief.knownFrom();
        if (belief.known() != 0) {
            addLasting(new Belief<>(belief.value(), belief.from(), Days.NEVER, since, belief.known()), aside);
            since = belief.known();
        }
        addLasting(new Belief<>(belief.value(), belief.from(), belief.until(), since, second), aside);
    }

    private static <V> void addLasting(Belief<V> belief, List<Belief<V>> aside) {
        if (belief.knownFrom() < belief.known()) {
            aside.add(belief);
        }
    }
}
