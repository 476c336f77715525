package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.store.Reach;

/** What a page asks and shows does not grow with what it does not show: a commune of four cells, then of 44, then of 344. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WidePagesTests {

    private static final RunningOffice OFFICE = RunningOffice.start(0);
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    private static final String OWN = "/organizations/" + RunningOffice.COMMUNE;
    private static final Pattern MEMBER =
            Pattern.compile("<th scope=\"row\"><a href=\"/members/([0-9a-f-]{36})(?:[?][^\"]*)?\"");
    private static final Pattern ORGANIZATION =
            Pattern.compile("<th scope=\"row\"><a href=\"/reviews/2025\\?org=([0-9a-f-]{36})\"");
    private static final Pattern CELL = Pattern.compile(">(Chi bộ thôn \\d+)<");

    private final Client officer = Client.signedIn(OFFICE, "vanphong");

    @AfterAll
    static void end() {
        OFFICE.close();
    }

    private static void found(int from, int until) {
        var cells = IntStream.range(from, until)
                .mapToObj(i -> new OrganizationEvent.Founded(
                        new OrganizationId(new UUID(8, i)),
                        "cell",
                        "Chi bộ thôn " + i,
                        "SM.%04d".formatted(1000 + i),
                        RunningOffice.COMMUNE))
                .toList();
        var answer = OFFICE.part(OrganizationDesk.class)
                .foundAll(new Command(UUID.randomUUID(), "test", "found"), cells, FOUNDED, Paper.UNKNOWN);
        assertThat(answer).isInstanceOf(Answer.Recorded.class);
    }

    private static final Pattern GOOD = Pattern.compile("<span class=\"big\">([^<]+)</span>");
    private static final Pattern MEMBERS = Pattern.compile(OWN + "/roster\">([^<]+)</a>");
    private static final List<String> GREETING = new ArrayList<>();
    private static final Pattern YEAR =
            Pattern.compile("<th scope=\"row\"><a href=\"/reviews/2025\">.*?</tr>", Pattern.DOTALL);
    private static final List<String> YEARS = new ArrayList<>();

    /** How many members, and the share of them at a good level. */
    private List<String> greeting() {
        var body = officer.get("/").body();
        return Stream.of(MEMBERS, GOOD)
                .flatMap(one -> one.matcher(body).results().limit(1))
                .map(found -> found.group(1))
                .toList();
    }

    /** The bar of 2025 and its line among the years. */
    private List<String> years() {
        return YEAR.matcher(officer.get("/reviews").body())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private Map<String, Integer> asked() {
        var pages = List.of(
                "/",
                "/organizations",
                OWN,
                "/organizations/" + RunningOffice.NORTH + "/roster",
                OWN + "/roster",
                "/members/" + RunningOffice.AN,
                "/search?q=van",
                "/search?q=" + RunningOffice.AN_CITIZEN_ID,
                "/reviews/2025?org=" + RunningOffice.NORTH,
                "/probation");
        var asked = new LinkedHashMap<String, Integer>();
        for (var page : pages) {
            officer.get(page);
            asked.put(page, Statements.during(() -> officer.get(page), 200));
        }
        return asked;
    }

    @Test
    @Order(1)
    void forty_more_cells_are_shown_with_as_many_statements() {
        var before = asked();
        GREETING.addAll(greeting());
        YEARS.addAll(years());
        found(0, 40);
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void a_wide_reach_is_shown_with_no_more_statements() {
        var before = asked();
        found(40, 340);
        await(() -> greeting().size() == GREETING.size());
        asked().forEach((page, statements) -> assertThat(statements).as(page).isLessThanOrEqualTo(before.get(page)));
    }

    private static void await(BooleanSupplier done) {
        for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    @Order(3)
    void a_wide_reach_is_greeted_with_the_figures_it_had_before() {
        assertThat(GREETING).hasSize(2);
        assertThat(greeting()).isEqualTo(GREETING);
        assertThat(years()).isEqualTo(YEARS).hasSize(2);
        assertThat(officer.get("/reviews").body())
                .contains(Texts.in(Language.VI).of("reviews.counted"));
        assertThat(officer.get("/").body()).contains(OWN + "/census?by=level&amp;year=2025&amp;on=2025-12-31");
    }

    private List<String> cellsOn(String page) {
        return CELL.matcher(officer.get(page).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    @Order(3)
    void the_tree_shows_the_first_of_many_and_leads_on_to_all() {
        assertThat(cellsOn("/organizations")).hasSizeBetween(90, 100);
        var all = new HashSet<String>();
        for (int page = 1; page <= 4; page++) {
            var some = cellsOn(OWN + "?page=" + page);
            assertThat(some).hasSizeLessThanOrEqualTo(100);
            all.addAll(some);
        }
        assertThat(all).hasSize(340);
        assertThat(officer.get(OWN).body()).contains(OWN + "?&amp;page=2").contains(OWN + "/census");
    }

    @Test
    @Order(4)
    void a_long_roster_shows_everybody_once_some_organisations_at_a_time() {
        var shown = new ArrayList<String>();
        for (int page = 1; page <= 35; page++) {
            MEMBER.matcher(officer.get(OWN + "/roster?page=" + page).body())
                    .results()
                    .forEach(found -> shown.add(found.group(1)));
        }
        assertThat(shown).doesNotHaveDuplicates().hasSize(membersOfTheCommune(RunningOffice.TODAY));
        var searched = officer.get(OWN + "/roster?q=B%C3%ACnh");
        assertThat(searched.statusCode()).isBetween(302, 303);
        assertThat(searched.headers().firstValue("Location").orElseThrow()).endsWith("/search?q=B%C3%ACnh");
    }

    private static int membersOfTheCommune(LocalDate on) {
        return Reach.whole(() -> OFFICE.part(JdbcClient.class)
                .sql("""
                        SELECT count(*) FROM register.membership m
                          JOIN register.organization_above a ON a.organization_id = m.cell_id
                         WHERE a.above_id = :commune AND m.valid @> :on
                        """)
                .param("commune", RunningOffice.COMMUNE.value())
                .param("on", on)
                .query(Integer.class)
                .single());
    }

    @Test
    @Order(5)
    void the_desk_of_a_wide_reach_counts_nobody_and_leads_to_where_it_is_done() {
        assertThat(officer.get("/").body())
                .contains("href=\"/probation\"", "href=\"/suspensions\"")
                .doesNotContain("/reviews/2025/members");
        assertThat(officer.get("/probation").body()).contains("Đỗ Tiến Dũng").contains("/probation?&amp;page=2");
        assertThat(officer.get("/probation?page=2").body()).doesNotContain("Đỗ Tiến Dũng");
        assertThat(Client.signedIn(OFFICE, "bithu.bac").get("/").body())
                .as("a secretary's is as it was")
                .contains("<span class=\"count\">");
    }

    @Test
    @Order(6)
    void a_search_goes_on_behind_the_last_of_a_page() {
        var shown = new ArrayList<String>();
        var next = "/search?q=nguyen+van";
        while (!next.isEmpty()) {
            var body = officer.get(next).body();
            MEMBER.matcher(body).results().forEach(found -> shown.add(found.group(1)));
            next = NEXT.matcher(body)
                    .results()
                    .findFirst()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .orElse("");
        }
        assertThat(shown).doesNotHaveDuplicates().hasSize(130);
    }

    /** What a list shows on each of its pages. */
    private List<List<String>> pages(String address, Pattern one) {
        var pages = new ArrayList<List<String>>();
        String body;
        do {
            body = officer.get(address + "page=" + (pages.size() + 1)).body();
            pages.add(one.matcher(body).results().map(found -> found.group(1)).toList());
        } while (body.contains("page=" + (pages.size() + 1) + "\""));
        return pages;
    }

    /** What it shows on all of them together, a page being at most a hundred. */
    private List<String> listed(String address, Pattern one) {
        var pages = pages(address, one);
        assertThat(pages).allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(100));
        return pages.stream().flatMap(List::stream).toList();
    }

    @Test
    @Order(6)
    void the_lists_behind_a_year_show_everybody_once_a_hundred_at_a_time() {
        var members = membersOfTheCommune(LocalDate.of(2025, 12, 31));
        assertThat(members).isGreaterThan(100);
        var behind = listed("/reviews/2025/members?", MEMBER);
        assertThat(behind).doesNotHaveDuplicates().hasSize(members);
        assertThat(pages("/reviews/consequences?year=2025&", MEMBER))
                .as("the same, below who is screened")
                .allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(101))
                .flatExtracting(page -> page)
                .hasSameElementsAs(behind);
        assertThat(listed("/reviews/2025/organizations?", ORGANIZATION))
                .doesNotHaveDuplicates()
                .hasSize(344);
        var undecided = listed("/reviews/2025/organizations?kind=cells&what=undecided&", ORGANIZATION);
        assertThat(undecided).doesNotHaveDuplicates().hasSizeBetween(340, 343);
    }

    private static OrganizationEvent.Founded founded(int number, String type, String name, OrganizationId parent) {
        return new OrganizationEvent.Founded(new OrganizationId(new UUID(9, number)), type, name, null, parent);
    }

    @Test
    @Order(7)
    void cells_of_the_same_name_are_told_apart_by_the_body_they_stand_below() {
        var school = founded(1, "grassroots-body", "Đảng bộ Trường Trung học Sông Mây", RunningOffice.COMMUNE);
        var company = founded(2, "grassroots-body", "Đảng bộ Công ty Sông Mây", RunningOffice.COMMUNE);
        var acts = List.of(
                school,
                company,
                founded(3, "cell", "Chi bộ 1", school.organization()),
                founded(4, "cell", "Chi bộ 1", company.organization()));
        var answer = OFFICE.part(OrganizationDesk.class)
                .foundAll(new Command(UUID.randomUUID(), "test", "found"), acts, FOUNDED, Paper.UNKNOWN);
        assertThat(answer).isInstanceOf(Answer.Recorded.class);

        assertThat(officer.get("/search?q=chi+bo+1").body())
                .contains("Chi bộ 1<span class=\"soft small below\">Đảng bộ Trường Trung học Sông Mây</span>")
                .contains("Chi bộ 1<span class=\"soft small below\">Đảng bộ Công ty Sông Mây</span>")
                .doesNotContain("\"soft small below\">Đảng bộ xã");
    }

    private HttpResponse<String> moved(OrganizationId cell, String parent) {
        var form = "/organizations/" + cell + "/acts/move";
        return officer.post(
                form, form, Map.of("command", UUID.randomUUID().toString(), "day", "01/02/2026", "parent", parent));
    }

    private static final Pattern OFFERED = Pattern.compile("<option value=\"[0-9a-f-]{36}\"[^>]*>([^<]+)<");

    private static List<String> offered(String page) {
        return OFFERED.matcher(page).results().map(found -> found.group(1)).toList();
    }

    @Test
    @Order(8)
    void of_a_wide_reach_a_form_offers_what_was_looked_for_and_guesses_nobody() {
        var cell = new OrganizationId(new UUID(9, 3));
        assertThat(officer.get("/organizations/" + cell + "/acts/move").body())
                .contains("type=\"text\" id=\"f-parent\"")
                .satisfies(page -> assertThat(offered(page)).isEmpty());
        var school = "Đảng bộ Trường Trung học Sông Mây – Đảng bộ xã Suối Mơ";
        var company = "Đảng bộ Công ty Sông Mây – Đảng bộ xã Suối Mơ";
        assertThat(offered(moved(cell, "truong trung hoc").body()))
                .as("a part of a name is not a choice")
                .containsExactly(school);
        assertThat(offered(moved(cell, "đảng bộ, suối mơ").body())).contains(school, company);
        assertThat(offered(moved(cell, "Chi bộ 1, công ty").body()))
                .containsExactly("Chi bộ 1 – Đảng bộ Công ty Sông Mây");
        assertThat(moved(cell, "thôn").body()).contains("hơn 20 nơi", "Tìm nơi khác");
        assertThat(moved(cell, "Sao Hỏa").body()).contains("không có tổ chức nào là “Sao Hỏa”");
        assertThat(moved(cell, "?").body()).contains("Gõ tên hoặc mã của tổ chức khác", "id=\"f-parent\"");
        assertThat(moved(cell, UUID.randomUUID().toString()).statusCode()).isEqualTo(422);
        assertThat(moved(cell, "đảng bộ công ty sông mây").statusCode()).isEqualTo(303);
        assertThat(officer.get("/organizations/" + cell).body()).contains("Đảng bộ Công ty Sông Mây");
    }

    @Test
    @Order(8)
    void a_roster_is_taken_over_by_an_organisation_that_was_looked_for() {
        assertThat(offered(officer.get("/imports/new").body())).containsExactly("Đảng bộ xã Suối Mơ");
        assertThat(officer.get("/imports/new?find=Chi+b%E1%BB%99+1%2C+c%C3%B4ng+ty")
                        .body())
                .contains("\" selected>Chi bộ 1<");
        assertThat(officer.get("/imports/new?find=Sao+H%E1%BB%8Fa").body())
                .contains("không có tổ chức nào là “Sao Hỏa”", "\" selected>Đảng bộ xã Suối Mơ<");
    }

    private static final Pattern NEXT = Pattern.compile("href=\"(/search[^\"]+)\" rel=\"next\"");
}
