package vn.nentang.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Ledger;
import vn.nentang.ledger.NewEntry;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.RulesOn;

/** Records what the competent level decided, by the regime in force on the day on which the year is judged. */
@Component
public final class ReviewDesk {

    private final Ledger ledger;
    private final Rulebook rulebook;
    private final ReviewYears years;
    private final JdbcClient sql;
    private final DecisionOrder order;

    public ReviewDesk(Ledger ledger, Rulebook rulebook, JdbcClient sql, DecisionOrder order) {
        this.order = order;
        this.ledger = ledger;
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
        this.sql = sql;
    }

    /** Records decisions, all or none; a later decision for the same subject and year needs a reason. */
    public Answer recordAll(Command command, List<Decided> decisions) {
        return ledger.carryOut(command, () -> {
            var before = new Before(decisions);
            var rules = new HashMap<Integer, RulesOn>();
            var refusals = new ArrayList<>(order.against(
                    command.author(), decisions.stream().map(Decided::event).toList()));
            for (var decision : decisions) {
                var event = decision.event();
                var onLastDay = rules.computeIfAbsent(event.year(), year -> rulebook.on(years.lastDayOf(year)));
                refusals.addAll(ReviewRules.against(event, decision.paper(), onLastDay, before.knows(event)));
            }
            return refusals.isEmpty() ? recorded(decisions) : new Decision.Refused<>(refusals);
        });
    }

    /** For a request that has reasons against it already: refused, unless it was recorded when it was sent before. */
    Answer refuse(Command command, List<Refusal> reasons) {
        return ledger.carryOut(command, () -> new Decision.Refused<>(reasons));
    }

    private static Decision<NewEntry> recorded(List<Decided> decisions) {
        return new Decision.Recorded<>(decisions.stream()
                .map(d -> NewEntry.of(d.event(), d.on(), d.paper()))
                .toList());
    }

    private record Subject(int year, UUID id) {}

    /** Which subjects of a list have a decision already: before the list, and earlier in the list itself. */
    private final class Before {

        private final Set<Subject> decided;

        Before(List<Decided> decisions) {
            var asked = decisions.stream()
                    .flatMap(decision -> subject(decision.event()).stream())
                    .map(Subject::id)
                    .distinct()
                    .toArray(UUID[]::new);
            this.decided = new HashSet<>(sql.sql("""
                            SELECT year, person_id AS id FROM register.member_review WHERE person_id = ANY (:ids)
                             UNION ALL
                            SELECT year, organization_id FROM register.organization_review
                             WHERE organization_id = ANY (:ids)
                            """)
                    .param("ids", asked)
                    .query((row, _) -> new Subject(row.getInt("year"), row.getObject("id", UUID.class)))
                    .list());
        }

        boolean knows(ReviewEvent event) {
            return subject(event).filter(subject -> !decided.add(subject)).isPresent();
        }

        private static Optional<Subject> subject(ReviewEvent event) {
            return switch (event) {
                case ReviewEvent.MemberClassified e ->
                    Optional.of(new Subject(e.year(), e.person().value()));
                case ReviewEvent.OrganizationClassified e ->
                    Optional.of(new Subject(e.year(), e.organization().value()));
                case ReviewEvent.CapRaised _,
                        ReviewEvent.CapMeasuredOfBoth _,
                        ReviewEvent.SummaryRecorded _,
                        ReviewEvent.PublishedResultRecorded _,
                        ReviewEvent.UnitTitleRecorded _ -> Optional.empty();
            };
        }
    }
}
