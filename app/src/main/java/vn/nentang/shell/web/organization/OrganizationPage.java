package vn.nentang.shell.web.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.EntryRef;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.history.ToldAct;

/**
 * One organisation on one day, and what it was before.
 *
 * @param path from the top of the reach down to the one above
 * @param records whether the reader may record what concerns it
 * @param seesCommittee whether the reader may see its committee
 * @param keepsRoll whether it has a roll of its own
 * @param recorded the entry that was just recorded; null for none
 * @param readsMembers whether the reader may know how many members there are
 * @param members on its own roll and on those below it; null where that is not counted here
 * @param belowCount how many stand directly below; {@code below} are those of the page
 */
public record OrganizationPage(
        Organization organization,
        String type,
        List<Organization> path,
        boolean readsMembers,
        @Nullable Long members,
        long probationary,
        int belowCount,
        List<TreePage.Node> below,
        Pages pages,
        List<Period> periods,
        List<ToldAct> acts,
        List<Contradiction> contradictions,
        boolean records,
        boolean seesCommittee,
        boolean keepsRoll,
        @Nullable EntryRef recorded)
        implements Page {

    public OrganizationPage {
        path = List.copyOf(path);
        below = List.copyOf(below);
        periods = List.copyOf(periods);
        acts = List.copyOf(acts);
        contradictions = List.copyOf(contradictions);
    }

    /** Something recorded that contradicts the rest, in a sentence. */
    public record Contradiction(EntryRef entry, String sentence) {}

    /**
     * Days on which nothing about it changed.
     *
     * @param until the last day; null while it lasts
     */
    public record Period(
            LocalDate from,
            @Nullable LocalDate until,
            String name,
            String type,
            @Nullable String code,
            @Nullable OrganizationId parent,
            String parentName) {}

    @Override
    public String template() {
        return "organization/organization";
    }
}
