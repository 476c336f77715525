package vn.nentang.demo.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PersonId;
import vn.nentang.membership.Fact;

/** A made-up member while the story is told. */
final class Person {

    final PersonId id;
    final LocalDate birth;
    final LocalDate admittedOn;
    final List<Fact> file = new ArrayList<>();
    String card = "";
    boolean leader;
    boolean exempt;

    /** Moved to another commune; still told of here. */
    boolean far;

    @Nullable
    LocalDate recognisedOn;

    private @Nullable Roll cell;

    Person(PersonId id, LocalDate birth, LocalDate admittedOn) {
        this.id = id;
        this.birth = birth;
        this.admittedOn = admittedOn;
    }

    boolean isOnRoll() {
        return cell != null;
    }

    Roll cell() {
        return Objects.requireNonNull(cell);
    }

    void enter(Roll other) {
        leave();
        cell = other;
        other.members++;
    }

    void leave() {
        if (cell != null) {
            cell.members--;
            cell = null;
        }
    }

    int ageOn(LocalDate date) {
        return birth.until(date).getYears();
    }

    String about() {
        return id.toString();
    }
}
