package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.nentang.store.Store;

/** What strangers and broken programs send, and what they get. */
final class HardeningTests {

    private static final RunningOffice OFFICE = RunningOffice.shared();
    private static final String WRONG = "một-mật-khẩu-sai-77";

    private static Client stranger() {
        return new Client(OFFICE.address());
    }

    static List<String> everyPost() {
        var paths = new TreeSet<String>(List.of("/sign-in", "/sign-out"));
        OFFICE.part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    if (info.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                        paths.addAll(info.getPatternValues());
                    }
                });
        return paths.stream()
                .map(path -> path.replaceAll("\\{(year)}", "2025")
                        .replaceAll("\\{id}", RunningOffice.NORTH.toString())
                        .replaceAll("\\{[a-z]+}", "x"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyPost")
    void no_form_is_taken_without_its_token_or_with_somebody_elses(String path) {
        var client = Client.signedIn(OFFICE, "vanphong");

        assertThat(client.postPlain(path, Map.of(), "").statusCode()).isEqualTo(403);
        assertThat(client.postPlain(path, Map.of(), "a2tra2tra2tra2tra2tra2s").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "///evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "/%0d%0aSet-Cookie:x=1",
                "/\r\nSet-Cookie: x=1",
                " //evil.example",
                "data:text/html,x",
                "/\tx",
                "evil.example",
                "/.//evil.example",
                "/..//evil.example"
            })
    void no_switch_of_language_leads_elsewhere_or_writes_a_header(String back) {
        var answer = stranger().post("/sign-in", "/language", Map.of("to", "en", "back", back));
        var target = URI.create(OFFICE.address()).resolve(location(answer));

        assertThat(target.getAuthority()).isEqualTo(URI.create(OFFICE.address()).getAuthority());
        assertThat(location(answer)).doesNotContain("\r", "\n").doesNotStartWith("//");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example/x", "/rules?x=//evil.example", "/%2f%2fevil.example", "/rules/..//evil.example"})
    void signing_in_never_leads_elsewhere_whatever_was_asked_for_before(String asked) throws IOException {
        var client = stranger();
        raw("GET " + asked + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        client.get("/rules?back=%2F%2Fevil.example");
        var answer = client.signIn("vanphong", RunningOffice.PASSWORD);

        assertThat(location(answer)).startsWith("/").doesNotStartWith("//");
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rules;x=1",
                "/rules;jsessionid=0",
                "//rules",
                "/rules//instruments",
                "/./rules",
                "/rules/../accounts/me",
                "/%2e%2e/rules",
                "/rules/%2e%2e/accounts/me",
                "/rules%2finstruments",
                "/rules%5cinstruments",
                "/rules%00",
                "/rules%0a",
                "/rules%3bx",
                "/rules%25",
                "/members/%2500"
            })
    void a_path_written_in_a_tricky_way_is_no_path(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|302|404).*").doesNotContain("Exception", "\tat ", "Apache");
        if (answer.startsWith("HTTP/1.1 302")) {
            assertThat(answer).contains("Location: /sign-in");
        }
    }

    @Test
    void another_host_in_the_request_is_not_repeated_in_the_answer() throws IOException {
        for (var header : List.of("Host: evil.example", "Host: 127.0.0.1\r\nX-Forwarded-Host: evil.example")) {
            var answer = raw("GET /rules HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .startsWith("HTTP/1.1 302")
                    .contains("Location: /sign-in")
                    .doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /rules HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /rules HTTP/1.1\r\n\r\n",
                "GET /rules HTTP/9.9\r\nHost: a\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: a\r\nX: repeated\r\nConnection: close\r\n\r\n",
                "CONNECT a:80 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "FROB / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            })
    void a_request_that_is_none_is_refused_without_saying_what_stands_behind(String request) throws IOException {
        var answer = raw(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        assertThat(answer).matches("(?s)HTTP/1.1 (4..|501|505|302).*");
        assertThat(answer).doesNotContain("Exception", "\tat ", "Tomcat", "X: repeated");
    }

    private static String raw(String request) throws IOException {
        var address = URI.create(OFFICE.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_method_a_page_does_not_know_is_refused_and_only_reading_needs_no_token() throws Exception {
        var http = HttpClient.newHttpClient();
        for (var method : List.of("PUT", "DELETE", "PATCH", "POST")) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(OFFICE.address() + "/rules"))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(method).isEqualTo(403);
        }
        var head = http.send(
                HttpRequest.newBuilder(URI.create(OFFICE.address() + "/sign-in"))
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void a_form_sent_to_a_page_that_takes_none_is_refused() {
        var answer = Client.signedIn(OFFICE, "vanphong").post("/rules", "/rules", Map.of());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain("Exception", "Method");
    }

    @Test
    void signing_in_begins_a_session_under_another_name() {
        var client = stranger();
        var before = session(client.get("/sign-in"));
        var after = session(client.signIn("vanphong", RunningOffice.PASSWORD));

        assertThat(before).isNotEmpty();
        assertThat(after).isNotEmpty().isNotEqualTo(before);
    }

    private static String session(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.replaceFirst("JSESSIONID=([^;]*).*", "$1"))
                .findFirst()
                .orElse("");
    }

    @Test
    void a_session_is_never_named_in_an_address() {
        var client = stranger();

        assertThat(client.get("/sign-in").body()).doesNotContainIgnoringCase("jsessionid");
        assertThat(location(client.get("/rules"))).doesNotContainIgnoringCase("jsessionid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rules", "/accounts/me", "/sign-in", "/khong-co", "/imports", "/reviews"})
    void no_page_is_kept_by_a_cache_framed_or_allowed_a_script(String path) {
        var headers = Client.signedIn(OFFICE, "vanphong").get(path).headers();

        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "data:", "script-src", "*");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void a_page_says_in_its_header_which_language_it_is_in() {
        var page = stranger().get("/sign-in");

        assertThat(page.body()).contains("<html lang=\"vi\">");
        assertThat(page.headers().allValues("Content-Language")).containsExactly("vi");
    }

    @Test
    void a_report_is_sent_as_a_file_and_kept_by_no_cache() {
        var headers = Client.signedIn(OFFICE, "vanphong")
                .get("/reviews/2025/report?format=xlsx&org=" + RunningOffice.COMMUNE)
                .headers();

        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void over_https_every_cookie_is_for_https_alone_and_the_browser_stays_there() throws Exception {
        var office = RunningOffice.with(Map.of("server.forward-headers-strategy", "native"));
        try {
            var http = HttpClient.newHttpClient();
            var request = HttpRequest.newBuilder(URI.create(office.address() + "/sign-in"))
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-For", "192.0.2.7");
            var answer = http.send(request.GET().build(), BodyHandlers.ofString());

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Strict"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000");
        } finally {
            office.close();
        }
        assertThat(stranger().get("/sign-in").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void a_file_that_is_too_large_and_a_form_of_too_many_parts_are_refused_by_a_page() {
        var office = RunningOffice.with(Map.of("spring.servlet.multipart.max-file-size", "10KB"));
        try {
            var client = Client.signedIn(office, "vanphong");
            var large = client.upload("/imports/new", "/imports", Map.of(), "ds.csv", "x".repeat(20_000));
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(large.body()).contains(Texts.in(Language.VI).of("error.too-large.title"));

            var many = IntStream.range(0, 2_000).boxed().collect(Collectors.toMap(i -> "field" + i, i -> "x"));
            var parts = client.upload("/imports/new", "/imports", many, "ds.csv", "x");
            assertThat(parts.statusCode()).isBetween(400, 499);
            assertThat(parts.body()).doesNotContain("Exception", "\tat ");
        } finally {
            office.close();
        }
    }

    @Test
    void what_broke_is_told_by_a_reference_and_the_log_holds_the_cause_under_it() {
        var office = RunningOffice.with(Map.of());
        var log = captured();
        try {
            var client = Client.signedIn(office, "vanphong");
            office.part(Store.class).close();
            for (var path :
                    List.of("/", "/rules", "/members/" + RunningOffice.AN, "/reviews/2025/report?format=json")) {
                var answer = client.get(path);

                assertThat(answer.statusCode()).as(path).isEqualTo(500);
                assertThat(answer.body())
                        .contains(Texts.in(Language.VI).of("error.broken.title"))
                        .doesNotContain("Exception", "SELECT", "Hikari", "\tat ", "jdbc");
                var reference = answer.body().replaceAll("(?s).*class=\"big\">([^<]+)<.*", "$1");
                assertThat(reference).matches("[A-Z0-9]{4}-[A-Z0-9]{4}");
                assertThat(log.list)
                        .anyMatch(event ->
                                event.getFormattedMessage().contains(reference) && event.getThrowableProxy() != null);
            }
        } finally {
            release(log);
            office.close();
        }
    }

    @Test
    void no_password_and_no_number_of_a_citizen_reaches_the_log() {
        OFFICE.account("ghi.nhat.ky", "Lò Thị Nhật Ký");
        var log = captured();
        try {
            var client = stranger();
            client.signIn("ghi.nhat.ky", WRONG);
            client.signIn("khong-co-ai", WRONG);
            client.signIn("ghi.nhat.ky", RunningOffice.PASSWORD);
            client.get("/members/" + RunningOffice.AN + "?secrets=shown");
            client.get("/search?q=" + RunningOffice.AN_CITIZEN_ID);
            client.post("/accounts/me", "/accounts/me", Map.of("current", WRONG, "new", WRONG, "again", "x"));
            client.postPlain("/accounts/me", Map.of("current", WRONG), "");

            assertThat(log.list.stream().map(HardeningTests::whole))
                    .noneMatch(line -> line.contains(WRONG))
                    .noneMatch(line -> line.contains(RunningOffice.PASSWORD))
                    .noneMatch(line -> line.contains(RunningOffice.AN_CITIZEN_ID));
        } finally {
            release(log);
        }
    }

    private static String whole(ILoggingEvent event) {
        var cause = event.getThrowableProxy();
        return event.getFormattedMessage() + (cause == null ? "" : ThrowableProxyUtil.asString(cause));
    }

    /** Everything down to what the program would log if somebody asked for more. */
    private static ListAppender<ILoggingEvent> captured() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        root().addAppender(log);
        ours().setLevel(Level.DEBUG);
        return log;
    }

    private static void release(ListAppender<ILoggingEvent> log) {
        root().detachAppender(log);
        ours().setLevel(null);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger ours() {
        return (Logger) LoggerFactory.getLogger("vn.nentang");
    }
}
