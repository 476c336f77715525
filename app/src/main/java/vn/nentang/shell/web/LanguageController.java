package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches the language of the pages and returns to the same page. */
@WebFace
final class LanguageController {

    private static final Duration YEAR = Duration.ofDays(365);

    @PostMapping("/language")
    Reply change(
            @RequestParam String to,
            @RequestParam String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(Language.COOKIE, Language.of(to).code())
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(YEAR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return Reply.goTo(LocalPath.orHome(back));
    }
}
