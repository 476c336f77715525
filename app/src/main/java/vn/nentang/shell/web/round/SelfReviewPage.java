package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.review.CheckPage;
import vn.nentang.shell.web.review.TypedFields;

/**
 * A self-review as a form: of a member, or of an organisation.
 *
 * @param who whose it is
 * @param kinds kinds to choose from; empty for an organisation
 * @param groups groups of the round to choose from; empty for an organisation
 * @param points the lines of the score sheet; empty where none is set
 * @param passages the parts in words
 * @param allowed what the regulation allows on what is entered, in words
 * @param drafts whether it can be kept as a draft
 * @param locked whether it is the member's own word, which others only read
 * @param back where one came from
 */
public record SelfReviewPage(
        Place place,
        List<Organization> path,
        String who,
        String form,
        String action,
        String back,
        List<FactFields.Option> kinds,
        String kind,
        List<FactFields.Option> groups,
        String group,
        List<FactFields.Field> points,
        List<FactFields.Field> facts,
        List<FactFields.Field> passages,
        List<FactFields.Option> levels,
        String level,
        String allowed,
        Mark mark,
        List<CheckPage.Reason> reasons,
        boolean drafts,
        boolean locked,
        String said,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems)
        implements Page {

    public SelfReviewPage {
        path = List.copyOf(path);
        kinds = List.copyOf(kinds);
        groups = List.copyOf(groups);
        points = List.copyOf(points);
        facts = List.copyOf(facts);
        passages = List.copyOf(passages);
        levels = List.copyOf(levels);
        reasons = List.copyOf(reasons);
        problems = List.copyOf(problems);
    }

    public List<FactFields.Field> usual() {
        return facts.stream().filter(FactFields.Field::usual).toList();
    }

    public List<FactFields.Field> rare() {
        return facts.stream().filter(field -> !field.usual()).toList();
    }

    /** Whether one of the rare facts is given, or wrong. */
    public boolean showsRare() {
        return rare().stream().anyMatch(field -> !field.value().isEmpty() || typed.problem(field.name()) != null);
    }

    @Override
    public String template() {
        return "round/self-review";
    }
}
