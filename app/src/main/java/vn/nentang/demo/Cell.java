package vn.nentang.demo;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.Timeline;

/** A roll of the story: a cell under a body, or a grassroots cell itself. Its end becomes known while the story is made. */
final class Cell {

    private final OrganizationId id;
    private final String name;
    private final Mix people;
    private final LocalDate from;
    private double size;
    private Timeline<Unit> units;
    private @Nullable LocalDate until;

    Cell(OrganizationId id, String name, Mix people, double size, LocalDate from, Unit unit) {
        this.id = id;
        this.name = name;
        this.people = people;
        this.size = size;
        this.from = from;
        this.units = Timeline.<Unit>empty().with(from, unit);
    }

    OrganizationId id() {
        return id;
    }

    String name() {
        return name;
    }

    Mix people() {
        return people;
    }

    LocalDate from() {
        return from;
    }

    /** How many members it is meant to have, against the others. */
    double size() {
        return size;
    }

    void grow(double by) {
        size += by;
    }

    boolean isOpen(LocalDate on) {
        return !on.isBefore(from) && (until == null || on.isBefore(until));
    }

    Unit unit(LocalDate on) {
        return units.on(on).orElseThrow();
    }

    Unit lastUnit() {
        return Objects.requireNonNull(units.byStart().lastEntry()).getValue();
    }

    boolean standsAlone() {
        return id.equals(lastUnit().id());
    }

    void moveTo(Unit unit, LocalDate on) {
        units = units.with(on, unit);
    }

    void end(LocalDate on) {
        until = on;
    }
}
