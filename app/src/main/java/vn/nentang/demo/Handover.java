package vn.nentang.demo;

import java.time.LocalDate;

/**
 * On a day a share of the members of one cell go to another.
 *
 * @param share of the members, 1 for all
 */
record Handover(LocalDate on, Cell from, Cell to, double share) {}
