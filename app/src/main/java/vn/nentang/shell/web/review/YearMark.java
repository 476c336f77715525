package vn.nentang.shell.web.review;

/**
 * The result of one year as a coloured mark.
 *
 * @param tone 1 for the best level to 4 for the lowest, 0 for none
 * @param title the level, or why there is none, in words
 */
public record YearMark(int year, int tone, String title) {}
