package vn.nentang.rulebook;

import java.time.LocalDate;

/** A parameter was asked for on a day on which the rulebook holds no value for it: before its first date or after its end. */
public final class NothingInForce extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient LocalDate date;

    public NothingInForce(String key, LocalDate date) {
        super("Không có quy định nào về “%s” có hiệu lực ngày %s. / Nothing is in force for “%s” on %s."
                .formatted(key, date, key, date));
        this.key = key;
        this.date = date;
    }

    public String key() {
        return key;
    }

    public LocalDate date() {
        return date;
    }
}
