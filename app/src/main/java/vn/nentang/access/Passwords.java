package vn.nentang.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * How passwords are kept (Argon2id) and made. A made one can be read out and typed: syllables and two digits. The only place
 * that computes Argon2id, a few times at once and no more: whoever asks then waits.
 */
public final class Passwords {

    static final int CHARS_MIN = 12;
    static final int CHARS_MAX = 200;
    private static final int DISTINCT_MIN = 4;

    private static final String FIRST = "bcdghklmnpqrstvx";
    private static final String SECOND = "aeiou";
    private static final int WORDS = 4;
    private static final int SYLLABLES = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Each needs 16 MB; more at once would let strangers exhaust a small machine. */
    static final Semaphore AT_ONCE = new Semaphore(4);

    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    /** Drawn, not computed, which would cost every start of the program a computation of Argon2id. */
    private final String nobodys =
            "$argon2id$v=19$m=16384,t=2,p=1$%s$%s".formatted(random(SALT_BYTES), random(HASH_BYTES));

    /** A new password nobody has seen: about 52 random bits, before which sign-in slows down. */
    public static String made() {
        return Stream.concat(words(), Stream.of("%02d".formatted(RANDOM.nextInt(100))))
                .collect(Collectors.joining("-"));
    }

    /** A new password for this account: one that its owner could have chosen, see {@link #guessable}. */
    public static String madeFor(String login) {
        return Stream.generate(Passwords::made)
                .filter(made -> !guessable(login, made))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a stranger would try it early: it contains the login, in either case, or repeats few characters. */
    static boolean guessable(String login, String password) {
        return password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() < DISTINCT_MIN;
    }

    private static Stream<String> words() {
        return Stream.generate(Passwords::word).limit(WORDS);
    }

    private static String word() {
        return IntStream.range(0, SYLLABLES)
                .mapToObj(_ -> "" + FIRST.charAt(RANDOM.nextInt(FIRST.length()))
                        + SECOND.charAt(RANDOM.nextInt(SECOND.length())))
                .collect(Collectors.joining());
    }

    private static String random(int bytes) {
        var drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return Base64.getEncoder().withoutPadding().encodeToString(drawn);
    }

    /** What the password of an account that does not exist is compared with: no password gives it. */
    String nobodys() {
        return nobodys;
    }

    String hash(String password) {
        return bounded(() -> String.valueOf(encoder.encode(password)));
    }

    boolean matches(String password, String hash) {
        return bounded(() -> encoder.matches(password, hash));
    }

    /** Takes as long as a real comparison, so that a stranger cannot tell which accounts exist. */
    void matchNobody(String password) {
        matches(password, nobodys);
    }

    private static <T> T bounded(Supplier<T> work) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            AT_ONCE.release();
        }
    }
}
