package vn.nentang.review.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.paper.OfficialPaper.Title;
import vn.nentang.paper.Part;
import vn.nentang.paper.Part.Align;
import vn.nentang.paper.Part.Column;
import vn.nentang.paper.Part.Row;
import vn.nentang.review.round.Dossier;

/** The list of the dossier (form 04): the nine items of the article, with what the program holds of each. */
final class DossierList {

    private static final String ITEMS = "review-dossier";
    private static final String FORM = "04";

    private final Around around;
    private final Dossier dossier;

    DossierList(Around around) {
        this.around = around;
        this.dossier = around.place().dossier();
    }

    OfficialPaper paper() {
        var place = around.place();
        var title = new Title(
                "DANH MỤC HỒ SƠ",
                List.of("kiểm điểm, đánh giá, xếp loại chất lượng năm %d của %s"
                        .formatted(place.year(), place.organization().name())));
        var rows = new ArrayList<Row>();
        for (var item : around.codes(ITEMS)) {
            rows.add(Row.of(String.valueOf(rows.size() + 1), item.label().vi(), found(item.code()), ""));
        }
        return around.own(around.formOf(FORM), "", title, dossier.stageOn())
                .add(new Part.Table(
                        List.of(
                                new Column("TT", 1, Align.CENTRE),
                                new Column("Tài liệu", 8, Align.LEFT),
                                new Column("Đã ghi trên phần mềm", 5, Align.LEFT),
                                new Column("Ghi chú", 3, Align.LEFT)),
                        rows))
                .signed(around.signedBySelf())
                .paper();
    }

    /** Empty for what is kept on paper alone. */
    private String found(String item) {
        return switch (item) {
            case "self-reviews" -> "Tập thể: %d; cá nhân: %d".formatted(dossier.own() == null ? 0 : 1, selfReviews());
            case "residence" -> counted(remarks());
            case "minutes" ->
                dossier.meeting() == null
                        ? ""
                        : "Họp "
                                + Around.day(Objects.requireNonNull(dossier.meeting())
                                        .on());
            case "appraisal" -> counted(dossier.appraisers().size());
            case "conclusion" ->
                around.place().outcome() == null
                        ? ""
                        : around.outcome(
                                around.place().kind(),
                                Objects.requireNonNull(around.place().outcome()));
            case "complaints" -> counted(objections());
            default -> "";
        };
    }

    private static String counted(long number) {
        return number == 0 ? "" : String.valueOf(number);
    }

    private long selfReviews() {
        return dossier.files().values().stream()
                .filter(file -> file.selfReview() != null)
                .count();
    }

    private long remarks() {
        return dossier.files().values().stream()
                .flatMap(file -> file.remarks().values().stream())
                .filter(made -> made.event().isGiven())
                .count();
    }

    private long objections() {
        return dossier.files().values().stream()
                .filter(file -> file.objection() != null)
                .count();
    }
}
