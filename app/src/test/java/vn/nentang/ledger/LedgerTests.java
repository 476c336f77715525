package vn.nentang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.LedgerVerification.Fault;
import vn.nentang.ledger.LedgerVerification.Finding;

final class LedgerTests {

    /** A kind of event for these tests alone. */
    record Noted(String about, String text) implements LedgerEvent {}

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final EventCatalogue NOTES =
            () -> List.of(new EventType<>("test.noted.v1", Noted.class, e -> List.of("note:" + e.about())));

    private final TestLedger it = new TestLedger(List.of(NOTES), _ -> List.of());

    @AfterEach
    void close() {
        it.close();
    }

    private EntryRef note(String about, String text) {
        return note(about, text, null);
    }

    private EntryRef note(String about, String text, @Nullable EntryRef corrects) {
        var entry = new NewEntry(new Noted(about, text), DAY, Paper.UNKNOWN, corrects);
        return recorded(TestLedger.command(text), entry);
    }

    private EntryRef withdraw(EntryRef ref) {
        return recorded(
                TestLedger.command(ref.toString()),
                it.ledger.withdrawal(it.ledger.find(ref).orElseThrow(), "typed twice"));
    }

    private EntryRef recorded(Command command, NewEntry entry) {
        it.advance(Duration.ofSeconds(1));
        var answer = it.ledger.carryOut(command, () -> Decision.record(entry));
        assertThat(answer).isInstanceOf(Answer.Recorded.class);
        return ((Answer.Recorded) answer).entries().getFirst();
    }

    private List<String> standing(String about) {
        return it.ledger.history("note:" + about).of(Noted.class).stream()
                .map(e -> e.event().text())
                .toList();
    }

    @Test
    void an_installation_that_recorded_nothing_yet_has_a_name_and_keeps_it() {
        var name = it.ledger.node();
        assertThat(it.ledger.node()).isEqualTo(name);
        assertThat(note("a", "first").node()).isEqualTo(name);
    }

    @Test
    void entries_are_numbered_and_chained_from_one() {
        note("a", "first");
        note("a", "second");

        var all = it.everything();
        assertThat(all).extracting(e -> e.ref().sequence()).containsExactly(1L, 2L);
        assertThat(all.get(0).previous()).isEqualTo(SealedEntry.NO_PREVIOUS);
        assertThat(all.get(1).previous()).isEqualTo(all.get(0).hash());
        assertThat(all).allMatch(SealedEntry::isIntact);
    }

    @Test
    void a_command_sent_twice_is_recorded_once_and_answered_the_same() {
        var command = TestLedger.command("hello");
        var entry = NewEntry.of(new Noted("a", "once"), DAY, Paper.UNKNOWN);

        var first = it.ledger.carryOut(command, () -> Decision.record(entry));
        var second = it.ledger.carryOut(command, () -> {
            throw new AssertionError("A repeated command is not decided again.");
        });

        assertThat(second).isEqualTo(first);
        assertThat(standing("a")).containsExactly("once");
    }

    @Test
    void another_request_under_a_used_command_id_is_refused() {
        var id = UUID.randomUUID();
        it.ledger.carryOut(
                new Command(id, "tester", "one"),
                () -> Decision.record(NewEntry.of(new Noted("a", "one"), DAY, Paper.UNKNOWN)));

        var answer = it.ledger.carryOut(
                new Command(id, "tester", "two"),
                () -> Decision.record(NewEntry.of(new Noted("a", "two"), DAY, Paper.UNKNOWN)));

        assertThat(answer)
                .isEqualTo(
                        new Answer.Refused(List.of(Refusal.of("command-id-reused", Map.of("command", id.toString())))));
        assertThat(standing("a")).containsExactly("one");
    }

    @Test
    void a_refused_command_records_nothing_and_may_be_sent_again() {
        var command = TestLedger.command("try");
        var reason = Refusal.of("not-now", Map.of());

        var refused = it.ledger.carryOut(command, () -> new Decision.Refused<>(List.of(reason)));
        var recorded = it.ledger.carryOut(
                command, () -> Decision.record(NewEntry.of(new Noted("a", "now"), DAY, Paper.UNKNOWN)));

        assertThat(refused).isEqualTo(new Answer.Refused(List.of(reason)));
        assertThat(recorded).isInstanceOf(Answer.Recorded.class);
        assertThat(it.ledger.size()).isEqualTo(1);
    }

    @Test
    void a_correction_replaces_what_it_names_also_under_another_subject() {
        var wrong = note("a", "wrong");
        note("b", "right", wrong);

        assertThat(standing("a")).isEmpty();
        assertThat(standing("b")).containsExactly("right");
        assertThat(it.ledger.everSaid("note:a").filed()).hasSize(1);
    }

    @Test
    void withdrawing_a_correction_brings_back_what_it_had_replaced() {
        var first = note("a", "first");
        var second = note("a", "second", first);
        var third = note("a", "third", second);
        assertThat(standing("a")).containsExactly("third");

        withdraw(third);
        assertThat(standing("a")).containsExactly("second");
        withdraw(second);
        assertThat(standing("a")).containsExactly("first");
    }

    @Test
    void what_was_believed_at_an_instant_can_be_read_later() {
        var first = note("a", "first");
        var before = it.time();
        note("a", "second", first);

        var then = it.ledger.histories(List.of("note:a"), before).getFirst().of(Noted.class);
        assertThat(then).extracting(e -> e.event().text()).containsExactly("first");
        assertThat(standing("a")).containsExactly("second");
    }

    @Test
    void the_database_refuses_to_change_or_delete_an_entry() {
        note("a", "stays");

        for (var statement : List.of(
                "UPDATE ledger.entry SET author = 'x'", "DELETE FROM ledger.entry", "TRUNCATE ledger.entry CASCADE")) {
            assertThatThrownBy(() -> it.jdbc.execute(statement)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> asOwner(statement)).hasMessageContaining("append-only");
        }
    }

    private void asOwner(String statement) throws java.sql.SQLException {
        try (var connection = it.store.owner().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @Test
    void verification_finds_nothing_in_an_untouched_ledger() {
        note("a", "one");
        note("b", "two");

        assertThat(it.verification.verify().findings()).isEmpty();
        assertThat(it.verification.verify().entries()).isEqualTo(2);
    }

    @Test
    void verification_names_an_altered_entry() {
        note("a", "one");
        var altered = note("a", "two");
        note("a", "three");

        it.tamper("UPDATE ledger.entry SET body = '{\"about\":\"a\",\"text\":\"2\"}' WHERE sequence = 2");

        assertThat(it.verification.verify().findings()).containsExactly(new Finding(altered, Fault.ALTERED));
    }

    @Test
    void verification_names_a_missing_entry_in_the_middle_and_at_the_end() {
        note("a", "one");
        var middle = note("a", "two");
        note("a", "three");
        var last = note("a", "four");

        it.tamper("DELETE FROM ledger.entry_subject WHERE position IN (SELECT position FROM ledger.entry"
                + " WHERE sequence IN (2, 4)); DELETE FROM ledger.entry WHERE sequence IN (2, 4)");

        assertThat(it.verification.verify().findings())
                .containsExactlyInAnyOrder(new Finding(middle, Fault.MISSING), new Finding(last, Fault.MISSING));
    }

    @Test
    void verification_names_entries_that_changed_places() {
        note("a", "one");
        var second = note("a", "two");
        var third = note("a", "three");

        it.tamper("UPDATE ledger.entry SET sequence = 99 WHERE sequence = 2;"
                + " UPDATE ledger.entry SET sequence = 2 WHERE sequence = 3;"
                + " UPDATE ledger.entry SET sequence = 3 WHERE sequence = 99");

        assertThat(it.verification.verify().findings())
                .extracting(Finding::entry)
                .contains(second, third);
    }

    @Test
    void verification_names_an_entry_taken_out_of_a_subjects_file() {
        var hidden = note("a", "one");

        it.tamper("DELETE FROM ledger.entry_subject");

        assertThat(it.verification.verify().findings()).containsExactly(new Finding(hidden, Fault.MISFILED));
    }

    @Test
    void an_unknown_type_stops_reading_with_a_clear_error() {
        note("a", "one");
        it.tamper("UPDATE ledger.entry SET type = 'test.forgotten.v9'");

        assertThatThrownBy(() -> it.ledger.history("note:a"))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("test.forgotten.v9");
    }

    @Test
    void an_archive_taken_in_elsewhere_gives_the_same_ledger(@TempDir Path folder) throws IOException {
        var wrong = note("a", "đồng chí");
        note("a", "corrected", wrong);
        var file = it.archive.exportTo(folder);

        try (var other = new TestLedger(List.of(NOTES), _ -> List.of())) {
            assertThat(other.archive.importFrom(folder, (_, _, _) -> {})).isEqualTo(2);
            assertThat(other.archive.importFrom(file, (_, _, _) -> {})).isEqualTo(2);
            assertThat(other.everything()).isEqualTo(it.everything());
            assertThat(other.verification.verify().isSound()).isTrue();
        }
    }

    @Test
    void a_damaged_archive_is_refused_whole(@TempDir Path folder) throws IOException {
        note("a", "one");
        note("a", "two");
        var file = it.archive.exportTo(folder.resolve("ledger.ndjson"));
        var lines = Files.readAllLines(file);

        for (var damaged : List.of(
                lines.subList(0, 2),
                List.of(lines.get(0), lines.get(1), lines.get(2).replace("two", "2")),
                List.of(lines.get(0).replace("2", "1"), lines.get(2)),
                List.of("{\"format\":\"something-else\",\"entries\":1}", lines.get(1)),
                List.<String>of())) {
            Files.write(file, damaged);
            try (var other = new TestLedger(List.of(NOTES), _ -> List.of())) {
                assertThatThrownBy(() -> other.archive.importFrom(file, (_, _, _) -> {}))
                        .isInstanceOf(LedgerDamaged.class);
                assertThat(other.ledger.size()).isZero();
            }
        }
    }

    @Test
    void entries_may_arrive_in_any_order_and_twice() {
        var first = note("a", "one");
        note("a", "two", first);
        note("b", "three");
        var arrivals = new ArrayList<>(it.everything());
        arrivals.addAll(it.everything());
        Collections.shuffle(arrivals, new Random(7));

        try (var other = new TestLedger(List.of(NOTES), _ -> List.of())) {
            arrivals.forEach(e -> other.ledger.receive(List.of(e)));
            assertThat(other.everything()).isEqualTo(it.everything());
            assertThat(other.verification.verify().isSound()).isTrue();
        }
    }
}
