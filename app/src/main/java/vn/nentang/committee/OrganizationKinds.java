package vn.nentang.committee;

import java.time.LocalDate;
import vn.nentang.rulebook.Rulebook;

/** What a type of organisation means for its committee on a day, by the list {@code organization-type}. */
record OrganizationKinds(Rulebook rulebook, LocalDate on) {

    private static final String LIST = "organization-type";

    boolean isCell(String type) {
        return says(type, "keepsRoll");
    }

    boolean isGrassroots(String type) {
        return says(type, "grassroots");
    }

    /** Whether it has an inspection committee. */
    boolean isInspected(String type) {
        return says(type, "inspected");
    }

    /** Cells under a grassroots body have the shorter term; a grassroots cell has the term of a body. */
    boolean hasShortTerm(String type) {
        return isCell(type) && !isGrassroots(type);
    }

    private boolean says(String type, String fact) {
        var list = rulebook.codeList(LIST);
        return list.find(type, on)
                .or(() -> list.codes().stream()
                        .filter(code -> code.code().equals(type))
                        .findFirst())
                .map(code -> "true".equals(code.with().get(fact)))
                .orElse(false);
    }
}
