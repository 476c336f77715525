package vn.nentang.shell.web.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;
import vn.nentang.membership.People;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Page;

/**
 * One member's file on one day, and what was decided about the member, newest first.
 *
 * @param path from the top of the reach down to the member's cell; empty when the cell lies outside
 * @param cellName the cell on whose roll the member is, or the visited one
 * @param secretsShown whether fields kept from casual eyes are printed
 */
public record MemberPage(
        People.MemberFile file,
        KnownAt knownAt,
        List<Organization> path,
        String cellName,
        boolean secretsShown,
        List<Group> groups,
        List<Act> acts)
        implements Page {

    public MemberPage {
        path = List.copyOf(path);
        groups = List.copyOf(groups);
        acts = List.copyOf(acts);
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

    /**
     * One thing that was decided.
     *
     * @param state stands, planned, withdrawn, replaced
     * @param changes fields of the file and their new values
     * @param before what was believed until this replaced it, newest first
     * @param reason why it was taken back; empty for most
     */
    public record Act(
            String state,
            LocalDate on,
            String sentence,
            List<Field> changes,
            Paper paper,
            String author,
            Instant recordedAt,
            String reason,
            List<Act> before) {
        public Act {
            changes = List.copyOf(changes);
            before = List.copyOf(before);
        }
    }

    public String address() {
        return "/members/%s?known-at=%s".formatted(file.person(), knownAt.text());
    }

    @Override
    public String template() {
        return "membership/member";
    }
}
