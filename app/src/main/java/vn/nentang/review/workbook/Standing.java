package vn.nentang.review.workbook;

import java.util.Arrays;
import java.util.Optional;

/** What notes say of a member's standing, as far as it decides whether he is classified here. */
enum Standing {
    EXEMPT("exempt", "mien( cong tac( va)?)?( va)? sinh hoat|mien (ctsh|sh|ct)|duoc mien(?! nhiem)|mien cong tac"),
    SUSPENDED("suspended", "dinh chi"),
    HERE_FOR_A_TIME("temporaryFromElsewhere", "tam thoi|sinh hoat ghep"),
    NEW("", "moi ket nap|ket nap chua du|chua du \\w+ thang|moi vao dang|duoi \\w+ thang");

    /** The member is on this cell's list and only elsewhere for a time: this cell classifies him. */
    private static final String AWAY_FOR_A_TIME =
            "tam thoi (tai|o|di|noi khac)|di sinh hoat|dang sinh hoat tam thoi (tai|o)|chuyen sinh hoat (dang )?tam thoi (den|di|toi)";

    private static final String COMES_FROM_ELSEWHERE =
            "chinh thuc (cua|o|tai|thuoc)|tu (dang bo|chi bo|don vi)|noi khac den|den sinh hoat|tam thoi den";

    /** The committee's seat is suspended, not the activity as a member: classified all the same. */
    private static final String COMMITTEE_ONLY = "dinh chi (sinh hoat )?(cap uy|chi uy|dang uy|chuc vu|cong tac)";

    private final String fact;
    private final String pattern;

    Standing(String fact, String pattern) {
        this.fact = fact;
        this.pattern = pattern;
    }

    /** The fact it stands for; empty where a date decides instead. */
    Optional<String> fact() {
        return fact.isEmpty() ? Optional.empty() : Optional.of(fact);
    }

    boolean isSaidIn(String text) {
        var words = Words.of(text);
        return Words.has(words, pattern) && isMeant(words);
    }

    static Optional<Standing> of(String text) {
        return Arrays.stream(values())
                .filter(standing -> standing.isSaidIn(text))
                .findFirst();
    }

    static boolean isAwayForATime(String text) {
        var words = Words.of(text);
        return Words.has(words, AWAY_FOR_A_TIME) && !Words.has(words, COMES_FROM_ELSEWHERE);
    }

    private boolean isMeant(String words) {
        return switch (this) {
            case EXEMPT -> !Words.has(words, "(khong|het|chua)( \\w+)? mien");
            case SUSPENDED -> !Words.has(words, COMMITTEE_ONLY) && !Words.has(words, "(het|huy|bo) dinh chi");
            case HERE_FOR_A_TIME -> !Words.has(words, AWAY_FOR_A_TIME) || Words.has(words, COMES_FROM_ELSEWHERE);
            case NEW -> true;
        };
    }
}
