package vn.nentang.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used. One type for every cause: a stable code, and one sentence in Vietnamese and in English that
 * says what to do. Each code has an entry in docs/explanation/store.md.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final int CAUSES_MAX = 50;
    private static final String NO_SPACE = "No space left on device";

    private final Reason reason;
    private final String vietnamese;
    private final String english;

    StoreUnavailable(Reason reason, String detail) {
        this(reason, detail, null);
    }

    StoreUnavailable(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason.code() + ": " + reason.vietnamese(detail) + " / " + reason.english(detail), cause);
        this.reason = reason;
        this.vietnamese = reason.vietnamese(detail);
        this.english = reason.english(detail);
    }

    /** Stable, lower case with hyphens. */
    public String code() {
        return reason.code();
    }

    Reason reason() {
        return reason;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    /**
     * What a failed statement says about the database itself: disk full (SQLSTATE 53100) or not reachable (class 08, 57P01
     * to 57P03). Empty when the statement alone was at fault. Looks through the chain of causes.
     */
    public static Optional<StoreUnavailable> from(Throwable failure) {
        var chain = chain(failure);
        return chain.stream()
                .flatMap(cause -> cause instanceof StoreUnavailable known ? Stream.of(known) : Stream.empty())
                .findFirst()
                .or(() -> chain.stream().flatMap(cause -> told(cause).stream()).findFirst());
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (Throwable cause = failure; cause != null && chain.size() < CAUSES_MAX; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static Optional<StoreUnavailable> told(Throwable cause) {
        var reason = cause instanceof SQLException sql ? reasonOf(sql) : null;
        return reason == null ? Optional.empty() : Optional.of(new StoreUnavailable(reason, said(cause), cause));
    }

    /** The operating system's own words are all that Java passes on. */
    static StoreUnavailable writing(Path path, IOException failure) {
        return said(failure).contains(NO_SPACE)
                ? new StoreUnavailable(Reason.DISK_FULL, path.toString(), failure)
                : new StoreUnavailable(Reason.FOLDER_NOT_WRITABLE, path + ": " + failure, failure);
    }

    private static @Nullable Reason reasonOf(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null) {
            return null;
        }
        if (state.equals("53100") || said(failure).contains(NO_SPACE)) {
            return Reason.DISK_FULL;
        }
        return state.startsWith("08") || state.matches("57P0[123]") ? Reason.CONNECTION_LOST : null;
    }

    private static String said(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** Why; {@code %s} stands for the folder, the process or what PostgreSQL said. */
    enum Reason {
        FOLDER_IN_USE(
                "Thư mục dữ liệu đang được chương trình khác dùng (%s). Hãy tắt chương trình đó, hoặc chọn thư mục khác.",
                "The data folder is in use by another program (%s). Stop that program, or choose another folder."),
        FOLDER_NOT_WRITABLE(
                "Không ghi được vào thư mục dữ liệu: %s. Hãy cấp quyền ghi cho người đang chạy chương trình, hoặc chọn thư mục khác.",
                "The data folder cannot be written: %s. Give this user the right to write there, or choose another folder."),
        FOLDER_OF_ANOTHER_USER(
                "Thư mục dữ liệu thuộc về người dùng khác: %s. Hãy chạy chương trình bằng đúng người dùng ấy.",
                "The data folder belongs to another user: %s. Run the program as that user."),
        OTHER_MAJOR_VERSION(
                "Thư mục dữ liệu do PostgreSQL phiên bản chính khác tạo ra: %s. Hãy dùng bản Nền Tảng cũ chạy"
                        + " “nentang ledger export”, rồi chạy “nentang ledger import” vào thư mục mới.",
                "The data folder was made by another major version of PostgreSQL: %s. With the older Nền Tảng run"
                        + " “nentang ledger export”, then “nentang ledger import” into a new folder."),
        OTHER_BUILD(
                "Thư mục dữ liệu do một bản dựng PostgreSQL khác tạo ra: %s. Dữ liệu không được chuyển bằng cách chép thư mục:"
                        + " hãy chạy “nentang ledger export” ở nơi cũ, rồi “nentang ledger import” vào thư mục mới.",
                "The data folder was made by another build of PostgreSQL: %s. Data is not moved by copying the folder:"
                        + " run “nentang ledger export” at the old place, then “nentang ledger import” into a new folder."),
        DISK_FULL(
                "Ổ đĩa đã đầy (%s). Hãy giải phóng chỗ trống rồi làm lại; những gì đã ghi nhận vẫn còn nguyên.",
                "The disk is full (%s). Free some space and try again; everything already recorded is safe."),
        DAMAGED(
                "Tệp dữ liệu bị hỏng: %s. Đừng sửa hay xóa gì trong thư mục; hãy khôi phục từ bản xuất sổ gần nhất.",
                "The data files are damaged: %s. Change nothing in the folder; restore from the latest ledger export."),
        SECRETS_MISSING(
                "Thiếu tệp mật khẩu của cơ sở dữ liệu: %s. Hãy khôi phục tệp này từ bản sao lưu của thư mục dữ liệu.",
                "A password file of the database is missing: %s. Restore it from a copy of the data folder."),
        NO_PROGRAM_FOR_THIS_MACHINE(
                "Bản cài này không có PostgreSQL cho loại máy này (%s). Hãy dùng bản cài dành cho máy này,"
                        + " hoặc đặt NENTANG_DATABASE_URL trỏ tới một PostgreSQL 18 có sẵn.",
                "This installation holds no PostgreSQL for this kind of machine (%s). Use the installation for this machine,"
                        + " or point NENTANG_DATABASE_URL at a PostgreSQL 18 of your own."),
        NOT_AS_ROOT(
                "Không khởi động được cơ sở dữ liệu dưới quyền root trên máy này: %s. Hãy chạy bằng người dùng thường.",
                "The database cannot be started as root on this machine: %s. Run as an ordinary user."),
        NOT_STARTED("Cơ sở dữ liệu không khởi động được: %s.", "The database did not start: %s."),
        CONNECTION_LOST(
                "Mất kết nối tới cơ sở dữ liệu: %s. Hãy thử lại sau ít phút.",
                "The connection to the database is lost: %s. Try again in a few minutes."),
        SETTING_WRONG("Cài đặt cơ sở dữ liệu không đúng: %s.", "The database setting is wrong: %s."),
        OTHER_SHAPE(
                "Cơ sở dữ liệu có cấu trúc mà bản chương trình này không đọc được: %s. Nếu nó do bản mới hơn tạo ra, hãy dùng bản đó.",
                "The database has a shape that this program cannot read: %s. If a newer program made it, use that one."),
        NOT_PREPARED(
                "PostgreSQL bên ngoài chưa được chuẩn bị: %s. Xem docs/how-to/external-postgresql.md.",
                "The external PostgreSQL is not prepared: %s. See docs/how-to/external-postgresql.md.");

        private final String vietnamese;
        private final String english;

        Reason(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        String code() {
            return "store-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private String vietnamese(String detail) {
            return vietnamese.replace("%s", detail);
        }

        private String english(String detail) {
            return english.replace("%s", detail);
        }
    }
}
