package vn.nentang.shell.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nentang.Application;
import vn.nentang.access.Accounts;
import vn.nentang.committee.CommitteeDesk;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.committee.Election;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.LedgerArchive;
import vn.nentang.ledger.Rebuild;
import vn.nentang.membership.Act;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipDesk;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationDesk;
import vn.nentang.organization.OrganizationEvent;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewDesk;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.store.Store;
import vn.nentang.store.TestStore;

/**
 * A small made-up office with its pages running, one for all tests: a commune body with two cells and one cell that joined
 * later. Nobody in it is real.
 */
public final class RunningOffice {

    public static final String PASSWORD = "sông-núi-biển-trời-42";
    public static final LocalDate FOUNDED = LocalDate.of(2019, 1, 1);
    public static final OrganizationId COMMUNE = new OrganizationId(new UUID(1, 1));
    public static final OrganizationId NORTH = new OrganizationId(new UUID(1, 2));
    public static final OrganizationId SOUTH = new OrganizationId(new UUID(1, 3));
    public static final OrganizationId LATER = new OrganizationId(new UUID(1, 4));
    /** Another commune's, out of everybody's reach. */
    public static final OrganizationId FOREIGN = new OrganizationId(new UUID(1, 9));

    public static final PersonId KHACH = new PersonId(new UUID(2, 9));
    public static final PersonId AN = new PersonId(new UUID(2, 1));
    public static final PersonId BINH = new PersonId(new UUID(2, 2));
    public static final PersonId DUNG = new PersonId(new UUID(2, 3));
    public static final PersonId OFFICER = new PersonId(new UUID(5, 1));
    public static final PersonId SECRETARY = new PersonId(new UUID(5, 2));
    public static final PersonId COMMISSAR = new PersonId(new UUID(5, 3));
    public static final PersonId INSPECTOR = new PersonId(new UUID(5, 4));
    public static final PersonId ADMINISTRATOR = new PersonId(new UUID(5, 5));
    public static final String AN_CITIZEN_ID = "012345678901";

    /** The office lives in the morning of this day, whenever the tests run; its clock goes on from there. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static final LocalDate ELECTED_ON = LocalDate.of(2024, 9, 2);

    private static final Paper PAPER =
            new Paper("12-QĐ/ĐU", LocalDate.of(2018, 12, 20), "Đảng ủy xã Suối Mơ", "Lò Văn Mẫu");

    private final Store store;
    private final ConfigurableApplicationContext context;

    private RunningOffice(Store store, ConfigurableApplicationContext context) {
        this.store = store;
        this.context = context;
    }

    private static final class Shared {
        static final RunningOffice OFFICE = start(0);
    }

    public static RunningOffice shared() {
        return Shared.OFFICE;
    }

    static RunningOffice start(int port) {
        var office = empty(port);
        office.foundOrganizations();
        office.registerMembers();
        office.makeAccounts();
        office.recordReviews();
        return office;
    }

    private static RunningOffice empty(int port) {
        return empty(Map.of("server.port", port));
    }

    private static RunningOffice empty(Map<String, Object> settings) {
        return start(TestStore.fresh(), settings);
    }

    private static RunningOffice start(Store store, Map<String, Object> settings) {
        var real = Application.CLOCK;
        var morning = TODAY.atTime(8, 0).atZone(real.getZone()).toInstant();
        var clock = Clock.offset(real, Duration.between(real.instant(), morning));
        return new RunningOffice(store, Application.startWithPages(store, Rulebook.load(), settings, clock));
    }

    /** An office set up in another way, with organisations, members and accounts; closed by its test. */
    static RunningOffice with(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.put("server.port", 0);
        var office = empty(all);
        office.foundOrganizations();
        office.registerMembers();
        office.makeAccounts();
        return office;
    }

    /** The same over a store of the caller's, which goes with it. */
    public static RunningOffice over(Store store) {
        var office = start(store, Map.of("server.port", 0));
        office.foundOrganizations();
        office.registerMembers();
        office.makeAccounts();
        return office;
    }

    /** The same office elsewhere: its ledger brought there, its registers made again, its accounts as at home. */
    static RunningOffice movedFrom(Path archive) throws IOException {
        var office = empty(0);
        office.part(LedgerArchive.class).importFrom(archive, (_, _, _) -> {});
        office.part(Rebuild.class).run((_, _, _) -> {});
        office.makeAccounts();
        return office;
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops the pages; the store goes with them. */
    public void close() {
        context.close();
        store.close();
    }

    /** Without a slash at the end. */
    public String address() {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return "http://127.0.0.1:%d".formatted(server.getPort());
    }

    /** The same, under the name of this machine: there browsers know passkeys. */
    public String namedAddress() {
        return address().replace("127.0.0.1", "localhost");
    }

    private void foundOrganizations() {
        var desk = part(OrganizationDesk.class);
        recorded(desk.foundAll(
                command("found"),
                List.of(
                        founded(COMMUNE, "grassroots-body", "Đảng bộ xã Suối Mơ", "SM", null),
                        founded(NORTH, "cell", "Chi bộ bản Bắc", "SM.01", COMMUNE),
                        founded(SOUTH, "cell", "Chi bộ bản Nam", "SM.02", COMMUNE)),
                FOUNDED,
                PAPER));
        recorded(desk.foundAll(
                command("found elsewhere"),
                List.of(
                        founded(
                                new OrganizationId(new UUID(1, 8)),
                                "grassroots-body",
                                "Đảng bộ xã Nậm Khác",
                                "NK",
                                null),
                        founded(FOREIGN, "cell", "Chi bộ bản Xa", "NK.01", new OrganizationId(new UUID(1, 8)))),
                FOUNDED,
                PAPER));
        recorded(desk.foundAll(
                command("found later"),
                List.of(founded(LATER, "cell", "Chi bộ Trường tiểu học Suối Mơ", "SM.03", COMMUNE)),
                LocalDate.of(2024, 9, 1),
                Paper.UNKNOWN));
        recorded(desk.propose(
                command("rename"),
                new OrganizationEvent.Renamed(NORTH, "Chi bộ bản Bắc Suối Mơ"),
                LocalDate.of(2023, 5, 19),
                new Paper("45-QĐ/ĐU", LocalDate.of(2023, 5, 10), "Đảng ủy xã Suối Mơ", null),
                null));
    }

    private static OrganizationEvent.Founded founded(
            OrganizationId id, String type, String name, String code, @Nullable OrganizationId parent) {
        return new OrganizationEvent.Founded(id, type, name, code, parent);
    }

    private void registerMembers() {
        member(AN, "Lò Thị An", "female", "1985-03", NORTH, List.of(new Fact(Fact.CITIZEN_ID, AN_CITIZEN_ID)));
        member(BINH, "Quàng Văn Bình", "male", "1979-10-02", SOUTH, List.of());
        member(DUNG, "Đỗ Tiến Dũng", "male", "1962", NORTH, List.of(new Fact(Fact.CARD_NUMBER, "33012345")));
        member(new PersonId(new UUID(2, 4)), "Hoàng Hòa", "male", "1990-01-05", SOUTH, List.of());
        for (int i = 0; i < 130; i++) {
            var name = "Nguyễn Văn " + (char) ('A' + i % 20) + (i / 20 == 0 ? "" : "nh".repeat(i / 20));
            member(new PersonId(new UUID(3, i)), name, "male", "1980", SOUTH, List.of());
        }
        member(KHACH, "Sùng A Khách", "male", "1981", FOREIGN, List.of());
        mistakeMended();
        holdersOfPosts();
        electCommittees();
        take(new CommitteeEvent.PostTaken(NORTH, SECRETARY, "secretary", "appointed", null), ELECTED_ON);
    }

    /** They came with the cell that joined later, so that the older rolls are as they were. */
    private void holdersOfPosts() {
        holder(OFFICER, "Vàng Thị Sinh", COMMUNE, "organization-officer");
        fullMember(SECRETARY, "Lường Văn Xuân");
        holder(COMMISSAR, "Cà Văn Thắng", COMMUNE, "political-commissar");
        holder(INSPECTOR, "Tòng Thị Minh", COMMUNE, "inspector");
        holder(ADMINISTRATOR, "Hà Văn Lợi", COMMUNE, "account-administrator");
    }

    /** Two cells elected somebody who came with the cell that joined later. */
    private void electCommittees() {
        var elected = new PersonId(new UUID(6, 1));
        recorded(part(MembershipDesk.class)
                .proposeAll(
                        command("elected"),
                        List.of(
                                new Act(
                                        new MembershipEvent.PersonRegistered(
                                                elected, List.of(new Fact(Fact.FULL_NAME, "Bạc Thị Vui"))),
                                        ELECTED_ON,
                                        PAPER),
                                new Act(new MembershipEvent.Enrolled(elected, LATER, "full"), ELECTED_ON, PAPER))));
        for (var cell : List.of(NORTH, SOUTH)) {
            var term = new CommitteeEvent.TermOpened(
                    cell, "2025–2027", LocalDate.of(2027, 9, 1), CommitteeEvent.Seats.NOT_FIXED, "congress");
            recorded(part(CommitteeDesk.class).propose(command("term " + cell), term, ELECTED_ON, PAPER, null));
            var held = new Election(
                    "committee",
                    "members-congress",
                    1,
                    new Election.Attendance(9, 8, 1, 0, 0, 0),
                    new Election.Ballots(8, 8, 7, 1),
                    List.of(new Election.Candidate(elected, "convener", null, 6, 0, 1)),
                    "Nhà văn hóa",
                    List.of("Lò Văn Mẫu"),
                    null);
            recorded(part(CommitteeDesk.class)
                    .recordElection(command("election " + cell), cell, held, ELECTED_ON, PAPER));
        }
    }

    private void holder(PersonId person, String name, OrganizationId over, String post) {
        fullMember(person, name);
        post(person, over, post);
    }

    private void fullMember(PersonId id, String name) {
        var came = LocalDate.of(2024, 9, 2);
        recorded(part(MembershipDesk.class)
                .proposeAll(
                        command("member " + id),
                        List.of(
                                new Act(
                                        new MembershipEvent.PersonRegistered(
                                                id,
                                                List.of(
                                                        new Fact(Fact.FULL_NAME, name),
                                                        new Fact(Fact.SEX, "male"),
                                                        new Fact(Fact.BIRTH, "1975"))),
                                        came,
                                        PAPER),
                                new Act(new MembershipEvent.Enrolled(id, LATER, "full"), came, PAPER))));
    }

    private void post(PersonId person, OrganizationId over, String post) {
        take(new CommitteeEvent.PostTaken(over, person, post, "appointed", null), LocalDate.of(2024, 9, 2));
    }

    private void take(CommitteeEvent event, LocalDate on) {
        recorded(part(CommitteeDesk.class)
                .proposeAll(command("post"), List.of(new CommitteeDesk.Act(event, on, PAPER))));
    }

    private void member(PersonId id, String name, String sex, String birth, OrganizationId cell, List<Fact> more) {
        var admitted = LocalDate.of(2020, 2, 3);
        var facts = new ArrayList<>(
                List.of(new Fact(Fact.FULL_NAME, name), new Fact(Fact.SEX, sex), new Fact(Fact.BIRTH, birth)));
        facts.addAll(more);
        recorded(part(MembershipDesk.class)
                .proposeAll(
                        command("member " + id),
                        List.of(
                                new Act(new MembershipEvent.PersonRegistered(id, facts), admitted, PAPER),
                                new Act(
                                        new MembershipEvent.Admitted(id, cell, PartialDate.of(admitted)),
                                        admitted,
                                        PAPER))));
    }

    /** An's recognition was first recorded on a wrong day; Dũng's is still due. */
    private void mistakeMended() {
        var desk = part(MembershipDesk.class);
        var wrong = LocalDate.of(2021, 3, 3);
        var first = recorded(desk.propose(
                command("recognise"),
                new MembershipEvent.Recognised(AN, PartialDate.of(wrong)),
                wrong,
                Paper.UNKNOWN,
                null));
        var right = LocalDate.of(2021, 2, 3);
        recorded(desk.propose(
                command("mend"),
                new MembershipEvent.Recognised(AN, PartialDate.of(right)),
                right,
                new Paper("07-QĐ/ĐU", LocalDate.of(2021, 2, 1), "Đảng ủy xã Suối Mơ", "Lò Văn Mẫu"),
                first.getFirst()));
        recorded(desk.propose(
                command("recognise Binh"),
                new MembershipEvent.Recognised(BINH, PartialDate.of(right)),
                right,
                Paper.UNKNOWN,
                null));
    }

    /** Two years under two regimes; in the second one member has no result yet. */
    private void recordReviews() {
        for (var year : List.of(2024, 2025)) {
            var regime = part(Rulebook.class)
                    .on(new ReviewYears(part(Rulebook.class)).lastDayOf(year))
                    .findRegime()
                    .orElseThrow()
                    .id();
            var decisions = new ArrayList<Decided>();
            decisions.add(classified(AN, NORTH, year, regime, "HTXS"));
            if (year == 2024) {
                decisions.add(classified(DUNG, NORTH, year, regime, "HTN"));
            }
            decisions.add(classified(BINH, SOUTH, year, regime, "HTT"));
            for (int i = 0; i < 130; i++) {
                decisions.add(classified(
                        new PersonId(new UUID(3, i)),
                        SOUTH,
                        year,
                        regime,
                        i % 9 == 0 ? "HTN" : i == 5 ? "KHT" : "HTT"));
            }
            for (var organization : List.of(COMMUNE, NORTH, SOUTH)) {
                var level = organization.equals(NORTH) ? "HTXS" : "HTT";
                decisions.add(decided(
                        new ReviewEvent.OrganizationClassified(organization, year, outcome(regime, level)), year));
            }
            recorded(part(ReviewDesk.class).recordAll(command("review " + year), decisions));
        }
    }

    private static Decided classified(PersonId person, OrganizationId cell, int year, String regime, String level) {
        return decided(new ReviewEvent.MemberClassified(person, year, cell, null, outcome(regime, level)), year);
    }

    private static ReviewEvent.Outcome outcome(String regime, String level) {
        return new ReviewEvent.Outcome(regime, level, null, null, null, List.of());
    }

    private static Decided decided(ReviewEvent event, int year) {
        return new Decided(event, LocalDate.of(year, 12, 20), PAPER);
    }

    private void makeAccounts() {
        account("vanphong", OFFICER, "Cán bộ tổ chức Đảng ủy");
        account("bithu.bac", SECRETARY, "Bí thư chi bộ bản Bắc");
        account("chinhuy", COMMISSAR, "Chính ủy");
        account("kiemtra", INSPECTOR, "Cán bộ kiểm tra");
        account("quantri", ADMINISTRATOR, "Quản trị tài khoản");
        account("dangvien", DUNG, "Đỗ Tiến Dũng");
        account("kythuat", null, "Người giữ máy");
    }

    /** One more account, for a test that changes it: another organisation officer's. */
    void account(String login, String name) {
        newHolder(login, name, "organization-officer");
    }

    /** One more account, of somebody new who holds a post in the commune. */
    void newHolder(String login, String name, String post) {
        var id = new PersonId(UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)));
        fullMember(id, name);
        post(id, COMMUNE, post);
        account(login, id, name);
    }

    /** One more administrator of accounts. */
    void administrator(String login, String name) {
        newHolder(login, name, "account-administrator");
    }

    /** The holder of this account holds no post any more. */
    void endPosts(String login) {
        var account = part(Accounts.class).find(login).orElseThrow();
        var person = Objects.requireNonNull(account.person());
        take(new CommitteeEvent.PostLeft(COMMUNE, person, "organization-officer", "released"), TODAY);
    }

    private void account(String login, @Nullable PersonId person, String name) {
        var made = part(Accounts.class).create(login, name, person, PASSWORD);
        if (made instanceof Decision.Refused<?>(var reasons)) {
            throw new IllegalStateException(reasons.toString());
        }
    }

    private static Command command(String what) {
        return new Command(UUID.randomUUID(), "test", what);
    }

    private static List<EntryRef> recorded(Answer answer) {
        return switch (answer) {
            case Answer.Recorded(var entries) -> entries;
            case Answer.Refused(var reasons) -> throw new IllegalStateException(reasons.toString());
        };
    }

    /** Starts the office on port 8090 and stays: for looking at the pages while working on them. */
    public static void main(String[] args) throws InterruptedException {
        var office = start(8090);
        System.out.println(office.address());
        Thread.currentThread().join();
    }
}
