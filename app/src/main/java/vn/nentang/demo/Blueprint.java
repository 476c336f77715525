package vn.nentang.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.nentang.demo.chance.DemoFile;
import vn.nentang.rulebook.source.Section;

/**
 * What organisations a made-up province has, as the file describes it.
 *
 * @param regions commands that take over from districts on one day
 * @param merged the office that two offices become
 */
record Blueprint(List<Group> groups, List<Successor> regions, Successor merged) {

    /** Units that have something in common. */
    record Group(String name, boolean body, Mix people, int sizeLeast, int sizeMost, List<UnitPlan> units) {}

    /**
     * One grassroots organisation.
     *
     * @param cells names of the cells below; empty for a grassroots cell
     */
    record UnitPlan(String name, List<String> cells) {}

    /** A unit that takes over from others. */
    record Successor(String name, List<String> of) {}

    private static final int CELLS_LEAST = 3;

    static Blueprint load() {
        return DemoFile.read("units.yaml", Blueprint::read);
    }

    private static Blueprint read(Section file) {
        return new Blueprint(
                file.sections("groups").stream().map(Blueprint::group).toList(),
                file.sections("regions").stream().map(Blueprint::successor).toList(),
                successor(file.section("merged").orElseThrow()));
    }

    private static Group group(Section section) {
        var each = section.texts("each");
        var size = section.texts("size");
        var body = section.oneOf("form", Map.of("body", true, "cell", false)).orElseThrow();
        return new Group(
                section.text("group"),
                body,
                section.oneOf("people", Mix.BY_CODE).orElseThrow(),
                Integer.parseInt(size.getFirst()),
                Integer.parseInt(size.getLast()),
                section.sections("units").stream().map(u -> unit(u, each)).toList());
    }

    private static UnitPlan unit(Section section, List<String> each) {
        return new UnitPlan(section.text("name"), section.has("cells") ? section.texts("cells") : each);
    }

    private static Successor successor(Section section) {
        return new Successor(section.text("name"), section.texts("of"));
    }

    /** The first units of each group, and their first cells, so that small data sets show everything too. */
    Blueprint reduced(double share) {
        var perAxis = Math.sqrt(Math.min(1, share));
        return new Blueprint(groups.stream().map(g -> reduced(g, perAxis)).toList(), regions, merged);
    }

    private static Group reduced(Group group, double share) {
        var units = new ArrayList<UnitPlan>();
        for (var unit : first(group.units(), share, 1)) {
            units.add(new UnitPlan(unit.name(), first(unit.cells(), share, CELLS_LEAST)));
        }
        return new Group(group.name(), group.body(), group.people(), group.sizeLeast(), group.sizeMost(), units);
    }

    private static <T> List<T> first(List<T> all, double share, int least) {
        var count = Math.max((int) Math.ceil(all.size() * share), least);
        return all.subList(0, Math.min(all.size(), count));
    }
}
