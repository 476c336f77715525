package vn.nentang.shell.web.round;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent.RemarkRecorded;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.TypedFields;

/** Remarks of the residence, of temporary activity, of the cell before: all that are asked for on one page. */
@WebFace
final class RemarksController {

    private static final String SOURCES = "remark-source";
    private static final int TEXT_CHARS_MAX = 4_000;

    private final Desk desk;

    RemarksController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/dossier/remarks")
    Reply show(@PathVariable int year, @PathVariable OrganizationId id, Viewer viewer, Texts texts) {
        var place = desk.place(id, year, viewer);
        return Reply.show(page(place, TypedFields.empty(texts), viewer, texts, null, List.of()));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/dossier/remarks")
    Reply send(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        var typed = new TypedFields(form, texts);
        var events =
                asked(place).flatMap(one -> event(one, place, typed).stream()).toList();
        if (!typed.isSound()) {
            return Reply.refused(page(place, typed, viewer, texts, command, List.of()));
        }
        if (events.isEmpty()) {
            return Reply.goTo(Desk.path(place));
        }
        return Reply.to(
                desk.record(command, events, asOf.today(), Paper.UNKNOWN, viewer),
                Desk.path(place),
                reasons -> page(place, typed, viewer, texts, command, reasons));
    }

    /** One remark that is asked for or already there. */
    private record Asked(PersonId person, String source) {

        String field() {
            return person + "." + source;
        }
    }

    private static Stream<Asked> asked(Place place) {
        var missing = place.missingRemarks();
        return place.roll().keySet().stream().flatMap(person -> {
            var sources =
                    new LinkedHashSet<>(place.dossier().file(person).remarks().keySet());
            Optional.ofNullable(missing.get(person)).ifPresent(sources::addAll);
            return sources.stream().sorted().map(source -> new Asked(person, source));
        });
    }

    private static Optional<RemarkRecorded> event(Asked asked, Place place, TypedFields typed) {
        var text = typed.text(asked.field(), TEXT_CHARS_MAX);
        if (text == null) {
            return Optional.empty();
        }
        var event = new RemarkRecorded(
                place.organization().id(),
                place.year(),
                asked.person(),
                asked.source(),
                !typed.has(asked.field() + ".none"),
                text);
        var before = place.dossier().file(asked.person()).remarks().get(asked.source());
        return before != null && before.event().equals(event) ? Optional.empty() : Optional.of(event);
    }

    private RemarksPage page(
            Place place,
            TypedFields typed,
            Viewer viewer,
            Texts texts,
            @Nullable UUID command,
            List<Refusal> problems) {
        var rows = new ArrayList<RemarksPage.Row>();
        asked(place).forEach(one -> {
            var before = Optional.ofNullable(
                            place.dossier().file(one.person()).remarks().get(one.source()))
                    .map(made -> made.event());
            rows.add(new RemarksPage.Row(
                    one.field(),
                    Optional.ofNullable(place.roll().get(one.person()))
                            .map(line -> line.fullName())
                            .orElse(""),
                    desk.label(SOURCES, one.source(), place.rules().date(), texts),
                    typed.or(one.field(), before.map(RemarkRecorded::text).orElse("")),
                    typed.of("command").isEmpty()
                            ? before.map(RemarkRecorded::isGiven).orElse(true)
                            : !typed.has(one.field() + ".none"),
                    before.isEmpty()));
        });
        return new RemarksPage(
                place, desk.path(place, viewer), rows, command == null ? null : command.toString(), typed, problems);
    }
}
