package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.nentang.ledger.Ledger;

/** Who sees what: nobody without signing in, and each account only what lies within its reach. */
final class ScopeTests {

    private static final RunningOffice OFFICE = RunningOffice.shared();
    private static final Map<String, Walk> ROUTES = routes();

    /** What the secretary of the northern cell must get of a page about the southern one or the commune. */
    enum Walk {
        /** The page of nobody in particular: rules, forms. */
        OPEN,
        /** The same address shows the own reach only. */
        OWN_REACH,
        /** Not there. */
        HIDDEN,
        /** Reachable before signing in. */
        PUBLIC,
        /** Only with a form's token. */
        POSTED
    }

    record Route(String path, String sample, Walk walk) {}

    private static Map<String, Walk> routes() {
        var routes = new LinkedHashMap<String, Walk>();
        routes.put("/ GET", Walk.OWN_REACH);
        routes.put("/probation GET", Walk.OWN_REACH);
        routes.put("/suspensions GET", Walk.OWN_REACH);
        routes.put("/anomalies GET", Walk.OWN_REACH);
        routes.put("/search GET", Walk.OWN_REACH);
        routes.put("/organizations GET", Walk.OWN_REACH);
        routes.put("/organizations/{id} GET", Walk.HIDDEN);
        routes.put("/organizations/{id}/roster GET", Walk.HIDDEN);
        routes.put("/organizations/{id}/members/new GET", Walk.HIDDEN);
        routes.put("/organizations/{id}/members/new/{code} GET", Walk.HIDDEN);
        routes.put("/organizations/{id}/members/new/{code} POST", Walk.POSTED);
        routes.put("/organizations/{id}/acts GET", Walk.HIDDEN);
        routes.put("/organizations/{id}/acts/{code} GET", Walk.HIDDEN);
        routes.put("/organizations/{id}/acts/{code} POST", Walk.POSTED);
        routes.put("/organizations/{id}/entries/{named}/mend GET", Walk.HIDDEN);
        routes.put("/organizations/{id}/entries/{named}/mend POST", Walk.POSTED);
        routes.put("/organizations/{id}/entries/{named}/withdraw GET", Walk.HIDDEN);
        routes.put("/organizations/{id}/entries/{named}/withdraw POST", Walk.POSTED);
        routes.put("/members/{id} GET", Walk.HIDDEN);
        routes.put("/members/{id}/acts GET", Walk.HIDDEN);
        routes.put("/members/{id}/acts/{code} GET", Walk.HIDDEN);
        routes.put("/members/{id}/acts/{code} POST", Walk.POSTED);
        routes.put("/members/{id}/entries/{named}/mend GET", Walk.HIDDEN);
        routes.put("/members/{id}/entries/{named}/mend POST", Walk.POSTED);
        routes.put("/members/{id}/entries/{named}/withdraw GET", Walk.HIDDEN);
        routes.put("/members/{id}/entries/{named}/withdraw POST", Walk.POSTED);
        routes.put("/reviews GET", Walk.OWN_REACH);
        routes.put("/reviews/{year} GET", Walk.HIDDEN);
        routes.put("/reviews/{year}/members GET", Walk.HIDDEN);
        routes.put("/reviews/{year}/organizations GET", Walk.HIDDEN);
        routes.put("/reviews/{year}/report GET", Walk.HIDDEN);
        routes.put("/reviews/check GET", Walk.OPEN);
        routes.put("/reviews/check POST", Walk.POSTED);
        routes.put("/reviews/recordings/{id} GET", Walk.HIDDEN);
        routes.put("/reviews/recordings/{id} POST", Walk.POSTED);
        routes.put("/reviews/recordings/{id}/discard POST", Walk.POSTED);
        routes.put("/reviews/{year}/organizations/{id} GET", Walk.HIDDEN);
        routes.put("/reviews/{year}/organizations/{id} POST", Walk.POSTED);
        routes.put("/imports GET", Walk.OWN_REACH);
        routes.put("/imports POST", Walk.POSTED);
        routes.put("/imports/new GET", Walk.OWN_REACH);
        routes.put("/imports/{id} GET", Walk.HIDDEN);
        routes.put("/imports/{id}/problems.xlsx GET", Walk.HIDDEN);
        routes.put("/imports/{id}/record POST", Walk.POSTED);
        routes.put("/imports/{id}/discard POST", Walk.POSTED);
        routes.put("/imports/{id}/undo POST", Walk.POSTED);
        routes.put("/rules GET", Walk.OPEN);
        routes.put("/rules/parameters/{key} GET", Walk.OPEN);
        routes.put("/rules/instruments GET", Walk.OPEN);
        routes.put("/rules/regimes/{id} GET", Walk.OPEN);
        routes.put("/accounts/me GET", Walk.OPEN);
        routes.put("/accounts/me POST", Walk.POSTED);
        routes.put("/sign-in GET", Walk.PUBLIC);
        routes.put("/language POST", Walk.POSTED);
        routes.put("/error ANY", Walk.PUBLIC);
        return routes;
    }

    @Test
    void every_route_is_in_the_list_of_this_test() {
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
                                .forEach(method -> mapped.add(path + " " + method));
                    }
                });
        assertThat(mapped).isEqualTo(new TreeSet<>(ROUTES.keySet()));
    }

    static List<Route> pages() {
        return ROUTES.entrySet().stream()
                .filter(e -> e.getKey().endsWith(" GET") && e.getValue() != Walk.PUBLIC)
                .map(e -> new Route(e.getKey(), sample(e.getKey().replace(" GET", "")), e.getValue()))
                .toList();
    }

    /** The page about what lies outside the reach of the northern cell's secretary. */
    private static String sample(String path) {
        var id = path.startsWith("/members")
                ? RunningOffice.BINH.toString()
                : path.matches("/(imports|reviews/recordings).*")
                        ? "00000000-0000-0000-0000-00000000000f"
                        : RunningOffice.SOUTH.toString();
        var more = new TreeMap<String, String>(Map.of(
                "/reviews/{year}", "?org=" + RunningOffice.SOUTH,
                "/reviews/{year}/members", "?org=" + RunningOffice.SOUTH,
                "/reviews/{year}/organizations", "?org=" + RunningOffice.COMMUNE,
                "/reviews/{year}/report", "?format=json&org=" + RunningOffice.SOUTH,
                "/rules/instruments", "?key=366-Q%C4%90/TW+2025-08-30",
                "/search", "?q=Binh"));
        var query = more.getOrDefault(path, "");
        return path.replace("{id}", path.startsWith("/rules/regimes") ? "QD366" : id)
                        .replace("{year}", "2025")
                        .replace("{key}", "probation.length")
                        .replace("{code}", code(path))
                        .replace("{named}", entryAbout(path))
                + query;
    }

    private static String code(String path) {
        if (path.contains("/members/new/")) {
            return "enrolled";
        }
        return path.startsWith("/members") ? "facts" : "rename";
    }

    /** The first entry about whom or what the sample is about. */
    private static String entryAbout(String path) {
        var subject = path.startsWith("/members") ? RunningOffice.BINH.subject() : RunningOffice.SOUTH.subject();
        return OFFICE.part(Ledger.class)
                .history(subject)
                .entries()
                .getFirst()
                .ref()
                .toString();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_page_is_shown_before_signing_in(Route route) {
        var answer = new Client(OFFICE.address()).get(route.sample());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void another_cells_people_are_not_there(Route route) {
        var answer = Client.signedIn(OFFICE, "bithu.bac").get(route.sample());
        assertThat(answer.statusCode()).isEqualTo(route.walk() == Walk.HIDDEN ? 404 : 200);
        assertThat(answer.body()).doesNotContain("Quàng Văn Bình").doesNotContain("Chi bộ bản Nam");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void who_keeps_the_machine_sees_no_member(Route route) {
        var answer = Client.signedIn(OFFICE, "kythuat").get(route.sample());
        assertThat(answer.body()).doesNotContain("Quàng Văn Bình").doesNotContain("Lò Thị An");
    }

    @Test
    void the_office_sees_both_cells() {
        var office = Client.signedIn(OFFICE, "vanphong");
        assertThat(office.get("/members/" + RunningOffice.BINH).body()).contains("Quàng Văn Bình");
        assertThat(office.get("/members/" + RunningOffice.AN).body()).contains("Lò Thị An");
    }

    @Test
    void an_organisation_is_not_there_before_it_was_founded() {
        var office = Client.signedIn(OFFICE, "vanphong");
        var later = "/organizations/" + RunningOffice.LATER;
        assertThat(office.get(later + "?on=2024-09-01").statusCode()).isEqualTo(200);
        assertThat(office.get(later + "?on=2024-08-31").statusCode()).isEqualTo(404);
    }
}
