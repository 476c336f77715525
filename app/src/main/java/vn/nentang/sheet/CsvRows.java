package vn.nentang.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** As RFC 4180 has it: commas, lines that end in CR and LF, quotation marks where a text needs them. */
final class CsvRows implements RowWriter {

    private static final char MARK = '\uFEFF';

    private final Writer out;

    CsvRows(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(MARK);
    }

    @Override
    public void row(List<String> texts) throws IOException {
        out.write(texts.stream().map(CsvRows::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String quoted(String text) {
        var safe = SafeText.forCell(text);
        var isPlain =
                safe.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t');
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
