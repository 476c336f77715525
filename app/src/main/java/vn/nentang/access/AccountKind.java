package vn.nentang.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account is for; decides whether it may read members' records and whether it may record. */
public enum AccountKind {
    /** The office of a committee: reads and records for the whole scope. */
    COMMITTEE_OFFICE(true, true),
    /** A cell's secretary: reads and records for the own cell. */
    CELL_SECRETARY(true, true),
    /** A member: sees organisations, rules and summary figures, nobody's file. */
    MEMBER(false, false),
    /** Keeps the machine running: sees no member's record. */
    TECHNICAL(false, false);

    private final boolean readsMembers;
    private final boolean records;

    AccountKind(boolean readsMembers, boolean records) {
        this.readsMembers = readsMembers;
        this.records = records;
    }

    public boolean readsMembers() {
        return readsMembers;
    }

    public boolean records() {
        return records;
    }

    /** The word used on the command line and as key of its label: {@code cell-secretary}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AccountKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
