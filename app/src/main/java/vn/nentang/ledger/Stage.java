package vn.nentang.ledger;

/** What a long work on the whole ledger is doing. */
public enum Stage {
    /** Entries are sealed or their seals checked, and copied in. Counts entries. */
    ENTRIES,
    /** Keys and indexes of the entries are made again. Counts nothing. */
    INDEXES,
    /** Subjects of the large registers are folded from their entries, beside the rows that pages see. Counts subjects. */
    FOLDING,
    /** All other registers are written; pages see what was before. Counts subjects. */
    WRITING,
    /** The folded rows take the place of the old ones, and their indexes are made: pages wait. Counts nothing. */
    EXCHANGING
}
