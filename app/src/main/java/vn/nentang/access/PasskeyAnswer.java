package vn.nentang.access;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser has sent, taken apart and believed in nothing yet. Parts that are missing or no letters of bytes are empty. */
final class PasskeyAnswer {

    private static final int CHARS_MAX = 20_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode said;

    private PasskeyAnswer(JsonNode said) {
        this.said = said;
    }

    static PasskeyAnswer read(String json) {
        return new PasskeyAnswer(json.length() > CHARS_MAX ? JSON.missingNode() : tree(json));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException _) {
            return JSON.missingNode();
        }
    }

    /** The name of the key in letters. */
    Optional<String> keyId() {
        return bytes("rawId").map(PasskeyAnswer::letters);
    }

    Optional<byte[]> bytes(String name) {
        return bytesOf(said.path(name));
    }

    /** A part of what the key itself has said. */
    Optional<byte[]> responseBytes(String name) {
        return bytesOf(said.path("response").path(name));
    }

    private static Optional<byte[]> bytesOf(JsonNode part) {
        try {
            return part.isString() ? Optional.of(bytesIn(part.stringValue())) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** How the key is reached; whoever answers writes these, so only what looks like one is kept. */
    List<String> transports() {
        return said.path("response")
                .path("transports")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(way -> way.matches("[a-z-]{1,20}"))
                .distinct()
                .limit(8)
                .toList();
    }

    static String letters(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytesIn(String letters) {
        return Base64.getUrlDecoder().decode(letters);
    }
}
