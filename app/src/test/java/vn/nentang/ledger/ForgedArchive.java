package vn.nentang.ledger;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import vn.nentang.kernel.Paper;

/** Archives as somebody would write them who knows how entries are sealed. */
public final class ForgedArchive {

    private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
    private static final String NODE = "nforged01";

    private ForgedArchive() {}

    /** One entry of each of these kinds, in every shape that was ever stored, in one chain. */
    public static void write(Path file, EventTypes types) throws IOException {
        var entries = new ArrayList<SealedEntry>();
        try (var files = Files.list(APPROVED)) {
            for (var stored : files.sorted().toList()) {
                if (types.all().stream().anyMatch(type -> type.name().equals(nameOf(stored)))) {
                    entries.add(entry(stored, entries, types));
                }
            }
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(file));
                var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            writer.write("{\"format\":\"nentang-ledger-1\",\"entries\":%d}\n".formatted(entries.size()));
            for (var entry : entries) {
                writer.write(EventJson.canonical(entry) + "\n");
            }
        }
    }

    private static String nameOf(Path stored) {
        return stored.getFileName().toString().replaceFirst("(\\.min)?\\.json$", "");
    }

    private static SealedEntry entry(Path stored, List<SealedEntry> before, EventTypes types) throws IOException {
        var type = types.named(nameOf(stored));
        var body = EventJson.parse(Files.readString(stored));
        return new SealedEntry(
                        new EntryRef(NODE, before.size() + 1),
                        type.name(),
                        LocalDate.of(2024, 1, 1).plusDays(before.size()),
                        Instant.parse("2025-01-01T00:00:00Z").plusSeconds(before.size()),
                        "forger",
                        Paper.UNKNOWN,
                        type.subjectsOf(EventJson.MAPPER.treeToValue(body, type.event())),
                        null,
                        new UUID(9, before.size()),
                        SealedEntry.sha256(String.valueOf(before.size()).getBytes(StandardCharsets.UTF_8)),
                        EventJson.canonical(body),
                        before.isEmpty()
                                ? SealedEntry.NO_PREVIOUS
                                : before.getLast().hash(),
                        "")
                .sealed();
    }

    /** The same lines with every count, link and hash made right; lines that are no entries stay as they are. */
    public static byte[] resealed(byte[] lines) {
        var newest = new HashMap<String, String>();
        var out = new ArrayList<String>();
        for (var line :
                new String(lines, StandardCharsets.UTF_8).lines().skip(1).toList()) {
            out.add(resealed(line, newest));
        }
        out.addFirst("{\"format\":\"nentang-ledger-1\",\"entries\":%d}".formatted(out.size()));
        return (String.join("\n", out) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String resealed(String line, Map<String, String> newest) {
        try {
            var given = EventJson.MAPPER.readValue(line, SealedEntry.class);
            var previous = newest.getOrDefault(given.ref().node(), SealedEntry.NO_PREVIOUS);
            var linked = new SealedEntry(
                            given.ref(),
                            given.type(),
                            given.effectiveOn(),
                            given.recordedAt(),
                            given.author(),
                            given.paper(),
                            given.subjects(),
                            given.corrects(),
                            given.command(),
                            given.request(),
                            given.event(),
                            previous,
                            "")
                    .sealed();
            newest.put(given.ref().node(), linked.hash());
            return EventJson.canonical(linked);
        } catch (JacksonException | IllegalArgumentException | NullPointerException _) {
            return line;
        }
    }
}
