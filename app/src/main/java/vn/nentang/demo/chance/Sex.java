package vn.nentang.demo.chance;

import java.util.Locale;

/** As the form writes it. */
public enum Sex {
    MALE,
    FEMALE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
