package vn.nentang.shell.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Label;
import vn.nentang.shell.web.Page;

/**
 * One organisation in one year: its facts, what the regulation allows on them, and the form of the decision.
 *
 * @param path from the top of the reach down to the organisation itself
 * @param below how those below came out, in words
 * @param undecidedBelow how many below have no result yet
 * @param allowed what the facts allow, in words
 * @param computed code of the level or reason the facts lead to; empty where they lead to none
 * @param reasons conditions that were looked at
 * @param chosen code of the level or reason of the form
 * @param before what was decided already; empty where nothing was
 * @param command id of the request the form will send; null for a new one
 */
public record OrganizationDecisionPage(
        int year,
        Organization organization,
        List<Organization> path,
        Label regime,
        Citation source,
        List<Count> below,
        int undecidedBelow,
        List<FactField> facts,
        String allowed,
        String computed,
        Mark mark,
        List<CheckPage.Reason> reasons,
        List<RecordingPage.Option> levels,
        List<RecordingPage.Option> noLevels,
        String chosen,
        String before,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> refusals)
        implements Page {

    public OrganizationDecisionPage {
        path = List.copyOf(path);
        below = List.copyOf(below);
        facts = List.copyOf(facts);
        reasons = List.copyOf(reasons);
        levels = List.copyOf(levels);
        noLevels = List.copyOf(noLevels);
        refusals = List.copyOf(refusals);
    }

    public record Count(String label, int number) {}

    /**
     * One fact to be entered.
     *
     * @param value as typed, or as it follows from what is on record
     * @param options words to choose from; empty for a number
     * @param hint what is taken where nothing is entered, or where the value comes from; may be empty
     * @param usual whether it is asked of everyone; the others are taken as the regulation says where nothing is entered
     */
    public record FactField(
            String name, String label, String value, List<RecordingPage.Option> options, String hint, boolean usual) {
        public FactField {
            options = List.copyOf(options);
        }

        public String field() {
            return "fact." + name;
        }
    }

    public List<FactField> usual() {
        return facts.stream().filter(FactField::usual).toList();
    }

    public List<FactField> rare() {
        return facts.stream().filter(fact -> !fact.usual()).toList();
    }

    /** Whether one of the rare facts is given, or wrong. */
    public boolean showsRare() {
        return rare().stream().anyMatch(fact -> !fact.value().isEmpty() || typed.problem(fact.field()) != null);
    }

    public String address() {
        return "/reviews/%d/organizations/%s".formatted(year, organization.id());
    }

    @Override
    public String template() {
        return "review/organization";
    }
}
