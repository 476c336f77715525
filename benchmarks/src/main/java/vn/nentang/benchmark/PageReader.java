package vn.nentang.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.shell.web.Client;

/** Somebody signed in who looks at what lies within reach: some cells, members and organisations of it drawn by lot. */
final class PageReader {

    private static final int REVIEWED = 2025;
    private static final int DRAWN = 300;

    private static final String CELLS = """
            SELECT a.organization_id
              FROM register.organization_above a
             WHERE a.above_id = :top
               AND EXISTS (SELECT FROM register.membership m
                            WHERE m.cell_id = a.organization_id AND upper_inf(m.valid) AND m.left_by IS NULL)
             ORDER BY md5(a.organization_id::text)
             LIMIT :drawn
            """;
    private static final String MEMBERS = """
            SELECT m.person_id, m.cell_id, p.full_name, p.citizen_id, p.card_number
              FROM register.membership m
              JOIN register.person p ON p.person_id = m.person_id AND upper_inf(p.valid)
             WHERE m.cell_id = ANY (:cells) AND upper_inf(m.valid) AND m.left_by IS NULL
             ORDER BY md5(m.person_id::text)
             LIMIT :drawn
            """;
    private static final String ORGANIZATIONS = """
            SELECT a.organization_id
              FROM register.organization_above a
             WHERE a.above_id = :top
               AND EXISTS (SELECT FROM register.organization o
                            WHERE o.organization_id = a.organization_id AND upper_inf(o.valid))
             ORDER BY md5(a.organization_id::text)
             LIMIT :drawn
            """;

    /** Somebody to be found. */
    record Member(PersonId person, OrganizationId cell, String name, String number) {}

    /** A kind of page, with its share of the mix in percent and its aim at the size of the nation, in milliseconds. */
    enum Kind {
        ROSTER("roster of a cell", 25, 30),
        SEARCH("search by a part of a name", 15, 50),
        NUMBER("search by a number", 5, 5),
        MEMBER("member with the timeline", 25, 20),
        TREE("the tree at any place", 20, 20),
        REVIEW("review page of a cell", 10, 30);

        private final String title;
        private final int share;
        private final int aim;

        Kind(String title, int share, int aim) {
            this.title = title;
            this.share = share;
            this.aim = aim;
        }

        String title() {
            return title;
        }

        /** Milliseconds that 95 of a hundred should take at most. */
        int aim() {
            return aim;
        }

        /** As often as its share. */
        static Kind drawn(Random lot) {
            var left = lot.nextInt(100);
            for (var kind : values()) {
                left -= kind.share;
                if (left < 0) {
                    return kind;
                }
            }
            return ROSTER;
        }
    }

    private final Client client;
    private final Random lot;
    private final List<Member> members;
    private final List<OrganizationId> organizations;

    private PageReader(Client client, Random lot, List<Member> members, List<OrganizationId> organizations) {
        this.client = client;
        this.lot = lot;
        this.members = members;
        this.organizations = organizations;
    }

    static PageReader of(Client client, OrganizationId top, JdbcClient sql, long seed) {
        var cells = ids(sql, CELLS, top);
        var members = sql.sql(MEMBERS)
                .param("cells", cells.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .param("drawn", DRAWN)
                .query((row, _) -> new Member(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new OrganizationId(row.getObject("cell_id", UUID.class)),
                        row.getString("full_name"),
                        Objects.requireNonNullElse(
                                row.getString("card_number"),
                                Objects.requireNonNullElse(row.getString("citizen_id"), "0"))))
                .list();
        return new PageReader(client, new Random(seed), members, ids(sql, ORGANIZATIONS, top));
    }

    private static List<OrganizationId> ids(JdbcClient sql, String query, OrganizationId top) {
        return sql.sql(query)
                .param("top", top.value())
                .param("drawn", DRAWN)
                .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Opens one page, reads it to its end and says how many characters it has. */
    int open(Kind kind) {
        return open(address(kind));
    }

    int open(String address) {
        var answer = client.get(address);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + answer.statusCode());
        }
        return answer.body().length();
    }

    Random lot() {
        return lot;
    }

    Member member() {
        return members.get(lot.nextInt(members.size()));
    }

    private String address(Kind kind) {
        return switch (kind) {
            case ROSTER -> "/organizations/%s/roster".formatted(member().cell());
            case SEARCH -> "/search?q=" + encoded(part(member().name()));
            case NUMBER -> "/search?q=" + encoded(member().number());
            case MEMBER -> "/members/" + member().person();
            case TREE -> "/organizations/" + organizations.get(lot.nextInt(organizations.size()));
            case REVIEW -> "/reviews/%d?org=%s".formatted(REVIEWED, member().cell());
        };
    }

    /** What people type: the last word of a name, the last two or all of it. */
    private String part(String name) {
        var words = name.split(" ");
        var from = switch (lot.nextInt(3)) {
            case 0 -> words.length - 1;
            case 1 -> Math.max(0, words.length - 2);
            default -> 0;
        };
        return String.join(" ", List.of(words).subList(from, words.length));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
