package vn.nentang.membership.intake;

import java.util.Locale;
import vn.nentang.membership.intake.Problem.Severity;

/** Everything the check of a roster can find in a row. Codes are stable; each has its sentence in two languages. */
public enum ProblemCode {
    MISSING_NAME(
            Severity.ERROR,
            "thiếu họ và tên, trong khi dòng có thông tin khác của một người.",
            "the name is missing, although the row holds other facts of a person."),
    MISSING_VALUE(Severity.ERROR, "bỏ trống; thông tin này cần có.", "empty; this fact is needed."),
    NOT_A_DATE(
            Severity.ERROR,
            "“%s” không phải là ngày; ghi dd/mm/yyyy, mm/yyyy hoặc yyyy.",
            "“%s” is not a date; write dd/mm/yyyy, mm/yyyy or yyyy."),
    IMPOSSIBLE_DATE(Severity.ERROR, "“%s” là ngày không có trong lịch.", "“%s” is a day that does not exist."),
    FUTURE_DATE(Severity.ERROR, "“%s” sau ngày của danh sách.", "“%s” lies after the day of the list."),
    IMPLAUSIBLE_DATE(
            Severity.ERROR,
            "“%s” quá xa để đúng với một đảng viên còn sống.",
            "“%s” is too long ago for a living member."),
    MONTH_DAY_SWAPPED(
            Severity.WARNING,
            "“%s” ghi tháng trước ngày; đã đọc theo nghĩa duy nhất có thể.",
            "“%s” has the month before the day; read the only way possible."),
    MALFORMED_DATE(
            Severity.WARNING,
            "“%s” sai dấu ngăn cách nhưng chỉ đọc được một cách; đã đọc.",
            "“%s” has damaged punctuation but reads only one way; read so."),
    PARTIAL_DATE(
            Severity.WARNING,
            "“%s” chỉ cho biết năm hoặc tháng và năm; giữ nguyên như vậy.",
            "“%s” gives only the year, or month and year; kept as it is."),
    SERIAL_DATE(
            Severity.WARNING,
            "“%s” là số thứ tự ngày của bảng tính; đã đọc thành ngày.",
            "“%s” is a spreadsheet's serial number; read as that day."),
    LOST_LEADING_ZEROS(
            Severity.WARNING,
            "“%s” bị mất số 0 ở đầu; đã khôi phục đủ 12 chữ số.",
            "“%s” lost its leading zeros; restored to 12 digits."),
    DIGITS_LOST(
            Severity.ERROR,
            "“%s” đã mất chữ số do bảng tính rút gọn; cần nhập lại đủ 12 chữ số.",
            "“%s” lost digits to exponent notation; all 12 must be entered again."),
    WRONG_LENGTH(Severity.WARNING, "“%s” không đủ 12 chữ số; để trống.", "“%s” does not have 12 digits; left empty."),
    LETTERS_FOR_DIGITS(
            Severity.WARNING,
            "“%s” có chữ O thay cho số 0; đã đọc là 0.",
            "“%s” has a letter O for a zero; read as zero."),
    OLD_ID_NUMBER(
            Severity.WARNING,
            "“%s” là số chứng minh nhân dân 9 số, không phải số định danh; để trống.",
            "“%s” is a 9-digit number of the old identity card, not a citizen id; left empty."),
    PLACEHOLDER_VALUE(
            Severity.WARNING, "“%s” chỉ là số điền cho đủ; để trống.", "“%s” is a filler, no value; left empty."),
    ID_SEX_MISMATCH(
            Severity.WARNING,
            "chữ số thứ tư của “%s” không khớp với giới tính.",
            "the fourth digit of “%s” says another sex than the row."),
    ID_BIRTH_MISMATCH(
            Severity.WARNING,
            "chữ số thứ năm và sáu của “%s” không khớp với năm sinh.",
            "digits five and six of “%s” differ from the year of birth."),
    UNKNOWN_VALUE(Severity.WARNING, "“%s” không có trong danh mục; để trống.", "“%s” is in no list; left empty."),
    CONTRADICTORY_VALUES(Severity.ERROR, "đánh dấu cả hai cột loại trừ nhau.", "two marks that exclude each other."),
    LEGACY_ENCODING(
            Severity.WARNING,
            "“%s” viết bằng bảng mã cũ (TCVN3 hoặc VNI); đã chuyển sang Unicode.",
            "“%s” is in an old coding (TCVN3 or VNI); converted to Unicode."),
    ERROR_CELL(Severity.ERROR, "ô báo lỗi %s.", "the cell holds the error %s."),
    FORMULA_IN_DATA(
            Severity.WARNING,
            "ô chứa công thức %s; chỉ lấy kết quả đã lưu, không chạy gì.",
            "the cell holds the formula %s; only its stored result is taken, nothing is run."),
    FORMULA_WITHOUT_VALUE(
            Severity.ERROR,
            "công thức %s không có kết quả lưu trong tệp; mở và lưu lại bằng bảng tính.",
            "the formula %s has no stored result; open and save the file in a spreadsheet program."),
    FORMULA_LIKE_TEXT(
            Severity.WARNING,
            "“%s” bắt đầu như công thức; giữ là chữ, không chạy.",
            "“%s” begins like a formula; kept as text, never run."),
    EXTRA_WORDS_IN_NAME(
            Severity.WARNING,
            "“%s” có từ xưng hô hoặc ghi thêm; đã bỏ khỏi họ tên.",
            "“%s” holds a form of address or a remark; left out of the name."),
    UNKNOWN_CELL(
            Severity.ERROR,
            "“%s” không có trong các chi bộ hiện có; cần người chọn đúng chi bộ.",
            "“%s” is none of the existing cells; a person must choose the right one."),
    DUPLICATE_IN_FILE(Severity.ERROR, "“%s” có hai lần trong tệp.", "“%s” stands twice in the file."),
    SAME_PERSON_TWO_CELLS(Severity.ERROR, "“%s” có ở hai chi bộ trong tệp.", "“%s” stands in two cells in the file."),
    DUPLICATE_ID(
            Severity.ERROR, "số “%s” dùng cho hai người khác nhau.", "number “%s” is used for two different persons."),
    RECOGNISED_BEFORE_ADMITTED(
            Severity.ERROR,
            "“%s”: công nhận chính thức trước ngày vào Đảng.",
            "“%s”: recognised before being admitted."),
    RECOGNISED_TOO_EARLY(
            Severity.WARNING,
            "“%s”: công nhận chính thức khi chưa hết thời gian dự bị.",
            "“%s”: recognised before the end of probation."),
    ADMITTED_UNDER_18(Severity.WARNING, "“%s”: vào Đảng khi chưa đủ tuổi.", "“%s”: admitted below the age required."),
    STANDING_CONTRADICTS_DATES(
            Severity.WARNING,
            "“%s” trái với các ngày đã ghi; cần xem lại.",
            "“%s” contradicts the dates of the row; to be looked at."),
    HIDDEN_ROW(
            Severity.WARNING,
            "dòng này bị ẩn trong bảng tính; vẫn được đọc.",
            "this row is hidden in the sheet; it is read all the same.");

    private final Severity severity;
    private final String vi;
    private final String en;

    ProblemCode(Severity severity, String vi, String en) {
        this.severity = severity;
        this.vi = vi;
        this.en = en;
    }

    /** The stable code used in JSON, for example {@code lost-leading-zeros}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    String vi(String given) {
        return vi.replace("%s", shortened(given));
    }

    String en(String given) {
        return en.replace("%s", shortened(given));
    }

    private static String shortened(String given) {
        var line = given.replaceAll("\\s*\\R\\s*", " / ").strip();
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }
}
