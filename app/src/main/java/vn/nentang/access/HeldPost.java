package vn.nentang.access;

import vn.nentang.kernel.OrganizationId;

/**
 * A post somebody holds.
 *
 * @param post a code of the list {@code post}; {@code member} for being on the roll of a cell
 */
public record HeldPost(OrganizationId organization, String post) {}
