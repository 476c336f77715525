package vn.nentang.demo.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.demo.chance.Dice;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.OrganizationEvent;

/** The organisations of one commune of today, from the lists of 2015 through every merger to the end. */
final class Units {

    private static final String COMMUNE = "commune";
    private static final String CELL = "subordinate-cell";
    private static final String GRASSROOTS_CELL = "grassroots-cell";
    private static final String GRASSROOTS_BODY = "grassroots-body";
    private static final int CELL_LEAST = 11;
    private static final int CELL_MOST = 24;
    private static final double CELL_USUAL = 19.7;
    private static final double OF_A_PROVINCE = 0.25;
    private static final double SINGLE_CELL = 0.6;

    private static final List<String> OFFICES = List.of(
            "Trường Tiểu học",
            "Trường Trung học cơ sở",
            "Trường Mầm non",
            "Trường Trung học phổ thông",
            "Trạm Y tế",
            "Trung tâm Y tế",
            "Công ty cổ phần Dịch vụ",
            "Hạt Kiểm lâm",
            "Chi cục Thuế",
            "Ngân hàng Chính sách xã hội",
            "Ban Quản lý chợ",
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
            "Ban Chỉ huy Quân sự",
            "Công an");

    private final Plan.Place place;
    private final Upper upper;
    private final Journal journal;
    private final Dice dice;
    private final long seed;
    private final double inVillages;
    private final List<Body> units = new ArrayList<>();
    private final List<Roll> rolls = new ArrayList<>();
    private final List<Former> formers = new ArrayList<>();
    private final List<Office> offices = new ArrayList<>();
    private int bodies;

    /** A commune before July 2025. */
    private record Former(
            Atlas.FormerCommune commune,
            String name,
            Body body,
            @Nullable LocalDate joinedOn) {}

    /** An organisation of an office, school or company; which of the province's bodies it stands under, or −1. */
    private record Office(Body body, int provincial) {}

    Units(Plan.Place place, Nation nation, Upper upper, Journal journal, Dice dice) {
        this.place = place;
        this.upper = upper;
        this.journal = journal;
        this.dice = dice;
        this.seed = nation.seed();
        this.inVillages = nation.inVillages();
        this.bodies = lastingCells(place, inVillages);
        var villagers = place.members() * inVillages;
        villages(villagers);
        offices(place.members() - villagers);
        found();
    }

    List<Roll> rolls() {
        return rolls;
    }

    List<Roll> openRolls(LocalDate on) {
        return rolls.stream().filter(r -> r.cell.isOpen(on)).toList();
    }

    List<Body> units() {
        return units;
    }

    /**
     * Cells of a commune that stay from the first day to the last: those who move here from elsewhere come to one of them.
     *
     * @param which any number
     */
    static OrganizationId lasting(long seed, Plan.Place place, double inVillages, int which) {
        var number = 1 + which % lastingCells(place, inVillages);
        return new OrganizationId(id(seed, place.commune(), number));
    }

    /** They are numbered first, so that their identities are known without telling the commune. */
    private static int lastingCells(Plan.Place place, double inVillages) {
        return cellsFor(place.members() * inVillages / formerCommunes(place.commune()));
    }

    private static int cellsFor(double members) {
        return Math.max(1, (int) Math.round(members / CELL_USUAL));
    }

    private static int formerCommunes(Atlas.Commune commune) {
        return commune.former().stream().mapToInt(f -> 1 + f.merged().size()).sum();
    }

    private static UUID id(long seed, Atlas.Commune commune, int number) {
        return Dice.id(seed, "nation/" + commune.code() + "/organization/" + number);
    }

    private Body body(String type, String name, LocalDate from, Body parent) {
        return new Body(new OrganizationId(id(seed, place.commune(), ++bodies)), type, name, from, parent);
    }

    private void villages(double members) {
        var all = formerCommunes(place.commune());
        for (var commune : place.commune().former()) {
            var district = upper.district(commune.district());
            var first = rolls.isEmpty();
            var main = new Former(commune, commune.name(), commune(commune.name(), district), null);
            formers.add(main);
            cells(main.body(), members / all, first);
            for (var merged : commune.merged()) {
                var joined = new Former(commune, merged.name(), commune(merged.name(), district), merged.until());
                formers.add(joined);
                cells(joined.body(), members / all, false);
            }
        }
    }

    private Body commune(String name, Body district) {
        var body = body(COMMUNE, "Đảng bộ " + Upper.lower(name), Chronicle.FOUNDING_DAYS.get(1), district);
        units.add(body);
        return body;
    }

    private void cells(Body unit, double members, boolean first) {
        var count = cellsFor(members);
        var street = unit.name.contains("phường") || unit.name.contains("thị trấn");
        for (int i = 1; i <= count; i++) {
            var name = "Chi bộ " + (street ? "Tổ dân phố " : "Thôn ") + i;
            var id = first
                    ? lasting(seed, place, inVillages, i - 1)
                    : new OrganizationId(id(seed, place.commune(), ++bodies));
            var cell = new Body(id, CELL, name, Chronicle.FOUNDING_DAYS.get(2), unit);
            rolls.add(new Roll(cell, unit, cellSize()));
        }
    }

    /** The greater of two draws: about twenty, as the published 270,000 cells have. */
    private int cellSize() {
        return Math.max(dice.between(CELL_LEAST, CELL_MOST), dice.between(CELL_LEAST, CELL_MOST));
    }

    private void offices(double members) {
        for (var left = members; left > 0; ) {
            var size = dice.chance(SINGLE_CELL) ? office() : officeWithCells(Math.max(2, Math.min(8, (int) left / 20)));
            left -= size;
        }
    }

    private double office() {
        var office = addOffice(GRASSROOTS_CELL, "Chi bộ ");
        var roll = new Roll(office, office, cellSize());
        rolls.add(roll);
        return roll.size();
    }

    private double officeWithCells(int most) {
        var office = addOffice(GRASSROOTS_BODY, "Đảng bộ ");
        var size = 0.0;
        for (int i = 1; i <= dice.between(2, most); i++) {
            var cell = body(CELL, "Chi bộ " + i, office.from, office);
            rolls.add(new Roll(cell, office, cellSize()));
            size += rolls.getLast().size();
        }
        return size;
    }

    private Body addOffice(String type, String word) {
        var provincial = dice.chance(OF_A_PROVINCE) ? dice.below(Upper.BODIES.size()) : -1;
        var above = provincial < 0
                ? upper.district(dice.pick(place.commune().former()).district())
                : upper.bodiesBefore(place.commune()).get(provincial);
        var name = word + dice.pick(OFFICES) + " số " + (offices.size() + 1) + " "
                + place.commune().name().replaceFirst("^(Xã|Phường|Đặc khu) ", "");
        var office = body(type, name, dice.pick(Chronicle.FOUNDING_DAYS.subList(1, 4)), above);
        offices.add(new Office(office, provincial));
        units.add(office);
        return office;
    }

    private void found() {
        var at = Journal.at(Chronicle.OPENING.plusDays(1)).plusSeconds(3_600);
        units.forEach(u -> journal.write(at, List.of(founding(u))));
        rolls.stream()
                .map(r -> r.cell)
                .filter(c -> !units.contains(c))
                .forEach(c -> journal.write(at, List.of(founding(c))));
    }

    private Journal.Line founding(Body body) {
        var above = Objects.requireNonNull(body.parent);
        return line(
                new OrganizationEvent.Founded(body.id, body.type, body.name, null, above.id), body.from, above, body);
    }

    private static Journal.Line line(OrganizationEvent act, LocalDate on, Body decides, Body about) {
        return new Journal.Line(act, on, decides.order(on.minusDays(12), about.id.toString()));
    }

    /** Communes that joined another one in a year do it with all their cells. */
    void join(int year) {
        for (var former : formers) {
            var on = former.joinedOn();
            if (on != null && on.getYear() == year) {
                var into = main(former.commune());
                var at = Journal.at(on).plusSeconds(3_600);
                rollsOf(former.body()).forEach(r -> {
                    move(r, into, on, at);
                    rename(r, former.name(), on, at);
                });
                end(former.body(), into, "Sắp xếp đơn vị hành chính cấp xã", on, at.plusSeconds(3_600));
            }
        }
    }

    private Body main(Atlas.FormerCommune commune) {
        return formers.stream()
                .filter(f -> f.commune().equals(commune) && f.joinedOn() == null)
                .map(Former::body)
                .findFirst()
                .orElseThrow();
    }

    private List<Roll> rollsOf(Body unit) {
        return rolls.stream().filter(r -> unit.equals(r.cell.parent)).toList();
    }

    private void move(Roll roll, Body to, LocalDate on, Instant at) {
        roll.cell.parent = to;
        roll.moveTo(to, on);
        journal.write(at, List.of(line(new OrganizationEvent.Moved(roll.cell.id, to.id), on, to, roll.cell)));
    }

    private void end(Body body, Body into, String reason, LocalDate on, Instant at) {
        body.until = on;
        var above = Objects.requireNonNull(body.parent);
        journal.write(
                at, List.of(line(new OrganizationEvent.Ended(body.id, reason, List.of(into.id)), on, above, body)));
    }

    /** July 2025: the commune of today takes over from those before it, and the offices of the district come to it. */
    void reorganise() {
        var open = formers.stream().filter(f -> f.joinedOn() == null).toList();
        var now = place.commune().isUnchanged() ? goOn(open.getFirst().body()) : takeOver(open);
        for (var office : offices) {
            if (office.provincial() < 0) {
                moveOffice(office.body(), now);
            } else if (upper.isJoined(place.commune())) {
                moveOffice(office.body(), upper.bodiesNow(place.commune()).get(office.provincial()));
            }
        }
    }

    private Body goOn(Body commune) {
        var on = Chronicle.REORGANISED;
        var province = upper.province(place.commune());
        commune.parent = province;
        journal.write(
                Reorganisation.COMMUNES_FOUNDED.at(),
                List.of(line(new OrganizationEvent.Moved(commune.id, province.id), on, province, commune)));
        rollsOf(commune).forEach(r -> becomeGrassroots(r, commune));
        return commune;
    }

    private Body takeOver(List<Former> open) {
        var on = Chronicle.REORGANISED;
        var province = upper.province(place.commune());
        var now = body(COMMUNE, "Đảng bộ " + Upper.lower(place.commune().name()), on, province);
        units.add(now);
        journal.write(Reorganisation.COMMUNES_FOUNDED.at(), List.of(founding(now)));
        for (var former : open) {
            rollsOf(former.body()).forEach(r -> {
                move(r, now, on, Reorganisation.CELLS_MOVED.at());
                becomeGrassroots(r, now);
                rename(r, former.name(), on, Reorganisation.CELLS_MOVED.at());
            });
            end(former.body(), now, "Sắp xếp đơn vị hành chính cấp xã", on, Reorganisation.UNITS_ENDED.at());
        }
        return now;
    }

    /** Under a commune that is no grassroots organisation any more, its cells are. */
    private void becomeGrassroots(Roll roll, Body commune) {
        var on = Chronicle.REORGANISED;
        roll.moveTo(roll.cell, on);
        journal.write(
                Reorganisation.CELLS_MOVED.at(),
                List.of(line(new OrganizationEvent.Retyped(roll.cell.id, GRASSROOTS_CELL), on, commune, roll.cell)));
    }

    /** Two cells of one commune must not have one name: each keeps the name of the commune it came from. */
    private void rename(Roll roll, String former, LocalDate on, Instant at) {
        var cell = roll.cell;
        if (!cell.name.endsWith(")")) {
            cell.name += " (" + former.replaceFirst("^(Xã|Phường|Thị trấn) ", "") + ")";
            var renamed = new OrganizationEvent.Renamed(cell.id, cell.name);
            journal.write(at, List.of(line(renamed, on, Objects.requireNonNull(cell.parent), cell)));
        }
    }

    private void moveOffice(Body office, Body to) {
        office.parent = to;
        var on = Chronicle.REORGANISED;
        journal.write(
                Reorganisation.CELLS_MOVED.at(),
                List.of(line(new OrganizationEvent.Moved(office.id, to.id), on, to, office)));
    }
}
