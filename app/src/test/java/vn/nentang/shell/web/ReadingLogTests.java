package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nentang.access.Accounts;
import vn.nentang.access.Reading;
import vn.nentang.access.Readings;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Ledger;
import vn.nentang.store.Store;

/** Who read which file, when and for what; nobody takes a line out unseen. */
final class ReadingLogTests {

    private static final RunningOffice OFFICE = RunningOffice.start(0);
    private static final String BINH = "/members/" + RunningOffice.BINH;

    private final Readings readings = OFFICE.part(Readings.class);

    private List<Reading> of(PersonId person) {
        return readings.of(person);
    }

    @Test
    void opening_a_file_is_noted_with_the_post_that_allowed_it() {
        Client.signedIn(OFFICE, "vanphong").get(BINH);
        var last = of(RunningOffice.BINH).getFirst();
        assertThat(last.account()).isEqualTo("vanphong");
        assertThat(last.reader()).isEqualTo(RunningOffice.OFFICER);
        assertThat(last.post()).isEqualTo("organization-officer");
        assertThat(last.over()).isEqualTo(RunningOffice.COMMUNE);
        assertThat(last.what()).isEqualTo("file");
    }

    @Test
    void reading_the_own_file_is_nobodys_business() {
        var before = of(RunningOffice.DUNG).size();
        Client.signedIn(OFFICE, "dangvien").get("/members/" + RunningOffice.DUNG);
        assertThat(of(RunningOffice.DUNG)).hasSize(before);
    }

    @Test
    void a_file_out_of_reach_is_neither_shown_nor_noted() {
        Client.signedIn(OFFICE, "bithu.bac").get(BINH);
        assertThat(of(RunningOffice.BINH)).noneMatch(r -> r.account().equals("bithu.bac"));
    }

    @Test
    void a_kept_field_is_opened_for_a_reason_and_the_reason_is_noted() {
        var client = Client.signedIn(OFFICE, "vanphong");
        var an = "/members/" + RunningOffice.AN;
        var without = client.post(an, an + "/secrets", Map.of("group", "identity", "purpose", " "));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body())
                .contains(Texts.in(Language.VI).of("secrets.missing"))
                .doesNotContain(RunningOffice.AN_CITIZEN_ID);
        var opened = client.post(an, an + "/secrets", Map.of("group", "identity", "purpose", "Đối chiếu thẻ"));
        assertThat(opened.body()).contains(RunningOffice.AN_CITIZEN_ID);
        var last = of(RunningOffice.AN).getFirst();
        assertThat(last.what()).isEqualTo("identity");
        assertThat(last.purpose()).isEqualTo("Đối chiếu thẻ");
    }

    @Test
    void an_inspector_opens_discipline_and_no_identity_number() {
        var client = Client.signedIn(OFFICE, "kiemtra");
        var an = "/members/" + RunningOffice.AN;
        assertThat(client.post(an, an + "/secrets", Map.of("group", "discipline", "purpose", "Kiểm tra"))
                        .statusCode())
                .isEqualTo(200);
        var refused = client.post(an, an + "/secrets", Map.of("group", "identity", "purpose", "Kiểm tra"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Cán bộ tổ chức").doesNotContain(RunningOffice.AN_CITIZEN_ID);
        assertThat(client.post(an, an + "/secrets", Map.of("group", "khac", "purpose", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_member_sees_who_read_the_own_file_and_nobody_elses_log() {
        Client.signedIn(OFFICE, "chinhuy").get("/members/" + RunningOffice.DUNG);
        var member = Client.signedIn(OFFICE, "dangvien");
        assertThat(member.get("/members/" + RunningOffice.DUNG + "/readings").body())
                .contains("Chính ủy")
                .contains("chinhuy");
        assertThat(member.get(BINH + "/readings").statusCode()).isEqualTo(404);
        assertThat(member.get("/readings").statusCode()).isEqualTo(403);
    }

    @Test
    void an_inspector_sees_the_log_of_those_within_reach() {
        Client.signedIn(OFFICE, "vanphong").get(BINH);
        assertThat(Client.signedIn(OFFICE, "kiemtra").get("/readings").body()).contains("Quàng Văn Bình");
    }

    @Test
    void each_reader_stands_with_the_name_of_the_account_and_the_login() {
        Client.signedIn(OFFICE, "vanphong").get(BINH);
        Client.signedIn(OFFICE, "chinhuy").get(BINH);
        assertThat(Client.signedIn(OFFICE, "kiemtra").get("/readings").body())
                .contains("Cán bộ tổ chức Đảng ủy <span class=\"soft small\">(vanphong)")
                .contains("Chính ủy <span class=\"soft small\">(chinhuy)");
        assertThat(OFFICE.part(Accounts.class).displayNames(List.of("vanphong", "chinhuy", "vanphong", "khongco")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("vanphong", "Cán bộ tổ chức Đảng ủy", "chinhuy", "Chính ủy"));
    }

    @Test
    void a_form_that_holds_the_file_counts_as_reading_it() {
        Client.signedIn(OFFICE, "vanphong").get("/members/" + RunningOffice.AN + "/acts/facts");
        assertThat(of(RunningOffice.AN)).extracting(Reading::what).contains("form", "identity");
    }

    @Test
    void the_ledger_seals_the_log_once_for_each_end() {
        Client.signedIn(OFFICE, "vanphong").get(BINH);
        readings.seal();
        var size = OFFICE.part(Ledger.class).size();
        readings.seal();
        assertThat(OFFICE.part(Ledger.class).size()).isEqualTo(size);
        assertThat(readings.verify().isSound()).isTrue();
        assertThat(readings.verify().sealedThrough())
                .isEqualTo(readings.verify().readings());
    }

    /** Even the owner of the tables is seen. */
    @Test
    void a_line_that_is_removed_altered_or_cut_off_shows() throws SQLException {
        var office = RunningOffice.start(0);
        var log = office.part(Readings.class);
        var client = Client.signedIn(office, "vanphong");
        for (int i = 0; i < 5; i++) {
            client.get(BINH);
        }
        log.seal();
        var last = log.verify().readings();
        assertThat(log.verify().findings()).isEmpty();

        asOwner(office, "UPDATE access.reading SET account = 'ai.do' WHERE number = 1");
        assertThat(log.verify().findings()).containsExactly(1L);
        asOwner(office, "UPDATE access.reading SET account = 'vanphong' WHERE number = 1");
        assertThat(log.verify().findings()).isEmpty();

        asOwner(office, "DELETE FROM access.reading WHERE number = 2");
        assertThat(log.verify().findings()).containsExactly(2L);
        asOwner(office, "DELETE FROM access.reading WHERE number = " + last);
        assertThat(log.verify().findings()).containsExactly(2L, last);
        office.close();
    }

    private static void asOwner(RunningOffice office, String statement) throws SQLException {
        try (var connection = office.part(Store.class).owner().getConnection();
                var plain = connection.createStatement()) {
            plain.execute("ALTER TABLE access.reading DISABLE TRIGGER reading_stays");
            plain.execute(statement);
            plain.execute("ALTER TABLE access.reading ENABLE TRIGGER reading_stays");
        }
    }
}
