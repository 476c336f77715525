package vn.nentang.rulebook.regime;

import vn.nentang.kernel.Citation;
import vn.nentang.rulebook.Label;

/**
 * One thing an article asks for.
 *
 * @param id stable within its regime: {@code member.htxs.score}
 * @param when the article as an expression over facts
 */
public record Condition(String id, Expression when, Label sentence, Citation source) {}
