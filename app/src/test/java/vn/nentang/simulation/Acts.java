package vn.nentang.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.committee.CommitteeEvent;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.TestLedger;
import vn.nentang.membership.Fact;
import vn.nentang.membership.MembershipEvent;
import vn.nentang.organization.OrganizationEvent;

/** Short words for what tests record in a world; each act must be allowed, unless its refusals are asked for. */
public final class Acts {

    public static final Paper PAPER = new Paper("15-QĐ/ĐU", LocalDate.of(2025, 1, 2), "Đảng ủy", "Bí thư");

    private final World world;

    public Acts(World world) {
        this.world = world;
    }

    public static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    /** An organisation founded, without a code. */
    public OrganizationId found(String name, String type, @Nullable OrganizationId parent, String on) {
        return found(name, type, null, parent, on);
    }

    public OrganizationId found(
            String name, String type, @Nullable String code, @Nullable OrganizationId parent, String on) {
        var id = new OrganizationId(UUID.randomUUID());
        act(new OrganizationEvent.Founded(id, type, name, code, parent), on);
        return id;
    }

    public EntryRef act(OrganizationEvent event, String on) {
        return recorded(propose(event, on));
    }

    public Answer propose(OrganizationEvent event, String on) {
        return world.organizationDesk.propose(TestLedger.command(event), event, day(on), PAPER, null);
    }

    /** Someone known by name, found on the roll of a cell as a full member. */
    public PersonId member(String name, OrganizationId cell, String on) {
        var person = person(new Fact(Fact.FULL_NAME, name));
        act(new MembershipEvent.Enrolled(person, cell, "full"), on);
        return person;
    }

    public PersonId person(Fact... facts) {
        var person = new PersonId(UUID.randomUUID());
        act(new MembershipEvent.PersonRegistered(person, List.of(facts)), "2015-01-01");
        return person;
    }

    public EntryRef act(MembershipEvent event, String on) {
        return recorded(propose(event, on));
    }

    public Answer propose(MembershipEvent event, String on) {
        return world.membershipDesk.propose(TestLedger.command(event), event, day(on), PAPER, null);
    }

    public EntryRef act(CommitteeEvent event, String on) {
        return recorded(propose(event, on));
    }

    public Answer propose(CommitteeEvent event, String on) {
        return world.committeeDesk.propose(TestLedger.command(event), event, day(on), PAPER, null);
    }

    public EntryRef correct(EntryRef wrong, MembershipEvent right, String on) {
        return recorded(world.membershipDesk.propose(TestLedger.command(right), right, day(on), PAPER, wrong));
    }

    /** The first entry of an answer that recorded something. */
    public static EntryRef recorded(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Recorded.class);
        return ((Answer.Recorded) answer).entries().getFirst();
    }

    /** The codes of an answer that recorded nothing. */
    public static List<String> refusals(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).reasons().stream().map(Refusal::code).toList();
    }
}
