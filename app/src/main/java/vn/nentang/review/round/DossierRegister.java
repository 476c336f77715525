package vn.nentang.review.round;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.ledger.Register;
import vn.nentang.ledger.SubjectHistory;
import vn.nentang.review.round.Dossier.Made;

/** How far each organisation's papers have come, and what is said of each member. */
@Component
final class DossierRegister implements Register {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcOperations jdbc;

    DossierRegister(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subjectKind() {
        return RoundEvents.DOSSIER;
    }

    @Override
    public Class<? extends LedgerEvent> events() {
        return RoundEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("review_dossier", "review_file", "review_publication");
    }

    @Override
    public void rewrite(List<SubjectHistory> histories) {
        var dossiers = histories.stream().map(DossierRegister::fold).toList();
        delete("DELETE FROM register.review_dossier WHERE organization_id = ? AND year = ?", dossiers);
        delete("DELETE FROM register.review_file WHERE cell_id = ? AND year = ?", dossiers);
        delete("DELETE FROM register.review_publication WHERE organization_id = ? AND year = ?", dossiers);
        insertDossiers(dossiers);
        insertPublications(
                dossiers.stream().flatMap(d -> d.publications().stream()).toList());
        insertFiles(dossiers.stream().flatMap(DossierRegister::rows).toList());
    }

    private void delete(String statement, List<Dossier> dossiers) {
        jdbc.batchUpdate(statement, dossiers, ROWS_AT_ONCE, (row, dossier) -> {
            row.setObject(1, dossier.organization().value());
            row.setInt(2, dossier.year());
        });
    }

    private static Dossier fold(SubjectHistory history) {
        var parts = history.subject().split(":", 3);
        return Dossier.fold(
                new OrganizationId(UUID.fromString(parts[2])),
                Integer.parseInt(parts[1]),
                history.of(RoundEvent.class));
    }

    private record Row(Dossier dossier, PersonId person) {}

    private static Stream<Row> rows(Dossier dossier) {
        return Stream.of(dossier.files().keySet().stream(), dossier.met().stream(), published(dossier))
                .flatMap(persons -> persons)
                .distinct()
                .map(person -> new Row(dossier, person));
    }

    private static Stream<PersonId> published(Dossier dossier) {
        return dossier.published().stream()
                .flatMap(made -> made.event().members().stream())
                .map(RoundEvent.PublishedLevel::person);
    }

    private void insertDossiers(List<Dossier> dossiers) {
        jdbc.batchUpdate("""
                INSERT INTO register.review_dossier (organization_id, year, reviewed_on, met_on, stage, stage_on, appraisers,
                                                     because, self_reviews, proposed, published, published_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, dossiers, ROWS_AT_ONCE, DossierRegister::bind);
    }

    private static void bind(PreparedStatement row, Dossier dossier) throws SQLException {
        row.setObject(1, dossier.organization().value());
        row.setInt(2, dossier.year());
        row.setObject(3, day(dossier.own()));
        row.setObject(4, day(dossier.meeting()));
        row.setString(5, dossier.stage().name());
        row.setObject(6, dossier.stageOn());
        row.setArray(
                7,
                array(row.getConnection(), "uuid", dossier.appraisers().stream().map(OrganizationId::value)));
        row.setString(8, dossier.because());
        row.setInt(9, (int) dossier.files().values().stream()
                .filter(file -> file.selfReview() != null)
                .count());
        row.setString(10, proposedOfItself(dossier));
        row.setString(
                11, dossier.published().map(made -> made.event().outcome()).orElse(null));
        row.setObject(12, dossier.published().map(Made::on).orElse(null));
    }

    private static @Nullable String proposedOfItself(Dossier dossier) {
        return dossier.change(null)
                .map(RoundEvent.Change::outcome)
                .or(() -> dossier.ownLine().map(RoundEvent.Proposal::outcome))
                .or(() -> Optional.ofNullable(dossier.own())
                        .flatMap(made ->
                                Optional.ofNullable(made.event().review().level())))
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable Made<?> made) {
        return made == null ? null : made.on();
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private void insertPublications(List<Made<RoundEvent.ResultsPublished>> publications) {
        jdbc.batchUpdate("""
                INSERT INTO register.review_publication (organization_id, year, committee_id, published_on, manner, place, number,
                                                         author, outcome, members, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, publications, ROWS_AT_ONCE, (row, made) -> {
            row.setObject(1, made.event().organization().value());
            row.setInt(2, made.event().year());
            row.setObject(3, made.event().by().value());
            row.setObject(4, made.on());
            row.setString(5, made.event().manner());
            row.setString(6, made.event().where());
            row.setString(7, made.paper().number());
            row.setString(8, made.author());
            row.setString(9, made.event().outcome());
            row.setInt(10, made.event().members().size());
            row.setString(11, made.entry().toString());
        });
    }

    private void insertFiles(List<Row> rows) {
        jdbc.batchUpdate("""
                INSERT INTO register.review_file (cell_id, year, person_id, kind, category, facts, proposed, because, votes,
                                                  reviewed_on, remarks, notified_on, objected_on, answered_on, published, published_on)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
                """, rows, ROWS_AT_ONCE, DossierRegister::bind);
    }

    private static void bind(PreparedStatement row, Row one) throws SQLException {
        var dossier = one.dossier();
        var person = one.person();
        var file = dossier.file(person);
        var said = file.findSelfReview().map(Made::event);
        var line = dossier.line(person);
        row.setObject(1, dossier.organization().value());
        row.setInt(2, dossier.year());
        row.setObject(3, person.value());
        row.setString(4, said.map(RoundEvent.MemberSelfReviewed::kind).orElse(null));
        row.setString(5, said.map(RoundEvent.MemberSelfReviewed::group).orElse(null));
        row.setString(6, JSON.writeValueAsString(dossier.facts(person)));
        row.setString(7, dossier.proposal(person).orElse(null));
        row.setString(
                8,
                dossier.change(person)
                        .map(RoundEvent.Change::because)
                        .or(() -> line.flatMap(l -> Optional.ofNullable(l.because())))
                        .orElse(null));
        row.setString(
                9, JSON.writeValueAsString(line.map(RoundEvent.Proposal::votes).orElse(List.of())));
        row.setObject(10, day(file.selfReview()));
        row.setArray(
                11,
                array(
                        row.getConnection(),
                        "text",
                        file.remarks().keySet().stream().sorted()));
        row.setObject(12, day(file.notified()));
        row.setObject(13, day(file.objection()));
        row.setObject(14, day(file.answer()));
        var published = dossier.published(person).map(RoundEvent.PublishedLevel::outcome);
        row.setString(15, published.orElse(null));
        row.setObject(
                16, published.flatMap(_ -> dossier.published()).map(Made::on).orElse(null));
    }
}
