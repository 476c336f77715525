package vn.nentang.shell.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.nentang.kernel.VietnameseText;

/** A file made for the reader; kept by no cache. */
public final class Download {

    private Download() {}

    /** What kind of file it is. */
    public enum Kind {
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PDF("pdf", "application/pdf"),
        CSV("csv", "text/csv;charset=UTF-8"),
        JSON("json", "application/json");

        private final String ending;
        private final String type;

        Kind(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }
    }

    /**
     * Announces a file that is sent while it is made: nothing of it is kept here.
     *
     * @param name in words; it becomes a file name that every system takes
     */
    public static void announce(HttpServletResponse response, Kind kind, String name) {
        response.setContentType(kind.type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(kind, name));
    }

    /**
     * The answer that a browser saves.
     *
     * @param name in words; it becomes a file name that every system takes
     */
    public static ResponseEntity<byte[]> of(Kind kind, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(kind, name))
                .body(content);
    }

    private static String disposition(Kind kind, String name) {
        var fileName = VietnameseText.folded(name).replaceAll("[^a-z0-9]+", "-") + "." + kind.ending;
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.US_ASCII)
                .build()
                .toString();
    }
}
