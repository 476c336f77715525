package vn.nentang.demo;

import java.util.Locale;

/** As the form writes it. */
enum Sex {
    MALE,
    FEMALE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
