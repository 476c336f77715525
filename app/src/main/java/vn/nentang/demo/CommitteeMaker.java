package vn.nentang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.committee.CommitteeEvent.Seats;
import vn.nentang.committee.Election;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.rulebook.Rulebook;

/**
 * Gives every organisation that stands at the end of the story its committee: a term, those who hold its posts, what they
 * are charged with, working rules. Some terms are over, one cell has lost its secretary, some committees were elected vote
 * by vote. The numbers are those of made-up committees; the ones that a regulation sets come from the rulebook.
 */
final class CommitteeMaker {

    private static final String COMMITTEE_FROM = "organization.cell.committee-from";
    private static final String CELL_TERM = "committee.term.cell-length";
    private static final String TERM = "committee.term.length";

    private static final LocalDate CELL_CONGRESSES = LocalDate.of(2025, 1, 10);
    private static final LocalDate CELL_CONGRESSES_LAST = LocalDate.of(2025, 4, 20);
    private static final LocalDate OLD_CONGRESSES = LocalDate.of(2023, 3, 10);
    private static final LocalDate OLD_CONGRESSES_LAST = LocalDate.of(2024, 1, 20);
    private static final LocalDate BODY_CONGRESSES = LocalDate.of(2025, 5, 5);
    private static final LocalDate BODY_CONGRESSES_LAST = LocalDate.of(2025, 6, 20);
    private static final LocalDate TOP_CONGRESS = LocalDate.of(2025, 8, 12);
    private static final LocalDate SECRETARY_RETIRED = LocalDate.of(2026, 8, 1);
    private static final double TERM_OVER = 0.06;
    private static final double COUNTED = 0.08;
    private static final double SHORT = 0.15;
    private static final int CELL_COMMITTEE = 3;

    private static final List<String> CHARGES = List.of(
            "Phụ trách chung; trực tiếp phụ trách công tác tổ chức, cán bộ",
            "Phụ trách công tác kiểm tra, giám sát",
            "Phụ trách công tác dân vận và chính sách",
            "Phụ trách công tác tư tưởng, văn hóa",
            "Phụ trách công tác huấn luyện, sẵn sàng chiến đấu",
            "Phụ trách công tác hậu cần, kỹ thuật");

    /** A vote of the story, before its paper has a number. */
    record Vote(OrganizationId organization, Election held, LocalDate on, PaperOrder paper) {}

    private final Structure structure;
    private final Rulebook rulebook;
    private final Dice dice;
    private final List<Member> everyone;
    private final List<Draft<CommitteeEvent>> terms = new ArrayList<>();
    private final List<Vote> votes = new ArrayList<>();
    private final List<Draft<CommitteeEvent>> posts = new ArrayList<>();
    private final Set<Member> busy = new HashSet<>();
    private @Nullable PersonId cellSecretary;
    private @Nullable PersonId cellMember;
    private @Nullable PersonId bodyOfficer;
    private @Nullable PersonId commissar;
    private @Nullable PersonId inspector;
    private @Nullable PersonId accountAdministrator;

    CommitteeMaker(Structure structure, Rulebook rulebook, Dice dice, Collection<Member> everyone) {
        this.structure = structure;
        this.rulebook = rulebook;
        this.dice = dice;
        this.everyone = everyone.stream().filter(Member::isOnRoll).toList();
    }

    /** What is recorded first: the terms. */
    List<Draft<CommitteeEvent>> terms() {
        return terms;
    }

    List<Vote> votes() {
        return votes;
    }

    /** What is recorded last: posts, charges, working rules. */
    List<Draft<CommitteeEvent>> posts() {
        return posts;
    }

    DemoData.Holders holders() {
        return new DemoData.Holders(
                Objects.requireNonNull(cellSecretary),
                Objects.requireNonNull(cellMember),
                Objects.requireNonNull(bodyOfficer),
                Objects.requireNonNull(commissar),
                Objects.requireNonNull(inspector),
                Objects.requireNonNull(accountAdministrator));
    }

    void make() {
        var shown = DemoData.shownCell(structure);
        var widowed = structure.openCells(Story.END).stream()
                .filter(c -> !c.equals(shown) && !c.standsAlone())
                .min(Comparator.comparing(c -> !c.lastUnit().equals(shown.lastUnit())))
                .orElseThrow();
        reserve();
        for (var cell : structure.openCells(Story.END)) {
            cell(cell, cell.equals(shown), cell.equals(widowed));
        }
        structure.unitsOn(Story.END).stream().filter(Unit::body).forEach(unit -> body(unit, shown));
        top();
    }

    /** Acts and votes about one organisation, by papers of its own. */
    private final class Telling {

        private final OrganizationId organization;
        private final LocalDate on;
        private final String issuer;
        private final String kind;

        Telling(OrganizationId organization, LocalDate on, String issuer, String kind) {
            this.organization = organization;
            this.on = on;
            this.issuer = issuer;
            this.kind = kind;
        }

        PaperOrder paper(LocalDate date, String about) {
            return new PaperOrder(issuer, kind, date, "Bí thư", about + " " + organization);
        }

        void opens(String name, LocalDate ends, Seats seats, boolean provisional) {
            var way = provisional ? "provisional-appointed" : "congress";
            terms.add(new Draft<>(
                    new CommitteeEvent.TermOpened(organization, name, ends, seats, way), on, paper(on, "term")));
        }

        void takes(Member member, String post, String way) {
            takes(member.id, post, way);
            busy.add(member);
        }

        void assigned(PersonId person, String post) {
            takes(person, post, "assigned");
        }

        private void takes(PersonId person, String post, String way) {
            posts.add(new Draft<>(
                    new CommitteeEvent.PostTaken(organization, person, post, way, null), on, paper(on, "posts")));
        }

        void charged(Member member, int which) {
            var act = new CommitteeEvent.ChargeGiven(organization, member.id, CHARGES.get(which % CHARGES.size()));
            posts.add(new Draft<>(act, on.plusDays(7), paper(on.plusDays(7), "charges")));
        }

        void adopts(String title) {
            var act = new CommitteeEvent.WorkingRulesAdopted(organization, title);
            posts.add(new Draft<>(act, on.plusDays(14), paper(on.plusDays(14), "rules")));
        }
    }

    private void cell(Cell cell, boolean shown, boolean widowed) {
        var provisional = cell.from().isAfter(CELL_CONGRESSES);
        var over = !shown && !provisional && cell.from().isBefore(OLD_CONGRESSES) && dice.chance(TERM_OVER);
        var on = provisional
                ? cell.from()
                : over
                        ? dice.day(OLD_CONGRESSES, OLD_CONGRESSES_LAST)
                        : dice.day(CELL_CONGRESSES, CELL_CONGRESSES_LAST);
        var able = able(List.of(cell), on);
        if (able.isEmpty()) {
            return;
        }
        var telling = new Telling(cell.id(), on, "Chi ủy " + cell.name(), "NQ/CU");
        var elects = able.size() >= rulebook.on(on).ruling(COMMITTEE_FROM).wholeNumber();
        var ends = on.plus(
                rulebook.on(on).ruling(cell.standsAlone() ? TERM : CELL_TERM).period());
        var seats = elects ? new Seats(CELL_COMMITTEE, null, 1, null) : new Seats(null, null, 1, null);
        telling.opens("%d–%d".formatted(on.getYear(), ends.getYear()), ends, seats, provisional);
        var way = provisional ? "appointed" : "elected";
        if (elects && !provisional && able.size() > CELL_COMMITTEE && (shown || dice.chance(COUNTED))) {
            votes.add(vote(telling, able, on));
            able.stream().limit(CELL_COMMITTEE).forEach(busy::add);
        } else if (elects) {
            able.stream().limit(CELL_COMMITTEE).forEach(m -> telling.takes(m, "committee-member", way));
        }
        telling.takes(able.getFirst(), "secretary", way);
        if (able.size() > 1) {
            telling.takes(able.get(1), "deputy-secretary", way);
        }
        if (elects) {
            telling.charged(able.getFirst(), 0);
            telling.adopts("Quy chế làm việc của " + cell.organizationName());
        }
        if (widowed) {
            retire(telling, able.getFirst());
        }
        if (shown) {
            cellSecretary = able.getFirst().id;
            cellMember = reserved(cell);
        }
    }

    /** Somebody who holds no post, here or elsewhere: of the cell where it has one, full members first. */
    private PersonId reserved(Cell cell) {
        return everyone.stream()
                .filter(m -> !busy.contains(m) && !isReserved(m))
                .min(Comparator.<Member, Boolean>comparing(m -> !cell.equals(m.cell))
                        .thenComparing(m -> !m.isFull()))
                .orElseThrow()
                .id;
    }

    private void retire(Telling telling, Member member) {
        var act = new CommitteeEvent.PostLeft(telling.organization, member.id, "secretary", "retired");
        posts.add(new Draft<>(act, SECRETARY_RETIRED, telling.paper(SECRETARY_RETIRED, "retired")));
    }

    /** Three seats, four on the list; the first three pass, the fourth does not. */
    private Vote vote(Telling telling, List<Member> able, LocalDate on) {
        var voters = able.size();
        var names = able.subList(0, CELL_COMMITTEE + 1);
        var candidates = new ArrayList<Election.Candidate>();
        for (int i = 0; i < names.size(); i++) {
            var agree = i < CELL_COMMITTEE ? voters - i : 1 + dice.below(3);
            candidates.add(new Election.Candidate(names.get(i).id, "convener", null, agree, voters - agree, 0));
        }
        var held = new Election(
                "committee",
                "members-congress",
                CELL_COMMITTEE,
                new Election.Attendance(voters, voters, 0, 0, 0, 0),
                new Election.Ballots(voters, voters, voters, 0),
                candidates,
                "Hội trường đơn vị",
                able.stream()
                        .skip(names.size())
                        .limit(3)
                        .map(m -> Objects.requireNonNull(m.facts.get("full-name")))
                        .toList(),
                null);
        return new Vote(telling.organization, held, on, telling.paper(on, "vote"));
    }

    private void body(Unit unit, Cell shown) {
        var provisional = unit.from().isAfter(BODY_CONGRESSES);
        var on = provisional ? unit.from() : dice.day(BODY_CONGRESSES, BODY_CONGRESSES_LAST);
        var cells = structure.openCells(Story.END).stream()
                .filter(c -> c.lastUnit().equals(unit))
                .toList();
        var telling = new Telling(unit.id(), on, unit.committee(), "NQ/ĐU");
        var seats = new Seats(9 + 2 * dice.below(3), 3, 1, 3);
        committee(telling, able(cells, on), seats, on, provisional);
        officers(telling, able(cells, on), shown.lastUnit().equals(unit));
    }

    private void committee(Telling telling, List<Member> able, Seats seats, LocalDate on, boolean provisional) {
        var ends = on.plus(rulebook.on(on).ruling(TERM).period());
        telling.opens("%d–%d".formatted(on.getYear(), ends.getYear()), ends, seats, provisional);
        var way = provisional ? "appointed" : "elected";
        var wanted = Objects.requireNonNull(seats.committee()) - (dice.chance(SHORT) ? 1 : 0);
        var members = able.stream().limit(wanted).toList();
        var standing = Objects.requireNonNull(seats.standing());
        var deputies = Objects.requireNonNull(seats.deputies());
        for (int i = 0; i < members.size(); i++) {
            var post = i == 0
                    ? "secretary"
                    : i <= deputies ? "deputy-secretary" : i < standing ? "standing-member" : "committee-member";
            telling.takes(members.get(i), post, way);
            if (i < CHARGES.size()) {
                telling.charged(members.get(i), i);
            }
        }
        var inspectors = members.stream()
                .skip(standing - 1L)
                .limit(Objects.requireNonNull(seats.inspection()))
                .toList();
        for (int i = 0; i < inspectors.size(); i++) {
            var post = i == 0 ? "inspection-head" : i == 1 ? "inspection-deputy-head" : "inspection-member";
            telling.takes(inspectors.get(i), post, way);
        }
        telling.adopts("Quy chế làm việc của %s".formatted(telling.issuer));
    }

    private void officers(Telling telling, List<Member> able, boolean shown) {
        var own = able.stream().filter(m -> !busy.contains(m)).toList();
        var free = own.isEmpty() ? able.reversed() : own;
        telling.takes(free.getFirst(), "organization-officer", "assigned");
        if (free.size() > 1) {
            telling.takes(free.get(1), "office-clerk", "assigned");
        }
        if (shown) {
            bodyOfficer = free.getFirst().id;
        }
    }

    /** Those who hold nothing but a post of the office are chosen before the committees take everybody. */
    private void reserve() {
        var last = able(structure.openCells(Story.END), TOP_CONGRESS).reversed();
        inspector = last.getFirst().id;
        accountAdministrator = last.get(1).id;
    }

    private void top() {
        var telling = new Telling(structure.top(), TOP_CONGRESS, structure.committee(), "NQ/ĐU");
        var able = able(structure.openCells(Story.END), TOP_CONGRESS);
        committee(telling, able, new Seats(17, 5, 2, 7), TOP_CONGRESS, false);
        commissar = able.get(1).id;
        telling.takes(able.get(1), "political-commissar", "appointed");
        officers(telling, able, false);
        telling.assigned(Objects.requireNonNull(inspector), "inspector");
        telling.assigned(Objects.requireNonNull(accountAdministrator), "account-administrator");
    }

    /** Full members who are in these cells from the day to the end of the story, leaders and the elder first. */
    private List<Member> able(Collection<Cell> cells, LocalDate on) {
        return everyone.stream()
                .filter(m -> cells.contains(m.cell) && m.state == Member.State.ORDINARY)
                .filter(m -> m.recognisedOn != null && m.recognisedOn.isBefore(on))
                .filter(m -> moves(m).noneMatch(day -> day.isAfter(on)))
                .filter(m -> !isReserved(m))
                .sorted(Comparator.<Member, Boolean>comparing(m -> !m.leader).thenComparing(m -> m.birth))
                .toList();
    }

    private static Stream<LocalDate> moves(Member member) {
        return member.acts.stream()
                .filter(d -> switch (d.event()) {
                    case MembershipEvent.Admitted _, MembershipEvent.Enrolled _, MembershipEvent.Arrived _ -> true;
                    case MembershipEvent.Transferred _, MembershipEvent.Restored _, MembershipEvent.Left _ -> true;
                    case MembershipEvent.Departed _, MembershipEvent.Recognised _ -> true;
                    case MembershipEvent.PersonRegistered _, MembershipEvent.FactsRecorded _ -> false;
                    case MembershipEvent.Exempted _, MembershipEvent.Resumed _ -> false;
                    case MembershipEvent.Suspended _, MembershipEvent.Reinstated _ -> false;
                    case MembershipEvent.TemporaryActivityStarted _, MembershipEvent.TemporaryActivityEnded _ -> false;
                })
                .map(Draft::on);
    }

    private boolean isReserved(Member member) {
        return member.id.equals(cellSecretary)
                || member.id.equals(cellMember)
                || member.id.equals(bodyOfficer)
                || member.id.equals(inspector)
                || member.id.equals(accountAdministrator);
    }
}
