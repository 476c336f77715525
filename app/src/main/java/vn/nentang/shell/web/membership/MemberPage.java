package vn.nentang.shell.web.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.ledger.EntryRef;
import vn.nentang.membership.People;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Label;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.history.ToldAct;

/**
 * One member's file on one day, and what was decided about the member, newest first.
 *
 * @param path from the top of the reach down to the member's cell; empty when the cell lies outside
 * @param cellName the cell on whose roll the member is, or the visited one
 * @param records whether the reader may record what concerns the member
 * @param recorded the entry that was just recorded; null for none
 * @param opened the groups of secret fields that are printed
 * @param closed those the reader may open
 * @param purposeMissing whether the reader wanted to open one and did not say for what
 */
public record MemberPage(
        People.MemberFile file,
        KnownAt knownAt,
        List<Organization> path,
        String cellName,
        Set<String> opened,
        List<Closed> closed,
        List<Post> posts,
        List<Group> groups,
        List<ToldAct> acts,
        List<Contradiction> contradictions,
        boolean records,
        @Nullable EntryRef recorded,
        boolean purposeMissing)
        implements Page {

    public MemberPage {
        path = List.copyOf(path);
        opened = Set.copyOf(opened);
        closed = List.copyOf(closed);
        posts = List.copyOf(posts);
        groups = List.copyOf(groups);
        acts = List.copyOf(acts);
        contradictions = List.copyOf(contradictions);
    }

    /** A post held on the day, where, since when and how. */
    public record Post(String name, OrganizationId organization, String where, LocalDate since, String way) {}

    /** A group of secret fields that may be opened, and its right. */
    public record Closed(String group, Label title) {}

    /** The same page, asking for what the reading is. */
    MemberPage asking() {
        return new MemberPage(
                file,
                knownAt,
                path,
                cellName,
                opened,
                closed,
                posts,
                groups,
                acts,
                contradictions,
                records,
                recorded,
                true);
    }

    /**
     * Boxes of the form that belong together.
     *
     * @param key of the group's title
     */
    public record Group(String key, List<Field> fields) {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One box of the form.
     *
     * @param value as people read it; null while it is kept from casual eyes
     */
    public record Field(String box, String label, @Nullable String value) {}

    /** Something recorded that contradicts the rest, in a sentence. */
    public record Contradiction(EntryRef entry, String sentence) {}

    /** Whether the suspension has passed its last day without being lifted. */
    public boolean suspensionIsOver(LocalDate on) {
        var until = file.situation().suspendedUntil();
        return until != null && until.isBefore(on);
    }

    @Override
    public String template() {
        return "membership/member";
    }
}
