package vn.nentang.review;

/**
 * What the competent level's decisions of a year say of the caps of an organisation.
 *
 * @param raised whether the raised share counts
 * @param ofBoth whether it is measured against both levels together instead of the lower one
 */
public record CapTerms(boolean raised, boolean ofBoth) {

    /** As the regulation says without a decision. */
    public static final CapTerms BY_THE_TEXT = new CapTerms(false, false);

    /** What either of two levels decided. */
    CapTerms and(CapTerms other) {
        return new CapTerms(raised || other.raised, ofBoth || other.ofBoth);
    }
}
