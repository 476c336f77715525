package vn.nentang.demo.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nentang.demo.chance.DemoFile;
import vn.nentang.demo.chance.Lot;

/**
 * The provinces, districts and communes of the country: those of today, those before the reorganisation of July 2025, and
 * the communes merged since 2018. Of a commune that was divided, the whole counts to the new one that took most of it.
 */
record Atlas(
        Map<String, Province> provinces,
        Map<String, FormerProvince> formerProvinces,
        Map<String, District> districts,
        List<Commune> communes) {

    /** The peoples its members are of, drawn by their share. */
    record Province(String code, String name, Lot<String> peoples) {}

    record FormerProvince(String code, String name, String now) {}

    record District(String code, String name, String province) {}

    /** A commune of today, with those it was made of. */
    record Commune(String code, String name, String province, int population, List<FormerCommune> former) {

        /** It kept its name and nothing joined it. */
        boolean isUnchanged() {
            return former.size() == 1 && former.getFirst().name().equals(name);
        }
    }

    /** A commune until July 2025, with those that joined it before. */
    record FormerCommune(String code, String name, String district, List<Merged> merged) {}

    record Merged(String code, String name, LocalDate until) {}

    private static final String KINH = "01";

    static Atlas load() {
        var merged = new LinkedHashMap<String, List<Merged>>();
        for (var r : DemoFile.rows("nation/communes-merged.csv")) {
            merged.computeIfAbsent(r.get(3), _ -> new ArrayList<>())
                    .add(new Merged(r.get(0), r.get(1), LocalDate.parse(r.get(2))));
        }
        var former = new LinkedHashMap<String, List<FormerCommune>>();
        for (var r : DemoFile.rows("nation/communes-before.csv")) {
            former.computeIfAbsent(r.get(3), _ -> new ArrayList<>())
                    .add(new FormerCommune(r.get(0), r.get(1), r.get(2), merged.getOrDefault(r.get(0), List.of())));
        }
        return new Atlas(readProvinces(), readFormerProvinces(), readDistricts(), readCommunes(former));
    }

    private static Map<String, Province> readProvinces() {
        var all = new LinkedHashMap<String, Province>();
        DemoFile.rows("nation/provinces.csv")
                .forEach(r -> all.put(r.get(0), new Province(r.get(0), r.get(1), peoples(r.get(2)))));
        return all;
    }

    /** {@code code:percent} with blanks between; the rest are Kinh. */
    private static Lot<String> peoples(String shares) {
        var lot = new Lot<String>();
        var rest = 100;
        for (var share : shares.isEmpty() ? new String[0] : shares.split(" ")) {
            var percent = Integer.parseInt(share.substring(share.indexOf(':') + 1));
            lot.with(share.substring(0, share.indexOf(':')), percent);
            rest -= percent;
        }
        return lot.with(KINH, rest);
    }

    private static Map<String, FormerProvince> readFormerProvinces() {
        var all = new LinkedHashMap<String, FormerProvince>();
        DemoFile.rows("nation/provinces-before.csv")
                .forEach(r -> all.put(r.get(0), new FormerProvince(r.get(0), r.get(1), r.get(2))));
        return all;
    }

    private static Map<String, District> readDistricts() {
        var all = new LinkedHashMap<String, District>();
        DemoFile.rows("nation/districts.csv")
                .forEach(r -> all.put(r.get(0), new District(r.get(0), r.get(1), r.get(2))));
        return all;
    }

    private static List<Commune> readCommunes(Map<String, List<FormerCommune>> former) {
        return DemoFile.rows("nation/communes.csv").stream()
                .map(r -> new Commune(
                        r.get(0),
                        r.get(1),
                        r.get(2),
                        Integer.parseInt(r.get(3)),
                        List.copyOf(former.getOrDefault(r.get(0), List.of()))))
                .toList();
    }

    List<FormerProvince> madeInto(Province province) {
        return formerProvinces.values().stream()
                .filter(f -> f.now().equals(province.code()))
                .toList();
    }

    /** Nothing joined it. */
    boolean isUnchanged(Province province) {
        return madeInto(province).size() == 1;
    }

    Province province(Commune commune) {
        return Objects.requireNonNull(provinces.get(commune.province()));
    }

    FormerProvince formerProvince(Commune commune) {
        var district = district(commune.former().getFirst());
        return Objects.requireNonNull(formerProvinces.get(district.province()));
    }

    District district(FormerCommune commune) {
        return Objects.requireNonNull(districts.get(commune.district()));
    }
}
