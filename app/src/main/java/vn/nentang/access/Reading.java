package vn.nentang.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;

/**
 * One reading of a member's file.
 *
 * @param number 1 for the first on this installation, without gaps
 * @param account the login that read
 * @param reader whose account it was
 * @param post through which post; empty where none was needed
 * @param over the organisation the post is held in
 * @param person whose file was read
 * @param what {@code file}, {@code form}, or the group of secret fields that was opened
 * @param purpose what the reader said it was for; empty for the plain file
 * @param previous hash of the reading before
 */
public record Reading(
        long number,
        Instant at,
        String account,
        @Nullable PersonId reader,
        String post,
        @Nullable OrganizationId over,
        PersonId person,
        String what,
        String purpose,
        String previous,
        String hash) {

    static final String NO_PREVIOUS = "0".repeat(64);

    /** The same reading with the hash its content has. */
    Reading sealed() {
        return new Reading(number, at, account, reader, post, over, person, what, purpose, previous, contentHash());
    }

    boolean isIntact() {
        return hash.equals(contentHash());
    }

    /** SHA-256 over every part with its length, so that no two readings have the same text. */
    private String contentHash() {
        var text = Stream.of(
                        String.valueOf(number),
                        at.toString(),
                        account,
                        Objects.toString(reader, ""),
                        post,
                        Objects.toString(over, ""),
                        person.toString(),
                        what,
                        purpose,
                        previous)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining(","));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
