package vn.nentang.statistics.census;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All organisations there ever were, and what stood below what on any day, as known at any time. Never changed once made. */
final class Tree {

    private static final int WALKS_KEPT = 16;
    static final int WORTH_KEEPING = 1_000;

    private static final char LAST_DAY = Days.NEVER - 1;

    private final List<Node> nodes;
    private final Map<Walk, int[]> walked = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Walk, int[]> eldest) {
            return size() > WALKS_KEPT;
        }
    };

    Tree(List<Node> nodes) {
        this.nodes = nodes;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record InARow(int year, byte[] years) {}

    private volatile @Nullable InARow inARow;

    private record Walk(int top, char day, int second) {}

    List<Node> nodes() {
        return nodes;
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** The numbers of an organisation and of all that stood below it, each parent before its children; each once. */
    int[] below(int top, char day, int second) {
        var walk = new Walk(top, day, second);
        synchronized (walked) {
            var known = walked.get(walk);
            if (known != null) {
                return known;
            }
        }
        var found = walk(top, day, second);
        if (found.length >= WORTH_KEEPING) {
            synchronized (walked) {
                walked.put(walk, found);
            }
        }
        return found;
    }

    /** Some organisations in the order of today's tree, whatever stands below nobody first of its own. */
    List<Integer> inOrder(Collection<Integer> some) {
        if (some.size() < WORTH_KEEPING) {
            return List.copyOf(some);
        }
        var wanted = new BitSet(nodes.size());
        some.forEach(wanted::set);
        var below = new BitSet(nodes.size());
        nodes.forEach(node -> node.links().stream()
                .filter(link -> link.holds(LAST_DAY, Days.NOW))
                .forEach(link -> below.set(link.below())));
        var order = new LinkedHashSet<Integer>();
        for (int top = below.nextClearBit(0); top < nodes.size(); top = below.nextClearBit(top + 1)) {
            IntStream.of(walk(top, LAST_DAY, Days.NOW)).filter(wanted::get).forEach(order::add);
        }
        order.addAll(some);
        return List.copyOf(order);
    }

    /** Of all organisations, by their numbers, as known now; kept for the year asked for last. */
    byte[] yearsInARow(int year) {
        var known = inARow;
        if (known == null || known.year() != year) {
            var years = new byte[nodes.size()];
            for (int i = 0; i < years.length; i++) {
                years[i] = nodes.get(i).results().yearsInARow(year);
            }
            known = new InARow(year, years);
            inARow = known;
        }
        return known.years();
    }

    private int[] walk(int top, char day, int second) {
        var found = new int[16];
        var waiting = new int[16];
        var seen = new BitSet(nodes.size());
        int count = 0;
        int left = 1;
        waiting[0] = top;
        while (left > 0) {
            var number = waiting[--left];
            if (!seen.get(number)) {
                seen.set(number);
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = number;
                var links = nodes.get(number).links();
                for (int i = links.size() - 1; i >= 0; i--) {
                    if (links.get(i).holds(day, second)) {
                        waiting = left == waiting.length ? Arrays.copyOf(waiting, 2 * left) : waiting;
                        waiting[left++] = links.get(i).below();
                    }
                }
            }
        }
        return Arrays.copyOf(found, count);
    }
}
