package vn.nentang.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.access.HeldPost;
import vn.nentang.access.PostsHeld;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;

/**
 * The posts on record. Those of an organisation that is not in force give nothing, nor do those of somebody who left the
 * Party, departed from all rolls of this ledger or is suspended from activity; of somebody whose membership was never on
 * record here (appointed from another body) they count.
 */
@Component
final class RegisteredPosts implements PostsHeld {

    private static final String HELD = """
            SELECT p.organization_id, p.post
              FROM register.post p
              JOIN register.organization o ON o.organization_id = p.organization_id AND o.valid @> :on
             WHERE p.person_id = :person
               AND p.valid @> :on
               AND (EXISTS (SELECT FROM register.membership m
                             WHERE m.person_id = p.person_id AND m.valid @> :on
                               AND m.left_by IS NULL
                               AND NOT m.suspended
                               AND (m.cell_id IS NOT NULL OR m.visited_cell IS NOT NULL))
                    OR NOT EXISTS (SELECT FROM register.membership m WHERE m.person_id = p.person_id))
             ORDER BY p.organization_id, p.post
            """;

    private final JdbcClient sql;

    RegisteredPosts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<HeldPost> of(PersonId person, LocalDate on) {
        return sql.sql(HELD)
                .param("person", person.value())
                .param("on", on)
                .query((row, _) -> new HeldPost(
                        new OrganizationId(row.getObject("organization_id", UUID.class)), row.getString("post")))
                .list();
    }
}
