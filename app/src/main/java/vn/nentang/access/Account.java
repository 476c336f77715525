package vn.nentang.access;

import java.time.Instant;
import java.util.UUID;
import vn.nentang.kernel.OrganizationId;

/**
 * One who may sign in.
 *
 * @param login lower case; what is typed, and the author's name in the ledger
 * @param scope the organisation whose records, and those of all below it, the account may see
 * @param passwordSetAt sessions opened under an older password end
 */
public record Account(
        UUID id, String login, String displayName, OrganizationId scope, AccountKind kind, Instant passwordSetAt) {}
