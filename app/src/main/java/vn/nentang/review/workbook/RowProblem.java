package vn.nentang.review.workbook;

import java.util.Locale;
import vn.nentang.rulebook.Label;

/**
 * Something in a row that does not agree, or cannot be read.
 *
 * @param field the column's name in JSON, or {@code votes} for all of them
 * @param given what stands there
 * @param strict false where a person may well have meant it
 */
public record RowProblem(String field, Code code, String given, boolean strict) {

    /** Stable codes; what is an error keeps the row from being classified. */
    public enum Code {
        SCORE_OUT_OF_RANGE(
                true,
                "Điểm vượt mức tối đa của nhóm tiêu chí hoặc nhỏ hơn 0.",
                "A part of the score is above its maximum or below 0."),
        UNREADABLE_VALUE(true, "Không đọc được giá trị này.", "This value cannot be read."),
        SHARE_UNCLEAR(
                true,
                "Không rõ là phần trăm hay phần của một: trong cột có ghi theo phần trăm. Hãy ghi như 95 %.",
                "Percent, or a part of one? Others in the column are percent. Write it like 95 %."),
        TOTAL_MISMATCH(
                false,
                "Tổng điểm ghi khác với tổng của hai phần.",
                "The typed total differs from the sum of the two parts."),
        VOTES_SUM_MISMATCH(
                false,
                "Tổng số phiếu các mức khác với số phiếu hợp lệ.",
                "The votes for the levels do not add up to the valid ballots."),
        VOTES_EXCEED_VOTERS(
                false,
                "Số phiếu nhiều hơn số đảng viên chính thức dự họp.",
                "There are more votes than full members present."),
        PROPOSAL_NOT_ALLOWED_BY_FACTS(
                false,
                "Mức đề nghị khác với mức mà các dữ kiện cho phép.",
                "The proposal differs from the level the facts allow."),
        PROPOSAL_FOR_NOT_CLASSIFIED(
                false,
                "Có đề nghị xếp loại cho người không thuộc diện xếp loại.",
                "There is a proposal for someone who is not classified.");

        private final boolean error;
        private final String vietnamese;
        private final String english;

        Code(boolean error, String vietnamese, String english) {
            this.error = error;
            this.vietnamese = vietnamese;
            this.english = english;
        }

        /** The word used in JSON: {@code total-mismatch}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isError() {
            return error;
        }

        public Label sentence() {
            return new Label(vietnamese, english);
        }
    }

    RowProblem(String field, Code code, String given) {
        this(field, code, given, true);
    }
}
