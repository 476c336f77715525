package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.nentang.access.Accounts;
import vn.nentang.access.HandSetClock;
import vn.nentang.access.OneTimeCode;
import vn.nentang.access.Resets;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.SignInAttempts;
import vn.nentang.kernel.Decision;

/** The door as people meet it: two steps, sessions, locks, and the way back in. */
final class SigningInTests {

    private static final RunningOffice OFFICE = RunningOffice.shared();
    private static final Pattern CODE = Pattern.compile("<strong>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</strong>");
    private static final Pattern LETTERS = Pattern.compile("<strong>([A-Z2-7 ]{39})</strong>");
    private static final Pattern BIG = Pattern.compile("<strong class=\"big\">([a-z0-9-]+)</strong>");
    private static final String OTHER = "một câu khác dài hơn 9";

    private static UUID idOf(String login) {
        return OFFICE.part(Accounts.class).find(login).orElseThrow().id();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(OFFICE.address(), "");
    }

    /** An account with a second step, and the secret its telephone has. */
    private static byte[] withTelephone(String login) {
        OFFICE.account(login, "Lò Thị " + login);
        var secret = OneTimeCode.secret();
        var before = OFFICE.part(Clock.class).instant().minus(Duration.ofSeconds(30));
        assertThat(OFFICE.part(SecondFactors.class).turnOn(idOf(login), secret, OneTimeCode.at(secret, before)))
                .isPresent();
        return secret;
    }

    private static String codeNow(byte[] secret) {
        return OneTimeCode.at(secret, OFFICE.part(Clock.class).instant());
    }

    private static final List<String> CLOSED = List.of(
            "/", "/rules", "/accounts/me", "/accounts/me/sign-ins", "/members/" + RunningOffice.AN, "/authority");

    @Test
    void between_the_two_steps_nobody_is_signed_in() {
        var secret = withTelephone("hai.buoc");
        var client = new Client(OFFICE.address());

        assertThat(location(client.signIn("hai.buoc", RunningOffice.PASSWORD))).isEqualTo("/sign-in/second");
        for (var path : CLOSED) {
            assertThat(location(client.get(path))).as(path).endsWith("/sign-in");
        }
        var wrong = client.post("/sign-in/second", "/sign-in/second", Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(location(client.get("/"))).endsWith("/sign-in");

        var right = client.post("/sign-in/second", "/sign-in/second", Map.of("code", codeNow(secret)));
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(client.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_is_taken_once() {
        var secret = withTelephone("mot.lan");
        var first = new Client(OFFICE.address());
        first.signIn("mot.lan", RunningOffice.PASSWORD);
        var code = codeNow(secret);
        assertThat(first.post("/sign-in/second", "/sign-in/second", Map.of("code", code))
                        .statusCode())
                .isEqualTo(303);

        var again = new Client(OFFICE.address());
        again.signIn("mot.lan", RunningOffice.PASSWORD);
        assertThat(again.post("/sign-in/second", "/sign-in/second", Map.of("code", code))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobody_begins_with_the_second_step() {
        var client = new Client(OFFICE.address());

        assertThat(location(client.get("/sign-in/second"))).isEqualTo("/sign-in?ended");
        var answer = client.post("/sign-in", "/sign-in/second", Map.of("code", "123456"));
        assertThat(location(answer)).isEqualTo("/sign-in?ended");
    }

    @Test
    void another_password_between_the_steps_begins_anew() {
        var secret = withTelephone("doi.giua");
        var client = new Client(OFFICE.address());
        client.signIn("doi.giua", RunningOffice.PASSWORD);
        OFFICE.part(Accounts.class).changePassword(idOf("doi.giua"), OTHER);

        var answer = client.post("/sign-in/second", "/sign-in/second", Map.of("code", codeNow(secret)));

        assertThat(location(answer)).isEqualTo("/sign-in?ended");
    }

    @Test
    void a_telephone_is_connected_on_the_account_page_and_its_codes_on_paper_work_once() {
        OFFICE.account("noi.may", "Lò Thị Nối");
        var client = Client.signedIn(OFFICE, "noi.may");
        var own = "/accounts/me/sign-ins";
        assertThat(client.get(own).body()).contains(Texts.in(Language.VI).of("second-factor.advised"));
        assertThat(client.post(own, "/accounts/me/telephone", Map.of("password", "sai"))
                        .statusCode())
                .as("a wrong password")
                .isEqualTo(422);
        assertThat(location(client.get("/accounts/me/telephone"))).isEqualTo(own);

        client.post(own, "/accounts/me/telephone", Map.of("password", RunningOffice.PASSWORD));
        var page = client.get("/accounts/me/telephone").body();
        assertThat(page).contains("<svg class=\"qr\"");
        var letters = LETTERS.matcher(page);
        assertThat(letters.find()).isTrue();
        var secret = bytes(letters.group(1).replace(" ", ""));
        var confirm = "/accounts/me/telephone/confirm";
        assertThat(client.post("/accounts/me/telephone", confirm, Map.of("code", "000000"))
                        .statusCode())
                .isEqualTo(422);
        var done = client.post("/accounts/me/telephone", confirm, Map.of("code", codeNow(secret)));
        var codes =
                CODE.matcher(done.body()).results().map(found -> found.group(1)).toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(location(client.get("/accounts/me/telephone")))
                .as("the secret is gone")
                .isEqualTo(own);

        for (var expected : List.of(303, 422)) {
            var other = new Client(OFFICE.address());
            other.signIn("noi.may", RunningOffice.PASSWORD);
            var typed = codes.getFirst().toLowerCase(Locale.ROOT).replace("-", " ");
            assertThat(other.post("/sign-in/second", "/sign-in/second", Map.of("code", typed))
                            .statusCode())
                    .isEqualTo(expected);
        }
    }

    /** What a telephone makes of the letters. */
    static byte[] bytes(String letters) {
        var bits = new StringBuilder();
        letters.chars()
                .forEach(c -> bits.append("%5s"
                        .formatted(Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)))
                        .replace(' ', '0')));
        var bytes = new byte[bits.length() / 8];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }

    @Test
    void ones_other_sessions_are_seen_and_ended() {
        OFFICE.account("nhieu.phien", "Lò Thị Phiên");
        var here = Client.signedIn(OFFICE, "nhieu.phien");
        var there = Client.signedIn(OFFICE, "nhieu.phien");
        assertThat(here.get("/accounts/me/sign-ins").body())
                .contains(Texts.in(Language.VI).of("sessions.this"))
                .contains("name=\"session\"");

        here.post("/accounts/me/sign-ins", "/accounts/me/sign-ins/end-others", Map.of());

        assertThat(location(there.get("/"))).isEqualTo("/sign-in?ended");
        assertThat(here.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void wrong_tries_since_the_last_time_are_told_to_the_owner() {
        OFFICE.account("bi.thu", "Lò Thị Thử");
        Client.signedIn(OFFICE, "bi.thu");
        new Client(OFFICE.address()).signIn("bi.thu", "sai");
        new Client(OFFICE.address()).signIn("bi.thu", "sai nữa");

        var client = new Client(OFFICE.address());
        assertThat(location(client.signIn("bi.thu", RunningOffice.PASSWORD))).isEqualTo("/accounts/me/sign-ins?tries");
        assertThat(client.get("/accounts/me/sign-ins").body())
                .contains(Texts.in(Language.VI).of("sign-ins.failed", 2));
    }

    @Test
    void a_locked_account_is_out_at_once_and_comes_in_again_when_it_is_opened() {
        OFFICE.account("bi.khoa", "Lò Thị Khóa");
        var owner = Client.signedIn(OFFICE, "bi.khoa");
        var administrator = Client.signedIn(OFFICE, "quantri");
        var page = "/accounts/" + idOf("bi.khoa");
        assertThat(administrator.get(page).body()).contains("bi.khoa");

        administrator.post(page, page + "/lock", Map.of());
        assertThat(location(owner.get("/"))).isEqualTo("/sign-in?ended");
        assertThat(location(new Client(OFFICE.address()).signIn("bi.khoa", RunningOffice.PASSWORD)))
                .isEqualTo("/sign-in?locked");
        assertThat(location(new Client(OFFICE.address()).signIn("bi.khoa", "sai")))
                .as("nothing is told to who does not know the password")
                .isEqualTo("/sign-in?wrong");

        administrator.post(page, page + "/unlock", Map.of());
        assertThat(location(new Client(OFFICE.address()).signIn("bi.khoa", RunningOffice.PASSWORD)))
                .startsWith("/");
    }

    @Test
    void a_reset_is_asked_for_by_one_confirmed_by_another_and_used_once() {
        withTelephone("mat.may");
        OFFICE.administrator("quantri.hai", "Quản trị thứ hai");
        var page = "/accounts/" + idOf("mat.may");
        var first = Client.signedIn(OFFICE, "quantri");
        var second = Client.signedIn(OFFICE, "quantri.hai");

        first.post(page, page + "/reset", Map.of());
        var reset = Pattern.compile("name=\"reset\" value=\"([^\"]+)\"")
                .matcher(second.get(page).body());
        assertThat(reset.find()).isTrue();
        assertThat(first.get(page).body())
                .as("who asked is shown no way to confirm")
                .doesNotContain("name=\"reset\"");
        var alone = first.post(page, page + "/reset/confirm", Map.of("reset", reset.group(1)));
        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(alone.body()).contains(Texts.in(Language.VI).of("refusal.reset-needs-another"));

        var paper = second.post(page, page + "/reset/confirm", Map.of("reset", reset.group(1)))
                .body();
        var shown = BIG.matcher(paper).results().map(found -> found.group(1)).toList();
        assertThat(shown.getLast()).matches("[a-z]{4}(-[a-z]{4}){3}-[0-9]{2}");
        assertThat(second.get(page).body()).as("shown once").doesNotContain(shown.getLast());
    }

    @Test
    void who_has_the_code_sets_a_password_and_the_second_step_is_gone() {
        withTelephone("mat.ca.hai");
        OFFICE.administrator("quantri.ba", "Quản trị thứ ba");
        var code = resetCode("mat.ca.hai", "quantri", "quantri.ba");
        var owner = new Client(OFFICE.address());

        assertThat(used(owner, "mat.ca.hai", "sai-sai-sai").statusCode()).isEqualTo(422);
        assertThat(location(used(owner, "mat.ca.hai", code))).isEqualTo("/sign-in?reset");
        assertThat(used(owner, "mat.ca.hai", code).statusCode()).as("used").isEqualTo(422);
        var answer = new Client(OFFICE.address()).signIn("mat.ca.hai", OTHER);
        assertThat(location(answer)).doesNotContain("second", "wrong");
    }

    private static String resetCode(String login, String asker, String confirmer) {
        var page = "/accounts/" + idOf(login);
        Client.signedIn(OFFICE, asker).post(page, page + "/reset", Map.of());
        var second = Client.signedIn(OFFICE, confirmer);
        var reset = Pattern.compile("name=\"reset\" value=\"([^\"]+)\"")
                .matcher(second.get(page).body());
        assertThat(reset.find()).isTrue();
        var paper = second.post(page, page + "/reset/confirm", Map.of("reset", reset.group(1)))
                .body();
        return BIG.matcher(paper)
                .results()
                .map(found -> found.group(1))
                .toList()
                .getLast();
    }

    private static HttpResponse<String> used(Client client, String login, String code) {
        var fields = new HashMap<>(Map.of("login", login, "code", code));
        fields.put("new", OTHER);
        fields.put("again", OTHER);
        return client.post("/reset", "/reset", fields);
    }

    /** Just before the day is over, as it is over, just after. */
    @ParameterizedTest
    @CsvSource({"PT23H59M, true", "PT24H, false", "PT24H1M, false"})
    void a_code_on_paper_holds_for_a_day_and_no_longer(Duration later, boolean holds) {
        var login = "ma.giay." + later.toMinutes();
        OFFICE.account(login, "Lò Thị Mã Giấy");
        var clock = new HandSetClock();
        var resets = resets(clock);
        var asked = recorded(resets.ask(idOf(login), idOf("quantri")));
        var code = recorded(resets.confirm(asked, idOf(login), idOf("chinhuy")));
        clock.advance(later);

        var answer = resets.use(new SignInAttempts.Try(login, "192.0.2.24"), code, OTHER);

        assertThat(answer instanceof Decision.Recorded<?>).isEqualTo(holds);
        assertThat(OFFICE.part(Accounts.class).verify(login, OTHER).isPresent()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"PT23H59M, true", "PT24H, false", "PT24H1M, false"})
    void a_reset_waits_a_day_for_the_second_person_and_no_longer(Duration later, boolean waits) {
        var login = "cho.nguoi." + later.toMinutes();
        OFFICE.account(login, "Lò Thị Chờ");
        var clock = new HandSetClock();
        var resets = resets(clock);
        var asked = recorded(resets.ask(idOf(login), idOf("quantri")));
        clock.advance(later);

        var answer = resets.confirm(asked, idOf(login), idOf("chinhuy"));

        assertThat(answer instanceof Decision.Recorded<?>).isEqualTo(waits);
    }

    private static Resets resets(Clock clock) {
        return new Resets(
                OFFICE.part(JdbcClient.class),
                OFFICE.part(TransactionOperations.class),
                OFFICE.part(Accounts.class),
                OFFICE.part(SecondFactors.class),
                OFFICE.part(SignInAttempts.class),
                clock);
    }

    private static <T> T recorded(Decision<T> decision) {
        return switch (decision) {
            case Decision.Recorded<T>(var all) -> all.getFirst();
            case Decision.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    @Test
    void an_administrator_neither_locks_nor_resets_the_own_account() {
        var administrator = Client.signedIn(OFFICE, "quantri");
        var page = "/accounts/" + idOf("quantri");

        assertThat(administrator.post(page, page + "/lock", Map.of()).body())
                .contains(Texts.in(Language.VI).of("refusal.lock-of-oneself"));
        assertThat(administrator.post(page, page + "/reset", Map.of()).body())
                .contains(Texts.in(Language.VI).of("refusal.reset-of-oneself"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanphong", "bithu.bac", "kythuat", "kiemtra"})
    void who_does_not_manage_accounts_finds_none(String login) {
        var client = Client.signedIn(OFFICE, login);
        var page = "/accounts/" + idOf("bithu.bac");

        assertThat(client.get("/accounts").statusCode()).isIn(403, 404);
        assertThat(client.get(page).statusCode()).isIn(403, 404);
        assertThat(client.post("/", page + "/lock", Map.of()).statusCode()).isIn(403, 404);
    }

    @Test
    void a_technical_account_is_within_no_administrators_reach() {
        var page = "/accounts/" + idOf("kythuat");

        assertThat(Client.signedIn(OFFICE, "quantri").get(page).statusCode()).isEqualTo(404);
        assertThat(Client.signedIn(OFFICE, "quantri").get("/accounts").body()).doesNotContain("kythuat");
    }

    @Test
    void the_time_of_the_last_sign_in_is_noted() {
        OFFICE.account("lan.truoc", "Lò Thị Trước");
        Client.signedIn(OFFICE, "lan.truoc");
        var before = OFFICE.part(Accounts.class).enter(idOf("lan.truoc"));

        assertThat(before.at()).isNotNull();
        assertThat(Duration.between(
                        before.at() == null ? Instant.EPOCH : before.at(),
                        OFFICE.part(Clock.class).instant()))
                .isLessThan(Duration.ofMinutes(5));
    }
}
