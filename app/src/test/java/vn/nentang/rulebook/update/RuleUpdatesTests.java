package vn.nentang.rulebook.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Refusal;
import vn.nentang.rulebook.Edition;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;

/** Rules come in signed or not at all, whole or not at all, and are looked at again at every start. */
final class RuleUpdatesTests {

    private static final LocalDate MADE = LocalDate.of(2026, 11, 22);
    private static final LocalDate LATER = LocalDate.of(2031, 1, 1);
    private static final RuleKey.Pair OURS = RuleKey.generate();
    private static final RuleKey.Pair THEIRS = RuleKey.generate();
    private static final Path PROBATION =
            Path.of("src", "main", "resources", "rulebook", "parameters", "admission.yaml");

    @TempDir
    Path folder;

    private Path data;
    private RuleUpdates updates;

    @BeforeEach
    void trustOurKey() throws IOException {
        data = folder.resolve("data");
        updates = RuleUpdates.in(data, "0.1.0");
        var key = Files.writeString(folder.resolve("ours.pub"), OURS.publicText());
        assertThat(updates.trust(key, Optional.of(fingerprint(OURS)))).isInstanceOf(Decision.Recorded.class);
    }

    private static String fingerprint(RuleKey.Pair pair) {
        return RuleKey.publicKey(pair.publicText()).map(RuleKey::fingerprint).orElseThrow();
    }

    /** The rules of the program, with one list more. */
    private Path rules(String code) throws IOException {
        var rules = Files.createDirectories(folder.resolve("rules-" + code));
        var list = Files.createDirectories(rules.resolve("codes")).resolve("made-up.yaml");
        Files.writeString(list, """
                list: made-up
                title: {vi: "Danh mục thử", en: "A list for a test"}
                source: 366-QĐ/TW 2025-08-30
                codes:
                  - {code: %s, vi: "Một", en: "One"}
                """.formatted(code));
        return rules;
    }

    private byte[] signed(int edition, String code, RuleKey.Pair key) throws IOException {
        var made = updates.sign(rules(code), edition, MADE, new Label("Thử", "A test"), key.privateText());
        return ((Decision.Recorded<byte[]>) made).events().getFirst();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("package.zip"), bytes);
    }

    private List<String> refusals(byte[] bytes) throws IOException {
        return switch (updates.install(file(bytes))) {
            case Decision.Recorded<Edition> taken -> throw new AssertionError("was taken in: " + taken);
            case Decision.Refused<Edition>(var reasons) ->
                reasons.stream().map(Refusal::code).toList();
        };
    }

    private void install(byte[] bytes) throws IOException {
        assertThat(updates.install(file(bytes))).isInstanceOf(Decision.Recorded.class);
    }

    private List<String> codes() {
        return updates.inForce().codeLists().stream()
                .filter(list -> list.name().equals("made-up"))
                .flatMap(list -> list.codes().stream())
                .map(code -> code.code())
                .toList();
    }

    private static Map<String, byte[]> parts(byte[] zip) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A package whose list somebody with our key wrote by hand. */
    private static byte[] listed(String manifest, Map<String, byte[]> files) throws IOException {
        var text = manifest.getBytes(StandardCharsets.UTF_8);
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("manifest.yaml", text);
        var key = RuleKey.privateKey(OURS.privateText()).orElseThrow();
        parts.put("manifest.sig", Base64.getEncoder().encode(RuleKey.sign(key, text)));
        parts.putAll(files);
        return packed(parts);
    }

    @Test
    void a_signed_package_is_in_force_from_the_next_start_on() throws IOException {
        install(signed(2, "one", OURS));

        assertThat(codes()).containsExactly("one");
        var edition = updates.inForce().edition();
        assertThat(edition.number()).isEqualTo(2);
        assertThat(edition.madeOn()).isEqualTo(MADE);
        assertThat(edition.signer()).isEqualTo(fingerprint(OURS));
        assertThat(updates.inForce().on(LATER).findRuling("probation.length")).isPresent();
    }

    @Test
    void a_file_of_a_package_takes_the_place_of_the_programs_file_of_the_same_name() throws IOException {
        var changes = folder.resolve("changed");
        var rules = Files.createDirectories(changes.resolve("parameters"));
        var text = Files.readString(PROBATION);
        var changed = text.replace("value: 12,", "value: 9,");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(rules.resolve("admission.yaml"), changed);
        var made = updates.sign(changes, 2, MADE, new Label("Thử", "A test"), OURS.privateText());
        install(((Decision.Recorded<byte[]>) made).events().getFirst());

        var value = updates.inForce().on(LocalDate.of(2025, 3, 1)).findRuling("probation.length");

        assertThat(value.orElseThrow().text()).isEqualTo("9");
    }

    @Test
    void what_is_not_signed_is_not_taken_in() throws IOException {
        var parts = parts(signed(2, "one", OURS));
        parts.remove("manifest.sig");
        assertThat(refusals(packed(parts))).containsExactly("rule-package-unsigned");

        parts.put("manifest.sig", "no signature".getBytes(StandardCharsets.UTF_8));
        assertThat(refusals(packed(parts))).containsExactly("rule-package-signer-unknown");
        assertThat(codes()).isEmpty();
    }

    @Test
    void what_somebody_else_signed_is_not_taken_in() throws IOException {
        assertThat(refusals(signed(2, "one", THEIRS))).containsExactly("rule-package-signer-unknown");
    }

    @Test
    void a_machine_that_trusts_nobody_takes_nothing() throws IOException {
        updates.distrust(fingerprint(OURS));

        assertThat(refusals(signed(2, "one", OURS))).containsExactly("rule-key-none");
    }

    @Test
    void an_altered_file_and_an_altered_list_are_refused() throws IOException {
        var parts = parts(signed(2, "one", OURS));
        var list = parts.get("codes/made-up.yaml");
        parts.put(
                "codes/made-up.yaml",
                new String(list, StandardCharsets.UTF_8).replace("Một", "Hai").getBytes(StandardCharsets.UTF_8));
        assertThat(refusals(packed(parts))).containsExactly("rule-package-file-altered");

        var other = parts(signed(2, "one", OURS));
        other.put(
                "manifest.yaml",
                new String(other.get("manifest.yaml"), StandardCharsets.UTF_8)
                        .replace("edition: 2", "edition: 3")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(refusals(packed(other))).containsExactly("rule-package-signer-unknown");
    }

    @Test
    void any_one_byte_that_changed_is_noticed_or_changes_nothing() throws IOException {
        var whole = signed(2, "one", OURS);
        var random = new Random(22);
        for (var round = 0; round < 300; round++) {
            var damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            var reading = RulePackage.read(
                    file(damaged), List.of(RuleKey.publicKey(OURS.publicText()).orElseThrow()));
            if (reading instanceof RulePackage.Reading.Read(var rules)) {
                assertThat(rules.files().getFirst().text())
                        .as("round %d", round)
                        .contains("code: one");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codes/extra.yaml",
                "../../outside.yaml",
                "/etc/cron.d/x",
                "codes/../../../outside.yaml",
                "manifest.yaml.bak"
            })
    void a_file_nobody_signed_for_is_refused_and_nothing_is_written_under_its_name(String name) throws IOException {
        var parts = parts(signed(2, "one", OURS));
        parts.put(name, "list: x".getBytes(StandardCharsets.UTF_8));

        assertThat(refusals(packed(parts))).containsExactly("rule-package-file-extra");
        assertThat(folder.resolve("..").resolve("outside.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../codes/a.yaml",
                "codes/A.yaml",
                "codes/a.txt",
                "other/a.yaml",
                "/codes/a.yaml",
                "codes/a/../b.yaml"
            })
    void a_list_may_name_rule_files_alone(String name) throws IOException {
        var manifest = """
                format: nentang-rules-1
                edition: 2
                made: 2026-11-22
                program: 0.1.0
                note: {vi: "a", en: "b"}
                files:
                  - {name: %s, sha256: "%s"}
                """.formatted(name, Manifest.digest(new byte[0]));

        assertThat(refusals(listed(manifest, Map.of(name, new byte[0])))).containsExactly("rule-package-manifest");
    }

    @Test
    void a_file_that_is_missing_is_refused() throws IOException {
        var parts = parts(signed(2, "one", OURS));
        parts.remove("codes/made-up.yaml");

        assertThat(refusals(packed(parts))).containsExactly("rule-package-file-missing");
    }

    @Test
    void a_package_that_is_too_large_is_refused_before_it_is_opened() throws IOException {
        assertThat(refusals(new byte[(4 << 20) + 1])).containsExactly("rule-package-too-large");
    }

    @Test
    void a_part_that_unpacks_to_more_than_it_should_is_not_read_to_its_end() throws IOException {
        var parts = parts(signed(2, "one", OURS));
        parts.put("manifest.yaml", new byte[300 << 20]);

        assertThat(refusals(packed(parts))).containsExactly("rule-package-unsigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "no zip at all"})
    void what_is_no_package_is_refused(String text) throws IOException {
        assertThat(refusals(text.getBytes(StandardCharsets.UTF_8))).containsExactly("rule-package-unreadable");
    }

    @Test
    void an_older_package_and_the_same_package_again_are_refused() throws IOException {
        var second = signed(2, "one", OURS);
        install(second);
        install(signed(4, "two", OURS));

        assertThat(refusals(second)).containsExactly("rule-package-older");
        assertThat(refusals(signed(4, "two", OURS))).containsExactly("rule-package-older");
        assertThat(refusals(signed(3, "three", OURS))).containsExactly("rule-package-older");
        updates.takeBack();
        assertThat(refusals(signed(4, "two", OURS))).as("taken back is not new").containsExactly("rule-package-older");
    }

    @Test
    void a_package_the_program_has_grown_past_is_refused() throws IOException {
        assertThat(refusals(signed(Rulebook.shipped().number(), "one", OURS))).containsExactly("rule-package-older");
    }

    @Test
    void a_package_for_a_later_program_is_refused() throws IOException {
        var later = RuleUpdates.in(data, "0.10.0").sign(rules("one"), 2, MADE, new Label("a", "b"), OURS.privateText());
        assertThat(refusals(((Decision.Recorded<byte[]>) later).events().getFirst()))
                .containsExactly("rule-package-program");
    }

    @Test
    void rules_the_reader_does_not_accept_are_refused_whole() throws IOException {
        var list = "list: made-up\nunheardOf: 1\n".getBytes(StandardCharsets.UTF_8);
        var manifest = """
                format: nentang-rules-1
                edition: 2
                made: 2026-11-22
                program: 0.1.0
                note: {vi: "a", en: "b"}
                files:
                  - {name: codes/made-up.yaml, sha256: "%s"}
                """.formatted(Manifest.digest(list));

        assertThat(refusals(listed(manifest, Map.of("codes/made-up.yaml", list))))
                .containsExactly("rule-package-rules");
        assertThat(updates.standing()).hasSize(1);
    }

    @Test
    void taking_back_goes_one_step_at_a_time_to_the_rules_of_the_program() throws IOException {
        install(signed(2, "one", OURS));
        install(signed(3, "two", OURS));
        assertThat(updates.standing()).extracting(Edition::number).containsExactly(1, 2, 3);

        updates.takeBack();
        assertThat(codes()).containsExactly("one");
        updates.takeBack();
        assertThat(codes()).isEmpty();
        assertThat(updates.inForce().edition().isShipped()).isTrue();
        assertThat(updates.takeBack()).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_machine_that_stopped_in_the_middle_starts_on_the_rules_it_had_and_takes_the_package_later()
            throws IOException {
        var bytes = signed(2, "one", OURS);
        var installed = Installed.below(data);

        installed.keep(2, half(bytes));
        assertThat(codes()).as("half the package on the disk").isEmpty();
        installed.keep(2, bytes);
        assertThat(codes()).as("the package there, but not standing").isEmpty();
        Files.writeString(data.resolve("rules").resolve("standing.part"), "highest 2");
        assertThat(codes()).as("half the state on the disk").isEmpty();

        install(bytes);
        assertThat(codes()).containsExactly("one");
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    @Test
    void the_program_does_not_start_on_a_package_that_was_altered_on_the_disk() throws IOException {
        install(signed(2, "one", OURS));
        var kept = data.resolve("rules").resolve("000002.zip");
        var bytes = Files.readAllBytes(kept);
        var parts = parts(bytes);
        parts.put("codes/made-up.yaml", "list: other\n".getBytes(StandardCharsets.UTF_8));
        Files.write(kept, packed(parts));

        assertThatThrownBy(updates::inForce)
                .isInstanceOf(RulesUnusable.class)
                .hasMessageContaining("rule-package-file-altered")
                .hasMessageContaining("000002.zip");
        updates.takeBack();
        assertThat(updates.inForce().edition().isShipped()).isTrue();
    }

    @Test
    void the_program_does_not_start_on_a_package_whose_key_is_trusted_no_more_or_that_is_gone() throws IOException {
        install(signed(2, "one", OURS));
        updates.distrust(fingerprint(OURS));
        assertThatThrownBy(updates::inForce).isInstanceOf(RulesUnusable.class);

        trustOurKey();
        assertThat(codes()).containsExactly("one");
        Files.delete(data.resolve("rules").resolve("000002.zip"));
        assertThatThrownBy(updates::inForce).isInstanceOf(RulesUnusable.class);
    }

    @Test
    void the_program_does_not_start_on_an_older_package_put_in_the_place_of_the_newer() throws IOException {
        install(signed(2, "one", OURS));
        install(signed(3, "two", OURS));
        var kept = data.resolve("rules");
        Files.write(kept.resolve("000003.zip"), Files.readAllBytes(kept.resolve("000002.zip")));

        assertThatThrownBy(updates::inForce).isInstanceOf(RulesUnusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "highest 2", "highest 2\nstanding two\n", "standing 2\nhighest 2\n"})
    void the_program_does_not_guess_which_rules_are_in_force(String state) throws IOException {
        Files.createDirectories(data.resolve("rules"));
        Files.writeString(data.resolve("rules").resolve("standing"), state);

        assertThatThrownBy(updates::inForce).isInstanceOf(RulesUnusable.class);
    }

    @Test
    void a_key_is_trusted_only_after_its_fingerprint_was_compared() throws IOException {
        var key = Files.writeString(folder.resolve("theirs.pub"), THEIRS.publicText());
        var codes = new ArrayList<String>();
        for (var read : List.of(Optional.<String>empty(), Optional.of(fingerprint(OURS)))) {
            codes.add(((Decision.Refused<RuleUpdates.Key>) updates.trust(key, read))
                    .reasons()
                    .getFirst()
                    .code());
        }

        assertThat(codes).containsExactly("rule-key-not-compared", "rule-key-differs");
        assertThat(updates.trusted()).hasSize(1);
        assertThat(updates.trust(Files.writeString(folder.resolve("private"), THEIRS.privateText()), Optional.empty()))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_pair_of_keys_never_tells_its_private_half_by_accident() {
        assertThat(OURS.toString()).doesNotContain("PRIVATE").contains("PUBLIC");
    }
}
