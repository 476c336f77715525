package vn.nentang.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Refusal;
import vn.nentang.store.Reach;

/**
 * Passkeys as the second factor of an account, at most ten: keys that a device or a security key holds and never gives away.
 * An answer counts for the account it was asked of, at the site the key belongs to, once.
 */
@Component
public final class Passkeys {

    /** Letters of the name an owner gives to a key. */
    public static final int NAME_CHARS_MAX = 60;

    private static final int KEYS_MAX = 10;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final SecondFactors factors;
    private final Clock clock;
    private final PasskeyCeremony ceremony = new PasskeyCeremony();

    public Passkeys(JdbcClient sql, TransactionOperations transactions, SecondFactors factors, Clock clock) {
        this.sql = sql;
        this.transactions = new WholeTransactions(transactions);
        this.factors = factors;
        this.clock = clock;
    }

    /**
     * One of them, as its owner sees it.
     *
     * @param domain where it can be used
     * @param usedAt null as long as it was not
     */
    public record Passkey(
            UUID id,
            String name,
            String domain,
            Instant addedAt,
            @Nullable Instant usedAt) {}

    private record Kept(Passkey passkey, PasskeyCeremony.Key key) {}

    /** Those of an account, the oldest first. */
    public List<Passkey> of(UUID account) {
        return kept(account).stream().map(Kept::passkey).toList();
    }

    private List<Kept> kept(UUID account) {
        return Reach.whole(() -> sql.sql("SELECT * FROM access.passkey WHERE account_id = :account ORDER BY added_at")
                .param("account", account)
                .query(Passkeys::row)
                .list());
    }

    private static Kept row(ResultSet row, int number) throws SQLException {
        var passkey = new Passkey(
                row.getObject("passkey_id", UUID.class),
                row.getString("name"),
                row.getString("domain"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
        var transports = Stream.of(row.getString("transports").split(","))
                .filter(way -> !way.isEmpty())
                .toList();
        return new Kept(
                passkey,
                new PasskeyCeremony.Key(
                        row.getString("credential_id"),
                        row.getString("credential"),
                        transports,
                        row.getBoolean("backup_eligible"),
                        row.getLong("counter")));
    }

    private List<PasskeyCeremony.Key> keys(UUID account, PasskeySite site) {
        return kept(account).stream()
                .filter(kept -> kept.passkey().domain().equals(site.domain()))
                .map(Kept::key)
                .toList();
    }

    /** A new question, to be kept beside the session and nowhere else. */
    public PasskeyChallenge challenge(PasskeySite site) {
        return new PasskeyChallenge(site, clock.instant());
    }

    /** What stands against one more key of that name. */
    public List<Refusal> refusals(UUID account, String name) {
        var refusals = new ArrayList<Refusal>();
        if (name.isBlank() || name.strip().length() > NAME_CHARS_MAX) {
            refusals.add(Refusal.of("passkey-name-length", Map.of("max", String.valueOf(NAME_CHARS_MAX))));
        }
        if (of(account).size() >= KEYS_MAX) {
            refusals.add(Refusal.of("passkey-too-many", Map.of("max", String.valueOf(KEYS_MAX))));
        }
        return refusals;
    }

    /** The question as browsers read it (JSON), for a new key; empty when it is not open any more. */
    public Optional<String> askForNew(Account account, PasskeyChallenge challenge) {
        return challenge.isOpen(clock.instant())
                ? Optional.of(ceremony.creationOptions(account, challenge, keys(account.id(), challenge.site())))
                : Optional.empty();
    }

    /** The question as browsers read it (JSON), for a key of the account; empty when it has none for the site. */
    public Optional<String> ask(UUID account, PasskeyChallenge challenge) {
        var keys = keys(account, challenge.site());
        return keys.isEmpty() ? Optional.empty() : Optional.of(ceremony.requestOptions(challenge, keys));
    }

    /**
     * What adding a key has led to.
     *
     * @param codes for paper, readable here and never again, when this is the account's first second factor; else none
     */
    public record Added(List<String> codes) {

        public Added {
            codes = List.copyOf(codes);
        }
    }

    /** Adds the key that a browser has made in answer to a challenge. */
    public Decision<Added> add(UUID account, String name, PasskeyChallenge challenge, String answer) {
        if (!challenge.take(clock.instant())) {
            return refused("passkey-late");
        }
        var made = ceremony.made(challenge, PasskeyAnswer.read(answer));
        if (made.isEmpty()) {
            return refused("passkey-wrong");
        }
        return transactions.execute(_ -> {
            var refusals = refusals(account, name);
            if (!refusals.isEmpty()) {
                return new Decision.Refused<>(refusals);
            }
            var isFirst = !factors.isOn(account);
            if (!insert(account, name.strip(), challenge.site(), made.get())) {
                return refused("passkey-known");
            }
            return Decision.record(new Added(isFirst ? factors.newPaperCodes(account) : List.of()));
        });
    }

    private static <T> Decision<T> refused(String code) {
        return new Decision.Refused<>(List.of(Refusal.of(code, Map.of())));
    }

    private boolean insert(UUID account, String name, PasskeySite site, PasskeyCeremony.Key key) {
        return sql.sql("""
                INSERT INTO access.passkey (passkey_id, account_id, name, domain, credential_id, credential, transports,
                                            backup_eligible, counter, added_at)
                VALUES (:id, :account, :name, :domain, :credentialId, :credential, :transports, :backup, :counter, :now)
                ON CONFLICT (credential_id) DO NOTHING
                """)
                        .param("id", UUID.randomUUID())
                        .param("account", account)
                        .param("name", name)
                        .param("domain", site.domain())
                        .param("credentialId", key.id())
                        .param("credential", key.credential())
                        .param("transports", String.join(",", key.transports()))
                        .param("backup", key.isBackupEligible())
                        .param("counter", key.counter())
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** How an answer was taken. */
    public enum Taken {
        RIGHT,
        WRONG,
        /** The question was answered before, or too long ago: nothing was looked at. */
        LATE
    }

    /** Takes an answer, which uses the challenge up: of a key of this account, for the site of the challenge. */
    public Taken take(UUID account, PasskeyChallenge challenge, String answer) {
        if (!challenge.take(clock.instant())) {
            return Taken.LATE;
        }
        return Boolean.TRUE.equals(transactions.execute(_ -> isRight(account, challenge, answer)))
                ? Taken.RIGHT
                : Taken.WRONG;
    }

    private boolean isRight(UUID account, PasskeyChallenge challenge, String answer) {
        var said = PasskeyAnswer.read(answer);
        return said.keyId().stream()
                .flatMap(id -> keys(account, challenge.site()).stream()
                        .filter(key -> key.id().equals(id)))
                .anyMatch(key -> ceremony.counter(challenge, account, key, said).stream()
                        .anyMatch(counter -> use(key, counter)));
    }

    /** Two answers of one key at the same moment are one: the counter goes up once, where the key counts at all. */
    private boolean use(PasskeyCeremony.Key key, long counter) {
        return sql.sql("""
                UPDATE access.passkey SET counter = :counter, used_at = :now
                 WHERE credential_id = :id AND (counter < :counter OR (counter = 0 AND :counter = 0))
                """)
                        .param("counter", counter)
                        .param("now", now())
                        .param("id", key.id())
                        .update()
                == 1;
    }

    /** Takes a key of an account away; codes on paper go with the last second factor. */
    public void remove(UUID account, UUID passkey) {
        transactions.executeWithoutResult(_ -> {
            sql.sql("DELETE FROM access.passkey WHERE account_id = :account AND passkey_id = :passkey")
                    .param("account", account)
                    .param("passkey", passkey)
                    .update();
            factors.forgetPaperCodesWithoutFactor(account);
        });
    }
}
