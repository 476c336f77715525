package vn.nentang.shell.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** One page through its template. The whole page is made before the first byte leaves, so that a failure can be told. */
final class PageView implements View {

    private final Page page;
    private final TemplateEngine templates;
    private final Visit visit;

    PageView(Page page, TemplateEngine templates, Visit visit) {
        this.page = page;
        this.templates = templates;
        this.visit = visit;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = visit.frame(request);
        var output = new Utf8ByteOutput();
        templates.render(page.template() + ".jte", Map.of("f", frame, "page", page), output);
        response.setContentType(getContentType());
        response.setLocale(Locale.forLanguageTag(frame.lang()));
        if (page.runsScript()) {
            response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_POLICY_WITH_SCRIPT);
        }
        if (page.countsLive()) {
            response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_POLICY_COUNTING);
        }
        if (page.asksAgainAfter() > 0) {
            response.setHeader("Refresh", String.valueOf(page.asksAgainAfter()));
        }
        // In one piece: each goes through every filter of the response.
        var whole = output.toByteArray();
        response.setContentLength(whole.length);
        response.getOutputStream().write(whole);
    }
}
