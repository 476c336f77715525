package vn.nentang.membership;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.ContentDigest;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.kernel.Timeline;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.HowFar;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.NewEntry;
import vn.nentang.membership.intake.IntakeContext;
import vn.nentang.membership.intake.IntakeRules;
import vn.nentang.membership.intake.KnownMembers;
import vn.nentang.membership.intake.RosterCheck;
import vn.nentang.membership.intake.RosterIntake;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationTree;
import vn.nentang.organization.Organizations;
import vn.nentang.organization.RollKeepers;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Reach;

/** Takes over an office's roster: check, record all or the good rows, take back as a whole. */
@Component
public final class RosterImports {

    private final Ledger ledger;
    private final Organizations organizations;
    private final Rulebook rulebook;
    private final JdbcClient sql;

    public RosterImports(Ledger ledger, Organizations organizations, Rulebook rulebook, JdbcClient sql) {
        this.ledger = ledger;
        this.organizations = organizations;
        this.rulebook = rulebook;
        this.sql = sql;
    }

    /** A file that was checked against what is on record. */
    public record Checked(RosterCheck check, IntakeContext context) {}

    /** Which rows to take over. */
    public enum Rows {
        /** All of them; refused while any row has an error. */
        ALL,
        /** Those without an error; the others are left out. */
        GOOD
    }

    /** A list that was taken over. */
    public record Imported(
            UUID list,
            OrganizationId under,
            String fileName,
            LocalDate asOf,
            int taken,
            int leftOut,
            Instant recordedAt,
            String author,
            @Nullable Instant undoneAt,
            @Nullable String undoneBecause) {}

    /**
     * Checks a file against the cells below an organisation on the day of the list, and against everyone on record.
     * Records nothing.
     */
    public Checked check(Path file, OrganizationId under, LocalDate asOf) throws IOException {
        var tree = organizations.treeOn(asOf);
        var name = tree.find(under).map(Organization::name).orElse("");
        var cells = cells(tree, under).stream().map(Organization::name).toList();
        var context =
                new IntakeContext(name, asOf, cells, rules(rulebook), Reach.whole(() -> RegisteredMembers.read(sql)));
        return new Checked(RosterIntake.check(file, context), context);
    }

    /** The numbers of the regulations that a check uses. */
    public static IntakeRules rules(Rulebook rulebook) {
        return new IntakeRules(
                requirements(rulebook, IntakeRules.ADMISSION_AGE_MIN_KEY),
                requirements(rulebook, IntakeRules.PROBATION_LENGTH_KEY),
                FileRules.formFields(rulebook));
    }

    private static Timeline<IntakeRules.Requirement> requirements(Rulebook rulebook, String key) {
        var timeline = Timeline.<IntakeRules.Requirement>empty();
        for (var from : rulebook.parameter(key).values().byStart().keySet()) {
            var ruling = rulebook.on(from).findRuling(key);
            if (ruling.isPresent()) {
                timeline = timeline.with(
                        from,
                        new IntakeRules.Requirement(
                                ruling.get().wholeNumber(), ruling.get().source()));
            }
        }
        return timeline;
    }

    private List<Organization> cells(OrganizationTree tree, OrganizationId under) {
        var keepingRolls = RollKeepers.types(rulebook);
        return tree.subtree(under).stream()
                .filter(o -> keepingRolls.contains(o.type()))
                .toList();
    }

    /**
     * Checks the file again and records its rows under one command, all or none.
     *
     * @param paper the paper the list came with
     */
    public Answer record(
            Command command, Path file, String fileName, OrganizationId under, LocalDate asOf, Rows rows, Paper paper)
            throws IOException {
        return record(command, file, fileName, under, asOf, rows, paper, (_, _) -> {});
    }

    /** The same, and tells how many persons are in the registers. */
    public Answer record(
            Command command,
            Path file,
            String fileName,
            OrganizationId under,
            LocalDate asOf,
            Rows rows,
            Paper paper,
            HowFar progress)
            throws IOException {
        var checked = check(file, under, asOf);
        var digest = ContentDigest.of(file);
        return ledger.carryOut(
                command,
                () -> switch (checked.check()) {
                    case RosterCheck.Refused refused ->
                        refused(
                                "file-refused",
                                Map.of("reason", refused.reason().code(), "detail", refused.vi()));
                    case RosterCheck.Importable importable ->
                        new Taking(command.id(), under, asOf, rows, paper).decide(importable, fileName, digest);
                },
                progress);
    }

    private static Decision<NewEntry> refused(String code, Map<String, String> facts) {
        return new Decision.Refused<>(List.of(Refusal.of(code, facts)));
    }

    /** One list on its way into the ledger. */
    private final class Taking {

        private final UUID list;
        private final OrganizationId under;
        private final LocalDate asOf;
        private final Rows rows;
        private final Paper paper;
        private final Map<String, OrganizationId> cells = new HashMap<>();
        private final List<NewEntry> entries = new ArrayList<>();
        private final Map<String, MembershipState> known = new HashMap<>();
        private int taken;
        private int leftOut;

        Taking(UUID list, OrganizationId under, LocalDate asOf, Rows rows, Paper paper) {
            this.list = list;
            this.under = under;
            this.asOf = asOf;
            this.rows = rows;
            this.paper = paper;
            cells(organizations.treeOn(asOf), under).forEach(c -> cells.putIfAbsent(c.name(), c.id()));
        }

        Decision<NewEntry> decide(RosterCheck.Importable checked, String fileName, String digest) {
            if (rows == Rows.ALL && !checked.isReady()) {
                return refused("rows-have-errors", Map.of("rows", String.valueOf(errors(checked))));
            }
            readKnown(checked.rows());
            checked.rows().forEach(this::take);
            if (taken == 0) {
                return refused("no-row-to-take", Map.of("rows", String.valueOf(leftOut)));
            }
            var imported = new ImportEvent.RosterImported(list, under, fileName, digest, asOf, taken, leftOut);
            entries.addFirst(NewEntry.of(imported, asOf, paper));
            return new Decision.Recorded<>(entries);
        }

        private void readKnown(List<RosterCheck.MemberRow> rows) {
            var subjects = rows.stream()
                    .filter(row -> !row.known().isEmpty())
                    .map(row -> row.known().getFirst().person().subject())
                    .distinct()
                    .toList();
            ledger.histories(subjects, null).forEach(h -> known.put(h.subject(), MembershipRegister.fold(h)));
        }

        private static long errors(RosterCheck.Importable checked) {
            return checked.rows().stream().filter(r -> !r.isReady()).count();
        }

        private void take(RosterCheck.MemberRow row) {
            var cell =
                    row.record().cell() == null ? null : cells.get(row.record().cell());
            if (!row.isReady() || cell == null) {
                leftOut++;
            } else if (row.known().isEmpty()) {
                entries.addAll(ListedMember.entries(newPerson(row), row.record(), cell, asOf, paper));
                taken++;
            } else {
                update(row, cell);
            }
        }

        /** The same list, sent again, makes the same persons. */
        private PersonId newPerson(RosterCheck.MemberRow row) {
            var name = "%s/%s/%d".formatted(list, row.sheet(), row.row());
            return new PersonId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        }

        /** Someone surely known, in the same cell, gets the facts that changed; any doubt is left to a person. */
        private void update(RosterCheck.MemberRow row, OrganizationId cell) {
            var match = row.known().getFirst();
            var sure = row.known().size() == 1 && match.by() != KnownMembers.Key.NAME_AND_BIRTH;
            var state = Objects.requireNonNull(known.get(match.person().subject()));
            if (!sure || !cell.equals(state.now(asOf).cell())) {
                leftOut++;
                return;
            }
            var changed = ListedMember.facts(row.record()).stream()
                    .filter(f -> !Objects.equals(state.factsOn(asOf).get(f.field()), f.value()))
                    .toList();
            if (!changed.isEmpty()) {
                entries.add(NewEntry.of(new MembershipEvent.FactsRecorded(match.person(), changed), asOf, paper));
            }
            taken++;
        }
    }

    /**
     * Takes a whole list back by withdrawing every entry it made. Refused when later acts rest on one of its persons.
     */
    public Answer undo(Command command, UUID list, String reason) {
        return ledger.carryOut(command, () -> {
            var made = ledger.recordedBy(list);
            var imported = made.stream()
                    .filter(e -> e.event() instanceof ImportEvent.RosterImported)
                    .findFirst();
            if (imported.isEmpty() || isUndone(list)) {
                return refused("list-not-taken-over", Map.of("list", list.toString()));
            }
            var later = laterActs(made);
            return later.isEmpty()
                    ? new Decision.Recorded<>(withdrawals(
                            made, (ImportEvent.RosterImported) imported.get().event(), reason))
                    : refused("later-acts-rest-on-it", Map.of("persons", String.valueOf(later.size())));
        });
    }

    private boolean isUndone(UUID list) {
        return ledger.history("list:" + list).of(ImportEvent.class).stream()
                .anyMatch(e -> e.event() instanceof ImportEvent.RosterImportUndone);
    }

    private List<NewEntry> withdrawals(List<Entry<?>> made, ImportEvent.RosterImported imported, String reason) {
        var entries = new ArrayList<NewEntry>();
        made.stream()
                .filter(e -> !(e.event() instanceof ImportEvent))
                .forEach(e -> entries.add(ledger.withdrawal(e, reason)));
        entries.add(NewEntry.of(
                new ImportEvent.RosterImportUndone(imported.list(), imported.under(), reason),
                imported.asOf(),
                Paper.UNKNOWN));
        return entries;
    }

    /** Persons whom the list made known and of whom something else was recorded since. */
    private Set<String> laterActs(List<Entry<?>> made) {
        var own = new HashSet<Object>();
        var persons = new HashSet<String>();
        for (var entry : made) {
            own.add(entry.ref());
            if (entry.event() instanceof MembershipEvent.PersonRegistered registered) {
                persons.add(registered.person().subject());
            }
        }
        var later = new HashSet<String>();
        for (var history : ledger.histories(persons, null)) {
            if (history.entries().stream().anyMatch(e -> !own.contains(e.ref()))) {
                later.add(history.subject());
            }
        }
        return later;
    }

    /** Lists taken over under such organisations, latest first. */
    public List<Imported> list(Predicate<OrganizationId> under, int most) {
        try (var all = sql
                .sql("SELECT * FROM register.roster_import ORDER BY recorded_at DESC")
                .withFetchSize(most)
                .query(RosterImports::imported)
                .stream()) {
            return all.filter(one -> under.test(one.under())).limit(most).toList();
        }
    }

    /** One list by its id. */
    public Optional<Imported> find(UUID list) {
        return sql.sql("SELECT * FROM register.roster_import WHERE list_id = :list")
                .param("list", list)
                .query(RosterImports::imported)
                .optional();
    }

    private static Imported imported(ResultSet row, int number) throws SQLException {
        return new Imported(
                row.getObject("list_id", UUID.class),
                new OrganizationId(row.getObject("under", UUID.class)),
                row.getString("file_name"),
                row.getObject("as_of", LocalDate.class),
                row.getInt("taken"),
                row.getInt("left_out"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("author"),
                instant(row.getObject("undone_at", OffsetDateTime.class)),
                row.getString("undone_because"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
