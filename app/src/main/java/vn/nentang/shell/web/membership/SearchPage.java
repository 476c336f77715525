package vn.nentang.shell.web.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.shell.web.Frame;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Place;

/**
 * What somebody may have meant: members and organisations.
 *
 * @param goesOn whether pages of members came before; organisations stand on the first
 * @param next behind whom the next page begins; null on the last
 * @param toOthers whether the next page begins with those who bear the words in the midst of their names
 */
public record SearchPage(
        String words,
        List<Person> people,
        List<Place> organizations,
        boolean goesOn,
        @Nullable PersonId next,
        boolean toOthers)
        implements Page {

    static final SearchPage EMPTY = new SearchPage("", List.of(), List.of(), false, null, false);

    public SearchPage {
        people = List.copyOf(people);
        organizations = List.copyOf(organizations);
    }

    public record Person(
            PersonId id,
            String fullName,
            @Nullable PartialDate birth,
            @Nullable Place cell) {}

    /** Where the next page is. */
    public String nextAddress() {
        return "/search?q=%s&after=%s".formatted(Frame.encoded(words), next);
    }

    @Override
    public String template() {
        return "membership/search";
    }
}
