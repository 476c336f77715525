package vn.nentang.rulebook;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a parameter counts in; decides which values a file may give. */
public enum Unit {
    YEARS("năm", "years"),
    MONTHS("tháng", "months"),
    DAYS("ngày", "days"),
    WORKING_DAYS("ngày làm việc", "working days"),
    MINUTES("phút", "minutes"),
    PERSONS("người", "persons"),
    DIGITS("chữ số", "digits"),
    POINTS("điểm", "points"),
    PERCENT("%", "%"),
    SHARE("tỷ lệ", "share"),
    TIMES("lần", "times"),
    DONG("đồng", "dong"),
    MONTH_DAY("ngày trong năm", "day of the year"),
    TEXT("", "");

    private final String vietnamese;
    private final String english;

    Unit(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    static Map<String, Unit> byCode() {
        var byCode = new TreeMap<String, Unit>();
        Arrays.stream(values()).forEach(unit -> byCode.put(unit.code(), unit));
        return byCode;
    }

    /** The word used in files and JSON: {@code working-days}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Label label() {
        return new Label(vietnamese, english);
    }

    /** The value as this unit's type; NumberFormatException or DateTimeException when the text is not one. */
    Object parse(String value) {
        return switch (this) {
            case YEARS, MONTHS, DAYS, WORKING_DAYS, MINUTES, PERSONS, DIGITS, DONG -> Integer.valueOf(value);
            case POINTS, PERCENT, SHARE, TIMES -> new BigDecimal(value);
            case MONTH_DAY -> MonthDay.parse(value);
            case TEXT -> value;
        };
    }
}
