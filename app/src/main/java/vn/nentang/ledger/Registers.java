package vn.nentang.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All registers together: they take in new entries subject by subject, for live acts and for arrival from elsewhere alike.
 * {@link Rebuild} makes them again from the whole ledger.
 */
@Component
public final class Registers {

    private static final int SUBJECTS_AT_ONCE = 1_000;

    private final EntryTable entries;
    private final EventTypes types;
    private final JdbcClient sql;
    private final List<Register> registers;

    public Registers(JdbcOperations jdbc, EventTypes types, List<Register> registers) {
        this.entries = new EntryTable(jdbc, types);
        this.types = types;
        this.sql = JdbcClient.create(jdbc);
        this.registers = List.copyOf(registers);
    }

    /** Rewrites the rows of every subject that these entries, or the entries they mend, are filed under. */
    void takeIn(List<SealedEntry> arrived, HowFar progress) {
        if (arrived.isEmpty()) {
            return;
        }
        var subjects = new TreeSet<String>();
        var concerned = new LinkedHashSet<Register>();
        for (var entry : arrived) {
            for (var one : withMended(entry)) {
                subjects.addAll(one.subjects());
                concerned.addAll(madeOf(one));
            }
        }
        subjects.removeIf(subject -> !isRead(subject));
        rewrite(subjects, concerned, done -> progress.reached(done, subjects.size()));
        arrived.stream()
                .collect(Collectors.toMap(e -> e.ref().node(), e -> e, BinaryOperator.maxBy(BY_SEQUENCE)))
                .values()
                .forEach(this::moveCursorTo);
    }

    /** Whether some register has rows of such a subject. */
    boolean isRead(String subject) {
        return registers.stream().anyMatch(r -> isOfKind(r, subject));
    }

    /** Whether every register that has rows of such a subject can copy them in. */
    boolean isCopiedWhole(String subject) {
        return isRead(subject)
                && registers.stream().filter(r -> isOfKind(r, subject)).allMatch(CopiedRegister.class::isInstance);
    }

    /** The kinds of subjects whose registers can all copy their rows in. */
    List<String> copiedKinds() {
        return kinds().filter(kind -> isCopiedWhole(kind + ":")).toList();
    }

    /** The tables with the rows of those kinds. */
    List<String> copiedTables() {
        return tablesOf(true);
    }

    /** The subjects of all other kinds. */
    List<String> otherSubjects() {
        var copied = copiedKinds();
        return kinds().filter(kind -> !copied.contains(kind))
                .flatMap(kind -> entries.subjects(kind, null).stream())
                .toList();
    }

    /** Writes everything about them anew; rows of subjects that are not in the ledger go. */
    void rewriteOthers(List<String> subjects, LongConsumer done) {
        tablesOf(false).forEach(t -> sql.sql("DELETE FROM register." + t).update());
        rewrite(subjects, done);
    }

    /** Fresh statistics for the planner; only the tables' owner may ask. */
    void analyzeOthers() {
        SetAside.analyze(sql, tablesOf(false).stream().map(t -> "register." + t).toList());
    }

    private List<String> tablesOf(boolean copied) {
        return registers.stream()
                .filter(r -> isCopiedWhole(r.subjectKind() + ":") == copied)
                .flatMap(r -> r.tables().stream())
                .toList();
    }

    private Stream<String> kinds() {
        return registers.stream().map(Register::subjectKind).distinct();
    }

    private static boolean isOfKind(Register register, String subject) {
        return subject.startsWith(register.subjectKind() + ":");
    }

    /** Those that can copy their rows in. */
    Stream<CopiedRegister> copied() {
        return registers.stream().filter(CopiedRegister.class::isInstance).map(CopiedRegister.class::cast);
    }

    /** Copies the rows of subjects that have none yet. */
    void fill(List<SubjectHistory> histories, CopySink sink) {
        copied().forEach(r -> r.fill(ofKind(r.subjectKind(), histories), sink));
    }

    private static final Comparator<SealedEntry> BY_SEQUENCE =
            Comparator.comparingLong(e -> e.ref().sequence());

    private void moveCursorTo(SealedEntry newest) {
        moveCursorTo(
                new EntryTable.Head(newest.ref().node(), newest.ref().sequence(), newest.hash(), newest.recordedAt()));
    }

    /** Reads nothing but the one row: however long the ledger, an act costs the same. */
    void moveCursorTo(EntryTable.Head newest) {
        sql.sql("""
                INSERT INTO register.cursor (node, sequence, hash) VALUES (:node, :sequence, :hash)
                ON CONFLICT (node) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash
                                           WHERE excluded.sequence > cursor.sequence
                """)
                .param("node", newest.node())
                .param("sequence", newest.sequence())
                .param("hash", newest.hash())
                .update();
    }

    /** The subjects of an entry, and of those that it mends, one after the other. */
    Collection<String> subjectsOfChain(EntryRef newest) {
        var subjects = new TreeSet<String>();
        entries.find(newest).ifPresent(entry -> withMended(entry).forEach(one -> subjects.addAll(one.subjects())));
        return subjects;
    }

    /** An entry and those it mends, one after the other. */
    private Collection<SealedEntry> withMended(SealedEntry entry) {
        var chain = new LinkedHashMap<EntryRef, SealedEntry>();
        var next = Optional.of(entry);
        while (next.isPresent() && chain.putIfAbsent(next.get().ref(), next.get()) == null) {
            next = Optional.ofNullable(next.get().corrects()).flatMap(entries::find);
        }
        return chain.values();
    }

    private List<Register> madeOf(SealedEntry entry) {
        var event = types.named(entry.type()).event();
        return registers.stream()
                .filter(register -> register.events().isAssignableFrom(event))
                .toList();
    }

    /** Writes the rows of these subjects anew, from the ledger. */
    void rewrite(Collection<String> subjects, LongConsumer done) {
        rewrite(subjects, registers, done);
    }

    private void rewrite(Collection<String> subjects, Collection<Register> some, LongConsumer done) {
        var all = List.copyOf(subjects);
        for (int i = 0; i < all.size(); i += SUBJECTS_AT_ONCE) {
            var histories = entries.histories(all.subList(i, Math.min(all.size(), i + SUBJECTS_AT_ONCE)), null);
            some.forEach(r -> r.rewrite(ofKind(r.subjectKind(), histories)));
            done.accept(Math.min(all.size(), i + SUBJECTS_AT_ONCE));
        }
        for (var register : some) {
            var rewritten = all.stream().filter(s -> isOfKind(register, s)).toList();
            if (!rewritten.isEmpty()) {
                register.derive(rewritten);
            }
        }
    }

    private static List<SubjectHistory> ofKind(String kind, List<SubjectHistory> histories) {
        return histories.stream()
                .filter(h -> h.subject().startsWith(kind + ":"))
                .toList();
    }

    /** As far as the ledger goes. */
    void setCursor() {
        sql.sql("DELETE FROM register.cursor").update();
        sql.sql("""
                INSERT INTO register.cursor (node, sequence, hash)
                SELECT DISTINCT ON (node) node, sequence, hash
                  FROM ledger.entry
                 ORDER BY node, sequence DESC
                """).update();
    }

    /** Names of all tables the registers own, the cursor included. */
    public List<String> tables() {
        return Stream.concat(registers.stream().flatMap(r -> r.tables().stream()), Stream.of("cursor"))
                .distinct()
                .sorted()
                .toList();
    }

    /** A digest of every row of a table, whatever the order in which the rows lie. */
    public String digest(String table) {
        if (!tables().contains(table)) {
            throw new IllegalArgumentException("No register writes the table " + table);
        }
        return sql.sql("""
                        SELECT count(*) || ':' || coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '')
                          FROM (SELECT t::text AS line FROM register.%s AS t) AS lines
                        """.formatted(table)).query(String.class).single();
    }
}
