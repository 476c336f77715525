package vn.nentang.review;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.ledger.CopiedRegister;
import vn.nentang.ledger.CopyRows;
import vn.nentang.ledger.CopySink;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.SubjectHistory;

/** The decision that stands for each member and year: the last one made, earlier ones stay in the ledger. */
@Component
final class MemberReviewRegister implements CopiedRegister {

    private static final String SUBJECT = "person";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String COLUMNS = "person_id, year, cell_id, category, regime, level, not_classified, allowed,"
            + " because, decided_on, entry";

    private final JdbcOperations jdbc;
    private final JdbcClient sql;

    MemberReviewRegister(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
    }

    @Override
    public String subjectKind() {
        return SUBJECT;
    }

    @Override
    public Class<? extends LedgerEvent> events() {
        return ReviewEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("member_review");
    }

    @Override
    public void rewrite(List<SubjectHistory> histories) {
        sql.sql("DELETE FROM register.member_review WHERE person_id = ANY (:ids)")
                .param("ids", histories.stream().map(MemberReviewRegister::id).toArray(UUID[]::new))
                .update();
        insert(histories.stream().flatMap(MemberReviewRegister::decisions).toList());
    }

    @Override
    public void fill(List<SubjectHistory> histories, CopySink sink) {
        var rows = new CopyRows();
        histories.stream().flatMap(MemberReviewRegister::decisions).forEach(r -> add(rows, r));
        sink.copy("register.member_review (" + COLUMNS + ")", rows);
    }

    private static void add(CopyRows rows, Row r) {
        var decision = r.decision();
        var outcome = decision.outcome();
        rows.add(
                decision.person().value(),
                decision.year(),
                decision.cell().value(),
                decision.group(),
                outcome.regime(),
                outcome.level(),
                outcome.notClassified(),
                outcome.allowed(),
                outcome.because(),
                r.entry().effectiveOn(),
                r.entry().ref());
    }

    private static UUID id(SubjectHistory history) {
        return UUID.fromString(history.subject().substring(SUBJECT.length() + 1));
    }

    private record Row(ReviewEvent.MemberClassified decision, Entry<ReviewEvent> entry) {}

    private static Stream<Row> decisions(SubjectHistory history) {
        var byYear = new TreeMap<Integer, Row>();
        for (var entry : history.of(ReviewEvent.class)) {
            if (entry.event() instanceof ReviewEvent.MemberClassified decision) {
                byYear.put(decision.year(), new Row(decision, entry));
            }
        }
        return byYear.values().stream();
    }

    private void insert(List<Row> rows) {
        var insert = "INSERT INTO register.member_review (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        jdbc.batchUpdate(insert, rows, ROWS_AT_ONCE, (row, r) -> {
            var decision = r.decision();
            row.setObject(1, decision.person().value());
            row.setInt(2, decision.year());
            row.setObject(3, decision.cell().value());
            row.setString(4, decision.group());
            OutcomeColumns.bind(row, 5, decision.outcome(), r.entry());
        });
    }
}
