package vn.nentang.review;

import java.util.List;
import vn.nentang.kernel.Refusal;

/** What has to come before a decision of a year; asked by the desk that records decisions, however they arrive. */
public interface DecisionOrder {

    /** Every reason why some decisions, taken together, come too early or are not their author's to take. */
    List<Refusal> against(String author, List<ReviewEvent> decisions);
}
