package vn.nentang.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nentang.kernel.PersonId;
import vn.nentang.organization.Organization;
import vn.nentang.paper.PaperFormat;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.Ruling;

/**
 * The counting minutes (biên bản kiểm phiếu) of an election, as a paper in Party format: everything that is printed, in
 * order. In Vietnamese, as the paper is.
 *
 * @param above the organisation above; empty for a top
 * @param issuer who held the election
 * @param before paragraphs before the table
 * @param rows of the table, one for each candidate
 * @param after paragraphs after the table
 * @param format how papers look on the day
 */
public record ElectionMinutes(
        String above,
        String issuer,
        String placeAndDate,
        String title,
        String subtitle,
        List<String> before,
        List<Row> rows,
        List<String> after,
        String chairTitle,
        String chair,
        String boardTitle,
        String boardHead,
        LocalDate on,
        PaperFormat format) {

    private static final String BALLOTS_KEPT = "election.ballots-kept";

    /** The heads of the table's columns. */
    public static final List<String> COLUMNS =
            List.of("TT", "Họ và tên", "Đồng ý", "Không đồng ý", "Dòng không hợp lệ", "Tỷ lệ", "Kết quả");

    /** What stands under the title of whoever signs. */
    public static final String SIGN_HERE = "(Ký, ghi rõ họ tên)";

    /** At the top right. */
    public String heading() {
        return format.heading();
    }

    public ElectionMinutes {
        before = List.copyOf(before);
        rows = List.copyOf(rows);
        after = List.copyOf(after);
    }

    /** One candidate; the share is that of those who count, with one decimal. */
    public record Row(int number, String name, int agree, int disagree, int voided, String share, String result) {}

    /**
     * What the minutes need beside the count.
     *
     * @param above the name of the organisation above; empty for a top
     * @param term the name of the running term; empty where none is on record
     * @param names of the candidates on the day
     */
    public record Around(
            Organization organization, String above, String term, Map<PersonId, String> names, Rulebook rulebook) {
        public Around {
            names = Map.copyOf(names);
        }
    }

    public static ElectionMinutes of(Election held, LocalDate on, Around around) {
        return new Writing(held, on, around).minutes();
    }

    private static final class Writing {

        private final Election held;
        private final LocalDate on;
        private final Around around;
        private final ElectionCount count;

        Writing(Election held, LocalDate on, Around around) {
            this.held = held;
            this.on = on;
            this.around = around;
            this.count = ElectionCount.of(held, on, around.rulebook());
        }

        ElectionMinutes minutes() {
            var upper = around.organization().name().toUpperCase(Locale.forLanguageTag("vi"));
            return new ElectionMinutes(
                    around.above().toUpperCase(Locale.forLanguageTag("vi")),
                    upper,
                    placeAndDate(),
                    "BIÊN BẢN KIỂM PHIẾU",
                    subtitle(),
                    before(),
                    rows(),
                    after(),
                    "T/M CHỦ TRÌ",
                    held.chair() == null ? "" : held.chair(),
                    "T/M BAN KIỂM PHIẾU",
                    held.board().isEmpty() ? "" : held.board().getFirst(),
                    on,
                    PaperFormat.on(around.rulebook().on(on)));
        }

        private Optional<String> text(String key) {
            return around.rulebook().on(on).findRuling(key).map(Ruling::text);
        }

        private String placeAndDate() {
            var day = "ngày %02d tháng %02d năm %d".formatted(on.getDayOfMonth(), on.getMonthValue(), on.getYear());
            return held.place() == null ? "…, " + day : held.place() + ", " + day;
        }

        private String subtitle() {
            var body = new Posts(around.rulebook())
                    .elected(held.body(), around.organization().type(), on)
                    .vi();
            var term = around.term().isEmpty() ? "" : ", nhiệm kỳ " + around.term();
            return "bầu %s %s%s".formatted(body, around.organization().name(), term);
        }

        private String word(String list, String code) {
            return around.rulebook()
                    .codeList(list)
                    .find(code, on)
                    .map(c -> c.label())
                    .map(Label::vi)
                    .orElse(code);
        }

        private List<String> before() {
            var at = held.attendance();
            var ballots = held.ballots();
            var lines = new ArrayList<String>();
            lines.add("Cuộc họp bầu: %s.".formatted(word("election-meeting", held.meeting())));
            if (!held.board().isEmpty()) {
                lines.add("Ban kiểm phiếu gồm: %s.".formatted(String.join("; ", held.board())));
            }
            lines.add("Tổng số được triệu tập: %d; có mặt: %d; số làm căn cứ tính kết quả: %d%s."
                    .formatted(at.summoned(), at.present(), count.total(), leftOut()));
            lines.add("Số lượng cần bầu: %d; số người trong danh sách: %d%s."
                    .formatted(held.seats(), held.candidates().size(), surplus()));
            lines.add("Số phiếu phát ra: %d; số phiếu thu về: %d; hợp lệ: %d; không hợp lệ: %d."
                    .formatted(ballots.issued(), ballots.returned(), ballots.valid(), ballots.invalid()));
            lines.add(
                    "Để trúng cử cần ít nhất %d phiếu (trên một nửa của %d).".formatted(count.needed(), count.total()));
            lines.add("Kết quả kiểm phiếu:");
            return lines;
        }

        private String surplus() {
            return held.hasSurplus() ? " (số dư %d)".formatted(held.surplus()) : " (không có số dư)";
        }

        private String leftOut() {
            var out = count.base().stream()
                    .filter(line -> line.counts() && line.number() > 0)
                    .filter(line -> line.who() != ElectionCount.Who.SUMMONED && line.who() != ElectionCount.Who.TOTAL)
                    .map(line -> "%s %d".formatted(reason(line.who()), line.number()))
                    .collect(Collectors.joining(", "));
            return out.isEmpty() ? "" : " (không tính: " + out + ")";
        }

        private static String reason(ElectionCount.Who who) {
            return switch (who) {
                case TEMPORARY_ELSEWHERE -> "sinh hoạt tạm thời nơi khác";
                case EXEMPT_ABSENT -> "được miễn sinh hoạt và vắng mặt";
                case SUSPENDED -> "bị đình chỉ, khởi tố, tạm giam";
                case ABSENT_WITH_REASON -> "vắng suốt cuộc họp có lý do";
                case SUMMONED, TOTAL -> "";
            };
        }

        private List<Row> rows() {
            var rows = new ArrayList<Row>();
            for (var outcome : count.outcomes()) {
                var candidate = outcome.candidate();
                rows.add(new Row(
                        rows.size() + 1,
                        name(candidate.person()),
                        candidate.agree(),
                        candidate.disagree(),
                        candidate.voided(),
                        share(candidate.agree()),
                        result(outcome.fate())));
            }
            return rows;
        }

        private String name(PersonId person) {
            return around.names().getOrDefault(person, "");
        }

        private String share(int votes) {
            return count.total() == 0
                    ? ""
                    : String.format(Locale.forLanguageTag("vi"), "%.1f %%", 100.0 * votes / count.total());
        }

        private static String result(ElectionCount.Fate fate) {
            return switch (fate) {
                case ELECTED -> "Trúng cử";
                case OUTVOTED -> "Quá bán, ít phiếu hơn";
                case TIED -> "Bằng phiếu, bầu lại";
                case BELOW -> "Không trúng cử";
            };
        }

        private List<String> after() {
            var lines = new ArrayList<String>();
            var elected = count.elected().stream().map(this::name).collect(Collectors.joining("; "));
            lines.add(
                    elected.isEmpty()
                            ? "Không có người trúng cử."
                            : "Những người trúng cử, theo số phiếu: %s.".formatted(elected));
            if (!count.tied().isEmpty()) {
                lines.add("Bằng phiếu nhau ở chỗ cuối, không ai được chọn và phải bầu lại: %s."
                        .formatted(count.tied().stream().map(this::name).collect(Collectors.joining("; "))));
            }
            if (count.openSeats() > 0) {
                lines.add("Còn thiếu %d so với số lượng cần bầu.".formatted(count.openSeats()));
            }
            lines.add(text(BALLOTS_KEPT)
                    .map("Phiếu bầu đã được niêm phong, lưu giữ %s tháng."::formatted)
                    .orElse("Phiếu bầu đã được niêm phong."));
            lines.add("Biên bản lập xong và được đọc lại trước cuộc họp.");
            return lines;
        }
    }
}
