package vn.nentang.review.round;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.kernel.PersonId;
import vn.nentang.store.Reach;

/** Self-reviews that are not handed in yet. Nobody's act: no entry of the ledger, seen by nobody but who writes them. */
@Component
public final class Drafts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FIELDS_MAX = 300;
    private static final int CHARS_MAX = 60_000;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;

    public Drafts(JdbcClient sql, TransactionOperations transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The fields as they were typed. */
    public Optional<Map<String, String>> find(PersonId person, int year) {
        return Reach.whole(
                () -> sql.sql("SELECT fields FROM draft.self_review WHERE person_id = :person AND year = :year")
                        .param("person", person.value())
                        .param("year", year)
                        .query((row, _) -> fields(row.getString("fields")))
                        .optional());
    }

    private static Map<String, String> fields(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    /**
     * Keeps what was typed, in the place of what was kept before.
     *
     * @throws IllegalArgumentException for more than 300 fields or 60,000 characters, which no form of ours has
     */
    public void keep(PersonId person, int year, Map<String, String> fields) {
        var json = JSON.writeValueAsString(fields);
        if (fields.size() > FIELDS_MAX || json.length() > CHARS_MAX) {
            throw new IllegalArgumentException("A draft has at most %d fields.".formatted(FIELDS_MAX));
        }
        Reach.whole(() -> transactions.execute(_ -> sql.sql("""
                        INSERT INTO draft.self_review (person_id, year, fields, saved_at)
                        VALUES (:person, :year, :fields::jsonb, :at)
                        ON CONFLICT (person_id, year) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at
                        """)
                .param("person", person.value())
                .param("year", year)
                .param("fields", json)
                .param("at", Timestamp.from(clock.instant()))
                .update()));
    }

    public void drop(PersonId person, int year) {
        Reach.whole(() -> transactions.execute(
                _ -> sql.sql("DELETE FROM draft.self_review WHERE person_id = :person AND year = :year")
                        .param("person", person.value())
                        .param("year", year)
                        .update()));
    }
}
