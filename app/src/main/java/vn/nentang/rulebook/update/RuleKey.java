package vn.nentang.rulebook.update;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ed25519 keys as text (PEM), by the cryptography of the JDK. */
public final class RuleKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final int PEM_CHARS_MAX = 2_000;
    private static final int GROUP = 4;

    private RuleKey() {}

    /** A new pair, as two texts. Whoever has the first can make rules for all who trust the second. */
    public record Pair(String privateText, String publicText) {

        /** Without the private half: this text may reach a log. */
        @Override
        public String toString() {
            return "Pair[" + publicText + "]";
        }
    }

    public static Pair generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Pair(
                    pem(PRIVATE, pair.getPrivate().getEncoded()),
                    pem(PUBLIC, pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 has Ed25519.", e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded), kind);
    }

    /** The public key of a text; empty where it holds none. */
    public static Optional<PublicKey> publicKey(String text) {
        return encoded(PUBLIC, text).flatMap(bytes -> {
            try {
                return Optional.of(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes)));
            } catch (GeneralSecurityException _) {
                return Optional.empty();
            }
        });
    }

    static Optional<PrivateKey> privateKey(String text) {
        return encoded(PRIVATE, text).flatMap(bytes -> {
            try {
                return Optional.of(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
            } catch (GeneralSecurityException _) {
                return Optional.empty();
            }
        });
    }

    private static Optional<byte[]> encoded(String kind, String text) {
        if (text.length() > PEM_CHARS_MAX) {
            return Optional.empty();
        }
        var found = Pattern.compile("-----BEGIN %s-----([A-Za-z0-9+/=\\s]+)-----END %s-----".formatted(kind, kind))
                .matcher(text);
        try {
            return found.find() ? Optional.of(Base64.getMimeDecoder().decode(found.group(1))) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** SHA-256 of the key in groups of four hexadecimal digits: what two people read to each other. */
    public static String fingerprint(PublicKey key) {
        try {
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
            return digest.replaceAll("(.{%d})(?!$)".formatted(GROUP), "$1-");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key was read as one of Ed25519.", e);
        }
    }

    static boolean verifies(PublicKey key, byte[] text, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            // A signature of a wrong length or form is reported so; it verifies nothing.
            return false;
        }
    }
}
