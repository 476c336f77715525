package vn.nentang.shell.web.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.shell.web.Page;

/**
 * Everything within reach on one day.
 *
 * @param members on all rolls together; null for those who may not know
 */
public record TreePage(
        List<Node> tops, int organizations, @Nullable Long members) implements Page {

    public TreePage {
        tops = List.copyOf(tops);
    }

    /** One organisation, with the members on its own roll and on those below it. */
    public record Node(
            OrganizationId id,
            String name,
            String type,
            @Nullable String code,
            @Nullable Long members,
            List<Node> below) {
        public Node {
            below = List.copyOf(below);
        }
    }

    @Override
    public String template() {
        return "organization/tree";
    }
}
