package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.store.Reach;

/** The database repeats what the gate decides, whatever a query asks for. */
final class RowSecurityTests {

    private static final RunningOffice OFFICE = RunningOffice.shared();

    private final JdbcClient sql = OFFICE.part(JdbcClient.class);

    @AfterEach
    void servesNobody() {
        Reach.end();
    }

    private static void over(OrganizationId... organizations) {
        Reach.over(Stream.of(organizations).map(OrganizationId::value).toList(), List.of(), null)
                .begin();
    }

    private List<String> named(String words) {
        return sql.sql("SELECT full_name FROM register.people_named(:words, :on, NULL, 1000)")
                .param("words", words)
                .param("on", RunningOffice.TODAY)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void names_are_looked_for_within_the_reach_alone() {
        over(RunningOffice.NORTH);
        assertThat(named("")).contains("Lò Thị An").doesNotContain("Quàng Văn Bình", "Sùng A Khách");
        over(RunningOffice.COMMUNE);
        assertThat(named("binh")).contains("Quàng Văn Bình");
        assertThat(named("khach")).isEmpty();
        Reach.NOBODY.begin();
        assertThat(named("")).isEmpty();
        Reach.over(List.of(), List.of(RunningOffice.COMMUNE.value()), RunningOffice.AN.value())
                .begin();
        assertThat(named(""))
                .as("who may see committees, and oneself, looks for nobody")
                .isEmpty();
    }

    /** The reader's reach is set by the program; the application's own role has none and is not meant to ask. */
    @Test
    void names_are_looked_for_by_readers_alone() {
        Reach.end();
        assertThatThrownBy(() -> named("")).rootCause().hasMessageContaining("permission denied");
    }

    private Set<String> people() {
        return new TreeSet<>(sql.sql("SELECT full_name FROM register.person")
                .query(String.class)
                .list());
    }

    @Test
    void nobody_sees_nobody() {
        Reach.NOBODY.begin();
        assertThat(people()).isEmpty();
        assertThat(count("register.membership")).isZero();
        assertThat(count("register.member_review")).isZero();
        assertThat(count("ledger.entry WHERE array_to_string(subjects, ' ') LIKE '%person:%'"))
                .isZero();
    }

    @Test
    void a_cell_sees_its_own_and_a_committee_what_stands_below() {
        over(RunningOffice.NORTH);
        assertThat(people()).contains("Lò Thị An").doesNotContain("Quàng Văn Bình", "Sùng A Khách");
        over(RunningOffice.COMMUNE);
        assertThat(people()).contains("Lò Thị An", "Quàng Văn Bình").doesNotContain("Sùng A Khách");
        over(RunningOffice.COMMUNE, RunningOffice.FOREIGN);
        assertThat(people()).contains("Lò Thị An", "Sùng A Khách");
    }

    @Test
    void a_member_sees_the_own_rows_alone() {
        Reach.over(List.of(), List.of(), RunningOffice.BINH.value()).begin();
        assertThat(people()).containsExactly("Quàng Văn Bình");
        assertThat(count("register.membership")).isEqualTo(rowsOf(RunningOffice.BINH));
    }

    private long rowsOf(PersonId person) {
        return Reach.whole(() -> sql.sql("SELECT count(*) FROM register.membership WHERE person_id = :person")
                .param("person", person.value())
                .query(Long.class)
                .single());
    }

    @Test
    void entries_of_the_ledger_are_there_with_the_person() {
        over(RunningOffice.NORTH);
        assertThat(entriesOf(RunningOffice.AN)).isPositive();
        assertThat(entriesOf(RunningOffice.BINH)).isZero();
        assertThat(count("ledger.entry WHERE type = 'organization.founded.v1'"))
                .as("an organisation is no member's data")
                .isPositive();
    }

    private long entriesOf(PersonId person) {
        return sql.sql("SELECT count(*) FROM ledger.entry WHERE :subject = ANY (subjects)")
                .param("subject", person.subject())
                .query(Long.class)
                .single();
    }

    private long count(String from) {
        return sql.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    /** Whatever a page did wrong, it could not write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM register.person",
                "UPDATE register.membership SET exempt = true",
                "INSERT INTO ledger.node (is_self, name) VALUES (true, 'x')",
                "TRUNCATE register.person",
                "SELECT password_hash FROM access.account"
            })
    void a_page_reads_as_a_role_that_can_do_nothing_else(String statement) {
        over(RunningOffice.COMMUNE);
        assertThatThrownBy(() -> sql.sql(statement).query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** A reader of rows might otherwise take the limits off again. */
    @Test
    void the_roles_own_nothing_and_no_policy_is_passed_by() {
        assertThat(sql.sql("""
                        SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
                         WHERE r.rolname IN ('nentang_app', 'nentang_reader')
                        """).query(Long.class).single()).isZero();
        assertThat(sql.sql("""
                        SELECT count(*) FROM pg_roles
                         WHERE rolname IN ('nentang_app', 'nentang_reader')
                           AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)
                        """).query(Long.class).single()).isZero();
    }

    /** Posts are held openly; everything else that names a person is limited. */
    @Test
    void every_register_that_names_a_person_is_limited() {
        assertThat(sql.sql("""
                        SELECT c.relname
                          FROM pg_class c
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'person_id'
                         WHERE c.relnamespace = 'register'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity
                        """).query(String.class).list()).isSubsetOf(List.of("post", "charge"));
    }

    /** Who leads a committee is no secret; what else is on file of them is. */
    @Test
    void holders_of_posts_are_known_to_who_may_see_the_committee() {
        Reach.over(List.of(), List.of(RunningOffice.NORTH.value()), null).begin();
        assertThat(people()).containsExactly("Bạc Thị Vui", "Lường Văn Xuân");
        assertThat(count("register.membership")).isZero();
        assertThat(count("ledger.entry WHERE type = 'committee.post-taken.v1'")).isEqualTo(2);
    }

    @Test
    void nothing_of_a_reach_stays_on_a_connection() {
        over(RunningOffice.NORTH);
        assertThat(people()).isNotEmpty();
        Reach.end();
        for (int i = 0; i < 20; i++) {
            assertThat(people()).contains("Sùng A Khách");
        }
    }

    @Test
    void an_unknown_organisation_opens_nothing() {
        over(new OrganizationId(new UUID(7, 7)));
        assertThat(people()).isEmpty();
    }

    @Test
    void a_figure_is_the_same_to_whoever_may_see_it() {
        OFFICE.newHolder("vanthu.so", "Lù Thị Con Số", "office-clerk");
        var clerk = Client.signedIn(OFFICE, "vanthu.so");
        var officer = Client.signedIn(OFFICE, "vanphong");
        var report = "/reviews/2025/report?format=json&org=" + RunningOffice.COMMUNE;
        assertThat(clerk.get(report).body())
                .isEqualTo(officer.get(report).body())
                .contains("HTXS");
        assertThat(clerk.get("/reviews/2025/members?org=" + RunningOffice.COMMUNE)
                        .statusCode())
                .as("the names behind it are another right")
                .isEqualTo(403);
        assertThat(clerk.get("/").body())
                .contains("/reviews/2025?org=" + RunningOffice.COMMUNE)
                .doesNotContain("/reviews/2025/members");
        assertThat(officer.get("/").body()).contains("/reviews/2025/members?org=" + RunningOffice.COMMUNE);
    }
}
