package vn.nentang.membership.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nentang.membership.intake.MemberRecord.Standing;

/**
 * What a status word says.
 *
 * @param standing null where the word leaves it to the dates ("đang sinh hoạt")
 * @param isKnown whether the word is one in use
 */
record StandingText(@Nullable Standing standing, boolean isKnown) {

    /** One word and what it says; tried in order over the word without accents. */
    private record Word(Pattern pattern, @Nullable Standing standing) {}

    private static final List<Word> WORDS = List.of(
            word("(?:da |duoc |dang )?mien\\b.*|dv mien.*|dang vien (?:duoc )?mien.*", Standing.EXEMPT),
            word(".*\\btam thoi\\b.*|shtt", Standing.TEMPORARY),
            word("(?:da |duoc )?chuyen (?:den|ve).*|moi (?:den|chuyen den)|tiep nhan.*", null),
            word(
                    "(?:da |dang |duoc )?chuyen(?: sinh hoat| sh| shd| sinh hoat dang| cong tac)?(?: di.*| roi| ra.*| ngoai.*)?|chuyen .*",
                    Standing.LEFT),
            word(
                    "(?:da )?(?:tu tran|mat|chet|qua doi|hy sinh)|(?:da |cho |xin )?ra (?:khoi )?dang.*|(?:da )?(?:bi )?(?:xoa ten|khai tru).*|(?:da )?roi.*",
                    Standing.LEFT),
            word("(?:dang vien |dv |la )?(?:chinh thuc|ct)(?: dang sinh hoat)?|dvct|c t|full", Standing.FULL),
            word("(?:dang vien |dv |la )?(?:du bi|db)(?: dang sinh hoat)?|dvdb|d b", Standing.PROBATIONARY),
            word(
                    "dang (?:sinh hoat|sh|cong tac|hoat dong).*|sinh hoat(?: binh thuong| tai chi bo)?|binh thuong|hoat dong|co mat|dsh|dang vien|dv",
                    null));

    private static Word word(String pattern, @Nullable Standing standing) {
        return new Word(Pattern.compile(pattern), standing);
    }

    static StandingText of(String raw) {
        var text = Words.folded(raw.replace("&", " "));
        return find(text).orElseGet(() -> new StandingText(null, text.isEmpty()));
    }

    private static Optional<StandingText> find(String text) {
        return WORDS.stream()
                .filter(word -> word.pattern().matcher(text).matches())
                .map(word -> new StandingText(word.standing(), true))
                .findFirst();
    }
}
