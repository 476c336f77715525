package vn.nentang.shell.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.DateRange;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.Standing;
import vn.nentang.review.ReviewReport;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Unit;

/**
 * What every template gets beside its page.
 *
 * @param viewer null before signing in
 * @param here path and query of this page, for the language switch
 */
public record Frame(
        Texts texts, @Nullable Viewer viewer, AsOf asOf, String here, Token token, Assets assets, ZoneId zone) {

    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("dd/MM");

    /** The hidden field that proves a form came from here. */
    public record Token(String name, String value) {}

    /** Whether whoever reads holds a right anywhere. */
    public boolean may(Right right) {
        return viewer != null && viewer.may(right);
    }

    /** Whose account it is; null for a technical one and before signing in. */
    public @Nullable PersonId own() {
        return viewer == null ? null : viewer.person();
    }

    /** The posts of whoever reads, each with its organisation. */
    public List<String> posts() {
        return viewer == null
                ? List.of()
                : viewer.posts().stream()
                        .map(post -> t(
                                "post.at",
                                in(post.title()),
                                viewer.scope().nameOf(post.held().organization(), asOf.today())))
                        .toList();
    }

    /** Several titles, one after the other: {@code a, b, c}. */
    public String list(List<Label> labels) {
        return labels.stream().map(this::in).collect(Collectors.joining(", "));
    }

    public String t(String key) {
        return texts.of(key);
    }

    public String t(String key, @Nullable Object... values) {
        return texts.of(key, values);
    }

    public String lang() {
        return texts.language().code();
    }

    public String date(@Nullable LocalDate date) {
        return texts.date(date);
    }

    public String date(@Nullable PartialDate date) {
        return texts.date(date);
    }

    public String minute(Instant instant) {
        return texts.minute(instant, zone);
    }

    public String number(long value) {
        return texts.number(value);
    }

    public String asset(String name) {
        return assets.url(name);
    }

    /** Why a request was refused, in words, with the facts it rests on. */
    public String refusal(Refusal refusal) {
        var key = "refusal." + refusal.code();
        var facts = refusal.facts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, fact -> asWritten(fact.getValue())));
        return texts.has(key) ? texts.named(key, facts) : refusal.code();
    }

    /** Days as people write them; everything else as it is. */
    private static String asWritten(String fact) {
        return ISO_DAY.matcher(fact).matches()
                ? TypedDate.readPartial(fact).map(TypedDate::write).orElse(fact)
                : fact;
    }

    /** Number, day, issuer and signer, as far as known. */
    public String paper(Paper paper) {
        return Stream.of(
                        paper.number() == null ? "" : t("paper.number", paper.number()),
                        paper.date() == null ? "" : t("paper.date", paper.date()),
                        paper.issuer() == null ? "" : paper.issuer(),
                        paper.signer() == null ? "" : t("paper.signer", paper.signer()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    public String in(Label label) {
        return Labels.in(label, texts);
    }

    /** {@code since 01/07/2025} or {@code 01/07/2025 – 25/07/2026}, the last day included. */
    public String days(DateRange range) {
        return range.until() == null
                ? t("days.open", range.from())
                : t("days.closed", range.from(), range.until().minusDays(1));
    }

    /** A rule's value with its unit; a share as percent, a day of the year as day and month. */
    public String value(String text, Unit unit) {
        return switch (unit) {
            case SHARE ->
                new BigDecimal(text).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
            case MONTH_DAY -> MonthDay.parse(text).format(DAY_OF_YEAR);
            case TEXT -> text;
            case DONG -> texts.number(Long.parseLong(text)) + " " + in(unit.label());
            case YEARS, MONTHS, DAYS, WORKING_DAYS, MINUTES, PERSONS, DIGITS, POINTS, PERCENT, TIMES ->
                text + " " + in(unit.label());
        };
    }

    /** One decimal place; a dash of an empty whole. */
    public String share(ReviewReport.Share share) {
        return share.whole() == 0 ? "–" : texts.share((double) share.part() / share.whole());
    }

    /** A share as percent, as exact as it is given. */
    public String percent(BigDecimal share) {
        var percent = share.movePointRight(2).stripTrailingZeros();
        return texts.decimal(percent) + " %";
    }

    /** All parts of a bar in words. */
    public String titles(Bars.Bar bar) {
        return bar.parts().stream().map(Bars.Part::title).collect(Collectors.joining("; "));
    }

    /** An article as people write it: {@code mục 4.2, 24-QĐ/TW ngày 30/07/2021}. */
    public String cite(Citation citation) {
        var named = instrumentName(citation.instrument());
        return citation.article().isEmpty() ? named : "%s, %s".formatted(citation.article(), named);
    }

    /** Number and day of an instrument's key. */
    public String instrumentName(String key) {
        var space = key.lastIndexOf(' ');
        var day = key.substring(space + 1);
        return space > 0 && day.matches("\\d{4}-\\d{2}-\\d{2}")
                ? t("instrument.of", key.substring(0, space), PartialDate.parse(day))
                : key;
    }

    /** The page of an instrument. */
    public String instrument(String key) {
        return link("/rules/instruments?key=" + encoded(key));
    }

    /** The colour of a standing's tag. */
    public String tone(Standing standing) {
        return switch (standing) {
            case FULL -> "";
            case PROBATIONARY, UNKNOWN -> "warn";
            case SUSPENDED -> "bad";
            case EXEMPT, TEMPORARY, TEMPORARY_ELSEWHERE -> "good";
        };
    }

    /** A link that keeps the day the reader chose. */
    public String link(String path) {
        if (asOf.isToday()) {
            return path;
        }
        return path + (path.contains("?") ? "&" : "?") + AsOf.PARAMETER + "=" + asOf.date();
    }

    /** A value as it stands in an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Whether the page lies under one of the main menu's entries. */
    public boolean isUnder(String path) {
        return here.equals(path) || here.startsWith(path + "/") || here.startsWith(path + "?");
    }

    /** The id of the request that a form will send: made when the form is shown, so that sending it twice records once. */
    public String newCommand() {
        return UUID.randomUUID().toString();
    }
}
