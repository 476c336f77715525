package vn.nentang.shell.web.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.RosterLine;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.SelfReview;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.TypedFields;

/** The self-reviews of a whole cell, entered on one sheet by its office. */
@WebFace
final class SheetController {

    private final Desk desk;

    SheetController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/dossier/members")
    Reply show(@PathVariable int year, @PathVariable OrganizationId id, Viewer viewer, Texts texts) {
        var place = desk.place(id, year, viewer);
        return Reply.show(page(place, TypedFields.empty(texts), viewer, texts, null, List.of()));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/dossier/members")
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
        var events = place.roll().values().stream()
                .filter(line -> place.isReviewed(line.person()) && !desk.isAnothersWord(place, line.person(), viewer))
                .flatMap(line -> event(line, place, typed, texts).stream())
                .toList();
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

    private static String prefix(RosterLine line) {
        return line.person() + ".";
    }

    /** What the row adds to what is recorded; empty where it was left as it was. */
    private static Optional<MemberSelfReviewed> event(RosterLine line, Place place, TypedFields typed, Texts texts) {
        var before = place.dossier().file(line.person()).findSelfReview().map(made -> made.event());
        var chosen = typed.of(prefix(line) + "kind").split("/", 2);
        var kind = chosen.length == 2 ? chosen[0] : place.kindOf(line.person());
        var group =
                chosen.length == 2 ? chosen[1] : place.groupOf(line.person()).orElse("");
        var fields = new FactFields(place, kind, prefix(line), texts);
        var points = fields.readPoints(typed);
        var read = fields.readFacts(typed, points);
        if (read.isEmpty() && points.isEmpty()) {
            return Optional.empty();
        }
        var review = new SelfReview(
                merged(before.map(b -> b.review().facts()).orElse(List.of()), read),
                points,
                before.map(b -> b.review().passages()).orElse(List.of()),
                before.map(b -> b.review().level()).orElse(null));
        var event = new MemberSelfReviewed(place.organization().id(), place.year(), line.person(), kind, group, review);
        return before.filter(event::equals).isPresent() ? Optional.empty() : Optional.of(event);
    }

    /** The sheet shows the usual facts only; what else was said stays. */
    private static List<JudgedFact> merged(List<JudgedFact> before, List<JudgedFact> read) {
        var all = new LinkedHashMap<String, JudgedFact>();
        before.forEach(fact -> all.put(fact.name(), fact));
        read.forEach(fact -> all.put(fact.name(), fact));
        return List.copyOf(all.values());
    }

    private SheetPage page(
            Place place,
            TypedFields typed,
            Viewer viewer,
            Texts texts,
            @Nullable UUID command,
            List<Refusal> problems) {
        var rows = new ArrayList<SheetPage.Row>();
        var others = new ArrayList<SheetPage.Other>();
        for (var line : place.roll().values()) {
            place.exclusion(line.person())
                    .ifPresentOrElse(
                            reason -> others.add(
                                    new SheetPage.Other(line.fullName(), desk.word(place, "member", reason, texts))),
                            () -> rows.add(row(line, place, typed, viewer, texts)));
        }
        return new SheetPage(
                place,
                desk.path(place, viewer),
                rows,
                others,
                command == null ? null : command.toString(),
                typed,
                problems);
    }

    private SheetPage.Row row(RosterLine line, Place place, TypedFields typed, Viewer viewer, Texts texts) {
        var made = place.dossier().file(line.person()).findSelfReview();
        var prefix = prefix(line);
        var recorded =
                place.kindOf(line.person()) + "/" + place.groupOf(line.person()).orElse("");
        var kind = typed.or(prefix + "kind", recorded);
        var fields = new FactFields(place, kind.split("/", 2)[0], prefix, texts);
        var facts = new ArrayList<>(
                fields.points(made.map(m -> m.event().review().points()).orElse(List.of())));
        fields.facts(place.dossier().facts(line.person())).stream()
                .filter(FactFields.Field::usual)
                .forEach(facts::add);
        return new SheetPage.Row(
                line.person().toString(),
                line.fullName(),
                made.map(m -> texts.of("round.handed-in", m.on())).orElse(texts.of("round.no-self-review")),
                made.isPresent(),
                desk.isAnothersWord(place, line.person(), viewer),
                kinds(place, texts),
                kind,
                facts.stream().map(field -> shown(field, typed)).toList(),
                Desk.path(place) + "/members/" + line.person());
    }

    private static FactFields.Field shown(FactFields.Field field, TypedFields typed) {
        return typed.of("command").isEmpty() ? field : field.with(typed.of(field.name()));
    }

    /** Kind and group in one choice, so that no two can be chosen that do not go together. */
    private static List<FactFields.Option> kinds(Place place, Texts texts) {
        return place.memberKinds().stream()
                .flatMap(kind -> place.findRound().stream()
                        .flatMap(round -> round.groupsOf(kind.kind()).stream())
                        .map(group -> new FactFields.Option(
                                kind.kind() + "/" + group.code(),
                                "%s · %s".formatted(Labels.in(kind.label(), texts), group.name()))))
                .toList();
    }
}
