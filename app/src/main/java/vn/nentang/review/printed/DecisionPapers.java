package vn.nentang.review.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.ledger.Entry;
import vn.nentang.membership.RosterLine;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.paper.OfficialPaper.Draft;
import vn.nentang.paper.OfficialPaper.Title;
import vn.nentang.paper.Part;
import vn.nentang.paper.Part.Align;
import vn.nentang.paper.Part.Column;
import vn.nentang.paper.Part.Manner;
import vn.nentang.paper.Part.Paragraph;
import vn.nentang.paper.Part.Row;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewEvent.Outcome;

/** The papers of the level that decides: the decision with its lists, the notice to a member, the re-classification. */
final class DecisionPapers {

    private static final String FORM_AGAIN = "03";

    private final Around around;

    DecisionPapers(Around around) {
        this.around = around;
    }

    /** What was decided of one subject, with its paper. */
    record Made(Entry<ReviewEvent> entry, Outcome outcome) {

        String code() {
            return Objects.requireNonNull(outcome.level() == null ? outcome.notClassified() : outcome.level());
        }
    }

    /** One line of a list. */
    record Line(String name, String of, String outcome) {}

    private String year() {
        return String.valueOf(around.place().year());
    }

    private void grounds(Draft draft) {
        around.place()
                .regime()
                .guidance()
                .ifPresentOrElse(
                        guidance -> draft.say("Căn cứ %s; %s;"
                                .formatted(
                                        inWords(around.place()
                                                .regime()
                                                .regime()
                                                .source()
                                                .instrument()),
                                        inWords(guidance.instrument()))),
                        () -> draft.say("Căn cứ %s;"
                                .formatted(inWords(around.place()
                                        .regime()
                                        .regime()
                                        .source()
                                        .instrument()))));
        draft.say("Xét hồ sơ và đề nghị của %s,"
                .formatted(around.place().organization().name()));
    }

    /** "366-QĐ/TW 2025-08-30" as papers write it. */
    static String inWords(String instrument) {
        return instrument
                .replaceFirst(" (\\d{4})-(\\d{2})-(\\d{2})$", ", ngày $3/$2/$1")
                .replaceFirst("^(\\S+-QĐ/)", "Quy định số $1")
                .replaceFirst("^(\\S+-HD/)", "Hướng dẫn số $1");
    }

    /** The decision on an organisation and, with it, on its members or on what stands below it. */
    OfficialPaper decision(Made own, String ofWhom, List<Line> lines) {
        var place = around.place();
        var title = new Title("QUYẾT ĐỊNH", List.of("xếp loại chất lượng tổ chức đảng, đảng viên năm " + year()));
        var draft = around.decided(
                "", "decision", title, own.entry().effectiveOn(), own.entry().paper());
        grounds(draft);
        draft.add(new Paragraph(Around.upper(around.deciderName()) + " QUYẾT ĐỊNH:", Manner.CENTRED));
        draft.say("Điều 1. Xếp loại %s năm %s: %s."
                .formatted(place.organization().name(), year(), around.outcome(place.kind(), own.code())));
        draft.say(
                lines.isEmpty()
                        ? "Điều 2. %s chịu trách nhiệm thi hành Quyết định này."
                                .formatted(place.organization().name())
                        : "Điều 2. Xếp loại %d %s theo danh sách kèm theo.".formatted(lines.size(), ofWhom));
        if (!lines.isEmpty()) {
            draft.say("Điều 3. %s và các đồng chí có tên trong danh sách chịu trách nhiệm thi hành Quyết định này."
                    .formatted(place.organization().name()));
        }
        draft.signed(around.signedByDecider())
                .sentTo("Như trên", place.organization().name(), "Lưu Văn phòng");
        return lines.isEmpty() ? draft.paper() : draft.annex(annex(lines)).paper();
    }

    private List<Part> annex(List<Line> lines) {
        var rows = new ArrayList<Row>();
        lines.forEach(
                line -> rows.add(Row.of(String.valueOf(rows.size() + 1), line.name(), line.of(), line.outcome())));
        return List.of(
                new Paragraph("DANH SÁCH", Manner.CENTRED),
                new Paragraph("xếp loại chất lượng năm " + year() + " (kèm theo Quyết định)", Manner.CENTRED),
                new Part.Table(
                        List.of(
                                new Column("TT", 1, Align.CENTRE),
                                new Column("Họ và tên, tổ chức", 6, Align.LEFT),
                                new Column("Thuộc", 5, Align.LEFT),
                                new Column("Mức xếp loại", 5, Align.CENTRE)),
                        rows));
    }

    OfficialPaper notice(RosterLine member, Made made) {
        var title = new Title("THÔNG BÁO", List.of("kết quả xếp loại chất lượng đảng viên năm " + year()));
        var draft = around.decided("", "notice", title, made.entry().effectiveOn(), null);
        draft.say("Kính gửi: Đồng chí %s, %s."
                .formatted(member.fullName(), around.place().organization().name()));
        draft.say("%s thông báo kết quả đánh giá, xếp loại chất lượng năm %s của đồng chí: %s."
                .formatted(around.deciderName(), year(), outcome(member, made)));
        draft.say("Quyết định: %s.".formatted(paper(made)));
        if (made.outcome().because() != null) {
            draft.say("Lý do: %s".formatted(made.outcome().because()));
        }
        return draft.signed(around.signedByDecider())
                .sentTo("Như kính gửi", around.place().organization().name(), "Lưu Văn phòng")
                .paper();
    }

    private String outcome(RosterLine member, Made made) {
        return around.outcome(around.place().kindOf(member.person()), made.code());
    }

    private static String paper(Made made) {
        var number = made.entry().paper().number();
        return "%s%s"
                .formatted(
                        number == null ? "" : "số " + number + ", ",
                        Around.day(made.entry().effectiveOn()));
    }

    /**
     * The decision that takes the place of an earlier one.
     *
     * @param member null for the organisation itself
     */
    OfficialPaper again(@Nullable RosterLine member, Made before, Made after) {
        var place = around.place();
        var whom = member == null
                ? place.organization().name()
                : "đồng chí %s, %s"
                        .formatted(member.fullName(), place.organization().name());
        var kind = member == null ? place.kind() : place.kindOf(member.person());
        var title = new Title("QUYẾT ĐỊNH", List.of("xếp loại lại chất lượng năm " + year()));
        var draft = around.decided(
                around.formOf(FORM_AGAIN),
                "decision",
                title,
                after.entry().effectiveOn(),
                after.entry().paper());
        grounds(draft);
        draft.add(new Paragraph(Around.upper(around.deciderName()) + " QUYẾT ĐỊNH:", Manner.CENTRED));
        draft.say("Điều 1. Hủy kết quả xếp loại năm %s của %s: %s (%s)."
                .formatted(year(), whom, around.outcome(kind, before.code()), paper(before)));
        draft.say("Điều 2. Xếp loại lại: %s.".formatted(around.outcome(kind, after.code())));
        Optional.ofNullable(after.outcome().because()).ifPresent(because -> draft.say("Lý do: " + because));
        draft.say("Điều 3. %s và tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này."
                .formatted(place.organization().name()));
        draft.note("Toàn văn mẫu quyết định xếp loại lại chưa được đọc; cần đối chiếu với mẫu kèm theo hướng dẫn.");
        return draft.signed(around.signedByDecider())
                .sentTo("Như Điều 3", "Lưu Văn phòng")
                .paper();
    }
}
