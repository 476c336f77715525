package vn.nentang.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.store.Reach;

/** Who may sign in. There is no account and no password until somebody makes one. */
@Component
public final class Accounts {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final int NAME_CHARS_MAX = 200;

    private static final String SELECT = """
            SELECT account_id, login, display_name, person_id, password_hash, password_set_at
              FROM access.account
            """;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Authorities authorities;
    private final Clock clock;
    private final Passwords passwords = new Passwords();

    public Accounts(JdbcClient sql, TransactionOperations transactions, Authorities authorities, Clock clock) {
        this.sql = sql;
        this.transactions = new WholeTransactions(transactions);
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Makes an account, or says everything that stands against it.
     *
     * @param person whom it belongs to; null for a technical account
     */
    public Decision<Account> create(String login, String displayName, @Nullable PersonId person, String password) {
        var name = login.strip().toLowerCase(Locale.ROOT);
        var account = new Account(UUID.randomUUID(), name, displayName.strip(), person, now());
        return transactions.execute(_ -> {
            var refusals = new ArrayList<>(identityRefusals(account));
            refusals.addAll(passwordRefusals(name, password));
            if (refusals.isEmpty()) {
                insert(account, passwords.hash(password));
            }
            return Decision.of(refusals, account);
        });
    }

    private List<Refusal> identityRefusals(Account account) {
        var refusals = new ArrayList<Refusal>();
        var facts = Map.of("login", account.login());
        if (!LOGIN.matcher(account.login()).matches()) {
            refusals.add(Refusal.of("account-login-form", facts));
        } else if (find(account.login()).isPresent()) {
            refusals.add(Refusal.of("account-login-taken", facts));
        }
        if (account.displayName().isEmpty() || account.displayName().length() > NAME_CHARS_MAX) {
            refusals.add(Refusal.of("account-name-length", Map.of("max", String.valueOf(NAME_CHARS_MAX))));
        }
        if (account.person() != null && of(account.person()).isPresent()) {
            refusals.add(Refusal.of("account-person-has-one", facts));
        }
        return refusals;
    }

    private static List<Refusal> passwordRefusals(String login, String password) {
        var refusals = new ArrayList<Refusal>();
        if (password.length() < Passwords.CHARS_MIN || password.length() > Passwords.CHARS_MAX) {
            refusals.add(Refusal.of(
                    "password-length",
                    Map.of("min", String.valueOf(Passwords.CHARS_MIN), "max", String.valueOf(Passwords.CHARS_MAX))));
        }
        if (Passwords.guessable(login, password)) {
            refusals.add(Refusal.of("password-guessable", Map.of()));
        }
        return refusals;
    }

    private void insert(Account account, String hash) {
        sql.sql("""
                INSERT INTO access.account (account_id, login, display_name, person_id, password_hash, password_set_at)
                VALUES (:id, :login, :name, :person, :hash, :setAt)
                """)
                .param("id", account.id())
                .param("login", account.login())
                .param("name", account.displayName())
                .param(
                        "person",
                        account.person() == null ? null : account.person().value(),
                        Types.OTHER)
                .param("hash", hash)
                .param("setAt", account.passwordSetAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives an account another password; its open sessions end. */
    public Decision<Account> changePassword(UUID id, String password) {
        return transactions.execute(_ -> {
            var account = find(id).orElseThrow(() -> new IllegalArgumentException("No account " + id));
            var refusals = passwordRefusals(account.login(), password);
            if (refusals.isEmpty()) {
                sql.sql(
                                "UPDATE access.account SET password_hash = :hash, password_set_at = :setAt WHERE account_id = :id")
                        .param("hash", passwords.hash(password))
                        .param("setAt", now().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update();
            }
            return Decision.of(refusals, find(id).orElseThrow());
        });
    }

    /** The account, when the password is its own. Takes the same time whether or not the account exists. */
    public Optional<Account> verify(String login, String password) {
        if (password.length() > Passwords.CHARS_MAX) {
            return Optional.empty();
        }
        var known = kept("WHERE login = :value", login.strip().toLowerCase(Locale.ROOT));
        if (known.isEmpty()) {
            passwords.matchNobody(password);
        }
        return known.filter(k -> passwords.matches(password, k.hash())).map(Kept::account);
    }

    /** Closes an account until it is opened again; its open sessions end with their next request. */
    public void lock(UUID id, String by) {
        transactions.executeWithoutResult(
                _ -> sql.sql("UPDATE access.account SET locked_at = :now, locked_by = :by WHERE account_id = :id")
                        .param("now", now().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("id", id)
                        .update());
    }

    public void unlock(UUID id) {
        transactions.executeWithoutResult(
                _ -> sql.sql("UPDATE access.account SET locked_at = NULL, locked_by = NULL WHERE account_id = :id")
                        .param("id", id)
                        .update());
    }

    public boolean isLocked(UUID id) {
        return Reach.whole(() -> sql.sql("SELECT locked_at IS NOT NULL FROM access.account WHERE account_id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false));
    }

    /** The account, unless somebody has locked it. */
    public Optional<Account> findOpen(UUID id) {
        return kept("WHERE locked_at IS NULL AND account_id = :value", id).map(Kept::account);
    }

    /**
     * When this account was entered the last time.
     *
     * @param at null where this is the first time
     * @param failed wrong tries since
     */
    public record Before(@Nullable Instant at, int failed) {}

    /** Notes that somebody has signed in; gives what was noted before. */
    public Before enter(UUID id) {
        return transactions.execute(_ -> {
            var before = before(id);
            sql.sql("UPDATE access.account SET signed_in_at = :now, failed_since = 0 WHERE account_id = :id")
                    .param("now", now().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
            return before;
        });
    }

    private Before before(UUID id) {
        return sql.sql("SELECT signed_in_at, failed_since FROM access.account WHERE account_id = :id")
                .param("id", id)
                .query((row, _) -> new Before(
                        Optional.ofNullable(row.getObject("signed_in_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getInt("failed_since")))
                .single();
    }

    public Optional<Account> find(UUID id) {
        return kept("WHERE account_id = :value", id).map(Kept::account);
    }

    public Optional<Account> find(String login) {
        return kept("WHERE login = :value", login.strip().toLowerCase(Locale.ROOT))
                .map(Kept::account);
    }

    /** All accounts by login. */
    public List<Account> list() {
        return Reach.whole(() -> sql.sql(SELECT + "ORDER BY login").query(Accounts::row).list().stream()
                .map(Kept::account)
                .toList());
    }

    /** The name to show for each of these logins; those of no account are missing. */
    public Map<String, String> displayNames(Collection<String> logins) {
        record Shown(String login, String name) {}
        var sought = logins.stream().distinct().toArray(String[]::new);
        return Reach.whole(() -> sql.sql("SELECT login, display_name FROM access.account WHERE login = ANY (:logins)")
                        .param("logins", sought)
                        .query((row, _) -> new Shown(row.getString("login"), row.getString("display_name")))
                        .list())
                .stream()
                .collect(Collectors.toMap(Shown::login, Shown::name));
    }

    /** The account of a person. */
    public Optional<Account> of(PersonId person) {
        return kept("WHERE person_id = :value", person.value()).map(Kept::account);
    }

    /** Who is reading, with all that the posts held on a day allow. */
    public Viewer viewer(Account account, LocalDate today) {
        return authorities.of(account, today);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Kept(Account account, String hash) {}

    private Optional<Kept> kept(String where, Object value) {
        return Reach.whole(() -> sql.sql(SELECT + where)
                .param("value", value)
                .query(Accounts::row)
                .optional());
    }

    private static Kept row(ResultSet row, int number) throws SQLException {
        var account = new Account(
                row.getObject("account_id", UUID.class),
                row.getString("login"),
                row.getString("display_name"),
                Optional.ofNullable(row.getObject("person_id", UUID.class))
                        .map(PersonId::new)
                        .orElse(null),
                row.getObject("password_set_at", OffsetDateTime.class).toInstant());
        return new Kept(account, row.getString("password_hash"));
    }
}
