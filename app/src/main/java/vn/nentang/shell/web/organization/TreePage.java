package vn.nentang.shell.web.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.shell.web.Page;

/**
 * Everything within reach on one day.
 *
 * @param members on all rolls together; null for those who may not know, and where they are too many to be counted here
 */
public record TreePage(
        List<Node> tops, int organizations, @Nullable Long members) implements Page {

    public TreePage {
        tops = List.copyOf(tops);
    }

    /**
     * One organisation.
     *
     * @param members on its own roll and on those below it; null where they are not counted
     * @param organizations how many stand below it, shown here or not
     * @param below those shown
     */
    public record Node(
            OrganizationId id,
            String name,
            String type,
            @Nullable String code,
            @Nullable Long members,
            int organizations,
            List<Node> below) {
        public Node {
            below = List.copyOf(below);
        }

        /** Whether all that stand below it are shown below it here. */
        public boolean isWhole() {
            return organizations
                    == below.stream()
                            .filter(Node::isWhole)
                            .mapToInt(one -> 1 + one.organizations())
                            .sum();
        }
    }

    @Override
    public String template() {
        return "organization/tree";
    }
}
