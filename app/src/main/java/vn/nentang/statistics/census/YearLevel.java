package vn.nentang.statistics.census;

/** What was decided of a year, the level or the reason for none by its number. */
record YearLevel(int year, int code) {}
