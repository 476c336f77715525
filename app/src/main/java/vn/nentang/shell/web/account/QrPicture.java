package vn.nentang.shell.web.account;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text as a QR code, for a drawing made by the server.
 *
 * @param size modules on each side, with the quiet zone
 * @param path the dark modules as the path of an SVG
 */
public record QrPicture(int size, String path) {

    private static final int QUIET = 4;

    static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = IntStream.range(0, code.size)
                .boxed()
                .flatMap(y -> IntStream.range(0, code.size)
                        .filter(x -> code.getModule(x, y))
                        .mapToObj(x -> "M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET)))
                .collect(Collectors.joining());
        return new QrPicture(code.size + 2 * QUIET, path);
    }
}
