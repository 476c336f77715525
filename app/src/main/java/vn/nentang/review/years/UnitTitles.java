package vn.nentang.review.years;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Paper;
import vn.nentang.ledger.Answer;
import vn.nentang.ledger.Command;
import vn.nentang.review.Decided;
import vn.nentang.review.ReviewDesk;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;

/**
 * The titles of military units beside the levels of their Party organisations. Pairs that do not fit are shown to whoever
 * decides; nothing follows from them by itself.
 */
@Component
public final class UnitTitles {

    private static final String TITLES = "unit-title";
    private static final String PAIRS = "unit-title-contradiction";

    private final ReviewDesk desk;
    private final Rulebook rulebook;
    private final ReviewYears years;
    private final JdbcClient sql;

    public UnitTitles(ReviewDesk desk, Rulebook rulebook, JdbcClient sql) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.years = new ReviewYears(rulebook);
        this.sql = sql;
    }

    /** A pair that does not fit, in a sentence, and where that reading comes from. */
    public record Contradiction(String code, Label sentence, Citation source) {}

    /**
     * What stands for one unit in one year.
     *
     * @param level of its Party organisation; null while none was decided
     * @param contradiction null where the two fit, or are not both known
     */
    public record UnitTitle(
            OrganizationId organization,
            int year,
            String title,
            LocalDate decidedOn,
            String entry,
            @Nullable String level,
            @Nullable Contradiction contradiction) {}

    /** The titles that may be given for a year, highest first. */
    public List<CodeList.Code> of(int year) {
        return rulebook.codeList(TITLES).on(years.lastDayOf(year));
    }

    /** What was recorded of these organisations for a year; those without a title are left out. */
    public Map<OrganizationId, UnitTitle> standing(Collection<OrganizationId> ids, int year) {
        return sql
                .sql("""
                        SELECT t.*, r.regime, r.level
                          FROM register.unit_title t
                          LEFT JOIN register.organization_review r USING (organization_id, year)
                         WHERE t.year = :year AND t.organization_id = ANY (:ids)
                        """)
                .param("year", year)
                .param("ids", ids.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .query((row, _) -> {
                    var title = row.getString("title");
                    var level = row.getString("level");
                    return new UnitTitle(
                            new OrganizationId(row.getObject("organization_id", UUID.class)),
                            year,
                            title,
                            row.getObject("decided_on", LocalDate.class),
                            row.getString("entry"),
                            level,
                            contradiction(title, level, row.getString("regime"), years.lastDayOf(year))
                                    .orElse(null));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(UnitTitle::organization, Function.identity()));
    }

    public Optional<UnitTitle> find(OrganizationId organization, int year) {
        return Optional.ofNullable(standing(List.of(organization), year).get(organization));
    }

    private Optional<Contradiction> contradiction(
            String title, @Nullable String level, @Nullable String regime, LocalDate on) {
        if (level == null || regime == null) {
            return Optional.empty();
        }
        var ladder = rulebook.findRegime(regime).map(found -> Ladder.of(found, Ladder.ORGANIZATION));
        var pairs = rulebook.codeList(PAIRS);
        return ladder.flatMap(steps -> pairs.on(on).stream()
                .filter(pair -> title.equals(pair.with().get("title")))
                .filter(pair ->
                        isAt(level, Objects.requireNonNullElse(pair.with().get("level"), ""), steps))
                .findFirst()
                .map(pair -> new Contradiction(pair.code(), pair.label(), pairs.source())));
    }

    private static boolean isAt(String level, String place, Ladder ladder) {
        return switch (place) {
            case "top" -> ladder.top().contains(level);
            case "lowest" -> ladder.lowest().equals(level);
            default -> false;
        };
    }

    /** Records a title with its paper; a later one takes the place of an earlier. */
    public Answer record(Command command, ReviewEvent.UnitTitleRecorded title, LocalDate on, Paper paper) {
        return desk.recordAll(command, List.of(new Decided(title, on, paper)));
    }
}
