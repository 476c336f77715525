package vn.nentang.shell.web.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;

/** What somebody may have meant: members and organisations. */
public record SearchPage(String words, List<Person> people, List<Organization> organizations, boolean cut)
        implements Page {

    public SearchPage {
        people = List.copyOf(people);
        organizations = List.copyOf(organizations);
    }

    public record Person(
            PersonId id, String fullName, @Nullable PartialDate birth, String cellName) {}

    @Override
    public String template() {
        return "membership/search";
    }
}
