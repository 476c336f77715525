package vn.nentang.demo.nation;

import java.time.LocalDate;
import vn.nentang.kernel.Timeline;

/** A cell with its members, under a grassroots organisation or a grassroots organisation itself. */
final class Roll {

    final Body cell;
    private final double size;
    private Timeline<Body> units;
    int members;

    Roll(Body cell, Body unit, double size) {
        this.cell = cell;
        this.size = size;
        this.units = Timeline.<Body>empty().with(LocalDate.MIN, unit);
    }

    /** The grassroots organisation it is reviewed in. */
    Body unit(LocalDate on) {
        return units.on(on).orElseThrow();
    }

    void moveTo(Body unit, LocalDate on) {
        units = units.with(on, unit);
    }

    /** How full it is, against how many it is meant to have. */
    double fullness() {
        return members / size;
    }

    double size() {
        return size;
    }
}
