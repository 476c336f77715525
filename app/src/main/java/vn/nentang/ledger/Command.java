package vn.nentang.ledger;

import java.util.UUID;

/**
 * A request as its sender names it. The id is made by the sender, so that a request sent twice is recorded once.
 *
 * @param author the account that asks
 * @param request what is asked; two requests under one id must be equal
 */
public record Command(UUID id, String author, Object request) {}
