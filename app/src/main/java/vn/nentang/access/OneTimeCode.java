package vn.nentang.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits from a secret and the time (RFC 6238: HMAC-SHA-1, steps of 30 seconds), as the usual programs on
 * telephones make them. A code is taken in its own step and the ones beside it.
 */
public final class OneTimeCode {

    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int STEPS_BESIDE = 1;
    private static final int MODULUS = 1_000_000;
    private static final String MAC = "HmacSHA1";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE32_BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCode() {}

    /** A secret nobody has seen. */
    public static byte[] secret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The step in which a code was made, when it is one of this secret about now; empty otherwise. */
    public static OptionalLong step(byte[] secret, String code, Instant now) {
        var typed = code.replaceAll("\\s", "");
        if (!typed.matches("[0-9]{6}")) {
            return OptionalLong.empty();
        }
        var current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - STEPS_BESIDE, current + STEPS_BESIDE)
                .filter(step -> code(secret, step).equals(typed))
                .findFirst();
    }

    /** The code of a moment. */
    public static String at(byte[] secret, Instant moment) {
        return code(secret, moment.getEpochSecond() / STEP_SECONDS);
    }

    private static String code(byte[] secret, long step) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(step).array();
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            var hash = ByteBuffer.wrap(mac.doFinal(bytes));
            var offset = hash.get(hash.limit() - 1) & 0xF;
            return "%06d".formatted((hash.getInt(offset) & Integer.MAX_VALUE) % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }

    /** The secret as people can type it, in capitals and digits (RFC 4648). */
    public static String inLetters(byte[] secret) {
        var letters = new StringBuilder();
        var bits = 0;
        var held = 0;
        for (var one : secret) {
            held = (held << Byte.SIZE) | (one & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BASE32_BITS) {
                bits -= BASE32_BITS;
                letters.append(BASE32.charAt((held >> bits) & 0x1F));
            }
        }
        return letters.toString();
    }

    /** What a telephone reads from a picture. */
    public static String address(String login, byte[] secret) {
        return "otpauth://totp/NenTang:%s?secret=%s&issuer=NenTang"
                .formatted(login.toLowerCase(Locale.ROOT), inLetters(secret));
    }
}
