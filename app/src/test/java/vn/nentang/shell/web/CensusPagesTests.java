package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.membership.Act;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvent;

/** Figures of any organisation on any day, and the people behind each. */
final class CensusPagesTests {

    private static final RunningOffice OFFICE = RunningOffice.start(0);
    private static final String COMMUNE = "/organizations/" + RunningOffice.COMMUNE + "/census";
    private static final String NORTH = "/organizations/" + RunningOffice.NORTH + "/census";
    private static final Pattern FIGURE = Pattern.compile("<strong>([\\d.]+) đảng viên</strong>");
    private static final Pattern PEOPLE = Pattern.compile("href=\"([^\"]+/census/people\\?[^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

    private final Client office = Client.signedIn(OFFICE, "vanphong");

    private static int figure(String page) {
        var found = FIGURE.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return Integer.parseInt(found.group(1).replace(".", ""));
    }

    @Test
    void a_figure_moves_with_the_act_that_was_just_recorded() {
        var before = figure(office.get(COMMUNE).body());
        var ofTheDayBefore = figure(office.get(COMMUNE + "?on=2025-03-02").body());
        admit(LocalDate.of(2025, 3, 3));
        assertThat(figure(office.get(COMMUNE).body())).isEqualTo(before + 1);
        assertThat(figure(office.get(COMMUNE + "?on=2025-03-02").body())).isEqualTo(ofTheDayBefore);
        assertThat(figure(office.get(COMMUNE + "?known-at=2025-01-01T00:00:00Z").body()))
                .as("nothing was known then")
                .isZero();
    }

    private static void admit(LocalDate on) {
        var person = new PersonId(UUID.randomUUID());
        var answer = OFFICE.part(MembershipDesk.class)
                .proposeAll(
                        new Command(UUID.randomUUID(), "vanphong", "census"),
                        List.of(
                                act(
                                        new MembershipEvent.PersonRegistered(
                                                person,
                                                List.of(
                                                        new Fact(Fact.FULL_NAME, "Vàng Thị Mẫu"),
                                                        new Fact(Fact.SEX, "female"),
                                                        new Fact(Fact.BIRTH, "1990-02-03"))),
                                        on),
                                act(
                                        new MembershipEvent.Admitted(person, RunningOffice.SOUTH, PartialDate.of(on)),
                                        on)));
        assertThat(answer).isInstanceOf(Answer.Recorded.class);
    }

    private static Act act(MembershipEvent event, LocalDate on) {
        return new Act(event, on, new Paper("7-QĐ/ĐU", on, "Đảng ủy xã Suối Mơ", "Lò Văn Mẫu"));
    }

    @Test
    void every_figure_opens_to_as_many_people() {
        var page = office.get(COMMUNE + "?by=standing&by=sex&on=2024-01-15").body();
        var links = PEOPLE.matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(links).isNotEmpty();
        var all = everybody(COMMUNE + "/people?on=2024-01-15");
        assertThat(lines(all)).isEqualTo(figure(page));
        for (var link : links) {
            assertThat(lines(office.get(link).body())).as(link).isPositive();
        }
        assertThat(all).contains("/members/" + RunningOffice.BINH);
    }

    /** Page after page. */
    private String everybody(String path) {
        var pages = new StringBuilder();
        for (var next = path; !next.isEmpty(); ) {
            var page = office.get(next).body();
            pages.append(page);
            var link = NEXT.matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : "";
        }
        return pages.toString();
    }

    private static int lines(String page) {
        return Pattern.compile("<th scope=\"row\"><a href=\"/members/")
                .matcher(page)
                .results()
                .toList()
                .size();
    }

    @Test
    void a_cells_secretary_counts_the_own_cell_and_no_other() {
        var secretary = Client.signedIn(OFFICE, "bithu.bac");
        assertThat(secretary.get(NORTH).statusCode()).isEqualTo(200);
        assertThat(secretary.get(COMMUNE).statusCode()).isEqualTo(404);
        assertThat(secretary.get(COMMUNE + "/people").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?by=tuoi&by=sex",
                "?by=sex&by=sex&by=age",
                "?by=level&year=99999",
                "?by=level&year=1200",
                "?on=31/02/2025",
                "?on=1850-01-01",
                "?on=2099-12-31&tree=today",
                "?known-at=hom+qua",
                "?tree=khac",
                "?by=cell-streak&by=occupation&year=2025",
                "?by=party-age&by=religion&known-at=2030-01-01T00:00:00Z"
            })
    void whatever_is_asked_is_answered_with_a_page(String query) {
        assertThat(office.get(COMMUNE + query).statusCode()).isIn(200, 404);
        assertThat(office.get(NORTH + "/people" + query).statusCode()).isIn(200, 404);
    }

    @Test
    void words_of_no_list_and_strangers_in_the_address_open_nothing() {
        var page = office.get(COMMUNE + "/people?by=sex&is=khac&and=gi&cell=" + RunningOffice.FOREIGN + "&person="
                        + RunningOffice.KHACH)
                .body();
        assertThat(lines(page)).isZero();
        assertThat(page).contains(Texts.in(Language.VI).of("census.nobody"));
    }

    @Test
    void the_slider_asks_for_the_figures_of_a_day_alone() {
        var years = Texts.in(Language.VI).of("census.through-years");
        var whole = office.get(COMMUNE + "?on=2024-01-15");
        var part = office.get(COMMUNE + "?on=2024-01-15&part=day");
        assertThat(whole.headers().firstValue("Content-Security-Policy"))
                .hasValue(SecurityConfiguration.CONTENT_POLICY_COUNTING);
        assertThat(whole.body()).contains("sliding-", years);
        assertThat(part.body()).contains("id=\"figures\"").doesNotContain(years);
        assertThat(figure(part.body())).isEqualTo(figure(whole.body()));
    }

    @Test
    void the_years_begin_when_the_first_member_was_there() {
        var page = office.get(NORTH).body();
        assertThat(page).doesNotContain("31/12/2018").contains("31/12/2024");
    }
}
