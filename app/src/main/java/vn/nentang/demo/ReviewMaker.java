package vn.nentang.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.ReviewEvent;
import vn.nentang.review.ReviewEvent.JudgedFact;
import vn.nentang.rulebook.Rulebook;

/**
 * Closes each year: draws the level of every organisation and member so that the province does well, keeps the top level
 * within its cap but for a few places, and gives each the facts that lead there under the regime of that year.
 */
final class ReviewMaker {

    private static final String MEMBER_CAP = "review.cap.member-limit";
    private static final String ORGANIZATION_CAP = "review.cap.organization-limit";
    private static final String RAISED_CAP = "review.cap.raised-limit";
    private static final String TOO_NEW = "review.exclusion.admitted-under";
    private static final int YEAR_OF_EXCESS = 2025;
    private static final int EXCESSIVE_UNITS = 2;

    private final Structure structure;
    private final Rulebook rulebook;
    private final Dice dice;
    private final ReviewFacts facts;
    private final List<Draft<ReviewEvent>> events = new ArrayList<>();

    ReviewMaker(Structure structure, Rulebook rulebook, Dice dice) {
        this.structure = structure;
        this.rulebook = rulebook;
        this.dice = dice;
        this.facts = new ReviewFacts(dice);
    }

    List<Draft<ReviewEvent>> events() {
        return events;
    }

    void close(int year, List<Member> onRoll) {
        if (Story.REVIEWED_YEARS.contains(year)) {
            new Closing(year).close(onRoll);
        }
    }

    /** One year. */
    private final class Closing {

        private final int year;
        private final LocalDate day;
        private final String regime;
        private final Map<Unit, LocalDate> decided = new HashMap<>();
        private final Map<Member, Level> levels = new LinkedHashMap<>();
        private final Map<OrganizationId, Level> organizations = new LinkedHashMap<>();
        private final Set<Member> spared = new HashSet<>();

        Closing(int year) {
            this.year = year;
            this.day = LocalDate.of(year, 12, 31);
            this.regime = rulebook.on(day).findRegime().orElseThrow().id();
        }

        void close(List<Member> onRoll) {
            var classified =
                    onRoll.stream().filter(m -> reasonAgainst(m) == null).toList();
            drawOrganizations();
            drawLow(classified);
            structure.unitsOn(day).forEach(u -> drawTop(u, classified));
            classified.forEach(m -> levels.putIfAbsent(m, Level.HTT));
            onRoll.forEach(this::record);
            structure.openCells(day).forEach(c -> recordCell(c, classified));
            structure.unitsOn(day).stream().filter(Unit::body).forEach(this::recordBody);
            recordTop();
            recordTitles();
        }

        private @Nullable String reasonAgainst(Member member) {
            if (member.state == Member.State.EXEMPT) {
                return "exempt";
            }
            if (member.state == Member.State.SUSPENDED) {
                return "suspended";
            }
            var least = rulebook.on(day).ruling(TOO_NEW).period();
            return member.admittedOn.plus(least).isAfter(day) ? "admitted-under-6-months" : null;
        }

        private BigDecimal share(String key) {
            return rulebook.on(day).ruling(key).number();
        }

        /** The greatest x that is at most the share of the other n − x. */
        private int cap(String key, int n) {
            var share = share(key);
            return share.multiply(BigDecimal.valueOf(n))
                    .divide(share.add(BigDecimal.ONE), 0, RoundingMode.FLOOR)
                    .intValueExact();
        }

        private void drawOrganizations() {
            draw(structure.unitsOn(day), Unit::id, u -> u);
            var cells = structure.openCells(day).stream().filter(c -> !c.standsAlone());
            draw(cells.toList(), Cell::id, c -> c.unit(day));
            structure.unitsOn(day).stream()
                    .filter(u -> level(u.id()) == Level.HTXS && cellLevels(u).contains(Level.HTN))
                    .forEach(u -> organizations.put(u.id(), Level.HTT));
        }

        /** At most one low one in a body, so that the body itself can still do well. */
        private <T> void draw(List<T> all, Function<T, OrganizationId> id, Function<T, Unit> unit) {
            var low = (int) (all.size() * dice.between(0.02, 0.052));
            var top = (int) (cap(ORGANIZATION_CAP, all.size() - low) * dice.between(0.85, 1.0));
            var bodies = new HashSet<Unit>();
            for (var one : dice.shuffled(all)) {
                if (low > 0 && bodies.add(unit.apply(one))) {
                    organizations.put(id.apply(one), Level.HTN);
                    low--;
                } else {
                    organizations.put(id.apply(one), top-- > 0 ? Level.HTXS : Level.HTT);
                }
            }
        }

        private List<Level> cellLevels(Unit unit) {
            return structure.openCells(day).stream()
                    .filter(c -> c.unit(day).equals(unit))
                    .map(c -> level(c.id()))
                    .toList();
        }

        /** A few members complete only just, at most a fifth of a cell; fewer fail, each in a cell that did no better. */
        private void drawLow(List<Member> classified) {
            var sizes = classified.stream().collect(Collectors.groupingBy(ReviewMaker::cell, Collectors.counting()));
            var low = new HashMap<Cell, Integer>();
            var wanted = (int) (classified.size() * dice.between(0.026, 0.04));
            var failing = Math.max(1, classified.size() / 900);
            for (var member : dice.shuffled(classified)) {
                var cell = cell(member);
                var lowHere = low.getOrDefault(cell, 0);
                if (wanted > 0 && (lowHere + 1) * 6L <= sizes.getOrDefault(cell, 0L)) {
                    var fails = failing > 0 && lowHere == 0 && isLow(cell) && sizes.getOrDefault(cell, 0L) >= 8;
                    levels.put(member, fails ? Level.KHT : Level.HTN);
                    failing -= fails ? 1 : 0;
                    low.merge(cell, 1, Integer::sum);
                    wanted--;
                }
            }
        }

        private boolean isLow(Cell cell) {
            return !level(cell.id()).isGoodOrBetter();
        }

        private void drawTop(Unit unit, List<Member> classified) {
            for (var leading : List.of(true, false)) {
                var group = classified.stream()
                        .filter(m -> m.leader == leading && cell(m).unit(day).equals(unit))
                        .filter(m -> !levels.containsKey(m))
                        .toList();
                var shuffled = dice.shuffled(group);
                var top = Math.min(group.size(), top(unit, group.size()));
                shuffled.subList(0, top).forEach(m -> levels.put(m, Level.HTXS));
                if (shuffled.size() > top + 12) {
                    spared.add(shuffled.get(top));
                }
            }
        }

        private int top(Unit unit, int group) {
            var within = cap(MEMBER_CAP, group);
            var place = year == YEAR_OF_EXCESS ? bodies().indexOf(unit) : -1;
            if (place < 0 || place > EXCESSIVE_UNITS) {
                return Math.max(0, within - dice.below(2));
            }
            return place < EXCESSIVE_UNITS ? within + 2 : cap(RAISED_CAP, group);
        }

        private List<Unit> bodies() {
            return structure.unitsOn(day).stream().filter(Unit::body).toList();
        }

        private LocalDate decidedOn(Unit unit) {
            return decided.computeIfAbsent(unit, _ -> LocalDate.of(year, 12, dice.between(26, 29)));
        }

        private void record(Member member) {
            var cell = cell(member);
            var unit = cell.unit(day);
            var on = decidedOn(unit);
            var kind = member.leader ? "leader" : "non-leader";
            events.add(new Draft<>(
                    new ReviewEvent.MemberClassified(member.id, year, cell.id(), kind, outcome(member)),
                    on,
                    unit.order(on, "review")));
        }

        private ReviewEvent.Outcome outcome(Member member) {
            var against = reasonAgainst(member);
            if (against != null) {
                return new ReviewEvent.Outcome(regime, null, against, null, null, reasonFacts(against));
            }
            var level = level(member);
            if (spared.contains(member)) {
                var because = "Đủ điều kiện hoàn thành xuất sắc; giữ tỷ lệ theo quy định nên xếp hoàn thành tốt";
                return outcome(level, Level.HTXS, because, facts.member(regime, Level.HTXS, false));
            }
            var disciplined = level == Level.KHT && dice.chance(0.6);
            return outcome(level, level, null, facts.member(regime, level, disciplined));
        }

        private static List<JudgedFact> reasonFacts(String against) {
            return switch (against) {
                case "exempt", "suspended" -> List.of(new JudgedFact(against, "true"));
                default -> List.of(new JudgedFact("admittedTooRecently", "true"));
            };
        }

        private ReviewEvent.Outcome outcome(
                Level level, Level allowed, @Nullable String because, List<JudgedFact> judged) {
            return new ReviewEvent.Outcome(regime, level.name(), null, allowed.name(), because, judged);
        }

        private void recordCell(Cell cell, List<Member> classified) {
            var own = classified.stream()
                    .filter(m -> cell(m) == cell)
                    .map(this::level)
                    .toList();
            var unit = cell.unit(day);
            var decides = cell.standsAlone()
                    ? structure.order(decidedOn(unit), "review")
                    : unit.order(decidedOn(unit), "review");
            record(cell.id(), below(own), decides);
        }

        private void recordBody(Unit unit) {
            record(unit.id(), below(cellLevels(unit)), structure.order(LocalDate.of(year, 12, 30), "review"));
            if (year == YEAR_OF_EXCESS && bodies().indexOf(unit) == EXCESSIVE_UNITS) {
                raiseCap(unit);
            }
        }

        private void raiseCap(Unit unit) {
            var on = LocalDate.of(year, 12, 20);
            var because = "Đơn vị có thành tích nổi trội trong năm";
            events.add(new Draft<>(
                    new ReviewEvent.CapRaised(unit.id(), year, share(RAISED_CAP), because),
                    on,
                    structure.order(on, "cap")));
        }

        private void recordTop() {
            organizations.put(structure.top(), Level.HTT);
            var own = structure.unitsOn(day).stream().map(u -> level(u.id())).toList();
            var on = LocalDate.of(year, 12, 31);
            record(
                    structure.top(),
                    below(own),
                    new PaperOrder("Tỉnh ủy", "QĐ/TU", on, "Phó Bí thư Thường trực", "review"));
        }

        /** Every unit's title follows the level of its Party organisation, but for one in the year of excess. */
        private void recordTitles() {
            var bodies = structure.unitsOn(day).stream().filter(Unit::body).toList();
            var odd = bodies.stream()
                    .filter(unit -> year == YEAR_OF_EXCESS && level(unit.id()) == Level.HTXS)
                    .findFirst();
            for (var unit : bodies) {
                var title = odd.filter(unit::equals).isPresent() ? "not-reached" : title(level(unit.id()));
                events.add(new Draft<>(
                        new ReviewEvent.UnitTitleRecorded(unit.id(), year, title),
                        day,
                        new PaperOrder("Bộ Tư lệnh Quân khu", "QĐ-BTL", day, "Tư lệnh", "unit titles")));
            }
        }

        private String title(Level level) {
            var knowsExemplary =
                    rulebook.codeList("unit-title").find("exemplary", day).isPresent();
            return level == Level.HTXS && knowsExemplary ? "exemplary" : "strong";
        }

        private static ReviewFacts.Below below(Collection<Level> levels) {
            var failed = (int) levels.stream().filter(l -> l == Level.KHT).count();
            var good = (int) levels.stream().filter(Level::isGoodOrBetter).count();
            return new ReviewFacts.Below(levels.size(), levels.size() - failed, good, failed);
        }

        private Level level(OrganizationId id) {
            return Objects.requireNonNull(organizations.get(id));
        }

        private Level level(Member member) {
            return Objects.requireNonNull(levels.get(member));
        }

        private void record(OrganizationId id, ReviewFacts.Below below, PaperOrder order) {
            var level = level(id);
            var judged = facts.organization(regime, level, below);
            events.add(new Draft<>(
                    new ReviewEvent.OrganizationClassified(id, year, outcome(level, level, null, judged)),
                    order.date(),
                    order));
        }
    }

    private static Cell cell(Member member) {
        return Objects.requireNonNull(member.cell);
    }
}
