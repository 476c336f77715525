package vn.nentang.membership;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.SubjectHistory;

/** What was proposed, and what became of it. */
@Component
final class ProposalRegister implements Register {

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcOperations jdbc;

    ProposalRegister(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subjectKind() {
        return ProposalEvents.SUBJECT;
    }

    @Override
    public Class<? extends LedgerEvent> events() {
        return ProposalEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("proposal");
    }

    /** The first entry that closes a proposal counts. */
    private record Row(
            UUID proposal,
            PersonId person,
            OrganizationId cell,
            String code,
            Instant at,
            String by,
            @Nullable Closing closing) {}

    private record Closing(
            String state, Instant at, String by, @Nullable String reason) {}

    @Override
    public void rewrite(List<SubjectHistory> histories) {
        jdbc.batchUpdate(
                "DELETE FROM register.proposal WHERE proposal_id = ?",
                histories,
                ROWS_AT_ONCE,
                (row, history) -> row.setObject(1, id(history)));
        var rows = histories.stream().flatMap(history -> row(history).stream()).toList();
        jdbc.batchUpdate("""
                INSERT INTO register.proposal (proposal_id, person_id, cell_id, code, proposed_at, proposed_by, state,
                                               closed_at, closed_by, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, ROWS_AT_ONCE, (row, r) -> {
            row.setObject(1, r.proposal());
            row.setObject(2, r.person().value());
            row.setObject(3, r.cell().value());
            row.setString(4, r.code());
            row.setObject(5, utc(r.at()));
            row.setString(6, r.by());
            var closing = r.closing();
            row.setString(7, closing == null ? "open" : closing.state());
            row.setObject(8, closing == null ? null : utc(closing.at()));
            row.setString(9, closing == null ? null : closing.by());
            row.setString(10, closing == null ? null : closing.reason());
        });
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static UUID id(SubjectHistory history) {
        return UUID.fromString(history.subject().substring(ProposalEvents.SUBJECT.length() + 1));
    }

    private static List<Row> row(SubjectHistory history) {
        var entries = history.of(ProposalEvent.class);
        var closing = entries.stream()
                .flatMap(entry -> closing(entry).stream())
                .findFirst()
                .orElse(null);
        return entries.stream()
                .filter(e -> e.event() instanceof ProposalEvent.ActsProposed)
                .map(e -> row((ProposalEvent.ActsProposed) e.event(), e, closing))
                .toList();
    }

    private static Row row(ProposalEvent.ActsProposed asked, Entry<?> entry, @Nullable Closing closing) {
        return new Row(
                asked.proposal(),
                asked.person(),
                asked.cell(),
                asked.code(),
                entry.recordedAt(),
                entry.author(),
                closing);
    }

    private static List<Closing> closing(Entry<ProposalEvent> entry) {
        return switch (entry.event()) {
            case ProposalEvent.ActsProposed _ -> List.of();
            case ProposalEvent.ProposalDecided _ ->
                List.of(new Closing("decided", entry.recordedAt(), entry.author(), null));
            case ProposalEvent.ProposalReturned(var _, var _, var reason) ->
                List.of(new Closing("returned", entry.recordedAt(), entry.author(), reason));
        };
    }
}
