package vn.nentang.shell.web.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.review.TypedFields;

/**
 * The upper committee's score sheet for one kind of subject: how it splits the points that the regulation gives a group of
 * criteria.
 *
 */
public record ScoreSheetPage(
        Place place,
        List<Organization> path,
        List<FactFields.Option> kinds,
        String kind,
        List<Part> parts,
        boolean hasSheet,
        @Nullable String command,
        TypedFields typed,
        List<Refusal> problems)
        implements Page {

    public ScoreSheetPage {
        path = List.copyOf(path);
        kinds = List.copyOf(kinds);
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }

    /**
     * One group of criteria of the regulation.
     *
     * @param hints what the regulation names under it
     * @param sum what the lines add up to, as typed
     */
    public record Part(
            String group, String title, String max, String sum, boolean fits, List<String> hints, List<Row> rows) {
        public Part {
            hints = List.copyOf(hints);
            rows = List.copyOf(rows);
        }
    }

    public record Row(String field, String title, String max) {}

    public String action() {
        return "/reviews/%d/organizations/%s/score-sheet"
                .formatted(place.year(), place.organization().id());
    }

    @Override
    public String template() {
        return "round/score-sheet";
    }
}
