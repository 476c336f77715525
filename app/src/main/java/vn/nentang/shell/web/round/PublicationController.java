package vn.nentang.shell.web.round;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Accounts;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.Places;
import vn.nentang.review.round.Publications;
import vn.nentang.review.round.Publications.Level;
import vn.nentang.review.round.Publications.Publication;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Pages;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.TypedFields;

/** The results of a year made public by the committee that decided them, and shown to those below (366-QĐ/TW Điều 15). */
@WebFace
final class PublicationController {

    private static final String MANNERS = "publication-manner";
    private static final String DUE = "due";
    private static final int PLACE_CHARS_MAX = 200;

    private final Desk desk;
    private final Places places;
    private final Publications publications;
    private final ReviewResults results;
    private final Accounts accounts;

    PublicationController(
            Desk desk, Places places, Publications publications, ReviewResults results, Accounts accounts) {
        this.desk = desk;
        this.places = places;
        this.publications = publications;
        this.results = results;
        this.accounts = accounts;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/publication")
    Reply show(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var typed = new TypedFields(Map.of("on", texts.date(asOf.today())), texts);
        return Reply.show(new Showing(desk.place(id, year, viewer), typed, viewer, texts).page(what, page));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/publication")
    Reply send(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var typed = new TypedFields(form, texts);
        var showing = new Showing(desk.place(id, year, viewer), typed, viewer, texts);
        var on = typed.day("on", LocalDate.of(year, 1, 1), asOf.today());
        var manner = showing.manner();
        var paper = typed.paper("paper");
        if (!typed.isSound() || on.isEmpty()) {
            return Reply.refused(showing.again(command, List.of()));
        }
        var due = places.of(showing.ids(), year).stream()
                .flatMap(place -> Publications.due(place, manner).stream())
                .toList();
        if (due.isEmpty()) {
            return Reply.goTo(showing.own());
        }
        if (!seen.equals(showing.seen())) {
            return Reply.refused(showing.again(command, List.of(Refusal.of("publication-list-changed", Map.of()))));
        }
        return Reply.to(
                desk.record(command, due, on.get(), paper, viewer),
                showing.own(),
                reasons -> showing.again(command, reasons));
    }

    /** One list as it is shown: of a committee all it decides on, of anyone else its own. */
    private final class Showing {

        private final Place place;
        private final TypedFields typed;
        private final Viewer viewer;
        private final Texts texts;
        private final boolean decides;
        private final Map<OrganizationId, Organization> listed = new HashMap<>();
        private final List<OrganizationId> ids;
        private final List<Level> levels;

        Showing(Place place, TypedFields typed, Viewer viewer, Texts texts) {
            this.place = place;
            this.typed = typed;
            this.viewer = viewer;
            this.texts = texts;
            var own = place.organization();
            var decided = places.decidedBy(own.id(), place.year());
            this.decides = !decided.isEmpty();
            var all = decides ? decided : List.of(own);
            all.forEach(one -> listed.put(one.id(), one));
            this.ids = all.stream().map(Organization::id).toList();
            this.levels = publications.levels(place.year(), ids, place.rules().date()).stream()
                    .filter(level -> level.person() == null || sees())
                    .toList();
        }

        String own() {
            return "/reviews/%d/organizations/%s/publication"
                    .formatted(place.year(), place.organization().id());
        }

        List<OrganizationId> ids() {
            return ids;
        }

        Publications.Manner manner() {
            var code = typed.of("manner");
            if (!desk.codes(MANNERS, place.rules().date()).contains(code)) {
                typed.refuse("manner", texts.of("publication.no-manner"));
            }
            var where = typed.text("where", PLACE_CHARS_MAX);
            if (where == null) {
                typed.refuse("where", texts.of("publication.no-place"));
            }
            return new Publications.Manner(code, Desk.orEmpty(where));
        }

        /** Stands for every level and what was made public of it, so that nothing is made public that nobody saw. */
        String seen() {
            var said = levels.stream()
                    .map(level -> "%s %s %s".formatted(level.organization(), level.person(), level.outcome()))
                    .toList();
            return Integer.toHexString(said.hashCode());
        }

        private boolean sees() {
            return covers(Right.MEMBER_READ);
        }

        private boolean covers(Right right) {
            return viewer.may(right)
                    && viewer.under(right)
                            .scope()
                            .covers(place.organization().id(), place.rules().date());
        }

        PublicationPage again(UUID command, List<Refusal> problems) {
            return page(DUE, 1, command, problems);
        }

        PublicationPage page(String what, int page) {
            return page(what, page, null, List.of());
        }

        private PublicationPage page(String what, int page, @Nullable UUID command, List<Refusal> problems) {
            var found = levels.stream()
                    .filter(level -> !what.equals(DUE) || level.isDue())
                    .toList();
            var pages = Pages.of(page, found.size());
            return new PublicationPage(
                    place,
                    desk.path(place, viewer),
                    place.provision(Place.PUBLISHED),
                    pages.cut(found).stream().map(this::row).toList(),
                    counts(),
                    what.equals(DUE) ? DUE : "",
                    pages,
                    publications.of(place.year(), ids).stream().map(this::done).toList(),
                    decides && place.round() != null && covers(Right.REVIEW_DECIDE) && sees(),
                    desk.codes(MANNERS, place.rules().date()).stream()
                            .map(code -> new FactFields.Option(code, manner(code)))
                            .toList(),
                    seen(),
                    command == null ? null : command.toString(),
                    typed,
                    problems);
        }

        private String manner(String code) {
            return desk.label(MANNERS, code, place.rules().date(), texts);
        }

        private PublicationPage.Counts counts() {
            var organizations = (int)
                    levels.stream().filter(level -> level.person() == null).count();
            var undecided = results.memberCounts(place.year(), ids).stream()
                    .filter(count -> count.level() == null && count.notClassified() == null)
                    .mapToInt(ReviewResults.MemberCount::number)
                    .sum();
            return new PublicationPage.Counts(
                    organizations,
                    levels.size() - organizations,
                    (int) levels.stream().filter(Level::isDue).count(),
                    ids.size() - organizations,
                    undecided);
        }

        private PublicationPage.Row row(Level level) {
            var of = Objects.requireNonNull(listed.get(level.organization()));
            var person = level.person();
            return new PublicationPage.Row(
                    person == null ? of.name() : level.name(),
                    person == null ? "" : of.name(),
                    word(level, level.outcome()),
                    published(level),
                    level.isDue(),
                    level.isChanged(),
                    level.answeredOn() != null,
                    Desk.path(place.year(), of.id()) + (person == null ? "" : "/members/%s/why".formatted(person)));
        }

        private String published(Level level) {
            return Optional.ofNullable(level.published())
                    .map(code -> level.isChanged()
                            ? texts.of("publication.as", Objects.requireNonNull(level.publishedOn()), word(level, code))
                            : texts.of("publication.on", Objects.requireNonNull(level.publishedOn())))
                    .orElse("");
        }

        private String word(Level level, String code) {
            return desk.word(place, level.person() == null ? "organization" : "member", code, texts);
        }

        private PublicationPage.Done done(Publication one) {
            var how = "%s: %s".formatted(manner(one.manner()), one.where());
            return new PublicationPage.Done(
                    texts.date(one.on()),
                    one.number() == null ? how : texts.of("publication.by-paper", how, one.number()),
                    texts.of("publication.of", one.organizations(), one.members()),
                    accounts.find(one.author())
                            .map(account -> account.displayName())
                            .orElse(one.author()));
        }
    }
}
