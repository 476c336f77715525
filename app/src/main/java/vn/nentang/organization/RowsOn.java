package vn.nentang.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.kernel.OrganizationId;

/** The register's rows of a date, up to the last committed entry. */
record RowsOn(JdbcClient sql) {

    static final String COLUMNS = "organization_id, name, type, code, parent_id, lower(valid) AS since";

    List<Organization> all(LocalDate date) {
        return sql.sql("SELECT " + COLUMNS + " FROM register.organization WHERE valid @> :on")
                .param("on", date)
                .query(RowsOn::row)
                .list();
    }

    /** Of some organisations, those in force. */
    List<Organization> of(Collection<OrganizationId> some, LocalDate date) {
        return sql.sql("SELECT " + COLUMNS + """
                         FROM register.organization
                        WHERE organization_id = ANY (:ids) AND valid @> :on
                        """)
                .param("ids", some.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .param("on", date)
                .query(RowsOn::row)
                .list();
    }

    static Organization row(ResultSet row, int number) throws SQLException {
        return new Organization(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("name"),
                row.getString("type"),
                row.getString("code"),
                Optional.ofNullable(row.getObject("parent_id", UUID.class))
                        .map(OrganizationId::new)
                        .orElse(null),
                row.getObject("since", LocalDate.class));
    }
}
