package vn.nentang.review.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nentang.membership.RosterLine;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.paper.OfficialPaper.Draft;
import vn.nentang.paper.OfficialPaper.Signature;
import vn.nentang.paper.OfficialPaper.Title;
import vn.nentang.paper.Part;
import vn.nentang.paper.Part.Align;
import vn.nentang.paper.Part.Column;
import vn.nentang.paper.Part.Row;
import vn.nentang.review.round.Dossier.Made;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.Proposal;
import vn.nentang.review.round.RoundEvent.Votes;
import vn.nentang.rulebook.regime.ReviewRegime.Level;

/** The papers of a cell's meeting. No national form exists for the ballot and the minutes; they say so. */
final class MeetingPapers {

    private static final String SAMPLE = "Mẫu tham khảo: hướng dẫn của Trung ương không quy định mẫu %s.";

    private final Around around;

    MeetingPapers(Around around) {
        this.around = around;
    }

    /** The kind whose levels head the columns of members. */
    private String memberKind() {
        return around.place().memberKinds().getFirst().kind();
    }

    private String year() {
        return String.valueOf(around.place().year());
    }

    /** One master to copy for every full member. */
    OfficialPaper ballot() {
        var place = around.place();
        var title = new Title("PHIẾU BIỂU QUYẾT", List.of("mức xếp loại chất lượng năm " + year()));
        var draft = around.own("", "", title, null)
                .say(
                        "Đồng chí đánh dấu X vào một ô ứng với mức đề nghị cho từng người và cho chi bộ. Dòng không đánh dấu hoặc đánh dấu từ hai ô trở lên là không hợp lệ.")
                .heading("I. Đảng viên")
                .add(new Part.Table(columns(levels(memberKind()), List.of()), blank(reviewed(), levels(memberKind()))))
                .heading("II. Chi bộ")
                .add(new Part.Table(
                        columns(levels(place.kind()), List.of()),
                        blank(List.of(place.organization().name()), levels(place.kind()))));
        return draft.note(
                        SAMPLE.formatted("phiếu") + " Số phiếu cần phát bằng số đảng viên chính thức có mặt; chi bộ có "
                                + place.base() + " đảng viên chính thức.")
                .paper();
    }

    private List<String> reviewed() {
        return around.place().roll().values().stream()
                .filter(line -> around.place().isReviewed(line.person()))
                .map(RosterLine::fullName)
                .toList();
    }

    private List<String> levels(String kind) {
        return around.levels(kind).stream().map(level -> level.label().vi()).toList();
    }

    private static List<Row> blank(List<String> names, List<String> levels) {
        var rows = new ArrayList<Row>();
        for (var name : names) {
            var cells = new ArrayList<>(List.of(String.valueOf(rows.size() + 1), name));
            levels.forEach(_ -> cells.add(""));
            rows.add(new Row(cells, false));
        }
        return rows;
    }

    private static List<Column> columns(List<String> levels, List<String> more) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("TT", 2, Align.CENTRE));
        columns.add(new Column("Họ và tên", 9, Align.LEFT));
        levels.forEach(level -> columns.add(new Column(level, 5, Align.CENTRE)));
        more.forEach(head -> columns.add(new Column(head, 5, Align.CENTRE)));
        return columns;
    }

    private Optional<Made<CellMet>> met() {
        return Optional.ofNullable(around.place().dossier().meeting());
    }

    /** Empty before the meeting is recorded. */
    Optional<OfficialPaper> minutes() {
        return met().map(made -> {
            var met = made.event();
            var title =
                    new Title("BIÊN BẢN", List.of("họp chi bộ kiểm điểm, đánh giá, xếp loại chất lượng năm " + year()));
            var draft = around.own("", "minutes", title, made.on()).heading("I. Thời gian, thành phần");
            draft.say("Thời gian: " + Around.day(made.on()) + ".");
            attendance(draft, met);
            draft.say("Chủ trì: đồng chí %s. Thư ký: đồng chí %s."
                    .formatted(met.attendance().chair(), met.attendance().secretary()));
            draft.heading("II. Nội dung, ý kiến thảo luận").add(new Part.Lines(6));
            draft.heading("III. Kết quả biểu quyết và mức đề nghị đối với đảng viên")
                    .add(votes(met));
            reasons(draft, met);
            own(draft, "IV. Mức đề nghị đối với chi bộ", met);
            draft.say("Biên bản lập xong và được đọc lại trước hội nghị.").note(SAMPLE.formatted("biên bản"));
            return draft.signedLeft(new Signature(
                            "NGƯỜI GHI BIÊN BẢN",
                            "",
                            Around.SIGN_HERE,
                            met.attendance().secretary()))
                    .signed(new Signature(
                            "CHỦ TRÌ", "", Around.SIGN_HERE, met.attendance().chair()))
                    .paper();
        });
    }

    /** The counting part alone; empty before the meeting is recorded. */
    Optional<OfficialPaper> count() {
        return met().map(made -> {
            var met = made.event();
            var title = new Title("BIÊN BẢN KIỂM PHIẾU", List.of("mức xếp loại chất lượng năm " + year()));
            var draft = around.own("", "minutes", title, made.on());
            draft.say("Hội nghị: " + Around.day(made.on()) + ".");
            attendance(draft, met);
            draft.add(new Part.Field("Tổ kiểm phiếu", ""));
            draft.heading("I. Kết quả đối với đảng viên").add(votes(met));
            own(draft, "II. Kết quả đối với chi bộ", met);
            draft.say("Biên bản lập xong và được đọc lại trước hội nghị.")
                    .note(SAMPLE.formatted("biên bản kiểm phiếu"));
            return draft.signedLeft(new Signature(
                            "CHỦ TRÌ", "", Around.SIGN_HERE, met.attendance().chair()))
                    .signed(new Signature("T/M TỔ KIỂM PHIẾU", "", Around.SIGN_HERE, ""))
                    .paper();
        });
    }

    private static void attendance(Draft draft, CellMet met) {
        var at = met.attendance();
        draft.say("Tổng số đảng viên chính thức: %d; có mặt: %d; vắng mặt: %d. Đảng viên dự bị không biểu quyết."
                .formatted(at.base(), at.present(), at.base() - at.present()));
    }

    private Part.Table votes(CellMet met) {
        var levels = around.levels(memberKind());
        var rows = new ArrayList<Row>();
        for (var line : met.lines()) {
            var member = around.place().roll().get(line.person());
            rows.add(row(
                    String.valueOf(rows.size() + 1),
                    member == null ? "" : member.fullName(),
                    levels,
                    around.place().kindOf(line.person()),
                    line.proposal(),
                    met));
        }
        return table(levels, rows);
    }

    private static Part.Table table(List<Level> levels, List<Row> rows) {
        var heads = levels.stream().map(level -> level.label().vi()).toList();
        return new Part.Table(columns(heads, List.of("Không hợp lệ", "Mức đề nghị")), rows);
    }

    private Row row(String number, String name, List<Level> levels, String kind, Proposal proposal, CellMet met) {
        var cells = new ArrayList<>(List.of(number, name));
        levels.forEach(level ->
                cells.add(share(votes(proposal, level.code()), met.attendance().base())));
        cells.add(String.valueOf(proposal.invalid()));
        cells.add(around.outcome(kind, proposal.outcome()));
        return new Row(cells, false);
    }

    private static int votes(Proposal proposal, String level) {
        return proposal.votes().stream()
                .filter(votes -> votes.level().equals(level))
                .mapToInt(Votes::number)
                .sum();
    }

    private static String share(int votes, int base) {
        return votes == 0 || base == 0
                ? String.valueOf(votes)
                : String.format(Locale.forLanguageTag("vi"), "%d (%.1f %%)", votes, 100.0 * votes / base);
    }

    private void reasons(Draft draft, CellMet met) {
        for (var line : met.lines()) {
            var because = line.proposal().because();
            var member = around.place().roll().get(line.person());
            if (because != null && member != null) {
                draft.say("Lý do đề nghị đối với đồng chí %s: %s".formatted(member.fullName(), because));
            }
        }
    }

    private void own(Draft draft, String heading, CellMet met) {
        var levels = around.levels(around.place().kind());
        var name = around.place().organization().name();
        draft.heading(heading)
                .add(table(levels, List.of(row("1", name, levels, around.place().kind(), met.own(), met))));
    }
}
