package vn.nentang.review;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.Label;

/**
 * The yearly summary (as form 6-BTCTW): organisations and members, how many there were, how many were classified, at
 * which level, and why the others were not. It adds up by construction; what was never decided stands in its own column.
 *
 * @param asOf the day on which the year is judged: whose tree, rolls and rules count
 * @param regime id of the regime; null for a year the rulebook has none for
 * @param source the regulation; null like the regime
 * @param memberLevels levels of members, highest first
 * @param organizationLevels levels of organisations, highest first
 * @param goodMemberLevels those that count as “completing well or better”
 * @param goodOrganizationLevels those that count as “clean and strong”, today “completing well or better”
 * @param rows one for each organisation directly below, then the organisation itself as the total
 * @param caps the top level of members against its cap, for each group of similar position and for all
 * @param organizationCaps the same of organisations: {@code grassroots} and {@code cells}
 */
public record ReviewReport(
        Organization organization,
        int year,
        LocalDate asOf,
        @Nullable String regime,
        @Nullable Citation source,
        List<NamedLevel> memberLevels,
        List<NamedLevel> organizationLevels,
        Set<String> goodMemberLevels,
        Set<String> goodOrganizationLevels,
        List<Row> rows,
        Row total,
        List<GroupCap> caps,
        List<GroupCap> organizationCaps) {

    public ReviewReport {
        memberLevels = List.copyOf(memberLevels);
        organizationLevels = List.copyOf(organizationLevels);
        goodMemberLevels = Set.copyOf(goodMemberLevels);
        goodOrganizationLevels = Set.copyOf(goodOrganizationLevels);
        rows = List.copyOf(rows);
        caps = List.copyOf(caps);
        organizationCaps = List.copyOf(organizationCaps);
    }

    /** A level and what it is called. */
    public record NamedLevel(String code, Label label) {}

    /**
     * One organisation and all below it.
     *
     * @param grassroots grassroots organisations among them
     * @param cells cells among them
     * @param own the organisation's own level; null when nothing was recorded
     */
    public record Row(
            Organization organization,
            Tally grassroots,
            Tally cells,
            Tally members,
            @Nullable String own) {}

    /**
     * The cap in one group.
     *
     * @param group code of the group; empty for all together
     * @param terms what decisions of the year say of it
     */
    public record GroupCap(String group, Cap cap, CapTerms terms) {

        public boolean raisedByDecision() {
            return terms.raised();
        }

        /** How many may stand on the top level, by the share and the measure that count. */
        public int allowed() {
            return cap.allowed(terms);
        }

        /** Whether the top level exceeds the limit that counts. */
        public boolean isExceeded() {
            return excess() > 0;
        }

        /** By how many the limit that counts is exceeded. */
        public int excess() {
            return Math.max(0, cap.top() - allowed());
        }
    }

    /** Members at a good level or better, of those classified. */
    public Share goodMembers() {
        return new Share(total.members().at(goodMemberLevels), total.members().classified());
    }

    /** Organisations of all kinds at a good level or better, of those classified. */
    public Share goodOrganizations() {
        var all = total.grassroots().plus(total.cells());
        return new Share(all.at(goodOrganizationLevels), all.classified());
    }

    /** A part of a whole; both are kept. */
    public record Share(int part, int whole) {

        /** Hundredths of a percent, rounded half up; empty of an empty whole. */
        public OptionalDouble percent() {
            return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.round(10_000.0 * part / whole) / 100.0);
        }
    }

    static ReviewReport withoutRules(Organization organization, int year, LocalDate asOf, List<Row> rows, Row total) {
        return new ReviewReport(
                organization,
                year,
                asOf,
                null,
                null,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                rows,
                total,
                List.of(),
                List.of());
    }

    /** Labels of the levels by code, of members and organisations together. */
    public Map<String, Label> labels() {
        var labels = new LinkedHashMap<String, Label>();
        memberLevels.forEach(l -> labels.put(l.code(), l.label()));
        organizationLevels.forEach(l -> labels.putIfAbsent(l.code(), l.label()));
        return labels;
    }
}
