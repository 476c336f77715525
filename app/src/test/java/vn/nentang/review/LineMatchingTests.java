package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.review.ReviewRecording.Choice;
import vn.nentang.review.ReviewRecording.Matched;
import vn.nentang.review.ReviewRecording.Request;
import vn.nentang.review.ReviewRecording.Wanted;
import vn.nentang.review.workbook.ReviewSheetResult;
import vn.nentang.review.workbook.ReviewWorkbookCheck;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

/** Which member a line of a workbook is, and when nobody. */
final class LineMatchingTests {

    private static final String HEADER = "STT;Họ và tên;Số thẻ đảng;Ngày sinh;Chi bộ;Đối tượng;Nhóm tiêu chí chung;"
            + "Kết quả thực hiện nhiệm vụ (điểm);% nhiệm vụ hoàn thành;% đúng tiến độ;% vượt mức;Chất lượng\n";
    private static final String GOOD = ";PL4;25;55;100;100;0;x\n";

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final OrganizationId body = acts.found("Đảng bộ Mẫu", "grassroots-body", null, "2015-01-01");
    private final OrganizationId one = acts.found("Chi bộ Một", "cell", body, "2015-01-01");
    private final OrganizationId two = acts.found("Chi bộ Hai", "cell", body, "2015-01-01");
    private final PersonId hoa = acts.member("Lò Thị Hoà", one, "2016-01-01");
    private final ReviewRecording recording =
            new ReviewRecording(world.reviewDesk, world.rosters, world.organizations, new Reviewing(world).results());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    private ReviewSheetResult workbook(String... rows) throws IOException {
        var text = new StringBuilder(HEADER);
        for (var i = 0; i < rows.length; i++) {
            text.append(i + 1).append(';').append(rows[i]).append(GOOD);
        }
        var file = folder.resolve("bang.csv");
        Files.writeString(file, text);
        return ((ReviewWorkbookCheck.Outcome.Checked) ReviewWorkbookCheck.check(file, 2025, World.RULEBOOK)).result();
    }

    private List<String> outcomes(String... rows) throws IOException {
        var outcomes = new ArrayList<String>();
        for (var matched : recording.match(workbook(rows), body)) {
            outcomes.add(outcome(matched));
        }
        return outcomes;
    }

    private static String outcome(Matched matched) {
        var why = matched.why();
        var member = matched.member();
        return why != null ? why.code() : member == null ? "" : member.fullName();
    }

    @Test
    void accents_count_and_their_place_on_the_syllable_does_not() throws IOException {
        assertThat(outcomes("Lò Thị Hòa;;;Chi bộ Một")).containsExactly("Lò Thị Hoà");
        assertThat(outcomes("LÒ THỊ HÒA;;;chi bộ một")).containsExactly("Lò Thị Hoà");
        assertThat(outcomes("Lò Thị Hoa;;;Chi bộ Một")).containsExactly("line-matches-nobody");
    }

    @Test
    void two_lines_about_one_person_are_both_left_without_a_member() throws IOException {
        assertThat(outcomes("Lò Thị Hòa;;;Chi bộ Một", "Lò Thị Hoà;;;Chi bộ Một"))
                .containsExactly("line-named-twice", "line-named-twice");
    }

    @Test
    void who_moved_within_the_year_is_found_where_the_roll_of_its_end_has_them() throws IOException {
        acts.act(new MembershipEvent.Transferred(hoa, two), "2025-06-01");
        assertThat(outcomes("Lò Thị Hòa;;;Chi bộ Hai")).containsExactly("Lò Thị Hoà");
        assertThat(outcomes("Lò Thị Hòa;;;Chi bộ Một")).containsExactly("line-in-another-cell");

        var planned = recording.plan(
                Wanted.asAllowed(workbook("Lò Thị Hòa;;;Chi bộ Một"), body, day("2025-12-25"), Acts.PAPER));
        assertThat(planned.getFirst().against())
                .extracting(Refusal::facts)
                .containsExactly(Map.of("row", "2", "name", "Lò Thị Hòa", "cell", "Chi bộ Hai"));
    }

    @Test
    void a_card_number_finds_its_holder_in_any_cell_and_nobody_of_another_name() throws IOException {
        acts.act(
                new MembershipEvent.FactsRecorded(hoa, List.of(new Fact(Fact.CARD_NUMBER, "012345678912"))),
                "2020-01-01");
        assertThat(outcomes("Lò Thị Hòa;012345678912;;Chi bộ Hai")).containsExactly("Lò Thị Hoà");
        assertThat(outcomes("Lò Văn Khác;012345678912;;Chi bộ Một")).containsExactly("line-card-of-another");
        assertThat(outcomes("Lò Thị Hòa;999999999999;;Chi bộ Một")).containsExactly("line-contradicts-roll");
    }

    @Test
    void two_of_one_name_need_something_more() throws IOException {
        acts.member("Lò Thị Hoà", one, "2017-01-01");
        assertThat(outcomes("Lò Thị Hòa;;;Chi bộ Một")).containsExactly("line-matches-several");
    }

    @Test
    void lines_without_a_member_are_left_out_only_when_that_is_said() throws IOException {
        var result = workbook("Lò Thị Hòa;;;Chi bộ Một", "Lò Văn Lạ;;;Chi bộ Một");
        var strict = Wanted.asAllowed(result, body, day("2025-12-25"), Acts.PAPER);
        assertThat(Acts.refusals(recording.record(TestLedger.command("a"), strict)))
                .containsExactly("line-matches-nobody");
        var size = world.base.ledger.size();
        var lenient = new Wanted(result, body, Map.of(), true, null, day("2025-12-25"), Acts.PAPER, null);
        recorded(recording.record(TestLedger.command("b"), lenient));
        assertThat(world.base.ledger.size()).isEqualTo(size + 1);

        var nobody = new Wanted(
                workbook("Lò Văn Lạ;;;Chi bộ Một"), body, Map.of(), true, null, day("2025-12-25"), Acts.PAPER, null);
        assertThat(Acts.refusals(recording.record(TestLedger.command("c"), nobody)))
                .containsExactly("no-line-to-record");
    }

    @Test
    void a_choice_for_a_row_that_is_not_there_is_refused() throws IOException {
        var wanted = Wanted.asAllowed(workbook("Lò Thị Hòa;;;Chi bộ Một"), body, day("2025-12-25"), Acts.PAPER)
                .with(Map.of("99", new Choice("HTN", "vì sao")));
        assertThat(Acts.refusals(recording.record(TestLedger.command("a"), wanted)))
                .containsExactly("line-unknown");
    }

    @Test
    void everything_that_changes_the_result_is_part_of_the_request() throws IOException {
        var file = folder.resolve("bang.csv");
        var wanted = Wanted.asAllowed(workbook("Lò Thị Hòa;;;Chi bộ Một"), body, day("2025-12-25"), Acts.PAPER);
        var first = TestLedger.command(Request.of(file, wanted));
        recorded(recording.record(first, wanted));
        assertThat(recording.record(first, wanted)).isInstanceOf(Answer.Recorded.class);

        var choices = Map.of("2", new Choice("HTN", "vì sao"));
        for (var other : List.of(
                Request.of(file, wanted.with(choices)),
                Request.of(file, Wanted.asAllowed(wanted.result(), body, day("2025-12-26"), Acts.PAPER)),
                Request.of(file, Wanted.asAllowed(wanted.result(), one, day("2025-12-25"), Acts.PAPER)))) {
            var same = new Command(first.id(), first.author(), other);
            assertThat(Acts.refusals(recording.record(same, wanted))).containsExactly("command-id-reused");
        }
        Files.writeString(file, HEADER + "1;Lò Thị Hòa;;;Chi bộ Một" + GOOD + "\n");
        var changed = new Command(first.id(), first.author(), Request.of(file, wanted));
        assertThat(Acts.refusals(recording.record(changed, wanted))).containsExactly("command-id-reused");
    }
}
