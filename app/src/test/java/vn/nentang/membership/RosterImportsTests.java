package vn.nentang.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;
import static vn.nentang.simulation.Acts.refusals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.RosterImports.Rows;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

final class RosterImportsTests {

    private static final Path ROSTERS = Path.of("..", "..", "shared", "data", "rosters");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 15);
    private static final String FOUNDED = "2015-01-01";
    private static final String HEADER =
            "STT,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Số căn cước công dân,Số thẻ đảng viên,Ngày vào Đảng,Ngày chính thức,Tình trạng,Ngày chuyển đi hoặc miễn,Chi bộ";

    @TempDir
    Path folder;

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final RosterImports imports =
            new RosterImports(world.base.ledger, world.organizations, World.RULEBOOK, world.base.sql);
    private final OrganizationId body = acts.found("Đảng bộ Trung đoàn 997", "grassroots-body", null, FOUNDED);
    private final List<OrganizationId> cells = new ArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    private OrganizationId cell(String name) {
        var cell = acts.found(name, "cell", body, FOUNDED);
        cells.add(cell);
        return cell;
    }

    private Path list(String... rows) throws IOException {
        var numbered = new ArrayList<>(List.of(HEADER));
        for (var row : rows) {
            numbered.add(numbered.size() + "," + row);
        }
        return Files.writeString(folder.resolve("ds.csv"), String.join("\r\n", numbered) + "\r\n");
    }

    private Answer take(Command command, Path file, Rows rows) throws IOException {
        return imports.record(command, file, "ds.csv", body, AS_OF, rows, Acts.PAPER);
    }

    private List<RosterLine> roster() {
        return world.rosters.of(cells, AS_OF);
    }

    private RosterImports.Imported imported() {
        return imports.list(body::equals, 10).getFirst();
    }

    private static final String GOOD =
            "Lò Văn An,Nam,05/10/1962,Thái,011062000001,011000000001,19/05/1990,19/05/1991,Chính thức,,Chi bộ 1";
    private static final String BAD =
            "Quàng Thị Bình,Nữ,31/02/1975,Thái,011175000002,011000000002,03/02/2000,03/02/2001,Chính thức,,Chi bộ 1";

    @Test
    void a_list_with_an_error_is_taken_whole_or_not_at_all() throws IOException {
        cell("Chi bộ 1");
        var before = world.digests();

        assertThat(refusals(take(TestLedger.command("x"), list(GOOD, BAD), Rows.ALL)))
                .containsExactly("rows-have-errors");
        assertThat(world.digests()).isEqualTo(before);

        recorded(take(TestLedger.command("x"), list(GOOD), Rows.ALL));
        assertThat(roster()).extracting(RosterLine::fullName).containsExactly("Lò Văn An");
    }

    @Test
    void the_good_rows_can_be_taken_and_the_others_left() throws IOException {
        cell("Chi bộ 1");

        recorded(take(TestLedger.command("x"), list(GOOD, BAD), Rows.GOOD));

        assertThat(roster()).extracting(RosterLine::fullName).containsExactly("Lò Văn An");
        assertThat(imported())
                .extracting(
                        RosterImports.Imported::taken, RosterImports.Imported::leftOut, RosterImports.Imported::author)
                .containsExactly(1, 1, "tester");
        assertThat(refusals(take(TestLedger.command("y"), list(BAD), Rows.GOOD)))
                .containsExactly("no-row-to-take");
    }

    @Test // 38-HD/BTCTW 2025, Phiếu đảng viên
    void further_columns_fill_the_boxes_of_the_form_and_what_they_garble_keeps_nobody_out() throws IOException {
        cell("Chi bộ 1");
        var file = Files.writeString(folder.resolve("ds.csv"), """
                Họ và tên,Giới tính,Ngày sinh,Ngày vào Đảng,Ngày chính thức,Tỉnh (quê quán),Xã (quê quán),Tôn giáo,\
                Trình độ LLCT,Ngày nhập ngũ,Họ tên vợ (chồng),Nghề nghiệp của vợ,Văn hóa,Chi bộ
                Lò Văn An,Nam,05/10/1962,19/05/1990,19/05/1991,Lai Châu,Nậm Tăm,không,\
                trung cấp,3/1984,Lò Thị Én,Giáo viên,10/10,Chi bộ 1
                Quàng Văn Bình,Nam,06/10/1962,19/05/1990,19/05/1991,,Bản Bo,Mường,Rất cao,31/02/1984,,,,Chi bộ 1
                """);

        recorded(take(TestLedger.command("x"), file, Rows.ALL));

        var roster = roster();
        assertThat(form(roster.getFirst()))
                .containsEntry("native-place", "Nậm Tăm, Lai Châu")
                .containsEntry("religion", "0")
                .containsEntry("political-theory", "intermediate")
                .containsEntry("enlisted-on", "1984-03")
                .containsEntry("general-education", "upper-secondary")
                .doesNotContainKey("occupation");
        assertThat(form(roster.getLast())).containsOnlyKeys("full-name", "sex", "birth-date", "native-place");
    }

    private Map<String, String> form(RosterLine line) {
        return MembershipRegister.fold(world.base.ledger.history(line.person().subject()))
                .factsOn(AS_OF);
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_and_nothing_recorded() throws IOException {
        cell("Chi bộ 1");
        var before = world.base.ledger.size();
        for (var name : List.of("g11-bi-cat-cut.xlsx", "g12-rong.xlsx")) {
            var answer = take(TestLedger.command(name), ROSTERS.resolve(name), Rows.GOOD);
            assertThat(refusals(answer)).containsExactly("file-refused");
        }
        assertThat(world.base.ledger.size()).isEqualTo(before);
    }

    @Test
    void a_command_sent_twice_takes_the_list_once() throws IOException {
        cell("Chi bộ 1");
        var command = TestLedger.command("x");
        var first = take(command, list(GOOD), Rows.ALL);
        var size = world.base.ledger.size();

        assertThat(take(command, list(GOOD), Rows.ALL)).isEqualTo(first);
        assertThat(world.base.ledger.size()).isEqualTo(size);
        assertThat(imports.list(body::equals, 10)).hasSize(1);
    }

    @Test
    void a_list_taken_back_leaves_the_registers_as_before() throws IOException {
        cell("Chi bộ 1");
        acts.member("Ở Trước", cells.getFirst(), "2020-01-01");
        var before = world.digests();
        var command = TestLedger.command("x");
        recorded(take(command, list(GOOD), Rows.ALL));
        assertThat(roster()).hasSize(2);

        recorded(imports.undo(TestLedger.command("undo"), command.id(), "Nhầm tệp"));

        var after = world.digests();
        List.of("roster_import", "cursor").forEach(table -> {
            before.remove(table);
            after.remove(table);
        });
        assertThat(after).isEqualTo(before);
        assertThat(imported().undoneBecause()).isEqualTo("Nhầm tệp");
        assertThat(refusals(imports.undo(TestLedger.command("again"), command.id(), "x")))
                .containsExactly("list-not-taken-over");
        assertThat(refusals(imports.undo(TestLedger.command("none"), UUID.randomUUID(), "x")))
                .containsExactly("list-not-taken-over");
        recorded(take(TestLedger.command("anew"), list(GOOD), Rows.ALL));
        assertThat(roster()).hasSize(2);
    }

    @Test
    void a_list_on_which_later_acts_rest_is_not_taken_back() throws IOException {
        cell("Chi bộ 1");
        var command = TestLedger.command("x");
        recorded(take(command, list(GOOD), Rows.ALL));
        var person = roster().getFirst().person();
        var later = acts.act(new MembershipEvent.Exempted(person), "2026-11-20");

        assertThat(refusals(imports.undo(TestLedger.command("undo"), command.id(), "Nhầm")))
                .containsExactly("later-acts-rest-on-it");

        world.base.ledger.carryOut(
                TestLedger.command("mend"),
                () -> Decision.record(world.base.ledger.withdrawal(
                        world.base.ledger.find(later).orElseThrow(), "nhầm người")));
        recorded(imports.undo(TestLedger.command("undo"), command.id(), "Nhầm"));
        assertThat(roster()).isEmpty();
    }

    @Test
    void the_same_list_again_makes_nobody_twice_and_takes_over_new_facts() throws IOException {
        cell("Chi bộ 1");
        recorded(take(TestLedger.command("x"), list(GOOD), Rows.ALL));
        recorded(take(TestLedger.command("y"), list(GOOD), Rows.ALL));
        assertThat(roster()).hasSize(1);

        recorded(take(TestLedger.command("z"), list(GOOD.replace("05/10/1962", "06/10/1962")), Rows.ALL));

        assertThat(roster())
                .extracting(RosterLine::fullName, RosterLine::birth)
                .containsExactly(tuple("Lò Văn An", PartialDate.parse("1962-10-06")));
    }

    @Test
    void who_is_known_by_card_is_the_same_and_who_is_known_by_name_and_birth_is_left_to_a_person() throws IOException {
        cell("Chi bộ 1");
        recorded(take(TestLedger.command("x"), list(GOOD), Rows.ALL));

        recorded(take(TestLedger.command("y"), list(GOOD.replace("011062000001", "")), Rows.GOOD));
        assertThat(imported().taken()).isOne();
        assertThat(roster()).hasSize(1);

        var nameOnly = GOOD.replace("011062000001", "").replace("011000000001", "");
        assertThat(refusals(take(TestLedger.command("z"), list(nameOnly), Rows.GOOD)))
                .containsExactly("no-row-to-take");
        assertThat(roster()).hasSize(1);
    }

    @Test
    void who_is_known_in_another_cell_is_left_to_a_person() throws IOException {
        cell("Chi bộ 1");
        cell("Chi bộ 2");
        recorded(take(TestLedger.command("x"), list(GOOD), Rows.ALL));

        var moved = GOOD.replace("Chi bộ 1", "Chi bộ 2");

        assertThat(refusals(take(TestLedger.command("y"), list(moved), Rows.GOOD)))
                .containsExactly("no-row-to-take");
        assertThat(roster()).extracting(RosterLine::cell).containsExactly(cells.getFirst());
    }

    @Test
    void partial_dates_stay_partial_and_standings_are_kept() throws IOException {
        cell("Chi bộ 1");
        recorded(take(
                TestLedger.command("x"),
                list(
                        "Lò Văn An,Nam,1962,Thái,,,10/1990,1991,Chính thức,,Chi bộ 1",
                        "Lò Văn Bình,Nam,10/1950,Thái,,,03/02/1975,03/02/1976,Miễn công tác và sinh hoạt,01/03/2020,Chi bộ 1",
                        "Lò Văn Chiến,Nam,03/02/1970,Thái,,,03/02/2000,03/02/2001,Sinh hoạt tạm thời,,Chi bộ 1",
                        "Lò Văn Dũng,Nam,03/02/1980,Thái,,,03/02/2010,03/02/2011,Đã chuyển đi,05/06/2026,Chi bộ 1",
                        "Lò Văn Én,Nam,03/02/2000,Thái,,,03/02/2026,,Dự bị,,Chi bộ 1"),
                Rows.GOOD));

        assertThat(roster())
                .extracting(RosterLine::fullName, RosterLine::standing, RosterLine::birth, RosterLine::admittedOn)
                .containsExactly(
                        tuple("Lò Văn An", Standing.FULL, date("1962"), date("1990-10")),
                        tuple("Lò Văn Bình", Standing.EXEMPT, date("1950-10"), date("1975-02-03")),
                        tuple("Lò Văn Chiến", Standing.TEMPORARY, date("1970-02-03"), date("2000-02-03")),
                        tuple("Lò Văn Én", Standing.PROBATIONARY, date("2000-02-03"), date("2026-02-03")));
        assertThat(world.base.sql.sql("""
                                SELECT m.left_by FROM register.membership m JOIN register.person p USING (person_id)
                                 WHERE p.full_name = 'Lò Văn Dũng' AND m.valid @> '2026-06-05'::date
                                """).query(String.class).list()).containsExactly("not-told");
    }

    private static PartialDate date(String iso) {
        return PartialDate.parse(iso);
    }

    @Test
    void a_given_roster_is_read_back_as_its_expected_file_says() throws IOException {
        var expected = JsonMapper.shared()
                .readTree(Files.readString(ROSTERS.resolve("g02-trung-doan-12-chi-bo.expected.json")));
        expected.path("context").path("cells").forEach(name -> cell(name.stringValue()));
        var names = new HashMap<OrganizationId, String>();
        world.organizations.treeOn(AS_OF).all().forEach(o -> names.put(o.id(), o.name()));

        recorded(take(TestLedger.command("g02"), ROSTERS.resolve("g02-trung-doan-12-chi-bo.xlsx"), Rows.GOOD));

        var left = new ArrayList<>(roster());
        for (var row : expected.path("rows")) {
            var record = row.path("record");
            var isTaken = row.path("outcome").asString("").equals("record")
                    && !record.path("standing").asString("").equals("left");
            var line = left.stream()
                    .filter(l -> VietnameseText.folded(l.fullName())
                            .equals(VietnameseText.folded(
                                    record.path("fullName").asString(""))))
                    .filter(l -> describe(l, names.get(l.cell()), record).equals(describe(record)))
                    .findFirst();
            line.ifPresent(left::remove);
            assertThat(line.isPresent() || !isTaken).as("row %s", row).isTrue();
        }
        assertThat(left).as("nobody else was recorded").isEmpty();
    }

    /** What the expected file tells of a row, field by field. */
    private static List<String> describe(JsonNode record) {
        var told = new ArrayList<String>();
        for (var field : List.of("citizenId", "ethnicity", "standing")) {
            if (record.has(field)) {
                told.add(field + " " + record.path(field).asString("-"));
            }
        }
        for (var field : List.of("birth", "admittedOn", "recognisedOn")) {
            if (record.has(field)) {
                told.add(field + " " + partial(record.path(field)));
            }
        }
        told.add("cell " + record.path("cell").asString(""));
        return told;
    }

    private static @Nullable PartialDate partial(JsonNode date) {
        return date.isObject()
                ? new PartialDate(date.path("year").intValue(), number(date.path("month")), number(date.path("day")))
                : null;
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isNumber() ? node.intValue() : null;
    }

    /** The same of a line of the roster, for the fields the expected file tells. */
    private static List<String> describe(RosterLine line, @Nullable String cell, JsonNode wanted) {
        var told = new ArrayList<String>();
        tell(told, wanted, "citizenId", line.citizenId() == null ? "-" : line.citizenId());
        tell(told, wanted, "ethnicity", line.ethnicity() == null ? "-" : line.ethnicity());
        tell(told, wanted, "standing", line.standing().code());
        tell(told, wanted, "birth", line.birth());
        tell(told, wanted, "admittedOn", line.admittedOn());
        tell(told, wanted, "recognisedOn", line.recognisedOn());
        told.add("cell " + cell);
        return told;
    }

    private static void tell(List<String> told, JsonNode wanted, String field, @Nullable Object value) {
        if (wanted.has(field)) {
            told.add(field + " " + value);
        }
    }

    @Test
    void persons_and_cells_of_one_list_have_the_same_ids_wherever_it_is_taken() throws IOException {
        cell("Chi bộ 1");
        var command = TestLedger.command("x");
        recorded(take(command, list(GOOD), Rows.ALL));

        assertThat(roster().getFirst().person())
                .isEqualTo(new PersonId(
                        UUID.nameUUIDFromBytes((command.id() + "/null/2").getBytes(StandardCharsets.UTF_8))));
        assertThat(imported().asOf()).isEqualTo(day("2026-11-15"));
    }
}
