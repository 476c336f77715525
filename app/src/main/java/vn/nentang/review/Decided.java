package vn.nentang.review;

import java.time.LocalDate;
import vn.nentang.kernel.Paper;

/** One decision to be recorded: what, on which day, by which paper. */
public record Decided(ReviewEvent event, LocalDate on, Paper paper) {}
