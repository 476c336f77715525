package vn.nentang.shell.web.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.committee.Committee;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.EntryRef;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.history.ToldAct;

/**
 * The committee of one organisation on one day.
 *
 * @param path from the top of the reach down to the organisation itself
 * @param termWay how the running term came about; empty without one
 * @param seats the bodies with their holders and what the congress fixed
 * @param records whether the reader may record about it
 * @param opensFiles whether the reader may open the holders' files
 * @param recorded the entry that was just recorded; null for none
 */
public record CommitteePage(
        Organization organization,
        String type,
        List<Organization> path,
        Committee committee,
        String termWay,
        List<Seats> seats,
        List<Holder> holders,
        List<Charge> charges,
        List<Found> findings,
        List<Vote> elections,
        List<ToldAct> acts,
        List<Contradiction> contradictions,
        boolean records,
        boolean opensFiles,
        @Nullable EntryRef recorded)
        implements Page {

    public CommitteePage {
        path = List.copyOf(path);
        seats = List.copyOf(seats);
        holders = List.copyOf(holders);
        charges = List.copyOf(charges);
        findings = List.copyOf(findings);
        elections = List.copyOf(elections);
        acts = List.copyOf(acts);
        contradictions = List.copyOf(contradictions);
    }

    /**
     * A body.
     *
     * @param fixed the seats the congress fixed; null where none
     */
    public record Seats(String key, long filled, @Nullable Integer fixed) {

        /** Seats that nobody holds. */
        public long open() {
            return fixed == null ? 0 : Math.max(0, fixed - filled);
        }
    }

    /** A person, with every post held here, and since when. */
    public record Holder(PersonId person, String name, List<Post> posts) {
        public Holder {
            posts = List.copyOf(posts);
        }
    }

    /** One post, how it was taken, and by which election. */
    public record Post(
            String code,
            String name,
            String way,
            LocalDate since,
            @Nullable String election) {}

    /** What somebody is charged with. */
    public record Charge(PersonId person, String name, String charge, LocalDate since) {}

    /** Something to look at, in a sentence. */
    public record Found(String sentence, @Nullable Citation citation, boolean urgent) {}

    /** An election on record. */
    public record Vote(UUID id, EntryRef entry, LocalDate on, String body, int elected, int seats) {}

    /** Something recorded that contradicts the rest, in a sentence. */
    public record Contradiction(EntryRef entry, String sentence) {}

    @Override
    public String template() {
        return "committee/committee";
    }
}
