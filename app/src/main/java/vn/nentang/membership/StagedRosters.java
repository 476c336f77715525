package vn.nentang.membership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.kernel.OrganizationId;

/** Files that came in and wait for a person to decide. They are no history: taken over or thrown away, they are gone. */
@Component
public final class StagedRosters {

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;

    public StagedRosters(JdbcClient sql, TransactionOperations transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A waiting file.
     *
     * @param list the id of the command under which it would be taken over
     */
    public record Staged(UUID list, String account, String fileName, OrganizationId under, LocalDate asOf) {}

    public Staged add(String account, String fileName, Path content, OrganizationId under, LocalDate asOf)
            throws IOException {
        var staged = new Staged(UUID.randomUUID(), account, fileName, under, asOf);
        var bytes = Files.readAllBytes(content);
        transactions.executeWithoutResult(_ -> sql.sql("""
                        INSERT INTO staging.roster_file (list_id, account, file_name, content, under, as_of, arrived_at)
                        VALUES (:list, :account, :name, :content, :under, :as_of, :at)
                        """)
                .param("list", staged.list())
                .param("account", account)
                .param("name", fileName)
                .param("content", bytes)
                .param("under", under.value())
                .param("as_of", asOf)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        return staged;
    }

    /** Those waiting under these organisations, latest first. */
    public List<Staged> list(Collection<OrganizationId> under) {
        return sql.sql("""
                        SELECT list_id, account, file_name, under, as_of
                          FROM staging.roster_file
                         WHERE under = ANY (:under)
                         ORDER BY arrived_at DESC
                        """)
                .param("under", under.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query(StagedRosters::row)
                .list();
    }

    public Optional<Staged> find(UUID list) {
        return sql.sql(
                        "SELECT list_id, account, file_name, under, as_of FROM staging.roster_file WHERE list_id = :list")
                .param("list", list)
                .query(StagedRosters::row)
                .optional();
    }

    private static Staged row(ResultSet row, int number) throws SQLException {
        return new Staged(
                row.getObject("list_id", UUID.class),
                row.getString("account"),
                row.getString("file_name"),
                new OrganizationId(row.getObject("under", UUID.class)),
                row.getObject("as_of", LocalDate.class));
    }

    /** Writes the file's bytes to a temporary file of the caller's, readable by the owner alone. */
    public Path copy(UUID list) throws IOException {
        var name = find(list).map(Staged::fileName).orElse("");
        var file = Files.createTempFile("roster", ending(name));
        var bytes = sql.sql("SELECT content FROM staging.roster_file WHERE list_id = :list")
                .param("list", list)
                .query((row, _) -> row.getBytes("content"))
                .single();
        return Files.write(file, bytes);
    }

    /** The kind of a file is told by its content; the ending only helps where the content leaves it open. */
    private static String ending(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
    }

    public void remove(UUID list) {
        transactions.executeWithoutResult(_ -> sql.sql("DELETE FROM staging.roster_file WHERE list_id = :list")
                .param("list", list)
                .update());
    }
}
