package vn.nentang.rulebook.update;

/**
 * The rules that were taken in are not what was signed, or their signer is trusted no more. The program does not start on
 * them, nor quietly on others.
 */
public final class RulesUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RulesUnusable(String vietnamese, String english) {
        super(vietnamese + " / " + english);
    }
}
