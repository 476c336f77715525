package vn.nentang.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.demo.DemoData;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.membership.RosterLine;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReports;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;

/** A ledger carried to another installation gives the same registers, to the last row, and the same lists and reports. */
final class ArchiveTests {

    private static final DemoData.Size SIZE = new DemoData.Size(100, 7);
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2019, 12, 31), LocalDate.of(2024, 12, 31), LocalDate.of(2026, 6, 30));

    @TempDir
    Path folder;

    @Test
    void after_export_import_and_rebuild_every_table_and_every_list_is_equal() throws IOException {
        try (var here = new World();
                var there = new World()) {
            load(here);
            var file = here.base.archive.exportTo(folder);
            there.base.archive.importFrom(file, (_, _, _) -> {});
            var arrived = there.digests();
            there.base.rebuild.run((_, _, _) -> {});

            var again = there.base.archive.exportTo(folder.resolve("again.ndjson.gz"));

            assertThat(here.base.ledger.size()).isGreaterThan(500);
            assertThat(there.base.hashes()).isEqualTo(here.base.hashes());
            assertThat(Files.mismatch(file, again))
                    .as("an archive of an archive")
                    .isEqualTo(-1);
            assertThat(there.base.verification.verify().findings()).isEmpty();
            assertThat(arrived).as("on arrival").isEqualTo(here.digests());
            assertThat(there.digests()).as("after the rebuild").isEqualTo(here.digests());
            assertFilled(here);
            for (var day : DAYS) {
                assertThat(rolls(there, day)).isEqualTo(rolls(here, day));
                assertThat(reports(there, day.getYear())).isEqualTo(reports(here, day.getYear()));
            }
        }
    }

    private static void load(World world) {
        new DemoData(
                        world.base.ledger,
                        world.organizationDesk,
                        world.membershipDesk,
                        world.reviewDesk,
                        world.committeeDesk,
                        world.roundDesk,
                        world.places,
                        World.RULEBOOK)
                .load(SIZE, (_, _, _) -> {});
    }

    /** An empty table is equal to another empty one, and proves nothing. */
    private static void assertFilled(World world) {
        for (var table : List.of("organization", "person", "membership", "member_review", "organization_review")) {
            assertThat(world.digests().get(table)).as(table).doesNotStartWith("0:");
        }
    }

    private static List<RosterLine> rolls(World world, LocalDate day) {
        return world.rosters.of(everywhere(world, day), day);
    }

    private static List<ReviewReport> reports(World world, int year) {
        var reports = new ReviewReports(
                world.organizations,
                new ReviewResults(world.base.sql, new ReviewYears(World.RULEBOOK)),
                World.RULEBOOK);
        return everywhere(world, LocalDate.of(year, 12, 31)).stream()
                .limit(40)
                .map(id -> reports.of(id, year).orElseThrow())
                .toList();
    }

    /** A tree gives all of its organisations in no order; the same ones are held against each other here. */
    private static List<OrganizationId> everywhere(World world, LocalDate day) {
        return world.everywhere(day).stream()
                .sorted(Comparator.comparing(OrganizationId::value))
                .toList();
    }
}
