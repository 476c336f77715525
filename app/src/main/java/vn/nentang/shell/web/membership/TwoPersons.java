package vn.nentang.shell.web.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.LedgerEvent;
import vn.nentang.membership.MembershipEvent.Admitted;
import vn.nentang.membership.MembershipEvent.Left;
import vn.nentang.membership.MembershipEvent.Recognised;
import vn.nentang.membership.People;
import vn.nentang.membership.Proposals;
import vn.nentang.shell.web.NotAllowed;

/**
 * What two accounts decided is not undone by one of them: such an entry is mended and taken back by who may decide over the
 * cell that keeps the file and did not propose it.
 */
@Component
public final class TwoPersons {

    private static final String DIED = "died";

    private final AuthorityMatrix matrix;
    private final People people;
    private final Proposals proposals;

    TwoPersons(AuthorityMatrix matrix, People people, Proposals proposals) {
        this.matrix = matrix;
        this.people = people;
        this.proposals = proposals;
    }

    /** Refuses whoever may not mend or take back an entry about a member. */
    public void require(Viewer viewer, PersonId person, LedgerEvent event, LocalDate today) {
        if (!mayMend(viewer, person, event, today)) {
            throw new NotAllowed(List.of(Right.MEMBER_DECIDE));
        }
    }

    /** Whether a viewer may mend or take back an entry about a member. */
    public boolean mayMend(Viewer viewer, PersonId person, LedgerEvent event, LocalDate today) {
        return needingTwo(event)
                .map(act -> decides(viewer, person, today) && !hasProposed(viewer, person, act))
                .orElse(true);
    }

    private boolean hasProposed(Viewer viewer, PersonId person, String act) {
        var codes = act.equals("admit") ? Set.of(act, "new.admitted") : Set.of(act);
        return proposals.hasProposedDecided(viewer.account().login(), person, codes);
    }

    private boolean decides(Viewer viewer, PersonId person, LocalDate today) {
        return people.keeper(person, today)
                .filter(cell -> viewer.may(Right.MEMBER_DECIDE, cell, today))
                .isPresent();
    }

    /** What stands against putting one event in the place of another: it may not become an act that takes two. */
    public List<Refusal> against(LedgerEvent before, LedgerEvent after) {
        var act = needingTwo(after);
        if (act.isEmpty() || act.equals(needingTwo(before))) {
            return List.of();
        }
        return matrix
                .needsTwo(act.get())
                .map(two -> new Refusal("mending-would-decide", Map.of(), two.source()))
                .stream()
                .toList();
    }

    /** The act of an event, where one proposes it and another decides. */
    private Optional<String> needingTwo(LedgerEvent event) {
        var act = switch (event) {
            case Admitted _ -> "admit";
            case Recognised _ -> "recognise";
            case Left(var _, var cause) when !cause.equals(DIED) -> "leave";
            default -> "";
        };
        return matrix.needsTwo(act).map(AuthorityMatrix.TwoPerson::act);
    }
}
