package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every statement that is sent through Spring while it listens. */
final class Statements extends AppenderBase<ILoggingEvent> {

    private final AtomicInteger number = new AtomicInteger();

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getFormattedMessage().startsWith("Executing prepared SQL statement")) {
            number.incrementAndGet();
        }
    }

    /** How many a request that is answered in one way sends. */
    static int during(Supplier<HttpResponse<String>> request, int status) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var listening = new Statements();
        listening.start();
        logger.addAppender(listening);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            assertThat(request.get().statusCode()).isEqualTo(status);
        } finally {
            logger.setLevel(before);
            logger.detachAppender(listening);
            logger.setAdditive(true);
        }
        return listening.number.get();
    }
}
