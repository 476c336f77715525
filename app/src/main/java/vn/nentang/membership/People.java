package vn.nentang.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.store.Reach;

/** Finds persons and opens their files. */
@Component
public final class People {

    private static final int FOUND_MAX = 50;

    /** Rolls of the reach that stand elsewhere on the day asked are left out, and then it is looked on. */
    private static final int ASKED_MAX = 4;

    private final JdbcClient sql;
    private final Ledger ledger;

    public People(JdbcClient sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * A person someone may have meant.
     *
     * @param cell the own one; null for a guest from elsewhere
     * @param visited the visited one
     */
    public record Found(
            PersonId person,
            String fullName,
            @Nullable String birth,
            @Nullable OrganizationId cell,
            @Nullable OrganizationId visited) {

        /** Whether the last names begin with these words, the given name taken first. */
        boolean isCalled(String folded) {
            return backwards(VietnameseText.folded(fullName)).startsWith(backwards(folded));
        }

        private static String backwards(String words) {
            return String.join(" ", List.of(words.split(" ")).reversed());
        }

        boolean isIn(Predicate<OrganizationId> cells) {
            return (cell != null && cells.test(cell)) || (visited != null && cells.test(visited));
        }
    }

    /**
     * Some of those who were found, those whose last names are the words first; both they and the rest in Vietnamese order of
     * names on a page, and from page to page by the given name, then the names before it, without regard to accents. In a wide
     * reach those who bear the words elsewhere begin on a page of their own, as they are dearer to find.
     *
     * @param next behind whom to look on; null when nobody is left
     */
    public record FoundPage(List<Found> found, @Nullable PersonId next) {

        private static final PersonId LAST_CALLED = new PersonId(new UUID(0, 0));

        public FoundPage {
            found = List.copyOf(found);
        }

        /** Whether everybody called so was told, and the next page begins with those who bear the words elsewhere, if any. */
        public boolean leadsToOthers() {
            return LAST_CALLED.equals(next);
        }

        private FoundPage ordered(String folded) {
            return new FoundPage(
                    found.stream()
                            .sorted(Comparator.comparing((Found one) -> !one.isCalled(folded))
                                    .thenComparing(Found::fullName, VietnameseText.nameOrder()))
                            .toList(),
                    next);
        }
    }

    /**
     * Persons on some rolls of the reader's reach by part of the name, without regard to accents, case or tone placement; or by
     * citizen id or card number. A page is at most fifty and may be fewer with more to come; how long it takes does not depend on
     * how many there are. Only for a thread that serves a reader.
     *
     * @param after behind whom the page begins; null for the first
     * @param cells the rolls that are meant
     */
    public FoundPage search(String words, LocalDate on, @Nullable PersonId after, Predicate<OrganizationId> cells) {
        var folded = VietnameseText.folded(words);
        if (folded.isEmpty()) {
            return new FoundPage(List.of(), null);
        }
        var numbered = after == null ? byNumber(words.strip(), on) : List.<Found>of();
        var within = numbered.stream().filter(one -> one.isIn(cells)).toList();
        return within.isEmpty() ? named(folded, on, after, cells).ordered(folded) : new FoundPage(within, null);
    }

    private List<Found> byNumber(String number, LocalDate on) {
        return sql.sql("""
                        SELECT p.person_id, p.full_name, p.birth, m.cell_id, m.visited_cell
                          FROM register.person p
                          JOIN register.membership m ON m.person_id = p.person_id AND m.valid @> :on
                         WHERE p.valid @> :on AND (p.citizen_id = :number OR p.card_number = :number)
                         ORDER BY p.brief_called, p.person_id
                         LIMIT :most
                        """)
                .param("on", on)
                .param("number", number)
                .param("most", FOUND_MAX)
                .query((row, _) -> found(row))
                .list();
    }

    private FoundPage named(String folded, LocalDate on, @Nullable PersonId after, Predicate<OrganizationId> cells) {
        var found = new ArrayList<Found>();
        var reached = after;
        for (int asked = 0; asked < ASKED_MAX && found.size() <= FOUND_MAX; asked++) {
            var rows = named(folded, on, reached, FOUND_MAX + 1 - found.size());
            rows.found().stream().filter(one -> one.isIn(cells)).forEach(found::add);
            reached = rows.next();
            if (reached == null || (rows.leadsToOthers() && !found.isEmpty())) {
                return page(found, reached);
            }
        }
        return page(found, reached);
    }

    private static FoundPage page(List<Found> found, @Nullable PersonId next) {
        return found.size() > FOUND_MAX
                ? new FoundPage(
                        found.subList(0, FOUND_MAX), found.get(FOUND_MAX - 1).person())
                : new FoundPage(found, next);
    }

    private FoundPage named(String folded, LocalDate on, @Nullable PersonId after, int most) {
        var found = new ArrayList<Found>();
        var reached = new ArrayList<PersonId>();
        sql.sql("SELECT * FROM register.people_named(:words, :on, :after, :most)")
                .param("words", folded)
                .param("on", on)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("most", most)
                .query(row -> {
                    reached.add(new PersonId(row.getObject("person_id", UUID.class)));
                    if (row.getBoolean("is_found")) {
                        found.add(found(row));
                    }
                });
        return new FoundPage(found, reached.size() == most || reached.size() > found.size() ? reached.getLast() : null);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("full_name"),
                row.getString("birth"),
                cell(row, "cell_id"),
                cell(row, "visited_cell"));
    }

    private static @Nullable OrganizationId cell(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class))
                .map(OrganizationId::new)
                .orElse(null);
    }

    /** The cell on whose roll a person is on a date, or the visited one for a guest. */
    public Optional<OrganizationId> cellOf(PersonId person, LocalDate on) {
        return rollsOf(person, on).stream().findFirst();
    }

    private record Rolls(PersonId person, LocalDate on) implements Reach.Question<List<OrganizationId>> {}

    /** The own cell and the visited one, as far as there are; the same whoever asks. */
    private List<OrganizationId> rollsOf(PersonId person, LocalDate on) {
        return Reach.whole(
                new Rolls(person, on),
                () -> sql.sql(
                                "SELECT cell_id, visited_cell FROM register.membership WHERE person_id = :person AND valid @> :on")
                        .param("person", person.value())
                        .param("on", on)
                        .query((row, _) -> Stream.of(
                                        Optional.ofNullable(cell(row, "cell_id")),
                                        Optional.ofNullable(cell(row, "visited_cell")))
                                .flatMap(Optional::stream)
                                .toList())
                        .optional()
                        .orElse(List.of()));
    }

    /** The cells on whose rolls persons are on a date; who is on none is left out. */
    public Map<PersonId, OrganizationId> cells(Collection<PersonId> persons, LocalDate on) {
        var cells = new HashMap<PersonId, OrganizationId>();
        sql.sql("""
                        SELECT person_id, cell_id FROM register.membership
                         WHERE person_id = ANY (:ids) AND valid @> :on AND cell_id IS NOT NULL AND left_by IS NULL
                        """)
                .param("ids", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("on", on)
                .query(row -> {
                    cells.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            new OrganizationId(row.getObject("cell_id", UUID.class)));
                });
        return cells;
    }

    /**
     * The cells that may open a person's file on a date: the own one, and for a guest the visited one as well; of someone
     * on no roll, the one that keeps the file.
     */
    public List<OrganizationId> cellsOf(PersonId person, LocalDate on) {
        var cells = rollsOf(person, on);
        return cells.isEmpty() ? keeper(person, on).stream().toList() : cells;
    }

    /**
     * The cell that keeps a person's file on a date and records what is decided: the own one, for a guest from elsewhere
     * the visited one; after leaving the last one, before arriving the first. Where none of that stands any more, the cell
     * of the act recorded last, so that somebody can still mend what was taken back. The answer is the same whoever asks.
     */
    public Optional<OrganizationId> keeper(PersonId person, LocalDate on) {
        return Reach.whole(
                new Keeper(person, on),
                () -> sql.sql("SELECT %s AS cell".formatted(KEEPER))
                        .param("person", person.value())
                        .param("on", on)
                        .query((row, _) -> Optional.ofNullable(row.getObject("cell", UUID.class)))
                        .single()
                        .map(OrganizationId::new)
                        .or(() -> lastNamedRoll(person)));
    }

    private record Keeper(PersonId person, LocalDate on) implements Reach.Question<Optional<OrganizationId>> {}

    private Optional<OrganizationId> lastNamedRoll(PersonId person) {
        return ledger.everSaid(person.subject()).filed().stream()
                .sorted(Comparator.<Entry<?>, Instant>comparing(Entry::recordedAt)
                        .thenComparing(Entry::ref)
                        .reversed())
                .flatMap(entry -> entry.subjects().stream())
                .filter(subject -> subject.startsWith(ROLL))
                .findFirst()
                .map(subject -> OrganizationId.of(subject.substring(ROLL.length())));
    }

    private static final String ROLL = "roll:";

    private static final String KEEPER = """
            (SELECT coalesce(m.cell_id, m.visited_cell)
               FROM register.membership m
              WHERE m.person_id = :person AND coalesce(m.cell_id, m.visited_cell) IS NOT NULL
              ORDER BY lower(m.valid) > :on,
                       CASE WHEN lower(m.valid) <= :on THEN lower(m.valid) END DESC,
                       lower(m.valid)
              LIMIT 1)
            """;

    /**
     * An act that contradicts the others after a late arrival, a correction or a withdrawal.
     *
     * @param keeper the cell that keeps the file; null where no cell ever did
     */
    public record Contradiction(
            PersonId person, String fullName, @Nullable OrganizationId keeper, String code, EntryRef entry) {}

    /** Every contradiction on record, in Vietnamese order of names, with the cell that keeps the file on a date. */
    public List<Contradiction> contradictions(LocalDate on) {
        return Reach.whole(() -> sql.sql("""
                        SELECT a.person_id, a.code, a.entry, p.full_name, %s AS keeper
                          FROM register.person_anomaly a
                          LEFT JOIN LATERAL (SELECT full_name, given_name FROM register.person p
                                              WHERE p.person_id = a.person_id
                                              ORDER BY valid DESC LIMIT 1) p ON true
                         ORDER BY p.given_name COLLATE "vi-VN-x-icu", p.full_name COLLATE "vi-VN-x-icu",
                                  a.person_id, a.entry
                        """.formatted(KEEPER.replace(":person", "a.person_id")))
                .param("on", on)
                .query(this::contradiction)
                .list());
    }

    private Contradiction contradiction(ResultSet row, int number) throws SQLException {
        var person = new PersonId(row.getObject("person_id", UUID.class));
        return new Contradiction(
                person,
                Objects.requireNonNullElse(row.getString("full_name"), ""),
                Optional.ofNullable(row.getObject("keeper", UUID.class))
                        .map(OrganizationId::new)
                        .or(() -> lastNamedRoll(person))
                        .orElse(null),
                row.getString("code"),
                EntryRef.parse(row.getString("entry")));
    }

    /** Everyone on record, wherever, whose file holds a citizen id or a card number, on whatever day. */
    public Set<PersonId> bearersOf(@Nullable String citizenId, @Nullable String cardNumber) {
        return Reach.whole(() -> Set.copyOf(sql.sql(
                        "SELECT DISTINCT person_id FROM register.person WHERE citizen_id = :citizen OR card_number = :card")
                .param("citizen", citizenId, Types.VARCHAR)
                .param("card", cardNumber, Types.VARCHAR)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list()));
    }

    /** The last day of each suspension in force on a date whose decision names one. */
    public Map<PersonId, LocalDate> suspendedUntil(Collection<PersonId> persons, LocalDate on) {
        var subjects = persons.stream().map(PersonId::subject).toList();
        var found = new HashMap<PersonId, LocalDate>();
        for (var history : ledger.histories(subjects, null)) {
            var until = MembershipRegister.fold(history).now(on).suspendedUntil();
            if (until != null) {
                found.put(MembershipRegister.person(history.subject()), until);
            }
        }
        return found;
    }

    /**
     * What a person's membership is on a day, as far as it decides which acts make sense.
     *
     * @param suspendedUntil the last day of the suspension, where its decision names one
     * @param left no longer a member, by an act
     */
    public record Situation(
            boolean member,
            boolean probationary,
            boolean onRoll,
            boolean exempt,
            boolean suspended,
            @Nullable LocalDate suspendedUntil,
            boolean visiting,
            boolean left) {

        static Situation of(Membership now) {
            return new Situation(
                    now.grade() != Membership.Grade.NONE,
                    now.grade() == Membership.Grade.PROBATIONARY,
                    now.cell() != null,
                    now.exempt(),
                    now.suspended(),
                    now.suspendedUntil(),
                    now.visitedCell() != null || now.visitedPlace() != null,
                    now.leftBy() != null);
        }
    }

    /** What is known of somebody's membership, on any day. */
    public static final class Life {

        private final MembershipState state;

        private Life(MembershipState state) {
            this.state = state;
        }

        /** Whether anything is known of a person of this id: at least a name. */
        public boolean isKnown() {
            return !state.facts().byStart().isEmpty();
        }

        public Situation on(LocalDate date) {
            return Situation.of(state.now(date));
        }

        /** The name on a day; empty where none is known. */
        public String nameOn(LocalDate date) {
            return state.fact(Fact.FULL_NAME, date).orElse("");
        }
    }

    /** The lives of these persons as known now; one for each, also of those of whom nothing is on record. */
    public Map<PersonId, Life> lives(Collection<PersonId> persons) {
        var subjects = persons.stream().map(PersonId::subject).distinct().toList();
        var lives = new HashMap<PersonId, Life>();
        for (var history : ledger.histories(subjects, null)) {
            lives.put(MembershipRegister.person(history.subject()), new Life(MembershipRegister.fold(history)));
        }
        return lives;
    }

    /** The names of these persons on a date, as known now; those of whom nothing is on record are left out. */
    public Map<PersonId, String> names(Collection<PersonId> persons, LocalDate on) {
        var names = new HashMap<PersonId, String>();
        sql.sql("SELECT person_id, full_name FROM register.person WHERE person_id = ANY (:ids) AND valid @> :on")
                .param("ids", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("on", on)
                .query(row -> {
                    names.put(new PersonId(row.getObject("person_id", UUID.class)), row.getString("full_name"));
                });
        return names;
    }

    /** Something recorded that contradicts the rest. */
    public record Anomaly(String code, EntryRef entry) {}

    /**
     * A person's file as of a date, with everything ever recorded about the person.
     *
     * @param facts field code to value
     * @param anomalies acts that contradict the others
     * @param timeline every entry in fold order, with whether it stands and what replaced it
     */
    public record MemberFile(
            PersonId person,
            String fullName,
            Map<String, String> facts,
            Standing standing,
            @Nullable OrganizationId cell,
            @Nullable PartialDate admittedOn,
            @Nullable PartialDate recognisedOn,
            @Nullable String leftBy,
            Situation situation,
            List<Anomaly> anomalies,
            List<TimelineLine> timeline) {

        public MemberFile {
            facts = Map.copyOf(facts);
            anomalies = List.copyOf(anomalies);
            timeline = List.copyOf(timeline);
        }
    }

    /** One entry on a member's page: what was decided, and whether it still stands. */
    public record TimelineLine(Entry<?> entry, boolean stands) {}

    public Optional<MemberFile> open(PersonId person, LocalDate on, @Nullable Instant knownAt) {
        var said = ledger.everSaid(person.subject());
        var history = knownAt == null ? said.standing() : said.knownAt(knownAt);
        if (history.entries().isEmpty()) {
            return Optional.empty();
        }
        var state = MembershipRegister.fold(history);
        var membership = state.now(on);
        var standing = history.entries().stream().map(Entry::ref).toList();
        var timeline = said.filed().stream()
                .filter(e -> knownAt == null || !e.recordedAt().isAfter(knownAt))
                .map(e -> new TimelineLine(e, standing.contains(e.ref())))
                .toList();
        var own = membership.cell();
        return Optional.of(new MemberFile(
                person,
                state.fact(Fact.FULL_NAME, on).orElse(""),
                state.factsOn(on),
                own == null && membership.visitedCell() != null ? Standing.TEMPORARY : membership.standing(),
                own == null ? membership.visitedCell() : own,
                membership.admittedOn(),
                membership.recognisedOn(),
                membership.leftBy(),
                Situation.of(membership),
                state.anomalies().stream()
                        .map(a -> new Anomaly(a.code(), EntryRef.parse(a.entry())))
                        .toList(),
                timeline));
    }
}
