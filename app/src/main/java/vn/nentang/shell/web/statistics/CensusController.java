package vn.nentang.shell.web.statistics;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.Rosters;
import vn.nentang.membership.Standing;
import vn.nentang.organization.Organization;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Bars;
import vn.nentang.shell.web.Frame;
import vn.nentang.shell.web.KnownAt;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Place;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.Census;
import vn.nentang.statistics.census.Counted;
import vn.nentang.statistics.census.Dimension;
import vn.nentang.statistics.census.Figures;

/** Figures of any organisation on any day, and the people behind each. */
@WebFace
final class CensusController {

    private static final int YEARS_BACK = 10;
    /** What changes with the day alone is asked for, again and again while somebody moves the slider. */
    private static final String OF_THE_DAY = "day";

    private static final int PEOPLE_ON_A_PAGE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Census census;
    private final Rosters rosters;
    private final Values values;
    private final Labels labels;

    CensusController(Census census, Rosters rosters, Values values, Labels labels) {
        this.census = census;
        this.rosters = rosters;
        this.values = values;
        this.labels = labels;
    }

    @GetMapping("/organizations/{id}/census")
    Reply figures(
            @PathVariable OrganizationId id,
            @RequestParam(defaultValue = "") List<String> by,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String tree,
            @RequestParam(defaultValue = "") String part,
            Viewer viewer,
            AsOf asOf,
            KnownAt knownAt,
            Texts texts) {
        var organization = OutOfReach.require(viewer.scope().find(id, asOf.date()));
        var asked = Asked.of(id, asOf, knownAt, by, year, tree.equals("today"));
        if (!census.readWithin(PATIENCE)) {
            return Reply.show(new CensusReadingPage(organization, asked.address(id, asOf.date()), census.readSoFar()));
        }
        return Reply.show(new Showing(asked, viewer, texts).page(organization, !part.equals(OF_THE_DAY)));
    }

    @GetMapping("/organizations/{id}/census/people")
    Reply people(
            @PathVariable OrganizationId id,
            @RequestParam(defaultValue = "") List<String> by,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String tree,
            @RequestParam(name = "is", required = false) @Nullable String first,
            @RequestParam(name = "and", required = false) @Nullable String second,
            @RequestParam(required = false) @Nullable OrganizationId cell,
            @RequestParam(required = false) @Nullable PersonId person,
            Viewer viewer,
            AsOf asOf,
            KnownAt knownAt,
            Texts texts) {
        var organization = OutOfReach.require(viewer.scope().find(id, asOf.date()));
        var asked = Asked.of(id, asOf, knownAt, by, year, tree.equals("today"));
        var wanted = Stream.of(first, second)
                .takeWhile(one -> one != null)
                .map(String::valueOf)
                .toList();
        wanted = wanted.subList(0, Math.min(wanted.size(), asked.by().size()));
        var after = cell == null || person == null ? null : new Counted.OnRoll(cell, person);
        return Reply.show(new Showing(asked, viewer, texts).people(organization, wanted, after));
    }

    /** One request. */
    private final class Showing {

        private final Asked asked;
        private final Viewer viewer;
        private final Texts texts;
        private final LocalDate on;

        Showing(Asked asked, Viewer viewer, Texts texts) {
            this.asked = asked;
            this.viewer = viewer;
            this.texts = texts;
            this.on = asked.asOf().date();
        }

        CensusPage page(Organization organization, boolean whole) {
            var figures = census.answer(asked.question());
            var first = asked.dimensions().getFirst();
            var second =
                    asked.dimensions().size() < 2 ? null : asked.dimensions().get(1);
            var columns = second == null ? List.<String>of() : occurring(figures, 1, second);
            var rows = occurring(figures, 0, first).stream()
                    .map(value -> row(value, columns, figures))
                    .toList();
            return new CensusPage(
                    organization,
                    viewer.scope().path(organization.id(), on),
                    "/organizations/" + organization.id() + "/census",
                    asked.knownAt(),
                    choices(),
                    figures.members(),
                    values.attribute(first, texts),
                    second == null ? null : values.attribute(second, texts),
                    columns.stream()
                            .map(value -> second == null ? "" : values.word(second, value, on, texts))
                            .toList(),
                    rows,
                    shares(rows),
                    whole ? years() : new Bars(List.of()),
                    above(organization),
                    below(organization),
                    CensusPage.Slider.over(asked.asOf(), YEARS_BACK),
                    asked.dimensions().stream()
                            .filter(by -> values.mark(by.attribute()) != Mark.VERIFIED)
                            .map(by -> values.attribute(by, texts))
                            .toList(),
                    figures.entries());
        }

        private List<String> occurring(Figures figures, int place, Dimension by) {
            return figures.counts().stream()
                    .map(count -> count.values().get(place))
                    .distinct()
                    .sorted(values.order(by, on))
                    .toList();
        }

        private CensusPage.Row row(String value, List<String> columns, Figures figures) {
            var counts = new HashMap<String, Long>();
            figures.counts().stream()
                    .filter(count -> count.values().getFirst().equals(value))
                    .forEach(count -> counts.merge(count.values().getLast(), count.members(), Long::sum));
            var total = counts.values().stream().mapToLong(n -> n).sum();
            return new CensusPage.Row(
                    values.word(asked.dimensions().getFirst(), value, on, texts),
                    cell(total, List.of(value)),
                    figures.members() == 0 ? 0 : (double) total / figures.members(),
                    columns.stream()
                            .map(column -> cell(counts.getOrDefault(column, 0L), List.of(value, column)))
                            .toList());
        }

        private CensusPage.Cell cell(long members, List<String> of) {
            return new CensusPage.Cell(members, people(of));
        }

        private String people(List<String> of) {
            var names = List.of("is", "and");
            return asked.people(asked.organization())
                    + IntStream.range(0, of.size())
                            .mapToObj(i -> "&%s=%s".formatted(names.get(i), Frame.encoded(of.get(i))))
                            .collect(Collectors.joining());
        }

        private Bars shares(List<CensusPage.Row> rows) {
            var most =
                    rows.stream().mapToLong(row -> row.total().members()).max().orElse(0);
            return new Bars(rows.stream()
                    .map(row -> bar(row.name(), row.total().path(), row.total().members(), most))
                    .toList());
        }

        private Bars.Bar bar(String name, String path, long members, long most) {
            var length = most == 0 ? 0 : Math.round(10_000.0 * members / most) / 100.0;
            var part = new Bars.Part("%s: %s".formatted(name, texts.number(members)), 1, 0, length);
            return new Bars.Bar(name, path, List.of(part), texts.number(members));
        }

        /** The ends of the years before the day, the day last. */
        private Bars years() {
            var days = new ArrayList<LocalDate>();
            for (int year = asked.asOf().today().getYear() - YEARS_BACK;
                    year < asked.asOf().today().getYear();
                    year++) {
                days.add(LocalDate.of(year, Month.DECEMBER, 31));
            }
            days.add(asked.asOf().today());
            var counted = new HashMap<LocalDate, Long>();
            days.forEach(day -> counted.put(
                    day,
                    census.answer(asked.question(asked.organization(), day, List.of()))
                            .members()));
            var most = counted.values().stream().mapToLong(n -> n).max().orElse(0);
            return new Bars(days.stream()
                    .dropWhile(day -> counted.getOrDefault(day, 0L) == 0)
                    .map(day -> bar(
                            texts.date(day),
                            asked.address(asked.organization(), day),
                            counted.getOrDefault(day, 0L),
                            most))
                    .toList());
        }

        /** The way up, the top first. */
        private List<CensusPage.Above> above(Organization organization) {
            return viewer.scope().path(organization.id(), on).stream()
                    .filter(one -> !one.id().equals(organization.id()))
                    .map(one -> new CensusPage.Above(one.name(), asked.address(one.id(), on)))
                    .toList();
        }

        private Bars below(Organization organization) {
            var counted = new LinkedHashMap<Organization, Long>();
            viewer.scope()
                    .below(organization.id(), asked.treeOn())
                    .forEach(one -> counted.put(
                            one,
                            census.answer(asked.question(one.id(), on, List.of()))
                                    .members()));
            var most = counted.values().stream().mapToLong(n -> n).max().orElse(0);
            return new Bars(counted.entrySet().stream()
                    .map(one ->
                            bar(one.getKey().name(), asked.address(one.getKey().id(), on), one.getValue(), most))
                    .toList());
        }

        private CensusPage.Choices choices() {
            var none = Stream.of(new CensusPage.Choice(
                    "", texts.of("census.by-nothing"), asked.by().size() < 2));
            return new CensusPage.Choices(
                    choices(asked.by().getFirst()),
                    Stream.concat(
                                    none,
                                    choices(
                                            asked.by().size() < 2
                                                    ? null
                                                    : asked.by().get(1))
                                            .stream())
                            .toList(),
                    Asked.years(asked.asOf().today()).stream()
                            .map(year -> new CensusPage.Choice(
                                    String.valueOf(year), String.valueOf(year), year == asked.year()))
                            .toList(),
                    asked.today());
        }

        private List<CensusPage.Choice> choices(@Nullable Attribute chosen) {
            return Arrays.stream(Attribute.values())
                    .map(one ->
                            new CensusPage.Choice(one.code(), texts.of("census.choose." + one.code()), one == chosen))
                    .toList();
        }

        CensusPeoplePage people(Organization organization, List<String> wanted, Counted.@Nullable OnRoll after) {
            var found = census.people(asked.question(), wanted, after, PEOPLE_ON_A_PAGE);
            var last = found.last();
            return new CensusPeoplePage(
                    organization,
                    viewer.scope().path(organization.id(), on),
                    asked.address(organization.id(), on),
                    IntStream.range(0, wanted.size())
                            .mapToObj(i -> named(asked.dimensions().get(i), wanted.get(i)))
                            .toList(),
                    rows(found.members()),
                    last == null ? null : people(wanted) + "&cell=%s&person=%s".formatted(last.cell(), last.person()));
        }

        private String named(Dimension by, String value) {
            return "%s: %s".formatted(values.attribute(by, texts), values.word(by, value, on, texts));
        }

        /** Cell by cell, and by name in each. */
        private List<CensusPeoplePage.Row> rows(List<Counted.OnRoll> found) {
            var cells = found.stream().map(Counted.OnRoll::cell).distinct().toList();
            var persons = found.stream().map(Counted.OnRoll::person).collect(Collectors.toSet());
            return rosters.of(cells, on, asked.knownAt().instant()).stream()
                    .filter(line -> persons.contains(line.person()) && line.standing() != Standing.TEMPORARY)
                    .sorted(Comparator.comparingInt(line -> cells.indexOf(line.cell())))
                    .map(line -> new CensusPeoplePage.Row(
                            line, labels.of("sex", line.sex(), on, texts), Place.of(line.cell(), viewer.scope(), on)))
                    .toList();
        }
    }
}
