package vn.nentang.review.round;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.nentang.committee.Committees;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.People;
import vn.nentang.organization.OrganizationTree;

/** Facts of a regime that follow from what other registers tell of the members of a cell. */
@Component
public final class Circumstances {

    static final String MOVED = "movedInYear";
    static final String POST_ELSEWHERE = "postElsewhere";
    private static final MonthDay FIRST_DAY = MonthDay.of(1, 1);

    private final People people;
    private final Committees committees;

    public Circumstances(People people, Committees committees) {
        this.people = people;
        this.committees = committees;
    }

    /**
     * By cell and person; who has none is left out. A cell merged away in the year is no move of its members.
     *
     * @param rolls who stands on the roll of each cell
     */
    Map<OrganizationId, Map<PersonId, Set<String>>> of(
            Map<OrganizationId, Set<PersonId>> rolls, OrganizationTree tree, LocalDate on) {
        var persons = rolls.values().stream().flatMap(Set::stream).distinct().toList();
        var before = people.cells(persons, FIRST_DAY.atYear(on.getYear()));
        var served = committees.organizationsServed(persons, on);
        var found = new HashMap<OrganizationId, Map<PersonId, Set<String>>>();
        rolls.forEach((cell, roll) ->
                found.put(cell, roll.stream().collect(Collectors.toMap(person -> person, person -> {
                    var facts = new HashSet<String>();
                    var earlier = before.get(person);
                    if (earlier != null
                            && !earlier.equals(cell)
                            && tree.find(earlier).isPresent()) {
                        facts.add(MOVED);
                    }
                    if (served.getOrDefault(person, Set.of()).stream().anyMatch(where -> !where.equals(cell))) {
                        facts.add(POST_ELSEWHERE);
                    }
                    return facts;
                }))));
        return found;
    }
}
