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

    /** One organisation and what stands below it, so many at most; each found by its parent. */
    List<Organization> below(OrganizationId top, LocalDate date, int most) {
        return sql.sql("""
                        WITH RECURSIVE down AS (
                            SELECT organization_id, name, type, code, parent_id, valid
                              FROM register.organization
                             WHERE organization_id = :top AND valid @> :on
                            UNION
                            SELECT o.organization_id, o.name, o.type, o.code, o.parent_id, o.valid
                              FROM down
                             CROSS JOIN LATERAL (
                                SELECT *
                                  FROM register.organization
                                 WHERE parent_id = down.organization_id AND valid @> :on
                                OFFSET 0) AS o
                        )
                        SELECT\s""" + COLUMNS + " FROM down LIMIT :most")
                .param("top", top.value())
                .param("on", date)
                .param("most", most)
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
