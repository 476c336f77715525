package vn.nentang.shell.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.shell.web.Page;

/**
 * What matters today.
 *
 * @param members on all rolls within reach; null for those who may not know
 */
public record DeskPage(
        OrganizationId top,
        String topName,
        int organizations,
        @Nullable Integer members,
        List<Wait> waits) implements Page {

    public DeskPage {
        waits = List.copyOf(waits);
    }

    /**
     * Something that waits.
     *
     * @param key of the sentence
     * @param detail the value in the sentence
     * @param path where it is dealt with
     */
    public record Wait(int count, String key, String detail, String path) {}

    @Override
    public String template() {
        return "desk";
    }
}
