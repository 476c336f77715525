package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;
import vn.nentang.store.Reach;

/**
 * The one place every request passes before it is answered: the route's right must be held, and held over the organisation
 * or the person the address names. A route that is not in the matrix is closed to everyone. What a controller gets is the
 * viewer under that right.
 */
@Component
@ConditionalOnWebApplication
final class Gate implements HandlerInterceptor {

    private static final String PASSED = Gate.class.getName() + ".viewer";

    private final AuthorityMatrix matrix;
    private final Visit visit;
    private final People people;

    Gate(AuthorityMatrix matrix, Visit visit, People people) {
        this.matrix = matrix;
        this.visit = visit;
        this.people = people;
    }

    /** The viewer as the route may use it. */
    static Optional<Viewer> passed(HttpServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(PASSED));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            var route = new Route(method(request), pattern(request));
            if (!matrix.isOpen(route.method(), route.pattern())) {
                var viewer = Reach.whole(() -> admitted(route, request));
                request.setAttribute(PASSED, viewer);
                reachOf(viewer).begin();
            }
        }
        return true;
    }

    /** The database repeats it: whoever reads members' files does so within that reach, anybody else reads the own file. */
    private static Reach reachOf(Viewer viewer) {
        return Reach.over(
                places(viewer, Right.MEMBER_READ),
                places(viewer, Right.COMMITTEE_READ),
                viewer.person() == null ? null : viewer.person().value());
    }

    private static List<UUID> places(Viewer viewer, Right right) {
        return viewer.placesOf(right).stream().map(OrganizationId::value).toList();
    }

    private record Route(String method, String pattern) {}

    private static String method(HttpServletRequest request) {
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private Viewer admitted(Route route, HttpServletRequest request) {
        var viewer = OutOfReach.require(visit.viewer(request));
        var needed = matrix.forRoute(route.method(), route.pattern());
        var held = needed.stream().filter(viewer::may).toList();
        if (held.isEmpty()) {
            throw new NotAllowed(needed);
        }
        var target = target(route, request);
        return OutOfReach.require(held.stream()
                .filter(right -> target.test(viewer, right))
                .findFirst()
                .map(viewer::under));
    }

    /** Whether a right reaches what the address names. */
    private BiPredicate<Viewer, Right> target(Route route, HttpServletRequest request) {
        var on = visit.asOf(request).date();
        var today = visit.today();
        var id = variable(request, "id");
        if (route.pattern().startsWith("/members/{id}")) {
            var person = new PersonId(OutOfReach.require(id));
            return (viewer, right) -> reaches(viewer, right, person, on, today);
        }
        var named = route.pattern().contains("/organizations/{id}") ? id : parameter(request, "org");
        return (viewer, right) -> named.map(OrganizationId::new)
                .map(organization -> reaches(viewer.under(right), organization, on, today))
                .orElse(true);
    }

    private boolean reaches(Viewer viewer, Right right, PersonId person, LocalDate on, LocalDate today) {
        if (right == Right.OWN_FILE) {
            return viewer.isSelf(person);
        }
        var scope = viewer.under(right).scope();
        return people.cellsOf(person, on).stream().anyMatch(cell -> scope.covers(cell, on))
                || people.keeper(person, today)
                        .filter(cell -> scope.keeps(cell, today))
                        .isPresent();
    }

    private static boolean reaches(Viewer viewer, OrganizationId organization, LocalDate on, LocalDate today) {
        return viewer.scope().covers(organization, on) || viewer.scope().keeps(organization, today);
    }

    private static Optional<UUID> variable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String text
                ? uuid(text)
                : Optional.empty();
    }

    private static Optional<UUID> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).flatMap(Gate::uuid);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
