package vn.nentang.membership;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.Residents;

/** Members on the roll of a cell keep it from ending. */
@Component
final class RollResidents implements Residents {

    private final JdbcClient sql;

    RollResidents(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean areIn(OrganizationId organization, LocalDate on) {
        return sql.sql("SELECT EXISTS (SELECT FROM register.membership WHERE cell_id = :cell AND valid @> :on)")
                .param("cell", organization.value())
                .param("on", on)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    public boolean wereEverIn(OrganizationId organization) {
        return sql.sql("SELECT EXISTS (SELECT FROM register.membership WHERE cell_id = :cell OR visited_cell = :cell)")
                .param("cell", organization.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
