package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.nentang.access.Viewer;

/** Gives controllers who is reading, the day asked for, what was known when, and the language. */
final class RequestArguments implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> KNOWN = Set.of(Viewer.class, AsOf.class, KnownAt.class, Texts.class);

    private final Visit visit;

    RequestArguments(Visit visit) {
        this.visit = visit;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return KNOWN.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == Viewer.class) {
            return OutOfReach.require(Gate.passed(request));
        }
        if (type == AsOf.class) {
            return visit.asOf(request);
        }
        return type == KnownAt.class ? visit.knownAt(request) : Texts.in(visit.language(request));
    }
}
