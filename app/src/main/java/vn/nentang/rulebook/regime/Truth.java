package vn.nentang.rulebook.regime;

/** Whether a condition holds on the facts given; unknown when a fact that decides it is missing. */
public enum Truth {
    HOLDS,
    FAILS,
    UNKNOWN
}
