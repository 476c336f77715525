package vn.nentang.membership.intake;

import java.util.Optional;
import vn.nentang.membership.intake.MemberRecord.Sex;

/** The words for sex in rosters. */
final class SexText {

    private SexText() {}

    static Optional<Sex> of(String raw) {
        return switch (Words.folded(raw)) {
            case "nam", "nam gioi", "trai", "m", "male", "ong", "con trai" -> Optional.of(Sex.M);
            case "nu", "nu gioi", "gai", "f", "female", "ba", "con gai" -> Optional.of(Sex.F);
            default -> Optional.empty();
        };
    }
}
