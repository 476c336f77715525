package vn.nentang.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.nentang.ledger.LedgerVerification.Fault;
import vn.nentang.ledger.LedgerVerification.Finding;

/** Walks along the chains; each entry is held against the one before it on its node. */
final class ChainWalk {

    /** Of one gap: a number somebody made up can be as great as he likes. */
    private static final int MISSING_NAMED_MAX = 1_000;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, EntryTable.Head> heads = new HashMap<>();
    private long count;

    void visit(SealedEntry entry) {
        var ref = entry.ref();
        var before = heads.getOrDefault(ref.node(), EntryTable.Head.before(ref.node()));
        var named = Math.min(ref.sequence(), before.sequence() + MISSING_NAMED_MAX);
        for (long lost = before.sequence() + 1; lost < named; lost++) {
            findings.add(new Finding(new EntryRef(ref.node(), lost), Fault.MISSING));
        }
        check(entry, before);
        heads.put(ref.node(), before.followedBy(entry));
        count++;
    }

    private void check(SealedEntry entry, EntryTable.Head before) {
        var step = entry.ref().sequence() - before.sequence();
        if (!entry.isIntact()) {
            findings.add(new Finding(entry.ref(), Fault.ALTERED));
        } else if (step < 1 || (step == 1 && !entry.previous().equals(before.hash()))) {
            findings.add(new Finding(entry.ref(), Fault.OUT_OF_ORDER));
        } else if (before.sequence() > 0 && entry.recordedAt().isBefore(before.recordedAt())) {
            findings.add(new Finding(entry.ref(), Fault.RECORDED_BEFORE_PREVIOUS));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** The last entry of each node so far. */
    Map<String, EntryTable.Head> heads() {
        return heads;
    }

    long count() {
        return count;
    }
}
