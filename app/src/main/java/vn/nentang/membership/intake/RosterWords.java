package vn.nentang.membership.intake;

import static vn.nentang.membership.intake.RosterField.ADMITTED_ON;
import static vn.nentang.membership.intake.RosterField.BIRTH;
import static vn.nentang.membership.intake.RosterField.BIRTH_DAY;
import static vn.nentang.membership.intake.RosterField.BIRTH_FEMALE;
import static vn.nentang.membership.intake.RosterField.BIRTH_MALE;
import static vn.nentang.membership.intake.RosterField.BIRTH_MONTH;
import static vn.nentang.membership.intake.RosterField.BIRTH_YEAR;
import static vn.nentang.membership.intake.RosterField.CARD_NUMBER;
import static vn.nentang.membership.intake.RosterField.CELL;
import static vn.nentang.membership.intake.RosterField.CITIZEN_ID;
import static vn.nentang.membership.intake.RosterField.ETHNICITY;
import static vn.nentang.membership.intake.RosterField.FAMILY_AND_MIDDLE_NAME;
import static vn.nentang.membership.intake.RosterField.FULL_NAME;
import static vn.nentang.membership.intake.RosterField.GIVEN_NAME;
import static vn.nentang.membership.intake.RosterField.NOTE;
import static vn.nentang.membership.intake.RosterField.RECOGNISED_ON;
import static vn.nentang.membership.intake.RosterField.SEX;
import static vn.nentang.membership.intake.RosterField.SEX_FEMALE;
import static vn.nentang.membership.intake.RosterField.SEX_MALE;
import static vn.nentang.membership.intake.RosterField.STATUS;
import static vn.nentang.membership.intake.RosterField.STATUS_DATE;

import java.util.Set;
import vn.nentang.sheet.HeaderFinder;
import vn.nentang.sheet.HeaderWords;

/** The words offices use in the headers of member rosters. The first rule that fits decides, so exceptions come first. */
final class RosterWords {

    private static final Set<RosterField> NAMES = Set.of(FULL_NAME, FAMILY_AND_MIDDLE_NAME, GIVEN_NAME);
    private static final Set<RosterField> OF_MEMBERS = Set.of(ADMITTED_ON, RECOGNISED_ON, CARD_NUMBER, STATUS);
    private static final int FIELDS_MIN = 3;

    private static final HeaderWords<RosterField> WORDS = HeaderWords.<RosterField>builder()
            .when("ghi chu|chu thich", NOTE)
            .when("(\\bnam nu\\b|gioi tinh).*dan toc", SEX, ETHNICITY)
            // Other people and other facts that share words with a member's own.
            .when(
                    "(ten|sinh|tuoi|nghe nghiep|ho ten).*\\b(vo|chong|cha|me|con|bo đe|bo me|than nhan|gioi thieu|huong dan|giup đo)\\b")
            .when("\\b(vo|chong|cha me|bo me|nguoi gioi thieu|nguoi huong dan)\\b.*\\b(ten|sinh)\\b")
            .when("vao đoan|đoan (tn|thanh)|đoan vien|cong đoan|nhap ngu|xuat ngu|tuyen dung|bien che")
            .when("bao hiem|bhyt|bhxh|đien thoai|đtdđ|^Đt$|email|huy hieu đang|tuoi đang|^tuoi$|\\bmst\\b")
            .when("qđ 85|quyet đinh 85|(so|the|cmnd|cmt|minh nhan dan|cccd|can cuoc).* cu\\b")
            .when(
                    "^(ngay|noi|co quan|năm|thoi gian|đon vi) (đuoc |phat )?cap|> (ngay|noi|co quan) cap|cap (ngay|tai)|noi cap|ngay cap$")
            .when(
                    "(que|noi sinh|noi đang ky|noi khai sinh|thuong tru|tam tru|đia chi|ho khau|tru quan|nguyen quan|noi o)")
            .when(
                    "chuc vu|chuc danh|cap bac|quan ham|nghe nghiep|trinh đo|hoc van|chuyen mon|ly luan|ngoai ngu|suc khoe|hon nhan|ton giao$")
            .when(
                    "chi bo.*(cu tru|213|ket nap|gioi thieu|noi đi|noi đen|\\bcu$)|(tai|o) chi bo|noi (ket nap|vao đang|cong nhan)")
            .when(
                    "so (quyet đinh|qđ|nghi quyet|nq)\\b|nguoi ky|so ly lich$|^ma (đv|đang vien|so)$|^id$|tong so|so luong|ty le")
            .when("chuyen đen|(chuyen đi|tu tran|ra khoi|khai tru|xoa ten).*(đen đau|noi|ly do|hinh thuc)")
            // Several facts in one column.
            .when("^[^>]*\\bten\\b.*\\b(ngay|năm)\\b.*\\bsinh\\b(?! hoat)", FULL_NAME, BIRTH)
            .when("^[^>]*(vao đang|ket nap).*\\bngay\\b.*(chinh thuc|cong nhan|\\bct\\b)", ADMITTED_ON, RECOGNISED_ON)
            // Status before dates: "CT/DB" names both.
            .when(
                    "hinh thuc sinh hoat|trang thai(?! hon nhan)|tinh trang|^dien( đang vien)?$|> dien$|loai đang vien|tu cach đang vien",
                    STATUS)
            .when(
                    "^(?!.*(ngay|năm|thang|thoi gian)).*(\\bct\\b.*\\bdb\\b|\\bdb\\b.*\\bct\\b|chinh thuc.*du bi|du bi.*chinh thuc)",
                    STATUS)
            .when(
                    "ngay.*\\bmien\\b|ngay.*(roi khoi|roi đi|chuyen đi|chuyen sinh hoat|tu tran|thay đoi)|^ngay (mat|chuyen|ra khoi đang|trang thai)\\b|thoi điem mien",
                    STATUS_DATE)
            // Birth.
            .when("\\bsinh\\b(?! hoat).* > nam( gioi)?$|^(năm|ngay) sinh nam( gioi)?$", BIRTH_MALE)
            .when("\\bsinh\\b(?! hoat).* > nu( gioi)?$|^(năm|ngay) sinh nu( gioi)?$", BIRTH_FEMALE)
            .when("\\bsinh\\b(?! hoat).* > ngay( sinh)?$|^ngay$", BIRTH_DAY)
            .when("\\bsinh\\b(?! hoat).* > thang( sinh)?$|^thang( sinh)?$", BIRTH_MONTH)
            .when("\\bsinh\\b(?! hoat).* > năm( sinh)?$", BIRTH_YEAR)
            .when(
                    "(ngay|thang|năm)\\b.*\\bsinh\\b(?! hoat)|^sinh( ngay| năm)?\\b(?! hoat)|^n ?sinh$|^ntns$|^ngay sn$",
                    BIRTH)
            // Sex.
            .when("gioi( tinh)? > nam( gioi)?$|(^|> )nam( x)?$", SEX_MALE)
            .when("gioi( tinh)? > nu( gioi)?$|(^|> )nu( x)?$|^la nu$", SEX_FEMALE)
            .when("gioi tinh|^gioi$|\\bnam nu\\b|^phai$|> gioi$", SEX)
            // Name.
            .when(
                    "ho( va| ,)?( chu| ten)? (đem|lot)\\b|ho (va )?(chu )?(đem|lot)|> ho( đem| lot| va chu đem)?$|^ho$",
                    FAMILY_AND_MIDDLE_NAME)
            .when("(^|> )ten$", GIVEN_NAME)
            .when("ten (goi|thuong goi|khac)|bi danh|ten thuong dung")
            .when(
                    "\\bho\\b.{0,12}\\bten\\b|ten đang vien|^đang vien$|ho ten|^hovaten$|^hoten$|ten khai sinh|full ?name",
                    FULL_NAME)
            // Numbers.
            .when("cccd|can cuoc|đinh danh|cmnd|cmtnd|\\bcmt\\b|chung minh|^so cc$|\\bcc\\b", CITIZEN_ID)
            .when("so the|the đang|the đv|so tđv|so tđ$|\\btđv\\b", CARD_NUMBER)
            // Party life.
            .when(
                    "(ngay|năm|thang|thoi gian|thoi điem|vao đang|ket nap|> ).*(chinh thuc|cong nhan|\\bct\\b)|^(cong nhan )?chinh thuc$|^ngay ct$|cong nhan (đang vien )?chinh thuc",
                    RECOGNISED_ON)
            .when("vao đang|vao đcs|ket nap|ngay đang|(ngay|năm).*du bi|> (du bi|db)$|^du bi$", ADMITTED_ON)
            .when("dan toc|^dt$", ETHNICITY)
            .when(
                    "chi bo|to chuc đang|noi sinh hoat|sinh hoat tai|đang sinh hoat o|^(ten )?đon vi( sinh hoat)?$|^cb$",
                    CELL)
            .build();

    private static final HeaderFinder<RosterField> FINDER = new HeaderFinder<>(WORDS, RosterWords::isRoster);

    private RosterWords() {}

    static HeaderFinder<RosterField> finder() {
        return FINDER;
    }

    /** A name, something only members have, and at least one fact more. */
    private static boolean isRoster(Set<RosterField> fields) {
        var hasName = NAMES.stream().anyMatch(fields::contains);
        var ofMembers = OF_MEMBERS.stream().filter(fields::contains).count();
        var isPersonal = fields.contains(BIRTH) || fields.contains(BIRTH_MALE) || fields.contains(CITIZEN_ID);
        return hasName && fields.size() >= FIELDS_MIN && (ofMembers > 0 || (isPersonal && fields.contains(CELL)));
    }
}
