package vn.nentang.shell.web.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import vn.nentang.kernel.Refusal;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent.Item;
import vn.nentang.review.round.RoundEvent.ScoreSheetSet;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.shell.web.AsOf;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.WebFace;
import vn.nentang.shell.web.review.TypedFields;

/** Splits the points of the regulation's groups of criteria into lines (366-QĐ/TW Điều 18). */
@WebFace
final class ScoreSheetController {

    private static final int ROWS_MIN = 6;
    private static final int ROWS_MORE = 3;
    private static final int ROWS_MAX = 40;
    private static final int TITLE_CHARS_MAX = 200;
    private static final int POINTS_CHARS_MAX = 10;

    private final Desk desk;

    ScoreSheetController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/reviews/{year}/organizations/{id}/score-sheet")
    Reply show(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam(defaultValue = "") String kind,
            Viewer viewer,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        return Reply.show(page(place, kind, TypedFields.empty(texts), viewer, texts, null, List.of()));
    }

    @PostMapping("/reviews/{year}/organizations/{id}/score-sheet")
    Reply send(
            @PathVariable int year,
            @PathVariable OrganizationId id,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam Map<String, String> form,
            Viewer viewer,
            AsOf asOf,
            Texts texts) {
        var place = desk.place(id, year, viewer);
        var typed = new TypedFields(form, texts);
        var known = known(place, kind);
        var event = new ScoreSheetSet(id, year, known, items(place, known, typed, texts));
        if (!typed.isSound()) {
            return Reply.refused(page(place, known, typed, viewer, texts, command, List.of()));
        }
        return Reply.to(
                desk.record(command, List.of(event), asOf.today(), typed.paper("paper"), viewer),
                "/reviews/%d/organizations/%s/score-sheet?kind=%s".formatted(year, id, known),
                reasons -> page(place, known, typed, viewer, texts, command, reasons));
    }

    private static String known(Place place, String kind) {
        return place.regime().regime().subjects().stream()
                .map(ReviewRegime.SubjectKind::kind)
                .filter(kind::equals)
                .findFirst()
                .orElseGet(() -> place.memberKinds().getFirst().kind());
    }

    private static List<ReviewRegime.Criterion> groups(Place place, String kind) {
        return place.regime().criteria(kind).stream()
                .filter(criterion -> criterion.max() != null)
                .toList();
    }

    private static String field(String group, int row) {
        return group + "." + row;
    }

    private static List<Item> items(Place place, String kind, TypedFields typed, Texts texts) {
        var items = new ArrayList<Item>();
        for (var criterion : groups(place, kind)) {
            for (int i = 0; i < ROWS_MAX; i++) {
                var field = field(criterion.group(), i);
                var title = typed.text(field, TITLE_CHARS_MAX);
                if (title != null) {
                    items.add(new Item(
                            field.replace('.', '-').toLowerCase(Locale.ROOT),
                            criterion.group(),
                            title,
                            points(field + ".max", typed).orElseGet(() -> {
                                typed.refuse(field + ".max", texts.of("decision.unreadable"));
                                return BigDecimal.ZERO;
                            })));
                }
            }
        }
        return items;
    }

    private static Optional<BigDecimal> points(String field, TypedFields typed) {
        try {
            var text = Desk.orEmpty(typed.text(field, POINTS_CHARS_MAX)).replace(',', '.');
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private ScoreSheetPage page(
            Place place,
            String asked,
            TypedFields typed,
            Viewer viewer,
            Texts texts,
            @Nullable UUID command,
            List<Refusal> problems) {
        var kind = known(place, asked);
        var sheet = place.sheets().getOrDefault(kind, List.of());
        return new ScoreSheetPage(
                place,
                desk.path(place, viewer),
                place.regime().regime().subjects().stream()
                        .filter(subject -> !groups(place, subject.kind()).isEmpty())
                        .map(subject -> new FactFields.Option(subject.kind(), Labels.in(subject.label(), texts)))
                        .toList(),
                kind,
                groups(place, kind).stream()
                        .map(criterion -> part(criterion, sheet, typed, texts))
                        .toList(),
                !sheet.isEmpty(),
                command == null ? null : command.toString(),
                typed,
                problems);
    }

    private static ScoreSheetPage.Part part(
            ReviewRegime.Criterion criterion, List<Item> sheet, TypedFields typed, Texts texts) {
        var items = sheet.stream()
                .filter(item -> item.group().equals(criterion.group()))
                .toList();
        var rows = new ArrayList<ScoreSheetPage.Row>();
        var sum = BigDecimal.ZERO;
        var isSent = !typed.of("command").isEmpty();
        var wanted = Math.min(ROWS_MAX, Math.max(ROWS_MIN, items.size() + ROWS_MORE));
        for (int i = 0; i < wanted; i++) {
            var field = field(criterion.group(), i);
            var item = i < items.size() ? items.get(i) : null;
            var title = isSent || item == null ? typed.of(field) : item.title();
            var max = isSent || item == null ? typed.of(field + ".max") : texts.decimal(item.max());
            rows.add(new ScoreSheetPage.Row(field, title, max));
            sum = sum.add(number(max));
        }
        var max = Objects.requireNonNull(criterion.max());
        return new ScoreSheetPage.Part(
                criterion.group(),
                Labels.in(criterion.label(), texts),
                texts.decimal(max),
                texts.decimal(sum),
                sum.compareTo(max) == 0,
                criterion.parts(),
                rows);
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text.replace(',', '.').strip());
        } catch (NumberFormatException _) {
            return BigDecimal.ZERO;
        }
    }
}
