package vn.nentang.shell.web.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Accounts;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Ledger;
import vn.nentang.membership.People;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.round.Dossier;
import vn.nentang.review.round.Dossier.Made;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.Places;
import vn.nentang.review.round.RoundEvent;
import vn.nentang.review.round.RoundEvent.Votes;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.Reasons;
import vn.nentang.shell.web.review.TypedFields;
import vn.nentang.store.Reach;

/** One member's review of a year with every step, the sentence why, the notice, an objection and its answer. */
@WebFace
final class WhyController {

    private static final int TEXT_CHARS_MAX = 4_000;

    private final Desk desk;
    private final Places places;
    private final People people;
    private final Ledger ledger;
    private final Accounts accounts;
    private final ReviewYears years;

    WhyController(Desk desk, Places places, People people, Ledger ledger, Accounts accounts, ReviewYears years) {
        this.desk = desk;
        this.places = places;
        this.people = people;
        this.ledger = ledger;
        this.accounts = accounts;
        this.years = years;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/dossier/members/{person}/why")
    Reply show(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @PathVariable PersonId person,
            Viewer viewer,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        OutOfReach.unless(place.roll().containsKey(person));
        return Reply.show(
                new Showing(place, person, false, viewer, texts).page(TypedFields.empty(texts), null, List.of()));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/dossier/members/{person}/why")
    Reply answer(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @PathVariable PersonId person,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        OutOfReach.unless(place.roll().containsKey(person));
        var typed = new TypedFields(form, texts);
        var text = Desk.orEmpty(typed.text("text", TEXT_CHARS_MAX));
        var event = new RoundEvent.ObjectionAnswered(
                id, year, person, typed.of("upheld").equals("yes"), text);
        return sent(new Showing(place, person, false, viewer, texts), event, command, typed, asOf);
    }

    @GetMapping("/reviews/{year}/mine/why")
    Reply own(@PathVariable int year, Viewer viewer, Texts texts) {
        return Reply.show(mine(year, viewer, texts).page(TypedFields.empty(texts), null, List.of()));
    }

    @PostMapping("/reviews/{year}/mine/why")
    Reply object(
            @PathVariable int year,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var mine = mine(year, viewer, texts);
        var typed = new TypedFields(form, texts);
        var text = Desk.orEmpty(typed.text("text", TEXT_CHARS_MAX));
        var event = new RoundEvent.ObjectionMade(mine.place.organization().id(), year, mine.person, text);
        return sent(mine, event, command, typed, asOf);
    }

    private Showing mine(int year, Viewer viewer, Texts texts) {
        var person = OutOfReach.require(Optional.ofNullable(viewer.person()));
        var place = people.cellsOf(person, years.lastDayOf(year)).stream()
                .flatMap(cell -> places.find(cell, year).stream())
                .filter(one -> one.roll().containsKey(person))
                .findFirst();
        return new Showing(OutOfReach.require(place), person, true, viewer, texts);
    }

    private Reply sent(Showing showing, RoundEvent event, UUID command, TypedFields typed, AsOf asOf) {
        if (!typed.isSound()) {
            return Reply.refused(showing.page(typed, command, List.of()));
        }
        return Reply.to(
                desk.record(command, List.of(event), asOf.today(), Paper.UNKNOWN, showing.viewer),
                showing.action(),
                reasons -> showing.page(typed, command, reasons));
    }

    /** One member's page. */
    private final class Showing {

        private final Place place;
        private final PersonId person;
        private final boolean isOwn;
        private final Viewer viewer;
        private final Texts texts;
        private final Dossier.File file;
        private final List<WhyPage.Step> steps = new ArrayList<>();

        Showing(Place place, PersonId person, boolean isOwn, Viewer viewer, Texts texts) {
            this.place = place;
            this.person = person;
            this.isOwn = isOwn;
            this.viewer = viewer;
            this.texts = texts;
            this.file = place.dossier().file(person);
        }

        String action() {
            return isOwn
                    ? "/reviews/%d/mine/why".formatted(place.year())
                    : "%s/members/%s/why".formatted(Desk.path(place), person);
        }

        WhyPage page(TypedFields typed, @Nullable UUID command, List<Refusal> problems) {
            var classification = place.judge(person);
            var reasons = new Reasons(place.regime().regime(), texts);
            steps.clear();
            tell();
            return new WhyPage(
                    place,
                    isOwn ? List.of() : desk.path(place, viewer),
                    person.toString(),
                    Objects.requireNonNull(place.roll().get(person)).fullName(),
                    word(place.outcomes().getOrDefault(person, "")),
                    reasons.outcome(classification),
                    classification.mark(),
                    reasons.of(classification),
                    place.specialCases(person),
                    steps,
                    !isOwn && decides() && file.objection() != null && file.answer() == null,
                    isOwn && file.notified() != null && (file.objection() == null || file.answer() != null),
                    action(),
                    command == null ? null : command.toString(),
                    typed,
                    problems);
        }

        private boolean decides() {
            return viewer.may(Right.REVIEW_DECIDE)
                    && viewer.under(Right.REVIEW_DECIDE)
                            .scope()
                            .covers(place.competent().id(), place.rules().date());
        }

        private String word(String code) {
            return desk.word(place, "member", code, texts);
        }

        private void tell() {
            Optional.ofNullable(file.selfReview()).ifPresent(made -> {
                var asked = word(Desk.orEmpty(made.event().review().level()));
                add(made, texts.of("why.self-review", asked.isEmpty() ? "–" : asked), "");
            });
            file.remarks()
                    .values()
                    .forEach(made -> add(
                            made,
                            texts.of(
                                    made.event().isGiven() ? "why.remark" : "why.no-remark",
                                    desk.label(
                                            "remark-source",
                                            made.event().source(),
                                            place.rules().date(),
                                            texts)),
                            made.event().text()));
            meeting();
            place.dossier()
                    .change(person)
                    .ifPresent(change -> steps.add(new WhyPage.Step(
                            "", texts.of("why.appraised", word(change.outcome())), change.because(), "")));
            decisions();
            Optional.ofNullable(file.notified()).ifPresent(made -> add(made, texts.of("why.notified"), ""));
            place.dossier()
                    .publications()
                    .forEach(made -> made.event()
                            .of(person)
                            .ifPresent(level -> add(
                                    made,
                                    texts.of("why.published", word(level.outcome())),
                                    desk.published(made, place, texts))));
            Optional.ofNullable(file.objection())
                    .ifPresent(made ->
                            add(made, texts.of("why.objected"), made.event().text()));
            Optional.ofNullable(file.answer())
                    .ifPresent(made -> add(
                            made,
                            texts.of(made.event().isUpheld() ? "why.upheld" : "why.not-upheld"),
                            made.event().text()));
        }

        private void meeting() {
            var met = place.dossier().meeting();
            place.dossier().line(person).ifPresent(line -> {
                var votes = line.votes().stream()
                        .map((Votes v) -> "%s: %d".formatted(word(v.level()), v.number()))
                        .collect(Collectors.joining("; "));
                if (met != null) {
                    add(met, texts.of("why.met", word(line.outcome()), votes), Desk.orEmpty(line.because()));
                }
            });
        }

        /** Every decision that ever was, a later one in the place of the one before. */
        private void decisions() {
            Reach.whole(() -> ledger.history(person.subject()))
                    .of(ReviewEvent.class)
                    .forEach(entry -> {
                        if (entry.event() instanceof ReviewEvent.MemberClassified e && e.year() == place.year()) {
                            var code = Desk.orEmpty(
                                    e.outcome().level() == null
                                            ? e.outcome().notClassified()
                                            : e.outcome().level());
                            steps.add(new WhyPage.Step(
                                    texts.date(entry.effectiveOn()),
                                    texts.of("why.decided", word(code)),
                                    Desk.orEmpty(e.outcome().because()),
                                    name(entry.author())));
                        }
                    });
        }

        private void add(Made<?> made, String what, String text) {
            steps.add(new WhyPage.Step(texts.date(made.on()), what, text, name(made.author())));
        }

        private String name(String login) {
            return accounts.find(login).map(account -> account.displayName()).orElse(login);
        }
    }
}
