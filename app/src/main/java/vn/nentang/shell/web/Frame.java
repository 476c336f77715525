package vn.nentang.shell.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.access.Viewer;
import vn.nentang.kernel.Paper;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.Standing;

/**
 * What every template gets beside its page.
 *
 * @param viewer null before signing in
 * @param here path and query of this page, for the language switch
 */
public record Frame(
        Texts texts, @Nullable Viewer viewer, AsOf asOf, String here, Token token, Assets assets, ZoneId zone) {

    /** The hidden field that proves a form came from here. */
    public record Token(String name, String value) {}

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
        return texts.has(key) ? texts.named(key, refusal.facts()) : refusal.code();
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
