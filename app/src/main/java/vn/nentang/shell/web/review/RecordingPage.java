package vn.nentang.shell.web.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.review.ReviewReport.GroupCap;
import vn.nentang.rulebook.Label;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.PlaceSearch;

/**
 * The decisions of a year before they are recorded: each line of a checked workbook with its member and the level the
 * facts allow, the cap as it would come out, and the paper.
 *
 * @param remarks on the workbook as a whole: a title that names another year
 * @param organizations those within reach whose members the workbook may list
 * @param lines that have a member
 * @param strangers that have none, each with the reason
 * @param groups what each group of the caps is called, by code
 * @param raised the decision on record that raises the cap; null where there is none
 * @param raisable whether the year's regulation lets a decision raise the cap
 * @param again whether some members have a decision for the year already
 * @param typed the form as it was sent
 */
public record RecordingPage(
        UUID id,
        String file,
        int year,
        Label regime,
        Citation source,
        List<Label> remarks,
        PlaceSearch.Choices organizations,
        OrganizationId under,
        List<Line> lines,
        List<Stranger> strangers,
        List<GroupCap> caps,
        Map<String, String> groups,
        @Nullable Paper raised,
        boolean raisable,
        boolean again,
        List<Option> levels,
        List<Option> reasons,
        TypedFields typed,
        List<Refusal> refusals,
        Instant until)
        implements Page {

    public RecordingPage {
        remarks = List.copyOf(remarks);
        lines = List.copyOf(lines);
        strangers = List.copyOf(strangers);
        caps = List.copyOf(caps);
        groups = Map.copyOf(groups);
        levels = List.copyOf(levels);
        reasons = List.copyOf(reasons);
        refusals = List.copyOf(refusals);
    }

    /**
     * A line with its member.
     *
     * @param key as the workbook's row is named
     * @param allowed what the facts allow, in words
     * @param chosen code of the level or reason that would be recorded; empty while none is chosen
     * @param proposal what the cell proposes, in words
     * @param before what was decided for this year already; empty where nothing was
     * @param open whether the fields for another level are shown at once
     * @param problem why the line cannot be recorded; null where it can, or was not asked to be
     */
    public record Line(
            int index,
            String key,
            String person,
            String name,
            String cell,
            String allowed,
            String chosen,
            String because,
            String proposal,
            String before,
            boolean open,
            @Nullable Refusal problem,
            Mark mark) {}

    /** A line without a member. */
    public record Stranger(String key, String name, String cell, Refusal why) {}

    /** A level or a reason that may be chosen. */
    public record Option(String code, String label) {}

    public long undecided() {
        return lines.stream().filter(line -> line.chosen().isEmpty()).count();
    }

    @Override
    public String template() {
        return "review/recording";
    }
}
