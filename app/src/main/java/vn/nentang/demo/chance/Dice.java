package vn.nentang.demo.chance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that can be repeated: the same seed and the same questions give the same answers. */
public final class Dice {

    private final SplittableRandom random;

    public Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Dice for one purpose, so that questions asked for another do not shift these answers. */
    public static Dice of(long seed, String purpose) {
        return new Dice(id(seed, purpose).getMostSignificantBits());
    }

    /** An identity that depends on nothing but its words. */
    public static UUID id(long seed, String words) {
        return UUID.nameUUIDFromBytes(("nentang-demo/" + seed + "/" + words).getBytes(StandardCharsets.UTF_8));
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    public LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    public <T> List<T> shuffled(List<T> all) {
        var copy = new ArrayList<>(all);
        for (int i = copy.size() - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            copy.set(j, copy.set(i, copy.get(j)));
        }
        return copy;
    }
}
