package vn.nentang.kernel;

import java.util.UUID;

/** Identity of one person: given once, never reused, independent of any code or number printed on paper. */
public record PersonId(UUID value) {

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    /** The name under which the ledger files what concerns this person. */
    public String subject() {
        return "person:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
