package vn.nentang.demo.nation;

import java.time.Duration;
import java.time.Instant;

/** In which order the reorganisation of July 2025 is recorded: what is joined must be there, what ends must be empty. */
enum Reorganisation {
    COMMUNES_FOUNDED(1),
    CELLS_MOVED(2),
    UNITS_ENDED(3),
    UPPER_ENDED(4);

    private final int hour;

    Reorganisation(int hour) {
        this.hour = hour;
    }

    /** Provinces are founded at the beginning of the day. */
    Instant at() {
        return Journal.at(Chronicle.REORGANISED).plus(Duration.ofHours(hour));
    }
}
