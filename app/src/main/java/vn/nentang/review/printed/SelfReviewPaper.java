package vn.nentang.review.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.RosterLine;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.paper.OfficialPaper.Draft;
import vn.nentang.paper.OfficialPaper.Signature;
import vn.nentang.paper.OfficialPaper.Title;
import vn.nentang.paper.Part;
import vn.nentang.paper.Part.Align;
import vn.nentang.paper.Part.Column;
import vn.nentang.paper.Part.Row;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.round.Dossier.Made;
import vn.nentang.review.round.RoundEvent.Item;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.OrganizationSelfReviewed;
import vn.nentang.review.round.RoundEvent.Passage;
import vn.nentang.review.round.RoundEvent.Points;
import vn.nentang.review.round.RoundEvent.SelfReview;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.regime.Fact;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * A self-review in the form of the guidance of the day, part by part as the rulebook lists them; what is not handed in yet is
 * left open to be written by hand.
 */
final class SelfReviewPaper {

    private static final String FORMS = "review-form";
    private static final String NO_FORM = "other";
    private static final String TOTAL = "score";
    private static final int ROOM = 4;

    private final Around around;
    private final String kind;
    private final Optional<ReviewRegime.Form> form;
    private final Map<String, String> head;
    private final @Nullable SelfReview said;
    private final Draft draft;

    private SelfReviewPaper(
            Around around, String kind, Map<String, String> head, @Nullable SelfReview said, Draft draft) {
        this.around = around;
        this.kind = kind;
        this.form = form(around, kind);
        this.head = head;
        this.said = said;
        this.draft = draft;
    }

    /** Of a member on the roll. */
    static OfficialPaper of(Around around, RosterLine member) {
        var made = around.place().dossier().file(member.person()).findSelfReview();
        var kind = around.place().kindOf(member.person());
        var title = new Title(
                "BẢN KIỂM ĐIỂM CÁ NHÂN", List.of("Năm " + around.place().year()));
        var paper = new SelfReviewPaper(
                around,
                kind,
                fields(around, member),
                made.map(Made::event).map(MemberSelfReviewed::review).orElse(null),
                around.own(
                        mark(form(around, kind)), "", title, made.map(Made::on).orElse(null)));
        paper.write("member");
        return paper.draft
                .signed(new Signature("NGƯỜI TỰ KIỂM ĐIỂM", "", Around.SIGN_HERE, member.fullName()))
                .paper();
    }

    /** Of the organisation itself. */
    static OfficialPaper ofOrganization(Around around) {
        var made = Optional.ofNullable(around.place().dossier().own());
        var kind = around.place().kind();
        var title = new Title(
                "BÁO CÁO KIỂM ĐIỂM",
                List.of("của %s năm %d"
                        .formatted(
                                around.place().organization().name(),
                                around.place().year())));
        var paper = new SelfReviewPaper(
                around,
                kind,
                Map.of(),
                made.map(Made::event).map(OrganizationSelfReviewed::review).orElse(null),
                around.own(
                        mark(form(around, kind)),
                        "report",
                        title,
                        made.map(Made::on).orElse(null)));
        paper.write("organization");
        return paper.draft
                .signed(around.signedBySelf())
                .sentTo(
                        around.deciderName() + " (để báo cáo)",
                        "Lưu " + (around.place().isCell() ? "chi bộ" : "Văn phòng"))
                .paper();
    }

    /** Only a form whose parts are listed: a sheet of analysis is no self-review. */
    private static Optional<ReviewRegime.Form> form(Around around, String kind) {
        return around.form(kind)
                .filter(form -> !parts(around, form.source().instrument(), form.letter())
                        .isEmpty());
    }

    private static String mark(Optional<ReviewRegime.Form> form) {
        return form.map(f -> "Mẫu " + f.letter()).orElse("");
    }

    private static Map<String, String> fields(Around around, RosterLine member) {
        var fields = new HashMap<String, String>();
        fields.put("name", member.fullName());
        fields.put("birth", member.birth() == null ? "" : Around.day(member.birth()));
        fields.put("cell", around.place().organization().name());
        return fields;
    }

    // ------------------------------------------------------------------------------------------ the parts of the form

    private void write(String object) {
        var parts = parts(object);
        parts.forEach(this::part);
        if (parts.stream().anyMatch(part -> !"verified".equals(part.with().get("mark")))) {
            draft.note(
                    form.isPresent()
                            ? "Toàn văn %s kèm theo Hướng dẫn %s chưa được đọc: các mục ghi theo mẫu năm 2025, cần đối chiếu với bản gốc."
                                    .formatted(mark(form), form.get().source().instrument())
                            : "Không có mẫu của Trung ương được ghi nhận cho năm này: các mục ghi theo mẫu năm 2025.");
        }
    }

    private List<CodeList.Code> parts(String object) {
        var own = form.map(f -> parts(around, f.source().instrument(), f.letter()))
                .orElse(List.of());
        return own.isEmpty() ? parts(around, NO_FORM, object) : own;
    }

    private static List<CodeList.Code> parts(Around around, String guidance, String letter) {
        return around.codes(FORMS).stream()
                .filter(part -> guidance.equals(part.with().get("guidance")))
                .filter(part -> List.of(part.with().getOrDefault("forms", "").split(" "))
                        .contains(letter))
                .toList();
    }

    private void part(CodeList.Code part) {
        var words = part.label().vi();
        switch (part.with().getOrDefault("place", "")) {
            case "field" ->
                draft.add(new Part.Field(words, head.getOrDefault(part.with().getOrDefault("value", ""), "")));
            case "section" -> draft.heading(words);
            case "part" -> passage(words, part.with().getOrDefault("part", ""));
            case "item" -> item(words);
            case "points" -> points(words);
            case "levels" -> levels(words);
            case "annex" -> annex(words);
            default -> throw new IllegalStateException("The list %s has no place for %s.".formatted(FORMS, part));
        }
    }

    /** Items below a part with a text only remind of what it is to speak of. */
    private boolean isWritten;

    private void passage(String heading, String part) {
        draft.heading(heading);
        var text = Optional.ofNullable(said).stream()
                .flatMap(review -> review.passages().stream())
                .filter(passage -> passage.part().equals(part))
                .map(Passage::text)
                .collect(Collectors.joining("\n"));
        isWritten = said != null;
        if (text.isBlank()) {
            draft.add(new Part.Lines(isWritten ? 1 : ROOM));
        } else {
            draft.say(text);
        }
    }

    private void item(String words) {
        if (isWritten) {
            draft.note(words);
        } else {
            draft.say(words + ":").add(new Part.Lines(ROOM));
        }
    }

    /** Only where the regime counts points. */
    private void points(String heading) {
        var criteria = around.place().regime().criteria(kind).stream()
                .filter(criterion -> criterion.max() != null)
                .toList();
        if (criteria.isEmpty()) {
            return;
        }
        draft.heading(heading);
        var max = BigDecimal.ZERO;
        for (var criterion : criteria) {
            max = max.add(Objects.requireNonNull(criterion.max()));
            draft.add(
                    new Part.Field(criterion.label().vi(), given(points(criterion)) + " / " + number(criterion.max())));
        }
        draft.add(new Part.Field("Tổng điểm", given(total(criteria)) + " / " + number(max)));
    }

    private static String given(Optional<BigDecimal> points) {
        return points.map(SelfReviewPaper::number).orElse("..........");
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private Optional<BigDecimal> points(ReviewRegime.Criterion criterion) {
        return fact(criterion.fact()).or(() -> sum(criterion.group()));
    }

    private Optional<BigDecimal> total(List<ReviewRegime.Criterion> criteria) {
        return fact(TOTAL)
                .or(() -> criteria.stream().allMatch(c -> points(c).isPresent())
                        ? criteria.stream().map(c -> points(c).orElseThrow()).reduce(BigDecimal::add)
                        : Optional.empty());
    }

    private Optional<BigDecimal> fact(@Nullable String name) {
        return Optional.ofNullable(said).stream()
                .flatMap(review -> review.facts().stream())
                .filter(fact -> fact.name().equals(name))
                .map(fact -> fact.value().replace(',', '.'))
                .filter(value -> value.matches("-?\\d{1,6}(\\.\\d{1,6})?"))
                .map(BigDecimal::new)
                .findFirst();
    }

    /** What was given line by line on the score sheet. */
    private Optional<BigDecimal> sum(String group) {
        var items = around.place().sheets().getOrDefault(kind, List.of()).stream()
                .filter(item -> item.group().equals(group))
                .map(Item::code)
                .toList();
        return Optional.ofNullable(said).stream()
                .flatMap(review -> review.points().stream())
                .filter(points -> items.contains(points.item()))
                .map(Points::points)
                .reduce(BigDecimal::add);
    }

    private void levels(String heading) {
        draft.heading(heading);
        var asked = said == null ? null : said.level();
        draft.add(new Part.Boxes(around.levels(kind).stream()
                .map(level -> new Part.Box(level.label().vi(), level.code().equals(asked)))
                .toList()));
    }

    /** The figures the self-review rests on. */
    private void annex(String heading) {
        var facts = around.place().regime().regime().facts();
        var rows = new ArrayList<Row>();
        for (var fact : said == null ? List.<JudgedFact>of() : said.facts()) {
            var known = facts.get(fact.name());
            if (known != null) {
                rows.add(Row.of(String.valueOf(rows.size() + 1), known.label().vi(), value(known, fact.value())));
            }
        }
        if (rows.isEmpty()) {
            rows.add(Row.of("", "", ""));
        }
        draft.heading(heading)
                .add(new Part.Table(
                        List.of(
                                new Column("TT", 1, Align.CENTRE),
                                new Column("Nội dung", 8, Align.LEFT),
                                new Column("Kết quả", 3, Align.CENTRE)),
                        rows));
    }

    private static String value(Fact fact, String value) {
        return switch (fact.type()) {
            case FLAG -> Boolean.parseBoolean(value) ? "Có" : "Không";
            case DECIMAL -> value.replace('.', ',');
            case WHOLE, GRADE -> value;
        };
    }
}
