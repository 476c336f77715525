package vn.nentang.demo.chance;

import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** Things drawn by their weight. */
public final class Lot<T> {

    private static final int PARTS = 1_000_000;

    private final NavigableMap<Double, T> byUpperEnd = new TreeMap<>();
    private double total;

    public Lot<T> with(T thing, double weight) {
        if (weight > 0) {
            total += weight;
            byUpperEnd.put(total, thing);
        }
        return this;
    }

    public T draw(Dice dice) {
        var at = total * dice.below(PARTS) / PARTS;
        return Objects.requireNonNull(byUpperEnd.higherEntry(at)).getValue();
    }
}
