package vn.nentang.demo.nation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.nentang.demo.chance.Dice;

/** Which communes a nation of a size consists of, and how many members each has at the end. */
record Plan(Atlas atlas, List<Place> places) {

    private static final double MEMBERS_OF_A_COMMUNE = 1_686;
    private static final int COMMUNES_LEAST = 2;
    private static final double THOUSAND = 1_000;

    /**
     * A commune of the plan.
     *
     * @param members on its rolls on the last day, those who moved here from elsewhere left out
     * @param first the number of its first person
     */
    record Place(Atlas.Commune commune, int members, long first) {}

    static Plan of(Atlas atlas, int members, long seed, Calibration calibration) {
        var wanted = (int) Math.round(members / MEMBERS_OF_A_COMMUNE);
        var communes = wanted >= atlas.communes().size()
                ? atlas.communes()
                : chosen(atlas, Math.max(COMMUNES_LEAST, wanted), Dice.of(seed, "plan"));
        return new Plan(atlas, shared(communes, members, calibration));
    }

    /** Fewer provinces, and in each fewer communes; the first province is one that was joined from several. */
    private static List<Atlas.Commune> chosen(Atlas atlas, int wanted, Dice dice) {
        var provinces = dice.shuffled(List.copyOf(atlas.provinces().values())).stream()
                .sorted(Comparator.comparing((Atlas.Province p) -> atlas.isUnchanged(p)))
                .toList();
        var others = dice.shuffled(provinces.subList(1, provinces.size()));
        var rows = new ArrayList<>(List.of(alternating(atlas, provinces.getFirst(), dice)));
        for (var next = others.iterator(); rows.stream().mapToInt(List::size).sum() < wanted; ) {
            rows.add(alternating(atlas, next.next(), dice));
        }
        var chosen = new LinkedHashSet<Atlas.Commune>();
        for (int i = 0; chosen.size() < wanted; i++) {
            for (var row : rows) {
                if (i < row.size() && chosen.size() < wanted) {
                    chosen.add(row.get(i));
                }
            }
        }
        return atlas.communes().stream().filter(chosen::contains).toList();
    }

    /** The communes of a province at random, taking turns between the provinces it was joined from. */
    private static List<Atlas.Commune> alternating(Atlas atlas, Atlas.Province province, Dice dice) {
        var groups = new LinkedHashMap<String, List<Atlas.Commune>>();
        dice.shuffled(atlas.communes()).stream()
                .filter(c -> c.province().equals(province.code()))
                .forEach(c -> groups.computeIfAbsent(atlas.formerProvince(c).code(), _ -> new ArrayList<>())
                        .add(c));
        var row = new ArrayList<Atlas.Commune>();
        var longest = groups.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (var group : groups.values()) {
                if (i < group.size()) {
                    row.add(group.get(i));
                }
            }
        }
        return row;
    }

    private static List<Place> shared(List<Atlas.Commune> communes, int members, Calibration calibration) {
        var weights = communes.stream().mapToDouble(c -> weight(c, calibration)).toArray();
        var total = Arrays.stream(weights).sum();
        var places = new ArrayList<Place>();
        var before = 0.0;
        var given = 0;
        for (int i = 0; i < weights.length; i++) {
            before += weights[i];
            var until = (int) Math.round(members * before / total);
            places.add(new Place(communes.get(i), until - given, 2L * given));
            given = until;
        }
        return places;
    }

    private static double weight(Atlas.Commune commune, Calibration calibration) {
        return calibration.of("organization.members-of-a-commune")
                + calibration.of("organization.members-of-a-thousand") * commune.population() / THOUSAND;
    }

    Set<Atlas.Province> provinces() {
        var all = new LinkedHashSet<Atlas.Province>();
        places.forEach(p -> all.add(atlas.province(p.commune())));
        return all;
    }

    Set<Atlas.District> districts() {
        var all = new LinkedHashSet<Atlas.District>();
        places.stream().flatMap(p -> p.commune().former().stream()).forEach(f -> all.add(atlas.district(f)));
        return all;
    }
}
