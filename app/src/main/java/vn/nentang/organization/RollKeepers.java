package vn.nentang.organization;

import java.util.Set;
import java.util.stream.Collectors;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Rulebook;

/** The types of organisations that keep a roll of members: cells of every kind, also of kinds no longer founded. */
public final class RollKeepers {

    private RollKeepers() {}

    /** Their codes in the list {@code organization-type}. */
    public static Set<String> types(Rulebook rulebook) {
        return rulebook.codeList("organization-type").codes().stream()
                .filter(type -> "true".equals(type.with().get("keepsRoll")))
                .map(CodeList.Code::code)
                .collect(Collectors.toSet());
    }
}
