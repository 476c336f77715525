package vn.nentang.shell.web.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Refusal;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent.Deadlines;
import vn.nentang.review.round.RoundEvent.Group;
import vn.nentang.review.round.RoundEvent.RoundOpened;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.TypedFields;

/** Opens the round of a year: groups of similar position, last days, the paper. */
@WebFace
final class RoundController {

    private static final int ROWS_MIN = 4;
    private static final int ROWS_MORE = 3;
    private static final int ROWS_MAX = 50;
    private static final int NAME_CHARS_MAX = 200;

    private final Desk desk;

    RoundController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/round")
    Reply show(@PathVariable int year, @PathVariable OrganizationId id, Viewer viewer, Texts texts) {
        var place = desk.place(id, year, viewer);
        return Reply.show(page(place, TypedFields.empty(texts), viewer, texts, null, List.of()));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/round")
    Reply open(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        var typed = new TypedFields(form, texts);
        var event = event(place, typed);
        if (!typed.isSound() || event.isEmpty()) {
            return Reply.refused(page(place, typed, viewer, texts, command, List.of()));
        }
        return Reply.to(
                desk.record(command, List.of(event.get()), asOf.today(), typed.paper("paper"), viewer),
                "/reviews/%d/organizations/%s/progress".formatted(year, id),
                reasons -> page(place, typed, viewer, texts, command, reasons));
    }

    private static Optional<RoundOpened> event(Place place, TypedFields typed) {
        var from = LocalDate.of(place.year(), 1, 1);
        var until = from.plusYears(2);
        var selfReview = typed.day("self-review", from, until);
        var submission = typed.day("submission", from, until);
        var decision = typed.day("decision", from, until);
        if (selfReview.isEmpty() || submission.isEmpty() || decision.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RoundOpened(
                place.organization().id(),
                place.year(),
                place.regime().id(),
                groups(place, typed),
                new Deadlines(selfReview.get(), submission.get(), decision.get())));
    }

    private static List<Group> groups(Place place, TypedFields typed) {
        return IntStream.range(0, ROWS_MAX)
                .filter(i -> typed.has("group." + i))
                .mapToObj(i -> new Group(
                        "g" + (i + 1),
                        Desk.orEmpty(typed.text("group." + i, NAME_CHARS_MAX)),
                        place.memberKinds().stream()
                                .map(kind -> kind.kind())
                                .filter(kind -> typed.has("group." + i + "." + kind))
                                .toList()))
                .toList();
    }

    private static OpeningPage page(
            Place place,
            TypedFields typed,
            Viewer viewer,
            Texts texts,
            @Nullable UUID command,
            List<Refusal> problems) {
        return new OpeningPage(
                place,
                viewer.scope().path(place.organization().id(), place.rules().date()),
                rows(place, typed, texts),
                place.memberKinds().stream()
                        .map(kind -> new FactFields.Option(kind.kind(), Labels.in(kind.label(), texts)))
                        .toList(),
                place.regime().regime().deadlines().stream()
                        .flatMap(key -> place.rules().findRuling(key).stream())
                        .toList(),
                command == null ? null : command.toString(),
                typed.of("command").isEmpty() ? recorded(place, texts) : typed,
                problems);
    }

    /** The last days as they were set. */
    private static TypedFields recorded(Place place, Texts texts) {
        return place.findRound()
                .filter(round ->
                        round.organization().equals(place.organization().id()))
                .map(round -> new TypedFields(
                        Map.of(
                                "self-review", texts.date(round.deadlines().selfReview()),
                                "submission", texts.date(round.deadlines().submission()),
                                "decision", texts.date(round.deadlines().decision())),
                        texts))
                .orElseGet(() -> TypedFields.empty(texts));
    }

    /** The groups as typed or as recorded; before that one for each kind of member. */
    private static List<OpeningPage.Row> rows(Place place, TypedFields typed, Texts texts) {
        var groups = typed.of("command").isEmpty()
                ? place.findRound().map(round -> round.groups()).orElseGet(() -> first(place, texts))
                : groups(place, typed);
        var rows = new ArrayList<OpeningPage.Row>();
        groups.forEach(group -> rows.add(new OpeningPage.Row("group." + rows.size(), group.name(), group.kinds())));
        var wanted = Math.min(ROWS_MAX, Math.max(ROWS_MIN, rows.size() + ROWS_MORE));
        while (rows.size() < wanted) {
            rows.add(new OpeningPage.Row("group." + rows.size(), "", List.of()));
        }
        return rows;
    }

    private static List<Group> first(Place place, Texts texts) {
        return place.memberKinds().stream()
                .map(kind -> new Group(kind.kind(), Labels.in(kind.label(), texts), List.of(kind.kind())))
                .toList();
    }
}
