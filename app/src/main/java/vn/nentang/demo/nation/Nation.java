package vn.nentang.demo.nation;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.nentang.demo.chance.Names;
import vn.nentang.ledger.Parcel;
import vn.nentang.rulebook.Rulebook;

/** A whole nation of a size and a seed, told one installation after the other. */
record Nation(
        long seed, Plan plan, Rulebook rulebook, Calibration calibration, Names names, Map<Integer, Levels> byYear) {

    static Nation of(int members, long seed, Rulebook rulebook) {
        var calibration = new Calibration();
        var plan = Plan.of(Atlas.load(), members, seed, calibration);
        var levels = new HashMap<Integer, Levels>();
        for (int year = Chronicle.FIRST_YEAR; year <= Chronicle.LAST_REVIEWED_YEAR; year++) {
            levels.put(year, new Levels(year, rulebook, calibration));
        }
        return new Nation(seed, plan, rulebook, calibration, new Names("nation/names.yaml"), levels);
    }

    double inVillages() {
        return calibration.of("organization.in-villages");
    }

    Levels levels(int year) {
        return Objects.requireNonNull(byYear.get(year));
    }

    /** The organisations above the communes first, then commune by commune. Nothing is kept of those that were told. */
    Iterator<Parcel> parcels() {
        var upper = new Upper(this);
        return Stream.concat(
                        Stream.of(upper.parcel()),
                        plan.places().stream().map(place -> new Area(place, this, upper).parcel()))
                .iterator();
    }
}
