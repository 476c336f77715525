package vn.nentang.review;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nentang.organization.Organization;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.RulesOn;

/** As what each type of organisation is reviewed. An organisation keeps its type when that may no longer be founded. */
public final class OrganizationTypes {

    private static final String TYPES = "organization-type";
    private static final String CELL = "cell";

    private final Map<String, CodeList.Code> types;

    public OrganizationTypes(RulesOn rules) {
        var list = rules.rulebook().codeList(TYPES);
        this.types = Stream.concat(list.on(rules.date()).stream(), list.codes().stream())
                .collect(Collectors.toMap(CodeList.Code::code, c -> c, (first, _) -> first));
    }

    /** The kind of subject of a regime; empty for what is not reviewed as an organisation. */
    public Optional<String> kind(Organization organization) {
        return property(organization, "reviewedAs");
    }

    public boolean isCell(Organization organization) {
        return kind(organization).filter(CELL::equals).isPresent();
    }

    public boolean isGrassroots(Organization organization) {
        return property(organization, "grassroots").filter("true"::equals).isPresent();
    }

    private Optional<String> property(Organization organization, String name) {
        return Optional.ofNullable(types.get(organization.type()))
                .flatMap(type -> Optional.ofNullable(type.with().get(name)));
    }
}
