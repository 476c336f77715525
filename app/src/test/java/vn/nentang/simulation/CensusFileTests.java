package vn.nentang.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.statistics.census.Attribute;
import vn.nentang.statistics.census.Census;
import vn.nentang.statistics.census.Counted;
import vn.nentang.statistics.census.Dimension;
import vn.nentang.statistics.census.Figures;
import vn.nentang.statistics.census.Question;

/** The census goes on from its file after a restart, and reads the ledger where the file is not of this ledger. */
final class CensusFileTests {

    private static final int STEPS = 60;
    private static final List<List<Dimension>> ASKED = List.of(
            List.of(Dimension.of(Attribute.STANDING), Dimension.of(Attribute.SEX)),
            List.of(Dimension.of(Attribute.AGE), Dimension.of(Attribute.ETHNIC_GROUP)),
            List.of(new Dimension(Attribute.LEVEL, 2024)),
            List.of(new Dimension(Attribute.CELL_STREAK, 2024)));

    private final World world = new World();
    private final History history = new History(11, world);

    @TempDir
    private Path folder;

    @BeforeEach
    void live() {
        steps(STEPS);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void steps(int count) {
        for (int i = 0; i < count; i++) {
            history.step();
        }
    }

    private Path file() {
        return folder.resolve("census.bin");
    }

    private Census census(World of) {
        return new Census(of.base.arrivals, World.RULEBOOK, Optional.of(folder));
    }

    private static List<Figures> figures(Census census, World of) {
        var figures = new ArrayList<Figures>();
        for (var subject : of.base.ledger.subjects("organization", null)) {
            var id = OrganizationId.of(subject.substring("organization:".length()));
            for (var on : List.of(LocalDate.of(2019, 6, 1), LocalDate.of(2025, 12, 31))) {
                ASKED.forEach(by -> figures.add(inOrder(census.answer(new Question(id, on, by)))));
                figures.add(inOrder(census.answer(
                        new Question(id, on, on, of.base.time().minusSeconds(90_000), ASKED.getFirst()))));
            }
        }
        return figures;
    }

    /** Words have their numbers in the order in which they were met, by several threads. */
    private static Figures inOrder(Figures figures) {
        var counts = figures.counts().stream()
                .sorted(Comparator.comparing(one -> String.join("\n", one.values())))
                .toList();
        return new Figures(figures.members(), counts, figures.entries());
    }

    /** As a program that asks once, and ends. */
    private void keep() {
        var census = census(world);
        census.answer(new Question(anywhere(), LocalDate.of(2025, 12, 31), List.of()));
        census.destroy();
        assertThat(file()).isRegularFile();
    }

    private OrganizationId anywhere() {
        return OrganizationId.of(
                world.base.ledger.subjects("organization", null).getFirst().substring("organization:".length()));
    }

    private void assertReadsTheLedger(World of) {
        var census = census(of);
        assertThat(figures(census, of)).isEqualTo(figures(new Census(of.base.arrivals, World.RULEBOOK), of));
        assertThat(census.readSoFar()).isPositive();
        census.destroy();
    }

    @Test
    void after_a_restart_figures_are_the_same_and_the_ledger_is_not_read() {
        keep();
        var census = census(world);
        assertThat(figures(census, world)).isEqualTo(figures(new Census(world.base.arrivals, World.RULEBOOK), world));
        assertThat(census.readSoFar()).isZero();
        assertThat(figures(census, world)).anyMatch(one -> one.members() > 0);
    }

    @Test
    void what_was_recorded_between_is_added_to_what_the_file_holds() {
        keep();
        steps(20);
        var census = census(world);
        assertThat(figures(census, world)).isEqualTo(figures(new Census(world.base.arrivals, World.RULEBOOK), world));
        assertThat(census.readSoFar()).isZero();
        steps(20);
        assertThat(figures(census, world)).isEqualTo(figures(new Census(world.base.arrivals, World.RULEBOOK), world));
    }

    @Test
    void the_file_is_for_its_owner_alone() throws IOException {
        keep();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void who_never_asks_has_no_file() {
        census(world).destroy();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_torn_file_is_not_believed() throws IOException {
        keep();
        var bytes = Files.readAllBytes(file());
        for (var length : List.of(0, 1, 9, bytes.length / 2, bytes.length - 1)) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            assertReadsTheLedger(world);
        }
    }

    @Test
    void a_changed_file_is_not_believed() throws IOException {
        keep();
        var bytes = Files.readAllBytes(file());
        for (var at : List.of(0, 40, bytes.length / 3, bytes.length / 2, bytes.length - 1)) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file(), changed);
            assertReadsTheLedger(world);
        }
    }

    @Test
    void a_file_of_another_format_is_not_believed() throws IOException {
        keep();
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file()));
        bytes.putInt(0, bytes.getInt(0) + 1);
        var sum = new CRC32C();
        sum.update(bytes.array(), 0, bytes.capacity() - Long.BYTES);
        Files.write(
                file(),
                bytes.putLong(bytes.capacity() - Long.BYTES, sum.getValue()).array());
        assertReadsTheLedger(world);
    }

    @Test
    void the_file_of_another_ledger_is_not_believed() {
        keep();
        try (var other = new World()) {
            var otherHistory = new History(12, other);
            for (int i = 0; i < 2 * STEPS; i++) {
                otherHistory.step();
            }
            assertReadsTheLedger(other);
        }
    }

    /** As after a backup was taken in elsewhere: the same entries at other places. */
    @Test
    void the_file_of_the_same_entries_arrived_in_another_order_is_not_believed() {
        keep();
        try (var other = new World()) {
            var order = new ArrayList<Integer>();
            for (int i = 0; i < world.base.hashes().size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(3));
            world.base.sendTo(other.base, order, 4);
            assertReadsTheLedger(other);
        }
    }

    @Test
    void a_file_that_is_not_believed_is_written_anew() throws IOException {
        keep();
        Files.write(file(), new byte[100]);
        assertReadsTheLedger(world);
        var census = census(world);
        figures(census, world);
        assertThat(census.readSoFar()).isZero();
    }

    private static List<Counted> people(Census census, World of) {
        return of.base.ledger.subjects("organization", null).stream()
                .map(subject -> OrganizationId.of(subject.substring("organization:".length())))
                .map(id -> new Question(id, LocalDate.of(2025, 12, 31), List.of()))
                .map(question -> census.people(question, List.of(), null, 1_000))
                .toList();
    }

    @Test
    void after_a_restart_the_same_people_are_named_whatever_becomes_of_the_file() throws IOException {
        keep();
        var census = census(world);
        var before = people(census, world);
        assertThat(before.stream().mapToInt(one -> one.members().size()).sum()).isPositive();
        Files.delete(file());
        steps(20);
        assertThat(people(census, world))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(people(new Census(world.base.arrivals, World.RULEBOOK), world));
        assertThat(census.readSoFar()).isZero();
    }

    /** A question is not answered rather than wrongly, and is once there is room again. */
    @Test
    void without_a_place_for_the_ids_of_persons_a_question_says_so() throws IOException {
        var missing = folder.resolve("missing");
        var census = new Census(world.base.arrivals, World.RULEBOOK, Optional.of(missing));
        var question = new Question(anywhere(), LocalDate.of(2025, 12, 31), List.of());
        assertThatThrownBy(() -> census.answer(question)).hasMessageContaining("ids of persons");
        Files.createDirectory(missing);
        assertThat(census.answer(question)).isEqualTo(new Census(world.base.arrivals, World.RULEBOOK).answer(question));
    }
}
