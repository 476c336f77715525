package vn.nentang.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it is printed and signed, from its head to the list of who gets it. Immutable; texts are plain, whatever
 * signs they hold.
 *
 * @param date stands in the file as the day it was made; the files of equal papers are equal byte for byte
 * @param left who signs at the left; null where the list of who gets it stands there
 * @param recipients each without a full stop, the file copy last; empty where the paper has no such list
 * @param annex what comes on a new page behind the signatures; may be empty
 */
public record OfficialPaper(
        PaperFormat format,
        Side side,
        LocalDate date,
        Head head,
        Title title,
        List<Part> body,
        @Nullable Signature left,
        @Nullable Signature right,
        List<String> recipients,
        List<Part> annex) {

    /** How an A4 page lies. */
    public enum Side {
        UPRIGHT,
        LYING
    }

    public OfficialPaper {
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
        annex = List.copyOf(annex);
    }

    /**
     * The top of the first page.
     *
     * @param form the mark of a prescribed form, {@code Mẫu 2B}; empty for other papers
     * @param above the organisation above the issuer; empty for a top
     * @param number number and symbol, {@code Số 05-QĐ/ĐU}; empty for papers that carry none
     */
    public record Head(String form, String above, String issuer, String number, String placeAndDate) {}

    /** The type of paper and what it is about, line by line. */
    public record Title(String type, List<String> extract) {
        public Title {
            extract = List.copyOf(extract);
        }
    }

    /**
     * One place to sign.
     *
     * @param capacity {@code T/M CHI BỘ}, or what the signer is where nobody else is meant
     * @param post below the capacity; may be empty
     * @param note in small letters: {@code (Ký, ghi rõ họ tên)}; may be empty
     * @param name of the signer; empty where it is written by hand
     */
    public record Signature(String capacity, String post, String note, String name) {}

    /** A paper being put together from top to bottom. */
    public static final class Draft {

        private final PaperFormat format;
        private final LocalDate date;
        private final Head head;
        private final Title title;
        private final List<Part> body = new ArrayList<>();
        private final List<String> recipients = new ArrayList<>();
        private final List<Part> annex = new ArrayList<>();
        private Side side = Side.UPRIGHT;
        private @Nullable Signature left;
        private @Nullable Signature right;

        public Draft(PaperFormat format, LocalDate date, Head head, Title title) {
            this.format = format;
            this.date = date;
            this.head = head;
            this.title = title;
        }

        public Draft lying() {
            this.side = Side.LYING;
            return this;
        }

        public Draft add(Part part) {
            body.add(part);
            return this;
        }

        public Draft addAll(List<? extends Part> parts) {
            body.addAll(parts);
            return this;
        }

        /** A paragraph of the body; each line of the text becomes one of its own. */
        public Draft say(String text) {
            text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> body.add(new Part.Paragraph(line.strip(), Part.Manner.BODY)));
            return this;
        }

        public Draft heading(String text) {
            return add(new Part.Paragraph(text, Part.Manner.HEADING));
        }

        /** A small remark that is no part of the prescribed text. */
        public Draft note(String text) {
            return add(new Part.Paragraph(text, Part.Manner.NOTE));
        }

        public Draft signedLeft(Signature signature) {
            this.left = signature;
            return this;
        }

        public Draft signed(Signature signature) {
            this.right = signature;
            return this;
        }

        public Draft sentTo(String... to) {
            recipients.addAll(List.of(to));
            return this;
        }

        public Draft annex(List<? extends Part> parts) {
            annex.addAll(parts);
            return this;
        }

        public OfficialPaper paper() {
            return new OfficialPaper(format, side, date, head, title, body, left, right, recipients, annex);
        }
    }
}
