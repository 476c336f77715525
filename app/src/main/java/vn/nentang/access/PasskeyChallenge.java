package vn.nentang.access;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A random question for one passkey at one site, kept by the server alone beside the session that it was put to. It is good
 * for five minutes and for one answer, right or wrong.
 */
public final class PasskeyChallenge implements Serializable {

    /** As long as a half finished sign-in, and as browsers are advised to wait for people. */
    static final Duration HOLDS = Duration.ofMinutes(5);

    private static final long serialVersionUID = 1L;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] value = new byte[BYTES];
    private final AtomicBoolean isOpen = new AtomicBoolean(true);
    private final PasskeySite site;
    private final Instant until;

    PasskeyChallenge(PasskeySite site, Instant now) {
        RANDOM.nextBytes(value);
        this.site = site;
        this.until = now.plus(HOLDS);
    }

    PasskeySite site() {
        return site;
    }

    byte[] value() {
        return value.clone();
    }

    /** Whether an answer would still be looked at. */
    boolean isOpen(Instant now) {
        return isOpen.get() && now.isBefore(until);
    }

    /** Whether this is the first answer, and in time. */
    boolean take(Instant now) {
        return isOpen.getAndSet(false) && now.isBefore(until);
    }
}
