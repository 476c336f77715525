package vn.nentang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.membership.MembershipEvents;
import vn.nentang.membership.MembershipParts;
import vn.nentang.organization.OrganizationEvents;
import vn.nentang.organization.OrganizationParts;
import vn.nentang.review.ReviewEvents;

/** Archives that were damaged on the way, or sealed well by somebody who wanted the program to fall over them. */
final class ForgedArchiveTests {

    @TempDir
    Path folder;

    private final TestLedger here =
            new TestLedger(List.of(new OrganizationEvents(), new MembershipEvents(), new ReviewEvents()), jdbc -> {
                var all = new ArrayList<>(MembershipParts.registers(jdbc));
                all.add(OrganizationParts.register(jdbc));
                return all;
            });

    @AfterEach
    void close() {
        here.close();
    }

    private byte[] archive() throws IOException {
        var file = folder.resolve("whole.ndjson.gz");
        ForgedArchive.write(file, here.types);
        return Files.readAllBytes(file);
    }

    private long take(String name, byte[] bytes) throws IOException {
        return here.archive.importFrom(Files.write(folder.resolve(name), bytes), (_, _, _) -> {});
    }

    private byte[] resealed(String search, String by) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(archive()))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(search);
            return ForgedArchive.resealed(text.replace(search, by).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void one_entry_of_every_kind_is_taken_in() throws IOException {
        assertThat(take("whole.ndjson.gz", archive()))
                .isEqualTo(here.ledger.size())
                .isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 99})
    void an_archive_that_was_cut_off_is_damaged(int percent) throws IOException {
        var whole = archive();
        var cut = Arrays.copyOf(whole, whole.length * percent / 100);

        assertThatThrownBy(() -> take("cut.ndjson.gz", cut)).isInstanceOf(LedgerDamaged.class);
        assertThat(here.ledger.size()).isZero();
    }

    @Test
    void a_byte_that_changed_on_the_way_is_damage() throws IOException {
        var whole = archive();
        whole[whole.length / 2] ^= 0x21;

        assertThatThrownBy(() -> take("flipped.ndjson.gz", whole)).isInstanceOf(LedgerDamaged.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "recordedAt":"2025-01-01T00:00:07Z", |
            "person":"11111111-1111-4111-8111-111111111111","to"  | "person":"nobody","to"
            "subjects":["organization:                            | "subjects":["organization:x
            "year":2025                                           | "year":"x"
            "author":"forger"                                     | "author":"a\\u0000b"
            "author":"forger"                                     | "author":"a\\ud800b"
            "recordedAt":"2025-01-01T00:00:07Z"                   | "recordedAt":"2025-01-01T00:00:07.0000001Z"
            "effectiveOn":"2024-01-08"                            | "effectiveOn":"+999999999-12-31"
            "ref":"nforged01:8"                                   | "ref":"nforged01:9000000000000000000"
            """)
    void an_entry_that_is_sealed_well_and_tells_nothing_that_can_be_is_refused(String search, String by)
            throws IOException {
        var forged = resealed(search, by == null ? "" : by);

        assertThatThrownBy(() -> take("forged.ndjson", forged)).isInstanceOf(LedgerDamaged.class);
        assertThat(here.ledger.size()).isZero();
    }

    @Test
    void an_entry_of_a_later_version_says_so() throws IOException {
        var later = resealed("membership.admitted.v1", "membership.admitted.v9");

        assertThatThrownBy(() -> take("later.ndjson", later))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("membership.admitted.v9");
        assertThat(here.ledger.size()).isZero();
    }
}
