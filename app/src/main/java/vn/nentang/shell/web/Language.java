package vn.nentang.shell.web;

import java.util.Locale;

/** The language of the pages; Vietnamese unless the reader switched. */
public enum Language {
    VI,
    EN;

    static final String COOKIE = "language";

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Language other() {
        return this == VI ? EN : VI;
    }

    Locale locale() {
        return this == VI ? Locale.of("vi", "VN") : Locale.UK;
    }

    public static Language of(String code) {
        return "en".equals(code) ? EN : VI;
    }
}
