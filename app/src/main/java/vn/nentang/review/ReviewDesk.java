package vn.nentang.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
            var before = new Before();
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

    /** Which subjects have a decision already, read once for each year, and those of the list itself. */
    private final class Before {

        private final Map<Integer, Set<UUID>> members = new HashMap<>();
        private final Map<Integer, Set<UUID>> organizations = new HashMap<>();

        boolean knows(ReviewEvent event) {
            return switch (event) {
                case ReviewEvent.MemberClassified e ->
                    !members.computeIfAbsent(e.year(), y -> decided("member_review", "person_id", y))
                            .add(e.person().value());
                case ReviewEvent.OrganizationClassified e ->
                    !organizations
                            .computeIfAbsent(e.year(), y -> decided("organization_review", "organization_id", y))
                            .add(e.organization().value());
                case ReviewEvent.CapRaised _,
                        ReviewEvent.SummaryRecorded _,
                        ReviewEvent.PublishedResultRecorded _,
                        ReviewEvent.UnitTitleRecorded _ -> false;
            };
        }

        private Set<UUID> decided(String table, String column, int year) {
            return new HashSet<>(sql.sql("SELECT %s FROM register.%s WHERE year = :year".formatted(column, table))
                    .param("year", year)
                    .query((row, _) -> row.getObject(1, UUID.class))
                    .list());
        }
    }
}
