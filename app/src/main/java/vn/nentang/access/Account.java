package vn.nentang.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.PersonId;

/**
 * One who may sign in. It belongs to a person, and may do what the posts of that person allow; or it is technical and
 * belongs to nobody.
 *
 * @param login lower case; what is typed, and the author's name in the ledger
 * @param person null for a technical account
 * @param passwordSetAt sessions opened under an older password end
 */
public record Account(
        UUID id, String login, String displayName, @Nullable PersonId person, Instant passwordSetAt) {

    public boolean isTechnical() {
        return person == null;
    }
}
