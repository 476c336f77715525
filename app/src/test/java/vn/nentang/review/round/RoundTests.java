package vn.nentang.review.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.nentang.simulation.Acts.day;
import static vn.nentang.simulation.Acts.recorded;
import static vn.nentang.simulation.Acts.refusals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.Organization;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.Classification;
import vn.nentang.review.Decided;
import vn.nentang.review.ExceededCaps;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.ReviewResults;
import vn.nentang.review.ReviewYears;
import vn.nentang.review.round.RoundEvent.Attendance;
import vn.nentang.review.round.RoundEvent.CellMet;
import vn.nentang.review.round.RoundEvent.Deadlines;
import vn.nentang.review.round.RoundEvent.DossierAppraised;
import vn.nentang.review.round.RoundEvent.DossierReturned;
import vn.nentang.review.round.RoundEvent.DossierSubmitted;
import vn.nentang.review.round.RoundEvent.Group;
import vn.nentang.review.round.RoundEvent.Item;
import vn.nentang.review.round.RoundEvent.Line;
import vn.nentang.review.round.RoundEvent.MemberSelfReviewed;
import vn.nentang.review.round.RoundEvent.OrganizationSelfReviewed;
import vn.nentang.review.round.RoundEvent.Proposal;
import vn.nentang.review.round.RoundEvent.ReportSent;
import vn.nentang.review.round.RoundEvent.RoundOpened;
import vn.nentang.review.round.RoundEvent.ScoreSheetSet;
import vn.nentang.review.round.RoundEvent.SelfReview;
import vn.nentang.review.round.RoundEvent.Votes;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.simulation.Acts;
import vn.nentang.simulation.World;

/** The order of a round, from its opening to the report: nobody can skip a step (366-QĐ/TW Điều 7, 12; 43-HD/BTCTW mục 3). */
final class RoundTests {

    private static final int YEAR = 2026;
    private static final List<JudgedFact> GOOD = facts("80", "100", "100", "0", "true");

    private final World world = new World();
    private final Acts acts = new Acts(world);
    private final OrganizationId body = acts.found("Đảng bộ Trung đoàn", "grassroots-body", null, "2015-01-01");
    private final OrganizationId cell = acts.found("Chi bộ 1", "cell", body, "2015-01-01");
    private final PersonId an = acts.member("Lò Thị An", cell, "2015-01-01");
    private final PersonId binh = acts.member("Quàng Văn Bình", cell, "2015-01-01");

    @AfterEach
    void close() {
        world.close();
    }

    static List<JudgedFact> facts(String score, String done, String onTime, String exceeding, String quality) {
        return List.of(
                new JudgedFact("score", score),
                new JudgedFact("tasksDonePct", done),
                new JudgedFact("tasksOnTimePct", onTime),
                new JudgedFact("tasksExceedingPct", exceeding),
                new JudgedFact("qualityOk", quality));
    }

    private static RoundOpened opening(OrganizationId by, String decision) {
        return new RoundOpened(
                by,
                YEAR,
                "QD366",
                List.of(
                        new Group("lead", "Lãnh đạo, quản lý", List.of("leader")),
                        new Group("staff", "Còn lại", List.of("non-leader", "outside"))),
                new Deadlines(day("2026-11-30"), day("2026-12-10"), day(decision)));
    }

    private Answer propose(RoundEvent event, String on) {
        return world.roundDesk.propose(TestLedger.command(event), event, day(on), Acts.PAPER);
    }

    private void open() {
        recorded(propose(opening(body, "2026-12-25"), "2026-11-01"));
    }

    private static SelfReview review(List<JudgedFact> facts) {
        return new SelfReview(facts, List.of(), List.of(), "HTT");
    }

    private Answer own(OrganizationId of) {
        return propose(new OrganizationSelfReviewed(of, YEAR, review(GOOD)), "2026-11-20");
    }

    private Answer selfReview(PersonId person, String kind, String group, List<JudgedFact> facts) {
        return propose(new MemberSelfReviewed(cell, YEAR, person, kind, group, review(facts)), "2026-11-20");
    }

    private void everybodyReviewed() {
        recorded(own(cell));
        recorded(selfReview(an, "outside", "staff", GOOD));
        recorded(selfReview(binh, "outside", "staff", GOOD));
    }

    private static Line line(PersonId person, String outcome, int votes, @Nullable String because) {
        return new Line(person, proposal(outcome, votes, because));
    }

    private static Proposal proposal(String outcome, int votes, @Nullable String because) {
        return new Proposal(List.of(), List.of(new Votes(outcome, votes)), 0, outcome, because);
    }

    private CellMet meeting(int base, int present, Line... lines) {
        return new CellMet(
                cell,
                YEAR,
                new Attendance(base, present, "Lò Văn Mẫu", "Lường Thị Thư"),
                List.of(lines),
                proposal("HTT", present, null));
    }

    private void submitted() {
        open();
        everybodyReviewed();
        recorded(propose(meeting(2, 2, line(an, "HTT", 2, null), line(binh, "HTT", 2, null)), "2026-12-01"));
        recorded(propose(new DossierSubmitted(cell, YEAR), "2026-12-02"));
    }

    private Answer decide(ReviewEvent... events) {
        var decisions = new ArrayList<Decided>();
        for (var event : events) {
            decisions.add(new Decided(event, day("2026-12-20"), Acts.PAPER));
        }
        return world.reviewDesk.recordAll(TestLedger.command(events[0]), decisions);
    }

    private static ReviewEvent.Outcome outcome(String level) {
        return new ReviewEvent.Outcome("QD366", level, null, level, null, List.of());
    }

    private ReviewEvent again(String level) {
        return new ReviewEvent.MemberClassified(
                an, YEAR, cell, "staff", new ReviewEvent.Outcome("QD366", level, null, level, "Xét lại", List.of()));
    }

    private ReviewEvent classified(PersonId person) {
        return new ReviewEvent.MemberClassified(person, YEAR, cell, "staff", outcome("HTT"));
    }

    private static ReviewEvent classified(OrganizationId organization) {
        return new ReviewEvent.OrganizationClassified(organization, YEAR, outcome("HTT"));
    }

    private Place place(OrganizationId of) {
        return world.places.find(of, YEAR).orElseThrow();
    }

    @Test
    void nothing_of_a_round_is_recorded_before_it_is_open() {
        assertThat(refusals(own(cell))).containsExactly("round-not-open");
        open();
        recorded(own(cell));
        assertThat(place(cell).dossier().own()).isNotNull();
    }

    @Test // 43-HD/BTCTW mục 4: before 31/12; special units before 15/01
    void a_round_decides_before_the_last_day_of_the_guidance() {
        assertThat(refusals(propose(opening(body, "2027-01-15"), "2026-11-01")))
                .containsExactly("round-deadline-too-late");
        recorded(propose(opening(body, "2027-01-14"), "2026-11-01"));
    }

    @Test
    void below_an_open_round_no_other_is_opened() {
        open();
        assertThat(refusals(propose(opening(cell, "2026-12-25"), "2026-11-02"))).containsExactly("round-open-above");
        recorded(propose(opening(body, "2026-12-26"), "2026-11-03"));
        assertThat(place(cell).findRound().orElseThrow().deadlines().decision()).isEqualTo("2026-12-26");
        assertThat(place(cell).findRound().orElseThrow().openedOn()).isEqualTo("2026-11-01");
    }

    @Test // Điều 11 khoản 1 (1.5): every member stands in a group of similar position
    void every_kind_of_member_has_a_group() {
        var without = new RoundOpened(
                body,
                YEAR,
                "QD366",
                List.of(new Group("lead", "Lãnh đạo", List.of("leader"))),
                new Deadlines(day("2026-11-30"), day("2026-12-10"), day("2026-12-25")));
        assertThat(refusals(propose(without, "2026-11-01")))
                .containsExactly("round-kind-without-group", "round-kind-without-group");
    }

    @Test // Điều 7 khoản 3: collectives before individuals
    void the_cell_reports_on_itself_before_it_meets_on_its_members() {
        open();
        recorded(selfReview(an, "outside", "staff", GOOD));
        recorded(selfReview(binh, "outside", "staff", GOOD));
        var met = meeting(2, 2, line(an, "HTT", 2, null), line(binh, "HTT", 2, null));
        assertThat(refusals(propose(met, "2026-12-01"))).containsExactly("collective-before-members");
        recorded(own(cell));
        recorded(propose(met, "2026-12-01"));
    }

    @Test // Điều 12 khoản 1: self-assessment first
    void nobody_is_proposed_for_a_level_without_a_self_review() {
        open();
        recorded(own(cell));
        recorded(selfReview(an, "outside", "staff", GOOD));
        assertThat(refusals(propose(meeting(2, 2, line(an, "HTT", 2, null), line(binh, "HTT", 2, null)), "2026-12-01")))
                .containsExactly("member-not-self-reviewed");
        assertThat(refusals(propose(meeting(2, 2, line(an, "HTT", 2, null)), "2026-12-01")))
                .containsExactly("meeting-incomplete");
    }

    @Test // 24-QĐ/TW mục 9.3: who is away on duty still counts in the base
    void votes_are_counted_against_all_full_members_and_never_exceed_those_present() {
        open();
        everybodyReviewed();
        assertThat(refusals(propose(meeting(1, 1, line(an, "HTT", 1, null), line(binh, "HTT", 1, null)), "2026-12-01")))
                .containsExactly("attendance-does-not-fit");
        assertThat(refusals(propose(meeting(2, 1, line(an, "HTT", 2, null), line(binh, "HTT", 1, null)), "2026-12-01")))
                .containsExactly("votes-do-not-add-up");
        recorded(propose(meeting(2, 1, line(an, "HTT", 1, null), line(binh, "HTT", 1, null)), "2026-12-01"));
    }

    @Test
    void a_proposal_beside_the_facts_says_why() {
        open();
        everybodyReviewed();
        assertThat(refusals(
                        propose(meeting(2, 2, line(an, "HTXS", 2, null), line(binh, "HTT", 2, null)), "2026-12-01")))
                .containsExactly("proposal-without-reason");
        recorded(propose(
                meeting(2, 2, line(an, "HTXS", 2, "Thành tích đột xuất"), line(binh, "HTT", 2, null)), "2026-12-01"));
        assertThat(place(cell).dossier().proposal(an)).contains("HTXS");
    }

    @Test // 213-QĐ/TW Điều 3 khoản 4
    void working_members_need_the_remark_of_their_residence_or_the_reason_why_there_is_none() {
        open();
        recorded(own(cell));
        recorded(selfReview(an, "non-leader", "staff", GOOD));
        recorded(selfReview(binh, "outside", "staff", GOOD));
        recorded(propose(meeting(2, 2, line(an, "HTT", 2, null), line(binh, "HTT", 2, null)), "2026-12-01"));
        assertThat(refusals(propose(new DossierSubmitted(cell, YEAR), "2026-12-02")))
                .containsExactly("remarks-missing");
        recorded(propose(
                new RoundEvent.RemarkRecorded(cell, YEAR, an, "residence", false, "Ở doanh trại (33-HD/BTCTW)"),
                "2026-12-02"));
        recorded(propose(new DossierSubmitted(cell, YEAR), "2026-12-02"));
    }

    @Test
    void a_submitted_dossier_stays_as_it_is_until_it_is_given_back() {
        submitted();
        assertThat(refusals(selfReview(an, "outside", "staff", GOOD))).contains("round-day-before-stage");
        assertThat(refusals(propose(new DossierSubmitted(cell, YEAR), "2026-12-03")))
                .containsExactly("dossier-is-submitted");
        recorded(propose(new DossierReturned(cell, YEAR, body, "Thiếu biên bản"), "2026-12-03"));
        assertThat(place(cell).dossier().stage()).isEqualTo(Dossier.Stage.RETURNED);
        recorded(propose(new DossierSubmitted(cell, YEAR), "2026-12-04"));
        recorded(decide(classified(an), classified(binh)));
        assertThat(refusals(propose(new DossierReturned(cell, YEAR, body, "Muộn"), "2026-12-21")))
                .containsExactly("dossier-is-decided");
    }

    @Test // Điều 12 khoản 2: lower before upper, parts before the whole
    void nothing_is_decided_out_of_order() {
        open();
        everybodyReviewed();
        assertThat(refusals(decide(classified(an)))).containsExactly("dossier-not-submitted");
        recorded(propose(meeting(2, 2, line(an, "HTT", 2, null), line(binh, "HTT", 2, null)), "2026-12-01"));
        recorded(propose(new DossierSubmitted(cell, YEAR), "2026-12-02"));
        assertThat(refusals(decide(classified(cell)))).containsExactly("members-not-decided");
        assertThat(refusals(decide(classified(an), classified(cell)))).containsExactly("members-not-decided");
        recorded(decide(classified(an), classified(binh), classified(cell)));
        assertThat(refusals(decide(classified(body)))).containsExactly("dossier-not-submitted");
        recorded(own(body));
        recorded(propose(new DossierSubmitted(body, YEAR), "2026-12-21"));
        recorded(decide(classified(body)));
        recorded(propose(new ReportSent(body, YEAR, List.of()), "2026-12-22"));
        assertThat(place(body).findRound().orElseThrow().sentOn()).isEqualTo("2026-12-22");
    }

    @Test
    void an_upper_organisation_waits_for_those_below() {
        open();
        recorded(own(body));
        assertThat(refusals(propose(new DossierSubmitted(body, YEAR), "2026-12-02")))
                .containsExactly("below-not-decided");
        assertThat(refusals(propose(new ReportSent(body, YEAR, List.of()), "2026-12-02")))
                .containsExactly("below-not-decided");
    }

    private RoundEvent.ResultsPublished published(OrganizationId by, String manner, String where) {
        var place = place(cell);
        var due =
                Publications.due(place, new Publications.Manner(manner, where)).orElseThrow();
        return new RoundEvent.ResultsPublished(cell, YEAR, by, manner, where, due.outcome(), due.members());
    }

    @Test // Điều 15: made public by the level that decided, as it decided
    void results_are_made_public_as_they_were_decided() {
        submitted();
        var nothing = new RoundEvent.ResultsPublished(cell, YEAR, body, "posted", "Trụ sở", null, List.of());
        assertThat(Publications.due(place(cell), new Publications.Manner("posted", "Trụ sở")))
                .isEmpty();
        assertThat(refusals(propose(nothing, "2026-12-21"))).containsExactly("nothing-to-publish");
        recorded(decide(classified(an), classified(binh), classified(cell)));
        assertThat(refusals(propose(nothing, "2026-12-21"))).containsExactly("publication-not-as-decided");
        assertThat(refusals(propose(published(cell, "posted", "Trụ sở"), "2026-12-21")))
                .containsExactly("publication-not-as-decided");
        assertThat(refusals(propose(published(body, "posted", "Trụ sở"), "2026-12-19")))
                .containsExactly("publication-before-decision");
        assertThat(refusals(propose(published(body, "whispered", " "), "2026-12-20")))
                .containsExactly("publication-manner-unknown", "publication-place-length");
        recorded(propose(published(body, "posted", "Trụ sở"), "2026-12-20"));
        assertThat(place(cell).dossier().published(an).orElseThrow().outcome()).isEqualTo("HTT");
        assertThat(Publications.due(place(cell), new Publications.Manner("posted", "Trụ sở")))
                .isEmpty();
    }

    @Test // Điều 15 khoản 3: the level that counts is made public anew, and what was said before stays to be read
    void who_is_classified_anew_is_made_public_anew() {
        var publications = new Publications(world.base.sql);
        submitted();
        recorded(decide(classified(an), classified(binh)));
        recorded(propose(published(body, "meeting", "Hội nghị đảng ủy"), "2026-12-20"));
        assertThat(publications.levels(YEAR, List.of(cell), day("2026-12-31")))
                .hasSize(2)
                .noneMatch(Publications.Level::isDue);
        recorded(decide(again("HTN")));
        assertThat(publications.levels(YEAR, List.of(cell), day("2026-12-31")))
                .filteredOn(Publications.Level::isChanged)
                .singleElement()
                .satisfies(level -> {
                    assertThat(level.person()).isEqualTo(an);
                    assertThat(level.outcome()).isEqualTo("HTN");
                    assertThat(level.published()).isEqualTo("HTT");
                });
        recorded(propose(published(body, "posted", "Trụ sở"), "2026-12-22"));
        assertThat(place(cell).dossier().publications()).hasSize(2);
        assertThat(publications.of(YEAR, List.of(cell)))
                .as("of the cell itself nothing was decided")
                .extracting(
                        Publications.Publication::where,
                        Publications.Publication::organizations,
                        Publications.Publication::members)
                .containsExactly(tuple("Hội nghị đảng ủy", 0, 2), tuple("Trụ sở", 0, 2));
        assertThat(world.places.decidedBy(body, YEAR))
                .extracting(Organization::id)
                .containsExactly(body, cell);
        assertThat(world.places.decidedBy(cell, YEAR)).isEmpty();
    }

    @Test // Điều 7, Điều 12 khoản 1: nobody proposes before the cell met, no level before the self-assessment
    void papers_go_up_only_after_the_report_and_the_meeting() {
        open();
        var answer = propose(new DossierSubmitted(cell, YEAR), "2026-12-02");
        assertThat(refusals(answer)).containsExactly("organization-not-self-reviewed", "cell-has-not-met");
        assertThat(((Answer.Refused) answer).reasons()).allSatisfy(reason -> {
            var citation = Objects.requireNonNull(reason.citation());
            assertThat(citation.instrument()).startsWith("366-QĐ/TW");
            assertThat(citation.article()).isEqualTo("Điều 12 khoản 1");
        });
    }

    private void decidedAll(String outcome) {
        recorded(decide(new ReviewEvent.MemberClassified(an, YEAR, cell, "staff", outcome(outcome)), classified(binh)));
        decidedBody();
    }

    private Answer report() {
        return propose(new ReportSent(body, YEAR, List.of()), "2026-12-22");
    }

    @Test // Điều 11 khoản 1 (1.5): parts may be decided above the cap, the report of the whole may not
    void the_report_waits_while_a_group_exceeds_its_cap() {
        submitted();
        decidedAll("HTXS");
        var answer = report();
        assertThat(refusals(answer)).containsExactly("report-cap-exceeded");
        var refusal = ((Answer.Refused) answer).reasons().getFirst();
        assertThat(refusal.facts())
                .containsEntry("group", "Còn lại")
                .containsEntry("top", "1")
                .containsEntry("both", "2")
                .containsEntry("limit", "20")
                .containsEntry("allowed", "0");
        assertThat(Objects.requireNonNull(refusal.citation()).article()).isEqualTo("Điều 11 khoản 1 (1.5)");
        recorded(decide(again("HTT")));
        recorded(report());
    }

    @Test // Điều 11 khoản 1 (1.5): at most 25 % by decision, here one of five on the two levels
    void a_recorded_raise_lets_the_report_go() {
        for (var name : List.of("Lò Văn C", "Lò Văn D", "Lò Văn E")) {
            acts.member(name, cell, "2015-01-01");
        }
        open();
        recorded(own(cell));
        var lines = place(cell).roll().keySet().stream()
                .map(person -> line(person, "HTT", 5, null))
                .toArray(Line[]::new);
        place(cell).roll().keySet().forEach(person -> recorded(selfReview(person, "outside", "staff", GOOD)));
        recorded(propose(meeting(5, 5, lines), "2026-12-01"));
        recorded(propose(new DossierSubmitted(cell, YEAR), "2026-12-02"));
        place(cell)
                .roll()
                .keySet()
                .forEach(person -> recorded(decide(new ReviewEvent.MemberClassified(
                        person, YEAR, cell, "staff", outcome(person.equals(an) ? "HTXS" : "HTT")))));
        decidedBody();
        assertThat(refusals(report())).containsExactly("report-cap-exceeded");
        recorded(decide(new ReviewEvent.CapRaised(body, YEAR, new BigDecimal("0.25"), "Kết quả nổi trội")));
        recorded(report());
    }

    private void decidedBody() {
        recorded(decide(classified(cell)));
        recorded(own(body));
        recorded(propose(new DossierSubmitted(body, YEAR), "2026-12-21"));
        recorded(decide(classified(body)));
    }

    @Test // Điều 11 khoản 1 (1.5): a raise holds for the committee that recorded it, also in the report above
    void what_lies_below_a_raise_is_measured_by_it() {
        var top = acts.found("Đảng bộ Sư đoàn", "military-province", null, "2015-01-01");
        var low = acts.found("Đảng bộ Tiểu đoàn", "grassroots-body", top, "2015-01-01");
        var far = acts.found("Chi bộ 7", "cell", low, "2015-01-01");
        var caps = new ExceededCaps(
                world.organizations,
                new ReviewResults(world.base.sql, new ReviewYears(World.RULEBOOK)),
                World.RULEBOOK);
        for (int i = 0; i < 5; i++) {
            var person = acts.member("Lò Văn " + i, far, "2015-01-01");
            recorded(decide(
                    new ReviewEvent.MemberClassified(person, YEAR, far, "staff", outcome(i == 0 ? "HTXS" : "HTT"))));
        }
        assertThat(caps.of(top, YEAR)).extracting(one -> one.where().id()).containsExactly(top);
        recorded(decide(new ReviewEvent.CapRaised(low, YEAR, new BigDecimal("0.25"), "Kết quả nổi trội")));
        assertThat(caps.of(top, YEAR)).isEmpty();
        var more = acts.member("Lò Văn Thêm", far, "2015-01-01");
        recorded(decide(new ReviewEvent.MemberClassified(more, YEAR, far, "staff", outcome("HTXS"))));
        assertThat(caps.of(top, YEAR))
                .extracting(one -> one.where().id(), one -> one.cap().allowed())
                .containsExactly(tuple(low, 1));
    }

    @Test // 21-HD/BTCTW phần II.6: under the regulation of its year
    void the_article_is_that_of_the_years_own_regulation() {
        var old = World.RULEBOOK.findRegime(day("2021-12-31")).orElseThrow();
        assertThat(Place.provision(old, Place.SELF_REVIEW_FIRST, Place.REVIEW_FIRST)
                        .orElseThrow()
                        .instrument())
                .startsWith("21-HD/BTCTW");
    }

    @Test
    void years_without_a_round_are_recorded_as_they_were() {
        recorded(world.reviewDesk.recordAll(
                TestLedger.command("older"),
                List.of(new Decided(
                        new ReviewEvent.MemberClassified(
                                an,
                                2025,
                                cell,
                                null,
                                new ReviewEvent.Outcome("QD366", "HTT", null, null, null, List.of())),
                        LocalDate.of(2025, 12, 20),
                        Acts.PAPER))));
    }

    @Test // Điều 5 khoản 2.1
    void who_is_exempt_needs_no_self_review_and_no_level() {
        acts.act(new MembershipEvent.Exempted(binh), "2026-05-01");
        open();
        recorded(own(cell));
        recorded(selfReview(an, "outside", "staff", GOOD));
        assertThat(place(cell).base()).isEqualTo(1);
        assertThat(place(cell).exclusion(binh)).contains("exempt");
        recorded(propose(meeting(1, 1, line(an, "HTT", 1, null), line(binh, "exempt", 0, null)), "2026-12-01"));
        recorded(propose(new DossierSubmitted(cell, YEAR), "2026-12-02"));
    }

    @Test // 43-HD/BTCTW mục 3: a sectional committee proposes before the grassroots committee decides
    void a_level_between_appraises_before_the_decision() {
        var old = acts.found("Đảng bộ X", "grassroots-body", null, "2015-01-01");
        var section = acts.found("Đảng bộ bộ phận 1", "section-body", old, "2015-01-01");
        var low = acts.found("Chi bộ 9", "cell", section, "2015-01-01");
        var one = acts.member("Vàng Thị Sinh", low, "2015-01-01");
        recorded(propose(opening(old, "2026-12-25"), "2026-11-01"));
        recorded(own(low));
        recorded(propose(new MemberSelfReviewed(low, YEAR, one, "outside", "staff", review(GOOD)), "2026-11-20"));
        recorded(propose(
                new CellMet(
                        low,
                        YEAR,
                        new Attendance(1, 1, "Chủ trì", "Thư ký"),
                        List.of(line(one, "HTT", 1, null)),
                        proposal("HTT", 1, null)),
                "2026-12-01"));
        recorded(propose(new DossierSubmitted(low, YEAR), "2026-12-02"));
        var decision = new ReviewEvent.MemberClassified(one, YEAR, low, "staff", outcome("HTT"));
        assertThat(refusals(decide(decision))).containsExactly("not-appraised-yet");
        assertThat(refusals(propose(new DossierAppraised(low, YEAR, old, List.of()), "2026-12-03")))
                .containsExactly("not-the-next-to-appraise");
        recorded(propose(
                new DossierAppraised(low, YEAR, section, List.of(new RoundEvent.Change(one, "HTN", "Chậm việc"))),
                "2026-12-03"));
        assertThat(place(low).dossier().proposal(one)).contains("HTN");
        recorded(decide(decision));
    }

    @Test // 43-HD/BTCTW mục 7.5, 366-QĐ/TW Điều 3 khoản 4, Điều lệ Đảng Điều 21
    void special_provisions_are_shown_with_whom_they_concern() {
        var other = acts.found("Chi bộ 2", "cell", body, "2015-01-01");
        acts.act(new MembershipEvent.Transferred(binh, other), "2026-07-01");
        acts.act(new CommitteeEvent.PostTaken(body, binh, "secretary", "appointed", null), "2026-08-01");
        open();
        assertThat(codes(place(other).specialCases(binh))).containsExactly("several-places", "moved-in-year");
        assertThat(codes(place(cell).specialCases(an))).isEmpty();
        var sick = new ArrayList<>(GOOD);
        sick.add(new JudgedFact("sickMonths", "3"));
        recorded(selfReview(an, "outside", "staff", sick));
        assertThat(codes(place(cell).specialCases(an))).containsExactly("sick-or-maternity");
        assertThat(codes(place(cell).ownSpecialCases())).containsExactly("too-few-members");
        assertThat(place(cell).judge(an)).isInstanceOf(Classification.Level.class);
    }

    private static List<String> codes(List<ReviewRegime.Provision> provisions) {
        return provisions.stream().map(ReviewRegime.Provision::code).toList();
    }

    @Test
    void what_was_handed_in_before_a_merger_goes_on_in_the_new_cell() {
        open();
        recorded(selfReview(an, "non-leader", "staff", GOOD));
        recorded(propose(new RoundEvent.RemarkRecorded(cell, YEAR, an, "residence", true, "Gương mẫu"), "2026-11-21"));
        var merged = acts.found("Chi bộ 1-2", "cell", body, "2026-12-01");
        acts.act(new MembershipEvent.Transferred(an, merged), "2026-12-01");
        acts.act(new MembershipEvent.Transferred(binh, merged), "2026-12-01");
        acts.act(new OrganizationEvent.Ended(cell, "Sáp nhập", List.of(merged)), "2026-12-01");
        var place = place(merged);
        assertThat(world.places.find(cell, YEAR)).isEmpty();
        assertThat(place.specialCases(an)).isEmpty();
        assertThat(world.places.handedInElsewhere(place)).containsOnlyKeys(an);
        recorded(world.roundDesk.takeOver(TestLedger.command("take-over"), place, day("2026-12-02")));
        assertThat(place(merged).dossier().said(an)).containsEntry("tasksDonePct", "100");
        assertThat(place(merged).missingRemarks()).doesNotContainKey(an);
        assertThat(world.places.handedInElsewhere(place(merged))).isEmpty();
    }

    @Test // Điều 18: the upper committee splits the 30 and the 70 points
    void a_score_sheet_gives_as_many_points_as_the_regulation() {
        var items = new ArrayList<>(List.of(
                new Item("g1", "G1", "Phẩm chất", new BigDecimal("30")),
                new Item("g2", "G2", "Kết quả", new BigDecimal("60"))));
        assertThat(refusals(propose(new ScoreSheetSet(body, YEAR, "outside", items), "2026-10-01")))
                .containsExactly("score-sheet-does-not-add-up");
        items.add(new Item("g3", "G2", "Việc đột xuất", new BigDecimal("10")));
        recorded(propose(new ScoreSheetSet(body, YEAR, "outside", items), "2026-10-01"));
        open();
        assertThat(place(cell).sheets().get("outside")).hasSize(3);
        var tooMany =
                new SelfReview(GOOD, List.of(new RoundEvent.Points("g3", new BigDecimal("10.5"))), List.of(), "HTT");
        assertThat(refusals(propose(new MemberSelfReviewed(cell, YEAR, an, "outside", "staff", tooMany), "2026-11-20")))
                .containsExactly("points-above-sheet");
    }

    @Test // Điều 15 khoản 3
    void an_objection_follows_the_notice_and_is_answered_once() {
        submitted();
        assertThat(refusals(propose(new RoundEvent.MemberNotified(cell, YEAR, an), "2026-12-20")))
                .containsExactly("notice-before-decision");
        recorded(decide(classified(an), classified(binh)));
        assertThat(refusals(propose(new RoundEvent.ObjectionMade(cell, YEAR, an, "Tôi vượt chỉ tiêu"), "2026-12-21")))
                .containsExactly("objection-before-notice");
        recorded(propose(new RoundEvent.MemberNotified(cell, YEAR, an), "2026-12-21"));
        recorded(propose(new RoundEvent.ObjectionMade(cell, YEAR, an, "Tôi vượt chỉ tiêu"), "2026-12-22"));
        var answer = new RoundEvent.ObjectionAnswered(cell, YEAR, an, true, "Đúng, xếp loại lại");
        recorded(propose(answer, "2026-12-23"));
        assertThat(refusals(propose(new RoundEvent.ObjectionAnswered(cell, YEAR, an, false, "Lần nữa"), "2026-12-24")))
                .containsExactly("no-objection-to-answer");
    }
}
