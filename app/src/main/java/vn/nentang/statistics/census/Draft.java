package vn.nentang.statistics.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.review.years.OrganizationRows;

/**
 * The next picture in the making, from the one before. What was told of a subject before is taken out, what is told now is put
 * in; pages and nodes nobody touched are shared.
 */
final class Draft {

    private final Picture before;
    private final Vocabulary words;
    private final OrganizationRows rows;
    private final Map<OrganizationId, Integer> added = new HashMap<>();
    private final List<Node> nodes;
    private final List<@Nullable CellPage> pages;
    private final Map<Integer, Set<PersonId>> leaving = new HashMap<>();
    private final Map<Integer, CellPage.Draft> drafts = new HashMap<>();
    private final boolean inParts;
    private boolean treeChanged;

    Draft(Picture before, Vocabulary words, OrganizationRows rows) {
        this(before, words, rows, false);
    }

    private Draft(Picture before, Vocabulary words, OrganizationRows rows, boolean inParts) {
        this.inParts = inParts;
        this.before = before;
        this.words = words;
        this.rows = rows;
        this.nodes = new ArrayList<>(before.tree().nodes());
        this.pages = new ArrayList<>(before.pages());
    }

    private int number(OrganizationId organization) {
        var known = before.numbers().get(organization);
        return known != null
                ? known
                : added.computeIfAbsent(organization, id -> {
                    nodes.add(Node.of(id));
                    pages.add(null);
                    treeChanged = true;
                    return nodes.size() - 1;
                });
    }

    /** Takes an organisation out of the places it was told to have. */
    void takeOut(Told.Place place) {
        var number = number(place.organization());
        aboves(place).forEach(above -> change(above, nodes.get(above).without(number)));
    }

    void putIn(Told.Place place) {
        var number = number(place.organization());
        change(number, nodes.get(number).with(Results.of(place.levels(), words, rows)));
        for (var above : aboves(place)) {
            var links = new ArrayList<Node.Link>();
            place.above().standing().stream()
                    .filter(one -> isAt(one, above))
                    .forEach(one -> links.add(Node.Link.of(number, one, false)));
            place.above().aside().stream()
                    .filter(one -> isAt(one, above))
                    .forEach(one -> links.add(Node.Link.of(number, one, true)));
            change(above, nodes.get(above).and(links));
        }
    }

    private void change(int number, Node node) {
        treeChanged = true;
        nodes.set(number, node);
    }

    private boolean isAt(Beliefs.Belief<Told.Above> belief, int number) {
        var above = belief.value().organization();
        return above != null && number(above) == number;
    }

    private Collection<Integer> aboves(Told.Place place) {
        var found = new HashSet<Integer>();
        for (var beliefs : Arrays.asList(place.above().standing(), place.above().aside())) {
            for (var belief : beliefs) {
                var above = belief.value().organization();
                if (above != null) {
                    found.add(number(above));
                }
            }
        }
        return found;
    }

    /** Takes a member off every page the member was told to be on. All are taken out before one is put in. */
    void takeOut(Told.Member member) {
        member.rolls()
                .keySet()
                .forEach(cell -> leaving.computeIfAbsent(number(cell), _ -> new HashSet<>())
                        .add(member.person()));
    }

    void putIn(Told.Member member) {
        if (member.rolls().isEmpty()) {
            return;
        }
        var last = member.lastCell();
        var home = number(last);
        var levels = new Levels.Place(home, page(home).add(member.person(), member.on(last), member.levels()));
        member.rolls().forEach((cell, here) -> {
            if (!cell.equals(last)) {
                page(number(cell)).add(member.person(), here, levels);
            }
        });
    }

    private CellPage.Draft page(int number) {
        return drafts.computeIfAbsent(number, _ -> {
            var page = pages.get(number);
            var but = leaving.getOrDefault(number, Collections.emptySet());
            return page == null ? new CellPage.Draft() : new CellPage.Draft(page, but);
        });
    }

    /** Writes what is in it and goes on with the next: however long a reading is, the memory a draft takes is that of a part. */
    Draft goingOn() {
        return new Draft(written(before.entries()), words, rows, true);
    }

    Picture finished(long entries) {
        var after = written(entries);
        return inParts || after.written().isWorn() ? after.rewritten() : after;
    }

    private Picture written(long entries) {
        leaving.keySet().forEach(this::page);
        var tree = treeChanged ? new Tree(Collections.unmodifiableList(nodes)) : before.tree();
        var cells = tree.inOrder(drafts.keySet());
        var some = cells.stream()
                .map(cell -> Objects.requireNonNull(drafts.get(cell)))
                .toList();
        var left = cells.stream()
                .map(pages::get)
                .mapToInt(page -> page == null ? 0 : page.rows())
                .sum();
        var numbers = cells.stream().mapToInt(Integer::intValue).toArray();
        Block.write(some, numbers, before.ids(), pages);
        before.numbers().putAll(added);
        return new Picture(
                entries,
                before.numbers(),
                tree,
                Collections.unmodifiableList(pages),
                before.written().and(rows(), left),
                before.ids());
    }

    /** How many rows have been put in. */
    int rows() {
        return drafts.values().stream().mapToInt(CellPage.Draft::rows).sum();
    }
}
