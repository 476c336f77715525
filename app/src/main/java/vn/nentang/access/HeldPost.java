package vn.nentang.access;

import vn.nentang.kernel.OrganizationId;

/**
 * A post somebody holds.
 *
 * @param organization over which it is held; what stands below it is covered too
 * @param post code of the list {@code post}
 */
public record HeldPost(OrganizationId organization, String post) {}
