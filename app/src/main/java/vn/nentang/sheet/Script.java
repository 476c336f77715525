package vn.nentang.sheet;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How Vietnamese letters are coded in a text: Unicode, or one of the two font codings used before it. */
public enum Script {
    UNICODE,
    /** TCVN 5712 (ABC): one byte a letter; fonts named .VnTime and the like; capitals with tones only in fonts ending in H. */
    TCVN3,
    /** VNI for Windows: a letter, then a byte for its marks; fonts named VNI-Times and the like. */
    VNI_WINDOWS;

    private static final String TCVN3_CODES =
            "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§";
    private static final String TCVN3_LETTERS =
            "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";

    private static final String VNI_MARKS = "ùøûõïâáàåãäêéèúüë";
    private static final String[] VNI_COMBINING = {
        "\u0301",
        "\u0300",
        "\u0309",
        "\u0303",
        "\u0323",
        "\u0302",
        "\u0302\u0301",
        "\u0302\u0300",
        "\u0302\u0309",
        "\u0302\u0303",
        "\u0302\u0323",
        "\u0306",
        "\u0306\u0301",
        "\u0306\u0300",
        "\u0306\u0309",
        "\u0306\u0303",
        "\u0306\u0323"
    };
    private static final String VNI_SINGLES = "ñÑöÖôÔíÍìÌæÆóÓòÒîÎ";
    private static final String VNI_LETTERS = "đĐưƯơƠíÍìÌỉỈĩĨịỊỵỴ";

    /** The name used in JSON and on pages. */
    public String label() {
        return switch (this) {
            case UNICODE -> "Unicode";
            case TCVN3 -> "TCVN3";
            case VNI_WINDOWS -> "VNI-Windows";
        };
    }

    /** The coding that a font of this name was made for. */
    static Script ofFont(@Nullable String font) {
        if (font == null) {
            return UNICODE;
        }
        var name = font.toLowerCase(Locale.ROOT);
        if (name.startsWith(".vn")) {
            return TCVN3;
        }
        return name.startsWith("vni-") || name.startsWith("vni ") ? VNI_WINDOWS : UNICODE;
    }

    /** Whether fonts of this name show small letters as capitals. */
    static boolean showsCapitals(@Nullable String font) {
        return font != null && ofFont(font) == TCVN3 && font.endsWith("H");
    }

    /** The text in composed Unicode. Letters that mean nothing in this coding stay as they are. */
    public String toUnicode(String text) {
        var converted = switch (this) {
            case UNICODE -> text;
            case TCVN3 -> fromTcvn3(text);
            case VNI_WINDOWS -> fromVni(text);
        };
        return Normalizer.normalize(converted, Normalizer.Form.NFC);
    }

    private static String fromTcvn3(String text) {
        var letters = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var code = TCVN3_CODES.indexOf(text.charAt(i));
            letters.append(code < 0 ? text.charAt(i) : TCVN3_LETTERS.charAt(code));
        }
        return letters.toString();
    }

    private static String fromVni(String text) {
        var letters = new StringBuilder(text.length() + 8);
        for (var i = 0; i < text.length(); i++) {
            appendVni(letters, text.charAt(i));
        }
        return letters.toString();
    }

    private static void appendVni(StringBuilder letters, char code) {
        var single = VNI_SINGLES.indexOf(code);
        if (single >= 0) {
            letters.append(VNI_LETTERS.charAt(single));
            return;
        }
        var mark = VNI_MARKS.indexOf(Character.toLowerCase(code));
        if (mark >= 0 && !letters.isEmpty() && isVowel(letters.charAt(letters.length() - 1))) {
            letters.append(VNI_COMBINING[mark]);
        } else {
            letters.append(code);
        }
    }

    private static boolean isVowel(char letter) {
        return "aeiouyơưAEIOUYƠƯ".indexOf(letter) >= 0;
    }
}
