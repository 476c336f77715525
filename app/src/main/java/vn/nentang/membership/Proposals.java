package vn.nentang.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.EventTypes;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.NewEntry;
import vn.nentang.membership.ProposalEvent.ActsProposed;
import vn.nentang.membership.ProposalEvent.ProposalDecided;
import vn.nentang.membership.ProposalEvent.ProposalReturned;
import vn.nentang.membership.ProposalEvent.ProposedAct;
import vn.nentang.store.Reach;

/** Acts that one account proposes and another decides on. Nothing proposed is in effect before it is decided. */
@Component
public final class Proposals {

    private static final int REASON_CHARS_MAX = 1_000;
    private static final int SHOWN_MAX = 500;

    private final Ledger ledger;
    private final EventTypes types;
    private final MembershipDesk desk;
    private final JdbcClient sql;

    public Proposals(Ledger ledger, EventTypes types, MembershipDesk desk, JdbcClient sql) {
        this.ledger = ledger;
        this.types = types;
        this.desk = desk;
        this.sql = sql;
    }

    /**
     * A proposal on record.
     *
     * @param state {@code open}, {@code decided} or {@code returned}
     * @param by the account that proposed
     */
    public record Proposal(
            UUID id, PersonId person, OrganizationId cell, String code, Instant at, String by, String state) {

        public boolean isOpen() {
            return state.equals("open");
        }
    }

    /** Proposes acts about one person, or refuses them with every reason that would stand against recording them. */
    public Answer propose(Command command, UUID id, OrganizationId cell, String code, List<Act> acts) {
        return ledger.carryOut(command, () -> {
            var person = acts.getFirst().event().person();
            var asked = new ActsProposed(
                    id, person, cell, code, acts.stream().map(this::written).toList());
            var last = acts.getLast();
            return Decision.of(desk.against(acts), NewEntry.of(asked, last.on(), last.paper()));
        });
    }

    private ProposedAct written(Act act) {
        return new ProposedAct(types.nameOf(act.event()), types.write(act.event()), act.on(), act.paper());
    }

    /** The acts a proposal asks for. */
    public List<Act> acts(UUID id) {
        return asked(id).stream()
                .flatMap(asked -> asked.acts().stream())
                .map(act -> new Act((MembershipEvent) types.read(act.type(), act.act()), act.on(), act.paper()))
                .toList();
    }

    private Optional<ActsProposed> asked(UUID id) {
        return ledger.history(ProposalEvents.subjectOf(id)).of(ProposalEvent.class).stream()
                .flatMap(e -> e.event() instanceof ActsProposed asked ? Stream.of(asked) : Stream.empty())
                .findFirst();
    }

    /**
     * Decides as was proposed, from a day and by a paper of the decision. Refused to the account that proposed, and where
     * the acts cannot be recorded any more.
     */
    public Answer decide(Command command, UUID id, LocalDate on, Paper paper) {
        return close(command, id, asked -> {
            var acts = acts(id).stream().map(act -> decidedOn(act, on, paper)).toList();
            var entries = new ArrayList<>(acts.stream()
                    .map(a -> NewEntry.of(a.event(), a.on(), a.paper()))
                    .toList());
            entries.add(NewEntry.of(new ProposalDecided(id, asked.person()), on, paper));
            var refusals = desk.against(acts);
            return refusals.isEmpty() ? new Decision.Recorded<>(entries) : new Decision.Refused<>(refusals);
        });
    }

    private static Act decidedOn(Act act, LocalDate on, Paper paper) {
        var event = switch (act.event()) {
            case MembershipEvent.Admitted(var person, var cell, var _) ->
                new MembershipEvent.Admitted(person, cell, PartialDate.of(on));
            case MembershipEvent.Recognised(var person, var _) ->
                new MembershipEvent.Recognised(person, PartialDate.of(on));
            case MembershipEvent other -> other;
        };
        return new Act(event, on, paper);
    }

    /** Gives a proposal back with a reason. Refused to the account that proposed. */
    public Answer giveBack(Command command, UUID id, String reason, LocalDate on) {
        return close(command, id, asked -> {
            var wrong = reason.isBlank() || reason.length() > REASON_CHARS_MAX;
            return Decision.of(
                    wrong ? refusal("reason-length", "max", String.valueOf(REASON_CHARS_MAX)) : List.of(),
                    NewEntry.of(new ProposalReturned(id, asked.person(), reason.strip()), on, Paper.UNKNOWN));
        });
    }

    private Answer close(Command command, UUID id, Function<ActsProposed, Decision<NewEntry>> closing) {
        return ledger.carryOut(command, () -> {
            var proposal = find(id).filter(Proposal::isOpen);
            var asked = asked(id);
            if (proposal.isEmpty() || asked.isEmpty()) {
                return new Decision.Refused<>(refusal("proposal-not-open", "proposal", id.toString()));
            }
            if (proposal.get().by().equals(command.author())) {
                return new Decision.Refused<>(refusal("proposal-own", "account", command.author()));
            }
            return closing.apply(asked.get());
        });
    }

    private static List<Refusal> refusal(String code, String fact, String value) {
        return List.of(Refusal.of(code, Map.of(fact, value)));
    }

    private static final String SELECT = """
            SELECT proposal_id, person_id, cell_id, code, proposed_at, proposed_by, state FROM register.proposal
            """;

    public Optional<Proposal> find(UUID id) {
        return sql.sql(SELECT + "WHERE proposal_id = :id")
                .param("id", id)
                .query(Proposals::row)
                .optional();
    }

    /** What is open about these rolls, oldest first, 500 at most. */
    public List<Proposal> open(Collection<OrganizationId> rolls) {
        return sql.sql(SELECT + "WHERE state = 'open' AND cell_id = ANY (:rolls) ORDER BY proposed_at LIMIT :most")
                .param("rolls", rolls.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .param("most", SHOWN_MAX)
                .query(Proposals::row)
                .list();
    }

    private record Decided(String code, String proposer) {}

    private record DecidedOf(PersonId person) implements Reach.Question<List<Decided>> {}

    /** Whether an account proposed what was decided of one person by any of some kinds of act; whoever reads. */
    public boolean hasProposedDecided(String login, PersonId person, Set<String> codes) {
        return Reach.whole(
                        new DecidedOf(person),
                        () -> sql.sql(
                                        "SELECT DISTINCT code, proposed_by FROM register.proposal WHERE person_id = :person AND state = 'decided'")
                                .param("person", person.value())
                                .query((row, _) -> new Decided(row.getString("code"), row.getString("proposed_by")))
                                .list())
                .stream()
                .anyMatch(one -> one.proposer().equals(login) && codes.contains(one.code()));
    }

    private static Proposal row(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("proposal_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new OrganizationId(row.getObject("cell_id", UUID.class)),
                row.getString("code"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("proposed_by"),
                row.getString("state"));
    }
}
