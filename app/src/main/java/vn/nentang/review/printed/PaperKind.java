package vn.nentang.review.printed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The papers of a round. */
public enum PaperKind {
    /** A member's self-review in the form of the guidance of the day. */
    SELF_REVIEW("Bản kiểm điểm", true, true),
    /** The report of a collective, form 01. */
    REPORT("Báo cáo kiểm điểm", false, false),
    BALLOT("Phiếu biểu quyết", false, true),
    /** The minutes of a cell's meeting with the counts of votes. */
    MINUTES("Biên bản họp kiểm điểm", false, true),
    /** The counting minutes of the same meeting. */
    COUNT("Biên bản kiểm phiếu", false, true),
    /** The decided level told to a member. */
    NOTICE("Thông báo kết quả xếp loại", true, true),
    /** The decision of the competent level with the list of those decided. */
    DECISION("Quyết định xếp loại", false, true),
    /** What a committee decided of a year, to be made public: organisations and members with their levels. */
    PUBLICATION("Thông báo công khai kết quả xếp loại", false, true),
    /** The decision that takes another level's place, form 03; of a member, or of the organisation where nobody is named. */
    RECLASSIFICATION("Quyết định xếp loại lại", false, true),
    /** What the dossier holds, form 04. */
    DOSSIER("Danh mục hồ sơ", false, false);

    private final String title;
    private final boolean needsPerson;
    private final boolean namesMembers;

    PaperKind(String title, boolean needsPerson, boolean namesMembers) {
        this.title = title;
        this.needsPerson = needsPerson;
        this.namesMembers = namesMembers;
    }

    /** The word in an address: {@code self-review}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PaperKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** In Vietnamese, as its file is named. */
    public String title() {
        return title;
    }

    /** Whether it is about one member. */
    public boolean needsPerson() {
        return needsPerson;
    }

    /** Whether it may be read only by those who may read members. */
    public boolean namesMembers() {
        return namesMembers;
    }
}
