package vn.nentang.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.Refusal;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.ledger.Entry;
import vn.nentang.ledger.EntryRef;
import vn.nentang.ledger.Ledger;
import vn.nentang.review.ReviewEvent.Count;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.review.ReviewEvent.Noted;
import vn.nentang.review.ReviewEvent.PrintedShare;
import vn.nentang.review.ReviewEvent.PublishedResultRecorded;
import vn.nentang.review.published.Flag;
import vn.nentang.review.published.PublishedSummary;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.ReviewRegime;

/** Results of years before the ledger, recorded as they were published and read as what they are: another's figures. */
@Component
public final class PublishedResults {

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient sql;
    private final Ledger ledger;
    private final ReviewDesk desk;
    private final Rulebook rulebook;
    private final ReviewYears years;

    public PublishedResults(JdbcClient sql, Ledger ledger, ReviewDesk desk, Rulebook rulebook) {
        this.sql = sql;
        this.ledger = ledger;
        this.desk = desk;
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
    }

    /**
     * What is asked for.
     *
     * @param on the day the figures were published, or taken over
     */
    public record Wanted(
            OrganizationId organization,
            LocalDate on,
            Paper paper,
            @Nullable String note) {}

    /** Records all, or none; one for each year and subject. A later one takes the place of an earlier one. */
    public Answer record(Command command, List<PublishedSummary> summaries, Wanted wanted) {
        var refusals = new ArrayList<Refusal>();
        var decisions = new ArrayList<Decided>();
        var named = new HashSet<String>();
        for (var summary : summaries) {
            var year = summary.year();
            if (year == null) {
                refusals.add(Refusal.of("published-year-unknown", Map.of("source", summary.id())));
            } else if (!named.add(year + about(summary))) {
                refusals.add(
                        Refusal.of("published-twice", Map.of("source", summary.id(), "year", String.valueOf(year))));
            } else {
                decisions.add(new Decided(event(summary, year, wanted), wanted.on(), wanted.paper()));
            }
        }
        var request = new Command(
                command.id(),
                command.author(),
                List.of(wanted, decisions.stream().map(Decided::event).toList()));
        return refusals.isEmpty() ? desk.recordAll(request, decisions) : desk.refuse(request, refusals);
    }

    private PublishedResultRecorded event(PublishedSummary summary, int year, Wanted wanted) {
        return new PublishedResultRecorded(
                wanted.organization(),
                year,
                about(summary),
                summary.regime(),
                summary.id(),
                summary.total(),
                summary.assessed(),
                counts(summary.counts()),
                counts(summary.notAssessed()),
                summary.percents().entrySet().stream()
                        .map(one -> new PrintedShare(one.getKey(), one.getValue()))
                        .toList(),
                summary.flags().stream().map(PublishedResults::noted).toList(),
                wanted.note());
    }

    private String about(PublishedSummary summary) {
        var object = rulebook.findRegime(summary.regime()).stream()
                .flatMap(regime -> regime.subjects().stream())
                .filter(subject -> subject.kind().equals(summary.about()))
                .map(ReviewRegime.SubjectKind::object)
                .findFirst()
                .orElse("");
        return object.equals("member") ? "members" : summary.about().equals("cell") ? "cells" : "grassroots";
    }

    private static List<Count> counts(Map<String, Integer> numbers) {
        return numbers.entrySet().stream()
                .map(one -> new Count(one.getKey(), one.getValue()))
                .toList();
    }

    private static Noted noted(Flag flag) {
        return new Noted(
                flag.code().code(),
                flag.facts().entrySet().stream()
                        .map(fact -> new JudgedFact(fact.getKey(), fact.getValue()))
                        .toList());
    }

    private record Standing(OrganizationId organization, EntryRef entry) {}

    /** What stands for such organisations, latest year first. */
    public List<Entry<?>> of(Predicate<OrganizationId> organizations, int most) {
        try (var standing = sql
                .sql("""
                        SELECT organization_id, entry FROM register.published_result
                         ORDER BY year DESC, about, organization_id
                        """)
                .withFetchSize(ROWS_AT_ONCE)
                .query((row, _) -> new Standing(
                        new OrganizationId(row.getObject(1, UUID.class)), EntryRef.parse(row.getString(2))))
                .stream()) {
            return standing
                    .filter(one -> organizations.test(one.organization()))
                    .limit(most)
                    .map(Standing::entry)
                    // Read to its end before anything else is asked over the same connection.
                    .toList()
                    .stream()
                    .flatMap(ref -> ledger.find(ref).stream())
                    .toList();
        }
    }

    /** The top level against its cap on published counts; empty where there are none, or the regime has no cap. */
    public Optional<Cap> cap(PublishedResultRecorded published) {
        var regime = rulebook.findRegime(published.regime());
        var rules = rulebook.on(years.lastDayOf(published.year()));
        return regime.stream()
                .flatMap(one -> one.caps().stream())
                .filter(cap -> cap.during().contains(rules.date()) && isAbout(published, cap, regime.orElseThrow()))
                .findFirst()
                .flatMap(cap -> at(published, cap.top())
                        .flatMap(top -> at(published, cap.base()).flatMap(base -> Cap.of(cap, rules, top, base))));
    }

    private static boolean isAbout(PublishedResultRecorded published, ReviewRegime.Cap cap, ReviewRegime regime) {
        var object = published.about().equals("members") ? "member" : "organization";
        return regime.subjects().stream()
                .anyMatch(subject ->
                        subject.object().equals(object) && cap.kinds().contains(subject.kind()));
    }

    private static Optional<Integer> at(PublishedResultRecorded published, String level) {
        return published.counts().stream()
                .filter(count -> count.code().equals(level))
                .map(Count::number)
                .findFirst();
    }

    /** The printed percentage of a level; empty where none was printed. */
    public static Optional<BigDecimal> printed(PublishedResultRecorded published, String level) {
        return published.percents().stream()
                .filter(share -> share.code().equals(level))
                .map(PrintedShare::percent)
                .findFirst();
    }
}
