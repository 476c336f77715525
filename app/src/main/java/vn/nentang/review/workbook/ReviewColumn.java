package vn.nentang.review.workbook;

import java.util.Optional;
import java.util.Set;
import vn.nentang.sheet.HeaderWords;

/** What a column of a review sheet holds, and the words its header is known by. */
enum ReviewColumn {
    NUMBER(""),
    CELL("cell"),
    FULL_NAME("fullName"),
    BIRTH("birth"),
    CARD_NUMBER("cardNumber"),
    GROUP("group"),
    ADMITTED_ON("admittedOn"),
    RECOGNISED_ON(""),
    SCORE_G1("scoreG1"),
    SCORE_G2("scoreG2"),
    TOTAL("total"),
    TASKS_DONE("tasksDonePct"),
    TASKS_ON_TIME("tasksOnTimePct"),
    TASKS_LATE("tasksLatePct"),
    TASKS_EXCEEDING("tasksExceedingPct"),
    QUALITY("qualityOk"),
    DISCIPLINE("discipline"),
    VOTES_HTXS("votesHTXS"),
    VOTES_HTT("votesHTT"),
    VOTES_HTN("votesHTN"),
    VOTES_KHT("votesKHT"),
    BALLOTS_VALID("ballotsValid"),
    SELF_LEVEL(""),
    PROPOSAL("proposal"),
    STANDING("standing"),
    NOTE("note");

    private static final Set<ReviewColumn> MARKS_OF_A_REVIEW =
            Set.of(SCORE_G1, SCORE_G2, TOTAL, PROPOSAL, TASKS_DONE, VOTES_HTXS, VOTES_HTT);

    /** Tried in this order; the first pattern found in the folded header decides. */
    static final HeaderWords<ReviewColumn> WORDS = HeaderWords.<ReviewColumn>builder()
            .when("^(stt|tt|so tt|so thu tu|thu tu)$", NUMBER)
            .when("ho (va |ho )?ten|ho ten|^ten đang vien|^đang vien$", FULL_NAME)
            .when("tin nhiem")
            .when("phieu.*(phat ra|thu ve|khong hop le)")
            .when("phieu.*(hop le)", BALLOTS_VALID)
            .when("(phieu|bieu quyet).*(khong hoan thanh|khong ht|kht|chua hoan thanh)", VOTES_KHT)
            .when("(phieu|bieu quyet).*(xuat sac|htxs|ht xs)", VOTES_HTXS)
            .when("(phieu|bieu quyet).*(hoan thanh tot|ht tot|htt)", VOTES_HTT)
            .when("(phieu|bieu quyet).*(hoan thanh|htn|ht nv|ht$)", VOTES_HTN)
            .when("tu (nhan|xep|đanh gia).*(muc|loai)", SELF_LEVEL)
            .when("cong chuc|vien chuc")
            .when("đe nghi|đe xuat|xep loai|muc chat luong", PROPOSAL)
            .when("tieu chi chung|nhom (tieu chi )?(1|i)( |$)|tieu chi nhom 1", SCORE_G1)
            .when(
                    "ket qua.*nhiem vu.*(toi đa|điem)|(điem|nhom).*(ket qua|nhiem vu)|nhom (tieu chi )?(2|ii)( |$)",
                    SCORE_G2)
            .when("tong.*điem|điem.*tong|^tong( cong| so)?$|^điem$|^tong điem", TOTAL)
            .when("^ket qua.*nhiem vu$", SCORE_G2)
            .when("vuot", TASKS_EXCEEDING)
            .when("cham|tre han|qua han|khong đung (tien đo|han)", TASKS_LATE)
            .when("tien đo|đung han|kip thoi|đung thoi han", TASKS_ON_TIME)
            .when("chat luong", QUALITY)
            .when("hoan thanh", TASKS_DONE)
            .when("ky luat|vi pham", DISCIPLINE)
            .when("so the|the đang( vien)?", CARD_NUMBER)
            .when("(ngay|năm|thang).*sinh|^sinh|sinh ngay", BIRTH)
            .when("chinh thuc", RECOGNISED_ON)
            .when("vao đang|ket nap", ADMITTED_ON)
            .when("đoi tuong|nhom đoi tuong|vi tri|phu luc", GROUP)
            .when("ghi chu|chu thich|ly do", NOTE)
            .when("tinh trang|trang thai|dien sinh hoat", STANDING)
            .when("chi bo|to chuc đang|sinh hoat tai", CELL)
            .build();

    private final String field;

    ReviewColumn(String field) {
        this.field = field;
    }

    /** The name in JSON; empty for columns that are read past. */
    Optional<String> field() {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /** A table with names and with at least two things that only a review sheet holds. */
    static boolean isReviewTable(Set<ReviewColumn> columns) {
        return columns.contains(FULL_NAME)
                && columns.stream().filter(MARKS_OF_A_REVIEW::contains).count() >= 2;
    }
}
