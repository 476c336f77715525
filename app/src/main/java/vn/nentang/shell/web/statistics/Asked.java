package vn.nentang.shell.web.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Frame;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.Dimension;
import vn.nentang.statistics.census.Question;

/**
 * What a reader asks of the census, as it stands in the address.
 *
 * @param by at most two, no attribute twice
 * @param year the year of levels and of years in a row
 * @param today whether what stands below is looked up on today's tree instead of the day's
 */
record Asked(OrganizationId organization, AsOf asOf, KnownAt knownAt, List<Attribute> by, int year, boolean today) {

    private static final int BY_MOST = 2;
    private static final int YEARS_SHOWN = 10;

    Asked {
        by = List.copyOf(by);
    }

    static Asked of(OrganizationId organization, AsOf asOf, KnownAt knownAt, List<String> by, int year, boolean today) {
        var attributes = new ArrayList<Attribute>();
        for (var code : by) {
            for (var attribute : Attribute.values()) {
                if (attribute.code().equals(code) && !attributes.contains(attribute) && attributes.size() < BY_MOST) {
                    attributes.add(attribute);
                }
            }
        }
        return new Asked(
                organization,
                asOf,
                knownAt,
                attributes.isEmpty() ? List.of(Attribute.STANDING) : attributes,
                years(asOf.today()).contains(year) ? year : asOf.today().getYear() - 1,
                today);
    }

    /** Latest first. */
    static List<Integer> years(LocalDate today) {
        return IntStream.range(0, YEARS_SHOWN)
                .mapToObj(back -> today.getYear() - back)
                .toList();
    }

    List<Dimension> dimensions() {
        return by.stream()
                .map(one -> one.isOfAYear() ? new Dimension(one, year) : Dimension.of(one))
                .toList();
    }

    LocalDate treeOn() {
        return today ? asOf.today() : asOf.date();
    }

    Question question() {
        return question(organization, asOf.date(), dimensions());
    }

    Question question(OrganizationId of, LocalDate on, List<Dimension> dimensions) {
        return new Question(of, on, today ? asOf.today() : on, knownAt.instant(), dimensions);
    }

    /** The same asked of another organisation or another day. */
    String address(OrganizationId of, LocalDate on) {
        return "/organizations/%s/census?%s".formatted(of, parameters(on));
    }

    String people(OrganizationId of) {
        return "/organizations/%s/census/people?%s".formatted(of, parameters(asOf.date()));
    }

    private String parameters(LocalDate on) {
        return by.stream().map(one -> "by=" + one.code()).collect(Collectors.joining("&"))
                + "&year=" + year
                + (on.equals(asOf.today()) ? "" : "&on=" + on)
                + (knownAt.text().isEmpty() ? "" : "&known-at=" + Frame.encoded(knownAt.text()))
                + (today ? "&tree=today" : "");
    }
}
