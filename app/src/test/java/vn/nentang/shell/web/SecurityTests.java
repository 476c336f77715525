package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door and what protects the pages behind it. */
final class SecurityTests {

    private static final RunningOffice OFFICE = RunningOffice.shared();
    private static final Pattern ASSET = Pattern.compile("/assets/app-([0-9a-f]{32})\\.css");

    private static Client stranger() {
        return new Client(OFFICE.address());
    }

    @Test
    void a_right_password_leads_to_the_desk() {
        var answer = stranger().signIn("vanphong", RunningOffice.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void signing_in_leads_back_to_the_page_that_was_asked_for() {
        var client = stranger();
        client.get("/rules?mark=uncertain");
        var answer = client.signIn("vanphong", RunningOffice.PASSWORD);
        assertThat(answer.headers().firstValue("Location")).hasValue("/rules?mark=uncertain");
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_answered_alike() {
        OFFICE.account("go.sai", "Người gõ sai");
        var wrong = stranger().signIn("go.sai", "không phải mật khẩu");
        var unknown = stranger().signIn("khong-co-ai", "không phải mật khẩu");
        assertThat(wrong.headers().firstValue("Location")).hasValue("/sign-in?wrong");
        assertThat(unknown.headers().firstValue("Location")).hasValue("/sign-in?wrong");
    }

    @Test
    void guessing_slows_down_even_when_the_guess_is_right() {
        var client = stranger();
        for (int i = 0; i < 5; i++) {
            client.signIn("bi-doan", "sai " + i);
        }
        var answer = client.signIn("bi-doan", "sai nữa");
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/sign-in?wait=");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        var client = Client.signedIn(OFFICE, "vanphong");
        var answer = client.postPlain("/language", Map.of("to", "en", "back", "/"), "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(Texts.in(Language.VI).of("error.stale-form.title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/", "//example.com", "/\\example.com", "javascript:alert(1)", ""})
    void the_language_switch_never_leads_elsewhere(String back) {
        var answer = Client.signedIn(OFFICE, "vanphong").post("/", "/language", Map.of("to", "en", "back", back));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).isIn("/", OFFICE.address() + "/");
    }

    @Test
    void pages_are_protected_and_kept_by_no_cache() {
        var headers = Client.signedIn(OFFICE, "vanphong").get("/").headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValue(SecurityConfiguration.CONTENT_POLICY);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        var cookie =
                stranger().get("/sign-in").headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
    }

    @Test
    void static_files_are_kept_for_a_year_under_the_digest_of_their_content() {
        var client = stranger();
        var address = ASSET.matcher(client.get("/sign-in").body());
        assertThat(address.find()).isTrue();
        var headers = client.get(address.group()).headers();
        assertThat(headers.firstValue("Cache-Control").orElse(""))
                .contains("max-age=31536000")
                .contains("immutable");
    }

    @Test
    void an_address_that_is_not_there_answers_404_without_a_trace() {
        var answer = Client.signedIn(OFFICE, "vanphong").get("/khong-co");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains(Texts.in(Language.VI).of("error.not-found.title"))
                .doesNotContain("Exception");
    }

    @Test
    void a_citizen_id_is_covered_until_somebody_asks() {
        var client = Client.signedIn(OFFICE, "vanphong");
        var member = "/members/" + RunningOffice.AN;
        assertThat(client.get(member).body()).doesNotContain(RunningOffice.AN_CITIZEN_ID);
        assertThat(client.post(member, member + "/secrets", Map.of("group", "identity", "purpose", "Đối chiếu thẻ"))
                        .body())
                .contains(RunningOffice.AN_CITIZEN_ID);
    }

    @Test
    void another_password_ends_the_sessions_that_are_open() {
        var first = new Client(OFFICE.address());
        var second = new Client(OFFICE.address());
        OFFICE.account("doi-mat-khau", "Người đổi mật khẩu");
        first.signIn("doi-mat-khau", RunningOffice.PASSWORD);
        second.signIn("doi-mat-khau", RunningOffice.PASSWORD);
        var answer = first.post(
                "/accounts/me",
                "/accounts/me",
                Map.of(
                        "current",
                        RunningOffice.PASSWORD,
                        "new",
                        "một câu khác dài hơn",
                        "again",
                        "một câu khác dài hơn"));
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in?changed");
        assertThat(second.get("/").headers().firstValue("Location").orElse("")).endsWith("/sign-in?ended");
    }

    @Test
    void a_refused_password_says_every_reason() {
        var answer = Client.signedIn(OFFICE, "kythuat")
                .post("/accounts/me", "/accounts/me", Map.of("current", "sai", "new", "abc", "again", "abd"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(Texts.in(Language.VI).of("refusal.password-wrong"))
                .contains(Texts.in(Language.VI).of("refusal.password-differs"));
    }
}
