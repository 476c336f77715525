package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Right;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.rulebook.source.RefusedSource;
import vn.nentang.rulebook.source.SourceText;

/**
 * Every route as every kind of person, about what lies inside and outside the reach, against the matrix. What the test knows
 * by itself is who holds which post where, and what stands below what.
 */
final class AuthorityWalkTests {

    private static final RunningOffice OFFICE = RunningOffice.shared();

    static {
        OFFICE.newHolder("vanthu", "Lù Thị Văn Thư", "office-clerk");
    }

    private static final AuthorityMatrix MATRIX = AuthorityMatrix.load();
    private static final Map<String, Client> CLIENTS = new HashMap<>();

    /** What an address is about. */
    record About(
            String name,
            @Nullable OrganizationId organization,
            @Nullable PersonId person) {

        static final About NOTHING = new About("nothing", null, null);
        static final About NORTH = new About("north", RunningOffice.NORTH, RunningOffice.DUNG);
        static final About SOUTH = new About("south", RunningOffice.SOUTH, RunningOffice.BINH);
        static final About ELSEWHERE = new About("elsewhere", RunningOffice.FOREIGN, RunningOffice.KHACH);
    }

    record Held(String post, boolean cell, Set<About> reach) {}

    private static final Set<About> COMMUNE = Set.of(About.NORTH, About.SOUTH);

    /** The posts behind a sign-in; holders of posts are members of a cell that no sample is about. */
    record Who(String login, List<Held> held) {

        static final List<Who> ALL = List.of(
                holder("vanphong", "organization-officer", false, COMMUNE),
                holder("bithu.bac", "secretary", true, Set.of(About.NORTH)),
                holder("chinhuy", "political-commissar", false, COMMUNE),
                holder("kiemtra", "inspector", false, COMMUNE),
                holder("quantri", "account-administrator", false, COMMUNE),
                holder("vanthu", "office-clerk", false, COMMUNE),
                new Who("dangvien", List.of(new Held("member", true, Set.of(About.NORTH)))),
                new Who("kythuat", List.of()));

        private static Who holder(String login, String post, boolean cell, Set<About> reach) {
            return new Who(login, List.of(new Held(post, cell, reach), new Held("member", true, Set.of())));
        }

        boolean holds(Right right) {
            return holdsOver(right, About.NOTHING);
        }

        boolean holdsOver(Right right, About about) {
            var plain = held.isEmpty() ? MATRIX.technical() : MATRIX.everyone();
            if (plain.contains(right)) {
                return right != Right.OWN_FILE
                        || about.equals(About.NOTHING)
                        || (login.equals("dangvien") && about.equals(About.NORTH));
            }
            return held.stream()
                    .filter(h -> about.equals(About.NOTHING) || h.reach().contains(about))
                    .anyMatch(h ->
                            MATRIX.find(h.post(), h.cell()).orElseThrow().may().contains(right));
        }

        Client client() {
            return CLIENTS.computeIfAbsent(login(), login -> Client.signedIn(OFFICE, login));
        }
    }

    record Route(String method, String pattern) {

        boolean isOpen() {
            return MATRIX.isOpen(method, pattern);
        }

        boolean isAboutSomething() {
            return pattern.startsWith("/members/{id}") || pattern.contains("/organizations/{id}") || asksFor();
        }

        /** Addresses whose organisation stands behind the question mark. */
        boolean asksFor() {
            return pattern.startsWith("/reviews/{year}") && !pattern.contains("{id}") && !pattern.contains("/mine");
        }

        /** What such an id names is known to nobody: allowed requests get 404 as well. */
        boolean namesUnknown() {
            return !isAboutSomething() && pattern.contains("{id}") && !pattern.startsWith("/rules");
        }

        String address(About about) {
            var id = pattern.startsWith("/members") ? String.valueOf(about.person) : String.valueOf(about.organization);
            var path = pattern.replace(
                            "{id}", pattern.startsWith("/rules/regimes") ? "QD366" : isAboutSomething() ? id : UNKNOWN)
                    .replace("{year}", "2025")
                    .replace("{key}", "probation.length")
                    .replace("{person}", String.valueOf(about.person))
                    .replace("{code}", code())
                    .replace("{paper}", "dossier")
                    .replace("{named}", isAboutSomething() && !about.equals(About.NOTHING) ? entryOf(about) : "x-1");
            return path + query(about);
        }

        private String query(About about) {
            return switch (pattern) {
                case "/rules/instruments" -> "?key=366-Q%C4%90/TW+2025-08-30";
                case "/search" -> "?q=Binh";
                case "/reviews/{year}/organizations/{id}/papers/{paper}", "/reviews/{year}/mine/paper" ->
                    "?format=docx";
                case "/reviews/{year}/report" -> "?format=json&org=" + about.organization;
                default -> asksFor() ? "?org=" + about.organization : "";
            };
        }

        private String code() {
            if (pattern.contains("/members/new/")) {
                return "enrolled";
            }
            if (pattern.contains("/committee/acts/")) {
                return "take-post";
            }
            return pattern.startsWith("/members") ? "facts" : "rename";
        }

        private String entryOf(About about) {
            var subject = pattern.startsWith("/members")
                    ? Objects.requireNonNull(about.person).subject()
                    : Objects.requireNonNull(about.organization).subject();
            return OFFICE.part(Ledger.class).history(subject).entries().stream()
                    .filter(entry -> kind().isInstance(entry.event()))
                    .findFirst()
                    .map(entry -> entry.ref().toString())
                    .orElse("x-1");
        }

        private Class<? extends LedgerEvent> kind() {
            if (pattern.contains("/elections/")) {
                return CommitteeEvent.ElectionCounted.class;
            }
            return pattern.contains("/committee/") ? CommitteeEvent.TermOpened.class : LedgerEvent.class;
        }
    }

    private static final String UNKNOWN = "00000000-0000-0000-0000-00000000000f";

    record Step(Who who, Route route, About about) {

        @Override
        public String toString() {
            return "%s: %s %s, %s".formatted(who.login(), route.method(), route.pattern(), about.name());
        }
    }

    private static Set<String> mapped() {
        var mapped = new TreeSet<String>();
        OFFICE.part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    var methods = info.getMethodsCondition().getMethods().stream()
                            .map(Enum::name)
                            .collect(Collectors.toCollection(TreeSet::new));
                    for (var path : info.getPatternValues()) {
                        (methods.isEmpty() ? Set.of("ANY") : methods)
                                .forEach(method -> mapped.add(method + " " + path));
                    }
                });
        return mapped;
    }

    private static List<Route> routes() {
        return mapped().stream()
                .map(text -> text.split(" ", 2))
                .map(parts -> new Route(parts[0], parts[1]))
                .filter(route -> !route.isOpen())
                .toList();
    }

    static Stream<Step> steps() {
        return Who.ALL.stream()
                .flatMap(who ->
                        routes().stream().flatMap(route -> abouts(route).map(about -> new Step(who, route, about))));
    }

    private static Stream<About> abouts(Route route) {
        return route.isAboutSomething()
                ? Stream.of(About.NORTH, About.SOUTH, About.ELSEWHERE)
                : Stream.of(About.NOTHING);
    }

    @Test
    void every_route_stands_in_the_matrix_and_every_route_of_the_matrix_exists() {
        var known = Stream.concat(
                        MATRIX.open().stream(), MATRIX.rights().stream().flatMap(row -> row.routes().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(mapped()).isEqualTo(known);
    }

    @Test
    void every_right_of_the_program_stands_in_the_matrix() {
        assertThat(MATRIX.rights().stream().map(AuthorityMatrix.Row::right)).containsExactlyInAnyOrder(Right.values());
    }

    @Test
    void a_matrix_with_an_unknown_right_is_refused() {
        var text = "version: 1\nopen: []\nrights: []\neveryone: [fly]\ntechnical: []\nposts: []\n";
        assertThatThrownBy(() -> AuthorityMatrix.read(new SourceText("matrix.yaml", text)))
                .isInstanceOf(RefusedSource.class)
                .hasMessageContaining("fly");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void the_answer_is_the_matrixs(Step step) {
        var status = step.route().method().equals("GET") ? got(step) : posted(step);
        var needed = MATRIX.forRoute(step.route().method(), step.route().pattern());
        if (needed.stream().noneMatch(step.who()::holds)) {
            assertThat(status).isEqualTo(403);
        } else if (needed.stream().noneMatch(right -> step.who().holdsOver(right, step.about()))) {
            assertThat(status).isEqualTo(404);
        } else if (step.route().namesUnknown()) {
            assertThat(status).isNotIn(403, 500);
        } else {
            assertThat(status).isNotIn(403, 404, 500);
        }
    }

    /** Nobody reads a name of somebody out of reach, on whatever page. */
    private static int got(Step step) {
        var answer = step.who().client().get(step.route().address(step.about()));
        for (var about : List.of(About.NORTH, About.SOUTH, About.ELSEWHERE)) {
            var name = NAMES.get(about);
            if (!step.who().holdsOver(Right.MEMBER_READ, about) && !step.who().holdsOver(Right.OWN_FILE, about)) {
                assertThat(answer.body()).doesNotContain(name);
            }
        }
        return answer.statusCode();
    }

    private static final Map<About, String> NAMES =
            Map.of(About.NORTH, "Lò Thị An", About.SOUTH, "Quàng Văn Bình", About.ELSEWHERE, "Sùng A Khách");

    /** An empty form: whoever may send it hears what is missing. */
    private static int posted(Step step) {
        return step.who()
                .client()
                .post("/accounts/me", step.route().address(step.about()), Map.of())
                .statusCode();
    }

    static List<Route> pages() {
        return routes().stream().filter(r -> r.method().equals("GET")).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_is_shown_before_signing_in(Route route) {
        var answer = new Client(OFFICE.address()).get(route.address(About.SOUTH));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @Test
    void a_refusal_names_the_posts_that_could() {
        var answer = Client.signedIn(OFFICE, "kiemtra").get("/imports");
        assertThat(answer.body()).contains("Cán bộ tổ chức").contains("Bí thư chi bộ");
    }

    @Test
    void a_right_ends_with_the_post_in_the_same_minute() {
        OFFICE.account("thoiviec", "Lèng Thị Mơ");
        var client = Client.signedIn(OFFICE, "thoiviec");
        assertThat(client.get("/imports").statusCode()).isEqualTo(200);
        OFFICE.endPosts("thoiviec");
        assertThat(client.get("/imports").statusCode()).isEqualTo(403);
    }

    @Test
    void an_organisation_is_not_there_before_it_was_founded() {
        var office = Client.signedIn(OFFICE, "vanphong");
        var later = "/organizations/" + RunningOffice.LATER;
        assertThat(office.get(later + "?on=2024-09-01").statusCode()).isEqualTo(200);
        assertThat(office.get(later + "/roster?on=2024-08-31").statusCode()).isEqualTo(404);
    }

    @Test
    void menus_show_what_one_may_do_and_nothing_else() {
        assertThat(Client.signedIn(OFFICE, "vanphong").get("/").body())
                .contains("href=\"/imports\"")
                .contains("href=\"/search\"");
        assertThat(Client.signedIn(OFFICE, "dangvien").get("/").body())
                .contains("/members/" + RunningOffice.DUNG)
                .doesNotContain("href=\"/imports\"")
                .doesNotContain("href=\"/search\"");
        assertThat(Client.signedIn(OFFICE, "kythuat").get("/").body())
                .doesNotContain("href=\"/organizations\"")
                .doesNotContain("href=\"/reviews\"");
    }
}
