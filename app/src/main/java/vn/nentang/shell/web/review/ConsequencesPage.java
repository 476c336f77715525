package vn.nentang.shell.web.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.review.years.Changes;
import vn.nentang.review.years.Rewards;
import vn.nentang.rulebook.Ruling;
import vn.nentang.shell.web.Page;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Place;

/**
 * What several years lead to, for those who decide.
 *
 * @param years those with results, latest first
 * @param screening null where no rule is in force
 * @param screened a long list is cut; {@code screenedCount} says how many there are
 * @param proposed how many are proposed for each reward, in the order of the list
 * @param record the rule on appointments; null where none is in force
 * @param recordYears which years count, oldest first
 */
public record ConsequencesPage(
        int year,
        List<Integer> years,
        Organization organization,
        List<Organization> path,
        @Nullable Ruling screening,
        int screenedCount,
        List<PersonRow> screened,
        List<RewardGroup> proposed,
        @Nullable Ruling record,
        List<Integer> recordYears,
        int members,
        List<PersonRow> recordRows,
        List<ShownLevel> legend,
        List<Changes.Note> notes,
        Pages pages)
        implements Page {

    public ConsequencesPage {
        years = List.copyOf(years);
        path = List.copyOf(path);
        screened = List.copyOf(screened);
        proposed = List.copyOf(proposed);
        recordYears = List.copyOf(recordYears);
        recordRows = List.copyOf(recordRows);
        legend = List.copyOf(legend);
        notes = List.copyOf(notes);
    }

    /** A member with the years looked at; {@code said} is what they come to, in words, and may be empty. */
    public record PersonRow(PersonId person, String fullName, Place cell, List<YearMark> marks, String said) {
        public PersonRow {
            marks = List.copyOf(marks);
        }
    }

    /** One reward and who may be proposed for it; a long list is cut and says how many there are. */
    public record RewardGroup(Rewards.Reward reward, int count, List<Proposed> first) {
        public RewardGroup {
            first = List.copyOf(first);
        }
    }

    /** A member or an organisation. */
    public record Proposed(String name, String path, String place, String said) {}

    public String address() {
        return "/reviews/consequences?org=%s&year=%d".formatted(organization.id(), year);
    }

    @Override
    public String template() {
        return "review/consequences";
    }
}
