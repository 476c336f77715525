package vn.nentang.shell.web.round;

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
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.membership.People;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.round.Drafts;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.Places;
import vn.nentang.review.round.RoundEvent;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.OutOfReach;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.TypedFields;

/** Self-reviews: the organisation's own report, a member's entered by the cell, and the own one, kept as a draft till it is ready. */
@WebFace
final class SelfReviewController {

    private final Desk desk;
    private final Places places;
    private final People people;
    private final Drafts drafts;
    private final ReviewYears years;

    SelfReviewController(Desk desk, Places places, People people, Drafts drafts, ReviewYears years) {
        this.desk = desk;
        this.places = places;
        this.people = people;
        this.drafts = drafts;
        this.years = years;
    }

    /** Whose self-review it is, and in which words. */
    private record Asked(Place place, @Nullable PersonId person, Viewer viewer, AsOf asOf, Texts texts) {

        SelfReviewForm form(Desk desk, TypedFields typed) {
            return new SelfReviewForm(desk, place, person, typed, texts);
        }

        String who() {
            return person == null
                    ? place.organization().name()
                    : Objects.requireNonNull(place.roll().get(person)).fullName();
        }
    }

    // ------------------------------------------------------------------------------------------ by the cell's office

    @GetMapping("/reviews/{year}/organizations/{id}/dossier/report")
    Reply report(@PathVariable int year, @PathVariable OrganizationId id, Viewer viewer, AsOf asOf, Texts texts) {
        return shown(new Asked(desk.place(id, year, viewer), null, viewer, asOf, texts));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/dossier/report")
    Reply sendReport(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        return sent(new Asked(desk.place(id, year, viewer), null, viewer, asOf, texts), command, form);
    }

    @GetMapping("/reviews/{year}/organizations/{id}/dossier/members/{person}")
    Reply member(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @PathVariable PersonId person,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        return shown(member(desk.place(id, year, viewer), person, viewer, asOf, texts));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/dossier/members/{person}")
    Reply sendMember(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @PathVariable PersonId person,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        return sent(member(desk.place(id, year, viewer), person, viewer, asOf, texts), command, form);
    }

    private static Asked member(Place place, PersonId person, Viewer viewer, AsOf asOf, Texts texts) {
        OutOfReach.unless(place.roll().containsKey(person));
        return new Asked(place, person, viewer, asOf, texts);
    }

    private Reply shown(Asked asked) {
        var form = asked.form(desk, TypedFields.empty(asked.texts()));
        return Reply.show(form.page(showing(asked, null, List.of()), asked.viewer()));
    }

    private SelfReviewForm.Showing showing(Asked asked, @Nullable UUID command, List<Refusal> problems) {
        var base = Desk.path(asked.place());
        var own = asked.person() == null ? "/report" : "/members/" + asked.person();
        var isLocked = asked.person() != null && desk.isAnothersWord(asked.place(), asked.person(), asked.viewer());
        return new SelfReviewForm.Showing(
                asked.who(),
                base + own,
                base,
                false,
                isLocked,
                isLocked ? asked.texts().of("round.own-word") : "",
                command == null ? null : command.toString(),
                problems);
    }

    private Reply sent(Asked asked, UUID command, Map<String, String> fields) {
        var typed = new TypedFields(fields, asked.texts());
        var form = asked.form(desk, typed);
        if (fields.getOrDefault("act", "record").equals("check")) {
            return Reply.show(form.page(showing(asked, command, List.of()), asked.viewer()));
        }
        var event = event(asked, form);
        if (!typed.isSound()) {
            return Reply.refused(form.page(showing(asked, command, List.of()), asked.viewer()));
        }
        return Reply.to(
                desk.record(command, List.of(event), asked.asOf().today(), Paper.UNKNOWN, asked.viewer()),
                Desk.path(asked.place()),
                reasons -> form.page(showing(asked, command, reasons), asked.viewer()));
    }

    private static RoundEvent event(Asked asked, SelfReviewForm form) {
        var place = asked.place();
        return asked.person() == null
                ? new RoundEvent.OrganizationSelfReviewed(place.organization().id(), place.year(), form.read())
                : form.event();
    }

    // ------------------------------------------------------------------------------------------ by the member

    @GetMapping("/reviews/{year}/mine")
    Reply mine(@PathVariable int year, Viewer viewer, AsOf asOf, Texts texts) {
        var own = own(year, viewer, asOf, texts);
        var person = Objects.requireNonNull(own.person());
        var draft = drafts.find(person, year);
        var typed = new TypedFields(draft.orElse(Map.of()), texts);
        var said = draft.isPresent() ? texts.of("round.draft-kept") : stage(own);
        return Reply.show(own.form(desk, typed).page(ownShowing(own, null, said, List.of()), viewer));
    }

    private static String stage(Asked own) {
        var file = own.place().dossier().file(Objects.requireNonNull(own.person()));
        return file.findSelfReview()
                .map(made -> own.texts().of("round.handed-in", made.on()))
                .orElse("");
    }

    /** The cell on whose roll the reader stands on the day the year is judged. */
    private Asked own(int year, Viewer viewer, AsOf asOf, Texts texts) {
        var person = OutOfReach.require(Optional.ofNullable(viewer.person()));
        var place = people.cellsOf(person, years.lastDayOf(year)).stream()
                .flatMap(cell -> places.find(cell, year).stream())
                .filter(one -> one.roll().containsKey(person))
                .findFirst();
        return new Asked(OutOfReach.require(place), person, viewer, asOf, texts);
    }

    private static SelfReviewForm.Showing ownShowing(
            Asked own, @Nullable UUID command, String said, List<Refusal> problems) {
        return new SelfReviewForm.Showing(
                own.who(),
                "/reviews/%d/mine".formatted(own.place().year()),
                "/",
                true,
                false,
                said,
                command == null ? null : command.toString(),
                problems);
    }

    @PostMapping("/reviews/{year}/mine")
    Reply sendMine(
            @PathVariable int year,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var own = own(year, viewer, asOf, texts);
        return switch (form.getOrDefault("act", "record")) {
            case "draft" -> keep(own, form);
            case "check" -> {
                var typed = new TypedFields(form, texts);
                yield Reply.show(own.form(desk, typed).page(ownShowing(own, command, "", List.of()), viewer));
            }
            default -> handIn(own, command, form);
        };
    }

    private Reply keep(Asked own, Map<String, String> fields) {
        var kept = new HashMap<>(fields);
        kept.keySet().removeIf(name -> name.startsWith("_") || name.equals("command") || name.equals("act"));
        kept.put("draft", "true");
        drafts.keep(Objects.requireNonNull(own.person()), own.place().year(), kept);
        return Reply.goTo("/reviews/%d/mine".formatted(own.place().year()));
    }

    private Reply handIn(Asked own, UUID command, Map<String, String> fields) {
        var typed = new TypedFields(fields, own.texts());
        var form = own.form(desk, typed);
        var event = form.event();
        if (!typed.isSound()) {
            return Reply.refused(form.page(ownShowing(own, command, "", List.of()), own.viewer()));
        }
        var answer = desk.record(command, List.of(event), own.asOf().today(), Paper.UNKNOWN, own.viewer());
        return switch (answer) {
            case Answer.Recorded _ -> {
                drafts.drop(event.person(), event.year());
                yield Reply.goTo("/reviews/%d/mine".formatted(event.year()));
            }
            case Answer.Refused(var reasons) ->
                Reply.refused(form.page(ownShowing(own, command, "", reasons), own.viewer()));
        };
    }
}
