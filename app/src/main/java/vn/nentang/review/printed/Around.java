package vn.nentang.review.printed;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.organization.Organization;
import vn.nentang.paper.OfficialPaper.Draft;
import vn.nentang.paper.OfficialPaper.Head;
import vn.nentang.paper.OfficialPaper.Signature;
import vn.nentang.paper.OfficialPaper.Title;
import vn.nentang.paper.PaperFormat;
import vn.nentang.review.OrganizationTypes;
import vn.nentang.review.round.Place;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.regime.ReviewRegime;

/**
 * What all papers about one organisation's year share: heads, names, words.
 *
 * @param above the organisation directly above; null for a top
 * @param aboveDecider the one above the organisation that decides; null for a top
 */
record Around(
        Place place, @Nullable Organization above, @Nullable Organization aboveDecider) {

    static final String SIGN_HERE = "(Ký, ghi rõ họ tên)";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String SYMBOLS = "paper-symbol";
    private static final String REASONS = "not-assessed-reason";

    static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    static String day(LocalDate day) {
        return "ngày %02d tháng %02d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** A day known only in part is written as far as it is known. */
    static String day(PartialDate date) {
        var parts = List.of(date.toString().split("-")).reversed();
        return String.join("/", parts);
    }

    private static String placeAndDate(@Nullable LocalDate day) {
        return day == null ? "............, ngày ..... tháng ..... năm ......" : "............, " + day(day);
    }

    /** A paper that the organisation itself issues. */
    Draft own(String form, String symbol, Title title, @Nullable LocalDate on) {
        var number = symbol.isEmpty() ? "" : number(symbol, place.isCell() ? "cell" : "committee", null);
        var head = new Head(form, name(above), upper(committee(place.organization())), number, placeAndDate(on));
        return draft(head, title, on);
    }

    /** A paper that a committee issues to those it decides on. */
    Draft published(Title title, @Nullable LocalDate on, @Nullable Paper paper) {
        var issuer = upper(committee(place.organization()));
        var head = new Head("", name(above), issuer, number("notice", "committee", paper), placeAndDate(on));
        return draft(head, title, on);
    }

    /** A paper of the committee that decides. */
    Draft decided(String form, String symbol, Title title, @Nullable LocalDate on, @Nullable Paper paper) {
        var head = new Head(
                form, name(aboveDecider), upper(deciderName()), number(symbol, "committee", paper), placeAndDate(on));
        return draft(head, title, on);
    }

    /** Papers that nobody has dated yet look as they do on the day the year is judged. */
    private Draft draft(Head head, Title title, @Nullable LocalDate on) {
        var day = on == null ? place.rules().date() : on;
        return new Draft(PaperFormat.on(place.rules().rulebook().on(day)), day, head, title);
    }

    private static String name(@Nullable Organization organization) {
        return organization == null ? "" : upper(organization.name());
    }

    private String number(String kind, String issuer, @Nullable Paper paper) {
        return paper == null || paper.number() == null
                ? "Số ......-%s/%s".formatted(word(SYMBOLS, kind), word(SYMBOLS, issuer))
                : "Số " + paper.number();
    }

    String deciderName() {
        return place.decider() == null ? "............" : committee(place.decider());
    }

    /** A body acts through its committee: {@code Đảng bộ xã} decides as {@code Đảng ủy xã}, {@code Đảng bộ tỉnh} as {@code Tỉnh ủy}. */
    static String committee(Organization body) {
        return body.name()
                .replaceFirst("^Đảng bộ tỉnh ", "Tỉnh ủy ")
                .replaceFirst("^Đảng bộ thành phố ", "Thành ủy ")
                .replaceFirst("^Đảng bộ ", "Đảng ủy ");
    }

    /** Who signs for the organisation itself. */
    Signature signedBySelf() {
        return new Signature(place.isCell() ? "T/M CHI BỘ" : "T/M CẤP ỦY", "BÍ THƯ", SIGN_HERE, "");
    }

    /** Who signs for the level that decides. */
    Signature signedByDecider() {
        return signedBy(place.decider());
    }

    /** Who signs for a committee. */
    Signature signedBy(@Nullable Organization committee) {
        var grassroots = committee != null && new OrganizationTypes(place.rules()).isGrassroots(committee);
        return new Signature(grassroots ? "T/M ĐẢNG ỦY" : "T/M BAN THƯỜNG VỤ", "BÍ THƯ", SIGN_HERE, "");
    }

    List<ReviewRegime.Level> levels(String kind) {
        return place.regime().levels(kind);
    }

    /** A level or a reason why there is none, in words. */
    String outcome(String kind, String code) {
        var level = place.regime().ladder(kind).stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.label().vi());
        var reason = place.regime().exclusions(kind).stream()
                .filter(one -> one.reason().equals(code))
                .map(one -> one.condition().sentence().vi());
        return Stream.concat(level, reason).findFirst().orElseGet(() -> word(REASONS, code));
    }

    String word(String list, String code) {
        return codes(list).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> one.label().vi())
                .orElse(code);
    }

    List<CodeList.Code> codes(String list) {
        return place.rules().rulebook().codeList(list).on(place.rules().date());
    }

    /** The form of the guidance of the day for a kind of subject: never by its letter alone. */
    Optional<ReviewRegime.Form> form(String kind) {
        return place.regime().forms().stream()
                .filter(form -> form.kinds().contains(kind) && !isForAll(form))
                .findFirst();
    }

    /** The mark of a form that is about nobody in particular; empty where the guidance of the day has none. */
    String formOf(String letter) {
        return place.regime().forms().stream()
                .filter(form -> form.letter().equals(letter) && isForAll(form))
                .findFirst()
                .map(form -> "Mẫu " + form.letter())
                .orElse("");
    }

    private boolean isForAll(ReviewRegime.Form form) {
        return form.kinds().size() == place.regime().regime().subjects().size();
    }
}
