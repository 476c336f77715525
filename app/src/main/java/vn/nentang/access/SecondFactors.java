package vn.nentang.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.store.Reach;

/**
 * The second factors of accounts that have any: codes from a telephone, each taken once, passkeys (see {@link Passkeys}), and
 * ten codes on paper for the day the device is lost, each taken once as well.
 */
@Component
public final class SecondFactors {

    private static final int PAPER_CODES = 10;
    private static final int PAPER_CODE_BYTES = 10;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;

    public SecondFactors(JdbcClient sql, TransactionOperations transactions, Clock clock) {
        this.sql = sql;
        this.transactions = new WholeTransactions(transactions);
        this.clock = clock;
    }

    /** Whether signing in takes a second step: of whatever kind the account has. */
    public boolean isOn(UUID account) {
        return Reach.whole(() ->
                sql.sql("""
                        SELECT EXISTS (SELECT FROM access.second_factor WHERE account_id = :account)
                            OR EXISTS (SELECT FROM access.passkey WHERE account_id = :account)
                        """).param("account", account).query(Boolean.class).single());
    }

    public boolean hasTelephone(UUID account) {
        return findSecret(account).isPresent();
    }

    private Optional<byte[]> findSecret(UUID account) {
        return Reach.whole(() -> sql.sql("SELECT secret FROM access.second_factor WHERE account_id = :account")
                .param("account", account)
                .query((row, _) -> row.getBytes("secret"))
                .optional());
    }

    /**
     * Connects a telephone, in the place of any before, once a code shows that it has the secret. Passkeys stay.
     *
     * @return ten codes for paper, readable here and never again; empty when the code was wrong
     */
    public Optional<List<String>> turnOn(UUID account, byte[] secret, String code) {
        var now = clock.instant();
        var step = OneTimeCode.step(secret, code, now);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(transactions.execute(_ -> {
            deleteOf(account, "second_factor");
            insert(account, secret, now, step.getAsLong());
            return newPaperCodes(account);
        }));
    }

    private void insert(UUID account, byte[] secret, Instant now, long step) {
        sql.sql("""
                INSERT INTO access.second_factor (account_id, secret, confirmed_at, last_step)
                VALUES (:account, :secret, :now, :step)
                """)
                .param("account", account)
                .param("secret", secret)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("step", step)
                .update();
    }

    /** Ten codes in the place of any before. */
    List<String> newPaperCodes(UUID account) {
        deleteOf(account, "recovery_code");
        var codes = Stream.generate(SecondFactors::paperCode).limit(PAPER_CODES).toList();
        codes.forEach(code -> sql.sql("INSERT INTO access.recovery_code (account_id, hash) VALUES (:account, :hash)")
                .param("account", account)
                .param("hash", hash(code))
                .update());
        return codes;
    }

    private static String paperCode() {
        var bytes = new byte[PAPER_CODE_BYTES];
        RANDOM.nextBytes(bytes);
        return OneTimeCode.inLetters(bytes).replaceAll("(.{%d})(?!$)".formatted(GROUP), "$1-");
    }

    /** These codes hold 80 random bits: nobody guesses one from its digest, however fast the digest is. */
    private static String hash(String code) {
        var plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Whether the code is right, which uses it up: of the telephone, later than the last one taken; or of the paper. */
    public boolean take(UUID account, String code) {
        return transactions.execute(_ -> takeStep(account, code) || takePaper(account, code));
    }

    private boolean takeStep(UUID account, String code) {
        var step = findSecret(account)
                .map(secret -> OneTimeCode.step(secret, code, clock.instant()))
                .orElseGet(OptionalLong::empty);
        return step.isPresent()
                && sql.sql("""
                        UPDATE access.second_factor SET last_step = :step
                         WHERE account_id = :account AND last_step < :step
                        """)
                                .param("account", account)
                                .param("step", step.getAsLong())
                                .update()
                        == 1;
    }

    private boolean takePaper(UUID account, String code) {
        return sql.sql("DELETE FROM access.recovery_code WHERE account_id = :account AND hash = :hash")
                        .param("account", account)
                        .param("hash", hash(code))
                        .update()
                == 1;
    }

    /** Codes on paper that were not used yet. */
    public int paperCodesLeft(UUID account) {
        return Reach.whole(() -> sql.sql("SELECT count(*) FROM access.recovery_code WHERE account_id = :account")
                .param("account", account)
                .query(Integer.class)
                .single());
    }

    /** The telephone is asked no more; codes on paper go with the last second factor. */
    public void removeTelephone(UUID account) {
        transactions.executeWithoutResult(_ -> {
            deleteOf(account, "second_factor");
            forgetPaperCodesWithoutFactor(account);
        });
    }

    void forgetPaperCodesWithoutFactor(UUID account) {
        if (!isOn(account)) {
            deleteOf(account, "recovery_code");
        }
    }

    /** Everything goes: telephone, passkeys, codes on paper. */
    public void turnOff(UUID account) {
        transactions.executeWithoutResult(
                _ -> List.of("recovery_code", "second_factor", "passkey").forEach(table -> deleteOf(account, table)));
    }

    private void deleteOf(UUID account, String table) {
        sql.sql("DELETE FROM access.%s WHERE account_id = :account".formatted(table))
                .param("account", account)
                .update();
    }
}
