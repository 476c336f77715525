package vn.nentang.shell.web.round;

import java.util.List;

/**
 * What may be proposed of the subjects of one organisation's papers.
 *
 * @param levels of members, highest first
 * @param own levels of the organisation itself, highest first
 * @param reasons why a subject may be left without a level
 */
public record Choices(List<FactFields.Option> levels, List<FactFields.Option> own, List<FactFields.Option> reasons) {
    public Choices {
        levels = List.copyOf(levels);
        own = List.copyOf(own);
        reasons = List.copyOf(reasons);
    }
}
