package vn.nentang.shell.web.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.organization.Organization;
import vn.nentang.review.Classification;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent.Change;
import vn.nentang.review.round.RoundEvent.DossierAppraised;
import vn.nentang.review.round.RoundEvent.Proposal;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.Reasons;
import vn.nentang.shell.web.review.TypedFields;

/** The appraisal by a level between the cell and the one that decides (43-HD/BTCTW mục 3): it agrees, or proposes otherwise with a reason. */
@WebFace
final class AppraisalController {

    private static final String OWN = "own.";
    private static final int REASON_CHARS_MAX = 4_000;

    private final Desk desk;

    AppraisalController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/dossier/appraise")
    Reply show(@PathVariable int year, @PathVariable OrganizationId id, Viewer viewer, Texts texts) {
        var appraisal = new Appraisal(desk.place(id, year, viewer), viewer, texts, TypedFields.empty(texts));
        return Reply.show(appraisal.page(null, List.of()));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/dossier/appraise")
    Reply send(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var typed = new TypedFields(form, texts);
        var appraisal = new Appraisal(desk.place(id, year, viewer), viewer, texts, typed);
        var event = new DossierAppraised(id, year, appraisal.by().id(), appraisal.changes());
        if (!typed.isSound()) {
            return Reply.refused(appraisal.page(command, List.of()));
        }
        return Reply.to(
                desk.recordSent(command, typed, event, asOf.today(), viewer),
                Desk.path(appraisal.place),
                reasons -> appraisal.page(command, reasons));
    }

    /** One dossier while it is appraised. */
    private final class Appraisal {

        private final Place place;
        private final Viewer viewer;
        private final Texts texts;
        private final TypedFields typed;

        Appraisal(Place place, Viewer viewer, Texts texts, TypedFields typed) {
            this.place = place;
            this.viewer = viewer;
            this.texts = texts;
            this.typed = typed;
        }

        /** The level the papers wait for; where they wait for none, the desk refuses what is sent. */
        Organization by() {
            return Optional.ofNullable(DossierController.next(place)).orElse(place.organization());
        }

        /** Where something else was chosen than came up. */
        List<Change> changes() {
            var changes = new ArrayList<Change>();
            place.roll().keySet().forEach(person -> change(person, person + ".").ifPresent(changes::add));
            change(null, OWN).ifPresent(changes::add);
            return changes;
        }

        private Optional<Change> change(@Nullable PersonId person, String prefix) {
            var chosen = typed.of(prefix + "outcome");
            if (chosen.isEmpty() || chosen.equals(proposed(person))) {
                return Optional.empty();
            }
            var because = typed.text(prefix + "because", REASON_CHARS_MAX);
            if (because == null) {
                typed.refuse(prefix + "because", texts.of("round.change-why"));
            }
            return Optional.of(new Change(person, chosen, Desk.orEmpty(because)));
        }

        private String proposed(@Nullable PersonId person) {
            var dossier = place.dossier();
            return person == null
                    ? dossier.change(null)
                            .map(Change::outcome)
                            .or(() -> dossier.ownLine().map(Proposal::outcome))
                            .or(() -> Optional.ofNullable(dossier.own())
                                    .map(made -> made.event().review().level()))
                            .orElse("")
                    : dossier.proposal(person).orElse("");
        }

        AppraisalPage page(@Nullable UUID command, List<Refusal> problems) {
            return new AppraisalPage(
                    place,
                    desk.path(place, viewer),
                    by(),
                    desk.choices(place, texts),
                    place.roll().values().stream()
                            .map(line -> row(line.person(), line.fullName()))
                            .toList(),
                    row(null, place.organization().name()),
                    place.competenceSource(),
                    command == null ? null : command.toString(),
                    typed,
                    problems);
        }

        private AppraisalPage.Row row(@Nullable PersonId person, String name) {
            var prefix = person == null ? OWN : person + ".";
            return new AppraisalPage.Row(
                    prefix,
                    name,
                    desk.word(place, person == null ? "organization" : "member", proposed(person), texts),
                    new Reasons(place.regime().regime(), texts).outcome(allowed(person)),
                    typed.or(prefix + "outcome", proposed(person)),
                    typed.of(prefix + "because"),
                    person == null ? "" : "%s/members/%s/why".formatted(Desk.path(place), person));
        }

        private Classification allowed(@Nullable PersonId person) {
            return person == null ? place.judgeOwn() : place.judge(person);
        }
    }
}
