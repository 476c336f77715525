package vn.nentang.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.RosterExport.Format;
import vn.nentang.membership.RosterExport.Wanted;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

final class RosterExportTests {

    private static final LocalDate ON = LocalDate.of(2026, 1, 1);
    private static final String FOUNDED = "2015-01-01";

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final RosterExport export = new RosterExport(world.rosters, World.RULEBOOK);
    private final OrganizationId body = acts.found("Đảng bộ xã Mẫu", "grassroots-body", null, FOUNDED);
    private final OrganizationId first = acts.found("Chi bộ Bản Một", "cell", body, FOUNDED);
    private final OrganizationId second = acts.found("Chi bộ Bản Hai", "cell", body, FOUNDED);

    @AfterEach
    void close() {
        world.close();
    }

    private List<String> rows(@Nullable Instant knownAt, OrganizationId... cells) throws IOException {
        var tree = world.organizations.treeOn(ON);
        var out = new ByteArrayOutputStream();
        var count = export.write(new Wanted(List.of(cells), ON, knownAt, tree::path), Format.CSV, out, (_, _) -> {});
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(count).isEqualTo(lines.size() - 1);
        return lines.subList(1, lines.size());
    }

    private void visits(PersonId person, OrganizationId cell) {
        acts.act(new MembershipEvent.TemporaryActivityStarted(person, cell, null), "2025-06-01");
    }

    @Test
    void members_stand_cell_after_cell_in_the_order_of_names() throws IOException {
        acts.member("Lò Văn Ơn", first, "2021-03-01");
        acts.member("Quàng Thị Ánh", first, "2021-03-01");
        acts.member("Cà Văn An", second, "2021-03-01");

        var rows = rows(null, second, first);

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).startsWith("1,Cà Văn An,").endsWith(",Chi bộ Bản Hai,Đảng bộ xã Mẫu");
        assertThat(rows.get(1)).startsWith("2,Quàng Thị Ánh,").endsWith(",Chi bộ Bản Một,Đảng bộ xã Mẫu");
        assertThat(rows.get(2)).startsWith("3,Lò Văn Ơn,");
    }

    @Test
    void it_holds_the_same_people_as_the_page_and_each_once() throws IOException {
        var guest = acts.member("Vì Văn Khách", first, "2021-03-01");
        acts.member("Lò Văn An", second, "2021-03-01");
        visits(guest, second);

        assertThat(rows(null, first, second))
                .hasSize(world.rosters.of(List.of(first, second), ON).size());
        assertThat(rows(null, second))
                .hasSize(2)
                .anyMatch(row -> row.contains("Vì Văn Khách") && row.contains("Sinh hoạt tạm thời"));
        assertThat(rows(null, first)).singleElement().asString().contains("sinh hoạt tạm thời nơi khác");
    }

    @Test
    void what_was_not_known_then_is_not_in_it() throws IOException {
        acts.member("Lò Văn An", first, "2021-03-01");
        var then = world.base.time();
        world.base.advance(Duration.ofDays(1));
        acts.member("Quàng Thị Bình", first, "2021-03-01");

        assertThat(rows(then, first)).singleElement().asString().contains("Lò Văn An");
        assertThat(rows(null, first)).hasSize(2);
    }

    @Test
    void dates_are_written_as_far_as_they_are_known_and_no_number_of_identity() throws IOException {
        var person = acts.member("Lò Văn An", first, "2021-03-01");
        acts.act(
                new MembershipEvent.FactsRecorded(
                        person,
                        List.of(
                                new Fact(Fact.BIRTH, "1975-10"),
                                new Fact(Fact.SEX, "male"),
                                new Fact(Fact.CITIZEN_ID, "012075000001"))),
                "2022-01-01");

        assertThat(rows(null, first))
                .singleElement()
                .asString()
                .contains(",Nam,10/1975,")
                .doesNotContain("012075000001");
    }

    @Test
    void an_organisation_without_members_gives_the_heading_alone() throws IOException {
        assertThat(rows(null, first, second)).isEmpty();
    }
}
