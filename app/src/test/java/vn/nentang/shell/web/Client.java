package vn.nentang.shell.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One visitor with cookies, without a browser. Redirects are not followed, so that tests see them. */
public final class Client {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final String BOUNDARY = "nentang-boundary-7d1f";

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Client(String address) {
        this.address = address;
    }

    public static Client signedIn(RunningOffice office, String login) {
        return signedIn(office.address(), login, RunningOffice.PASSWORD);
    }

    /** Signed in to pages that run elsewhere. */
    public static Client signedIn(String address, String login, String password) {
        var client = new Client(address);
        client.signIn(login, password);
        return client;
    }

    HttpResponse<String> signIn(String login, String password) {
        return post("/sign-in", "/sign-in", Map.of("login", login, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET().build());
    }

    /** Sends a form as the page shows it, with the token that the page carries. */
    HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        var token = TOKEN.matcher(get(page).body());
        var found = token.find() ? token.group(1) : "";
        return postPlain(path, fields, found);
    }

    public HttpResponse<String> postPlain(String path, Map<String, String> fields, String token) {
        var body = fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + encoded(token)))
                .build());
    }

    /** Sends a form with a file. */
    HttpResponse<String> upload(String page, String path, Map<String, String> fields, String fileName, String content) {
        var token = TOKEN.matcher(get(page).body());
        var all = new TreeMap<>(fields);
        all.put("_csrf", token.find() ? token.group(1) : "");
        var body = new StringBuilder();
        all.forEach((name, value) -> body.append(part(name, "")).append(value).append("\r\n"));
        body.append(part("file", "; filename=\"" + fileName + "\"")).append(content);
        body.append("\r\n--" + BOUNDARY + "--\r\n");
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static String part(String name, String more) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n".formatted(BOUNDARY, name, more);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
