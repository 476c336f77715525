package vn.nentang.sheet;

import java.util.Locale;

/** Why a whole file is refused. Nothing of a refused file is taken over. */
public enum RefusalReason {
    EMPTY_FILE("Tệp rỗng.", "The file is empty."),
    CORRUPTED_FILE(
            "Tệp bị hỏng hoặc bị khóa, không đọc được đến hết; không lấy gì từ tệp này.",
            "The file is damaged or locked and cannot be read to its end; nothing of it is taken over."),
    UNPACKS_TOO_LARGE(
            "Nội dung tệp quá lớn so với giới hạn đọc.", "The content of the file is larger than what may be read."),
    NO_MEMBER_TABLE("Không tìm thấy bảng danh sách trong tệp.", "No table that could be recognised in the file."),
    NO_DATA_ROWS("Bảng chỉ có tiêu đề, không có dòng nào.", "The table has a header and no row."),
    NOT_A_SPREADSHEET(
            "Tệp không phải là bảng tính, dù phần đuôi của tên ghi như vậy.",
            "The file is not a spreadsheet, although its name says so.");

    private final String vi;
    private final String en;

    RefusalReason(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    /** The stable code used in JSON, for example {@code corrupted-file}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String vi() {
        return vi;
    }

    public String en() {
        return en;
    }
}
