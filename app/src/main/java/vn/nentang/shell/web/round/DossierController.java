package vn.nentang.shell.web.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.membership.RosterLine;
import vn.nentang.organization.Organization;
import vn.nentang.review.round.Dossier;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;

/** One organisation's papers of a year, step by step, and their way upward and back. */
@WebFace
final class DossierController {

    private final Desk desk;

    DossierController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/dossier")
    Reply show(@PathVariable int year, @PathVariable OrganizationId id, Viewer viewer, Texts texts) {
        return Reply.show(page(desk.place(id, year, viewer), viewer, texts, List.of(), ""));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/dossier/submit")
    Reply submit(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        return send(command, new RoundEvent.DossierSubmitted(id, year), viewer, asOf, texts, "");
    }

    @PostMapping("/reviews/{year}/organizations/{id}/dossier/return")
    Reply giveBack(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String because,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        var event = new RoundEvent.DossierReturned(id, year, place.competent().id(), because.strip());
        return send(command, event, viewer, asOf, texts, because);
    }

    /** Papers that members handed in at another cell before a merger or a move go on here. */
    @PostMapping("/reviews/{year}/organizations/{id}/dossier/take-over")
    Reply takeOver(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        return desk.broughtAlong(place) == 0
                ? Reply.goTo(Desk.path(place))
                : answered(place, desk.takeOver(command, place, asOf.today(), viewer), viewer, texts, "");
    }

    /** Tells every decided member of the cell who was not told yet. */
    @PostMapping("/reviews/{year}/organizations/{id}/dossier/notices")
    Reply notices(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        var untold = place.roll().keySet().stream()
                .filter(place.outcomes()::containsKey)
                .filter(person -> place.dossier().file(person).notified() == null)
                .<RoundEvent>map(person -> new RoundEvent.MemberNotified(id, year, person))
                .toList();
        return untold.isEmpty()
                ? Reply.goTo(Desk.path(place))
                : answered(place, desk.record(command, untold, asOf.today(), Paper.UNKNOWN, viewer), viewer, texts, "");
    }

    private Reply send(UUID command, RoundEvent event, Viewer viewer, AsOf asOf, Texts texts, String because) {
        var place = desk.place(event.organization(), event.year(), viewer);
        var answer = desk.record(command, List.of(event), asOf.today(), Paper.UNKNOWN, viewer);
        return answered(place, answer, viewer, texts, because);
    }

    private Reply answered(Place place, Answer answer, Viewer viewer, Texts texts, String because) {
        return Reply.to(answer, Desk.path(place), reasons -> page(place, viewer, texts, reasons, because));
    }

    /** The level whose appraisal the papers wait for. */
    static @Nullable Organization next(Place place) {
        return place.appraisers().stream()
                .filter(o -> !place.dossier().appraisers().contains(o.id()))
                .findFirst()
                .filter(_ -> place.dossier().isSubmitted())
                .orElse(null);
    }

    private DossierPage page(Place place, Viewer viewer, Texts texts, List<Refusal> problems, String because) {
        var today = place.rules().date();
        var id = place.organization().id();
        var sees = viewer.may(Right.MEMBER_READ)
                && viewer.under(Right.MEMBER_READ).scope().covers(id, today);
        return new DossierPage(
                place,
                desk.path(place, viewer),
                new Steps(place, texts).all(),
                sees ? people(place, texts) : List.of(),
                desk.word(place, "organization", Desk.orEmpty(place.outcome()), texts),
                covers(viewer, Right.REVIEW_RECORD, place) || covers(viewer, Right.REVIEW_DECIDE, place),
                decides(viewer, place),
                next(place),
                desk.broughtAlong(place),
                place.dossier()
                        .published()
                        .map(made -> desk.published(made, place, texts))
                        .orElse(null),
                problems,
                because);
    }

    /** For the level the papers wait for: the next to appraise, or else the one that decides. */
    private static boolean decides(Viewer viewer, Place place) {
        var level = next(place) == null ? place.competent() : next(place);
        return viewer.may(Right.REVIEW_DECIDE)
                && level != null
                && viewer.under(Right.REVIEW_DECIDE)
                        .scope()
                        .covers(level.id(), place.rules().date());
    }

    private static boolean covers(Viewer viewer, Right right, Place place) {
        return viewer.may(right)
                && viewer.under(right)
                        .scope()
                        .covers(place.organization().id(), place.rules().date());
    }

    private List<DossierPage.Person> people(Place place, Texts texts) {
        var missing = place.missingRemarks();
        return place.roll().values().stream()
                .map(line -> person(line, place, missing.containsKey(line.person()), texts))
                .toList();
    }

    private DossierPage.Person person(RosterLine line, Place place, boolean lacksRemark, Texts texts) {
        var file = place.dossier().file(line.person());
        var asked = file.findSelfReview()
                .map(made -> Desk.orEmpty(made.event().review().level()))
                .orElse("");
        var lacks = new ArrayList<String>();
        if (file.selfReview() == null && place.isReviewed(line.person())) {
            lacks.add(texts.of("round.no-self-review"));
        }
        if (lacksRemark) {
            lacks.add(texts.of("round.no-remark"));
        }
        var excluded = place.exclusion(line.person());
        return new DossierPage.Person(
                line.person().toString(),
                line.fullName(),
                kinds(place, texts).getOrDefault(place.kindOf(line.person()), ""),
                desk.word(place, "member", asked, texts),
                desk.word(
                        place,
                        "member",
                        place.dossier()
                                .proposal(line.person())
                                .or(() -> excluded)
                                .orElse(""),
                        texts),
                desk.word(place, "member", place.outcomes().getOrDefault(line.person(), ""), texts),
                String.join("; ", lacks),
                place.specialCases(line.person()),
                file.objection() != null && file.answer() == null);
    }

    private static Map<String, String> kinds(Place place, Texts texts) {
        return place.memberKinds().stream()
                .collect(Collectors.toMap(
                        kind -> kind.kind(),
                        kind -> Labels.in(kind.label(), texts),
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    /** The steps of one dossier, in their order. */
    private static final class Steps {

        private static final String DONE = "done";
        private static final String OPEN = "open";
        private static final String WAITS = "waits";

        private final Place place;
        private final Texts texts;
        private final List<DossierPage.Step> steps = new ArrayList<>();

        Steps(Place place, Texts texts) {
            this.place = place;
            this.texts = texts;
        }

        List<DossierPage.Step> all() {
            if (place.isCell()) {
                selfReviews();
            } else {
                below();
            }
            report();
            if (place.isCell()) {
                remarks();
                meeting();
            }
            submission();
            decision();
            return steps;
        }

        private void add(String code, String state, String said, @Nullable String path, @Nullable Citation source) {
            steps.add(new DossierPage.Step(
                    texts.of("round.step." + code), state, said, path, texts.of("round.step." + code + ".do"), source));
        }

        private void selfReviews() {
            var reviewed =
                    place.roll().keySet().stream().filter(place::isReviewed).toList();
            var written = reviewed.stream()
                    .filter(person -> place.dossier().file(person).selfReview() != null)
                    .count();
            add(
                    "members",
                    written == reviewed.size() ? DONE : OPEN,
                    texts.of("round.of", written, reviewed.size()),
                    Desk.path(place) + "/members",
                    source("classify-in-three-steps"));
        }

        private void below() {
            var all = place.below().size();
            var decided = all - place.undecided().size();
            add(
                    "below",
                    decided == all ? DONE : OPEN,
                    texts.of("round.of", decided, all),
                    "/reviews/%d/organizations/%s/progress"
                            .formatted(place.year(), place.organization().id()),
                    source("parts-before-whole"));
        }

        private void report() {
            var own = place.dossier().own();
            add(
                    "report",
                    own == null ? OPEN : DONE,
                    own == null ? texts.of("round.not-yet") : texts.of("round.on", own.on()),
                    Desk.path(place) + "/report",
                    source("collective-first"));
        }

        private void remarks() {
            var missing = place.missingRemarks().size();
            add(
                    "remarks",
                    missing == 0 ? DONE : OPEN,
                    missing == 0 ? texts.of("round.nothing-missing") : texts.of("round.missing", missing),
                    Desk.path(place) + "/remarks",
                    place.rules()
                            .findRuling("review.remark.residence")
                            .map(ruling -> ruling.source())
                            .orElse(null));
        }

        private void meeting() {
            var met = place.dossier().meeting();
            var ready = place.dossier().own() != null;
            add(
                    "meeting",
                    met != null ? DONE : ready ? OPEN : WAITS,
                    met != null
                            ? texts.of("round.on", met.on())
                            : texts.of(ready ? "round.not-yet" : "round.after-report"),
                    Desk.path(place) + "/meeting",
                    source("classified-at-cell"));
        }

        private void submission() {
            var stage = place.dossier().stage();
            var said = switch (stage) {
                case SUBMITTED -> texts.of("round.on", place.dossier().stageOn());
                case RETURNED -> texts.of("round.returned", place.dossier().because());
                case COLLECTING -> texts.of("round.not-yet");
            };
            var ready = steps.stream().allMatch(step -> step.state().equals(DONE));
            add(
                    "submission",
                    stage == Dossier.Stage.SUBMITTED ? DONE : ready ? OPEN : WAITS,
                    said,
                    null,
                    source("lower-first"));
        }

        private void decision() {
            var decider = place.decider();
            var name = decider == null ? texts.of("round.level-above") : decider.name();
            var isDecided = place.outcome() != null;
            add(
                    "decision",
                    isDecided ? DONE : place.dossier().isSubmitted() ? OPEN : WAITS,
                    texts.of(isDecided ? "round.decided-by" : "round.decides", name),
                    null,
                    place.competenceSource());
        }

        private @Nullable Citation source(String provision) {
            return place.provision(provision);
        }
    }
}
