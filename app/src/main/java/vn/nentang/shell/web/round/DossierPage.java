package vn.nentang.shell.web.round;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Place;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.Page;

/**
 * One organisation's papers of a year: what is done, what comes next, what waits for what.
 *
 * @param steps in the order in which they are done
 * @param decides whether the reader may decide here
 * @param records whether the reader may write these papers
 * @param broughtAlong members who handed in this year at another cell, and have no papers here
 * @param published when, how and where the results were made public, in a sentence; null before that
 * @param problems what the last request was refused for
 */
public record DossierPage(
        Place place,
        List<Organization> path,
        List<Step> steps,
        List<Person> people,
        String own,
        boolean records,
        boolean decides,
        @Nullable Organization appraiser,
        int broughtAlong,
        @Nullable String published,
        List<Refusal> problems,
        String because)
        implements Page {

    public DossierPage {
        path = List.copyOf(path);
        steps = List.copyOf(steps);
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }

    /**
     * One step.
     *
     * @param state {@code done}, {@code open} or {@code waits}
     * @param said where it stands, in a sentence
     * @param path where it is done; null where there is nothing to open
     * @param source the article of its place in the order; null where none is named
     */
    public record Step(
            String title,
            String state,
            String said,
            @Nullable String path,
            String action,
            @Nullable Citation source) {}

    /**
     * One member and how far the member's review is.
     *
     * @param outcome what was decided, in words; empty before that
     * @param special special provisions that hold for the member
     */
    public record Person(
            String id,
            String name,
            String kind,
            String asked,
            String proposed,
            String outcome,
            String missing,
            List<ReviewRegime.Provision> special,
            boolean objects) {
        public Person {
            special = List.copyOf(special);
        }
    }

    public String base() {
        return Desk.path(place);
    }

    /** The papers there are to print, by their words in an address; those that name members only for who may read them. */
    public List<String> papers() {
        var papers = new ArrayList<>(List.of("report", "dossier"));
        if (place.isCell() && !people.isEmpty()) {
            papers.add("ballot");
            if (place.dossier().meeting() != null) {
                papers.addAll(List.of("minutes", "count"));
            }
            if (!place.outcomes().isEmpty()) {
                papers.add("decision");
            }
        }
        return papers;
    }

    /** Where one of them is. */
    public String paper(String code, String format) {
        return "/reviews/%d/organizations/%s/papers/%s?format=%s"
                .formatted(place.year(), place.organization().id(), code, format);
    }

    /** The one step to take now. */
    public boolean isNext(Step step) {
        return steps.stream()
                .filter(one -> one.state().equals("open"))
                .findFirst()
                .filter(step::equals)
                .isPresent();
    }

    /** Whether everything before the handing in is done. */
    public boolean isReady() {
        return steps.stream()
                .filter(one -> one.path() != null)
                .allMatch(one -> one.state().equals("done"));
    }

    @Override
    public String template() {
        return "round/dossier";
    }
}
