package vn.nentang.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.shell.Reference;

/** What went wrong, in one sentence, with a number that finds the cause in the log; never the cause itself. */
@WebFace
@ControllerAdvice
@ConditionalOnWebApplication
public final class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final AuthorityMatrix matrix;

    ErrorPages(AuthorityMatrix matrix) {
        this.matrix = matrix;
    }

    /**
     * A problem in one sentence.
     *
     * @param reference empty when there is nothing to look up
     */
    public record ErrorPage(int status, String kind, String reference) implements Page {
        @Override
        public String template() {
            return "error";
        }
    }

    @ExceptionHandler({OutOfReach.class, MethodArgumentTypeMismatchException.class})
    Reply notThere() {
        return page(HttpStatus.NOT_FOUND, "");
    }

    @ExceptionHandler(NotAllowed.class)
    Reply notAllowed(NotAllowed refused) {
        return new Reply.Show(NotAllowedPage.of(refused.needed(), matrix), HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Reply tooLarge() {
        return page(HttpStatus.CONTENT_TOO_LARGE, "");
    }

    @ExceptionHandler(RequestRejectedException.class)
    Reply rejected() {
        return page(HttpStatus.BAD_REQUEST, "");
    }

    @ExceptionHandler(Exception.class)
    Reply broken(Exception failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return page(HttpStatus.valueOf(known.getStatusCode().value()), "");
        }
        return page(HttpStatus.INTERNAL_SERVER_ERROR, logged(failure));
    }

    @RequestMapping("/error")
    Reply fromContainer(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        return page(known, known.is5xxServerError() ? logged(failure) : "");
    }

    private static String logged(@Nullable Throwable failure) {
        var reference = Reference.made();
        LOG.error("{}", reference, failure);
        return reference;
    }

    private static Reply page(HttpStatus status, String reference) {
        return new Reply.Show(new ErrorPage(status.value(), kind(status), reference), status);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN -> "stale-form";
            case CONTENT_TOO_LARGE -> "too-large";
            default -> status.is5xxServerError() ? "broken" : "bad-request";
        };
    }
}
