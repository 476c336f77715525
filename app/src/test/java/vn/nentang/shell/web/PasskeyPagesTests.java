package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.nentang.access.Accounts;
import vn.nentang.access.PasskeySite;
import vn.nentang.access.Passkeys;
import vn.nentang.access.Resets;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.SignInAttempts;
import vn.nentang.access.SoftKey;
import vn.nentang.kernel.Decision;

/** Passkeys at the door and on the own account page, with a key in software. */
final class PasskeyPagesTests {

    private static final RunningOffice OFFICE = RunningOffice.shared();
    private static final String HERE = OFFICE.namedAddress();
    private static final String OWN = "/accounts/me/sign-ins";
    private static final String NEW = "/accounts/me/passkeys";
    private static final String SECOND = "/sign-in/second";
    private static final Pattern QUESTION = Pattern.compile("data-question=\"([^\"]+)\"");

    private static SoftKey key() {
        return new SoftKey(HERE, "localhost");
    }

    private static UUID idOf(String login) {
        return OFFICE.part(Accounts.class).find(login).orElseThrow().id();
    }

    private static List<Passkeys.Passkey> passkeysOf(String login) {
        return OFFICE.part(Passkeys.class).of(idOf(login));
    }

    private static Client signedIn(String login) {
        var client = new Client(HERE);
        client.signIn(login, RunningOffice.PASSWORD);
        return client;
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(HERE, "");
    }

    private static String text(String key, Object... values) {
        return Texts.in(Language.VI).of(key, values);
    }

    private static String question(Client client, String page) {
        var found = QUESTION.matcher(client.get(page).body());
        assertThat(found.find()).as("a question on " + page).isTrue();
        return found.group(1).replace("&#34;", "\"").replace("&quot;", "\"");
    }

    private static HttpResponse<String> begin(Client client, String name, String password) {
        return client.post(OWN, NEW, Map.of("name", name, "password", password));
    }

    /** An account with a passkey and nothing else. */
    private static SoftKey withPasskey(String login) {
        OFFICE.account(login, "Lò Thị " + login);
        var key = key();
        var client = signedIn(login);
        begin(client, "Máy ở cơ quan", RunningOffice.PASSWORD);
        var question = question(client, NEW);
        assertThat(client.post(OWN, NEW + "/confirm", Map.of("credential", key.make(question)))
                        .statusCode())
                .isEqualTo(200);
        return key;
    }

    private static HttpResponse<String> answer(Client client, String credential) {
        return client.post("/reset", SECOND + "/passkey", Map.of("credential", credential));
    }

    @Test
    void a_passkey_is_added_with_the_password_brings_codes_on_paper_and_ends_the_other_sessions() {
        OFFICE.account("them.khoa", "Lò Thị Thêm");
        var elsewhere = signedIn("them.khoa");
        var client = signedIn("them.khoa");

        var wrong = begin(client, "Máy ở cơ quan", "sai");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains(text("refusal.password-wrong"), "value=\"Máy ở cơ quan\"");
        assertThat(location(client.get(NEW))).isEqualTo(OWN);

        assertThat(location(begin(client, "Máy ở cơ quan", RunningOffice.PASSWORD)))
                .isEqualTo(NEW);
        var made = key().make(question(client, NEW));
        var done = client.post(OWN, NEW + "/confirm", Map.of("credential", made));

        assertThat(done.body()).contains(text("paper-codes.title"));
        assertThat(client.get(OWN).body())
                .contains("Máy ở cơ quan", text("passkey.unused"), text("second-factor.on", 10));
        assertThat(location(elsewhere.get("/"))).isEqualTo("/sign-in?ended");
        assertThat(location(client.post(OWN, NEW + "/confirm", Map.of("credential", made))))
                .as("the question is gone")
                .isEqualTo(OWN);
    }

    @Test
    void an_empty_name_and_a_wrong_password_are_told_together() {
        OFFICE.account("khoa.trong", "Lò Thị Trống");
        var answer = begin(signedIn("khoa.trong"), " ", "sai");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(text("refusal.password-wrong"))
                .contains(Texts.in(Language.VI).named("refusal.passkey-name-length", Map.of("max", "60")));
    }

    @Test
    void a_made_key_that_is_none_is_refused_and_one_begins_anew() {
        OFFICE.account("khoa.hong", "Lò Thị Hỏng");
        var client = signedIn("khoa.hong");
        begin(client, "Hỏng", RunningOffice.PASSWORD);
        var elsewhere = key().at("https://evil.example").make(question(client, NEW));

        var answer = client.post(OWN, NEW + "/confirm", Map.of("credential", elsewhere));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(text("refusal.passkey-wrong"));
        assertThat(location(client.get(NEW))).isEqualTo(OWN);
        assertThat(passkeysOf("khoa.hong")).isEmpty();
    }

    @Test
    void between_the_two_steps_nobody_is_signed_in_and_a_passkey_opens() {
        var key = withPasskey("vao.bang.khoa");
        var client = new Client(HERE);

        assertThat(location(client.signIn("vao.bang.khoa", RunningOffice.PASSWORD)))
                .isEqualTo(SECOND);
        assertThat(location(client.get("/"))).endsWith("/sign-in");
        var entered = answer(client, key.counting(2).use(question(client, SECOND)));
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(client.get("/").statusCode()).isEqualTo(200);
        assertThat(passkeysOf("vao.bang.khoa").getFirst().usedAt()).isNotNull();
    }

    @Test
    void an_answer_is_taken_once_in_the_session_it_was_asked_in() {
        var key = withPasskey("mot.lan.khoa").counting(0);
        var first = signedIn("mot.lan.khoa");
        var second = signedIn("mot.lan.khoa");
        question(second, SECOND);
        var answer = key.counting(2).use(question(first, SECOND));

        assertThat(answer(second, answer).body()).contains(text("second-step.wrong-passkey"));
        assertThat(answer(first, answer).statusCode()).isEqualTo(303);
        var again = signedIn("mot.lan.khoa");
        assertThat(answer(again, answer).body()).contains(text("second-step.late"));
        question(again, SECOND);
        assertThat(answer(again, answer).body()).contains(text("second-step.wrong-passkey"));
        assertThat(location(again.get("/"))).endsWith("/sign-in");
    }

    @Test
    void another_accounts_passkey_and_a_removed_one_open_nothing() {
        withPasskey("khoa.nguoi.mot");
        var another = withPasskey("khoa.nguoi.hai");
        var client = signedIn("khoa.nguoi.mot");
        assertThat(answer(client, another.counting(2).use(question(client, SECOND)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(location(client.get("/"))).endsWith("/sign-in");

        var owner = signedIn("khoa.nguoi.hai");
        answer(owner, another.counting(3).use(question(owner, SECOND)));
        var half = signedIn("khoa.nguoi.hai");
        var late = another.counting(4).use(question(half, SECOND));
        var id = passkeysOf("khoa.nguoi.hai").getFirst().id().toString();
        assertThat(owner.post(OWN, NEW + "/remove", Map.of("passkey", id, "password", "sai"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(passkeysOf("khoa.nguoi.hai")).hasSize(1);
        owner.post(OWN, NEW + "/remove", Map.of("passkey", id, "password", RunningOffice.PASSWORD));

        assertThat(passkeysOf("khoa.nguoi.hai")).isEmpty();
        assertThat(answer(half, late).statusCode()).isEqualTo(422);
        assertThat(location(signedIn("khoa.nguoi.hai").get(SECOND))).isEqualTo("/sign-in?ended");
    }

    @Test
    void removing_a_passkey_ends_the_other_sessions() {
        var key = withPasskey("bo.khoa");
        var here = signedIn("bo.khoa");
        answer(here, key.counting(2).use(question(here, SECOND)));
        var there = signedIn("bo.khoa");
        answer(there, key.counting(3).use(question(there, SECOND)));
        var id = passkeysOf("bo.khoa").getFirst().id().toString();

        here.post(OWN, NEW + "/remove", Map.of("passkey", id, "password", RunningOffice.PASSWORD));

        assertThat(location(there.get("/"))).isEqualTo("/sign-in?ended");
        assertThat(here.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void wrong_passkeys_count_as_wrong_tries_and_slow_down() {
        var key = withPasskey("doan.khoa");
        var client = signedIn("doan.khoa");
        for (var i = 0; i < 5; i++) {
            question(client, SECOND);
            assertThat(answer(client, "{}").body()).contains(text("second-step.wrong-passkey"));
        }
        var slowed = answer(client, key.counting(2).use(question(client, SECOND)));
        assertThat(slowed.statusCode()).isEqualTo(422);
        assertThat(slowed.body()).contains("giây");
        assertThat(location(client.get("/"))).endsWith("/sign-in");
        OFFICE.part(SignInAttempts.class).succeeded(new SignInAttempts.Try("doan.khoa", "127.0.0.1"));
        assertThat(answer(client, key.counting(3).use(question(client, SECOND))).statusCode())
                .isEqualTo(303);
        assertThat(client.get(OWN).body()).contains(text("sign-ins.failed", 5));
    }

    @Test
    void a_code_on_paper_opens_beside_a_passkey_and_nobody_begins_with_the_second_step() {
        withPasskey("giay.khoa");
        var client = signedIn("giay.khoa");
        assertThat(client.get(SECOND).body())
                .contains(text("second-step.passkey"), text("second-step.hint-paper"))
                .doesNotContain(text("second-step.hint"));

        var stranger = new Client(HERE);
        assertThat(location(answer(stranger, "{}"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void a_reset_takes_passkeys_away() {
        withPasskey("dat.lai.khoa");
        var id = idOf("dat.lai.khoa");
        var resets = OFFICE.part(Resets.class);
        var asked = recorded(resets.ask(id, idOf("quantri")));
        var code = recorded(resets.confirm(asked, id, idOf("chinhuy")));

        recorded(resets.use(new SignInAttempts.Try("dat.lai.khoa", ""), code, "một câu khác dài hơn 9"));

        assertThat(passkeysOf("dat.lai.khoa")).isEmpty();
        assertThat(OFFICE.part(SecondFactors.class).isOn(id)).isFalse();
        assertThat(location(new Client(HERE).signIn("dat.lai.khoa", "một câu khác dài hơn 9")))
                .doesNotContain("second");
    }

    private static <T> T recorded(Decision<T> decision) {
        return switch (decision) {
            case Decision.Recorded<T>(var all) -> all.getFirst();
            case Decision.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    @Test
    void at_an_address_in_numbers_one_sentence_says_that_there_are_none_and_codes_stay() {
        withPasskey("khac.dia.chi");
        var client = new Client(OFFICE.address());
        client.signIn("khac.dia.chi", RunningOffice.PASSWORD);
        var page = client.get(SECOND).body();
        assertThat(page)
                .contains(text("second-step.elsewhere", "localhost"), "name=\"code\"")
                .doesNotContain("<script", "data-question");

        OFFICE.account("so.khong.ten", "Lò Thị Số");
        var numbers = Client.signedIn(OFFICE, "so.khong.ten");
        assertThat(numbers.get(OWN).body())
                .contains(text("passkey.not-here"), "action=\"/accounts/me/telephone\"")
                .doesNotContain("id=\"passkey-name\"");
        assertThat(begin(numbers, "Máy", RunningOffice.PASSWORD).body()).contains(text("refusal.passkey-not-here"));
    }

    @Test
    void a_script_is_allowed_on_the_two_pages_that_ask_for_a_passkey_and_only_from_here() {
        withPasskey("chi.hai.trang");
        var client = signedIn("chi.hai.trang");
        assertPolicy(client.get(SECOND), SecurityConfiguration.CONTENT_POLICY + "; script-src 'self'");
        assertPolicy(client.get("/sign-in"), SecurityConfiguration.CONTENT_POLICY);

        OFFICE.account("trang.tao", "Lò Thị Trang");
        var maker = signedIn("trang.tao");
        assertPolicy(maker.get(OWN), SecurityConfiguration.CONTENT_POLICY);
        begin(maker, "Máy", RunningOffice.PASSWORD);
        assertPolicy(maker.get(NEW), SecurityConfiguration.CONTENT_POLICY + "; script-src 'self'");
        var script = Pattern.compile("<script[^>]*src=\"([^\"]+)\"")
                .matcher(maker.get(NEW).body());
        assertThat(script.find()).isTrue();
        assertThat(maker.get(script.group(1))
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/javascript");
    }

    private static void assertPolicy(HttpResponse<String> answer, String policy) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly(policy);
    }

    @Test
    void one_set_address_holds_whatever_host_a_request_names() {
        var request = new MockHttpServletRequest();
        request.setScheme("https");
        request.setServerName("evil.example");
        request.setServerPort(443);

        assertThat(new PasskeySites("https://nentang.example.vn/").of(request))
                .hasValue(new PasskeySite("https://nentang.example.vn", "nentang.example.vn"));
        assertThat(new PasskeySites(" ").of(request)).hasValue(new PasskeySite("https://evil.example", "evil.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nentang.example.vn", "http://nentang.example.vn", "https://10.0.0.1", "https:", "mailto:a@b"})
    void an_address_at_which_there_are_no_passkeys_cannot_be_set(String address) {
        assertThatThrownBy(() -> new PasskeySites(address)).isInstanceOf(IllegalArgumentException.class);
    }
}
