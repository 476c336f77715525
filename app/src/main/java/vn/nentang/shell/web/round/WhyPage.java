package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.review.CheckPage;
import vn.nentang.shell.web.review.TypedFields;

/**
 * Why one member's level is what it is, from the self-review to the answer to an objection.
 *
 * @param special special provisions that hold for the member
 * @param steps what happened, in order
 * @param answers whether the reader may answer an objection that waits
 * @param objects whether the reader may object
 */
public record WhyPage(
        Place place,
        List<Organization> path,
        String person,
        String name,
        String outcome,
        String allowed,
        Mark mark,
        List<CheckPage.Reason> reasons,
        List<ReviewRegime.Provision> special,
        List<Step> steps,
        boolean answers,
        boolean objects,
        String action,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems)
        implements Page {

    public WhyPage {
        path = List.copyOf(path);
        reasons = List.copyOf(reasons);
        special = List.copyOf(special);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /** Where a paper about this member is; null where the page is the member's own. */
    public @Nullable String paper(String code, String format) {
        return path.isEmpty()
                ? null
                : "/reviews/%d/organizations/%s/papers/%s?person=%s&format=%s"
                        .formatted(place.year(), place.organization().id(), code, person, format);
    }

    /** Whether the result was decided, so that there is a notice to print. */
    public boolean isDecided() {
        return !outcome.isEmpty();
    }

    /**
     * One row.
     *
     * @param text in the writer's own words; may be empty
     */
    public record Step(String when, String what, String text, String by) {}

    @Override
    public String template() {
        return "round/why";
    }
}
