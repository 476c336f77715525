package vn.nentang.demo.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.Application;
import vn.nentang.ledger.LedgerVerification;
import vn.nentang.organization.Organizations;
import vn.nentang.review.ReviewReport;
import vn.nentang.review.ReviewReports;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Store;
import vn.nentang.store.TestStore;

/** A nation of two thousand, loaded in bulk and read through the house's own figures. */
final class NationDataTests {

    private static final int MEMBERS = 2_000;
    private static final Rulebook RULEBOOK = Rulebook.load();
    private static final Store STORE = TestStore.fresh();
    private static final ConfigurableApplicationContext APP = Application.startWithoutPages(STORE, RULEBOOK);
    private static final JdbcClient SQL = APP.getBean(JdbcClient.class);

    @BeforeAll
    static void load() {
        APP.getBean(NationData.class).load(MEMBERS, 7, (_, _, _, _) -> {});
    }

    @AfterAll
    static void close() {
        APP.close();
        STORE.close();
    }

    private static List<String> column(JdbcClient sql, String query) {
        return sql.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private static long count(String query) {
        return SQL.sql(query).query(Long.class).single();
    }

    private static List<String> heads(JdbcClient sql) {
        return column(sql, "SELECT node || ' ' || sequence || ' ' || hash FROM register.cursor ORDER BY node");
    }

    @Test
    void the_same_seed_gives_the_same_ledger_and_another_seed_another() {
        for (var seed : List.of(7L, 8L)) {
            try (var store = TestStore.fresh();
                    var app = Application.startWithoutPages(store, RULEBOOK)) {
                app.getBean(NationData.class).load(MEMBERS, seed, (_, _, _, _) -> {});
                var other = heads(app.getBean(JdbcClient.class));

                assertThat(other.equals(heads(SQL))).as("seed %d", seed).isEqualTo(seed == 7);
            }
        }
    }

    @Test
    void the_chain_holds_and_nothing_contradicts_itself() {
        assertThat(APP.getBean(LedgerVerification.class).verify().findings()).isEmpty();
        assertThat(column(SQL, "SELECT code FROM register.person_anomaly")).isEmpty();
        assertThat(column(SQL, "SELECT code FROM register.organization_anomaly"))
                .isEmpty();
    }

    @Test
    void as_many_are_on_the_rolls_at_the_end_as_were_asked_for() {
        assertThat(onRoll(Chronicle.END)).isEqualTo(MEMBERS);
        assertThat((double) onRoll(LocalDate.of(2019, 12, 31)) / MEMBERS).isBetween(0.92, 0.94);
        assertThat(SQL.sql("SELECT count(*) - count(DISTINCT citizen_id) FROM register.person WHERE upper_inf(valid)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static long onRoll(LocalDate on) {
        return SQL.sql(
                        "SELECT count(*) FROM register.membership WHERE cell_id IS NOT NULL AND valid @> CAST(:on AS date)")
                .param("on", on)
                .query(Long.class)
                .single();
    }

    @Test
    void cells_have_the_sizes_of_real_cells() {
        var sizes = column(SQL, """
                SELECT count(*) FROM register.membership
                 WHERE cell_id IS NOT NULL AND valid @> date '2026-10-31'
                 GROUP BY cell_id
                """).stream().mapToInt(Integer::parseInt).toArray();

        assertThat(Arrays.stream(sizes).average().orElseThrow()).isBetween(16.0, 22.0);
        assertThat(Arrays.stream(sizes).boxed()).allMatch(n -> n >= 5 && n <= 32);
    }

    @Test // 202/2025/QH15; 60-NQ/TW
    void in_july_2025_districts_end_and_provinces_and_communes_are_joined() {
        var before = types(Chronicle.REORGANISED.minusDays(1));
        var after = types(Chronicle.REORGANISED);

        assertThat(before.get("district")).isPositive();
        assertThat(after).doesNotContainKey("district");
        assertThat(before.get("province")).isGreaterThan(after.get("province"));
        assertThat(before.get("commune")).isGreaterThan(after.get("commune"));
        assertThat(after.get("commune"))
                .isEqualTo(APP.getBean(Organizations.class)
                        .treeOn(Chronicle.END)
                        .all()
                        .filter(o -> o.type().equals("commune"))
                        .count());
        assertThat(APP.getBean(Organizations.class).treeOn(Chronicle.END).tops())
                .hasSize(1);
    }

    private static Map<String, Long> types(LocalDate on) {
        return APP.getBean(Organizations.class)
                .treeOn(on)
                .all()
                .collect(Collectors.groupingBy(o -> o.type(), Collectors.counting()));
    }

    @Test // 366-QĐ/TW, Điều 11 khoản 1 (1.5); 21-HD/BTCTW, phần II.B
    void each_year_everybody_has_a_result_by_the_regime_of_the_year_and_no_cap_is_exceeded() {
        for (int year = Chronicle.FIRST_YEAR; year <= Chronicle.LAST_REVIEWED_YEAR; year++) {
            var report = report(year);
            assertThat(report.regime())
                    .isEqualTo(year < 2018 ? "TSVM" : year < 2023 ? "QD132" : year < 2025 ? "QD124" : "QD366");
            assertThat(report.total().members().undecided()).as("%d", year).isZero();
            assertThat(report.total().cells().undecided()).as("%d", year).isZero();
            assertThat(report.total().grassroots().undecided()).as("%d", year).isZero();
            assertThat(report.caps()).noneMatch(ReviewReport.GroupCap::isExceeded);
            assertThat(report.organizationCaps()).noneMatch(ReviewReport.GroupCap::isExceeded);
        }
    }

    private static ReviewReport report(int year) {
        var top = APP.getBean(Organizations.class)
                .treeOn(LocalDate.of(year, 12, 31))
                .tops()
                .getFirst();
        return APP.getBean(ReviewReports.class).of(top.id(), year).orElseThrow();
    }

    @Test
    void levels_lie_near_the_published_ones() {
        var report = report(2019);

        assertThat(report.goodMembers().percent().orElseThrow()).isBetween(89.0, 97.0);
        assertThat(report.goodOrganizations().percent().orElseThrow()).isBetween(88.0, 99.0);
    }

    @Test
    void some_acts_are_corrected() {
        assertThat(count("SELECT count(*) FROM ledger.entry WHERE corrects_sequence IS NOT NULL"))
                .isPositive();
        assertThat(count("""
                SELECT count(*) FROM ledger.entry mending
                  JOIN ledger.entry wrong
                    ON (wrong.node, wrong.sequence) = (mending.corrects_node, mending.corrects_sequence)
                 WHERE mending.recorded_at <= wrong.recorded_at OR mending.type <> wrong.type
                """)).isZero();
    }

    @Test
    void every_entry_is_recorded_between_the_first_day_and_the_last() {
        assertThat(count("""
                SELECT count(*) FROM ledger.entry
                 WHERE recorded_at < '2016-01-01' OR recorded_at >= '2026-11-01' OR effective_on > '2026-11-10'
                """)).isZero();
    }

    @Test
    void a_nation_is_not_loaded_beside_anything_else() {
        assertThatThrownBy(() -> APP.getBean(NationData.class).load(MEMBERS, 7, (_, _, _, _) -> {}))
                .isInstanceOf(IllegalStateException.class);
    }
}
