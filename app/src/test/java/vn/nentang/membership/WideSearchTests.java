package vn.nentang.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.simulation.World;
import vn.nentang.store.Reach;
import vn.nentang.store.Store;
import vn.nentang.store.TestStore;

/**
 * Names looked for among 26,000 members of 1,040 cells below 26 bodies: in a wide reach first those called so, then by walking
 * through the names, then by trigrams, in a narrow one roll by roll. All find what the plain question finds, those called so first.
 */
final class WideSearchTests {

    private static final LocalDate ON = LocalDate.of(2026, 11, 22);
    private static final UUID TOP = new UUID(1, 0);
    private static final Store STORE = TestStore.fresh();
    private static final World WORLD = new World(STORE);
    private static final JdbcClient OWNER = JdbcClient.create(STORE.owner());

    private final People people = new People(WORLD.base.sql, WORLD.base.ledger);

    /** Body b is (2, b), cell c is (3, c) below body c % 26, person p is (4, p) on the roll of cell p % 1040; every 500th a guest. */
    @BeforeAll
    static void fill() {
        OWNER.sql("""
                CREATE FUNCTION pg_temp.id(kind int, number int) RETURNS uuid LANGUAGE sql IMMUTABLE
                RETURN (lpad(to_hex(kind), 16, '0') || lpad(to_hex(number), 16, '0'))::uuid;

                INSERT INTO register.organization_above (organization_id, above_id)
                SELECT pg_temp.id(3, c), pg_temp.id(3, c) FROM generate_series(0, 1039) c
                 UNION ALL SELECT pg_temp.id(3, c), pg_temp.id(2, c % 26) FROM generate_series(0, 1039) c
                 UNION ALL SELECT pg_temp.id(3, c), pg_temp.id(1, 0) FROM generate_series(0, 1039) c;

                INSERT INTO register.person (person_id, valid, full_name, given_name, facts)
                SELECT pg_temp.id(4, p), '[2020-01-01,)', surname || middle || given, given, '{}'
                  FROM generate_series(0, 25999) p
                 CROSS JOIN LATERAL (SELECT
                       (ARRAY['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ', 'Quách', 'Lò'])[p % 7 + 1] AS surname,
                       (ARRAY[' Văn ', ' Thị ', ' '])[p % 3 + 1] AS middle,
                       CASE WHEN p % 5000 = 77 THEN 'Ỷ Xưa'
                            ELSE (ARRAY['An', 'Bình', 'Cường', 'Dũng', 'Đào', 'Hòa', 'Hùng', 'Lan', 'Mai', 'Nam', 'Oanh',
                                        'Phúc', 'Quý', 'Sơn', 'Thành', 'Uyên', 'Vui', 'Xuân', 'Yến'])[p % 19 + 1]
                       END AS given) AS name;

                INSERT INTO register.membership (person_id, valid, grade, cell_id, exempt, suspended, visited_cell, names)
                SELECT pg_temp.id(4, p), '[2020-01-01,)', 'FULL', pg_temp.id(3, p % 1040), false, false,
                       CASE WHEN p % 500 = 0 THEN pg_temp.id(3, (p + 1) % 1040) END,
                       CASE WHEN p % 7 > 0 THEN (SELECT brief_folded FROM register.person WHERE person_id = pg_temp.id(4, p)) END
                  FROM generate_series(0, 25999) p;
                """).update();
        OWNER.sql("ANALYZE register.person, register.membership, register.organization_above")
                .update();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @AfterEach
    void servesNobody() {
        Reach.end();
    }

    private static void over(UUID organization) {
        Reach.over(List.of(organization), List.of(), null).begin();
    }

    /** Up to the last. */
    private List<List<UUID>> pages(String words, Predicate<OrganizationId> cells) {
        var all = new ArrayList<List<UUID>>();
        PersonId after = null;
        do {
            var page = people.search(words, ON, after, cells);
            assertThat(page.found()).hasSizeLessThanOrEqualTo(50);
            all.add(page.found().stream().map(one -> one.person().value()).toList());
            after = page.next();
        } while (after != null);
        return all;
    }

    private List<UUID> found(String words, Predicate<OrganizationId> cells) {
        return pages(words, cells).stream().flatMap(List::stream).toList();
    }

    /** The pages follow each other in this order; each stands in one of its own. */
    private void findsInTurn(String words, List<UUID> expected) {
        var told = 0;
        for (var page : pages(words, _ -> true)) {
            assertThat(expected).hasSizeGreaterThanOrEqualTo(told + page.size());
            assertThat(page).hasSameElementsAs(expected.subList(told, told + page.size()));
            told += page.size();
        }
        assertThat(told).isEqualTo(expected.size());
    }

    @Test
    void a_page_begins_with_those_called_so_and_stands_in_vietnamese_order() {
        over(TOP);
        var page = people.search("hung", ON, null, _ -> true).found();
        assertThat(page).allMatch(one -> one.fullName().endsWith("Hùng"));
        assertThat(page).extracting(People.Found::fullName).isSortedAccordingTo(VietnameseText.nameOrder());
    }

    @Test
    void in_a_wide_reach_those_who_bear_the_words_elsewhere_begin_on_a_page_of_their_own() {
        over(TOP);
        var called = plainly("Ỷ Xưa", TOP);
        var first = people.search("ỷ xưa", ON, null, _ -> true);
        assertThat(first.found())
                .hasSize(called.size())
                .allMatch(one -> one.fullName().endsWith("Ỷ Xưa"));
        assertThat(first.leadsToOthers()).isTrue();
        assertThat(people.search("ỷ xưa", ON, first.next(), _ -> true))
                .as("nobody bears them elsewhere")
                .isEqualTo(new People.FoundPage(List.of(), null));

        assertThat(people.search("trần văn m", ON, null, _ -> true).leadsToOthers())
                .as("more are called so than a page holds")
                .isFalse();
        assertThat(people.search("trần v", ON, null, _ -> true).found())
                .as("nobody is called so")
                .hasSize(50)
                .allMatch(one -> one.fullName().startsWith("Trần Văn"));
    }

    private static List<UUID> plainly(String words, UUID organization) {
        return OWNER.sql("""
                        SELECT p.person_id
                          FROM register.person p
                          JOIN register.membership m USING (person_id)
                         WHERE p.brief_folded LIKE '%' || :words || '%' AND p.valid @> :on
                           AND EXISTS (SELECT FROM register.organization_above a
                                        WHERE a.organization_id IN (m.cell_id, m.visited_cell) AND a.above_id = :above)
                         ORDER BY NOT p.brief_called LIKE register.called(:words) || '%', p.brief_called, p.person_id
                        """)
                .param("words", VietnameseText.folded(words))
                .param("on", ON)
                .param("above", organization)
                .query((row, _) -> UUID.fromString(row.getString(1)))
                .list();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nguyen",
                "Hùng",
                "xưa",
                "quach thi y xua",
                "Trần Văn Mai",
                "y",
                "an",
                "ỷ x",
                "không ai",
                "văn h",
                "n thi hun",
                "hung van",
                "%",
                "_"
            })
    void a_wide_reach_finds_what_is_there_page_by_page_in_order(String words) {
        over(TOP);
        var expected =
                words.length() == 1 && !Character.isLetter(words.charAt(0)) ? List.<UUID>of() : plainly(words, TOP);
        findsInTurn(words, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nguyen", "hung", "xua", "y", "tran", "thi", "n", "an", "van h", "hung van", "le van"})
    void a_narrow_reach_finds_its_own_and_its_guests(String words) {
        var body = new UUID(2, 5);
        over(body);
        findsInTurn(words, plainly(words, body));
        var cell = new UUID(3, 1);
        over(cell);
        findsInTurn(words, plainly(words, cell));
    }

    /** Of 120 called so the first 70 have their file from 2030 on only. */
    @Test
    void who_is_on_a_roll_before_there_is_a_file_takes_nobodys_place_on_a_page() {
        OWNER.sql("""
                INSERT INTO register.organization_above (organization_id, above_id)
                VALUES ('00000000-0000-0003-0000-00000000ffff', '00000000-0000-0003-0000-00000000ffff');
                INSERT INTO register.person (person_id, valid, full_name, given_name, facts)
                SELECT gen_random_uuid(), CASE WHEN p <= 70 THEN '[2030-01-01,)'::daterange ELSE '[2020-01-01,)' END,
                       'Tống Văn T' || 1000 + p, 'T' || 1000 + p, '{}'
                  FROM generate_series(1, 120) p;
                INSERT INTO register.membership (person_id, valid, grade, cell_id, exempt, suspended, names)
                SELECT person_id, '[2020-01-01,)', 'FULL', '00000000-0000-0003-0000-00000000ffff', false, false, brief_folded
                  FROM register.person
                 WHERE brief_folded LIKE 'tong van t%';
                """).update();
        var cell = new UUID(3, 0xffff);
        over(cell);
        findsInTurn("tống", plainly("tống", cell));
        assertThat(plainly("tống", cell)).hasSize(50);
    }

    @Test
    void a_guest_is_found_by_the_visited_cell_and_by_no_other() {
        over(new UUID(3, 1));
        assertThat(found("an", new OrganizationId(new UUID(3, 1))::equals)).contains(new UUID(4, 0));
        over(new UUID(3, 2));
        assertThat(found("an", _ -> true)).doesNotContain(new UUID(4, 0));
    }

    @Test
    void without_a_reach_nobody_is_found_whatever_is_asked() {
        Reach.NOBODY.begin();
        assertThat(found("nguyen", _ -> true)).isEmpty();
        over(new UUID(9, 9));
        assertThat(found("nguyen", _ -> true)).isEmpty();
        assertThat(found("y", _ -> true)).isEmpty();
        assertThat(asked("nguyen", new UUID(4, 0))).isZero();
    }

    /** The function itself, with somebody out of reach to begin behind. */
    private static int asked(String words, UUID after) {
        return WORLD.base
                .sql
                .sql("SELECT is_found FROM register.people_named(:words, :on, :after, 1000)")
                .param("words", words)
                .param("on", ON)
                .param("after", after)
                .query(Boolean.class)
                .list()
                .size();
    }

    /** A reach that is wide enough to be walked through tells no name and no id of those outside but where it stopped. */
    @Test
    void what_is_out_of_a_wide_reach_is_not_found() {
        var bodies = IntStream.range(0, 20).mapToObj(b -> new UUID(2, b)).toList();
        Reach.over(bodies, List.of(), null).begin();
        var expected = bodies.stream()
                .flatMap(body -> plainly("Hùng", body).stream())
                .distinct()
                .toList();
        assertThat(found("Hùng", _ -> true)).hasSameSizeAs(expected).hasSameElementsAs(expected);
    }

    @Test
    void rolls_that_are_not_meant_are_left_out_and_the_page_goes_on() {
        over(TOP);
        var meant = new OrganizationId(new UUID(3, 1038));
        assertThat(found("an", meant::equals)).hasSameElementsAs(plainly("an", meant.value()));
    }
}
