package vn.nentang.review.round;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.SubjectHistory;
import vn.nentang.review.round.RoundEvent.RoundOpened;
import vn.nentang.review.round.RoundEvent.ScoreSheetSet;

/** Which committee opened a round for which year, and the score sheets that were set. */
@Component
final class RoundRegister implements Register {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcOperations jdbc;

    RoundRegister(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subjectKind() {
        return RoundEvents.ROUND;
    }

    @Override
    public Class<? extends LedgerEvent> events() {
        return RoundEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("review_round", "review_sheet");
    }

    @Override
    public void rewrite(List<SubjectHistory> histories) {
        histories.forEach(this::rewrite);
    }

    private void rewrite(SubjectHistory history) {
        var parts = history.subject().split(":", 3);
        var year = Integer.parseInt(parts[1]);
        var organization = UUID.fromString(parts[2]);
        tables().forEach(table -> jdbc.update(
                "DELETE FROM register." + table + " WHERE organization_id = ? AND year = ?", organization, year));
        var sheets = new LinkedHashMap<String, ScoreSheetSet>();
        Entry<RoundEvent> opened = null;
        for (var entry : history.of(RoundEvent.class)) {
            if (entry.event() instanceof RoundOpened) {
                opened = entry;
            } else if (entry.event() instanceof ScoreSheetSet sheet) {
                sheets.put(sheet.kind(), sheet);
            }
        }
        if (opened != null) {
            jdbc.update(
                    "INSERT INTO register.review_round (organization_id, year, entry) VALUES (?, ?, ?)",
                    organization,
                    year,
                    opened.ref().toString());
        }
        sheets.values()
                .forEach(sheet -> jdbc.update(
                        "INSERT INTO register.review_sheet (organization_id, year, kind, items) VALUES (?, ?, ?, ?::jsonb)",
                        organization,
                        year,
                        sheet.kind(),
                        JSON.writeValueAsString(sheet.items())));
    }
}
