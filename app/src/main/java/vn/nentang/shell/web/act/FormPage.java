package vn.nentang.shell.web.act;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.history.ToldAct;

/**
 * A form for one act, with what was typed and what is wrong with it.
 *
 * @param about whom or what it is about
 * @param path from the top of the reach down to the organisation it belongs to
 * @param back where it came from
 * @param action where it is sent
 * @param command the id of the request, the same however often the form is sent
 * @param wrong what the entry says that is mended; null for an act of its own
 * @param asks whether sending it proposes, for another to decide
 */
public record FormPage(
        String title,
        String about,
        List<Organization> path,
        String back,
        String action,
        UUID command,
        @Nullable ToldAct wrong,
        List<Section> sections,
        List<Refusal> refusals,
        boolean asks)
        implements Page {

    public FormPage {
        path = List.copyOf(path);
        sections = List.copyOf(sections);
        refusals = List.copyOf(refusals);
    }

    /**
     * Questions that belong together.
     *
     * @param title empty for the first
     * @param folded shown only when asked for
     */
    public record Section(String title, boolean folded, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /** One of several answers. */
    public record Choice(String value, String label) {}

    /**
     * One question as the page shows it.
     *
     * @param kind line, text, date or choice
     * @param charsMax most characters; 0 for a choice
     * @param searched whether an organisation is searched for: there are too many to choose from all of them
     * @param problem why the answer cannot be taken; empty when it can
     * @param before what the box held when it was shown first; null where nobody needs to know
     */
    public record Field(
            String name,
            String label,
            String hint,
            String kind,
            String value,
            List<Choice> choices,
            int charsMax,
            boolean optional,
            boolean searched,
            String problem,
            @Nullable String before) {
        /** What a box of somebody who looks for another organisation holds. */
        public static final String SEARCH_AGAIN = "?";

        public Field {
            choices = List.copyOf(choices);
        }

        public String id() {
            return "f-" + name;
        }

        /** Ids of what describes the box; null for nothing. */
        public @Nullable String describedBy() {
            var ids = (problem.isEmpty() ? "" : id() + "-wrong ") + (hint.isEmpty() ? "" : id() + "-hint");
            return ids.isBlank() ? null : ids.strip();
        }
    }

    /** Whether any answer cannot be taken. */
    public boolean hasProblems() {
        return sections.stream()
                .flatMap(s -> s.fields().stream())
                .anyMatch(f -> !f.problem().isEmpty());
    }

    @Override
    public String template() {
        return "act/form";
    }
}
