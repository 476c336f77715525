package vn.nentang.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.Application;
import vn.nentang.access.Accounts;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.demo.nation.NationData;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.shell.web.Client;
import vn.nentang.statistics.census.Census;
import vn.nentang.store.Migrations;
import vn.nentang.store.Store;
import vn.nentang.store.StoreSettings;

/**
 * A made-up nation with its pages running on loopback and fifty readers with posts: secretaries of cells, officers of communes,
 * of provinces and of the whole. A folder that holds one already is used again.
 */
final class PagesOffice implements AutoCloseable {

    private static final String PASSWORD = "sông-núi-biển-trời-42";
    private static final Duration CENSUS_READ_MAX = Duration.ofHours(1);
    private static final LocalDate TAKEN = LocalDate.of(2026, 6, 30);

    /** Who reads, over what, and how many of them there are. */
    enum Level {
        CELL("cell", "secretary", 30),
        COMMUNE("commune", "organization-officer", 12),
        PROVINCE("province", "organization-officer", 6),
        NATION("nation", "organization-officer", 2);

        private final String title;
        private final String post;
        private final int readers;

        Level(String title, String post, int readers) {
            this.title = title;
            this.post = post;
            this.readers = readers;
        }

        String title() {
            return title;
        }
    }

    private final Store store;
    private final ConfigurableApplicationContext context;
    private final JdbcClient owner;

    private PagesOffice(Store store, ConfigurableApplicationContext context) {
        this.store = store;
        this.context = context;
        this.owner = JdbcClient.create(store.owner());
    }

    static PagesOffice open(Path folder, int members) throws IOException {
        Files.createDirectories(folder);
        var store = Store.open(new StoreSettings.Embedded(folder));
        Migrations.run(store);
        var rules = Rulebook.load();
        try (var filling = Application.startWithoutPages(store, rules)) {
            if (filling.getBean(vn.nentang.ledger.Ledger.class).size() == 0) {
                filling.getBean(NationData.class).load(members, 1, (_, _, _, _) -> {});
            }
        }
        // What the database does by itself within minutes.
        JdbcClient.create(store.owner()).sql("VACUUM (ANALYZE)").update();
        var office = new PagesOffice(store, Application.startWithPages(store, rules, Map.of("server.port", 0)));
        office.part(Census.class).readWithin(CENSUS_READ_MAX);
        return office;
    }

    @Override
    public void close() {
        context.close();
        store.close();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** As the role that sees everything. */
    JdbcClient owner() {
        return owner;
    }

    /** How many members are on a roll. */
    long members() {
        return owner.sql(
                        "SELECT count(*) FROM register.membership WHERE upper_inf(valid) AND left_by IS NULL AND cell_id IS NOT NULL")
                .query(Long.class)
                .single();
    }

    /** The readers of a level, signed in. */
    List<PageReader> readers(Level level) {
        var readers = new ArrayList<PageReader>();
        var tops = tops(level);
        for (int i = 0; i < level.readers; i++) {
            var top = tops.get(i % tops.size());
            var login = "%s.%d".formatted(level.title, i);
            if (part(Accounts.class).find(login).isEmpty()) {
                appoint(login, top, i / tops.size(), level.post);
            }
            readers.add(PageReader.of(signedIn(login), top, owner, 1_000L * level.ordinal() + i));
        }
        return readers;
    }

    private Client signedIn(String login) {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return Client.signedIn("http://127.0.0.1:%d".formatted(server.getPort()), login, PASSWORD);
    }

    /** The organisations of a level that have most below them, the cells by lot. */
    private List<OrganizationId> tops(Level level) {
        var wanted = level.readers;
        if (level == Level.CELL) {
            return ids("""
                    SELECT cell_id FROM register.membership
                     WHERE upper_inf(valid) AND left_by IS NULL AND cell_id IS NOT NULL
                     GROUP BY cell_id HAVING count(*) > 5
                     ORDER BY md5(cell_id::text) LIMIT %d
                    """.formatted(wanted));
        }
        return ids("""
                WITH RECURSIVE down (organization_id, depth) AS (
                    SELECT organization_id, 0 FROM register.organization
                     WHERE upper_inf(valid) AND parent_id IS NULL
                     UNION ALL
                    SELECT o.organization_id, depth + 1
                      FROM down JOIN register.organization o ON o.parent_id = down.organization_id AND upper_inf(o.valid)
                     WHERE depth < 2)
                SELECT d.organization_id
                  FROM down d
                 WHERE depth = %d
                 ORDER BY (SELECT count(*) FROM register.organization_above a WHERE a.above_id = d.organization_id) DESC,
                          d.organization_id
                 LIMIT %d
                """.formatted(Level.NATION.ordinal() - level.ordinal(), wanted));
    }

    private List<OrganizationId> ids(String query) {
        return owner.sql(query)
                .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
                .list();
    }

    private void appoint(String login, OrganizationId top, int number, String post) {
        var holder = owner.sql("""
                        SELECT m.person_id
                          FROM register.organization_above a
                          JOIN register.membership m ON m.cell_id = a.organization_id
                         WHERE a.above_id = :top AND upper_inf(m.valid) AND m.left_by IS NULL AND m.grade = 'FULL'
                           AND NOT m.suspended AND NOT m.exempt AND m.visited_cell IS NULL AND m.visited_place IS NULL
                           AND NOT EXISTS (SELECT FROM access.account t WHERE t.person_id = m.person_id)
                         LIMIT 1 OFFSET :number
                        """)
                .param("top", top.value())
                .param("number", number)
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .single();
        var taken = new CommitteeEvent.PostTaken(top, holder, post, "appointed", null);
        var answer = part(CommitteeDesk.class)
                .proposeAll(
                        new Command(UUID.randomUUID(), "benchmark", login),
                        List.of(new CommitteeDesk.Act(taken, TAKEN, Paper.UNKNOWN)));
        var account = part(Accounts.class).create(login, login, holder, PASSWORD);
        var refused = Stream.concat(
                        answer instanceof Answer.Refused(var reasons) ? reasons.stream() : Stream.empty(),
                        account instanceof Decision.Refused<?>(var reasons) ? reasons.stream() : Stream.empty())
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException(refused.toString());
        }
    }
}
