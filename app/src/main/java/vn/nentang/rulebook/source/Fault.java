package vn.nentang.rulebook.source;

import java.util.Locale;

/** What can be wrong with a file that is read strictly, in the words people see. */
public enum Fault {
    TOO_LARGE("tệp quá lớn", "the file is too large"),
    NOT_YAML("không đọc được theo YAML", "this is not YAML"),
    EMPTY_FILE("tệp trống", "the file is empty"),
    ALIAS("không dùng tham chiếu", "aliases are not allowed"),
    SECOND_DOCUMENT("tệp có hơn một văn bản", "the file holds more than one document"),
    NOT_A_MAPPING("phải là các mục có giá trị", "this must be keys with values"),
    NOT_A_LIST("phải là danh sách", "this must be a list"),
    NOT_TEXT("phải là chữ", "this must be text"),
    KEY_TWICE("mục ghi hai lần", "the key stands twice"),
    UNKNOWN_KEY("mục không có trong quy ước", "unknown key"),
    MISSING("thiếu mục", "the key is missing"),
    NOT_A_DATE("không phải ngày có thật", "this is not a date"),
    NOT_A_NUMBER("không phải số", "this is not a number"),
    NOT_AN_ALLOWED_WORD("không thuộc các từ được dùng", "this word is not allowed here"),
    UNKNOWN_INSTRUMENT("văn bản chưa có trong sổ văn bản", "unknown instrument"),
    UNSORTED_DATES("ngày không theo thứ tự tăng dần", "the dates are not in rising order"),
    USED_TWICE("đã có ở nơi khác", "this stands elsewhere already"),
    UNKNOWN_NAME("tên chưa được khai báo", "this name is not declared"),
    BAD_EXPRESSION("điều kiện viết sai", "the condition cannot be compiled"),
    OVERLAP("hai chế độ cùng hiệu lực một ngày", "two regimes are in force on the same day");

    private final String vietnamese;
    private final String english;

    Fault(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Stable word for machines. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }
}
