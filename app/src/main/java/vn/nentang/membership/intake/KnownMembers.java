package vn.nentang.membership.intake;

import java.util.List;
import vn.nentang.kernel.PersonId;

/** Members already on record, looked up so that nobody is recorded twice. A match is shown; nobody is merged by it. */
@FunctionalInterface
public interface KnownMembers {

    /** What two records have in common, strongest first. */
    enum Key {
        CITIZEN_ID,
        CARD_NUMBER,
        NAME_AND_BIRTH
    }

    /** A member on record who may be the person of a row. */
    record Match(PersonId person, Key by) {}

    /** All who may be this person: by citizen id, then by card number, then by name and birth. */
    List<Match> like(MemberRecord row);

    /** Nobody is on record yet. */
    static KnownMembers none() {
        return _ -> List.of();
    }
}
