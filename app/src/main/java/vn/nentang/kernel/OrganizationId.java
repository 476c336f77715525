package vn.nentang.kernel;

import java.util.UUID;

/** Identity of one organization: given once, never reused, independent of any code or number printed on paper. */
public record OrganizationId(UUID value) {

    public static OrganizationId of(String text) {
        return new OrganizationId(UUID.fromString(text));
    }

    /** The name under which the ledger files what concerns this organization. */
    public String subject() {
        return "organization:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
