package vn.nentang.shell.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.view.RedirectView;

/** Turns a reply into a view: a page through its template, or a redirect that is read with GET. */
final class ReplyHandler implements HandlerMethodReturnValueHandler {

    private final TemplateEngine templates;
    private final Visit visit;

    ReplyHandler(TemplateEngine templates, Visit visit) {
        this.templates = templates;
        this.visit = visit;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Reply.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request) {
        switch (Objects.requireNonNull((Reply) value)) {
            case Reply.Show(var page, var status) -> {
                container.setView(new PageView(page, templates, visit));
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class))
                        .setStatus(status.value());
            }
            case Reply.Go(var path) -> container.setView(redirect(path));
        }
    }

    private static RedirectView redirect(String path) {
        var view = new RedirectView(path, true, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }
}
