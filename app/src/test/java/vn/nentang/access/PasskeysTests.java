package vn.nentang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nentang.kernel.Decision;
import vn.nentang.store.Store;
import vn.nentang.store.TestStore;

/** What counts as the answer of a passkey, and everything that does not. */
final class PasskeysTests {

    private static final String ORIGIN = "https://nentang.example.vn";
    private static final String DOMAIN = "nentang.example.vn";
    private static final PasskeySite SITE = new PasskeySite(ORIGIN, DOMAIN);
    private static final PasskeySite ELSEWHERE = new PasskeySite("https://khac.example.vn", "khac.example.vn");

    private final Store store = TestStore.fresh();
    private final HandSetClock clock = new HandSetClock();
    private final JdbcClient sql = JdbcClient.create(store.app());
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(store.app()));
    private final SecondFactors factors = new SecondFactors(sql, transactions, clock);
    private final Passkeys passkeys = new Passkeys(sql, transactions, factors, clock);
    private final Account an = account("an");
    private final Account binh = account("binh");

    private Account account(String login) {
        var id = UUID.randomUUID();
        transactions.executeWithoutResult(
                _ -> sql.sql("""
                INSERT INTO access.account (account_id, login, display_name, password_hash, password_set_at)
                VALUES (:id, :login, :login, '-', now())
                """).param("id", id).param("login", login).update());
        return new Account(id, login, login, null, Clock.systemUTC().instant());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static SoftKey key() {
        return new SoftKey(ORIGIN, DOMAIN);
    }

    /** A key that the account has. */
    private SoftKey keyOf(Account owner, String name) {
        var key = key();
        assertThat(add(owner, name, key)).isEmpty();
        return key;
    }

    /** The codes of what stands against adding it. */
    private List<String> add(Account owner, String name, SoftKey key) {
        var challenge = passkeys.challenge(SITE);
        var question = passkeys.askForNew(owner, challenge).orElseThrow();
        return codes(passkeys.add(owner.id(), name, challenge, key.make(question)));
    }

    private static List<String> codes(Decision<?> decision) {
        return switch (decision) {
            case Decision.Refused<?>(var reasons) ->
                reasons.stream().map(reason -> reason.code()).toList();
            case Decision.Recorded<?> _ -> List.of();
        };
    }

    private Passkeys.Taken use(Account owner, SoftKey key) {
        var challenge = passkeys.challenge(SITE);
        return passkeys.take(
                owner.id(),
                challenge,
                key.use(passkeys.ask(owner.id(), challenge).orElseThrow()));
    }

    @Test
    void a_key_that_was_added_opens_its_account_as_often_as_it_counts_on() {
        var key = keyOf(an, "Máy ở cơ quan");

        assertThat(use(an, key.counting(2))).isEqualTo(Passkeys.Taken.RIGHT);
        assertThat(use(an, key.counting(9))).isEqualTo(Passkeys.Taken.RIGHT);
        assertThat(passkeys.of(an.id())).singleElement().satisfies(known -> {
            assertThat(known.name()).isEqualTo("Máy ở cơ quan");
            assertThat(known.domain()).isEqualTo(DOMAIN);
            assertThat(known.addedAt()).isEqualTo(clock.instant());
            assertThat(known.usedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void a_key_that_does_not_count_opens_as_well() {
        var key = key().counting(0);
        assertThat(add(an, "Không đếm", key)).isEmpty();

        assertThat(use(an, key)).isEqualTo(Passkeys.Taken.RIGHT);
        assertThat(use(an, key)).isEqualTo(Passkeys.Taken.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4, 5})
    void a_key_that_counts_backwards_or_stands_still_was_copied_and_opens_nothing(long counter) {
        var key = keyOf(an, "Đếm");
        assertThat(use(an, key.counting(5))).isEqualTo(Passkeys.Taken.RIGHT);

        assertThat(use(an, key.counting(counter))).isEqualTo(Passkeys.Taken.WRONG);
        assertThat(use(an, key.counting(6))).isEqualTo(Passkeys.Taken.RIGHT);
    }

    @Test
    void another_accounts_key_opens_nothing() {
        keyOf(an, "Của An");
        var another = keyOf(binh, "Của Bình");

        assertThat(use(an, another.counting(2))).isEqualTo(Passkeys.Taken.WRONG);
        assertThat(use(binh, another.counting(3))).isEqualTo(Passkeys.Taken.RIGHT);
    }

    @Test
    void a_key_nobody_has_added_opens_nothing() {
        keyOf(an, "Của An");

        assertThat(use(an, key().counting(2))).isEqualTo(Passkeys.Taken.WRONG);
    }

    @Test
    void an_answer_is_taken_once_and_to_its_own_question_alone() {
        var key = keyOf(an, "Của An");
        var challenge = passkeys.challenge(SITE);
        var answer = key.counting(2).use(passkeys.ask(an.id(), challenge).orElseThrow());

        assertThat(passkeys.take(an.id(), challenge, answer)).isEqualTo(Passkeys.Taken.RIGHT);
        assertThat(passkeys.take(an.id(), challenge, answer)).isEqualTo(Passkeys.Taken.LATE);
        assertThat(passkeys.take(an.id(), passkeys.challenge(SITE), answer)).isEqualTo(Passkeys.Taken.WRONG);
    }

    @Test
    void an_answer_of_a_key_that_does_not_count_is_not_taken_for_another_question() {
        var key = key().counting(0);
        assertThat(add(an, "Không đếm", key)).isEmpty();
        var answer = key.use(passkeys.ask(an.id(), passkeys.challenge(SITE)).orElseThrow());

        assertThat(passkeys.take(an.id(), passkeys.challenge(SITE), answer)).isEqualTo(Passkeys.Taken.WRONG);
    }

    @ParameterizedTest
    @CsvSource({"PT4M59S, RIGHT", "PT5M, LATE", "PT5M1S, LATE"})
    void a_question_waits_five_minutes(Duration later, Passkeys.Taken taken) {
        var key = keyOf(an, "Của An");
        var challenge = passkeys.challenge(SITE);
        var answer = key.counting(2).use(passkeys.ask(an.id(), challenge).orElseThrow());
        clock.advance(later);

        assertThat(passkeys.take(an.id(), challenge, answer)).isEqualTo(taken);
    }

    @Test
    void a_question_for_a_new_key_waits_five_minutes_and_is_answered_once() {
        var challenge = passkeys.challenge(SITE);
        var answer = key().make(passkeys.askForNew(an, challenge).orElseThrow());
        var late = passkeys.challenge(SITE);
        var lateAnswer = key().make(passkeys.askForNew(an, late).orElseThrow());

        assertThat(codes(passkeys.add(an.id(), "Một", challenge, answer))).isEmpty();
        assertThat(codes(passkeys.add(an.id(), "Hai", challenge, answer))).containsExactly("passkey-late");
        clock.advance(Duration.ofMinutes(5));
        assertThat(passkeys.askForNew(an, late)).isEmpty();
        assertThat(codes(passkeys.add(an.id(), "Ba", late, lateAnswer))).containsExactly("passkey-late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://nentang.example.vn:8443",
                "http://nentang.example.vn",
                "https://a.nentang.example.vn",
                "https://nentang.example.vn.evil.example",
                "null",
                ""
            })
    void an_answer_from_another_origin_is_wrong(String origin) {
        var key = keyOf(an, "Của An");

        assertThat(use(an, key.counting(2).at(origin))).isEqualTo(Passkeys.Taken.WRONG);
        assertThat(add(an, "Mới", key().at(origin))).containsExactly("passkey-wrong");
        assertThat(use(an, key.counting(3).at(ORIGIN))).isEqualTo(Passkeys.Taken.RIGHT);
    }

    @Test
    void an_answer_for_another_domain_is_wrong() {
        var key = keyOf(an, "Của An");

        assertThat(use(an, key.counting(2).of("evil.example"))).isEqualTo(Passkeys.Taken.WRONG);
        assertThat(add(an, "Mới", key().of("evil.example"))).containsExactly("passkey-wrong");
    }

    @Test
    void a_key_is_neither_asked_for_nor_taken_at_another_site() {
        var key = keyOf(an, "Của An").counting(2).at(ELSEWHERE.origin()).of(ELSEWHERE.domain());
        var challenge = passkeys.challenge(ELSEWHERE);

        assertThat(passkeys.ask(an.id(), challenge)).isEmpty();
        var question = "\"challenge\":\"%s\""
                .formatted(SoftKey.challengeOf(passkeys.askForNew(an, challenge).orElseThrow()));
        assertThat(passkeys.take(an.id(), challenge, key.use(question))).isEqualTo(Passkeys.Taken.WRONG);
    }

    @Test
    void nobody_at_the_device_or_another_purpose_is_wrong() {
        var key = keyOf(an, "Của An");
        var challenge = passkeys.challenge(SITE);
        var question = passkeys.ask(an.id(), challenge).orElseThrow();

        assertThat(passkeys.take(an.id(), challenge, key.counting(2).useAs("webauthn.create", question)))
                .isEqualTo(Passkeys.Taken.WRONG);
        assertThat(use(an, key.counting(3).withFlags(0))).isEqualTo(Passkeys.Taken.WRONG);
        assertThat(add(an, "Mới", key().withFlags(0))).containsExactly("passkey-wrong");
    }

    @Test
    void a_key_that_says_it_is_somebody_elses_is_wrong() {
        var key = keyOf(an, "Của An");

        assertThat(use(an, key.counting(2).saying("AAAAAAAAAAAAAAAAAAAAAA"))).isEqualTo(Passkeys.Taken.WRONG);
    }

    @Test
    void no_letter_of_an_answer_can_be_changed() {
        var key = keyOf(an, "Của An");
        for (var part : List.of("signature", "authenticatorData", "clientDataJSON", "rawId")) {
            var challenge = passkeys.challenge(SITE);
            var answer = key.counting(2).use(passkeys.ask(an.id(), challenge).orElseThrow());
            var at = answer.indexOf("\"" + part + "\":\"") + part.length() + 12;
            var changed = answer.substring(0, at) + (answer.charAt(at) == 'A' ? 'B' : 'A') + answer.substring(at + 1);

            assertThat(passkeys.take(an.id(), challenge, changed)).as(part).isEqualTo(Passkeys.Taken.WRONG);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "0",
                "{",
                "\"\"",
                "{\"id\":null,\"rawId\":null,\"type\":null,\"response\":null}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"!!\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"!!\"}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"\",\"signature\":\"\",\"attestationObject\":\"\"}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\",\"attestationObject\":\"oA\"}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"x\",\"clientExtensionResults\":[],\"response\":{\"clientDataJSON\":\"bnVsbA\",\"authenticatorData\":\"_w\",\"signature\":\"_w\",\"attestationObject\":\"n5-fn5-f\",\"transports\":[null,\"\"]}}"
            })
    void what_is_no_answer_is_wrong_and_breaks_nothing(String answer) {
        keyOf(an, "Của An");
        var challenge = passkeys.challenge(SITE);

        assertThat(passkeys.take(an.id(), passkeys.challenge(SITE), answer)).isEqualTo(Passkeys.Taken.WRONG);
        assertThat(codes(passkeys.add(an.id(), "Mới", challenge, answer))).containsExactly("passkey-wrong");
    }

    @Test
    void an_answer_without_an_end_is_wrong_and_breaks_nothing() {
        var key = keyOf(an, "Của An");
        var used = key.counting(2)
                .use(passkeys.ask(an.id(), passkeys.challenge(SITE)).orElseThrow());
        for (var endless : List.of("[".repeat(15_000), "{\"a\":".repeat(3_000), used + " ".repeat(30_000))) {
            assertThat(passkeys.take(an.id(), passkeys.challenge(SITE), endless))
                    .isEqualTo(Passkeys.Taken.WRONG);
        }
    }

    /** Inside the outer checks: the bytes that a key has written, cut off and changed by a seeded hand. */
    @Test
    void bytes_of_a_key_that_are_cut_off_or_changed_open_nothing_and_break_nothing() {
        var random = new Random(20_260_719);
        var key = keyOf(an, "Của An").counting(2);
        for (var round = 0; round < 300; round++) {
            var challenge = passkeys.challenge(SITE);
            var used = key.use(passkeys.ask(an.id(), challenge).orElseThrow());
            var damaged = damaged(used, random);
            assertThat(passkeys.take(an.id(), challenge, damaged)).as(damaged).isEqualTo(Passkeys.Taken.WRONG);

            var another = passkeys.challenge(SITE);
            var made = key().make(passkeys.askForNew(binh, another).orElseThrow());
            passkeys.add(binh.id(), "Hỏng", another, damaged(made, random));
        }
        assertThat(use(an, key)).isEqualTo(Passkeys.Taken.RIGHT);
    }

    private static String damaged(String answer, Random random) {
        var parts = Pattern.compile("\"(attestationObject|authenticatorData|signature|clientDataJSON)\":\"([^\"]+)\"")
                .matcher(answer)
                .results()
                .toList();
        var part = parts.get(random.nextInt(parts.size()));
        var bytes = PasskeyAnswer.bytesIn(part.group(2));
        var at = random.nextInt(bytes.length);
        if (random.nextBoolean()) {
            bytes = Arrays.copyOf(bytes, at);
        } else {
            bytes[at] ^= (byte) (1 + random.nextInt(255));
        }
        return answer.substring(0, part.start(2)) + PasskeyAnswer.letters(bytes) + answer.substring(part.end(2));
    }

    @Test
    void a_removed_key_opens_nothing_and_only_its_owner_removes_it() {
        var key = keyOf(an, "Của An");
        keyOf(an, "Khác");
        var id = passkeys.of(an.id()).getFirst().id();

        passkeys.remove(binh.id(), id);
        assertThat(use(an, key.counting(2))).isEqualTo(Passkeys.Taken.RIGHT);
        passkeys.remove(an.id(), id);
        assertThat(use(an, key.counting(3))).isEqualTo(Passkeys.Taken.WRONG);
        assertThat(passkeys.of(an.id())).hasSize(1);
    }

    @Test
    void a_key_is_added_once_whoever_adds_it() {
        var key = keyOf(an, "Của An");

        assertThat(add(an, "Lại", key)).containsExactly("passkey-known");
        assertThat(add(binh, "Của Bình", key)).containsExactly("passkey-known");
        assertThat(factors.isOn(binh.id())).isFalse();
    }

    @Test
    void a_name_is_asked_for_and_ten_keys_are_enough() {
        assertThat(add(an, " ", key())).containsExactly("passkey-name-length");
        assertThat(add(an, "x".repeat(61), key())).containsExactly("passkey-name-length");
        for (var i = 0; i < 10; i++) {
            keyOf(an, "Khóa " + i);
        }
        assertThat(add(an, "", key())).containsExactly("passkey-name-length", "passkey-too-many");
    }

    @Test
    void a_device_learns_the_login_and_no_name() {
        var named = new Account(an.id(), "an", "Lò Thị An", null, an.passwordSetAt());
        var question = passkeys.askForNew(named, passkeys.challenge(SITE)).orElseThrow();

        assertThat(question)
                .contains("\"an\"", "\"userVerification\":\"preferred\"", "\"attestation\":\"none\"")
                .doesNotContain("Lò Thị An", "null");
    }

    @Test
    void keys_of_the_account_are_named_in_the_question_so_that_a_device_makes_no_second_one() {
        keyOf(an, "Của An");
        var known = sql.sql("SELECT credential_id FROM access.passkey")
                .query(String.class)
                .single();

        assertThat(passkeys.askForNew(an, passkeys.challenge(SITE)).orElseThrow())
                .contains(known);
        assertThat(passkeys.askForNew(binh, passkeys.challenge(SITE)).orElseThrow())
                .doesNotContain(known);
    }

    @Test
    void the_first_factor_brings_codes_on_paper_and_they_go_with_the_last() {
        var challenge = passkeys.challenge(SITE);
        var question = passkeys.askForNew(an, challenge).orElseThrow();
        var added = passkeys.add(an.id(), "Một", challenge, key().make(question));
        assertThat(
                        added instanceof Decision.Recorded<Passkeys.Added>(var all)
                                ? all.getFirst().codes()
                                : List.of())
                .hasSize(10);
        assertThat(factors.isOn(an.id())).isTrue();
        assertThat(factors.hasTelephone(an.id())).isFalse();

        var secret = OneTimeCode.secret();
        assertThat(factors.turnOn(an.id(), secret, OneTimeCode.at(secret, clock.instant())))
                .isPresent();
        assertThat(passkeys.of(an.id())).as("a telephone leaves passkeys alone").hasSize(1);
        factors.removeTelephone(an.id());
        assertThat(factors.isOn(an.id())).as("the passkey is still asked for").isTrue();
        assertThat(factors.paperCodesLeft(an.id())).isEqualTo(10);

        passkeys.remove(an.id(), passkeys.of(an.id()).getFirst().id());
        assertThat(factors.isOn(an.id())).isFalse();
        assertThat(factors.paperCodesLeft(an.id())).isZero();
    }

    @Test
    void turning_everything_off_takes_passkeys_too() {
        keyOf(an, "Của An");
        keyOf(binh, "Của Bình");

        factors.turnOff(an.id());

        assertThat(passkeys.of(an.id())).isEmpty();
        assertThat(factors.isOn(an.id())).isFalse();
        assertThat(factors.isOn(binh.id())).isTrue();
    }
}
