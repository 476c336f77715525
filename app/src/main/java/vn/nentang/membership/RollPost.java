package vn.nentang.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.access.HeldPost;
import vn.nentang.access.PostsHeld;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;

/** Being on the roll of a cell counts as the post {@code member}: it is what an ordinary member's authority rests on. */
@Component
final class RollPost implements PostsHeld {

    private static final String MEMBER = "member";

    private final JdbcClient sql;

    RollPost(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<HeldPost> of(PersonId person, LocalDate on) {
        return sql.sql("""
                        SELECT cell_id FROM register.membership
                         WHERE person_id = :person AND valid @> :on AND cell_id IS NOT NULL AND grade <> 'NONE'
                        """)
                .param("person", person.value())
                .param("on", on)
                .query((row, _) -> new HeldPost(new OrganizationId(row.getObject(1, UUID.class)), MEMBER))
                .list();
    }
}
