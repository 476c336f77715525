package vn.nentang.demo.nation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.nentang.demo.chance.DemoFile;

/** How often things happen, with the published figures they follow beside them in the file. */
final class Calibration {

    private static final String ON_ROLL = "on-roll.";

    private final Map<String, Double> values = new HashMap<>();
    private final TreeMap<LocalDate, Double> onRoll = new TreeMap<>();

    Calibration() {
        for (var row : DemoFile.rows("nation/calibration.csv")) {
            var value = Double.parseDouble(row.get(1));
            values.put(row.get(0), value);
            if (row.get(0).startsWith(ON_ROLL)) {
                onRoll.put(LocalDate.parse(row.get(0).substring(ON_ROLL.length())), value);
            }
        }
    }

    double of(String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    /** Members on the rolls on a date, as a share of those at the end. */
    double onRoll(LocalDate date) {
        var before = Objects.requireNonNull(onRoll.floorEntry(date));
        var after = onRoll.higherEntry(date);
        if (after == null) {
            return 1;
        }
        var way = (double) ChronoUnit.DAYS.between(before.getKey(), date)
                / ChronoUnit.DAYS.between(before.getKey(), after.getKey());
        return (before.getValue() + way * (after.getValue() - before.getValue()))
                / onRoll.lastEntry().getValue();
    }
}
