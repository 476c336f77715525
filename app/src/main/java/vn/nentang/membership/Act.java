package vn.nentang.membership;

import java.time.LocalDate;
import vn.nentang.kernel.Paper;

/** One of many acts proposed together: what, from which day, by which paper. */
public record Act(MembershipEvent event, LocalDate on, Paper paper) {}
