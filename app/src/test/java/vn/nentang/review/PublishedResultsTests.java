package vn.nentang.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;
import static vn.nentang.simulation.Acts.refusals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.TestLedger;
import vn.nentang.review.PublishedResults.Wanted;
import vn.nentang.review.ReviewEvent.Noted;
import vn.nentang.review.ReviewEvent.PublishedResultRecorded;
import vn.nentang.review.published.PublishedSummaries;
import vn.nentang.review.published.PublishedSummary;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

/** Results of real places, as their pages printed them. */
final class PublishedResultsTests {

    private static final Path PAGE = Path.of("..", "..", "shared", "regulations", "published-results.md");

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final OrganizationId district = acts.found("Đảng bộ huyện Mẫu", "district", null, "2019-01-01");
    private final PublishedResults results =
            new PublishedResults(world.base.sql, world.base.ledger, world.reviewDesk, World.RULEBOOK);

    @AfterEach
    void close() {
        world.close();
    }

    private static List<PublishedSummary> fixtures(String place) throws IOException {
        var reading = PublishedSummaries.read(PAGE, World.RULEBOOK);
        return ((PublishedSummaries.Reading.Read) reading)
                .summaries().stream().filter(s -> s.id().startsWith(place)).toList();
    }

    private Wanted wanted(Paper paper) {
        return new Wanted(district, day("2026-01-05"), paper, "Theo trang tin");
    }

    private List<PublishedResultRecorded> standing() {
        return results.of(district::equals, 10).stream()
                .map(Entry::event)
                .map(PublishedResultRecorded.class::cast)
                .toList();
    }

    @Test
    void figures_are_kept_as_printed_with_what_does_not_add_up() throws IOException {
        recorded(results.record(TestLedger.command("x"), fixtures("tanyen2015"), wanted(Acts.PAPER)));

        assertThat(standing())
                .extracting(PublishedResultRecorded::about)
                .containsExactly("cells", "grassroots", "members");
        var bodies = standing().get(1);
        assertThat(bodies.flags()).extracting(Noted::code).contains("printed-contradicts");
        var members = standing().getLast();
        assertThat(members.total()).isEqualTo(8159);
        assertThat(members.percents())
                .extracting(share -> share.percent().toPlainString())
                .contains("11.3", "75.5", "12.7", "0.5");
        assertThat(results.of(_ -> false, 10)).isEmpty();
        assertThat(results.of(_ -> true, 2)).hasSize(2);
    }

    @Test // 366-QĐ/TW and its forerunners measure the top level against the next; practice often against both
    void the_cap_is_measured_on_published_counts_by_both_denominators() throws IOException {
        recorded(results.record(TestLedger.command("x"), fixtures("namcan2018_cells"), wanted(Acts.PAPER)));

        var cap = results.cap(standing().getFirst()).orElseThrow();
        assertThat(cap.ratio()).hasValueSatisfying(r -> assertThat(r).isEqualByComparingTo("0.28"));
        assertThat(cap.ratioOfBoth()).hasValueSatisfying(r -> assertThat(r).isEqualByComparingTo("0.2188"));
        assertThat(cap.excess()).isEqualTo(7);
    }

    @Test
    void published_figures_never_enter_what_the_ledger_computes() throws IOException {
        recorded(results.record(TestLedger.command("x"), fixtures("namcan2018"), wanted(Acts.PAPER)));

        assertThat(new Reviewing(world).results().years()).isEmpty();
        world.base.rebuild.run((_, _, _) -> {});
        assertThat(standing()).hasSize(3);
    }

    @Test
    void figures_without_a_year_a_source_or_each_their_own_place_are_refused() throws IOException {
        var size = world.base.ledger.size();
        var summaries = fixtures("namcan2018_cells");
        assertThat(refusals(results.record(TestLedger.command("a"), summaries, wanted(Paper.UNKNOWN))))
                .containsExactly("published-without-paper");
        var twice = List.of(summaries.getFirst(), summaries.getFirst());
        assertThat(refusals(results.record(TestLedger.command("b"), twice, wanted(Acts.PAPER))))
                .containsExactly("published-twice");
        var undated = PublishedSummaries.read("list", "- {id: a, regime: QD132, HTXS: 1, HTT: 9}", World.RULEBOOK);
        var summary = ((PublishedSummaries.Reading.Read) undated).summaries();
        assertThat(refusals(results.record(TestLedger.command("c"), summary, wanted(Acts.PAPER))))
                .containsExactly("published-year-unknown");
        assertThat(world.base.ledger.size()).isEqualTo(size);
    }
}
