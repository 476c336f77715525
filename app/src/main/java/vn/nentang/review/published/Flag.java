package vn.nentang.review.published;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.nentang.rulebook.Label;

/**
 * Something in a published result that does not add up, or that a reader must know.
 *
 * @param facts the numbers it is about, by name
 */
public record Flag(Code code, Map<String, String> facts) {

    /** Stable codes. A warning contradicts another number; the rest only leaves something open. */
    public enum Code {
        LEVEL_MISSING(false, "Không có số liệu của mức %level%.", "There is no figure for the level %level%."),
        SUM_NOT_ASSESSED(
                true,
                "Tổng các mức là %sum%, khác số được đánh giá %assessed% (lệch %difference%).",
                "The levels add up to %sum%, not to the %assessed% assessed (difference %difference%)."),
        SUM_NOT_TOTAL(
                true,
                "Tổng các mức là %sum%, khác tổng số %total% (lệch %difference%).",
                "The levels add up to %sum%, not to the total %total% (difference %difference%)."),
        PARTS_NOT_TOTAL(
                true,
                "Số được đánh giá và số không được đánh giá cộng lại là %sum%, khác tổng số %total%.",
                "Those assessed and those not assessed add up to %sum%, not to the total %total%."),
        NOT_ASSESSED_UNEXPLAINED(
                false,
                "Có %number% trường hợp không được đánh giá mà không ghi lý do.",
                "%number% were not assessed and no reason is given."),
        ASSESSED_ABOVE_TOTAL(
                true,
                "Số được đánh giá %assessed% lớn hơn tổng số %total%.",
                "More were assessed (%assessed%) than there are (%total%)."),
        PRINTED_CONTRADICTS(
                true,
                "Mức %level% in là %printed%, nhưng số khớp với các số khác là %consistent%.",
                "The level %level% is printed as %printed%, but %consistent% agrees with the other numbers."),
        MISSING_STATED(
                true,
                "Bản công bố thiếu %number% trường hợp so với tổng số.",
                "The published table leaves out %number%."),
        MISSING_NOT_THE_DIFFERENCE(
                true,
                "Ghi là thiếu %number%, nhưng chênh lệch thật là %difference%.",
                "%number% are said to be missing, but the difference is %difference%."),
        PERCENT_SUM(
                true,
                "Các tỷ lệ cộng lại là %sum% %, không phải 100 %.",
                "The percentages add up to %sum% %, not to 100 %."),
        PERCENT_CONTRADICTS_COUNT(
                true,
                "Tỷ lệ mức %level% in là %printed% %, tính lại là %computed% %.",
                "The share of %level% is printed as %printed% %, computed it is %computed% %."),
        PERCENT_OF_TOTAL(
                false,
                "Tỷ lệ mức %level% in là %printed% %: tính trên tổng số %total%, không phải trên số được đánh giá.",
                "The share of %level% is printed as %printed% %: of the total %total%, not of those assessed."),
        RATIO_CONTRADICTS(
                true,
                "Tỷ lệ %level% so với %base% in là %printed% %, tính lại là %computed% %.",
                "The ratio of %level% to %base% is printed as %printed% %, computed it is %computed% %."),
        CAP_WITHIN_ROUNDING(
                false,
                "Tỷ lệ đã làm tròn nên không chắc có vượt mức tối đa hay không.",
                "The figures are rounded, so whether the cap is exceeded is not certain."),
        CAP_NOT_COMPUTABLE(false, "Thiếu số liệu để so với tỷ lệ tối đa.", "Figures needed for the cap are missing."),
        INCLUDES_NOT_STATED(
                false,
                "Không ghi %level% có nằm trong %base% hay không.",
                "It is not stated whether %level% is counted within %base%."),
        PART_ABOVE_WHOLE(
                true, "%level% (%part%) lớn hơn %base% (%whole%).", "%level% (%part%) is more than %base% (%whole%)."),
        REGIME_OF_ANOTHER_YEAR(
                true,
                "Ghi quy định %stated%, nhưng năm %year% thuộc %regime%.",
                "The regulation given is %stated%, but %year% belongs to %regime%."),
        NUMBER_UNDERSTOOD(
                false, "Số “%given%” được hiểu là %number%.", "The number “%given%” was understood as %number%."),
        UNKNOWN_KEY(false, "Không rõ mục “%key%”; đã bỏ qua.", "The key “%key%” is not known and was left aside.");

        private final boolean warning;
        private final String vietnamese;
        private final String english;

        Code(boolean warning, String vietnamese, String english) {
            this.warning = warning;
            this.vietnamese = vietnamese;
            this.english = english;
        }

        /** The word used in JSON: {@code sum-not-total}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Empty for a word no flag has. */
        public static Optional<Code> find(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }

        /** Whether numbers contradict each other. */
        public boolean isWarning() {
            return warning;
        }
    }

    /** A flag with its facts as name, value, name, value. */
    static Flag of(Code code, Object... facts) {
        var named = new LinkedHashMap<String, String>();
        for (var i = 0; i + 1 < facts.length; i += 2) {
            named.put(String.valueOf(facts[i]), String.valueOf(facts[i + 1]));
        }
        return new Flag(code, named);
    }

    public Label sentence() {
        return new Label(filled(code.vietnamese), filled(code.english));
    }

    private String filled(String pattern) {
        return facts.entrySet().stream()
                .reduce(
                        pattern,
                        (text, fact) -> text.replace("%" + fact.getKey() + "%", fact.getValue()),
                        (one, _) -> one);
    }
}
