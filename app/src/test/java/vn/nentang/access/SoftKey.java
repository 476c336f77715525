package vn.nentang.access;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A security key in software together with its browser (W3C Web Authentication, ES256), for tests that have to say what no
 * browser says. Everything it answers can be set wrong before it answers.
 */
public final class SoftKey {

    private static final int PRESENT = 0x01;
    private static final int HOLDS_CREDENTIAL = 0x40;
    private static final int COORDINATE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair pair = pair();
    private final byte[] id = random(20);
    private String origin;
    private String domain;
    private int flags = PRESENT;
    private long counter = 1;
    private String handle = "";

    public SoftKey(String origin, String domain) {
        this.origin = origin;
        this.domain = domain;
    }

    public SoftKey at(String another) {
        origin = another;
        return this;
    }

    public SoftKey of(String another) {
        domain = another;
        return this;
    }

    public SoftKey counting(long uses) {
        counter = uses;
        return this;
    }

    public SoftKey withFlags(int others) {
        flags = others;
        return this;
    }

    /** What the key says whose it is, in letters. */
    public SoftKey saying(String handleInLetters) {
        handle = handleInLetters;
        return this;
    }

    /** The challenge of a question. */
    public static String challengeOf(String question) {
        var found = Pattern.compile("\"challenge\":\"([\\w-]+)\"").matcher(question);
        if (!found.find()) {
            throw new AssertionError("no challenge in " + question);
        }
        return found.group(1);
    }

    /** Answers a question for a new key. */
    public String make(String question) {
        var client = client("webauthn.create", challengeOf(question));
        var attested = bytes(new byte[16], number(id.length, Short.BYTES), id, publicKey());
        var authenticator = bytes(authenticator(flags | HOLDS_CREDENTIAL), attested);
        var attestation = bytes(
                new byte[] {(byte) 0xA3},
                word("fmt"),
                word("none"),
                word("attStmt"),
                new byte[] {(byte) 0xA0},
                word("authData"),
                new byte[] {0x59},
                number(authenticator.length, Short.BYTES),
                authenticator);
        return answer("\"attestationObject\":\"%s\"".formatted(text(attestation)), client);
    }

    /** Answers a question for this key. */
    public String use(String question) {
        return sign(client("webauthn.get", challengeOf(question)));
    }

    /** As a key that is asked for another purpose would answer. */
    public String useAs(String type, String question) {
        return sign(client(type, challengeOf(question)));
    }

    private String sign(byte[] client) {
        var authenticator = authenticator(flags);
        var signed = signature(bytes(authenticator, digest(client)));
        var said = handle.isEmpty() ? "" : ",\"userHandle\":\"" + handle + "\"";
        return answer(
                "\"authenticatorData\":\"%s\",\"signature\":\"%s\"%s"
                        .formatted(text(authenticator), text(signed), said),
                client);
    }

    private String answer(String said, byte[] client) {
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},\
                "response":{%2$s,"clientDataJSON":"%3$s"}}""".formatted(text(id), said, text(client));
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticator(int shown) {
        return bytes(
                digest(domain.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) shown},
                number(counter, Integer.BYTES));
    }

    /** The public half as COSE writes it: EC2, ES256, P-256. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return bytes(
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, COORDINATE_BYTES},
                coordinate(point.getAffineX().toByteArray()),
                new byte[] {0x22, 0x58, COORDINATE_BYTES},
                coordinate(point.getAffineY().toByteArray()));
    }

    private static byte[] coordinate(byte[] number) {
        var whole = new byte[COORDINATE_BYTES];
        var length = Math.min(number.length, COORDINATE_BYTES);
        System.arraycopy(number, number.length - length, whole, COORDINATE_BYTES - length, length);
        return whole;
    }

    private byte[] signature(byte[] signed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] word(String letters) {
        return bytes(new byte[] {(byte) (0x60 + letters.length())}, letters.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] number(long value, int length) {
        var whole = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        return Arrays.copyOfRange(whole, Long.BYTES - length, Long.BYTES);
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
