package vn.nentang.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.Ledger;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.membership.People;
import vn.nentang.membership.ProposalEvent;

/** What one proposes and another decides: never both by the same account (24-QĐ/TW; mục 8.1 for removal). */
final class ProposalPagesTests {

    private static final RunningOffice OFFICE = RunningOffice.start(0);
    private static final Texts VI = Texts.in(Language.VI);
    private static final String DUNG = "/members/" + RunningOffice.DUNG;

    private final Client secretary = Client.signedIn(OFFICE, "bithu.bac");
    private final Client officer = Client.signedIn(OFFICE, "vanphong");
    private final Client commissar = Client.signedIn(OFFICE, "chinhuy");

    private static Map<String, String> form(String... more) {
        var fields = new HashMap<String, String>();
        fields.put("command", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static String proposed(Client by, String form, Map<String, String> fields) {
        var answer = by.post(form, form, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var path =
                Objects.requireNonNull(answer.headers().firstValue("Location").orElse(null));
        assertThat(path).startsWith("/proposals/");
        return path;
    }

    private static String leave(Client by, PersonId person) {
        var path = "/members/" + person + "/acts/leave";
        return proposed(by, path, form("day", "01/03/2026", "cause", "deleted", "paper-number", "03-NQ/CB"));
    }

    private static boolean hasLeft(PersonId person) {
        return OFFICE.part(People.class)
                .open(person, LocalDate.of(2026, 6, 1), null)
                .orElseThrow()
                .situation()
                .left();
    }

    private static List<? extends Entry<?>> entries(PersonId person) {
        return OFFICE.part(Ledger.class).history(person.subject()).entries();
    }

    @Test // Điều 5: the cell asks, the committee recognises
    void a_recognition_takes_effect_when_another_account_decides() {
        var page = proposed(secretary, DUNG + "/acts/recognise", form("day", "01/02/2026", "paper-number", "02-NQ/CB"));
        assertThat(secretary.get(page).body())
                .contains(VI.of("proposal.state.open"))
                .contains("02-NQ/CB")
                .doesNotContain(VI.of("proposal.decide"));
        assertThat(entries(RunningOffice.DUNG)).noneMatch(e -> e.event() instanceof MembershipEvent.Recognised);
        assertThat(secretary.post(page, page, form("day", "01/03/2026")).statusCode())
                .as("a secretary of a cell decides on nothing")
                .isEqualTo(403);

        var decided = officer.post(page, page, form("day", "05/03/2026", "paper-number", "07-QĐ/ĐU"));
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(303);
        var recognised = entries(RunningOffice.DUNG).stream()
                .filter(e -> e.event() instanceof MembershipEvent.Recognised)
                .findFirst()
                .orElseThrow();
        assertThat(recognised.author()).isEqualTo("vanphong");
        assertThat(recognised.effectiveOn()).isEqualTo("2026-03-05");
        assertThat(recognised.paper().number()).isEqualTo("07-QĐ/ĐU");
        assertThat(entries(RunningOffice.DUNG))
                .anyMatch(e -> e.event() instanceof ProposalEvent.ActsProposed
                        && e.author().equals("bithu.bac"));
        assertThat(officer.get(DUNG).body()).contains(VI.of("act.proposal-decided"));
        assertThat(officer.post(DUNG, page, form("day", "06/03/2026")).body())
                .contains(VI.named("refusal.proposal-not-open", Map.of()));
    }

    @Test
    void who_proposed_does_not_decide_though_the_post_could() {
        var page = leave(officer, RunningOffice.BINH);
        assertThat(officer.get(page).body()).doesNotContain(VI.of("proposal.decide"));
        var own = officer.post(page, page, form("day", "05/03/2026"));
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("vanphong đã đề nghị việc này");
        assertThat(hasLeft(RunningOffice.BINH)).isFalse();
        assertThat(commissar.get("/").body()).contains(VI.of("desk.proposals"));
        assertThat(commissar.post(page, page, form("day", "05/03/2026")).statusCode())
                .isEqualTo(303);
        assertThat(hasLeft(RunningOffice.BINH)).isTrue();
    }

    @Test
    void a_proposal_is_returned_with_a_reason_and_nothing_took_effect() {
        var page = leave(secretary, RunningOffice.AN);
        assertThat(officer.post(page, page + "/return", form("reason", " ")).statusCode())
                .isEqualTo(422);
        assertThat(officer.post(page, page + "/return", form("reason", "Chưa đủ nhận xét"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(hasLeft(RunningOffice.AN)).isFalse();
        assertThat(secretary.get("/members/" + RunningOffice.AN).body()).contains("Chưa đủ nhận xét");
        assertThat(secretary.get(page).body()).contains(VI.of("proposal.state.returned"));
    }

    @Test
    void somebody_who_is_not_on_record_yet_is_admitted_by_two() {
        var path = "/organizations/" + RunningOffice.NORTH + "/members/new/admitted";
        var page = proposed(
                secretary,
                path,
                form("day", "03/02/2026", "field.full-name", "Vi Thị Hoa", "field.birth-date", "05/2001"));
        assertThat(officer.get("/proposals").body()).contains("Vi Thị Hoa");
        assertThat(officer.get("/search?q=Vi Thi Hoa".replace(" ", "%20")).body())
                .doesNotContain("Vi Thị Hoa</a>");
        var decided = officer.post(page, page, form("day", "10/02/2026", "paper-number", "09-QĐ/ĐU"));
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(303);
        assertThat(secretary
                        .get("/organizations/" + RunningOffice.NORTH + "/roster")
                        .body())
                .contains("Vi Thị Hoa");
    }

    @Test
    void a_proposal_of_another_cell_is_not_there() {
        var page = leave(officer, new PersonId(new UUID(2, 4)));
        assertThat(secretary.get(page).statusCode()).isEqualTo(404);
        assertThat(Client.signedIn(OFFICE, "dangvien").get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void a_proposal_sent_twice_is_made_once() {
        var path = "/members/" + new PersonId(new UUID(3, 7)) + "/acts/leave";
        var fields = form("day", "01/03/2026", "cause", "deleted");
        assertThat(proposed(officer, path, fields)).isEqualTo(proposed(officer, path, fields));
    }

    @Test
    void what_could_not_be_recorded_cannot_be_proposed() {
        var path = "/members/" + new PersonId(new UUID(3, 8)) + "/acts/recognise";
        var answer = officer.post(path, path, form("day", "01/01/2019"));
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    private static String entry(PersonId person, Class<? extends MembershipEvent> kind) {
        return entries(person).stream()
                .filter(e -> kind.isInstance(e.event()))
                .reduce((_, last) -> last)
                .orElseThrow()
                .ref()
                .toString();
    }

    private static PersonId recognisedByTwo(Client by, int number, String... login) {
        var person = new PersonId(new UUID(3, number));
        var form = "/members/" + person + "/acts/recognise";
        var page = proposed(by, form, form("day", "01/02/2026"));
        var decider = Client.signedIn(OFFICE, login.length == 0 ? "vanphong" : login[0]);
        assertThat(decider.post(page, page, form("day", "05/03/2026")).statusCode())
                .isEqualTo(303);
        return person;
    }

    @Test // Điều 5: what the committee decided the cell does not undo
    void what_two_decided_one_who_may_not_decide_neither_mends_nor_takes_back() {
        var page = proposed(
                secretary,
                "/members/" + RunningOffice.AN + "/acts/leave",
                form("day", "01/03/2026", "cause", "deleted"));
        assertThat(officer.post(page, page, form("day", "05/03/2026")).statusCode())
                .isEqualTo(303);
        var own = "/members/" + RunningOffice.AN + "/entries/" + entry(RunningOffice.AN, MembershipEvent.Left.class);
        assertThat(secretary.get("/members/" + RunningOffice.AN).body()).doesNotContain(own + "/mend");
        for (var way : List.of("/mend", "/withdraw")) {
            assertThat(secretary.get(own + way).statusCode()).as(way).isEqualTo(403);
            assertThat(secretary
                            .post("/", own + way, form("reason", "thử", "day", "06/03/2026", "cause", "expelled"))
                            .statusCode())
                    .as(way)
                    .isEqualTo(403);
        }
        assertThat(hasLeft(RunningOffice.AN)).isTrue();
        assertThat(officer.get("/members/" + RunningOffice.AN).body()).contains(own + "/mend");
        assertThat(officer.post("/", own + "/withdraw", form("reason", "ghi nhầm người"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(hasLeft(RunningOffice.AN)).isFalse();
    }

    @Test
    void who_proposed_does_not_mend_what_another_decided() {
        var person = recognisedByTwo(officer, 21, "chinhuy");
        var mend = "/members/%s/entries/%s/mend".formatted(person, entry(person, MembershipEvent.Recognised.class));
        assertThat(officer.get("/members/" + person).body()).doesNotContain(mend);
        assertThat(officer.post("/", mend, form("day", "06/03/2026")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_death_is_not_mended_into_an_expulsion() {
        var person = new PersonId(new UUID(3, 22));
        var died = "/members/" + person + "/acts/died";
        assertThat(officer.post(died, died, form("day", "01/03/2026")).statusCode())
                .isEqualTo(303);
        var mend = "/members/%s/entries/%s/mend".formatted(person, entry(person, MembershipEvent.Left.class));
        var refused = officer.post(mend, mend, form("day", "01/03/2026", "cause", "expelled"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(VI.named("refusal.mending-would-decide", Map.of()));
        assertThat(officer.post(mend, mend, form("day", "02/03/2026", "cause", "died"))
                        .statusCode())
                .as("another day of the same death is no decision")
                .isEqualTo(303);
    }
}
