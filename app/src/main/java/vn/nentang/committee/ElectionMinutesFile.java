package vn.nentang.committee;

import java.util.ArrayList;
import java.util.List;
import vn.nentang.paper.OfficialPaper;
import vn.nentang.paper.OfficialPaper.Draft;
import vn.nentang.paper.OfficialPaper.Head;
import vn.nentang.paper.OfficialPaper.Signature;
import vn.nentang.paper.OfficialPaper.Title;
import vn.nentang.paper.Part;
import vn.nentang.paper.Part.Align;
import vn.nentang.paper.Part.Column;
import vn.nentang.paper.Part.Row;

/** The counting minutes as a paper an office can print, sign and keep. */
public final class ElectionMinutesFile {

    /** Of the columns' widths, in their order. */
    private static final List<Integer> WEIGHTS = List.of(2, 8, 3, 4, 4, 3, 6);

    private static final int NAMES = 1;

    private ElectionMinutesFile() {}

    public static OfficialPaper paper(ElectionMinutes minutes) {
        var head = new Head("", minutes.above(), minutes.issuer(), "", minutes.placeAndDate());
        var draft = new Draft(
                minutes.format(), minutes.on(), head, new Title(minutes.title(), List.of(minutes.subtitle())));
        minutes.before().forEach(draft::say);
        draft.add(table(minutes.rows()));
        minutes.after().forEach(draft::say);
        return draft.signedLeft(signature(minutes.chairTitle(), minutes.chair()))
                .signed(signature(minutes.boardTitle(), minutes.boardHead()))
                .paper();
    }

    private static Signature signature(String capacity, String name) {
        return new Signature(capacity, "", ElectionMinutes.SIGN_HERE, name);
    }

    private static Part.Table table(List<ElectionMinutes.Row> rows) {
        var heads = ElectionMinutes.COLUMNS;
        var columns = new ArrayList<Column>();
        for (int i = 0; i < heads.size(); i++) {
            columns.add(new Column(heads.get(i), WEIGHTS.get(i), i == NAMES ? Align.LEFT : Align.CENTRE));
        }
        return new Part.Table(
                columns, rows.stream().map(ElectionMinutesFile::row).toList());
    }

    private static Row row(ElectionMinutes.Row row) {
        return Row.of(
                String.valueOf(row.number()),
                row.name(),
                String.valueOf(row.agree()),
                String.valueOf(row.disagree()),
                String.valueOf(row.voided()),
                row.share(),
                row.result());
    }
}
