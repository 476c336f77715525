package vn.nentang.membership.intake;

import java.util.Set;
import vn.nentang.sheet.HeaderWords;

/**
 * The words in headers of rosters that mean a box of the member's form, by the codes of the list {@code person-fields}. The
 * first rule that fits decides, so the facts of other people come first.
 */
final class FormWords {

    private static final HeaderWords<String> WORDS = HeaderWords.<String>builder()
            .when("\\b(vo|chong|cha|me|con|than nhan|gioi thieu|huong dan|giup đo|lien he)\\b")
            .when("chi bo|đang bo|\\bso\\b(?!.*ly lich)|huy hieu|đien thoai|email|ghi chu|^(ngay|noi|co quan) cap")
            .when("khai sinh.*ten|ten.*khai sinh", "birth-name")
            .when("ten (goi|khac|thuong)|bi danh", "other-names")
            .when("noi (đang ky )?(khai )?sinh", "birth-registered-at")
            .when("\\bque\\b|nguyen quan", "native-place")
            .when("tam tru|noi o hien|cho o hien|noi o (nay|hien)", "temporary-residence")
            .when("thuong tru|ho khau|đia chi|tru quan|cu tru|noi o|cho o", "permanent-residence")
            .when("ton giao", "religion")
            .when("thanh phan", "family-background")
            .when("nghe nghiep", "occupation")
            .when("ngay.*tuyen dung|tuyen dung.*ngay|^tuyen dung$", "recruited-on")
            .when("co quan tuyen dung|noi tuyen dung", "recruited-by")
            .when("vao đoan", "youth-union-on")
            .when("nhap ngu", "enlisted-on")
            .when("xuat ngu|phuc vien|chuyen nganh", "demobilised-on")
            .when(
                    "(hoc van|văn hoa|pho thong).*(ly luan|llct).*(chuyen mon|\\bcm\\b)",
                    "general-education",
                    "political-theory",
                    "professional-qualification")
            .when(
                    "(hoc van|văn hoa|pho thong).*(chuyen mon|\\bcm\\b).*(ly luan|llct)",
                    "general-education",
                    "professional-qualification",
                    "political-theory")
            .when("(hoc van|văn hoa|pho thong).*(ly luan|llct)", "general-education", "political-theory")
            .when("hoc ham", "academic-title")
            .when("hoc vi", "academic-degree")
            .when("ly luan|\\bllct\\b", "political-theory")
            .when("ngoai ngu|tieng (anh|nuoc ngoai)", "foreign-language")
            .when("tin hoc", "computing")
            .when("nganh (chuyen mon|đao tao|hoc)|chuyen nganh", "profession")
            .when("chuyen mon|nghiep vu|bang cap", "professional-qualification")
            .when("pho thong|hoc van|văn hoa|gdpt", "general-education")
            .when("suc khoe", "health")
            .when("thuong binh", "war-invalid-class")
            .when("liet si", "martyr-family")
            .when("co cong", "merit-family")
            .when("so ly lich|so ll", "cv-number")
            .build();

    private static final HeaderWords<String> BESIDE =
            HeaderWords.<String>builder().when("ton giao", "religion").build();

    private FormWords() {}

    /** The boxes a column fills. */
    static Set<String> meaning(String label) {
        return WORDS.fieldsOf("", label);
    }

    /** The boxes that a column fills beside facts every roster has: the roll form has sex, people and religion in one. */
    static Set<String> beside(String label) {
        return BESIDE.fieldsOf("", label);
    }
}
