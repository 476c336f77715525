package vn.nentang.shell.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.years.UnitTitles;
import vn.nentang.shell.web.Page;

/**
 * The title of a military unit beside the level of its Party organisation.
 *
 * @param level of the Party organisation in words; empty while none was decided
 * @param before the title that stands, in words; empty where there is none
 * @param contradiction of the two; null where there is none
 * @param chosen code of the title in the form
 */
public record UnitTitlePage(
        int year,
        Organization organization,
        List<Organization> path,
        String level,
        String before,
        UnitTitles.@Nullable Contradiction contradiction,
        Citation source,
        List<RecordingPage.Option> titles,
        String chosen,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> refusals)
        implements Page {

    public UnitTitlePage {
        path = List.copyOf(path);
        titles = List.copyOf(titles);
        refusals = List.copyOf(refusals);
    }

    public String address() {
        return "/reviews/%d/organizations/%s/unit-title".formatted(year, organization.id());
    }

    @Override
    public String template() {
        return "review/unittitle";
    }
}
