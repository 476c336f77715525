package vn.nentang.shell.web.review;

/**
 * A level, or a reason why there is none, as pages print it.
 *
 * @param tone 1 for the best level to 4 for the lowest, 0 for none
 */
public record ShownLevel(String code, String label, int tone) {}
