package vn.nentang.shell.web.statistics;

import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;

/** The ledger is being read for the first question; the answer comes when that is done. */
public record CensusReadingPage(Organization organization, String own, long read) implements Page {

    private static final int SECONDS = 2;

    @Override
    public int asksAgainAfter() {
        return SECONDS;
    }

    @Override
    public String template() {
        return "statistics/reading";
    }
}
