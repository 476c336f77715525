package vn.nentang.rulebook.update;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import vn.nentang.kernel.Refusal;
import vn.nentang.rulebook.Edition;
import vn.nentang.rulebook.source.RefusedSource;
import vn.nentang.rulebook.source.SourceText;

/**
 * Rule files with a list of their digests and an Ed25519 signature of that list, as one zip file. It is read in this order:
 * its size, the signature, what the list says, then every file against the list. No part of it is ever written to a disk
 * under a name it gives.
 */
public final class RulePackage {

    static final String SIGNATURE = "manifest.sig";

    private static final long PACKAGE_BYTES_MAX = 4L << 20;
    /** The same files under the same key make the same package, whenever it is made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final long UNPACKED_BYTES_MAX = 16L << 20;
    private static final int FILE_BYTES_MAX = 1 << 20;
    private static final int FILES_MAX = 500;
    private static final int SIGNATURE_CHARS_MAX = 200;

    private final Manifest manifest;
    private final String signer;
    private final List<SourceText> files;

    private RulePackage(Manifest manifest, String signer, List<SourceText> files) {
        this.manifest = manifest;
        this.signer = signer;
        this.files = List.copyOf(files);
    }

    /** What became of reading one. */
    public sealed interface Reading {

        record Read(RulePackage rules) implements Reading {}

        /** Nothing of it is taken over. */
        record Refused(List<Refusal> reasons) implements Reading {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    public Edition edition() {
        return new Edition(manifest.edition(), manifest.madeOn(), manifest.note(), signer);
    }

    /** The least version of the program that understands it. */
    String program() {
        return manifest.program();
    }

    List<SourceText> files() {
        return files;
    }

    /**
     * Reads a package that one of these keys has signed.
     *
     * @throws IOException when the disk fails, or the file is not there; never for what the file holds
     */
    public static Reading read(Path file, List<PublicKey> trusted) throws IOException {
        if (Files.size(file) > PACKAGE_BYTES_MAX) {
            return refused("rule-package-too-large", Map.of("max", PACKAGE_BYTES_MAX + " byte"));
        }
        try (var zip = new ZipFile(file.toFile())) {
            return read(zip, trusted);
        } catch (ZipException | EOFException | IllegalArgumentException _) {
            return refused("rule-package-unreadable", Map.of());
        } catch (RefusedSource problems) {
            return refused("rule-package-manifest", Map.of("problems", String.valueOf(problems.getMessage())));
        }
    }

    private static Reading read(ZipFile zip, List<PublicKey> trusted) throws IOException {
        if (zip.size() > FILES_MAX) {
            return refused("rule-package-too-large", Map.of("max", FILES_MAX + " tệp/files"));
        }
        var manifest = content(zip, Manifest.NAME);
        var signature = content(zip, SIGNATURE);
        if (manifest.isEmpty() || signature.isEmpty()) {
            return refused("rule-package-unsigned", Map.of());
        }
        var signer = signer(manifest.get(), signature.get(), trusted);
        return signer.isEmpty()
                ? refused("rule-package-signer-unknown", Map.of("keys", "" + trusted.size()))
                : read(zip, Manifest.read(manifest.get()), signer.get());
    }

    /** At most a mebibyte of a part, whatever it claims to hold; empty where it is not there or larger. */
    private static Optional<byte[]> content(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(FILE_BYTES_MAX + 1);
            return bytes.length > FILE_BYTES_MAX ? Optional.empty() : Optional.of(bytes);
        }
    }

    private static Optional<String> signer(byte[] manifest, byte[] signature, List<PublicKey> trusted) {
        return signed(signature)
                .flatMap(signed -> trusted.stream()
                        .filter(key -> RuleKey.verifies(key, manifest, signed))
                        .map(RuleKey::fingerprint)
                        .findFirst());
    }

    private static Optional<byte[]> signed(byte[] text) {
        try {
            return text.length > SIGNATURE_CHARS_MAX
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(new String(text, StandardCharsets.US_ASCII).strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Reading read(ZipFile zip, Manifest manifest, String signer) throws IOException {
        var refusals = extras(zip, manifest);
        var files = new ArrayList<SourceText>();
        var unpacked = 0L;
        for (var listed : new TreeMap<>(manifest.digests()).entrySet()) {
            var bytes = content(zip, listed.getKey());
            if (bytes.isEmpty()) {
                refusals.add(Refusal.of("rule-package-file-missing", Map.of("file", listed.getKey())));
            } else if (!Manifest.digest(bytes.get()).equals(listed.getValue())) {
                refusals.add(Refusal.of("rule-package-file-altered", Map.of("file", listed.getKey())));
            } else {
                files.add(new SourceText(listed.getKey(), new String(bytes.get(), StandardCharsets.UTF_8)));
                unpacked += bytes.get().length;
            }
            if (unpacked > UNPACKED_BYTES_MAX) {
                return refused("rule-package-too-large", Map.of("max", UNPACKED_BYTES_MAX + " byte"));
            }
        }
        return refusals.isEmpty()
                ? new Reading.Read(new RulePackage(manifest, signer, files))
                : new Reading.Refused(refusals);
    }

    /** Parts that nobody signed for, and parts that stand twice under one name. */
    private static List<Refusal> extras(ZipFile zip, Manifest manifest) {
        var refusals = new ArrayList<Refusal>();
        var seen = new TreeSet<String>();
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            var isListed = manifest.digests().containsKey(name) || name.equals(Manifest.NAME) || name.equals(SIGNATURE);
            if (!isListed || !seen.add(name)) {
                refusals.add(Refusal.of("rule-package-file-extra", Map.of("file", shown(name))));
            }
        });
        return refusals;
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(100, name.length()));
    }

    private static Reading.Refused refused(String code, Map<String, String> facts) {
        return new Reading.Refused(List.of(Refusal.of(code, facts)));
    }

    /** Makes a package of these files; the private key is a text as {@link RuleKey} writes it. Empty where it is none. */
    static Optional<byte[]> made(Manifest manifest, List<SourceText> files, String privateKey) throws IOException {
        var key = RuleKey.privateKey(privateKey);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var text = manifest.text().getBytes(StandardCharsets.UTF_8);
        var signature = Base64.getEncoder().encode(RuleKey.sign(key.get(), text));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, Manifest.NAME, text);
            put(zip, SIGNATURE, signature);
            for (var file : files) {
                put(zip, file.name(), file.text().getBytes(StandardCharsets.UTF_8));
            }
        }
        return Optional.of(out.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
