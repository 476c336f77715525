package vn.nentang.demo;

/** The four levels that all regimes since 2018 share, highest first. */
enum Level {
    HTXS,
    HTT,
    HTN,
    KHT;

    boolean isGoodOrBetter() {
        return this == HTXS || this == HTT;
    }
}
