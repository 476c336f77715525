package vn.nentang.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.nentang.kernel.Paper;

/**
 * An entry as it lies in the store and travels in an archive: its event as text, sealed by a hash that also covers the
 * hash of the entry before it on the same node.
 */
record SealedEntry(
        EntryRef ref,
        String type,
        LocalDate effectiveOn,
        Instant recordedAt,
        String author,
        Paper paper,
        List<String> subjects,
        @Nullable EntryRef corrects,
        UUID command,
        String request,

        @JsonRawValue @JsonDeserialize(using = EventJson.Body.class)
        String event,

        String previous,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String hash) {

    static final String NO_PREVIOUS = "0".repeat(64);

    /** What comes from elsewhere may lack anything. */
    SealedEntry {
        Stream.of(ref, type, effectiveOn, recordedAt, author, paper, command, request, event, previous, hash)
                .forEach(Objects::requireNonNull);
        subjects = List.copyOf(subjects);
    }

    /** The same entry with the hash its content has. */
    SealedEntry sealed() {
        return with(contentHash());
    }

    boolean isIntact() {
        return hash.equals(contentHash());
    }

    /** SHA-256, in hexadecimal, over the canonical text of everything but the hash itself: an empty one is not written. */
    private String contentHash() {
        return sha256(EventJson.canonicalBytes(hash.isEmpty() ? this : with("")));
    }

    private SealedEntry with(String otherHash) {
        return new SealedEntry(
                ref,
                type,
                effectiveOn,
                recordedAt,
                author,
                paper,
                subjects,
                corrects,
                command,
                request,
                event,
                previous,
                otherHash);
    }

    Entry<?> open(EventTypes types) {
        return opened(types.read(type, event));
    }

    /** The entry itself, for whoever has its event at hand. */
    Entry<?> opened(LedgerEvent happened) {
        return new Entry<>(ref, type, happened, effectiveOn, recordedAt, author, paper, subjects, corrects);
    }

    static SealedEntry row(ResultSet row, int number) throws SQLException {
        var correctsNode = row.getString("corrects_node");
        return new SealedEntry(
                new EntryRef(row.getString("node"), row.getLong("sequence")),
                row.getString("type"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                new Paper(
                        row.getString("paper_number"),
                        row.getObject("paper_date", LocalDate.class),
                        row.getString("paper_issuer"),
                        row.getString("paper_signer")),
                List.of((String[]) row.getArray("subjects").getArray()),
                correctsNode == null ? null : new EntryRef(correctsNode, row.getLong("corrects_sequence")),
                row.getObject("command_id", UUID.class),
                row.getString("request_digest"),
                row.getString("body"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
