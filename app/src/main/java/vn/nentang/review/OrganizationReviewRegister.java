package vn.nentang.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.SubjectHistory;

/** What stands for each organisation and year: its own level, a raised cap, totals of years before the ledger. */
@Component
final class OrganizationReviewRegister implements Register {

    private static final String SUBJECT = "organization";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcOperations jdbc;
    private final JdbcClient sql;

    OrganizationReviewRegister(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
    }

    @Override
    public String subjectKind() {
        return SUBJECT;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "organization_review",
                "review_cap",
                "review_cap_measure",
                "review_summary",
                "published_result",
                "unit_title");
    }

    @Override
    public void rewrite(List<SubjectHistory> histories) {
        var ids = histories.stream()
                .map(h -> UUID.fromString(h.subject().substring(SUBJECT.length() + 1)))
                .toArray(UUID[]::new);
        tables().forEach(table -> sql.sql("DELETE FROM register." + table + " WHERE organization_id = ANY (:ids)")
                .param("ids", ids)
                .update());
        var standing = new Latest();
        histories.forEach(h -> h.of(ReviewEvent.class).forEach(standing::take));
        insertLevels(List.copyOf(standing.levels.values()));
        insertCaps(List.copyOf(standing.caps.values()));
        insertMeasures(List.copyOf(standing.measures.values()));
        insertSummaries(List.copyOf(standing.summaries.values()));
        insertPublished(List.copyOf(standing.published.values()));
        insertTitles(List.copyOf(standing.titles.values()));
    }

    private record Made<E>(E event, Entry<ReviewEvent> entry) {}

    /** The last decision for each key; entries come in fold order. */
    private static final class Latest {

        private final Map<List<Object>, Made<ReviewEvent.OrganizationClassified>> levels = new HashMap<>();
        private final Map<List<Object>, Made<ReviewEvent.CapRaised>> caps = new HashMap<>();
        private final Map<List<Object>, Made<ReviewEvent.CapMeasuredOfBoth>> measures = new HashMap<>();
        private final Map<List<Object>, Made<ReviewEvent.SummaryRecorded>> summaries = new HashMap<>();
        private final Map<List<Object>, Made<ReviewEvent.PublishedResultRecorded>> published = new HashMap<>();
        private final Map<List<Object>, Made<ReviewEvent.UnitTitleRecorded>> titles = new HashMap<>();

        void take(Entry<ReviewEvent> entry) {
            switch (entry.event()) {
                case ReviewEvent.OrganizationClassified e ->
                    levels.put(List.of(e.organization(), e.year()), new Made<>(e, entry));
                case ReviewEvent.CapRaised e -> caps.put(List.of(e.organization(), e.year()), new Made<>(e, entry));
                case ReviewEvent.CapMeasuredOfBoth e ->
                    measures.put(List.of(e.organization(), e.year()), new Made<>(e, entry));
                case ReviewEvent.SummaryRecorded e ->
                    summaries.put(List.of(e.organization(), e.year(), e.about()), new Made<>(e, entry));
                case ReviewEvent.PublishedResultRecorded e ->
                    published.put(List.of(e.organization(), e.year(), e.about()), new Made<>(e, entry));
                case ReviewEvent.UnitTitleRecorded e ->
                    titles.put(List.of(e.organization(), e.year()), new Made<>(e, entry));
                case ReviewEvent.MemberClassified _ -> {
                    // Filed under the person; never under an organisation.
                }
            }
        }
    }

    private void insertLevels(List<Made<ReviewEvent.OrganizationClassified>> rows) {
        jdbc.batchUpdate("""
                INSERT INTO register.organization_review (organization_id, year, regime, level, not_classified, allowed,
                                                          because, decided_on, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, ROWS_AT_ONCE, (row, r) -> {
            row.setObject(1, r.event().organization().value());
            row.setInt(2, r.event().year());
            OutcomeColumns.bind(row, 3, r.event().outcome(), r.entry());
        });
    }

    private void insertCaps(List<Made<ReviewEvent.CapRaised>> rows) {
        jdbc.batchUpdate(
                "INSERT INTO register.review_cap (organization_id, year, cap_limit, because, entry) VALUES (?, ?, ?, ?, ?)",
                rows,
                ROWS_AT_ONCE,
                (row, r) -> {
                    row.setObject(1, r.event().organization().value());
                    row.setInt(2, r.event().year());
                    row.setBigDecimal(3, r.event().limit());
                    row.setString(4, r.event().because());
                    row.setString(5, r.entry().ref().toString());
                });
    }

    private void insertMeasures(List<Made<ReviewEvent.CapMeasuredOfBoth>> rows) {
        jdbc.batchUpdate(
                "INSERT INTO register.review_cap_measure (organization_id, year, because, entry) VALUES (?, ?, ?, ?)",
                rows,
                ROWS_AT_ONCE,
                (row, r) -> {
                    row.setObject(1, r.event().organization().value());
                    row.setInt(2, r.event().year());
                    row.setString(3, r.event().because());
                    row.setString(4, r.entry().ref().toString());
                });
    }

    private void insertPublished(List<Made<ReviewEvent.PublishedResultRecorded>> rows) {
        jdbc.batchUpdate(
                "INSERT INTO register.published_result (organization_id, year, about, entry) VALUES (?, ?, ?, ?)",
                rows,
                ROWS_AT_ONCE,
                (row, r) -> {
                    row.setObject(1, r.event().organization().value());
                    row.setInt(2, r.event().year());
                    row.setString(3, r.event().about());
                    row.setString(4, r.entry().ref().toString());
                });
    }

    private void insertTitles(List<Made<ReviewEvent.UnitTitleRecorded>> rows) {
        jdbc.batchUpdate("""
                INSERT INTO register.unit_title (organization_id, year, title, decided_on, entry) VALUES (?, ?, ?, ?, ?)
                """, rows, ROWS_AT_ONCE, (row, r) -> {
            row.setObject(1, r.event().organization().value());
            row.setInt(2, r.event().year());
            row.setString(3, r.event().title());
            row.setObject(4, r.entry().effectiveOn());
            row.setString(5, r.entry().ref().toString());
        });
    }

    private void insertSummaries(List<Made<ReviewEvent.SummaryRecorded>> rows) {
        jdbc.batchUpdate("""
                INSERT INTO register.review_summary (organization_id, year, about, regime, total, assessed, counts, note,
                                                     entry)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """, rows, ROWS_AT_ONCE, (row, r) -> {
            var summary = r.event();
            var counts = new TreeMap<String, Integer>();
            summary.counts().forEach(c -> counts.put(c.code(), c.number()));
            row.setObject(1, summary.organization().value());
            row.setInt(2, summary.year());
            row.setString(3, summary.about());
            row.setString(4, summary.regime());
            row.setInt(5, summary.total());
            row.setInt(6, summary.assessed());
            row.setString(7, JSON.writeValueAsString(counts));
            row.setString(8, summary.note());
            row.setString(9, r.entry().ref().toString());
        });
    }
}
