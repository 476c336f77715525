package vn.nentang.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.ledger.ForgedArchive;

/** Makes a sample worse: by its bytes, or knowing its shape, so that the damage passes the outer checks. */
final class Mutation {

    /** How a sample is built. */
    enum Shape {
        BYTES,
        ZIP,
        LINES,
        JSON_LINES_GZIP
    }

    private static final Pattern TAG = Pattern.compile("<[^<>]{0,400}>");
    private static final Pattern VALUE = Pattern.compile("\"([^\"<>]{0,200})\"|>([^<>]{1,200})<");
    private static final Pattern QUOTED = Pattern.compile(":(\"[^\"]{0,200}\"|-?\\d+)");
    private static final Pattern MEMBER = Pattern.compile("\"\\w+\":(\"[^\"]{0,200}\"|-?\\d+),");
    private static final List<String> PLAIN = List.of(
            "null", "[]", "{}", "0", "-1", "1e9", "99999999999999999999", "true", "[null]", "[[[]]]", "{\"a\":1}");
    private static final Pattern FIELD = Pattern.compile("[^;,\\t\\r\\n\"\\[\\]{}]{1,80}");
    private static final int GROWTH_MAX = 4_000_000;

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "2147483648",
            "-99999999999999999999",
            "9".repeat(400),
            "1e400000000",
            "1E-400000000",
            "NaN",
            "Infinity",
            "0x7fffffff",
            "true",
            "null",
            "~",
            "31/02/2024",
            "29/02/2023",
            "00/00/0000",
            "1/1/9999",
            "1/1/99999",
            "2024-13-45",
            "+999999999-12-31",
            "-999999999-01-01",
            "2026-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "٠٥/١٠/٢٠٢٤",
            "５/１０/２０２４",
            "?/?/????",
            "t10 năm 1999",
            "=cmd|'/C calc'!A0",
            "@SUM(1+1)",
            "-2+3|x!A1",
            "\t=1",
            "\r\n",
            "\u0000",
            "\uFFFF",
            "\uD800",
            "\uDC00\uD800",
            "\u202Eabc",
            "e\u0323\u0302".repeat(300),
            "\uFEFF",
            "'",
            "\"",
            "\"\"\"",
            "\\",
            "%s%n%x",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "]]>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "&e;",
            "&#0;",
            "&#xD800;",
            "../../../../etc/passwd",
            "C:\\\\con",
            "(".repeat(5_000),
            "[".repeat(5_000),
            "{".repeat(5_000),
            "a".repeat(70_000),
            "A1048577",
            "XFE1",
            "A0",
            "ZZZZZZZZZZ99999999999",
            "*a",
            "&a",
            "!!java.net.URL [x]",
            "- - - - -",
            "|",
            "? :",
            "1 < 2 ? true : 1/0",
            "x.matches('(a+)+$')",
            "00000000-0000-0000-0000-000000000000",
            "person:x",
            "none");

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    byte[] of(byte[] sample, Shape shape) {
        if (random.nextInt(4) == 0) {
            return bytes(sample);
        }
        return switch (shape) {
            case BYTES -> bytes(sample);
            case ZIP -> zip(sample);
            case LINES -> text(sample);
            case JSON_LINES_GZIP -> gzip(sample);
        };
    }

    byte[] bytes(byte[] sample) {
        var data = sample;
        for (var times = 1 + random.nextInt(8); times > 0; times--) {
            data = bytesOnce(data);
        }
        return data;
    }

    private byte[] bytesOnce(byte[] data) {
        if (data.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        var at = random.nextInt(data.length);
        var length = Math.min(data.length - at, 1 + random.nextInt(64));
        return switch (random.nextInt(8)) {
            case 0 -> with(data, at, (byte) (data[at] ^ (1 << random.nextInt(8))));
            case 1 -> with(data, at, (byte) random.nextInt(256));
            case 2 -> with(data, at, (byte) (random.nextBoolean() ? 0xFF : 0));
            case 3 -> replaced(data, at, length, new byte[0]);
            case 4 -> replaced(data, at, 0, Arrays.copyOfRange(data, at, at + length));
            case 5 -> replaced(data, at, Math.min(4, length), new byte[] {-1, -1, -1, 127});
            case 6 -> Arrays.copyOf(data, at);
            default -> replaced(data, at, 0, nasty().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] with(byte[] data, int at, byte value) {
        var copy = data.clone();
        copy[at] = value;
        return copy;
    }

    private static byte[] replaced(byte[] data, int at, int length, byte[] by) {
        var out = new ByteArrayOutputStream(data.length + by.length);
        out.write(data, 0, at);
        out.writeBytes(by);
        out.write(data, at + length, data.length - at - length);
        return out.size() > GROWTH_MAX ? data : out.toByteArray();
    }

    /** The parts stay whole and their checksums right, so that what is inside them is reached. */
    private byte[] zip(byte[] sample) {
        var parts = parts(sample);
        if (parts.isEmpty()) {
            return bytes(sample);
        }
        for (var times = 1 + random.nextInt(3); times > 0 && !parts.isEmpty(); times--) {
            zipOnce(parts);
        }
        return packed(parts);
    }

    private void zipOnce(Map<String, byte[]> parts) {
        var names = List.copyOf(parts.keySet());
        var name = names.get(random.nextInt(names.size()));
        var part = parts.getOrDefault(name, new byte[0]);
        switch (random.nextInt(12)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(nasty() + name, part);
            case 2 -> parts.put(names.get(random.nextInt(names.size())), part);
            case 3 -> parts.put("../" + name, part);
            case 4 -> parts.put(name, bytes(part));
            case 5 -> parts.put(name, text(part));
            default -> parts.put(name, markup(part));
        }
    }

    static Map<String, byte[]> parts(byte[] sample) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(sample))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample itself cannot be read", e);
        }
        return parts;
    }

    static byte[] packed(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        var names = new HashSet<String>();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(writable(part.getKey()));
                entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                if (names.add(entry.getName())) {
                    zip.putNextEntry(entry);
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As a package can hold it: not endless, and of whole letters. */
    private static String writable(String name) {
        var whole = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.substring(Math.max(0, whole.length() - 1000));
    }

    /** Tags dropped, doubled, exchanged; attributes and texts replaced. */
    private byte[] markup(byte[] part) {
        var text = new StringBuilder(new String(part, StandardCharsets.UTF_8));
        for (var times = 1 + random.nextInt(6); times > 0; times--) {
            markupOnce(text);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void markupOnce(StringBuilder text) {
        var pattern = random.nextBoolean() ? TAG : VALUE;
        var found = near(pattern, text);
        if (found.isEmpty()) {
            return;
        }
        var one = found.get(random.nextInt(found.size()));
        if (pattern == VALUE) {
            var group = one.start(1) >= 0 ? 1 : 2;
            text.replace(one.start(group), one.end(group), nasty());
            return;
        }
        switch (random.nextInt(3)) {
            case 0 -> text.delete(one.start(), one.end());
            case 1 -> text.insert(one.end(), one.group());
            default ->
                text.replace(
                        one.start(),
                        one.end(),
                        found.get(random.nextInt(found.size())).group());
        }
    }

    /** Matches in a stretch from a random place on: large samples need not be searched whole. */
    private List<MatchResult> near(Pattern pattern, StringBuilder text) {
        var from = random.nextInt(text.length() + 1);
        var matcher = pattern.matcher(text).region(Math.max(0, from - 400), text.length());
        var found = new ArrayList<MatchResult>();
        while (found.size() < 40 && matcher.find()) {
            found.add(matcher.toMatchResult());
        }
        return found;
    }

    /** Lines and fields dropped, doubled, exchanged, indented, replaced. */
    byte[] text(byte[] sample) {
        var text = new String(sample, StandardCharsets.UTF_8);
        for (var times = 1 + random.nextInt(5); times > 0; times--) {
            text = random.nextInt(3) == 0 ? lineOnce(text) : fieldOnce(text);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String lineOnce(String text) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        var one = random.nextInt(lines.size());
        var other = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            case 2 -> lines.set(one, lines.get(other));
            case 3 -> lines.set(one, "  " + lines.get(one));
            case 4 -> lines.set(one, lines.get(one).stripLeading());
            default -> lines.add(one, nasty());
        }
        return String.join("\n", lines);
    }

    private String fieldOnce(String text) {
        var builder = new StringBuilder(text);
        var found = near(FIELD, builder);
        if (found.isEmpty()) {
            return nasty();
        }
        var one = found.get(random.nextInt(found.size()));
        var by =
                random.nextInt(3) == 0 ? found.get(random.nextInt(found.size())).group() : nasty();
        return builder.replace(one.start(), one.end(), by).toString();
    }

    /** Values replaced within lines of JSON; more often than not every seal is then made right again. */
    private byte[] gzip(byte[] sample) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(sample))) {
            var damaged = random.nextInt(4) == 0 ? text(in.readAllBytes()) : values(in.readAllBytes());
            var text = random.nextInt(4) == 0 ? damaged : ForgedArchive.resealed(damaged);
            var out = new ByteArrayOutputStream();
            try (var packed = new GZIPOutputStream(out)) {
                packed.write(text);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The sample itself cannot be read", e);
        }
    }

    private byte[] values(byte[] sample) {
        var text = new StringBuilder(new String(sample, StandardCharsets.UTF_8));
        for (var times = 1 + random.nextInt(3); times > 0; times--) {
            var dropped = random.nextInt(4) == 0;
            var found = near(dropped ? MEMBER : QUOTED, text);
            if (dropped && !found.isEmpty()) {
                var one = found.get(random.nextInt(found.size()));
                text.delete(one.start(), one.end());
            } else if (!found.isEmpty()) {
                var one = found.get(random.nextInt(found.size()));
                text.replace(one.start(1), one.end(1), value());
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String value() {
        return switch (random.nextInt(4)) {
            case 0 -> PLAIN.get(random.nextInt(PLAIN.size()));
            default -> JsonMapper.shared().writeValueAsString(nasty());
        };
    }

    String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }
}
