package vn.nentang.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Refusal;
import vn.nentang.store.Reach;

/**
 * Back into an account whose password or telephone is lost: one administrator asks, another confirms, and a code on paper,
 * good for a day and for once, lets the owner set a password. Who asked, who confirmed and when it was used is kept.
 */
@Component
public final class Resets {

    private static final Duration CODE_HOLDS = Duration.ofHours(24);

    private static final String SELECT = """
            SELECT r.*, a.login AS asker, c.login AS confirmer
              FROM access.reset r
              JOIN access.account a ON a.account_id = r.asked_by
              LEFT JOIN access.account c ON c.account_id = r.confirmed_by
            """;
    private static final String WAITING = """
            SELECT reset_id, code_hash, confirmed_at
              FROM access.reset
             WHERE account_id = :account AND code_hash IS NOT NULL
            """;
    private static final String OPEN = " AND used_at IS NULL AND dropped_at IS NULL";

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final SignInAttempts attempts;
    private final Clock clock;
    private final Passwords passwords = new Passwords();

    public Resets(
            JdbcClient sql,
            TransactionOperations transactions,
            Accounts accounts,
            SecondFactors secondFactors,
            SignInAttempts attempts,
            Clock clock) {
        this.sql = sql;
        this.transactions = new WholeTransactions(transactions);
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * A reset, at whatever step.
     *
     * @param confirmedBy login; null before the second person confirmed
     */
    public record Reset(
            UUID id,
            UUID account,
            UUID askedById,
            String askedBy,
            Instant askedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable Instant usedAt,
            @Nullable Instant droppedAt) {

        public boolean waits() {
            return confirmedAt == null && droppedAt == null;
        }
    }

    /** Every reset of an account, latest first. */
    public List<Reset> of(UUID account) {
        return Reach.whole(() -> sql.sql(SELECT + " WHERE r.account_id = :account ORDER BY asked_at DESC LIMIT 20")
                .param("account", account)
                .query(Resets::row)
                .list());
    }

    private static Reset row(ResultSet row, int number) throws SQLException {
        return new Reset(
                row.getObject("reset_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getObject("asked_by", UUID.class),
                row.getString("asker"),
                instant(row, "asked_at").orElseThrow(),
                row.getString("confirmer"),
                instant(row, "confirmed_at").orElse(null),
                instant(row, "used_at").orElse(null),
                instant(row, "dropped_at").orElse(null));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** The first person asks. A request that was open before is dropped. */
    public Decision<UUID> ask(UUID account, UUID by) {
        if (account.equals(by)) {
            return refused("reset-of-oneself");
        }
        var id = UUID.randomUUID();
        transactions.executeWithoutResult(_ -> {
            drop(account);
            sql.sql(
                            "INSERT INTO access.reset (reset_id, account_id, asked_by, asked_at) VALUES (:id, :account, :by, :now)")
                    .param("id", id)
                    .param("account", account)
                    .param("by", by)
                    .param("now", now())
                    .update();
        });
        return Decision.record(id);
    }

    /** Nothing that is open for an account holds any longer. */
    public void drop(UUID account) {
        transactions.executeWithoutResult(
                _ -> sql.sql("UPDATE access.reset SET dropped_at = :now WHERE account_id = :account" + OPEN)
                        .param("now", now())
                        .param("account", account)
                        .update());
    }

    /**
     * Another person confirms.
     *
     * @return the code for the owner's eyes: kept as a digest, so it is shown here and never again
     */
    public Decision<String> confirm(UUID reset, UUID account, UUID by) {
        return transactions.execute(_ -> {
            var known = of(account).stream().filter(r -> r.id().equals(reset)).findFirst();
            if (known.isEmpty() || !known.get().waits() || isOver(known.get().askedAt())) {
                return refused("reset-not-open");
            }
            if (known.get().askedById().equals(by)) {
                return refused("reset-needs-another");
            }
            return account.equals(by) ? refused("reset-of-oneself") : Decision.record(code(reset, by));
        });
    }

    private String code(UUID reset, UUID by) {
        var code = Passwords.made();
        sql.sql(
                        "UPDATE access.reset SET confirmed_by = :by, confirmed_at = :now, code_hash = :hash WHERE reset_id = :reset")
                .param("by", by)
                .param("now", now())
                .param("hash", passwords.hash(code))
                .param("reset", reset)
                .update();
        return code;
    }

    private boolean isOver(Instant since) {
        return !clock.instant().isBefore(since.plus(CODE_HOLDS));
    }

    private record Waiting(UUID reset, String hash, Instant confirmedAt) {}

    /**
     * The owner sets a password with the code. The second factor is gone with it, the account is open again, and its open
     * sessions end.
     */
    public Decision<Account> use(SignInAttempts.Try attempt, String code, String password) {
        if (!attempts.wait(attempt).isZero()) {
            return refused("reset-code-wrong");
        }
        var account = accounts.find(attempt.login());
        var waiting = account.flatMap(found -> waiting(found.id()));
        var right =
                waiting.filter(w -> code.length() <= Passwords.CHARS_MAX && passwords.matches(code.strip(), w.hash()));
        if (waiting.isEmpty()) {
            passwords.matchNobody(code.substring(0, Math.min(code.length(), Passwords.CHARS_MAX)));
        }
        if (account.isEmpty() || right.isEmpty() || isOver(right.get().confirmedAt())) {
            attempts.failed(attempt);
            return refused("reset-code-wrong");
        }
        return used(account.get(), right.get(), password, attempt);
    }

    private Decision<Account> used(Account account, Waiting waiting, String password, SignInAttempts.Try attempt) {
        return transactions.execute(_ -> {
            var changed = accounts.changePassword(account.id(), password);
            if (changed instanceof Decision.Recorded) {
                sql.sql("UPDATE access.reset SET used_at = :now, code_hash = NULL WHERE reset_id = :reset")
                        .param("now", now())
                        .param("reset", waiting.reset())
                        .update();
                secondFactors.turnOff(account.id());
                accounts.unlock(account.id());
                attempts.succeeded(attempt);
            }
            return changed;
        });
    }

    private Optional<Waiting> waiting(UUID account) {
        return Reach.whole(() -> sql
                .sql(WAITING + OPEN)
                .param("account", account)
                .query((row, _) -> new Waiting(
                        row.getObject("reset_id", UUID.class),
                        row.getString("code_hash"),
                        instant(row, "confirmed_at").orElseThrow()))
                .list()
                .stream()
                .findFirst());
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static <T> Decision<T> refused(String code) {
        return new Decision.Refused<>(List.of(Refusal.of(code, Map.of())));
    }
}
