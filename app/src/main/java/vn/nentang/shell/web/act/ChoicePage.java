package vn.nentang.shell.web.act;

import java.util.List;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;

/**
 * What may be recorded, each leading to its form.
 *
 * @param about whom or what it is about
 * @param back where it came from
 */
public record ChoicePage(String title, String about, List<Organization> path, String back, List<Choice> choices)
        implements Page {

    public ChoicePage {
        path = List.copyOf(path);
        choices = List.copyOf(choices);
    }

    /**
     * One act.
     *
     * @param hint what it means, in a sentence; may be empty
     */
    public record Choice(String name, String hint, String path) {}

    @Override
    public String template() {
        return "act/choice";
    }
}
