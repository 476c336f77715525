package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A page reads over one connection, and sees what it would see over many. */
final class PageConnectionTests {

    private static final String TRANSACTION = "SELECT pg_backend_pid() || ' ' || transaction_timestamp()";

    /** Who reads, within what. */
    private static final String EYES = """
            SELECT current_user || ' ' || coalesce(current_setting('app.reach', true), '') || ' '
                   || coalesce(current_setting('app.self', true), '') || ' ' || current_setting('statement_timeout')
            """;

    private static final Reach SOMEBODY = Reach.over(List.of(UUID.randomUUID()), List.of(), UUID.randomUUID());
    private static final Reach ANOTHER = Reach.over(List.of(UUID.randomUUID(), UUID.randomUUID()), List.of(), null);

    private static Store store;
    private static JdbcClient sql;
    private static TransactionTemplate transactions;

    @BeforeAll
    static void open() {
        store = TestStore.fresh();
        sql = JdbcClient.create(store.app());
        transactions = new TransactionTemplate(new JdbcTransactionManager(store.app()));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @AfterEach
    void servesNobody() {
        Reach.end();
    }

    private static String ask(String query) {
        return sql.sql(query).query(String.class).single();
    }

    @Test
    void what_a_page_asks_goes_over_one_connection_in_one_transaction() throws SQLException {
        String first;
        try (var _ = PageConnection.begin()) {
            first = ask(TRANSACTION);
            SOMEBODY.begin();
            assertThat(ask(TRANSACTION)).isEqualTo(first);
            assertThat(Reach.<String>whole(() -> ask(TRANSACTION))).isEqualTo(first);
        }
        assertThat(ask(TRANSACTION)).isNotEqualTo(first);
    }

    private record Asked(String about) implements Reach.Question<String> {}

    @Test
    void a_question_with_one_answer_for_everybody_is_asked_once_a_page_with_all_eyes() throws SQLException {
        SOMEBODY.begin();
        Supplier<String> asked = () -> ask(EYES) + ask("SELECT clock_timestamp()::text");
        String first;
        try (var _ = PageConnection.begin()) {
            first = Reach.whole(new Asked("one"), asked);
            assertThat(first).startsWith("nentang_app");
            ANOTHER.begin();
            assertThat(Reach.whole(new Asked("one"), asked)).isEqualTo(first);
            assertThat(Reach.whole(new Asked("other"), asked)).isNotEqualTo(first);
        }
        try (var _ = PageConnection.begin()) {
            assertThat(Reach.whole(new Asked("one"), asked))
                    .as("on the next page")
                    .isNotEqualTo(first);
        }
        assertThat(Reach.whole(new Asked("one"), asked))
                .as("without a page")
                .isNotEqualTo(Reach.whole(new Asked("one"), asked));
    }

    @Test
    void what_asks_while_the_connection_is_lent_gets_another_under_the_same_reach() throws SQLException {
        SOMEBODY.begin();
        var eyes = ask(EYES);
        try (var _ = PageConnection.begin()) {
            var outer = ask(TRANSACTION);
            sql.sql(TRANSACTION).query(row -> {
                assertThat(row.getString(1)).isEqualTo(outer);
                assertThat(ask(TRANSACTION)).isNotEqualTo(outer);
                assertThat(ask(EYES)).isEqualTo(eyes);
            });
        }
    }

    @Test
    void a_page_reads_on_after_a_statement_that_failed() throws SQLException {
        SOMEBODY.begin();
        var eyes = ask(EYES);
        try (var _ = PageConnection.begin()) {
            assertThatThrownBy(() -> ask("SELECT 1 / 0")).isInstanceOf(DataAccessException.class);
            assertThat(ask(EYES)).isEqualTo(eyes);
        }
    }

    @Test
    void a_transaction_on_a_page_may_have_a_nature_of_its_own_and_the_reader_stays_confined() throws SQLException {
        SOMEBODY.begin();
        var eyes = ask(EYES);
        var careful = new TransactionTemplate(new JdbcTransactionManager(store.app()));
        careful.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        careful.setReadOnly(true);
        try (var _ = PageConnection.begin()) {
            assertThat(ask(EYES)).isEqualTo(eyes);
            assertThat(Reach.<String>whole(() -> careful.execute(_ -> ask("SHOW transaction_isolation"))))
                    .isEqualTo("serializable");
            assertThat(ask(EYES)).isEqualTo(eyes);
            assertThat(ask("SHOW transaction_isolation")).isEqualTo("read committed");
        }
    }

    @Test
    void what_a_page_commits_is_kept_and_the_rest_is_not() throws SQLException {
        try (var _ = PageConnection.begin()) {
            ask(TRANSACTION);
            transactions.executeWithoutResult(_ -> name("kept"));
            name("lost");
        }
        assertThat(ask("SELECT name FROM ledger.node")).isEqualTo("kept");
    }

    private static void name(String node) {
        sql.sql("INSERT INTO ledger.node (name) VALUES (:name) ON CONFLICT DO NOTHING")
                .param("name", node)
                .update();
    }

    /** Rolled back or not, what holds for each connection holds on. */
    @Test
    void statements_are_planned_once_whatever_was_rolled_back_before() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("SHOW plan_cache_mode")).isEqualTo("force_generic_plan");
            assertThat(ask("SHOW jit")).isEqualTo("off");
        }
    }

    @Test
    void only_what_a_reader_asks_must_end() {
        assertThat(ask("SHOW statement_timeout")).isEqualTo("0");
        SOMEBODY.begin();
        assertThat(ask("SHOW statement_timeout")).isEqualTo("10min");
    }

    /** Whatever was asked, committed, taken back or broken before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobody_ever_reads_with_the_eyes_of_another(long seed) throws SQLException {
        var lot = new Random(seed);
        var reaches = List.of(Reach.WHOLE, Reach.NOBODY, SOMEBODY, ANOTHER);
        var eyes = reaches.stream().map(reach -> under(reach, () -> ask(EYES))).toList();
        try (var _ = PageConnection.begin()) {
            for (int i = 0; i < 200; i++) {
                var one = lot.nextInt(reaches.size());
                var steps = lot.nextInt(5);
                under(reaches.get(one), () -> {
                    switch (steps) {
                        case 0 ->
                            assertThat(transactions.<String>execute(_ -> ask(EYES)))
                                    .isEqualTo(eyes.get(one));
                        case 1 ->
                            transactions.executeWithoutResult(status -> {
                                assertThat(ask(EYES)).isEqualTo(eyes.get(one));
                                status.setRollbackOnly();
                            });
                        case 2 ->
                            assertThatThrownBy(() -> ask("SELECT no_such_thing"))
                                    .isInstanceOf(DataAccessException.class);
                        default -> {}
                    }
                    assertThat(ask(EYES)).isEqualTo(eyes.get(one));
                    return "";
                });
            }
        }
    }

    private static String under(Reach reach, Supplier<String> work) {
        reach.begin();
        return work.get();
    }

    private static final int HALF_OF_THE_POOL = 6;
    private static final int MANY = 40;

    private static <T> T onAPage(Callable<T> read) throws Exception {
        try (var _ = PageConnection.begin()) {
            return read.call();
        }
    }

    @Test
    void many_pages_at_once_take_turns_and_leave_half_of_the_connections_to_others() throws Exception {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> page = () -> onAPage(() -> {
                ask("SELECT pg_sleep(0.01)::text");
                return ask("SELECT pg_backend_pid()::text");
            });
            var connections = new HashSet<String>();
            for (var answer : readers.invokeAll(Collections.nCopies(MANY, page))) {
                connections.add(answer.get());
            }
            assertThat(connections).hasSizeBetween(1, HALF_OF_THE_POOL);
        }
    }

    @Test
    void a_page_is_not_kept_waiting_by_long_ones_for_ever() throws Exception {
        var end = new CountDownLatch(1);
        var begun = new CountDownLatch(HALF_OF_THE_POOL);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var longOnes = new ArrayList<Future<String>>();
            for (int i = 0; i < HALF_OF_THE_POOL; i++) {
                longOnes.add(readers.submit(() -> onAPage(() -> {
                    ask("SELECT 1");
                    begun.countDown();
                    end.await();
                    return "the end";
                })));
            }
            begun.await();
            assertThat(readers.submit(() -> onAPage(() -> ask("SELECT 1"))).get())
                    .as("while all of these go on")
                    .isEqualTo("1");
            end.countDown();
            for (var one : longOnes) {
                assertThat(one.get()).isEqualTo("the end");
            }
        }
    }
}
