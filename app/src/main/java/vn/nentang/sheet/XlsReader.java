package vn.nentang.sheet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Reads an .xls file (BIFF8) record by record; tells locked packages and other compound files apart. */
final class XlsReader {

    private XlsReader() {}

    /** The workbook, or null when the compound file holds none. */
    static @Nullable Workbook read(Path file, Budget budget) throws IOException {
        try (var system = new POIFSFileSystem(file.toFile(), true)) {
            var root = system.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw locked();
            }
            if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
                return null;
            }
            return workbook(system, budget);
        } catch (EncryptedDocumentException _) {
            throw locked();
        } catch (OldExcelFormatException _) {
            throw new BrokenFile(
                    "Tệp Excel 95 trở về trước: mở bằng Excel rồi lưu lại thành .xlsx.",
                    "Written by Excel 95 or older: open it in Excel and save it as .xlsx.");
        } catch (FileNotFoundException _) {
            return null;
        }
    }

    private static Workbook workbook(POIFSFileSystem system, Budget budget) throws IOException {
        var records = new XlsRecords(budget);
        var request = new HSSFRequest();
        request.addListenerForAllRecords(records);
        try {
            new HSSFEventFactory().processWorkbookEvents(request, system);
        } catch (EncryptedDocumentException | OldExcelFormatException e) {
            throw e;
        } catch (XlsRecords.Stopped e) {
            throw e.reason();
        } catch (RuntimeException _) {
            // The library reports a damaged record by whatever its parsing of that record happened to throw.
            throw new BrokenFile("Một bản ghi trong tệp bị hỏng.", "A record of the file is damaged.");
        }
        return new Workbook(Workbook.Format.XLS, null, records.sheets());
    }

    private static BrokenFile locked() {
        return new BrokenFile(
                "Tệp được bảo vệ bằng mật khẩu: bỏ mật khẩu rồi thử lại.",
                "The file is protected by a password: remove it and try again.");
    }
}
