package vn.nentang.shell.web;

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
        JSON("json", "application/json");

        private final String ending;
        private final String type;

        Kind(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }
    }

    /**
     * The answer that a browser saves.
     *
     * @param name in words; it becomes a file name that every system takes
     */
    public static ResponseEntity<byte[]> of(Kind kind, String name, byte[] content) {
        var fileName = VietnameseText.folded(name).replaceAll("[^a-z0-9]+", "-") + "." + kind.ending;
        var disposition = ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.US_ASCII)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
