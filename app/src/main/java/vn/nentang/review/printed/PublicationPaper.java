package vn.nentang.review.printed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.paper.OfficialPaper.Draft;
import vn.nentang.paper.OfficialPaper.Title;
import vn.nentang.paper.Part;
import vn.nentang.paper.Part.Align;
import vn.nentang.paper.Part.Column;
import vn.nentang.paper.Part.Manner;
import vn.nentang.paper.Part.Paragraph;
import vn.nentang.paper.Part.Row;

/** The notice by which a committee makes public what it decided of a year: how many on each level, and the two lists. */
final class PublicationPaper {

    private final Around around;

    PublicationPaper(Around around) {
        this.around = around;
    }

    /** One line of a list. */
    record Line(String name, String of, String outcome, String note) {}

    /** The two lists, either of them empty where nothing of its kind was decided. */
    record Lists(List<Line> organizations, List<Line> members) {
        Lists {
            organizations = List.copyOf(organizations);
            members = List.copyOf(members);
        }
    }

    /** @param on the day it was made public; null before that, with dots for day and number */
    OfficialPaper paper(Lists lists, @Nullable LocalDate on, @Nullable Paper paper) {
        var place = around.place();
        var year = String.valueOf(place.year());
        var title = new Title(
                "THÔNG BÁO", List.of("kết quả đánh giá, xếp loại chất lượng", "tổ chức đảng, đảng viên năm " + year));
        var draft = around.published(title, on, paper);
        grounds(draft);
        draft.say("%s thông báo công khai kết quả đánh giá, xếp loại chất lượng năm %s như sau:"
                .formatted(Around.committee(place.organization()), year));
        count("Tổ chức đảng", lists.organizations(), draft);
        count("Đảng viên", lists.members(), draft);
        draft.say("Danh sách kèm theo Thông báo này.");
        draft.signed(around.signedBy(place.organization()))
                .sentTo("Các tổ chức đảng trực thuộc", "Các đồng chí có tên trong danh sách", "Lưu Văn phòng");
        return draft.annex(annex(lists)).paper();
    }

    private void grounds(Draft draft) {
        var regime = around.place().regime();
        var own = Stream.of(regime.regime().source().instrument());
        var guidance = regime.guidance().map(one -> one.instrument()).stream();
        draft.say(Stream.concat(own, guidance)
                .map(DecisionPapers::inWords)
                .collect(Collectors.joining("; ", "Căn cứ ", ";")));
    }

    /** Levels from the highest down, then the reasons for none. */
    private void count(String whom, List<Line> lines, Draft draft) {
        if (lines.isEmpty()) {
            return;
        }
        var numbers = new LinkedHashMap<String, Integer>();
        around.place().regime().regime().ladders().stream()
                .flatMap(ladder -> ladder.descending().stream())
                .forEach(level -> numbers.put(level.label().vi(), 0));
        lines.forEach(line -> numbers.merge(line.outcome(), 1, Integer::sum));
        numbers.values().removeIf(number -> number == 0);
        draft.say(numbers.entrySet().stream()
                .map(one -> "%s: %d".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining("; ", "%s: %d. ".formatted(whom, lines.size()), ".")));
    }

    private List<Part> annex(Lists lists) {
        var parts = new ArrayList<Part>();
        parts.add(new Paragraph("DANH SÁCH", Manner.CENTRED));
        parts.add(new Paragraph(
                "xếp loại chất lượng năm %d (kèm theo Thông báo)"
                        .formatted(around.place().year()),
                Manner.CENTRED));
        table("Tổ chức đảng", lists.organizations(), parts);
        table("Đảng viên", lists.members(), parts);
        return parts;
    }

    private static void table(String heading, List<Line> lines, List<Part> parts) {
        if (lines.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Row>();
        lines.forEach(line ->
                rows.add(Row.of(String.valueOf(rows.size() + 1), line.name(), line.of(), line.outcome(), line.note())));
        parts.add(new Paragraph(heading, Manner.CENTRED));
        parts.add(new Part.Table(
                List.of(
                        new Column("TT", 1, Align.CENTRE),
                        new Column("Họ và tên, tổ chức", 5, Align.LEFT),
                        new Column("Thuộc", 5, Align.LEFT),
                        new Column("Mức xếp loại", 4, Align.CENTRE),
                        new Column("Ghi chú", 3, Align.LEFT)),
                rows));
    }
}
