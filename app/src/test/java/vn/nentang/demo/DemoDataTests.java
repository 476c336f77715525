package vn.nentang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.Application;
import vn.nentang.access.HeldPost;
import vn.nentang.committee.CommitteeParts;
import vn.nentang.committee.Finding;
import vn.nentang.committee.Strengthening;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.LedgerVerification;
import vn.nentang.membership.Rosters;
import vn.nentang.organization.Organization;
import vn.nentang.organization.Organizations;
import vn.nentang.review.ReviewReports;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.TestStore;

/** The made-up data goes through the same desks as real acts, and comes out as figures. */
final class DemoDataTests {

    private static final int MEMBERS = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_act_is_accepted_and_the_figures_are_computed(long seed) {
        var size = new DemoData.Size(MEMBERS, seed);
        try (var store = TestStore.fresh();
                var app = Application.startWithoutPages(store, Rulebook.load())) {
            app.getBean(DemoData.class).load(size, (_, _, _) -> {});

            assertThat(onRoll(app, size)).isEqualTo(MEMBERS);
            assertThat(anomalies(app)).isEmpty();
            assertFigures(app, size);
            assertHolders(app, size);
            assertThat(app.getBean(LedgerVerification.class).verify().isSound()).isTrue();
        }
    }

    private static int onRoll(ConfigurableApplicationContext app, DemoData.Size size) {
        var top = DemoData.places(size).top().id();
        var cells = app.getBean(Organizations.class).treeOn(Story.END).subtree(top).stream()
                .map(Organization::id)
                .toList();
        return app.getBean(Rosters.class).of(cells, Story.END, null).size();
    }

    private static List<String> anomalies(ConfigurableApplicationContext app) {
        return app.getBean(JdbcClient.class)
                .sql("""
                        SELECT code || ' ' || person_id FROM register.person_anomaly
                        UNION ALL
                        SELECT code || ' ' || organization_id FROM register.organization_anomaly
                        UNION ALL
                        SELECT code || ' ' || organization_id FROM register.committee_anomaly
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static void assertFigures(ConfigurableApplicationContext app, DemoData.Size size) {
        for (var year : Story.REVIEWED_YEARS) {
            var report = app.getBean(ReviewReports.class)
                    .of(DemoData.places(size).top().id(), year)
                    .orElseThrow();
            assertThat(report.goodMembers().percent().orElseThrow())
                    .as("members %d", year)
                    .isGreaterThan(95);
            assertThat(report.goodOrganizations().percent().orElseThrow())
                    .as("organisations %d", year)
                    .isGreaterThan(94);
            assertThat(report.total().members().undecided()).isZero();
            assertThat(report.total().cells().undecided()).isZero();
            assertThat(report.total().grassroots().undecided()).isZero();
        }
    }

    /** Whoever the demo offers a sign-in for holds the post the sign-in speaks of, and only that where it says so. */
    private static void assertHolders(ConfigurableApplicationContext app, DemoData.Size size) {
        var places = DemoData.places(size);
        var holders = DemoData.holders(size, app.getBean(Rulebook.class));
        var held = CommitteeParts.postsHeld(app.getBean(JdbcClient.class));
        assertThat(held.of(holders.cellSecretary(), Story.END))
                .contains(new HeldPost(places.cell().id(), "secretary"))
                .allSatisfy(post ->
                        assertThat(post.organization()).isEqualTo(places.cell().id()));
        assertThat(held.of(holders.cellMember(), Story.END)).isEmpty();
        assertThat(held.of(holders.bodyOfficer(), Story.END))
                .contains(new HeldPost(places.body().id(), "organization-officer"));
        assertThat(held.of(holders.commissar(), Story.END))
                .contains(new HeldPost(places.top().id(), "political-commissar"));
        assertThat(held.of(holders.inspector(), Story.END))
                .containsExactly(new HeldPost(places.top().id(), "inspector"));
        assertThat(held.of(holders.accountAdministrator(), Story.END))
                .containsExactly(new HeldPost(places.top().id(), "account-administrator"));
    }

    @Test
    void some_committees_need_strengthening_for_different_reasons() {
        var size = new DemoData.Size(600, 5);
        try (var store = TestStore.fresh();
                var app = Application.startWithoutPages(store, Rulebook.load())) {
            app.getBean(DemoData.class).load(size, (_, _, _) -> {});
            var all = app.getBean(Organizations.class).treeOn(Story.END).all().toList();

            assertThat(app.getBean(Strengthening.class).shortfalls(all, Story.END, 0))
                    .flatExtracting(Strengthening.Line::findings)
                    .extracting(Finding::code)
                    .contains("secretary-missing", "term-over", "short-committee");
        }
    }

    @Test
    void loading_twice_records_once_and_a_broken_loading_is_taken_up_again() {
        var size = new DemoData.Size(60, 4);
        try (var store = TestStore.fresh();
                var app = Application.startWithoutPages(store, Rulebook.load())) {
            var demo = app.getBean(DemoData.class);
            assertThat(demo.isBegun(size)).isFalse();
            breakOff(demo, size);
            assertThat(demo.isBegun(size)).isTrue();
            assertThat(demo.isLoaded(size)).isFalse();

            demo.load(size, (_, _, _) -> {});
            var entries = app.getBean(Ledger.class).size();
            demo.load(size, (_, _, _) -> {});

            assertThat(demo.isLoaded(size)).isTrue();
            assertThat(app.getBean(Ledger.class).size()).isEqualTo(entries);
            assertThat(onRoll(app, size)).isEqualTo(60);
        }
    }

    private static void breakOff(DemoData demo, DemoData.Size size) {
        try {
            demo.load(size, (stage, _, _) -> {
                if (stage == DemoData.Stage.LIVES) {
                    throw new PulledPlug();
                }
            });
        } catch (PulledPlug expected) {
            assertThat(expected).isNotNull();
        }
    }

    private static final class PulledPlug extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
