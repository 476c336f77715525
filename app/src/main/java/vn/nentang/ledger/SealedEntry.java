package vn.nentang.ledger;

import java.nio.charset.StandardCharsets;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
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
        JsonNode event,
        String previous,
        String hash) {

    static final String NO_PREVIOUS = "0".repeat(64);

    /** What comes from elsewhere may lack anything. */
    SealedEntry {
        Stream.of(ref, type, effectiveOn, recordedAt, author, paper, command, request, event, previous, hash)
                .forEach(Objects::requireNonNull);
        subjects = List.copyOf(subjects);
    }

    /** The same entry with the hash its content has. */
    SealedEntry sealed() {
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
                contentHash());
    }

    boolean isIntact() {
        return hash.equals(contentHash());
    }

    /** SHA-256, in hexadecimal, over the canonical text of everything but the hash itself. */
    private String contentHash() {
        ObjectNode content = EventJson.MAPPER.valueToTree(this);
        content.remove("hash");
        return sha256(EventJson.canonical(content));
    }

    Entry<?> open(EventTypes types) {
        return new Entry<>(
                ref,
                type,
                EventJson.MAPPER.treeToValue(event, types.named(type).event()),
                effectiveOn,
                recordedAt,
                author,
                paper,
                subjects,
                corrects);
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
                EventJson.parse(row.getString("body")),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
