package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.RosterImports;
import vn.nentang.membership.RosterImports.Rows;
import vn.nentang.membership.RosterLine;
import vn.nentang.review.ReviewRecording.Choice;
import vn.nentang.review.ReviewRecording.Matched;
import vn.nentang.review.workbook.ReviewSheetResult;
import vn.nentang.review.workbook.ReviewWorkbookCheck;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

/** A regiment's review of 2025, recorded over the roster of the same regiment. */
final class ReviewRecordingTests {

    private static final Path DATA = Path.of("..", "..", "shared", "data");

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final OrganizationId body = acts.found("Đảng bộ Trung đoàn 997", "grassroots-body", null, "2015-01-01");
    private final ReviewRecording recording = new ReviewRecording(world.reviewDesk, world.rosters, world.organizations);

    @BeforeEach
    void importRoster() throws IOException {
        var rosters = DATA.resolve("rosters");
        var expected = JsonMapper.shared()
                .readTree(Files.readString(rosters.resolve("g02-trung-doan-12-chi-bo.expected.json")));
        for (var cell : expected.path("context").path("cells")) {
            acts.found(cell.stringValue(), "cell", body, "2015-01-01");
        }
        var imports = new RosterImports(world.base.ledger, world.organizations, World.RULEBOOK, world.base.sql);
        recorded(imports.record(
                TestLedger.command("g02"),
                rosters.resolve("g02-trung-doan-12-chi-bo.xlsx"),
                "g02.xlsx",
                body,
                day("2025-12-31"),
                Rows.GOOD,
                Acts.PAPER));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static ReviewSheetResult workbook() throws IOException {
        var outcome = ReviewWorkbookCheck.check(
                DATA.resolve("reviews").resolve("review-2025-given.xlsx"), 2025, World.RULEBOOK);
        return ((ReviewWorkbookCheck.Outcome.Checked) outcome).result();
    }

    @Test
    void most_lines_find_their_member_and_the_others_are_named() throws IOException {
        var matched = recording.match(workbook(), body);

        var found = matched.stream().flatMap(m -> Stream.ofNullable(m.member())).toList();
        assertThat(matched).hasSize(265);
        assertThat(found)
                .as("all whose row in the roster had no error on that day")
                .hasSize(229);
        assertThat(found.stream().map(RosterLine::person).distinct()).hasSameSizeAs(found);
        for (var one : matched) {
            var member = one.member();
            if (member != null && member.cardNumber() != null && one.line().cardNumber() != null) {
                assertThat(member.cardNumber()).isEqualTo(one.line().cardNumber());
            }
        }
    }

    @Test // 366-QĐ/TW 2025-08-30 Điều 11
    void gaps_need_a_decision_and_nothing_is_recorded_until_all_are_filled() throws IOException {
        var size = world.base.ledger.size();
        var answer =
                recording.record(TestLedger.command("x"), workbook(), body, Map.of(), day("2025-12-25"), Acts.PAPER);

        var reasons = ((Answer.Refused) answer).reasons();
        assertThat(reasons.stream().collect(Collectors.groupingBy(Refusal::code, Collectors.counting())))
                .containsOnlyKeys("line-matches-nobody", "line-needs-a-decision");
        assertThat(reasons)
                .allMatch(r -> r.facts().containsKey("row")
                        && !r.facts().getOrDefault("name", "").isEmpty());
        assertThat(world.base.ledger.size()).isEqualTo(size);
    }

    @Test // 366-QĐ/TW 2025-08-30 Điều 11
    void the_lines_that_match_are_recorded_with_the_levels_chosen_for_the_gaps() throws IOException {
        var whole = workbook();
        var known = recording.match(whole, body).stream()
                .filter(m -> m.member() != null)
                .map(Matched::line)
                .toList();
        var choices = new HashMap<Integer, Choice>();
        for (var line : known) {
            if (!(line.classification() instanceof Classification.Level)
                    && !(line.classification() instanceof Classification.NotClassified)) {
                choices.put(line.row(), new Choice("HTN", "Chi bộ đề nghị, đảng ủy quyết định"));
            }
        }
        var part = new ReviewSheetResult(
                whole.file(),
                whole.organization(),
                whole.year(),
                whole.rules(),
                whole.regime(),
                whole.tables(),
                whole.cells(),
                known,
                whole.remarks());

        recorded(recording.record(TestLedger.command("x"), part, body, choices, day("2025-12-25"), Acts.PAPER));

        var wanted = known.stream()
                .map(line -> line.classification() instanceof Classification.Level level
                        ? level.code()
                        : line.classification() instanceof Classification.NotClassified not ? not.reason() : "HTN")
                .collect(Collectors.groupingBy(code -> code, Collectors.summingInt(_ -> 1)));
        var tally = new Reviewing(world)
                .reports()
                .of(body, 2025)
                .orElseThrow()
                .total()
                .members();
        var counted = new HashMap<String, Integer>(tally.levels());
        counted.putAll(tally.notClassified());
        assertThat(choices).isNotEmpty();
        assertThat(counted).isEqualTo(wanted);
        assertThat(new Reviewing(world).results().members(2025, List.copyOf(world.everywhere(day("2025-12-31")))))
                .filteredOn(r -> "Chi bộ đề nghị, đảng ủy quyết định".equals(r.because()))
                .hasSameSizeAs(choices.keySet());
    }
}
