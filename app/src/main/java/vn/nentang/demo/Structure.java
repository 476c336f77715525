package vn.nentang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.PaperOrder;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.organization.OrganizationEvent;

/** The organisations of a made-up province from their founding to the end of the story. */
final class Structure {

    private static final String BODY = "grassroots-body";
    private static final String GRASSROOTS_CELL = "grassroots-cell";
    private static final String CELL = "subordinate-cell";
    private static final int RENAMED_A_YEAR = 3;

    private final long seed;
    private final int index;
    private final String province;
    private final Dice dice;
    private final OrganizationId top;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Draft<OrganizationEvent.Founded>> foundings = new ArrayList<>();
    private final List<Draft<OrganizationEvent>> changes = new ArrayList<>();
    private final List<Draft<OrganizationEvent>> endings = new ArrayList<>();
    private final Map<Unit, LocalDate> ended = new LinkedHashMap<>();
    private final List<Handover> handovers = new ArrayList<>();

    private Structure(long seed, int index, String province) {
        this.seed = seed;
        this.index = index;
        this.province = province;
        this.dice = Dice.of(seed, index + "/structure");
        this.top = id("top");
    }

    static Structure of(long seed, int index, String province, Blueprint blueprint) {
        var structure = new Structure(seed, index, province);
        structure.foundTop();
        blueprint.groups().forEach(structure::foundUnits);
        structure.splitCells();
        structure.joinCells();
        structure.moveCell();
        structure.renameSome();
        structure.merge(blueprint.merged());
        blueprint.regions().forEach(structure::endDistricts);
        return structure;
    }

    private OrganizationId id(String words) {
        return new OrganizationId(Dice.id(seed, index + "/organization/" + words));
    }

    OrganizationId top() {
        return top;
    }

    String topName() {
        return "Đảng bộ Quân sự tỉnh %s (dữ liệu giả định)".formatted(province);
    }

    String committee() {
        return "Đảng ủy Quân sự tỉnh " + province;
    }

    /** A decision of the provincial committee. */
    PaperOrder order(LocalDate date, String about) {
        var signer = date.getDayOfMonth() % 4 == 0 ? "Bí thư" : "Phó Bí thư Thường trực";
        return new PaperOrder(committee(), "QĐ/ĐU", date, signer, about);
    }

    List<Cell> cells() {
        return cells;
    }

    List<Cell> openCells(LocalDate on) {
        return cells.stream().filter(c -> c.isOpen(on)).toList();
    }

    List<Unit> unitsOn(LocalDate on) {
        return units.values().stream().filter(u -> isInForce(u, on)).toList();
    }

    private boolean isInForce(Unit unit, LocalDate on) {
        var end = ended.get(unit);
        return !on.isBefore(unit.from()) && (end == null || on.isBefore(end));
    }

    List<Handover> handovers() {
        return handovers;
    }

    List<Draft<OrganizationEvent.Founded>> foundings() {
        return foundings;
    }

    /** Renamings and moves, which must be recorded before the acts on members. */
    List<Draft<OrganizationEvent>> changes() {
        return changes;
    }

    /** Endings, which can be recorded only after the members have gone. */
    List<Draft<OrganizationEvent>> endings() {
        return endings;
    }

    Stream<PaperOrder> papers() {
        return Stream.of(foundings, changes, endings)
                .flatMap(Collection::stream)
                .map(Draft::paper);
    }

    private void foundTop() {
        var on = Story.FOUNDING_DAYS.getFirst();
        var order = new PaperOrder("Tỉnh ủy " + province, "QĐ/TU", on, "Phó Bí thư Thường trực", "top");
        var code = "%03d".formatted(index + 1);
        foundings.add(
                new Draft<>(new OrganizationEvent.Founded(top, "military-province", topName(), code, null), on, order));
    }

    private void foundUnits(Blueprint.Group group) {
        for (var plan : group.units()) {
            var unit = found(plan.name(), group.body(), dice.pick(Story.FOUNDING_DAYS));
            for (var name : plan.cells()) {
                cells.add(foundCell(name, unit, group.people(), dice.between(group.sizeLeast(), group.sizeMost())));
            }
            if (!group.body()) {
                var size = dice.between(group.sizeLeast(), group.sizeMost());
                cells.add(new Cell(unit.id(), unit.name(), group.people(), size, unit.from(), unit));
            }
        }
    }

    private Unit found(String name, boolean body, LocalDate on) {
        var code = "%03d.%02d".formatted(index + 1, units.size() + 1);
        var unit = new Unit(id(name), name, code, body, on);
        units.put(name, unit);
        foundings.add(new Draft<>(
                new OrganizationEvent.Founded(
                        unit.id(), body ? BODY : GRASSROOTS_CELL, unit.organizationName(), code, top),
                on,
                order(before(on), "founding")));
        return unit;
    }

    private Cell foundCell(String name, Unit unit, Mix people, double size) {
        return foundCell(name, unit, people, size, unit.from());
    }

    private Cell foundCell(String name, Unit unit, Mix people, double size, LocalDate on) {
        var number = cells.stream().filter(c -> c.lastUnit().equals(unit)).count() + 1;
        var code = "%s.%02d".formatted(unit.code(), number);
        var cell = new Cell(id(unit.name() + "/" + name), name, people, size, on, unit);
        foundings.add(new Draft<>(
                new OrganizationEvent.Founded(cell.id(), CELL, "Chi bộ " + name, code, unit.id()),
                on,
                order(before(on), "founding")));
        return cell;
    }

    /** Papers are signed some days before what they order. */
    private static LocalDate before(LocalDate on) {
        return on.minusDays(12);
    }

    private void renameSome() {
        var eligible = dice.shuffled(ordinary().stream()
                .filter(c -> c.isOpen(Story.OPENING) && c.isOpen(Story.END))
                .toList());
        var each = Math.min(RENAMED_A_YEAR, eligible.size() / 10);
        for (int i = 0; i < Story.REVIEWED_YEARS.size(); i++) {
            var on = LocalDate.of(Story.REVIEWED_YEARS.get(i), 10, 1);
            eligible.subList(i * each, (i + 1) * each)
                    .forEach(c -> rename(c, "Chi bộ %s và Bộ phận phục vụ".formatted(c.name()), on));
        }
    }

    /** Cells that nothing else in the story happens to: not of districts, which end, nor of the offices that merge. */
    private List<Cell> ordinary() {
        return cells.stream()
                .filter(c -> !c.standsAlone())
                .filter(c -> c.people() == Mix.TROOPS || c.people() == Mix.ENTERPRISE)
                .toList();
    }

    private void rename(Cell cell, String name, LocalDate on) {
        cell.rename(name);
        changes.add(new Draft<>(new OrganizationEvent.Renamed(cell.id(), name), on, order(before(on), "rename")));
    }

    private void splitCells() {
        for (var cell :
                dice.shuffled(ordinary()).subList(0, Math.min(2, ordinary().size() / 4))) {
            var part = foundCell(
                    cell.name() + " (cơ sở 2)", cell.lastUnit(), cell.people(), cell.size() / 2, Story.CELLS_SPLIT);
            cell.grow(-cell.size() / 2);
            cells.add(part);
            handovers.add(new Handover(Story.CELLS_SPLIT, cell, part, 0.5));
        }
    }

    private void joinCells() {
        var candidates = ordinary().stream()
                .filter(c -> c.from().isBefore(Story.CELLS_SPLIT))
                .filter(c -> siblings(c).size() > 3)
                .filter(c -> handovers.stream().noneMatch(h -> h.from() == c))
                .toList();
        for (var cell : dice.shuffled(candidates).subList(0, Math.min(2, candidates.size() / 4))) {
            var other = siblings(cell).stream()
                    .filter(c -> c != cell && c.isOpen(Story.END))
                    .findFirst();
            other.ifPresent(into -> end(cell, into, Story.CELLS_JOINED, "Sáp nhập do ít đảng viên"));
        }
    }

    private List<Cell> siblings(Cell cell) {
        return cells.stream().filter(c -> c.lastUnit().equals(cell.lastUnit())).toList();
    }

    private void end(Cell cell, Cell into, LocalDate on, String reason) {
        cell.end(on);
        into.grow(cell.size() / 2);
        handovers.add(new Handover(on, cell, into, 1));
        end(cell.id(), reason, List.of(into.id()), on);
    }

    private void end(OrganizationId id, String reason, List<OrganizationId> successors, LocalDate on) {
        endings.add(new Draft<>(new OrganizationEvent.Ended(id, reason, successors), on, order(before(on), "ending")));
    }

    /** One cell of a battalion goes to a regiment. */
    private void moveCell() {
        var troops = ordinary().stream()
                .filter(c -> c.people() == Mix.TROOPS && c.isOpen(Story.END))
                .filter(c -> siblings(c).size() > 3)
                .toList();
        if (troops.isEmpty()) {
            return;
        }
        var cell = troops.getLast();
        var to = troops.getFirst().lastUnit();
        if (!to.equals(cell.lastUnit())) {
            move(cell, to, Story.CELLS_MOVED);
        }
    }

    private void move(Cell cell, Unit to, LocalDate on) {
        cell.moveTo(to, on);
        changes.add(new Draft<>(new OrganizationEvent.Moved(cell.id(), to.id()), on, order(before(on), "move")));
    }

    private void merge(Blueprint.Successor plan) {
        var parts =
                plan.of().stream().flatMap(n -> Stream.ofNullable(units.get(n))).toList();
        var one = found(plan.name(), true, Story.SUPPLY_MERGED);
        for (var part : parts) {
            cellsOf(part).forEach(c -> move(c, one, Story.SUPPLY_MERGED));
            end(part, one, "Hợp nhất", Story.SUPPLY_MERGED);
        }
    }

    private void end(Unit unit, Unit into, String reason, LocalDate on) {
        ended.put(unit, on);
        end(unit.id(), reason, List.of(into.id()), on);
    }

    private List<Cell> cellsOf(Unit unit) {
        return cells.stream()
                .filter(c -> c.lastUnit().equals(unit) && c.isOpen(Story.END))
                .toList();
    }

    /** The first district hands over its cells; the staff cells of the others join its own, their troops come along. */
    private void endDistricts(Blueprint.Successor plan) {
        var districts =
                plan.of().stream().flatMap(n -> Stream.ofNullable(units.get(n))).toList();
        if (districts.isEmpty()) {
            return;
        }
        var on = Story.DISTRICTS_ENDED;
        var region = found(plan.name(), true, on);
        var first = cellsOf(districts.getFirst());
        first.forEach(c -> move(c, region, on));
        for (int i = 1; i < districts.size(); i++) {
            takeIn(cellsOf(districts.get(i)), first, region, i + 1);
        }
        districts.forEach(d -> end(d, region, "Kết thúc hoạt động cấp huyện", on));
    }

    private void takeIn(List<Cell> taken, List<Cell> first, Unit region, int number) {
        for (int i = 0; i < taken.size(); i++) {
            var cell = taken.get(i);
            if (i < 2) {
                end(cell, first.get(i), Story.DISTRICTS_ENDED, "Nhập vào chi bộ cùng tên của ban chỉ huy mới");
            } else {
                move(cell, region, Story.DISTRICTS_ENDED);
                rename(cell, "Chi bộ %s %d".formatted(cell.name(), number), Story.DISTRICTS_ENDED);
            }
        }
    }
}
