package vn.nentang.demo;

import vn.nentang.demo.chance.Dice;
import vn.nentang.demo.chance.Sex;

/** How a person serves; sets ages, posts and how long one stays. */
enum Service {
    OFFICER(0.04, 23, 54),
    PROFESSIONAL(0.14, 21, 52),
    WORKER(0.45, 22, 55),
    CONSCRIPT(0, 20, 25);

    private final double women;
    private final int youngest;
    private final int oldest;

    Service(double women, int youngest, int oldest) {
        this.women = women;
        this.youngest = youngest;
        this.oldest = oldest;
    }

    Sex sex(Dice dice) {
        return dice.chance(women) ? Sex.FEMALE : Sex.MALE;
    }

    /** Years of age, the young more often than the old. */
    int age(Dice dice) {
        var span = oldest - youngest;
        return youngest + Math.min(dice.between(0, span), dice.between(0, span + span / 2));
    }

    int retiresAt(Dice dice) {
        return switch (this) {
            case OFFICER -> dice.between(50, 57);
            case PROFESSIONAL -> dice.between(49, 54);
            case WORKER -> dice.between(55, 60);
            case CONSCRIPT -> Integer.MAX_VALUE;
        };
    }
}
