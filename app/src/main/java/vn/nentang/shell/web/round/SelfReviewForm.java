package vn.nentang.shell.web.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.Dossier.Made;
import vn.nentang.review.round.Place;
import vn.nentang.review.round.RoundEvent.Group;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.Passage;
import vn.nentang.review.round.RoundEvent.SelfReview;
import vn.nentang.shell.web.Labels;
import vn.nentang.shell.web.Texts;
import vn.nentang.shell.web.review.Reasons;
import vn.nentang.shell.web.review.TypedFields;

/** One self-review between what is recorded, what was typed, and what is shown. */
final class SelfReviewForm {

    static final int PASSAGE_CHARS_MAX = 4_000;
    private static final String PARTS = "self-review-part";

    private final Desk desk;
    private final Place place;
    private final @Nullable PersonId person;
    private final TypedFields typed;
    private final Texts texts;
    private final @Nullable SelfReview before;

    /**
     * @param person null for the organisation itself
     * @param typed the form as it was sent, a draft, or empty
     */
    SelfReviewForm(Desk desk, Place place, @Nullable PersonId person, TypedFields typed, Texts texts) {
        this.desk = desk;
        this.place = place;
        this.person = person;
        this.typed = typed;
        this.texts = texts;
        this.before = person == null
                ? Optional.ofNullable(place.dossier().own())
                        .map(made -> made.event().review())
                        .orElse(null)
                : made().map(made -> made.event().review()).orElse(null);
    }

    private Optional<Made<MemberSelfReviewed>> made() {
        return person == null ? Optional.empty() : place.dossier().file(person).findSelfReview();
    }

    /** The kind of subject: as chosen, or else as recorded. */
    String kind() {
        if (person == null) {
            return place.kind();
        }
        var chosen = typed.of("kind");
        return place.memberKinds().stream().anyMatch(kind -> kind.kind().equals(chosen))
                ? chosen
                : place.kindOf(person);
    }

    private List<Group> groups() {
        return place.findRound().map(round -> round.groupsOf(kind())).orElse(List.of());
    }

    /** The group of similar position: as chosen, as recorded, or the only one there is. */
    String group() {
        var chosen = typed.has("group")
                ? Optional.of(typed.of("group"))
                : made().map(m -> m.event().group());
        return chosen.filter(
                        code -> groups().stream().anyMatch(group -> group.code().equals(code)))
                .or(() -> groups().stream().map(Group::code).findFirst())
                .orElse("");
    }

    private FactFields fields() {
        return new FactFields(place, kind(), "", texts);
    }

    /** What was typed, to be recorded; what is wrong is noted beside its field. */
    SelfReview read() {
        var points = fields().readPoints(typed);
        var facts = fields().readFacts(typed, points);
        var passages = new ArrayList<Passage>();
        for (var part : parts()) {
            var text = typed.text("part." + part, PASSAGE_CHARS_MAX);
            if (text != null) {
                passages.add(new Passage(part, text));
            }
        }
        return new SelfReview(facts, points, passages, FactFields.levelOf(typed, "level"));
    }

    private List<String> parts() {
        return desk.codes(PARTS, place.rules().date());
    }

    /** The page, with what would be allowed on what is entered. */
    SelfReviewPage page(Showing showing, Viewer viewer) {
        var isSent = !typed.of("command").isEmpty() || typed.has("draft");
        var entered = isSent ? values(read()) : values(before);
        var classification = place.judge(kind(), judged(entered));
        var reasons = new Reasons(place.regime().regime(), texts);
        return new SelfReviewPage(
                place,
                desk.path(place, viewer),
                showing.who(),
                formTitle(),
                showing.action(),
                showing.back(),
                person == null ? List.of() : kinds(),
                kind(),
                person == null
                        ? List.of()
                        : groups().stream().map(SelfReviewForm::option).toList(),
                person == null ? "" : group(),
                typedOver(fields().points(before == null ? List.of() : before.points()), isSent),
                typedOver(fields().facts(entered), isSent),
                typedOver(passages(), isSent),
                levels(),
                isSent ? typed.of("level") : Desk.orEmpty(before == null ? null : before.level()),
                reasons.outcome(classification),
                classification.mark(),
                reasons.of(classification),
                showing.drafts(),
                showing.locked(),
                showing.said(),
                showing.command(),
                typed,
                showing.problems());
    }

    /** What the controller knows of the page. */
    record Showing(
            String who,
            String action,
            String back,
            boolean drafts,
            boolean locked,
            String said,
            @Nullable String command,
            List<Refusal> problems) {
        Showing {
            problems = List.copyOf(problems);
        }
    }

    private static FactFields.Option option(Group group) {
        return new FactFields.Option(group.code(), group.name());
    }

    private List<FactFields.Option> kinds() {
        return place.memberKinds().stream()
                .map(kind -> new FactFields.Option(kind.kind(), Labels.in(kind.label(), texts)))
                .toList();
    }

    private List<FactFields.Option> levels() {
        return desk.levels(place, kind(), person == null ? "organization" : "member", texts);
    }

    /** The form of the guidance of the day: its letter means something else under another guidance. */
    private String formTitle() {
        return place.regime().forms().stream()
                .filter(form -> form.kinds().contains(kind()))
                .findFirst()
                .map(form -> texts.of("round.form", form.letter(), Labels.in(form.title(), texts)))
                .orElse(texts.of("round.form-none"));
    }

    private List<FactFields.Field> passages() {
        var said = before == null
                ? Map.<String, String>of()
                : before.passages().stream().collect(Collectors.toMap(Passage::part, Passage::text, (_, last) -> last));
        return parts().stream()
                .map(part -> new FactFields.Field(
                        "part." + part,
                        desk.label(PARTS, part, place.rules().date(), texts),
                        said.getOrDefault(part, ""),
                        List.of(),
                        "",
                        true))
                .toList();
    }

    /** A field that was sent shows what was sent, whatever it was. */
    private List<FactFields.Field> typedOver(List<FactFields.Field> fields, boolean isSent) {
        return isSent ? fields.stream().map(f -> f.with(typed.of(f.name()))).toList() : fields;
    }

    private Map<String, String> judged(Map<String, String> entered) {
        var all = new HashMap<>(entered);
        if (person != null) {
            all.putAll(place.known(person));
        }
        return all;
    }

    private static Map<String, String> values(@Nullable SelfReview review) {
        var values = new LinkedHashMap<String, String>();
        if (review != null) {
            review.facts().forEach((JudgedFact fact) -> values.put(fact.name(), fact.value()));
        }
        return values;
    }

    @Nullable
    PersonId person() {
        return person;
    }

    /** The event to record, for a member. */
    MemberSelfReviewed event() {
        return new MemberSelfReviewed(
                place.organization().id(), place.year(), Objects.requireNonNull(person), kind(), group(), read());
    }
}
