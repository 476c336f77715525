package vn.nentang.ledger;

/**
 * The name of one entry everywhere: the installation that made it and its running number there, from 1.
 */
public record EntryRef(String node, long sequence) implements Comparable<EntryRef> {

    /** Reads {@code node:sequence}. */
    public static EntryRef parse(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("An entry is named node:number, not " + text);
        }
        return new EntryRef(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(EntryRef other) {
        var byNode = node.compareTo(other.node);
        return byNode == 0 ? Long.compare(sequence, other.sequence) : byNode;
    }

    @Override
    public String toString() {
        return node + ":" + sequence;
    }
}
