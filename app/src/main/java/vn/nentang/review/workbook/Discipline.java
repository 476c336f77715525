package vn.nentang.review.workbook;

import java.util.Set;

/**
 * What the discipline column says of the year.
 *
 * @param tie whether it is tied to duties; unknown where the text gives no cause
 * @param selfRemedied found by the member and already remedied
 */
record Discipline(boolean any, Tie tie, boolean selfRemedied) {

    static final Discipline NONE = new Discipline(false, Tie.NO, false);

    private static final Set<String> NOTHING = Set.of("", "khong", "khong co", "0", "khong bi ky luat", "chua", "k");
    private static final String FORMS =
            "khien trach|canh cao|cach chuc|khai tru|giang chuc|giang cap|ha bac luong|ky luat";
    private static final String DUTY = "nhiem vu|chuc trach|cong vu|chuc vu|trach nhiem duoc giao|cong viec duoc giao";
    private static final String NOT_DUTY =
            "(khong|ngoai)( \\w+){0,3} (lien quan|gan)( \\w+){0,4}|ngoai (nhiem vu|cong vu|chuc trach)|khong thuoc (nhiem vu|chuc trach)";
    private static final String FOUND_BY_SELF = "tu phat hien|chu dong phat hien|tu giac|tu nhan|chu dong bao cao";
    private static final String NOT_REMEDIED = "(chua|khong)( duoc)? khac phuc|dang khac phuc";

    /** Whether a discipline has to do with the member's duties. */
    enum Tie {
        YES,
        NO,
        UNKNOWN
    }

    static Discipline read(String text) {
        var words = Words.of(text);
        if (NOTHING.contains(words)) {
            return NONE;
        }
        return new Discipline(true, tie(words), isSelfRemedied(words));
    }

    /** A bare form of discipline leaves the cause open; a cause without a word of duty is another cause. */
    private static Tie tie(String words) {
        if (Words.has(words, NOT_DUTY)) {
            return Tie.NO;
        }
        if (Words.has(words, DUTY)) {
            return Tie.YES;
        }
        var cause =
                words.replaceAll("\\b(" + FORMS + "|hinh thuc|bi|dang|ve dang|trong nam|nam|thang|quy|\\d+)\\b", " ");
        return cause.isBlank() || isSelfRemedied(words) ? Tie.UNKNOWN : Tie.NO;
    }

    private static boolean isSelfRemedied(String words) {
        return Words.has(words, FOUND_BY_SELF) && Words.has(words, "khac phuc") && !Words.has(words, NOT_REMEDIED);
    }
}
