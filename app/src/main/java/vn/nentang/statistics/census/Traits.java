package vn.nentang.statistics.census;

/** What is counted of a member during one period, words by their numbers, dates as days; 0 where nothing is known. */
record Traits(
        byte standing,
        byte sex,
        char birth,
        char admitted,
        byte ethnicGroup,
        byte religion,
        byte generalEducation,
        byte qualification,
        byte politicalTheory,
        char occupation) {}
